package target

import (
	"testing"

	"pgregory.net/rapid"

	"hamrong/internal/figure"
	"hamrong/internal/period"
)

func share(p period.Period, count, total int64) figure.Amount {
	return figure.Amount{Period: p, Known: true, Counted: true, Count: figure.Bounds{Lo: count, Hi: count}, Total: total}
}

func percent(p period.Period, units int64, digits int) figure.Amount {
	return figure.Amount{Period: p, Known: true, Percent: &figure.Percent{Units: units, Digits: digits}, Qualifier: figure.Exactly}
}

func aim(c Comparator, low, high int64) Content {
	return Content{Period: "2016", Population: "chi_bo", Level: "TSVM", Comparator: c, Low: low * 100, High: high * 100, Unit: Percent}
}

func TestJudge_thresholdsAreComparedInIntegers(t *testing.T) {
	for _, c := range []struct {
		name   string
		aim    Content
		result figure.Amount
		want   Outcome
	}{
		{"10 of 18 is over 50 %", aim(Above, 50, 50), share("2016", 10, 18), Met},
		{"9 of 18 is not over 50 %", aim(Above, 50, 50), share("2016", 9, 18), NotMet},
		{"9 of 18 is 50 % or more", aim(AtLeast, 50, 50), share("2016", 9, 18), Met},
		{"50 % alone may be 50,4 or 49,6", aim(Above, 50, 50), percent("2016", 50, 0), Undecided},
		{"50,0 % alone is no more certain", aim(Above, 50, 50), percent("2016", 500, 1), Undecided},
		{"51 % is over 50 % however it was rounded", aim(Above, 50, 50), percent("2016", 51, 0), Met},
		{"49 % is not", aim(Above, 50, 50), percent("2016", 49, 0), NotMet},
		{"50,5 % could be 50,45 and is over 50 %", aim(Above, 50, 50), percent("2016", 505, 1), Met},
		{"90 % alone may be 89,5", aim(AtLeast, 90, 90), percent("2016", 90, 0), Undecided},
		{"100 % cannot be more", aim(AtMost, 100, 100), percent("2016", 100, 0), Met},
		{"36 of 168 is above 15-20 %", aim(Range, 15, 20), share("2016", 36, 168), NotMet},
		{"33 of 168 is the most within 15-20 %", aim(Range, 15, 20), share("2016", 33, 168), Met},
		{"25 of 168 is under 15-20 %", aim(Range, 15, 20), share("2016", 25, 168), NotMet},
		{"15-20 % or more has no upper end", aim(RangeUp, 15, 20), share("2016", 160, 168), Met},
		{"under 5 %", aim(Below, 5, 5), share("2016", 1, 20), NotMet},
		{"at most 5 %", aim(AtMost, 5, 5), share("2016", 1, 20), Met},
		{"160 of 168 meets a plain 95 %, which no count is", aim(Equal, 95, 95), share("2016", 160, 168), Met},
		{"159 of 168 does not meet a plain 95 %", aim(Equal, 95, 95), share("2016", 159, 168), NotMet},
		{"95 of 100 meets a plain 90 %", aim(Equal, 90, 90), share("2016", 95, 100), Met},
		{"last year's 18 of 18 meets nothing", aim(Above, 50, 50), share("2015", 18, 18), NoResult},
		{"nothing known", aim(Above, 50, 50), figure.Amount{Period: "2016"}, NoResult},
		{"a count without its base", aim(Above, 50, 50), share("2016", 10, 0), Undecided},
		{"a base of nothing but a percent", aim(Above, 50, 50), figure.Amount{Period: "2016", Known: true}, Undecided},
	} {
		if got := Judge(c.aim, c.result); got.Outcome != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got.Outcome, c.want)
		}
	}
}

