package ledger_test

import (
	"errors"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/testkit"
)

// row is a version of a title, as far as these tests look at it.
type row struct {
	ledger.Version
	id int64
}

var rows = ledger.Records[row]{
	Book: book, Gone: "title.no_longer_stands",
	Rows: store.Scoped(access.See, `SELECT t.id, t.record_id, t.unit_id, t.begun_by, COALESCE(t.ended_by, 0), t.wording FROM title t
WHERE t.record_id = $1 AND {scope:t.unit_id} ORDER BY t.id`),
	Scan: func(r store.Row) (v row, err error) {
		return v, r.Scan(&v.id, &v.Record, &v.Unit, &v.Begun, &v.Ended, &v.Name)
	},
	Version: func(v row) ledger.Version { return v.Version },
}

func TestDesk_writesOnWhatStandsWithTheRightItNeeds(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db, testkit.Root(t, db))
		_, records := d.add("một")
		if _, err := d.change(records[0], "một sửa"); err != nil {
			t.Fatal(err)
		}
		reads := ledger.NewDesk(db, d.door, rows)
		var met []string
		meet := func(_ *store.Tx, v row) error { met = append(met, v.Name); return nil }
		if err := reads.On(d.ctx, access.Decide, records[0], "test", meet); err != nil || len(met) != 1 || met[0] != "một sửa" {
			t.Errorf("met %q, %v", met, err)
		}
		committee := testkit.Signed(t, db, access.Committee, d.unit)
		for need, kind := range map[access.Right]error{access.Decide: nil, access.Record: fault.Denied} {
			if err := reads.On(committee, need, records[0], "test", meet); !errors.Is(err, kind) {
				t.Errorf("right %b: %v", need, err)
			}
		}
		if err := reads.On(d.ctx, access.Record, records[0]+1000, "test", meet); !errors.Is(err, fault.NotFound) {
			t.Errorf("no such record: %v", err)
		}
		late := ledger.NewDesk(db, &testkit.Meanwhile{Door: d.door, Action: "test", Do: func() {
			if _, err := d.change(records[0], ""); err != nil {
				t.Error(err)
			}
		}}, rows)
		met = nil
		if err := late.On(d.ctx, access.Record, records[0], "test", meet); !errors.Is(err, fault.Conflict) || met != nil {
			t.Errorf("taken back a moment ago: met %q, %v", met, err)
		}
		if v, err := reads.Last(d.ctx, records[0], "test"); err != nil || v.Ended == 0 {
			t.Errorf("%+v, %v", v, err)
		}
	})
}

func TestEdit_isOfTheVersionThatTheFormShowed(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db, testkit.Root(t, db))
		first, records := d.add("một")
		second, err := d.change(records[0], "một sửa")
		if err != nil {
			t.Fatal(err)
		}
		for e, want := range map[ledger.Edit]error{{Seen: second, Reason: "vì chép nhầm"}: nil, {Seen: second}: fault.Invalid,
			{Seen: first, Reason: "vì chép nhầm"}: fault.Conflict, {Reason: "vì chép nhầm"}: fault.Conflict} {
			err := d.try(func(tx *store.Tx) error {
				standing, err := rows.Standing(tx, records[0])
				if err != nil {
					return err
				}
				_, err = rows.Edit(tx, standing, e)
				return err
			})
			if !errors.Is(err, want) {
				t.Errorf("%+v: %v, want %v", e, err, want)
			}
		}
	})
}

func TestBook_nextAndTakeGoThroughTheirEntries(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db, testkit.Root(t, db))
		first, records := d.add("một")
		_, pointing := d.add("nhắc đến một")
		next := func(tx *store.Tx) error {
			entry, err := ledger.Begin(tx, ledger.New{Kind: ledger.Change, Reason: "vì chép nhầm"})
			if err != nil {
				return err
			}
			return book.Next(tx, records[0], entry, func() (int64, error) { return store.Insert(tx, insertRow, records[0], entry, "một sửa") })
		}
		take := func(tx *store.Tx) error { _, err := book.Take(tx, records[0], "không có thật"); return err }
		d.do(next)
		d.stands("một sửa", "nhắc đến một")
		if err := d.try(func(tx *store.Tx) error { _, err := book.Take(tx, records[0], " "); return err }); !errors.Is(err, fault.Invalid) {
			t.Errorf("taken back without a reason: %v", err)
		}
		d.do(take)
		d.stands("nhắc đến một")
		for name, again := range map[string]func(*store.Tx) error{"next": next, "take": take} {
			if err := d.try(again); !errors.Is(err, fault.NotFound) {
				t.Errorf("%s of what was taken back: %v", name, err)
			}
		}
		others := store.Scoped(access.See, `SELECT t.id, t.record_id, t.unit_id, t.begun_by, COALESCE(t.ended_by, 0), t.wording FROM title t
WHERE t.begun_by <> $1 AND t.ended_by IS NULL AND {scope:t.unit_id}`)
		d.do(func(tx *store.Tx) error {
			list, err := ledger.Gather(tx, first, rows.Changed, rows.Linked(others))
			want := []ledger.Dependent{{Table: "title", Record: records[0], Unit: d.unit, Name: "một sửa", Why: ledger.ChangedSince},
				{Table: "title", Record: pointing[0], Unit: d.unit, Name: "nhắc đến một", Why: ledger.LinkedFrom}}
			if err != nil || len(list) != 2 || list[0] != want[0] || list[1] != want[1] {
				t.Errorf("%+v, %v", list, err)
			}
			return nil
		})
	})
}

func TestHistory_knowsWhatStandsAfterAnUndo(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db, testkit.Root(t, db))
		first, records := d.add("một")
		second, err := d.change(records[0], "một sửa")
		if err != nil {
			t.Fatal(err)
		}
		current := func(name string, begun int64, standing error, steps int) {
			t.Helper()
			d.do(func(tx *store.Tx) error {
				h, err := rows.History(tx, records[0])
				if err != nil || h.Current.Name != name || h.Current.Begun != begun || len(h.Versions) != 2 || len(h.Story) != steps {
					t.Errorf("got %+v, %v", h, err)
				}
				if _, err := rows.Standing(tx, records[0]); !errors.Is(err, standing) {
					t.Errorf("stands: %v, want %v", err, standing)
				}
				return nil
			})
		}
		current("một sửa", second, nil, 2)
		if err := d.undo(second); err != nil {
			t.Fatal(err)
		}
		current("một", first, nil, 3)
		if _, err := d.change(records[0], ""); err != nil {
			t.Fatal(err)
		}
		current("một", first, fault.Conflict, 4)
	})
}
