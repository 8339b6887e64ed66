package figure

import "hamrong/internal/rulebook"

// CheckKind is what a check compares.
type CheckKind string

// The kinds of check.
const (
	CheckSum        CheckKind = "sum"         // the levels against the total
	CheckPercent    CheckKind = "percent"     // a written percentage against its count
	CheckCumulative CheckKind = "cumulative"  // "trở lên" as written against the levels
	CheckSources    CheckKind = "two_sources" // two sources at one place
	CheckTotals     CheckKind = "two_totals"  // two written totals
	CheckUnknown    CheckKind = "not_a_level" // a level that the year's rules do not have
)

// Outcome is what came of a check.
type Outcome string

// The outcomes.
const (
	Holds     Outcome = "holds"
	Fails     Outcome = "fails"
	Undecided Outcome = "undecided" // not all is stated
)

// Check is one comparison of what sources state.
type Check struct {
	Kind    CheckKind
	Outcome Outcome
	Level   string  // the level concerned, "" for the whole table
	Got     int64   // what was worked out
	Want    int64   // what is written
	Records []int64 // the figures compared
}

func (t *Tally) check() {
	t.checkSum()
	for _, r := range append(append([]Row{}, t.Rows...), t.Beside...) {
		t.checkPercents(r)
		if r.Conflict {
			t.Checks = append(t.Checks, Check{Kind: CheckSources, Outcome: Fails, Level: r.Level, Records: r.records()})
		}
	}
	for _, r := range t.Beside {
		t.checkCumulative(r)
		if t.Order.Known() && t.Order.Rank(r.Level) < 0 && rulebook.IsRanked(r.Level) {
			t.Checks = append(t.Checks, Check{Kind: CheckUnknown, Outcome: Fails, Level: r.Level, Records: r.records()})
		}
	}
	if t.Base.From == Differing {
		t.Checks = append(t.Checks, Check{Kind: CheckTotals, Outcome: Fails, Records: t.Base.Records})
	}
}

func (r Row) records() []int64 {
	ids := make([]int64, len(r.Figures))
	for i, f := range r.Figures {
		ids[i] = f.Record
	}
	return ids
}

// checkSum compares the levels with the total that a source writes. An added-up total proves nothing.
func (t *Tally) checkSum() {
	if !t.Base.Written() || len(t.Parts) == 0 {
		return
	}
	c := Check{Kind: CheckSum, Outcome: Undecided, Got: t.Sum, Want: t.Base.Total, Records: t.Base.Records}
	complete := t.allCounted() && len(t.Open()) == 0
	switch {
	case t.Sum > t.Base.Total, complete && t.Sum != t.Base.Total:
		c.Outcome = Fails
	case complete:
		c.Outcome = Holds
	}
	t.Checks = append(t.Checks, c)
}

// SumCheck gives the outcome of the table's sum, Undecided where nothing can be compared.
func (t Tally) SumCheck() Outcome {
	for _, c := range t.Checks {
		if c.Kind == CheckSum {
			return c.Outcome
		}
	}
	return Undecided
}

// checkPercents compares a percentage with the count beside it.
func (t *Tally) checkPercents(r Row) {
	if r.Place.Base != "" || r.Within != "" {
		return
	}
	for _, f := range r.Figures {
		total := f.OfTotal
		if total == nil && t.Base.Written() {
			total = &t.Base.Total
		}
		if f.Count == nil || f.Percent == nil || total == nil || f.Qualifier != Exactly {
			continue
		}
		share, span := ratio{100 * *f.Count, *total}, f.Percent.rounding()
		c := Check{Kind: CheckPercent, Outcome: Holds, Level: r.Level, Got: *f.Count, Want: *total, Records: []int64{f.Record}}
		if share.less(span.lo) || span.hi.less(share) {
			c.Outcome = Fails
		}
		t.Checks = append(t.Checks, c)
	}
}

// checkCumulative compares "trở lên" as written with what the levels give.
func (t *Tally) checkCumulative(r Row) {
	rank := t.Order.Rank(r.Level)
	if !r.OrHigher || rank < 0 || r.Place.Base != "" || r.Within != "" || !r.Exact() {
		return
	}
	a := t.fromLevels(rank)
	if !a.Known {
		return
	}
	c := Check{Kind: CheckCumulative, Outcome: Undecided, Level: r.Level, Got: a.Count.Lo, Want: r.Count, Records: append(r.records(), a.Records...)}
	switch {
	case r.Count < a.Count.Lo || r.Count > a.Count.Hi:
		c.Outcome = Fails
	case a.Count.Exact():
		c.Outcome = Holds
	}
	t.Checks = append(t.Checks, c)
}

// Failed lists the checks that fail.
func (t Tally) Failed() []Check {
	var list []Check
	for _, c := range t.Checks {
		if c.Outcome == Fails {
			list = append(list, c)
		}
	}
	return list
}