func TestJudge_equalOnALowestLevelIsALimit(t *testing.T) {
	falls := aim(Equal, 4, 4)
	falls.Measure = "giảm xuống còn"
	if got := Judge(falls, share("2016", 1, 50)).Outcome; got != Met {
		t.Errorf("2 %% falls further than to 4 %%: got %s", got)
	}
	if got := Judge(falls, share("2016", 3, 50)).Outcome; got != NotMet {
		t.Errorf("6 %% does not fall to 4 %%: got %s", got)
	}
	if d := Judge(aim(Equal, 95, 95), share("2016", 159, 168)).Distance; d.Empty || d.Min != 160 || d.Short != 1 || d.HasMax {
		t.Errorf("a plain 95 %% of 168: %+v, want one short of 160", d)
	}
	c := aim(Equal, 0, 0)
	c.Level = "YK"
	if got := Judge(c, share("2016", 1, 18)); got.Outcome != NotMet {
		t.Errorf("one weak branch against none: got %s", got.Outcome)
	}
	if got := Judge(c, share("2016", 0, 18)); got.Outcome != Met {
		t.Errorf("none: got %s", got.Outcome)
	}
}

func TestJudge_countsWithAndWithoutBase(t *testing.T) {
	five := Content{Period: "2016", Comparator: AtLeast, Low: 500, High: 500, Unit: Count}
	if got := Judge(five, share("2016", 3, 0)); got.Outcome != NotMet || got.Distance.Short != 2 {
		t.Errorf("3 of at least 5: got %+v", got)
	}
	all := Content{Period: "2016", Comparator: Equal, Low: 1100, High: 1100, Unit: Count, OfTotal: 11}
	if got := Judge(all, share("2016", 11, 11)); got.Outcome != Met {
		t.Errorf("11 of 11: got %s", got.Outcome)
	}
	if got := Judge(all, share("2016", 11, 12)); got.Outcome != NotMet || got.Distance.Short != 1 {
		t.Errorf("11 of 12 against 11/11: got %+v", got)
	}
}

func TestJudge_yearlyTargetOfATermIsJudgedByEachYear(t *testing.T) {
	c := aim(Above, 50, 50)
	c.Period, c.Frequency = "2015-2020", Yearly
	if got := Judge(c, share("2017", 10, 18)); got.Outcome != Met {
		t.Errorf("got %s", got.Outcome)
	}
	if got := Judge(c, share("2021", 10, 18)); got.Outcome != NoResult {
		t.Errorf("a year outside the term: got %s", got.Outcome)
	}
	c.Frequency = ""
	if got := Judge(c, share("2017", 10, 18)); got.Outcome != NoResult {
		t.Errorf("a target for the whole term: got %s", got.Outcome)
	}
}

func TestCompare_saysDistanceInUnitsOfWork(t *testing.T) {
	for _, c := range []struct {
		name     string
		aim      Content
		baseline figure.Amount
		want     Standing
		distance Distance
	}{
		{"one branch short", aim(Above, 50, 50), share("2015", 9, 18), Short, Distance{Known: true, Total: 18, Min: 10, HasMin: true, Short: 1}},
		{"three members over", aim(Range, 15, 20), share("2015", 36, 168), Outside, Distance{Known: true, Total: 168, Min: 26, Max: 33, HasMin: true, HasMax: true, Over: 3}},
		{"no room above in a range", aim(Range, 15, 20), share("2015", 34, 171), InRange, Distance{Known: true, Total: 171, Min: 26, Max: 34, HasMin: true, HasMax: true, Spare: 8, Ranged: true}},
		{"twelve to spare", aim(AtLeast, 90, 90), share("2015", 164, 168), OnTarget, Distance{Known: true, Total: 168, Min: 152, HasMin: true, Spare: 12}},
		{"not when higher levels do not count", aim(AtLeast, 90, 90), share("2015", 128, 168), Short, Distance{Known: true, Total: 168, Min: 152, HasMin: true, Short: 24}},
	} {
		got := Compare(c.aim, c.baseline)
		if got.Standing != c.want || got.Distance != c.distance {
			t.Errorf("%s: got %s %+v", c.name, got.Standing, got.Distance)
		}
	}
}

