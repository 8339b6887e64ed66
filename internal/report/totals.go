package report

// total is how many there are in all, as the text writes it: "toàn Đảng bộ có 12 chi bộ: …",
// "tổng số 268 người; trong đó …". No level states it, so only the checks use it.
type total struct {
	at    stretch
	count int
	kind  Kind // "" where the noun is not written: a last row "Tổng số 210"
}

// mostTotals bounds how many totals of one text are kept.
const mostTotals = 500

// totals notes the totals that s writes beside its results.
func (r *reader) totals(s *sentence) {
	for i, x := range r.elems.list {
		if x.kind != figureElem || len(r.facts.totals) >= mostTotals {
			continue
		}
		f := &r.elems.figures[x.fig]
		if !f.count() || f.total >= 0 || f.ranged || f.bound != exactly || f.year() && s.lower(f.digits-1) == "năm" || r.asm.states(x.from) {
			continue
		}
		t := total{at: s.stretch(x.from, x.to), count: int(f.lo)}
		next := r.asm.elem(i + 1)
		if next.kind == subjectElem {
			t.kind = next.subject
			next = r.asm.elem(i + 2)
		}
		whole, noun := r.ofAll(s, i)
		if t.kind == "" {
			t.kind = noun
		}
		if whole || t.kind != "" && r.divided(i, next) {
			r.facts.totals = append(r.facts.totals, t)
		}
	}
}

// states reports whether a result of the sentence states what stands at token i.
func (a *assembler) states(i int) bool {
	for k := range a.drafts {
		if d := &a.drafts[k]; d.from <= i && i < d.to {
			return true
		}
	}
	return false
}

// ofAll reports whether "tổng số" leads to the figure at elem i, and what it counts where the noun
// stands between: "tổng số đảng viên: 214", "Cộng 210".
func (r *reader) ofAll(s *sentence, i int) (bool, Kind) {
	kind, k := Kind(""), r.elems.list[i].from-1
	for n := i - 1; n >= 0 && n >= i-2; n-- {
		x := r.elems.list[n]
		if x.kind == subjectElem {
			kind, k = x.subject, x.from-1
			break
		}
		if x.sign != ':' && s.lower(x.from) != "là" && s.lower(x.from) != "có" {
			break
		}
		k = x.from - 1
	}
	return s.two(k-1, "tổng", "số") || s.lower(k) == "cộng" && (k == 0 || s.lower(k-1) == "tổng"), kind
}

// divided reports whether the figure at elem i says how many there are, and next, what stands
// after its noun, divides them: "có 12 chi bộ: …", "có 12 chi bộ, trong đó …".
func (r *reader) divided(i int, next elem) bool {
	has := r.asm.elem(i - 1)
	if has.kind != markElem || has.bits&isEquals == 0 {
		return false
	}
	if next.sign == ',' || next.sign == ';' {
		for k := range r.elems.list[i:] {
			if x := r.elems.list[i+k]; x.from == next.from {
				next = r.asm.elem(i + k + 1)
				break
			}
		}
		return next.kind == markElem && next.bits&isPart != 0
	}
	return next.sign == ':' || next.kind == markElem && next.bits&isPart != 0
}

// How far from its parts, in tokens, a total can stand.
const (
	totalAhead  = 36
	totalBehind = 14
)

// written gives the total that the text writes for the group, nil if it writes none: the nearest
// before its parts, else a last row after them.
func (c *checker) written(g *group) *total {
	list := c.f.Classification
	first, last := g.facts[0], g.facts[len(g.facts)-1]
	start, end := list[first].place.from, list[last].place.to
	least, most := 0, end+totalBehind
	if first > 0 {
		least = list[first-1].place.to
	}
	if last+1 < len(list) {
		most = min(most, list[last+1].place.from)
	}
	var behind *total
	for i := len(c.f.totals) - 1; i >= 0; i-- {
		t := &c.f.totals[i]
		switch {
		case t.at.to <= start:
			if t.at.from < least || start-t.at.to > totalAhead {
				return behind
			}
			if t.kind == "" || t.kind == list[first].SubjectKind {
				return t
			}
		case t.at.from >= end && t.at.to <= most && t.kind == "":
			behind = t
		}
	}
	return behind
}
