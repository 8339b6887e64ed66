package org_test

import (
	"context"
	"errors"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// house is a department with its service and its clerk.
type house struct {
	*org.Service
	db    *store.DB
	root  int64
	clerk context.Context
}

func newHouse(t *testing.T, db *store.DB) house {
	t.Helper()
	root := testkit.Root(t, db)
	return house{Service: org.New(db, directory.New(db)), db: db, root: root, clerk: testkit.Signed(t, db, access.Clerk, root)}
}

// list gives what the clerk sees of a list about a unit on a day.
func (h house) list(of func(*store.Tx, int64, period.Date) ([]org.Unit, error), unit int64, on period.Date) (list []org.Unit, err error) {
	p, err := directory.New(h.db).Permit(h.clerk, access.Ask{Right: access.See, Unit: unit, Period: period.Year(max(on.Year(), 1990)), Action: "test"})
	if err != nil {
		return nil, err
	}
	err = h.db.Read(h.clerk, p, func(t *store.Tx) error { list, err = of(t, unit, on); return err })
	return list, err
}

// branch founds a chi bộ below the root.
func (h house) branch(t *testing.T, name string, on period.Date) int64 {
	t.Helper()
	return h.below(t, h.root, org.Naming{Name: name}, on)
}

func (h house) below(t *testing.T, parent int64, n org.Naming, on period.Date) int64 {
	t.Helper()
	id, err := h.Found(h.clerk, org.Founding{Naming: n, Act: org.Act{On: on}, Parent: parent})
	if err != nil {
		t.Fatalf("found %s: %v", n.Name, err)
	}
	return id
}

// part is a đảng bộ bộ phận, which may have branches below it.
func part(name string) org.Naming {
	return org.Naming{Name: name, Kind: org.DangBoBoPhan, Level: org.Branch}
}

func names(units []org.Unit) []string {
	list := []string{}
	for _, u := range units {
		list = append(list, u.Name)
	}
	return list
}

// refused fails unless err is a fault of the kind, with the key at one of its fields or its own.
func refused(t *testing.T, err error, kind fault.Kind, key string) {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) || f.Kind != kind {
		t.Fatalf("got %v, want a refusal of kind %s, %s", err, kind, key)
	}
	if f.Key == key {
		return
	}
	for _, field := range f.Fields {
		if field.Key == key {
			return
		}
	}
	t.Fatalf("got %v, want %s", err, key)
}
