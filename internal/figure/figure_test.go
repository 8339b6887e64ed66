package figure

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func n(v int64) *int64 { return &v }

// fig makes a figure of chi bộ in 2015 as a report states it.
func fig(level string, v Value) Figure { return figOf("chi_bo", level, v) }

var counter int64

func figOf(population, level string, v Value) Figure {
	counter++
	if v.Qualifier == "" {
		v.Qualifier = Exactly
	}
	return Figure{Record: counter, Unit: 1, Place: Place{Period: "2015", Population: population, Level: level}, Value: v}
}

func of(count, total int64) Value { return Value{Count: n(count), OfTotal: n(total)} }

func sample() Sheet {
	return Assemble("2015", []Figure{
		fig("TSVM_TB", of(2, 18)), fig("TSVM", of(7, 18)), fig("HTTNV", of(9, 18)),
		figOf("dang_vien", "HTXSNV", Value{Count: n(36)}), figOf("dang_vien", "HTTNV", Value{Count: n(128)}), figOf("dang_vien", "HTNV", Value{Count: n(4)}),
	})
}

func TestTally_writtenTotalMakesTheRestZero(t *testing.T) {
	got := sample().Tally("chi_bo")
	if got.Base.From != Stated || got.Base.Total != 18 || got.Sum != 18 || got.SumCheck() != Holds {
		t.Errorf("base %+v, sum %d, check %s", got.Base, got.Sum, got.SumCheck())
	}
	for _, r := range got.Rows[3:] {
		if r.State != RowInferred || r.Count != 0 {
			t.Errorf("%s: got %s, want 0 (suy ra)", r.Level, r.State)
		}
	}
}

func TestTally_addedUpTotalInfersNothing(t *testing.T) {
	got := sample().Tally("dang_vien")
	if got.Base.From != AddedUp || got.Base.Total != 168 {
		t.Errorf("base %+v", got.Base)
	}
	if got.Rows[3].State != RowUnstated {
		t.Errorf("KHTNV: got %s, want it left unstated", got.Rows[3].State)
	}
	if got.SumCheck() != Undecided {
		t.Errorf("a total that was added up proves nothing, got %s", got.SumCheck())
	}
}

func TestAmount_orHigherIsWorkedOutFromLevels(t *testing.T) {
	for _, c := range []struct {
		ask         Ask
		count, base int64
	}{
		{Ask{Population: "chi_bo", Level: "TSVM", OrHigher: true}, 9, 18},
		{Ask{Population: "chi_bo", Level: "TSVM"}, 7, 18},
		{Ask{Population: "dang_vien", Level: "HTTNV", OrHigher: true}, 164, 168},
		{Ask{Population: "dang_vien", Level: "HTTNV"}, 128, 168},
		{Ask{Population: "dang_vien", Level: "HTXSNV"}, 36, 168},
	} {
		a := sample().Amount(c.ask)
		if !a.Counted || !a.Count.Exact() || a.Count.Lo != c.count || a.Total != c.base {
			t.Errorf("%+v: got %+v", c.ask, a)
		}
	}
}

func TestTally_partIsNotAddedTwice(t *testing.T) {
	part := fig("TSVM_TB", Value{Count: n(3)})
	part.Within = "TSVM"
	s := Assemble("2015", []Figure{fig("TSVM", of(10, 18)), part, fig("HTTNV", of(8, 18)), fig("YK", Value{Count: n(0), Negated: true})})
	tally := s.Tally("chi_bo")
	if tally.Sum != 18 || tally.SumCheck() != Holds {
		t.Errorf("sum %d, check %s", tally.Sum, tally.SumCheck())
	}
	if a := s.Amount(Ask{Population: "chi_bo", Level: "TSVM", OrHigher: true}); a.Count.Lo != 10 || !a.Count.Exact() {
		t.Errorf("trở lên: got %+v, want 10", a)
	}
	if a := s.Amount(Ask{Population: "chi_bo", Level: "TSVM"}); a.Count.Lo != 7 {
		t.Errorf("the level alone: got %+v, want 10 less 3", a)
	}
}

func TestTally_wrongSumFails(t *testing.T) {
	s := Assemble("2015", []Figure{fig("TSVM", of(7, 18)), fig("HTTNV", of(12, 18))})
	if got := s.Tally("chi_bo").SumCheck(); got != Fails {
		t.Errorf("7 + 12 of 18: got %s", got)
	}
}

func TestTally_addsUpATotalOnlyWhereEveryLevelButTheLowestHasItsCount(t *testing.T) {
	without := Assemble("2015", []Figure{figOf("dang_vien", "HTXSNV", Value{Count: n(33)}), figOf("dang_vien", "HTTNV", Value{Count: n(134)})})
	if got := without.Tally("dang_vien").Base; got.From != NoBase {
		t.Errorf("a level is left out and the total is %+v", got)
	}
	if _, _, ok := without.Amount(Ask{Population: "dang_vien", Level: "HTXSNV"}).Interval(15_00, 1); ok {
		t.Error("33 of nobody knows how many is compared with a threshold")
	}
	if got := sample().Tally("dang_vien").Base; got.From != AddedUp || got.Total != 168 {
		t.Errorf("only the lowest level is unsaid, and the total is %+v", got)
	}
}

