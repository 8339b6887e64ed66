package target

import (
	"hamrong/internal/figure"
	"hamrong/internal/period"
)

// Position is where an amount lies to a target's threshold.
type Position string

// The positions.
const (
	Nowhere Position = ""        // nothing is known
	Unclear Position = "unclear" // what is known does not decide it
	Under   Position = "under"   // under the threshold or range
	Inside  Position = "inside"  // on the target's side of the threshold, in the range
	Beyond  Position = "beyond"  // over a range or an upper limit
)

// Distance is how far an amount is from a target, in units of work. The zero Distance says nothing.
type Distance struct {
	Known bool
	Total int64 // the base of the thresholds, 0 for a count without one
	Min   int64 // the least count that fits ("cần ít nhất 10/18"), where HasMin
	Max   int64 // the greatest count that fits ("nhiều nhất"), where HasMax
	Short int64 // how many are missing ("còn thiếu 1 chi bộ")
	Over  int64 // how many are too many ("vượt 3 đảng viên")
	Spare int64 // how many more than needed ("dư 12"), where inside with a least count
	Room  int64 // how many more still fit, where Ranged

	HasMin, HasMax, Empty bool // Empty: no whole number fits the range
	Ranged                bool // inside, between a least and a greatest count
}

// Outcome is whether a target is met.
type Outcome string

// The outcomes.
const (
	Met       Outcome = "met"       // đạt
	NotMet    Outcome = "not_met"   // chưa đạt
	Undecided Outcome = "undecided" // chưa kết luận được
	NoResult  Outcome = "no_result" // chưa có kết quả
)

// Verdict is what a result of the target's own period says of it.
type Verdict struct {
	Outcome  Outcome
	Position Position
	Distance Distance
	Amount   figure.Amount
}

// Standing is how a baseline stands to a target; never a verdict.
type Standing string

// The standings.
const (
	OnTarget Standing = "on"      // đang ở trên
	InRange  Standing = "in"      // đang trong khung
	Short    Standing = "short"   // chưa tới
	Outside  Standing = "outside" // vượt khung
	Unsure   Standing = "unsure"  // chưa kết luận được
	NoFigure Standing = "none"    // chưa có số liệu
)

// Baseline is how the figure of an earlier period stands to a target.
type Baseline struct {
	Standing Standing
	Position Position
	Distance Distance
	Amount   figure.Amount
}

// Of says what the target wants to know of a sheet of figures.
func (c Content) Of() figure.Ask {
	return figure.Ask{Population: c.Population, Level: c.Level, OrHigher: c.OrHigher, Base: c.Base}
}

// Judge says whether the target is met by a result. A result of another period is none: last
// year's figure never meets this year's target (law 4).
func Judge(c Content, result figure.Amount) Verdict {
	if !result.Known || !c.ownPeriod(result.Period) {
		return Verdict{Outcome: NoResult}
	}
	v := Verdict{Amount: result}
	v.Position, v.Distance = c.locate(result)
	switch v.Position {
	case Inside:
		v.Outcome = Met
	case Under, Beyond:
		v.Outcome = NotMet
	default:
		v.Outcome = Undecided
	}
	return v
}

// ownPeriod reports whether a result belongs to the target: its own period or, for a yearly
// target of a term, one of the term's years.
func (c Content) ownPeriod(p period.Period) bool {
	if p == c.Period {
		return p != ""
	}
	return c.Frequency == Yearly && p.IsYear() && !c.Period.IsYear() && c.Period.First() <= p.First() && p.First() <= c.Period.Last()
}

// Compare says how an earlier figure stands to the target, with the distance.
func Compare(c Content, earlier figure.Amount) Baseline {
	b := Baseline{Standing: NoFigure, Amount: earlier}
	if !earlier.Known {
		return b
	}
	b.Position, b.Distance = c.locate(earlier)
	switch b.Position {
	case Inside:
		b.Standing = OnTarget
		if c.Comparator == Range || c.Comparator == Below || c.Comparator == AtMost {
			b.Standing = InRange
		}
	case Under:
		b.Standing = Short
	case Beyond:
		b.Standing = Outside
	default:
		b.Standing = Unsure
	}
	return b
}

// Figure is a figure at the target's own place, as it is typed on the target's page.
func (c Content) Figure(p period.Period, v figure.Value) figure.New {
	return figure.New{
		Place:   figure.Place{Period: p, Population: c.Population, Level: c.Level, OrHigher: c.OrHigher && c.HasHigher(), Base: c.Base},
		Value:   v,
		Subject: c.Subject, Category: c.Measure,
	}
}
