package intake_test

import (
	"errors"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/intake"
	"hamrong/internal/store"
	"hamrong/internal/title"
	"hamrong/internal/year"
	"hamrong/testkit"
)

// close decides and closes a unit's year.
func (d *desk) close(unit int64, of int) {
	d.t.Helper()
	years := year.New(d.db, directory.New(d.db))
	if err := years.Decide(d.ctx, unit, of, year.Deciding{Body: "Đảng ủy Khối", Number: "21-QĐ/ĐUK", On: "2017-01-08"}); err != nil {
		d.t.Fatal(err)
	}
	if err := years.Close(d.ctx, unit, of); err != nil {
		d.t.Fatal(err)
	}
}

func TestEnter_aClosedYearTakesNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		d.close(d.unit, 2015)
		doc, _ := d.keep(twin(t))
		before := d.prospects(doc)
		out := d.enter(doc, intake.Wish{Rest: true})
		refused := map[string]error{}
		for _, r := range out.Refused {
			refused[r.Mark] = r.Err
		}
		if !errors.Is(refused["X1"], fault.Conflict) || refused["C1"] != nil {
			t.Errorf("X1 of the closed 2015: %v; C1 of the open 2016: %v", refused["X1"], refused["C1"])
		}
		for mark, err := range refused {
			if errors.Is(err, fault.Conflict) != (before[mark].Closed != nil) {
				t.Errorf("%s was refused with %v, foretold was %v", mark, err, before[mark].Closed)
			}
		}
		for mark, p := range before {
			if p.Closed != nil && refused[mark] == nil {
				t.Errorf("%s was foretold to be of a closed year and was entered", mark)
			}
		}
		d.read(func(tx *store.Tx) error {
			figures, err := figure.Of(tx, d.unit, "2015")
			if err != nil {
				return err
			}
			titles, err := title.Of(tx, d.unit)
			for _, x := range titles {
				if x.Period == "2015" {
					t.Errorf("%q stands in the closed year", x.Wording)
				}
			}
			if len(figures) != 0 {
				t.Errorf("%d figures stand in the closed year", len(figures))
			}
			return err
		})
	})
}

// union is a report's unit and one beside it, for which the report tells of a title.
func (d *desk) union() (beside int64, out intake.Outcome) {
	d.t.Helper()
	root := d.unit
	d.unit = testkit.Unit(d.t, d.db, root, "Chi bộ Văn phòng")
	beside = testkit.Unit(d.t, d.db, root, "Công đoàn cơ sở")
	doc, _ := d.keep(twin(d.t))
	out = d.enter(doc, intake.Wish{Rest: true, Placing: intake.Placing{"cong doan so": beside}})
	if len(d.titles(beside)) == 0 {
		d.t.Fatalf("no title came to the unit beside: made %v, refused %v", out.Made, out.Refused)
	}
	return beside, out
}

func (d *desk) titles(unit int64) (list []title.Title) {
	d.t.Helper()
	d.read(func(tx *store.Tx) (err error) { list, err = title.Of(tx, unit); return err })
	return list
}

func TestUndo_isWholeOrRefusedToWhomItReachesTooFar(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		beside, out := d.union()
		here := testkit.Signed(t, db, access.Clerk, d.unit)
		if _, err := d.in.Undo(here, out.Entry, "nhập nhầm"); !errors.Is(err, fault.Denied) {
			t.Fatalf("got %v from a clerk of one of the two units", err)
		}
		if len(d.titles(beside)) == 0 {
			t.Error("the refused undo took the title back")
		}
		if built, err := d.in.Undo(d.ctx, out.Entry, "nhập nhầm"); err != nil {
			t.Fatalf("built %v, %v", built, err)
		}
		if list := d.titles(beside); len(list) != 0 {
			t.Errorf("%d titles stand after the undo", len(list))
		}
	})
}

func TestUndo_leavesTheClosedYearOfAnotherUnitAlone(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	beside, out := d.union()
	d.close(beside, 2016)
	if _, err := d.in.Undo(d.ctx, out.Entry, "nhập nhầm"); !errors.Is(err, fault.Conflict) {
		t.Fatalf("got %v, want a conflict with the closed year", err)
	}
	if len(d.titles(beside)) == 0 {
		t.Error("the title of the closed year is gone")
	}
}

func TestDecide_leavesWhatWasEnteredAlone(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	doc, _ := d.keep(twin(t))
	d.enter(doc, intake.Wish{Marks: []string{"X1"}, Rest: true})
	err := d.in.Decide(d.ctx, doc, []intake.Decision{{Mark: "X2", Choice: intake.Leave}, {Mark: "X1", Choice: intake.Leave}})
	if !errors.Is(err, fault.Conflict) {
		t.Errorf("got %v", err)
	}
	sheet, err := d.in.Sheet(d.ctx, doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range sheet.Items {
		if it.Choice == intake.Leave {
			t.Errorf("%s was left out", it.Mark)
		}
	}
}