func TestTally_knowsWhichCountHasAnotherLevelInIt(t *testing.T) {
	part := fig("TSVM_TB", Value{Count: n(3)})
	part.Within = "TSVM"
	with := Assemble("2015", []Figure{fig("TSVM", of(10, 18)), part}).Tally("chi_bo")
	if !with.Contains("TSVM") || with.Contains("TSVM_TB") || sample().Tally("chi_bo").Contains("TSVM") {
		t.Error("10 trong sạch, vững mạnh, trong đó 3 tiêu biểu")
	}
}

func TestAmount_moreThanThereAreIsNoShare(t *testing.T) {
	s := Assemble("2015", []Figure{fig("TSVM", of(7, 9)), fig("HTTNV", of(3, 9))})
	a := s.Amount(Ask{Population: "chi_bo", Level: "HTTNV", OrHigher: true})
	if !a.Counted || a.Count.Lo != 10 || a.Total != 0 {
		t.Errorf("7 + 3 of 9: got %d/%d, want 10 of no total", a.Count.Lo, a.Total)
	}
	if _, _, ok := a.Interval(50_00, 1); ok {
		t.Error("10 of 9 is compared with a threshold")
	}
}

func TestTally_levelsThatNothingStatesAreOpen(t *testing.T) {
	if got := sample().Tally("dang_vien").Open(); !slices.Equal(got, []string{"KHTNV"}) {
		t.Errorf("open: %v", got)
	}
	if got := sample().Tally("chi_bo").Open(); len(got) > 0 {
		t.Errorf("the total leaves nothing open, got %v", got)
	}
}

func TestTally_secondSourceStandsBesideAndIsNeverAdded(t *testing.T) {
	s := Assemble("2015", []Figure{fig("TSVM", of(7, 18)), fig("TSVM", of(8, 18)), fig("HTTNV", of(11, 18))})
	tally := s.Tally("chi_bo")
	if tally.Sum != 18 || !tally.Rows[1].Conflict || len(tally.Rows[1].Figures) != 2 {
		t.Errorf("sum %d, row %+v", tally.Sum, tally.Rows[1])
	}
	agreeing := Assemble("2015", []Figure{fig("TSVM", of(7, 18)), fig("TSVM", Value{Percent: &Percent{389, 1}})})
	if agreeing.Tally("chi_bo").Rows[1].Conflict {
		t.Error("7 of 18 and 38,9 % agree")
	}
}

func TestTally_percentStaysAPercent(t *testing.T) {
	s := Assemble("2015", []Figure{fig("TSVM", Value{Percent: &Percent{50, 0}, OfTotal: n(18)}), fig("HTTNV", of(9, 18))})
	a := s.Amount(Ask{Population: "chi_bo", Level: "TSVM", OrHigher: true})
	if !a.Known || a.Counted || a.Percent == nil {
		t.Errorf("got %+v, want the percentage alone", a)
	}
	if row := s.Tally("chi_bo").Rows[3]; row.State != RowUnstated {
		t.Errorf("nothing is inferred beside a percentage, got %s", row.State)
	}
}

func TestAmount_percentagesAreNeverAdded(t *testing.T) {
	s := Assemble("2015", []Figure{
		figOf("dang_vien", "HTXSNV", Value{Percent: &Percent{20, 0}}), figOf("dang_vien", "HTTNV", Value{Percent: &Percent{75, 0}}),
	})
	a := s.Amount(Ask{Population: "dang_vien", Level: "HTTNV", OrHigher: true})
	if a.Counted || a.Percent != nil {
		t.Errorf("got %+v, want no number", a)
	}
}

func TestTally_populationsAreNotMixed(t *testing.T) {
	s := Assemble("2015", []Figure{figOf("to_chuc_co_so_dang", "TSVM", of(30, 40)), fig("TSVM", of(7, 18))})
	if a := s.Amount(Ask{Population: "chi_bo", Level: "TSVM"}); a.Count.Lo != 7 {
		t.Errorf("chi bộ is not tổ chức cơ sở đảng: got %+v", a)
	}
}

func TestTally_percentBesideCountIsChecked(t *testing.T) {
	bad := of(7, 18)
	bad.Percent = &Percent{40, 0}
	good := of(9, 18)
	good.Percent = &Percent{500, 1}
	s := Assemble("2015", []Figure{fig("TSVM", bad), fig("HTTNV", good)})
	failed := s.Tally("chi_bo").Failed()
	if len(failed) != 1 || failed[0].Kind != CheckPercent || failed[0].Level != "TSVM" {
		t.Errorf("got %+v", failed)
	}
}

