package org_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/testkit"
)

func TestFoundRoot_oncePerLineWithGate(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		door := directory.New(db)
		found := func(line org.Line, name string) (id int64, err error) {
			err = db.Write(context.Background(), door.Gate("setup"), func(tx *store.Tx) error {
				id, err = org.FoundRoot(tx, org.Founding{Naming: org.Naming{Name: name, Kind: line.Kinds()[0], Level: org.Base}, Line: line})
				return err
			})
			return id, err
		}
		root, err := found(org.Party, "  Đảng bộ  Sở Cầu Đá ")
		if err != nil {
			t.Fatal(err)
		}
		_, err = found(org.Party, "Đảng bộ khác")
		refused(t, err, fault.Conflict, "org.root_exists")
		if _, err := found(org.Union, "Công đoàn ngành"); err != nil {
			t.Fatal(err)
		}
		u, err := org.New(db, door).Unit(testkit.Signed(t, db, access.Reader, root), root, "2015-12-31")
		if err != nil {
			t.Fatal(err)
		}
		if u.Name != "Đảng bộ Sở Cầu Đá" || u.FoundedOn != org.Always || !u.Living("1990-01-01") {
			t.Errorf("root is %+v", u)
		}
	})
}

func TestHistory_standsThroughRenameMoveAndEnd(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		north, south := h.below(t, h.root, part("Đảng bộ bộ phận Bắc"), ""), h.below(t, h.root, part("Đảng bộ bộ phận Nam"), "2010-05-01")
		cell := h.below(t, north, org.Naming{Name: "Chi bộ Đo đạc"}, "2012-01-01")
		steps := []error{
			h.Rename(h.clerk, cell, org.Renaming{Naming: org.Naming{Name: "Chi bộ Bản đồ"}, Act: org.Act{On: "2014-03-01", Decision: "05-QĐ/ĐU"}}),
			h.Move(h.clerk, cell, org.Moving{Parent: south, Act: org.Act{On: "2016-02-01"}}),
			h.End(h.clerk, cell, org.Act{On: "2018-07-01"}),
		}
		for i, err := range steps {
			if err != nil {
				t.Fatalf("step %d: %v", i, err)
			}
		}
		type seen struct {
			Name  string
			Path  []string
			South []string
		}
		for day, want := range map[period.Date]seen{
			"2013-12-31": {"Chi bộ Đo đạc", []string{"Đảng bộ Sở Cầu Đá", "Đảng bộ bộ phận Bắc", "Chi bộ Đo đạc"}, []string{}},
			"2015-12-31": {"Chi bộ Bản đồ", []string{"Đảng bộ Sở Cầu Đá", "Đảng bộ bộ phận Bắc", "Chi bộ Bản đồ"}, []string{}},
			"2017-12-31": {"Chi bộ Bản đồ", []string{"Đảng bộ Sở Cầu Đá", "Đảng bộ bộ phận Nam", "Chi bộ Bản đồ"}, []string{"Chi bộ Bản đồ"}},
			"2019-12-31": {"Chi bộ Bản đồ", []string{"Đảng bộ Sở Cầu Đá", "Đảng bộ bộ phận Nam", "Chi bộ Bản đồ"}, []string{}},
		} {
			u, err := h.Unit(h.clerk, cell, day)
			if err != nil {
				t.Fatalf("%s: %v", day, err)
			}
			path, err := h.Path(h.clerk, cell, day)
			if err != nil {
				t.Fatalf("%s: %v", day, err)
			}
			got := seen{Name: u.Name}
			for _, s := range path {
				got.Path = append(got.Path, s.Name)
			}
			children, err := h.list(org.ChildrenOf, south, day)
			if err != nil {
				t.Fatalf("%s: %v", day, err)
			}
			got.South = names(children)
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("on %s (-want +got):\n%s", day, d)
			}
		}
	})
}

func TestChange_neverBeforeTheLatestState(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		cell := h.branch(t, "Chi bộ Một", "2010-01-01")
		other := h.below(t, h.root, part("Đảng bộ bộ phận"), "")
		name := func(n string, on period.Date) error {
			return h.Rename(h.clerk, cell, org.Renaming{Naming: org.Naming{Name: n}, Act: org.Act{On: on}})
		}
		if err := name("Chi bộ Hai", "2015-06-01"); err != nil {
			t.Fatal(err)
		}
		refused(t, name("Chi bộ Ba", "2015-05-31"), fault.Invalid, "org.day_before_state")
		refused(t, h.Move(h.clerk, cell, org.Moving{Parent: other, Act: org.Act{On: "2014-01-01"}}), fault.Invalid, "org.day_before_state")
		refused(t, h.End(h.clerk, cell, org.Act{On: "2014-01-01"}), fault.Invalid, "org.day_before_state")
		if err := name("Chi bộ Bốn", "2015-06-01"); err != nil {
			t.Fatalf("on the day of the latest state: %v", err)
		}
		u, err := h.Unit(h.clerk, cell, "2015-05-31")
		if err != nil || u.Name != "Chi bộ Một" {
			t.Errorf("before: %q, %v", u.Name, err)
		}
		if u, err = h.Unit(h.clerk, cell, "2015-06-01"); err != nil || u.Name != "Chi bộ Bốn" {
			t.Errorf("after: %q, %v", u.Name, err)
		}
	})
}

