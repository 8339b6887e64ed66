package report

import (
	"fmt"
	"strings"
)

// contradictions compares statements of one level: two different counts for the same
// population, a zero beside a number, a count above its base.
func (c *checker) contradictions() {
	type key struct {
		kind    Kind
		level   Level
		year    Year
		subject string
		up      bool
		of      int
	}
	seen := map[key]int{}
	list := c.f.Classification
	for i := range list {
		x := &list[i]
		if x.OfTotal != nil && x.Count != nil && *x.Count > *x.OfTotal {
			c.add(CheckContradiction, yes(false), []int{i}, fmt.Sprintf("Số %d lớn hơn cơ số %d", *x.Count, *x.OfTotal))
		}
		if x.Count == nil || x.Within != "" || x.RepeatOf != nil || x.Year == "" || x.Ambiguity != "" {
			continue
		}
		k := key{kind: x.SubjectKind, level: x.CategoryNorm, year: x.Year, subject: strings.ToLower(x.Subject), up: x.CumulativeUp}
		if x.OfTotal != nil {
			k.of = *x.OfTotal
		}
		n, ok := seen[k]
		if !ok {
			seen[k] = i
			continue
		}
		if a, b := *list[n].Count, *x.Count; a != b && x.exact() && list[n].exact() {
			c.add(CheckContradiction, yes(false), []int{n, i}, fmt.Sprintf("Cùng một mức ghi hai số: %d và %d", a, b))
		}
	}
}

// targets compares targets of one subject and period: a part above its whole, a lower
// level that leaves no room for a higher one.
func (c *checker) targets() {
	last := map[string]int{}
	list := c.f.Targets
	for i := range list {
		t := &list[i]
		if t.Unit != "%" || t.Level == "" || t.RepeatOf != nil || t.Negated {
			continue
		}
		k := strings.ToLower(t.Subject) + "\x00" + string(t.Period)
		n, ok := last[k]
		last[k] = i
		if !ok || !above(t.Level, list[n].Level) {
			continue
		}
		whole := &list[n]
		sum := whole.Values[0] + t.Values[0]
		switch {
		case t.Values[0] > whole.high() && (whole.OrHigher || t.Within != ""):
			c.add(CheckTarget, yes(false), []int{n, i}, fmt.Sprintf("Chỉ tiêu của mức cao hơn (%s %%) vượt chỉ tiêu bao trùm nó (%s %%)", comma(t.Values[0], 2), comma(whole.Values[0], 2)))
		case sum > 100 && t.Within == "" && !whole.OrHigher:
			c.add(CheckTarget, nil, []int{n, i}, fmt.Sprintf("%s %% + %s %% quá 100 %%: mức thấp hơn hẳn tính cả mức cao hơn", comma(whole.Values[0], 2), comma(t.Values[0], 2)))
		}
	}
}

// high gives the largest share that satisfies the target.
func (t *Target) high() float64 {
	if t.Comparator == Above || t.Comparator == AtLeast || t.Comparator == RangeUp {
		return 100
	}
	return t.Values[len(t.Values)-1]
}

// above reports whether level a is higher than b.
func above(a, b Level) bool {
	rank := map[Level]int{KHTNV: 1, YK: 1, HTNV: 2, HTTNV: 3, TSVM: 4, HTXSNV: 4, TSVMTB: 5}
	return rank[a] > rank[b] && rank[b] > 0
}
