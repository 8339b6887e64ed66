package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// The books are tried out on the table of titles, whose wording stands for any content.
var (
	book      = ledger.NewBook("title")
	insertRow = store.Scoped(access.Record, `INSERT INTO title (record_id, unit_id, begun_by, period, wording, code, status, awarded_by)
VALUES ($1, {unit}, $2, '2015', $3, '', 'attained', '') RETURNING id`)
	standing = store.Scoped(access.See, `SELECT t.wording FROM title t WHERE t.ended_by IS NULL AND {scope:t.unit_id} ORDER BY t.record_id`)
	allRows  = store.Scoped(access.See, `SELECT t.wording FROM title t WHERE {scope:t.unit_id} ORDER BY t.id`)
)

func scanText(r store.Row) (string, error) { var s string; return s, r.Scan(&s) }

// desk is one clerk at one unit.
type desk struct {
	t    *testing.T
	db   *store.DB
	door access.Door
	ctx  context.Context
	unit int64
}

func newDesk(t *testing.T, db *store.DB, unit int64) desk {
	return desk{t: t, db: db, door: directory.New(db), ctx: testkit.Signed(t, db, access.Clerk, unit), unit: unit}
}

func (d desk) try(fn func(*store.Tx) error) error {
	p, err := d.door.Permit(d.ctx, access.Ask{Right: access.Record, Unit: d.unit, Action: "test"})
	if err != nil {
		return err
	}
	return d.db.Write(d.ctx, p, fn)
}

func (d desk) do(fn func(*store.Tx) error) {
	d.t.Helper()
	if err := d.try(fn); err != nil {
		d.t.Fatal(err)
	}
}

// add writes new records in one entry.
func (d desk) add(wordings ...string) (entry int64, records []int64) {
	d.t.Helper()
	d.do(func(t *store.Tx) (err error) {
		if entry, err = ledger.Begin(t, ledger.New{Kind: ledger.ByHand}); err != nil {
			return err
		}
		for _, w := range wordings {
			id, err := book.Add(t, func() (int64, error) { return store.Insert(t, insertRow, 0, entry, w) })
			if err != nil {
				return err
			}
			records = append(records, id)
		}
		return nil
	})
	return entry, records
}

// change ends a record's version and writes the next; "" takes the record back.
func (d desk) change(record int64, wording string) (entry int64, err error) {
	err = d.try(func(t *store.Tx) (err error) {
		kind := ledger.Change
		if wording == "" {
			kind = ledger.Withdrawal
		}
		if entry, err = ledger.Begin(t, ledger.New{Kind: kind, Reason: "vì chép nhầm"}); err != nil {
			return err
		}
		if err := book.End(t, record, entry); err != nil || wording == "" {
			return err
		}
		_, err = store.Insert(t, insertRow, record, entry, wording)
		return err
	})
	return entry, err
}

func (d desk) undo(entry int64) error {
	return d.try(func(t *store.Tx) error {
		by, err := ledger.Begin(t, ledger.New{Kind: ledger.Undo, Reason: "nhập nhầm tệp"})
		if err != nil {
			return err
		}
		if err := ledger.MarkUndone(t, entry, by); err != nil {
			return err
		}
		return book.Undo(t, entry, by)
	})
}

func (d desk) list(q *store.Stmt) (list []string) {
	d.t.Helper()
	p, err := d.door.Permit(d.ctx, access.Ask{Right: access.See, Unit: d.unit, Action: "test"})
	if err != nil {
		d.t.Fatal(err)
	}
	err = d.db.Read(d.ctx, p, func(t *store.Tx) (err error) { list, err = store.All(t, q, scanText); return err })
	if err != nil {
		d.t.Fatal(err)
	}
	return list
}

func (d desk) stands(want ...string) {
	d.t.Helper()
	if got := d.list(standing); !slices.Equal(got, want) {
		d.t.Errorf("standing %q, want %q", got, want)
	}
}

func TestBook_nothingIsOverwritten(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db, testkit.Root(t, db))
		_, records := d.add("một", "hai", "ba")
		d.stands("một", "hai", "ba")
		if _, err := d.change(records[1], "hai sửa"); err != nil {
			t.Fatal(err)
		}
		if _, err := d.change(records[0], ""); err != nil {
			t.Fatal(err)
		}
		d.stands("hai sửa", "ba")
		if got := d.list(allRows); !slices.Equal(got, []string{"một", "hai", "ba", "hai sửa"}) {
			t.Errorf("kept %q", got)
		}
		if _, err := d.change(records[0], "một lại"); !errors.Is(err, fault.NotFound) {
			t.Errorf("changing what was taken back: %v", err)
		}
		d.stands("hai sửa", "ba")
	})
}