func TestAdd_addsCountsOfUnitsAndOnlyThose(t *testing.T) {
	a, b, c := fig("TSVM", of(7, 18)), fig("TSVM", of(3, 9)), fig("TSVM", Value{Percent: &Percent{50, 0}})
	a.Unit, b.Unit, c.Unit = 2, 3, 4
	r := Add("2015", "chi_bo", []Part{{2, a}, {5, b}, {5, c}})
	if r.Children != 2 || r.Units != 3 || r.Rows[1].Count != 10 || r.Rows[1].Units != 2 || r.Total != 27 {
		t.Errorf("got %+v", r)
	}
}

func TestParsePercent_keepsTheDigitsWritten(t *testing.T) {
	for s, want := range map[string]Percent{"97,6": {976, 1}, "50": {50, 0}, "50,0 %": {500, 1}, "33.33": {3333, 2}} {
		if got, err := ParsePercent(s); err != nil || got != want {
			t.Errorf("%q: got %+v, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "abc", "-3", "1e5", "12,1234567"} {
		if got, err := ParsePercent(s); err == nil {
			t.Errorf("%q: got %+v, want an error", s, got)
		}
	}
}

// levelCounts draws the counts of the five levels, some not stated.
func levelCounts(t *rapid.T, total *int64) []Figure {
	var list []Figure
	for _, level := range []string{"TSVM_TB", "TSVM", "HTTNV", "HTNV", "YK"} {
		if !rapid.Bool().Draw(t, level) {
			continue
		}
		list = append(list, fig(level, Value{Count: n(rapid.Int64Range(0, 50).Draw(t, "count")), OfTotal: total}))
	}
	return list
}

// Nothing is made up: what is marked stated was stated, and zeros are inferred only where the
// stated ones reach a written total exactly.
func TestTally_neverInventsFigures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var total *int64
		if rapid.Bool().Draw(t, "written") {
			total = n(rapid.Int64Range(1, 120).Draw(t, "total"))
		}
		list := levelCounts(t, total)
		tally := Assemble("2015", list).Tally("chi_bo")
		var sum int64
		for _, f := range list {
			sum += *f.Count
		}
		for _, r := range tally.Rows {
			if r.State == RowStated && len(r.Figures) == 0 {
				t.Fatalf("%s has no source", r.Level)
			}
			if r.State == RowInferred && (total == nil || sum != *total) {
				t.Fatalf("%s inferred although %d is not the written total", r.Level, sum)
			}
		}
		if tally.Sum != sum {
			t.Fatalf("sum %d, want %d", tally.Sum, sum)
		}
	})
}

// "Trở lên" grows with each lower level and never passes a written total that the levels keep to.
func TestAmount_orHigherIsMonotonous(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := n(rapid.Int64Range(1, 120).Draw(t, "total"))
		s := Assemble("2015", levelCounts(t, total))
		tally := s.Tally("chi_bo")
		var before Bounds
		for _, level := range tally.Order.Codes {
			a := tally.Cumulative(level)
			if !a.Counted {
				continue
			}
			if a.Count.Lo < before.Lo || a.Count.Hi < before.Lo || a.Count.Lo > a.Count.Hi {
				t.Fatalf("%s: %+v after %+v", level, a.Count, before)
			}
			if tally.Sum <= *total && a.Count.Hi > *total {
				t.Fatalf("%s: %+v passes the total %d", level, a.Count, *total)
			}
			before = a.Count
		}
	})
}

// Entering the same statements in another order changes no sum.
func TestAdd_isIndifferentToOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var parts []Part
		for unit := range int64(rapid.IntRange(1, 6).Draw(t, "units")) {
			for _, f := range levelCounts(t, nil) {
				f.Unit = unit
				parts = append(parts, Part{Child: unit % 2, Figure: f})
			}
		}
		a := Add("2015", "chi_bo", parts)
		b := Add("2015", "chi_bo", rapid.Permutation(parts).Draw(t, "order"))
		if a.Total != b.Total || a.Units != b.Units || a.Children != b.Children {
			t.Fatalf("%+v and %+v", a, b)
		}
		for i := range a.Rows {
			if a.Rows[i] != b.Rows[i] {
				t.Fatalf("%+v and %+v", a.Rows[i], b.Rows[i])
			}
		}
	})
}

func TestTally_aLevelOfOtherYearsIsSaid(t *testing.T) {
	for level, want := range map[string]bool{"TSVM": true, "YK": true, "HTTNV": false, "VMTD": false, "EXEMPT": false, "so_ho_ngheo": false} {
		f := fig(level, of(7, 18))
		f.Period = "2019" // by then organisations have the levels of members
		said := false
		for _, c := range Assemble("2019", []Figure{f}).Tally("chi_bo").Checks {
			said = said || c.Kind == CheckUnknown && c.Level == level
		}
		if said != want {
			t.Errorf("%s in 2019: said %v, want %v", level, said, want)
		}
	}
}
