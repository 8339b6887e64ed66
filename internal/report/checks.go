package report

import (
	"fmt"
	"math"
	"strings"
)

// Checks works out anew what agrees and what does not, of facts that somebody corrected. The
// facts given are left as they are.
func Checks(f Facts) []Check {
	f.Checks = []Check{}
	f.check()
	return f.Checks
}

// check works out what agrees and what does not. Figures worked out stand here only.
func (f *Facts) check() {
	c := checker{f: f}
	c.percents()
	for _, g := range c.groups() {
		c.sum(g)
		c.base(g)
	}
	c.contradictions()
	c.targets()
}

type checker struct{ f *Facts }

func (c *checker) add(kind CheckKind, holds *bool, facts []int, text string) {
	list := "classification"
	if kind == CheckTarget {
		list = "targets"
	}
	refs := make([]Ref, len(facts))
	for i, n := range facts {
		refs[i] = Ref{list, n}
	}
	c.f.Checks = append(c.f.Checks, Check{kind, holds, refs, text})
}

func yes(b bool) *bool { return &b }

// percents compares each written percent with its count and base, within the rounding of
// its last digit.
func (c *checker) percents() {
	for i, x := range c.f.Classification {
		if x.Count == nil || x.Percent == nil || x.OfTotal == nil || *x.OfTotal <= 0 || x.PercentBase != "" {
			continue
		}
		holds := x.shareHolds()
		share := 100 * float64(*x.Count) / float64(*x.OfTotal)
		word := "khớp"
		if !holds {
			word = "không khớp"
		}
		c.add(CheckPercent, yes(holds), []int{i}, fmt.Sprintf("%d/%d = %s %%, văn bản ghi %s %%: %s",
			*x.Count, *x.OfTotal, comma(share, 2), *x.PercentWritten, word))
	}
}

// shareHolds compares count and base with the written percent in whole numbers: half a
// unit of its last digit either way; "gần" and "trên" only bound it on their side.
func (x *Classification) shareHolds() bool {
	digits, unit := 0, 1
	for i, c := range *x.PercentWritten {
		if c == ',' {
			for range len(*x.PercentWritten) - i - 1 {
				unit *= 10
			}
			continue
		}
		if c >= '0' && c <= '9' {
			digits = digits*10 + int(c-'0')
		}
	}
	diff := 200*unit**x.Count - 2*digits**x.OfTotal // twice the difference, in last digits times the base
	switch {
	case strings.HasPrefix(x.Qualifier, "nearly"):
		return diff <= *x.OfTotal
	case strings.HasPrefix(x.Qualifier, "over"):
		return diff >= -*x.OfTotal
	}
	return diff <= *x.OfTotal && diff >= -*x.OfTotal
}

// rounding gives the interval of values that are written so: half a unit of the last digit
// either way.
func rounding(v float64, written string) (lo, hi float64) {
	unit := 1.0
	for i := range written {
		if written[i] == ',' {
			unit = math.Pow(10, -float64(len(written)-i-1))
		}
	}
	const slack = 1e-9
	return v - unit/2 - slack, v + unit/2 + slack
}

// comma writes v with at most n decimals and a decimal comma.
func comma(v float64, n int) string {
	b := []byte(fmt.Sprintf("%.*f", n, v))
	end := len(b)
	for i := range b {
		if b[i] == '.' {
			b[i] = ','
			for end > i+1 && b[end-1] == '0' {
				end--
			}
			if end == i+1 {
				end = i
			}
			break
		}
	}
	return string(b[:end])
}

// group is the levels of one population and year, whose parts should make the whole.
type group struct {
	facts    []int // statements with counts, parts and cumulative ones left out
	total    int   // written base, 0 if none
	totals   bool  // bases differ
	coverage int   // place of the statement of how many were assessed, -1
	apart    int   // how many were exempt or not assessed
	percent  []int // statements with percents
}

// runOn is how many tokens can stand between two statements of one run.
const runOn = 65

// groups collects the levels that stand in one run: same kind, year and place of the text.
func (c *checker) groups() []group {
	var out []group
	list := c.f.Classification
	for i := 0; i < len(list); {
		g := group{coverage: -1}
		first, levels := list[i], map[Level]bool{}
		last := first.place.to
		for ; i < len(list); i++ {
			x := list[i]
			if x.SubjectKind != first.SubjectKind || x.Year != first.Year || x.place.from-last > runOn || x.RepeatOf != nil {
				break
			}
			last = x.place.to
			if x.Within != "" || x.CumulativeUp || x.PercentBase != "" && x.Count == nil {
				continue
			}
			if x.CategoryNorm == Coverage {
				if g.coverage >= 0 || len(g.facts) > 0 && c.leads(i) {
					break
				}
				g.coverage = i
				continue
			}
			if x.CategoryNorm == Exempt || x.CategoryNorm == NotAssessed {
				if x.Count != nil {
					g.apart += *x.Count
				}
				continue
			}
			if levels[x.CategoryNorm] {
				break
			}
			levels[x.CategoryNorm] = true
			g.take(i, &x)
		}
		if len(g.facts)+len(g.percent) > 1 {
			out = append(out, g)
		}
		if i < len(list) && (list[i].RepeatOf != nil || len(levels) == 0 && g.coverage < 0) {
			i++
		}
	}
	return out
}

// leads reports whether statement i, of how many were assessed, leads to levels after it: then it
// is not the last line of those before. i is no first statement.
func (c *checker) leads(i int) bool {
	list := c.f.Classification
	if i+1 >= len(list) {
		return false
	}
	before, x, next := &list[i-1], &list[i], &list[i+1]
	switch next.CategoryNorm {
	case Coverage, Exempt, NotAssessed:
		return false
	}
	if x.Subject == before.Subject && x.Subject != next.Subject {
		return false
	}
	return next.SubjectKind == x.SubjectKind && next.Year == x.Year && next.place.from-x.place.to <= runOn
}

func (g *group) take(i int, x *Classification) {
	if x.Percent != nil {
		g.percent = append(g.percent, i)
	}
	if x.Count == nil {
		return
	}
	g.facts = append(g.facts, i)
	if x.OfTotal != nil {
		g.totals = g.totals || g.total > 0 && g.total != *x.OfTotal
		g.total = *x.OfTotal
	}
}
