package figure

import "hamrong/internal/period"

// Bounds are the least and the greatest that a count can be.
type Bounds struct{ Lo, Hi int64 }

// Exact reports whether the count is known.
func (b Bounds) Exact() bool { return b.Lo == b.Hi }

// Amount is what is known of one share: a count, of a total where that is known, or only a
// percentage. It is what a target is judged by and what a table shows.
type Amount struct {
	Period    period.Period
	Known     bool     // something is known
	Counted   bool     // Count holds
	Count     Bounds   //
	Total     int64    // the base, 0 for unknown
	Percent   *Percent // as written; holds alone where Counted is false
	Qualifier Qualifier
	WorkedOut bool    // the count is worked out from others, no source states it
	TotalFrom From    // where the total comes from
	Records   []int64 // the figures that it rests on
	Conflict  bool    // two sources differ; the first one is taken
}

// From says where a base comes from.
type From string

// The origins of a base.
const (
	NoBase     From = ""
	Stated     From = "stated"     // a source writes it
	AddedUp    From = "added_up"   // worked out: the levels' counts added (không ghi tổng)
	FromRoster From = "assessed"   // the count of those assessed, as written
	Differing  From = "two_totals" // sources write different totals; the first is taken
)

// Interval compares the amount's share with a target's threshold, in hundredths of a
// percent (scale 1) or of a per mille (scale 10): whether the least and the greatest
// possible share are below (-1), at (0) or above (+1) it. ok is false where no share is known.
func (a Amount) Interval(threshold, scale int64) (lo, hi int, ok bool) {
	var i interval
	switch {
	case a.Counted && a.Total > 0:
		i = interval{ratio{100 * a.Count.Lo, a.Total}, ratio{100 * a.Count.Hi, a.Total}}
	case a.Percent != nil:
		i = a.Percent.span(a.Qualifier)
	default:
		return 0, 0, false
	}
	at := ratio{threshold, 100 * scale}
	return order(i.lo, at), order(i.hi, at), true
}

func order(a, b ratio) int {
	switch {
	case a.less(b):
		return -1
	case b.less(a):
		return 1
	}
	return 0
}

// amount is what one value states, of a total known from elsewhere where it names none.
func (v Value) amount(p period.Period, total int64, from From) Amount {
	a := Amount{Period: p, Known: true, Percent: v.Percent, Qualifier: v.Qualifier, Total: total, TotalFrom: from}
	if v.OfTotal != nil {
		a.Total, a.TotalFrom = *v.OfTotal, Stated
	}
	if v.Count != nil {
		a.Counted, a.Count = true, v.bounds()
		if a.Total > 0 && v.Qualifier == Over && a.Count.Lo <= a.Total {
			a.Count.Hi = a.Total
		}
	}
	return a
}
