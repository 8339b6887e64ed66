package intake_test

import (
	"errors"
	"strings"
	"testing"

	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/intake"
	"hamrong/internal/store"
	"hamrong/testkit"
)

// A field that was cleared means that the fact has none; what it cannot do without is asked for at the field.
func TestDecide_aClearedFieldIsNothingOrIsAskedFor(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	doc, _ := d.keep("Kết quả xếp loại năm 2015: 7/18 chi bộ (38,9%) đạt danh hiệu “Trong sạch, vững mạnh”.\nNăm 2016, Đảng bộ phấn đấu trên 50% chi bộ đạt trong sạch vững mạnh.")
	for _, x := range []struct {
		mark  string
		fix   intake.Fix
		wrong string
	}{
		{"X1", intake.Fix{Percent: intake.Nothing}, ""},
		{"X1", intake.Fix{OfTotal: intake.Nothing}, ""},
		{"X1", intake.Fix{Count: intake.Nothing}, ""},
		{"X1", intake.Fix{Year: intake.Nothing}, ""},
		{"X1", intake.Fix{Count: intake.Nothing, Percent: intake.Nothing}, "X1-count X1-percent"},
		{"C1", intake.Fix{Values: intake.Nothing}, "C1-values"},
		{"C1", intake.Fix{Words: intake.Nothing, More: intake.Nothing}, "C1-words C1-more"},
		{"C1", intake.Fix{Year: intake.Nothing}, ""},
	} {
		err := d.in.Decide(d.ctx, doc, []intake.Decision{{Mark: x.mark, Choice: intake.Edit, Fix: x.fix}})
		var f *fault.Error
		var names []string
		if errors.As(err, &f) {
			for _, w := range f.Fields {
				names = append(names, w.Name)
			}
		} else if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(names, " "); got != x.wrong {
			t.Errorf("%+v: wrong %q, want %q", x.fix, got, x.wrong)
		}
	}
	err := d.in.Decide(d.ctx, doc, []intake.Decision{{Mark: "X1", Choice: intake.Edit, Fix: intake.Fix{Percent: intake.Nothing, OfTotal: intake.Nothing}},
		{Mark: "C1", Choice: intake.Edit, Fix: intake.Fix{Year: intake.Nothing}}})
	if err != nil {
		t.Fatal(err)
	}
	out := d.enter(doc, intake.Wish{})
	if len(out.Made) != 1 || len(out.Refused) != 1 || out.Refused[0].Mark != "C1" {
		t.Fatalf("entered %v, refused %v", out.Made, out.Refused)
	}
	d.read(func(tx *store.Tx) error {
		figures, err := figure.Of(tx, d.unit, "2015")
		if len(figures) != 1 || figures[0].Percent != nil || figures[0].OfTotal != nil || *figures[0].Count != 7 {
			t.Errorf("entered %+v", figures)
		}
		return err
	})
}
