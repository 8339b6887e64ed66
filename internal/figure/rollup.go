package figure

import (
	"hamrong/internal/period"
	"hamrong/internal/rulebook"
)

// Sum is reported counts of several units added (cộng từ cấp dưới).
type Sum struct {
	Level string
	Count int64
	Units int // how many units state a count; the others add nothing
}

// RollUp is what the units underneath report for a population, added. It stands beside the
// unit's own reported figure and never replaces it.
type RollUp struct {
	Population string
	Order      rulebook.Order
	Children   int // direct children through which anything was reported
	Units      int // units whose figures were added
	Total      int64
	Totals     int // units whose total is known
	Rows       []Sum
}

// Add rolls up what the nearest units underneath report for a population. Figures known
// only in percent, or only as "gần" or "trên", add nothing (law 2).
func Add(p period.Period, population string, parts []Part) RollUp {
	r := RollUp{Population: population, Order: rulebook.Levels(p.Last(), population)}
	for _, level := range r.Order.Codes {
		r.Rows = append(r.Rows, Sum{Level: level})
	}
	byUnit := map[int64][]Figure{}
	children := map[int64]bool{}
	var units []int64
	for _, part := range parts {
		if part.Population != population {
			continue
		}
		children[part.Child] = true
		if _, ok := byUnit[part.Unit]; !ok {
			units = append(units, part.Unit)
		}
		byUnit[part.Unit] = append(byUnit[part.Unit], part.Figure)
	}
	r.Children, r.Units = len(children), len(units)
	for _, u := range units {
		t := tally(p, population, byUnit[u])
		if t.Base.From != NoBase {
			r.Total += t.Base.Total
			r.Totals++
		}
		for i := range r.Rows {
			a := t.exactly(i)
			if a.Counted && a.Count.Exact() {
				r.Rows[i].Count += a.Count.Lo
				r.Rows[i].Units++
			}
		}
	}
	return r
}

// Populations lists the populations of parts, in the order in which they first appear.
func Populations(parts []Part) []string {
	seen := map[string]bool{}
	var list []string
	for _, p := range parts {
		if !seen[p.Population] {
			seen[p.Population] = true
			list = append(list, p.Population)
		}
	}
	return list
}