func TestMove_refusesCycleAndNamesIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		a := h.below(t, h.root, part("Đảng bộ bộ phận A"), "")
		b := h.below(t, a, part("Đảng bộ bộ phận B"), "")
		on := org.Act{On: "2020-01-01"}
		refused(t, h.Move(h.clerk, a, org.Moving{Parent: b, Act: on}), fault.Invalid, "org.move_cycle")
		refused(t, h.Move(h.clerk, a, org.Moving{Parent: a, Act: on}), fault.Invalid, "org.move_cycle")
		refused(t, h.Move(h.clerk, b, org.Moving{Parent: a, Act: on}), fault.Invalid, "org.move_already")
		// Cross-line: a union of A's office cannot have A's own ancestors below it.
		union, err := h.FoundLinked(h.clerk, b, org.Founding{Naming: org.Naming{Name: "Công đoàn B"}, Line: org.Union})
		if err != nil {
			t.Fatal(err)
		}
		refused(t, h.Link(h.clerk, b, org.Linking{Lead: union, Act: on}), fault.Invalid, "org.move_cycle")
	})
}

func TestEnd_refusesWithLivingUnitsBelowAndNamesThem(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		a := h.below(t, h.root, part("Đảng bộ bộ phận A"), "")
		cell := h.below(t, a, org.Naming{Name: "Chi bộ Kho"}, "")
		if _, err := h.FoundLinked(h.clerk, a, org.Founding{Naming: org.Naming{Name: "Công đoàn A"}, Line: org.Union}); err != nil {
			t.Fatal(err)
		}
		err := h.End(h.clerk, a, org.Act{On: "2020-01-01"})
		refused(t, err, fault.Conflict, "org.end_children")
		if got := err.(*fault.Error).Args; got[1] != 2 || got[2] != "Chi bộ Kho, Công đoàn A" {
			t.Errorf("names %v", got)
		}
		if err := h.End(h.clerk, cell, org.Act{On: "2020-01-01"}); err != nil {
			t.Fatal(err)
		}
		refused(t, h.End(h.clerk, cell, org.Act{On: "2021-01-01"}), fault.Invalid, "org.ended_already")
		_, err = h.Found(h.clerk, org.Founding{Naming: part("Đảng bộ bộ phận C"), Parent: cell})
		refused(t, err, fault.Invalid, "org.above_ended")
	})
}

func TestLinked_followTheLeadsAncestors(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		a := h.below(t, h.root, part("Đảng bộ bộ phận A"), "")
		union, err := h.FoundLinked(h.clerk, a, org.Founding{Naming: org.Naming{Name: "Công đoàn A"}, Line: org.Union})
		if err != nil {
			t.Fatal(err)
		}
		linked, err := h.list(org.LinkedTo, a, "")
		if err != nil || !cmp.Equal(names(linked), []string{"Công đoàn A"}) {
			t.Errorf("linked %v, %v", names(linked), err)
		}
		onlyA := testkit.Signed(t, db, access.Clerk, a)
		if u, err := h.Unit(onlyA, union, ""); err != nil || u.Level != org.Branch {
			t.Errorf("the clerk of the lead sees %+v, %v", u, err)
		}
		path, err := h.Path(onlyA, union, "")
		if err != nil || len(path) != 3 || path[0].Open || !path[1].Open || path[2].ID != union {
			t.Errorf("path %+v, %v", path, err)
		}
		b := h.below(t, h.root, part("Đảng bộ bộ phận B"), "2010-01-01")
		if err := h.Link(h.clerk, union, org.Linking{Lead: b, Act: org.Act{On: "2019-01-01"}}); err != nil {
			t.Fatal(err)
		}
		if _, err := h.Unit(onlyA, union, ""); fault.KindOf(err) != fault.NotFound {
			t.Errorf("after the link ended: %v", err)
		}
		if _, err := h.Unit(onlyA, union, "2018-12-31"); err != nil {
			t.Errorf("by the tree of 2018: %v", err)
		}
	})
}

func TestMove_unitsMayChangePlacesOverTime(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		a := h.below(t, h.root, part("Đảng bộ bộ phận A"), "")
		b := h.below(t, a, part("Đảng bộ bộ phận B"), "")
		for _, err := range []error{
			h.Move(h.clerk, b, org.Moving{Parent: h.root, Act: org.Act{On: "2014-01-01"}}),
			h.Move(h.clerk, a, org.Moving{Parent: b, Act: org.Act{On: "2016-01-01"}}),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		for day, want := range map[period.Date]string{
			"2013-12-31": "Đảng bộ Sở Cầu Đá\n. Đảng bộ bộ phận A\n. . Đảng bộ bộ phận B\n",
			"2015-12-31": "Đảng bộ Sở Cầu Đá\n. Đảng bộ bộ phận A\n. Đảng bộ bộ phận B\n",
			"2016-12-31": "Đảng bộ Sở Cầu Đá\n. Đảng bộ bộ phận B\n. . Đảng bộ bộ phận A\n",
		} {
			tree, err := h.Tree(h.clerk, 0, day)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, drawn(tree)); d != "" {
				t.Errorf("on %s (-want +got):\n%s", day, d)
			}
		}
	})
}
