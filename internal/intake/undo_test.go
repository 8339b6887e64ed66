package intake_test

import (
	"errors"
	"testing"

	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/intake"
	"hamrong/internal/ledger"
	"hamrong/internal/meeting"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/testkit"
)

// last is the newest entry of the desk's unit as its list shows it.
func (d *desk) last() intake.Written {
	d.t.Helper()
	list, err := d.in.Entries(d.ctx, d.unit)
	if err != nil {
		d.t.Fatal(err)
	}
	return list[0]
}

// did fails the test where one step before what it tests failed.
func (d *desk) did(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// undo takes an entry back, which must succeed.
func (d *desk) undo(entry int64) {
	d.t.Helper()
	if built, err := d.in.Undo(d.ctx, entry, "rút nhầm"); err != nil {
		d.t.Fatalf("built %v, %v", built, err)
	}
}

func TestUndo_ofATakingBackLetsStandAgainWhatItEnded(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		targets := target.NewService(db, directory.New(db))
		draft := func(low int64) int64 {
			c := target.Content{Period: "2016", Subject: "chi bộ", Measure: "trong sạch vững mạnh", Comparator: target.Above, Low: low, Unit: target.Percent}
			record, err := targets.Draft(d.ctx, d.unit, c, "")
			d.did(err)
			return record
		}
		kept, other := draft(5000), draft(6000)
		d.did(targets.Keep(d.ctx, kept, []int64{other}, "ghi hai lần"))
		w := d.last()
		if len(w.Wrote) != 1 || w.Wrote[0] != (intake.Wrote{Table: target.Book.Table, Count: 1}) {
			t.Errorf("the list says that it wrote %v", w.Wrote)
		}
		if _, records, err := d.in.Entry(d.ctx, w.ID); err != nil || len(records) != 1 || records[0].Record != other || records[0].Name == "" {
			t.Errorf("its page names %v, %v", records, err)
		}
		d.undo(w.ID)
		g, err := targets.Target(d.ctx, other)
		if err != nil || g.Ended != 0 || g.Low != 6000 {
			t.Errorf("after the undo %+v, %v", g, err)
		}
		if _, err := d.in.Undo(d.ctx, w.ID, "lần nữa"); !errors.Is(err, fault.Conflict) {
			t.Errorf("undone twice: %v", err)
		}
		d.did(targets.Withdraw(d.ctx, other, "ghi hai lần"))
		d.undo(d.last().ID)
		if g, err := targets.Target(d.ctx, other); err != nil || g.Ended != 0 {
			t.Errorf("withdrawn and undone: %+v, %v", g, err)
		}
	})
}

func TestUndo_ofAnUndoIsRefused(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	doc, _ := d.keep(twin(t))
	d.undo(d.enter(doc, intake.Wish{Rest: true}).Entry)
	if _, err := d.in.Undo(d.ctx, d.last().ID, "thử"); !errors.Is(err, fault.Conflict) {
		t.Errorf("got %v", err)
	}
}

func TestUndo_ofATakingBackWaitsForWhatItBelongsTo(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		meetings := meeting.NewService(db, directory.New(db))
		record, err := meetings.Create(d.ctx, d.unit, meeting.Content{Name: "Hội nghị tổng kết", Year: 2015}, ledger.Why{})
		d.did(err)
		item, err := meetings.AddItem(d.ctx, record, meeting.ItemContent{Kind: meeting.Act, Act: meeting.Opened, Who: "Trần Văn Mẫu"}, "")
		d.did(err)
		d.did(meetings.RemoveItem(d.ctx, item, "chép nhầm"))
		removal := d.last().ID
		d.did(meetings.Withdraw(d.ctx, record, "chép nhầm"))
		withdrawal := d.last().ID
		built, err := d.in.Undo(d.ctx, removal, "rút nhầm")
		if !errors.Is(err, fault.Conflict) || len(built) != 1 || built[0].Record != item || built[0].Why != ledger.BaseGone {
			t.Fatalf("an item of a meeting that is gone: built %v, %v", built, err)
		}
		d.undo(withdrawal)
		d.undo(removal)
		d.read(func(tx *store.Tx) error {
			list, err := meeting.ItemsOf(tx, record)
			if len(list) != 1 {
				t.Errorf("%d items stand, want 1", len(list))
			}
			return err
		})
	})
}

