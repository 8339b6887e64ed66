package org

import (
	"cmp"
	"fmt"
	"slices"

	"hamrong/internal/period"
)

// ancestry says that a unit has an ancestor over a span of days, so many steps above it.
type ancestry struct {
	ancestor    int64
	depth       int
	from, until period.Date
}

// edge is a step upward: to the parent, or to the lead of the office. The last step of a
// unit that has ended stays open.
type edge struct {
	unit, above int64
	from, until period.Date
}

// affected is what the lineage of some units is worked out from.
type affected struct {
	founded map[int64]period.Date // the units to work out
	edges   map[int64][]edge      // their steps upward
	outside map[int64][]ancestry  // the lineage of units above them that does not change
}

// lineage works out the ancestors of every affected unit. A cycle is an internal
// error: Move and Link refuse it before.
func (a affected) lineage() (map[int64][]ancestry, error) {
	done := make(map[int64][]ancestry, len(a.founded))
	entered := map[int64]bool{}
	var of func(unit int64) ([]ancestry, error)
	of = func(unit int64) ([]ancestry, error) {
		if rows, ok := done[unit]; ok {
			return rows, nil
		}
		founded, ok := a.founded[unit]
		if !ok {
			return a.outside[unit], nil
		}
		if entered[unit] {
			return nil, fmt.Errorf("org: unit %d stands above itself", unit)
		}
		entered[unit] = true
		rows := []ancestry{{ancestor: unit, from: founded, until: period.Forever}}
		for _, e := range a.edges[unit] {
			above, err := of(e.above)
			if err != nil {
				return nil, err
			}
			for _, r := range above {
				r.depth++
				r.from, r.until = max(r.from, e.from), min(r.until, e.until)
				if r.from < r.until {
					rows = append(rows, r)
				}
			}
		}
		done[unit] = merged(rows)
		return done[unit], nil
	}
	for unit := range a.founded {
		if _, err := of(unit); err != nil {
			return nil, err
		}
	}
	return done, nil
}

// merged gives the rows with spans of one ancestor that never overlap: where two ways lead
// to the same ancestor the shorter one counts, and spans that meet become one.
func merged(rows []ancestry) []ancestry {
	slices.SortFunc(rows, func(a, b ancestry) int {
		return cmp.Or(cmp.Compare(a.ancestor, b.ancestor), cmp.Compare(a.from, b.from))
	})
	out := make([]ancestry, 0, len(rows))
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && rows[end].ancestor == rows[start].ancestor {
			end++
		}
		out = appendMerged(out, rows[start:end])
		start = end
	}
	return out
}

func appendMerged(out, one []ancestry) []ancestry {
	if len(one) == 1 {
		return append(out, one[0])
	}
	days := make([]period.Date, 0, 2*len(one))
	for _, r := range one {
		days = append(days, r.from, r.until)
	}
	slices.Sort(days)
	days = slices.Compact(days)
	first := len(out)
	for i := 0; i+1 < len(days); i++ {
		depth := -1
		for _, r := range one {
			if r.from <= days[i] && days[i] < r.until && (depth < 0 || r.depth < depth) {
				depth = r.depth
			}
		}
		if depth < 0 {
			continue
		}
		if n := len(out); n > first && out[n-1].until == days[i] && out[n-1].depth == depth {
			out[n-1].until = days[i+1]
			continue
		}
		out = append(out, ancestry{ancestor: one[0].ancestor, depth: depth, from: days[i], until: days[i+1]})
	}
	return out
}