func TestBook_undoLetsStandWhatTheEntryHadEnded(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db, testkit.Root(t, db))
		first, records := d.add("một", "hai")
		changed, err := d.change(records[0], "một sửa")
		if err != nil {
			t.Fatal(err)
		}
		var later, wrote []int64
		d.do(func(t *store.Tx) (err error) {
			if later, err = book.Changed(t, first); err != nil {
				return err
			}
			wrote, err = book.Records(t, first)
			return err
		})
		if !slices.Equal(later, records[:1]) || !slices.Equal(wrote, records) {
			t.Errorf("changed since %v, written %v, want %v and %v", later, wrote, records[:1], records)
		}
		if err := d.undo(changed); err != nil {
			t.Fatal(err)
		}
		d.stands("một", "hai")
		if err := d.undo(changed); !errors.Is(err, fault.Conflict) {
			t.Errorf("undone twice: %v", err)
		}
		d.stands("một", "hai")
		if err := d.undo(first); err != nil {
			t.Fatal(err)
		}
		d.stands()
	})
}

func TestBegin_asksForAReasonAndTellsWho(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db, testkit.Root(t, db))
		for _, kind := range []ledger.Kind{ledger.Change, ledger.Withdrawal, ledger.Undo} {
			err := d.try(func(t *store.Tx) error {
				_, err := ledger.Begin(t, ledger.New{Kind: kind, Reason: " \t"})
				return err
			})
			if !errors.Is(err, fault.Invalid) {
				t.Errorf("%s without a reason: %v", kind, err)
			}
		}
		entry, records := d.add("một")
		if _, err := d.change(records[0], "hai"); err != nil {
			t.Fatal(err)
		}
		var (
			e       ledger.Entry
			history []ledger.Entry
		)
		d.do(func(t *store.Tx) (err error) {
			if e, err = ledger.ByID(t, entry); err != nil {
				return err
			}
			history, err = book.History(t, records[0])
			return err
		})
		if e.Unit != d.unit || e.Account != access.From(d.ctx).Account || e.Kind != ledger.ByHand || e.At == 0 || e.UndoneBy != 0 {
			t.Errorf("entry %+v", e)
		}
		if len(history) != 2 || history[0].ID != entry || history[1].Kind != ledger.Change || history[1].Reason != "vì chép nhầm" {
			t.Errorf("history %+v", history)
		}
	})
}

func TestEntry_isSeenWithinTheSubtreeOnly(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		root := testkit.Root(t, db)
		mine, other := testkit.Unit(t, db, root, "Chi bộ Một"), testkit.Unit(t, db, root, "Chi bộ Hai")
		d, stranger := newDesk(t, db, mine), newDesk(t, db, other)
		entry, records := d.add("của chi bộ Một")
		stranger.do(func(tx *store.Tx) error {
			if _, err := ledger.ByID(tx, entry); !errors.Is(err, fault.NotFound) {
				t.Errorf("a stranger reads the entry: %v", err)
			}
			list, err := ledger.Of(tx, mine)
			if err != nil || len(list) > 0 {
				t.Errorf("a stranger lists %v, %v", list, err)
			}
			return nil
		})
		if _, err := stranger.change(records[0], "của người khác"); !errors.Is(err, fault.NotFound) {
			t.Errorf("a stranger changes the record: %v", err)
		}
		if err := stranger.undo(entry); err == nil {
			t.Error("a stranger undoes the entry")
		}
		d.stands("của chi bộ Một")
	})
}

func TestStory_tellsAddedChangedRemoved(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db, testkit.Root(t, db))
		first, records := d.add("một", "hai")
		second, err := d.change(records[0], "một sửa")
		if err != nil {
			t.Fatal(err)
		}
		third, err := d.change(records[1], "")
		if err != nil {
			t.Fatal(err)
		}
		versions := []ledger.Version{
			{Record: records[0], Begun: first, Ended: second, Name: "một"}, {Record: records[1], Begun: first, Ended: third, Name: "hai"},
			{Record: records[0], Begun: second, Name: "một sửa"},
		}
		var told []string
		d.do(func(t *store.Tx) error {
			steps, err := ledger.Story(t, versions)
			for _, s := range steps {
				told = append(told, fmt.Sprint(s.Entry.ID, len(s.Added), len(s.Changed), len(s.Removed)))
			}
			return err
		})
		want := []string{fmt.Sprint(first, 2, 0, 0), fmt.Sprint(second, 0, 1, 0), fmt.Sprint(third, 0, 0, 1)}
		if !slices.Equal(told, want) {
			t.Errorf("told %q, want %q", told, want)
		}
	})
}
