package store_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/testkit"
)

var (
	unitsSeen    = store.Scoped(access.See, `SELECT u.id FROM unit u WHERE {scope:u.id} ORDER BY u.id`)
	unitsWritten = store.Scoped(access.Record, `SELECT u.id FROM unit u WHERE {scope:u.id} ORDER BY u.id`)
	unitOfPermit = store.Scoped(access.See, `SELECT u.id FROM unit u WHERE u.id = {unit}`)
	endUnit      = store.Scoped(access.See, `UPDATE unit SET ended_on = '2020-01-01' WHERE id = {unit}`)
	recordIt     = store.Scoped(access.Record, `UPDATE unit SET ended_on = '2020-01-01' WHERE id = {unit}`)
	moveLineage  = store.Whole(access.Gate, why, `UPDATE unit_lineage SET valid_until = '2020-01-01' WHERE unit_id = $1 AND ancestor_id <> $1`)
)

func ids(t *testing.T, db *store.DB, ctx context.Context, ask access.Ask, q *store.Stmt) []int64 {
	t.Helper()
	p, err := directory.New(db).Permit(ctx, ask)
	if errors.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	var list []int64
	err = db.Read(ctx, p, func(tx *store.Tx) (err error) { list, err = store.All(tx, q, scanInt); return err })
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestPermit_zeroIsRefused(t *testing.T) {
	db := testkit.NewDB(t)
	ran := func(*store.Tx) error { t.Error("the function ran"); return nil }
	if err := db.Read(context.Background(), access.Permit{}, ran); !errors.Is(err, fault.Denied) {
		t.Errorf("read: %v", err)
	}
	if err := db.Write(context.Background(), access.Permit{}, ran); !errors.Is(err, fault.Denied) {
		t.Errorf("write: %v", err)
	}
}

func TestPermit_scopeFiltersByTheSubtree(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		root := testkit.Root(t, db)
		a, b := testkit.Unit(t, db, root, "Chi bộ Một"), testkit.Unit(t, db, root, "Chi bộ Hai")
		below := testkit.Unit(t, db, a, "Tổ Một")
		for _, c := range []struct {
			unit int64
			want []int64
		}{{root, []int64{root, a, b, below}}, {a, []int64{a, below}}, {b, []int64{b}}, {below, []int64{below}}} {
			got := ids(t, db, testkit.Signed(t, db, access.Reader, c.unit), access.Ask{Right: access.See, Action: "test"}, unitsSeen)
			if !slices.Equal(got, c.want) {
				t.Errorf("a reader of %d sees %v, want %v", c.unit, got, c.want)
			}
		}
		nobody := access.WithCaller(context.Background(), access.Caller{Account: testkit.Account(t, db)})
		if got := ids(t, db, nobody, access.Ask{Right: access.See, Action: "test"}, unitsSeen); len(got) > 0 {
			t.Errorf("an account without a grant sees %v", got)
		}
	})
}

func TestPermit_pastYearIsReadByItsTreeAndWrittenByTodays(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		root := testkit.Root(t, db)
		left, stayed := testkit.Unit(t, db, root, "Chi bộ Đã Chuyển"), testkit.Unit(t, db, root, "Chi bộ Ở Lại")
		err := db.Write(context.Background(), console(db), func(tx *store.Tx) error { _, err := tx.Exec(moveLineage, left); return err })
		if err != nil {
			t.Fatal(err)
		}
		ctx := testkit.Signed(t, db, access.Clerk, root)
		for _, c := range []struct {
			what string
			ask  access.Ask
			q    *store.Stmt
			want []int64
		}{
			{"today", access.Ask{Right: access.See}, unitsSeen, []int64{root, stayed}},
			{"2019", access.Ask{Right: access.See, Period: period.Year(2019)}, unitsSeen, []int64{root, left, stayed}},
			{"2020, after the move", access.Ask{Right: access.See, Period: period.Year(2020)}, unitsSeen, []int64{root, stayed}},
			{"writing 2019", access.Ask{Right: access.Record, Period: period.Year(2019)}, unitsWritten, []int64{root, stayed}},
			{"seeing while writing 2019", access.Ask{Right: access.Record, Period: period.Year(2019)}, unitsSeen, []int64{root, left, stayed}},
		} {
			if got := ids(t, db, ctx, c.ask, c.q); !slices.Equal(got, c.want) {
				t.Errorf("%s: %v, want %v", c.what, got, c.want)
			}
		}
		if _, err := directory.New(db).Permit(ctx, access.Ask{Right: access.Record, Unit: left, Period: period.Year(2019)}); !errors.Is(err, fault.Denied) {
			t.Errorf("recording for a unit that has left: %v, want denied", err)
		}
	})
}

func TestPermit_grantHoldsFromItsDayUntilItsEnd(t *testing.T) {
	day := time.Date(2020, 1, 1, 12, 0, 0, 0, time.Local)
	db := testkit.NewDBAt(t, func() time.Time { return day })
	root := testkit.Root(t, db)
	ctx := testkit.Signed(t, db, access.Reader, root)
	bound := store.Whole(access.Gate, why, `UPDATE access_grant SET valid_from = '2020-03-01', valid_until = '2020-06-01'`)
	if err := db.Write(ctx, console(db), func(tx *store.Tx) error { _, err := tx.Exec(bound); return err }); err != nil {
		t.Fatal(err)
	}
	for date, want := range map[string]bool{"2020-02-29": false, "2020-03-01": true, "2020-05-31": true, "2020-06-01": false} {
		at, err := time.ParseInLocation(time.DateOnly, date, time.Local)
		if err != nil {
			t.Fatal(err)
		}
		day = at.Add(13 * time.Hour)
		if got := len(ids(t, db, ctx, access.Ask{Right: access.See}, unitsSeen)) > 0; got != want {
			t.Errorf("on %s the grant holds: %v, want %v", date, got, want)
		}
	}
}