func TestThresholds_rangeWithoutAWholeNumberIsSaid(t *testing.T) {
	c := aim(Range, 15, 20)
	got := Compare(c, share("2015", 0, 3))
	if !got.Distance.Empty || got.Standing != Short {
		t.Errorf("15-20 %% of 3: got %s %+v", got.Standing, got.Distance)
	}
	if got := Compare(c, share("2015", 1, 3)); got.Standing != Outside {
		t.Errorf("1 of 3: got %s", got.Standing)
	}
}

func draw(t *rapid.T) Content {
	low := rapid.Int64Range(0, 10000).Draw(t, "low")
	high := rapid.Int64Range(low, 10000).Draw(t, "high")
	return Content{Period: "2016", Unit: Percent, Low: low, High: high, Comparator: rapid.SampledFrom(Comparators).Draw(t, "comparator")}
}

// The integer thresholds decide exactly as the fraction itself does.
func TestJudge_agreesWithTheFraction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := draw(t)
		total := rapid.Int64Range(1, 400).Draw(t, "total")
		count := rapid.Int64Range(0, total).Draw(t, "count")
		if !c.Comparator.Ranged() {
			c.High = c.Low
		}
		at, low, high := count*10000, c.Low*total, c.High*total
		want := map[Comparator]bool{
			Above: at > low, AtLeast: at >= low, Equal: at >= low, Below: at < low, AtMost: at <= low,
			Range: low <= at && at <= high, RangeUp: at >= low,
		}[c.Comparator]
		if got := Judge(c, share("2016", count, total)); (got.Outcome == Met) != want {
			t.Fatalf("%d of %d against %s %d-%d: got %s, want met %v", count, total, c.Comparator, c.Low, c.High, got.Outcome, want)
		}
	})
}

// A verdict from a percentage alone is never contradicted by any count that is written so.
func TestJudge_percentAloneIsNeverContradicted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := draw(t)
		if !c.Comparator.Ranged() {
			c.High = c.Low
		}
		total := rapid.Int64Range(1, 400).Draw(t, "total")
		count := rapid.Int64Range(0, total).Draw(t, "count")
		digits := rapid.IntRange(0, 2).Draw(t, "digits")
		pow := []int64{1, 10, 100}[digits]
		written := (2*count*100*pow + total) / (2 * total) // rounded half up
		alone := Judge(c, percent("2016", written, digits)).Outcome
		exact := Judge(c, share("2016", count, total)).Outcome
		if alone != Undecided && alone != exact {
			t.Fatalf("%d/%d written %d(%d) against %s %d-%d: %s alone, %s exactly", count, total, written, digits, c.Comparator, c.Low, c.High, alone, exact)
		}
	})
}

// Adding what is short, or taking away what is over, meets the target.
func TestDistance_closesTheGap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := draw(t)
		if !c.Comparator.Ranged() {
			c.High = c.Low
		}
		total := rapid.Int64Range(1, 400).Draw(t, "total")
		count := rapid.Int64Range(0, total).Draw(t, "count")
		b := Compare(c, share("2015", count, total))
		if b.Distance.Empty {
			return
		}
		moved := count + b.Distance.Short - b.Distance.Over
		if v := Judge(c, share("2016", moved, total)); v.Outcome != Met && moved <= total && moved >= 0 {
			t.Fatalf("%d of %d against %s %d-%d, moved to %d: %s", count, total, c.Comparator, c.Low, c.High, moved, v.Outcome)
		}
	})
}

func TestLevelCode_readsTitlesAndLevelsOutOfMeasures(t *testing.T) {
	for measure, want := range map[string]string{
		"đạt trong sạch vững mạnh": "TSVM", "hoàn thành tốt nhiệm vụ": "HTTNV", "hoàn thành tốt nhiệm vụ trở lên": "HTTNV",
		"giữ danh hiệu “Lao động Tiên tiến”": "LDTT", "đạt danh hiệu chiến sỹ thi đua cấp cơ sở": "CSTDCS", "là chiến sỹ thi đua cấp cơ sở": "CSTDCS",
		"xét, đề nghị kết nạp": "xet_de_nghi_ket_nap",
	} {
		if got := LevelCode(measure); got != want {
			t.Errorf("%q: got %q, want %q", measure, got, want)
		}
	}
}
