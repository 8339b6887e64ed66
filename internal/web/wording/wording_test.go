package wording_test

import (
	"context"
	"testing"

	"hamrong/internal/figure"
	"hamrong/internal/report"
	"hamrong/internal/target"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

func vietnamese(t *testing.T) context.Context {
	t.Helper()
	cat, err := ui.NewCatalogue(wording.Locale)
	if err != nil {
		t.Fatal(err)
	}
	return ui.WithLang(t.Context(), cat, ui.Vietnamese)
}

func TestTargetName_namesWhatIsCountedWhereVietnameseDoes(t *testing.T) {
	for want, c := range map[string]target.Content{
		"Chi bộ đạt trong sạch vững mạnh":    {Subject: "chi bộ", Measure: "đạt trong sạch vững mạnh", Unit: target.Percent},
		"Xét, đề nghị kết nạp đảng viên mới": {Subject: "đảng viên mới", Measure: "xét, đề nghị kết nạp", Unit: target.Count},
		"Kết nạp đảng viên mới":              {Measure: "kết nạp đảng viên mới", Subject: "", Unit: target.Count},
	} {
		if got := wording.TargetName(c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestTargetName_saysNothingTwice(t *testing.T) {
	if got := wording.TargetName(target.Content{Subject: "tốc độ tăng trưởng", Measure: "tốc độ tăng trưởng đạt"}); got != "Tốc độ tăng trưởng đạt" {
		t.Errorf("got %q", got)
	}
}

func TestAim_wordsEachComparator(t *testing.T) {
	ctx := vietnamese(t)
	for want, c := range map[string]target.Content{
		"trên 50\u00a0%":              {Comparator: target.Above, Low: 5000, Unit: target.Percent},
		"từ 5 trở lên":                {Comparator: target.AtLeast, Low: 500, Unit: target.Count},
		"từ 15 đến 20\u00a0%":         {Comparator: target.Range, Low: 1500, High: 2000, Unit: target.Percent},
		"từ 15 đến 20\u00a0% trở lên": {Comparator: target.RangeUp, Low: 1500, High: 2000, Unit: target.Percent},
		"không quá 0,5\u00a0‰":        {Comparator: target.AtMost, Low: 50, Unit: target.PerMille},
		"11/11":                       {Comparator: target.Equal, Low: 1100, OfTotal: 11, Unit: target.Count},
		"dưới 5\u00a0%":               {Comparator: target.Below, Low: 500, Unit: target.Percent},
	} {
		if got := wording.Aim(ctx, c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestPercent_keepsTheDigitsWritten(t *testing.T) {
	ctx := vietnamese(t)
	for want, p := range map[string]figure.Percent{"97,6\u00a0%": {Units: 976, Digits: 1}, "50,0\u00a0%": {Units: 500, Digits: 1}, "0,05\u00a0%": {Units: 5, Digits: 2}, "7\u00a0%": {Units: 7}} {
		if got := wording.Percent(ctx, p); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestLocale_fits(t *testing.T) {
	if err := ui.CheckLocale(wording.Locale); err != nil {
		t.Error(err)
	}
}

func TestAsked_isWordedAsWhatIsEntered(t *testing.T) {
	ctx := vietnamese(t)
	for want, c := range map[string]report.Target{
		"từ 90\u00a0% trở lên": {Comparator: report.AtLeast, Values: []float64{90}, Unit: "%"},
		"từ 15 đến 20\u00a0%":  {Comparator: report.Range, Values: []float64{15, 20}, Unit: "%"},
		"không quá 2,5\u00a0‰": {Comparator: report.AtMost, Values: []float64{2.5}, Unit: "per mille"},
		"từ 1.200 trở lên":     {Comparator: report.AtLeast, Values: []float64{1200}, Unit: "count"},
	} {
		if got := wording.Asked(ctx, c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestReported_isWordedAsWhatIsEntered(t *testing.T) {
	ctx, n, all, written, long := vietnamese(t), 7, 18, "38,9", "38,8888889"
	for want, c := range map[string]report.Classification{
		"7/18":                   {Count: &n, OfTotal: &all, Qualifier: "="},
		"gần 7/18 (38,9\u00a0%)": {Count: &n, OfTotal: &all, PercentWritten: &written, Qualifier: "nearly"},
		"38,8888889\u00a0%":      {PercentWritten: &long, Qualifier: "="},
	} {
		if got := wording.Reported(ctx, c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestDistance_saysWhereACountStandsInARange(t *testing.T) {
	aim := target.Content{Period: "2016", Population: "dang_vien", Comparator: target.Range, Low: 1500, High: 2000, Unit: target.Percent}
	for count, want := range map[int64]string{34: "trong khung, còn 0 đảng viên đến mức trên", 26: "trong khung, còn 8 đảng viên đến mức trên", 36: "vượt 2 đảng viên"} {
		a := figure.Amount{Known: true, Period: "2015", Counted: true, Count: figure.Bounds{Lo: count, Hi: count}, Total: 171}
		if got := wording.Distance(vietnamese(t), target.Compare(aim, a).Distance, aim); got != want {
			t.Errorf("%d: got %q, want %q", count, got, want)
		}
	}
}