func TestPermit_endedGrantOpensNothingBesideAStandingOne(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		root := testkit.Root(t, db)
		mine, before := testkit.Unit(t, db, root, "Chi bộ Một"), testkit.Unit(t, db, root, "Chi bộ Hai")
		ctx := testkit.Signed(t, db, access.Reader, mine)
		ended := store.Whole(access.Gate, why, `INSERT INTO access_grant (account_id, role, unit_id, valid_from, valid_until) VALUES ($1, 'reader', $2, '2001-01-01', '2002-01-01')`)
		err := db.Write(context.Background(), console(db), func(tx *store.Tx) error {
			_, err := tx.Exec(ended, access.From(ctx).Account, before)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := ids(t, db, ctx, access.Ask{Right: access.See}, unitsSeen); !slices.Equal(got, []int64{mine}) {
			t.Errorf("sees %v, want %d alone", got, mine)
		}
	})
}

// attempts are misuses of a permit within a transaction, each beside its proper use.
func TestPermit_bindsWhatAStatementMayDo(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		root := testkit.Root(t, db)
		mine, other := testkit.Unit(t, db, root, "Chi bộ Một"), testkit.Unit(t, db, root, "Chi bộ Hai")
		ctx, door := testkit.Signed(t, db, access.Clerk, mine), directory.New(db)
		permit := func(r access.Right, unit int64) access.Permit {
			p, err := door.Permit(ctx, access.Ask{Right: r, Unit: unit, Action: "test"})
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
		exec := func(q *store.Stmt) func(*store.Tx) error {
			return func(tx *store.Tx) error { _, err := tx.Exec(q); return err }
		}
		on := func(r access.Right, unit int64, next func(*store.Tx) error) func(*store.Tx) error {
			return func(tx *store.Tx) error {
				at, err := tx.On(r, unit)
				if err != nil {
					return err
				}
				return next(at)
			}
		}
		for _, c := range []struct {
			what string
			ok   bool
			run  func() error
		}{
			{"record with the right to record", true, func() error { return db.Write(ctx, permit(access.Record, mine), exec(recordIt)) }},
			{"record with the right to decide", false, func() error { return db.Write(ctx, permit(access.Decide, mine), exec(recordIt)) }},
			{"write with the right to see", false, func() error { return db.Write(ctx, permit(access.See, mine), exec(endUnit)) }},
			{"write while reading", false, func() error { return db.Read(ctx, permit(access.Record, mine), exec(endUnit)) }},
			{"read the permit's unit", true, func() error { return db.Read(ctx, permit(access.See, mine), exec(unitOfPermit)) }},
			{"a statement for a unit by a permit for lists", false, func() error { return db.Read(ctx, permit(access.See, 0), exec(unitOfPermit)) }},
			{"move on to the own unit", true, func() error {
				return db.Write(ctx, permit(access.Record, mine), on(access.Record, mine, exec(recordIt)))
			}},
			{"move on to a sibling", false, func() error {
				return db.Write(ctx, permit(access.Record, mine), on(access.Record, other, exec(recordIt)))
			}},
			{"write after moving on to see", false, func() error { return db.Write(ctx, permit(access.Record, mine), on(access.See, mine, exec(endUnit))) }},
			{"move on with the gate's right", false, func() error { return db.Write(ctx, permit(access.Record, mine), on(access.Gate, mine, exec(endUnit))) }},
			{"read accounts' settings by a person's permit", false, func() error { return db.Read(ctx, permit(access.Record, mine), exec(allSettings)) }},
			{"administer as a clerk", false, func() error {
				return db.Write(ctx, permit(access.Record, mine), on(access.Administer, mine, exec(endUnit)))
			}},
		} {
			if err := c.run(); (err == nil) != c.ok {
				t.Errorf("%s: %v", c.what, err)
			}
		}
	})
}

func TestStmt_refusesTextsAtStart(t *testing.T) {
	for what, make := range map[string]func(){
		"no scope":        func() { store.Scoped(access.See, `SELECT id FROM unit`) },
		"no reason":       func() { store.Whole(access.See, "", `SELECT id FROM unit`) },
		"unknown marker":  func() { store.Scoped(access.See, `SELECT id FROM unit WHERE {scope:id OR 1 = 1}`) },
		"bare column":     func() { store.Scoped(access.See, `SELECT id FROM unit_state WHERE {scope:unit_id}`) },
		"another verb":    func() { store.Whole(access.See, why, `DROP TABLE unit`) },
		"ends the commit": func() { store.Whole(access.See, why, `COMMIT`) },
	} {
		func() {
			defer func() {
				if v, ok := recover().(string); !ok || !strings.HasPrefix(v, "store: ") {
					t.Errorf("%s: the program starts with it", what)
				}
			}()
			make()
		}()
	}
}