func TestUndo_putsNothingBackIntoAClosedYear(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		titles, meetings := title.NewService(db, directory.New(db)), meeting.NewService(db, directory.New(db))
		content := title.Content{Period: "2015", Wording: "Trong sạch, vững mạnh", Status: title.Attained}
		given, err := titles.Give(d.ctx, d.unit, content, ledger.Why{})
		d.did(err)
		begun := d.last().ID
		held, err := meetings.Create(d.ctx, d.unit, meeting.Content{Name: "Hội nghị tổng kết", Year: 2015}, ledger.Why{})
		d.did(err)
		opened := d.last().ID
		item, err := meetings.AddItem(d.ctx, held, meeting.ItemContent{Kind: meeting.Act, Act: meeting.Opened, Who: "Trần Văn Mẫu"}, "")
		d.did(err)
		d.close(d.unit, 2015)
		content.Period = "2016"
		d.did(titles.Change(d.ctx, given, content, ledger.Edit{Seen: begun, Reason: "của năm sau"}))
		moved := d.last().ID
		d.did(meetings.RemoveItem(d.ctx, item, "chép nhầm"))
		removed := d.last().ID
		d.did(meetings.Change(d.ctx, held, meeting.Content{Name: "Hội nghị tổng kết", Year: 2016}, ledger.Edit{Seen: opened, Reason: "của năm sau"}))
		for what, entry := range map[string]int64{"a title": moved, "a meeting": d.last().ID, "an item of it": removed} {
			if _, closed, err := d.in.Obstacles(d.ctx, entry); err != nil || !errors.Is(closed, fault.Conflict) {
				t.Errorf("%s: told before %v, %v", what, closed, err)
			}
			if built, err := d.in.Undo(d.ctx, entry, "thử"); !errors.Is(err, fault.Conflict) || len(built) > 0 {
				t.Errorf("%s goes back into the closed year: built %v, %v", what, built, err)
			}
		}
	})
}

func TestUndo_takesTheWholeEntryBackAndItCanBeEnteredAgain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		doc, _ := d.keep(twin(t))
		out := d.enter(doc, intake.Wish{Rest: true})
		if built, err := d.in.Undo(d.ctx, out.Entry, "nhập nhầm năm"); err != nil || len(built) > 0 {
			t.Fatalf("built %v, %v", built, err)
		}
		d.read(func(tx *store.Tx) error {
			figures, err := figure.Of(tx, d.unit, "2015")
			if len(figures) != 0 {
				t.Errorf("%d figures stand", len(figures))
			}
			return err
		})
		if again := d.enter(doc, intake.Wish{Rest: true}); len(again.Made) != len(out.Made) {
			t.Errorf("entered %d again, want %d (refused %v, already %v)", len(again.Made), len(out.Made), again.Refused, again.Already)
		}
	})
}

func TestUndo_leavesTheChoicesAsTheyWereEntered(t *testing.T) {
	for name, w := range map[string]intake.Wish{"all at once": {Rest: true}, "one by one": {}} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, testkit.NewDB(t))
			doc, _ := d.keep(twin(t))
			if !w.Rest {
				sheet, err := d.in.Sheet(d.ctx, doc)
				if err != nil {
					t.Fatal(err)
				}
				var all []intake.Decision
				for _, it := range sheet.Items {
					all = append(all, intake.Decision{Mark: it.Mark, Choice: intake.Accept})
				}
				if err := d.in.Decide(d.ctx, doc, all); err != nil {
					t.Fatal(err)
				}
			}
			out := d.enter(doc, w)
			if _, err := d.in.Undo(d.ctx, out.Entry, "nhập nhầm năm"); err != nil {
				t.Fatal(err)
			}
			if again := d.enter(doc, intake.Wish{}); len(again.Made) != len(out.Made) {
				t.Errorf("%d of the %d facts of the undone entry wait to be entered", len(again.Made), len(out.Made))
			}
		})
	}
}

func TestUndo_refusesWithNamesWhileSomethingWasBuiltOnIt(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	doc, _ := d.keep(twin(t))
	out := d.enter(doc, intake.Wish{Rest: true})
	var record int64
	d.read(func(tx *store.Tx) error {
		list, err := target.Of(tx, d.unit, period.Year(2016))
		record = list[0].Record
		return err
	})
	targets := target.NewService(d.db, directory.New(d.db))
	if err := targets.Adopt(d.ctx, d.unit, []int64{record}, target.Decision{Number: "02-NQ/ĐU", Date: "2016-01-15"}); err != nil {
		t.Fatal(err)
	}
	built, err := d.in.Undo(d.ctx, out.Entry, "thử")
	if !errors.Is(err, fault.Conflict) || len(built) != 1 || built[0].Record != record || built[0].Name == "" {
		t.Fatalf("built %v, %v", built, err)
	}
}

func TestUndo_leavesAClosedYearAlone(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	doc, _ := d.keep(twin(t))
	out := d.enter(doc, intake.Wish{Rest: true})
	d.close(d.unit, 2015)
	if _, err := d.in.Undo(d.ctx, out.Entry, "thử"); !errors.Is(err, fault.Conflict) {
		t.Fatalf("got %v, want a conflict with the closed year", err)
	}
	d.read(func(tx *store.Tx) error {
		figures, err := figure.Of(tx, d.unit, "2015")
		if len(figures) != 6 {
			t.Errorf("%d figures stand, want 6", len(figures))
		}
		return err
	})
}
