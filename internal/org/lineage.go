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

// tallest is more steps than any real tree has; a walk that takes more goes in a circle.
const tallest = 64

// lineage works out the ancestors of every affected unit. It walks up span by span: over time
// one unit may have stood above another and later below it, on one day never. A circle on one
// day is an internal error: Move and Link refuse it before.
func (a affected) lineage() (map[int64][]ancestry, error) {
	out := make(map[int64][]ancestry, len(a.founded))
	for unit, founded := range a.founded {
		rows, err := a.walk(nil, ancestry{ancestor: unit, from: founded, until: period.Forever})
		if err != nil {
			return nil, fmt.Errorf("org: lineage of unit %d: %w", unit, err)
		}
		out[unit] = merged(rows)
	}
	return out, nil
}

// walk appends the ancestor at, with all above it in at's span.
func (a affected) walk(rows []ancestry, at ancestry) ([]ancestry, error) {
	if at.depth > tallest {
		return nil, fmt.Errorf("unit %d stands above itself on %s", at.ancestor, at.from)
	}
	if _, inside := a.founded[at.ancestor]; !inside {
		for _, r := range a.outside[at.ancestor] {
			r.depth += at.depth
			if r.from, r.until = max(r.from, at.from), min(r.until, at.until); r.from < r.until {
				rows = append(rows, r)
			}
		}
		return rows, nil
	}
	rows = append(rows, at)
	for _, e := range a.edges[at.ancestor] {
		up := ancestry{ancestor: e.above, depth: at.depth + 1, from: max(e.from, at.from), until: min(e.until, at.until)}
		if up.from >= up.until {
			continue
		}
		var err error
		if rows, err = a.walk(rows, up); err != nil {
			return nil, err
		}
	}
	return rows, nil
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
