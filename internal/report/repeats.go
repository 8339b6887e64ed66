package report

import "strings"

// repeats marks facts that state an earlier one again: a sentence printed twice, or a
// headline over the figure below it, exact or rounded.
func (r *reader) repeats() {
	first := map[repeatKey]int{}
	list := r.facts.Classification
	for i := range list {
		c := &list[i]
		k := classKey(c)
		n, ok := first[k]
		switch {
		case !ok:
			first[k] = i
		case c.sameFigures(&list[n]):
			c.RepeatOf = &n
		}
	}
	r.headlines()
	seen := map[repeatKey]int{}
	for i := range r.facts.Targets {
		t := &r.facts.Targets[i]
		k := targetKey(t)
		if n, ok := seen[k]; ok {
			t.RepeatOf = &n
			continue
		}
		seen[k] = i
	}
	r.aimedHeadlines(seen)
}

func targetKey(t *Target) repeatKey {
	k := repeatKey{kind: strings.ToLower(t.Subject), level: Level(strings.ToLower(t.Measure)), year: Year(t.Period), unit: t.Unit + string(t.Comparator), up: t.OrHigher, a: t.Values[0]}
	if t.Level != "" {
		k.level = t.Level
		k.kind = firstWord(k.kind)
	}
	if len(t.Values) > 1 {
		k.b = t.Values[1]
	}
	return k
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// aimedHeadlines points targets of the headline, which names no period, at the same below.
func (r *reader) aimedHeadlines(seen map[repeatKey]int) {
	list := r.facts.Targets
	for i := 0; i < len(list) && i < headlineFacts; i++ {
		h := &list[i]
		if h.Source.Start > r.ctx.lead || h.RepeatOf != nil {
			continue
		}
		for n := i + 1; n < len(list) && n < i+40; n++ {
			t := &list[n]
			if t.Source.Start <= r.ctx.lead || !h.restates(t) {
				continue
			}
			at := n
			h.RepeatOf = &at
			if h.Period == "" {
				h.Period = t.Period
				h.Context = append(h.Context, t.Context...)
			}
			if t.RepeatOf != nil && *t.RepeatOf == i {
				t.RepeatOf = nil
			}
			break
		}
	}
}

// restates reports whether two targets aim at the same figure of the same thing.
func (t *Target) restates(u *Target) bool {
	if t.Unit != u.Unit || t.Comparator != u.Comparator || len(t.Values) != len(u.Values) || t.Values[0] != u.Values[0] || t.Period != "" && t.Period != u.Period {
		return false
	}
	if t.Level != "" || u.Level != "" {
		return t.Level == u.Level
	}
	for _, w := range strings.Fields(strings.ToLower(t.Subject)) {
		if strings.Contains(strings.ToLower(u.Subject+" "+u.Measure), w) {
			return true
		}
	}
	return false
}

// repeatKey is what two statements of one fact agree in.
type repeatKey struct {
	kind, unit string
	level      Level
	year       Year
	up         bool
	a, b       float64
}

func classKey(c *Classification) repeatKey {
	k := repeatKey{kind: string(c.SubjectKind), level: c.CategoryNorm, year: c.Year, up: c.CumulativeUp, a: -1, b: -1, unit: c.PercentBase}
	if c.Count != nil {
		k.a = float64(*c.Count)
	}
	if c.Percent != nil {
		k.b = *c.Percent
	}
	return k
}

// sameFigures reports whether two statements with the same key also name like subjects.
func (c *Classification) sameFigures(d *Classification) bool {
	if (c.OfTotal == nil) != (d.OfTotal == nil) || c.OfTotal != nil && *c.OfTotal != *d.OfTotal || c.Negated != d.Negated {
		return false
	}
	return strings.EqualFold(c.Subject, d.Subject) && (c.Within == "") == (d.Within == "")
}

// headlineFacts is how many facts from the beginning can be a headline's.
const headlineFacts = 4

// headlines points the statements of the headline at the exact figures below, and gives
// them the year that stands there.
func (r *reader) headlines() {
	list := r.facts.Classification
	for i := 0; i < len(list) && i < headlineFacts; i++ {
		h := &list[i]
		if h.Source.End > r.ctx.lead || h.RepeatOf != nil {
			continue
		}
		for n := i + 1; n < len(list) && n < i+40; n++ {
			c := &list[n]
			if c.Source.Start <= r.ctx.lead || !h.restates(c) {
				continue
			}
			at := n
			h.RepeatOf = &at
			if h.Year == "" && c.Year != "" {
				h.Year = c.Year
				h.Context = append(h.Context, c.Context...)
			}
			for k := range list {
				if again := list[k].RepeatOf; again != nil && *again == i {
					list[k].RepeatOf = &at
				}
			}
			c.RepeatOf = nil
			break
		}
	}
}

// restates reports whether the headline's figure is that of c, or c's rounded.
func (c *Classification) restates(d *Classification) bool {
	if c.SubjectKind != d.SubjectKind || c.CategoryNorm != d.CategoryNorm || c.CumulativeUp != d.CumulativeUp && c.Percent == nil || c.Year != "" && c.Year != d.Year {
		return false
	}
	near := func(a, b float64) bool {
		switch {
		case a == b:
			return true
		case strings.HasPrefix(c.Qualifier, "nearly"):
			return b <= a && a-b <= 1+b*0.02
		case strings.HasPrefix(c.Qualifier, "over"):
			return b >= a && b-a <= 1+b*0.05
		}
		return a == float64(int(b+0.5)) && c.PercentWritten != nil
	}
	if c.Percent != nil && d.Percent != nil {
		return near(*c.Percent, *d.Percent)
	}
	if c.Count != nil && d.Count != nil {
		return near(float64(*c.Count), float64(*d.Count))
	}
	return false
}
