package figure

import "hamrong/internal/rulebook"

// Ask is what a target or a sentence wants to know of a sheet.
type Ask struct {
	Population string
	Level      string
	OrHigher   bool   // the level or higher
	Base       string // a base of its own, "" for the population
}

// Amount says what is known. What no source states and nothing allows to work out is unknown.
func (s Sheet) Amount(a Ask) Amount {
	t := s.Tally(a.Population)
	if a.Base != "" {
		return t.beside(Place{Period: s.Period, Population: a.Population, Level: a.Level, OrHigher: a.OrHigher, Base: a.Base})
	}
	rank := t.Order.Rank(a.Level)
	switch {
	case rank < 0:
		return t.beside(Place{Period: s.Period, Population: a.Population, Level: a.Level, OrHigher: a.OrHigher && rulebook.IsLevel(a.Level)})
	case a.OrHigher && rank > 0:
		return t.cumulative(rank)
	}
	return t.exactly(rank)
}

// Cumulative says what is known of a level and those above it ("trở lên").
func (t Tally) Cumulative(level string) Amount {
	rank := t.Order.Rank(level)
	if rank < 0 {
		return Amount{Period: t.Period}
	}
	return t.cumulative(rank)
}

// beside gives the amount at a place that is no row of the year's levels.
func (t Tally) beside(p Place) Amount {
	for _, r := range t.Beside {
		if r.Place == p {
			total, from := t.Base.Total, t.Base.From
			if p.Base != "" {
				total, from = 0, NoBase
			}
			return r.amount(total, from)
		}
	}
	return Amount{Period: t.Period}
}

func (r Row) amount(total int64, from From) Amount {
	a := r.Figures[0].Value.amount(r.Period, total, from)
	a.Conflict = r.Conflict
	for _, f := range r.Figures {
		a.Records = append(a.Records, f.Record)
	}
	return a
}

// exactly gives the amount at one level alone. A level that a source counts together with
// its "trong đó" part is that count less the part.
func (t Tally) exactly(rank int) Amount {
	r := t.Rows[rank]
	switch r.State {
	case RowUnstated:
		return Amount{Period: t.Period}
	case RowInferred:
		return Amount{Period: t.Period, Known: true, Counted: true, Total: t.Base.Total, TotalFrom: t.Base.From, WorkedOut: true, Records: t.Base.Records}
	}
	a := r.amount(t.Base.Total, t.Base.From)
	for _, part := range t.Rows {
		if part.Within != r.Level || r.State != RowStated {
			continue
		}
		if part.State == RowStated && part.Exact() && r.Exact() && part.Count <= r.Count {
			a.Count.Lo, a.Count.Hi = a.Count.Lo-part.Count, a.Count.Hi-part.Count
		} else {
			a.Count.Lo = 0
		}
		a.WorkedOut, a.Percent = true, nil
		a.Records = append(a.Records, part.Figures[0].Record)
	}
	return a
}

// cumulative prefers what a source states with a count, then what the levels give, then a
// percentage that a source states.
func (t Tally) cumulative(rank int) Amount {
	place := Place{Period: t.Period, Population: t.Population, Level: t.Rows[rank].Level, OrHigher: true}
	written := t.beside(place)
	if written.Counted {
		return written
	}
	worked := t.fromLevels(rank)
	if written.Known && !(worked.Counted && worked.Count.Exact()) {
		return written
	}
	return worked
}

// fromLevels works "trở lên" out from the levels' counts. Levels that no source states leave
// it between bounds; percentages are never added, so that where a level is known only in
// percent something is known but no number.
func (t Tally) fromLevels(rank int) Amount {
	a := Amount{Period: t.Period, WorkedOut: rank > 0, Total: t.Base.Total, TotalFrom: t.Base.From}
	open, percent := false, false
	for _, r := range t.Rows[:rank+1] {
		if r.State == RowUnstated {
			_, chosen := t.Order.Chosen[r.Level]
			open = open || !chosen
			continue
		}
		if r.State == RowPercent {
			percent = true
		} else if r.State == RowStated && !t.insideAbove(r, rank) {
			b := r.Figures[0].Value.bounds()
			a.Count.Lo, a.Count.Hi = a.Count.Lo+b.Lo, a.Count.Hi+b.Hi
		}
		a.Known = true
		a.Records = append(a.Records, r.records()...)
		a.Conflict = a.Conflict || r.Conflict
	}
	switch {
	case !a.Known:
		return Amount{Period: t.Period}
	case percent && !open && len(a.Records) == len(t.Rows[rank].Figures) && t.Rows[rank].State == RowPercent:
		return t.exactly(rank) // nothing above it: the level's own percentage is the answer
	case percent:
		return Amount{Period: t.Period, Known: true, WorkedOut: true, Records: a.Records, Conflict: a.Conflict}
	}
	a.Counted = true
	return t.bound(a, open)
}

// bound closes a worked-out count from above: by the written total, less what the other levels
// are known to take.
func (t Tally) bound(a Amount, open bool) Amount {
	exact := a.Count.Exact()
	switch {
	case t.Base.Written() && a.Count.Lo > t.Base.Total:
		a.Total, a.TotalFrom = 0, NoBase // more than there are: the sum's check says so, and nothing is a share of it
	case open && t.Base.Written() && t.Sum <= t.Base.Total:
		a.Count.Hi = max(a.Count.Hi, a.Count.Lo+t.Base.Total-t.Sum)
	case open:
		a.Count.Hi, a.Total, a.TotalFrom = largest, 0, NoBase
	}
	if t.Base.Written() && !exact {
		a.Count.Hi = max(a.Count.Lo, min(a.Count.Hi, t.Base.Total))
	}
	return a
}

// insideAbove reports whether a row's count is part of another row's that is added as well.
func (t Tally) insideAbove(r Row, rank int) bool {
	return t.insideOther(r) && t.Order.Rank(r.Within) <= rank
}
