package figure_test

import (
	"context"
	"slices"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/testkit"
)

func TestHaving_listsTheUnitsRightBelowWithAFigureThatStands(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		put := func(unit int64, of period.Period, level string) {
			t.Helper()
			put := figure.New{Place: figure.Place{Period: of, Population: "dang_vien", Level: level}, Value: figure.Value{Count: n(1)}}
			if err := d.Put(d.ctx, unit, put, ledger.Why{}); err != nil {
				t.Fatal(err)
			}
		}
		having := func(ctx context.Context, day period.Date) (list []int64) {
			t.Helper()
			p, err := directory.New(db).Permit(ctx, access.Ask{Right: access.See})
			if err != nil {
				t.Fatal(err)
			}
			err = db.Read(ctx, p, func(tx *store.Tx) (err error) { list, err = figure.Having(tx, d.unit, "2015", day); return err })
			if err != nil {
				t.Fatal(err)
			}
			return list
		}
		const day = "2015-12-31"
		first, second, third := testkit.Unit(t, db, d.unit, "Chi bộ Một"), testkit.Unit(t, db, d.unit, "Chi bộ Hai"), testkit.Unit(t, db, d.unit, "Chi bộ Ba")
		deeper := testkit.Unit(t, db, third, "Tổ Một")
		put(d.unit, "2015", "HTNV")
		put(first, "2015", "HTNV")
		put(first, "2015", "HTTNV") // two figures, one unit
		put(second, "2014", "HTNV")
		put(deeper, "2015", "HTNV")
		if got := having(d.ctx, day); !slices.Equal(got, []int64{first}) {
			t.Errorf("of the year itself, right below: %v, want %d alone", got, first)
		}
		put(second, "2015", "HTNV")
		if got := having(d.ctx, day); !slices.Equal(got, []int64{first, second}) {
			t.Errorf("got %v, want %d and %d", got, first, second)
		}
		if got := having(testkit.Signed(t, db, access.Reader, second), day); !slices.Equal(got, []int64{second}) {
			t.Errorf("who may see %d alone is told of %v", second, got)
		}
		var typed []figure.Figure
		d.read(t, func(tx *store.Tx) (err error) { typed, err = figure.Of(tx, second, "2015"); return err })
		if err := d.Withdraw(d.ctx, typed[0].Record, "Ghi nhầm"); err != nil {
			t.Fatal(err)
		}
		if got := having(d.ctx, day); !slices.Equal(got, []int64{first}) {
			t.Errorf("after %d took its figure back: %v", second, got)
		}
		ended := org.Act{On: "2016-03-01", Decision: "05-QĐ", Reason: "Giải thể"}
		if err := org.New(db, directory.New(db)).End(d.ctx, first, ended); err != nil {
			t.Fatal(err)
		}
		if before, after := having(d.ctx, day), having(d.ctx, "2016-12-31"); !slices.Equal(before, []int64{first}) || len(after) != 0 {
			t.Errorf("%d ended in 2016: by the tree of 2015 %v, of 2016 %v", first, before, after)
		}
	})
}
