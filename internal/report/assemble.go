package report

// level handles a level: with the figure that waits (5 chi bộ đạt …), as a zero (không có
// …), or with the figure that follows (…: 5 chi bộ).
func (a *assembler) level(i int) int {
	x := a.e.list[i]
	if x.to-x.from == 2 && a.s.lower(x.from) == "tiêu" && (a.part < 0 || a.part >= len(a.drafts) || a.drafts[a.part].norm != TSVM) {
		a.gap += 2 // "tiêu biểu" alone is a level only as a part of those trong sạch, vững mạnh
		return i + 1
	}
	j, norm, to := a.combine(i)
	d := draft{level: x, norm: norm, category: [2]int{x.from, to}, to: a.s.closing(to), clause: a.clause, award: a.award}
	if k := j + 1; a.elem(j).sign == '(' && a.elem(k).kind == levelElem && a.elem(k).level == norm && a.elem(k+1).sign == ')' && a.s.graded(x) {
		j, d.category, d.to = k+2, [2]int{a.elem(k).from, a.elem(k).to}, a.elem(k+1).to // "xếp loại A (hoàn thành xuất sắc nhiệm vụ)"
	}
	if a.elem(j).kind == upElem && norm != Coverage && norm != Exempt && norm != NotAssessed {
		d.up, d.to = true, a.e.list[j].to
		j++
	}
	if len(a.figs) == 1 && a.elem(j).kind == figureElem && (a.apart || a.leads(i, j, norm)) {
		if k := a.subj; k >= 0 {
			a.current = k
		}
		a.forget() // "loại khá 36,5%, đảng viên yếu kém 2,3%": each has the figure after it
	}
	switch {
	case len(a.figs) > 0 && !a.blocked && !a.fig(a.figs[0]).permille:
		return a.withFigures(d, j)
	case a.none >= 0 && norm != Coverage && norm != NotAssessed && norm != Exempt && a.gap <= 8:
		d.from, d.none, d.fig = a.e.list[a.none].from, true, figure{total: -1}
		a.own(&d)
		none, subj := a.none, a.subj
		a.add(d, j)
		if a.joins(j) && a.elem(j+1).kind == levelElem && !a.figureAfter(j+2) {
			a.none, a.subj = none, subj // "… và không hoàn thành nhiệm vụ"
			return a.level(j + 1)
		}
		return j
	}
	if a.blocked || a.deed {
		a.forget()
		return j
	}
	return a.followed(d, i, j)
}

// joins reports whether elem i is "và" or "hoặc" alone.
func (a *assembler) joins(i int) bool {
	x := a.elem(i)
	word := a.s.lower(x.from)
	return x.kind == textElem && x.to-x.from == 1 && (word == "và" || word == "hoặc")
}

// graded reports whether the level is written as a letter alone: "xếp loại A".
func (s *sentence) graded(x elem) bool {
	return s.toks[x.to-1].c1-s.toks[x.to-1].c0 == 1
}

// leads reports whether the level at elem i, after a comma or bracket, leads to the figure
// at elem j, so that it is none of the figure that waits: "32 (trong sạch vững mạnh 25, …)".
func (a *assembler) leads(i, j int, norm Level) bool {
	switch a.elem(i - 1).sign {
	case '(':
		return a.fig(j).count() == a.fig(a.figs[0]).count()
	case ',':
		return norm == Coverage || a.subj >= 0 && a.elem(j+1).kind == subjectElem
	}
	return false
}

// combine takes a second level that stands in the same figure: "hoàn thành và hoàn thành
// tốt nhiệm vụ". It gives the elem after, the level and the token after.
func (a *assembler) combine(i int) (int, Level, int) {
	x := a.e.list[i]
	if x.level == Coverage || x.level == Exempt || x.level == NotAssessed {
		return i + 1, x.level, x.to
	}
	k := i + 1
	and := false
	for ; k < len(a.e.list) && k <= i+2; k++ {
		y := a.e.list[k]
		if y.kind == levelElem && and && y.level != Coverage && y.level != x.level && y.level != Exempt && y.level != NotAssessed {
			if a.ownFigure(k) || a.none >= 0 && len(a.figs) == 0 {
				break // "không có … hoàn thành và không hoàn thành nhiệm vụ": two that nobody has
			}
			return k + 1, Combined, y.to
		}
		and = a.joins(k) || y.sign == '/' ||
			y.sign == ',' && len(a.figs) > 0 && a.elem(k+1).kind == levelElem && !a.figureAfter(k+2) && !a.listOfLevels(k)
		if !and {
			break
		}
	}
	return i + 1, x.level, x.to
}

// listOfLevels reports whether three or more levels stand in a row around the comma at elem k:
// an enumeration, not two levels in one figure.
func (a *assembler) listOfLevels(k int) bool {
	n := 0
	for i := max(0, k-4); i < len(a.e.list) && i <= k+6; i++ {
		if a.e.list[i].kind == levelElem {
			n++
		}
	}
	return n > 2
}

// ownFigure reports whether the level at k is followed by a figure of its own.
func (a *assembler) ownFigure(k int) bool { return len(a.figs) == 0 && a.figureAfter(k+1) }

func (a *assembler) figureAfter(k int) bool {
	for n := 0; n < 3; n++ {
		x := a.elem(k + n)
		if x.kind == figureElem && x.to > 0 {
			return true
		}
		if x.to == 0 || !(x.kind == markElem && x.bits&(isEquals|isShare) != 0 || x.sign == ':' || x.kind == upElem) {
			return false
		}
	}
	return false
}

// withFigures makes the drafts of the figures that wait.
func (a *assembler) withFigures(d draft, next int) int {
	for _, q := range a.queue {
		if a.subj >= 0 && (a.e.list[q.subj].subject != a.e.list[a.subj].subject || a.s.lower(a.e.list[a.figs[0]].from-1) == "và") {
			other := d
			other.fig, other.from = *a.fig(q.fig), a.e.list[q.fig].from
			other.subject, other.kind = [2]int{a.e.list[q.subj].from, a.e.list[q.subj].to}, a.e.list[q.subj].subject
			if q.share >= 0 {
				a.merge(&other, a.fig(q.share))
			}
			a.drafts = append(a.drafts, a.parted(other))
		}
	}
	first := a.fig(a.figs[0])
	d.fig, d.from = *first, a.e.list[a.figs[0]].from
	if len(a.figs) == 2 {
		a.merge(&d, a.fig(a.figs[1]))
	}
	a.own(&d)
	a.add(d, next)
	return next
}

// merge adds the second figure of one statement: a count beside its percent.
func (a *assembler) merge(d *draft, g *figure) {
	if d.fig.percent && !g.percent {
		share := d.fig
		d.fig, d.share = *g, &share
		return
	}
	share := *g
	share.percent = true
	d.share = &share
}

// own gives the draft the subject beside its figure, or the one named before it.
func (a *assembler) own(d *draft) {
	k := a.subj
	if k < 0 {
		k = a.current
	}
	if k >= 0 {
		d.subject, d.kind = [2]int{a.e.list[k].from, a.e.list[k].to}, a.e.list[k].subject
	}
}

// add keeps the draft; the statement ended before elem next.
func (a *assembler) add(d draft, next int) {
	d.inBrackets = a.depth > 0
	a.drafts = append(a.drafts, a.parted(d))
	a.last = next
	if a.subj >= 0 && a.none < 0 {
		a.current = a.subj
	}
	a.forget()
}

// parted notes the level that the draft is a part of.
func (a *assembler) parted(d draft) draft {
	if a.part < 0 && a.outer != "" && len(a.drafts) == 0 && d.norm != Coverage {
		d.within = a.outer
	}
	if a.part < 0 || a.part >= len(a.drafts) {
		return d
	}
	parent := &a.drafts[a.part]
	if parent.norm == Coverage || parent.norm == NotAssessed || parent.norm == Exempt || d.norm == Coverage {
		return d
	}
	if len(a.drafts) > a.part+1 && !partOf(d.norm, parent.norm, parent.up) {
		a.part = -1
		return d
	}
	d.within = a.s.span(parent.category[0], parent.category[1])
	return d
}

// partOf reports whether a level can be a part of another after a first part was named.
func partOf(part, whole Level, up bool) bool {
	switch whole {
	case TSVM:
		return part == TSVMTB
	case HTTNV:
		return part == HTXSNV || part == TSVM || part == TSVMTB || up && part == HTTNV
	case HTXSNV:
		return part == TSVM || part == TSVMTB
	case HTNV:
		return part == HTXSNV || part == HTTNV || up && part == HTNV
	case Combined:
		return part == HTXSNV || part == HTTNV || part == HTNV
	}
	return false
}

// followed looks for the figure after the level: "…: 7 đ/c", "… là 15 đảng viên, chiếm 21%".
func (a *assembler) followed(d draft, i, j int) int {
	if k, ok := a.rising(d, i, j); ok {
		return k
	}
	k, named := j, false
	comma := false
	for ; k < len(a.e.list); k++ {
		x := a.e.list[k]
		switch {
		case k == j+1 && a.span(k):
			k++ // "bình quân 2 năm qua"
		case x.kind == figureElem && a.lasts(k):
			return j // "trong sạch, vững mạnh 5 năm liền"
		case x.kind == figureElem:
			return a.take(d, spot{i, k, j, named})
		case x.kind == markElem && x.bits&isNone != 0 && a.elem(k-1).sign == ':' && a.ends(k+1):
			return a.noneOf(d, k)
		case x.time && (k <= j+1 || comma), x.kind == textElem && x.to-x.from == 2 && a.s.lower(x.to-1) == "năm":
		case x.kind == textElem && k <= j+1 && a.average(x):
		case x.kind == textElem && k == j && x.to-x.from <= 4 && a.elem(k+1).sign == ',' && a.elem(k+2).time:
			k++
			comma = true
		case x.kind == markElem && x.bits&isOwner != 0 && (k == j || d.norm == Coverage):
			if n := a.owner(k); n > k {
				k = n // "… ở Đảng bộ huyện chiếm 12%": whose they are
			} else if d.norm != Coverage {
				return j
			}
		case x.sign == ':' || x.sign == '=' || x.sign == '-' || x.sign == '(':
			named = named || x.sign != '('
		case x.sign == ',' && !comma && k == j:
			comma = true
		case x.kind == markElem && x.bits&isShare != 0:
			named, comma = true, false
		case x.kind == markElem && x.bits&(isEquals|isLink|isNumberOf) != 0 && x.bits&isNone == 0 && !comma:
			named = true
		case x.kind == subjectElem && named && !comma && k <= j+2:
		default:
			return j
		}
	}
	return j
}

// noneOf makes the draft of a level of which the word at elem k says that there is none:
// "Không hoàn thành nhiệm vụ: không".
func (a *assembler) noneOf(d draft, k int) int {
	d.from, d.to, d.none, d.fig = d.level.from, a.e.list[k].to, true, figure{total: -1}
	a.own(&d)
	a.add(d, k+1)
	return k + 1
}

// lasts reports whether the figure at elem k is a length of time: "5 năm liền".
func (a *assembler) lasts(k int) bool {
	f := a.fig(k)
	_, ok := a.s.is(f.to, lookalikeClass, "time-units")
	return ok && f.count() && f.total < 0
}

// owner gives the last elem of the owner named at k, before a word of a share; k if none is.
func (a *assembler) owner(k int) int {
	for n := k + 1; n < k+9; n++ {
		x := a.elem(n)
		switch {
		case x.kind == markElem && x.bits&isShare != 0 && n > k+1:
			return n - 1
		case x.kind == subjectElem, x.kind == textElem && x.to > 0 && x.to-x.from <= 8:
		default:
			return k
		}
	}
	return k
}

// average reports whether the words at x say of what time the share is the mean: "bình
// quân ba năm đầu nhiệm kỳ".
func (a *assembler) average(x elem) bool {
	w := a.s.lower(x.from) + " " + a.s.lower(x.from+1)
	return (w == "bình quân" || w == "trung bình") && x.to-x.from <= 8
}

// rising makes two drafts of a count that changed: "tăng từ 12 chi bộ năm 2018 lên 14 chi
// bộ năm 2019". i is the level, j the elem after it.
func (a *assembler) rising(d draft, i, j int) (int, bool) {
	if x := a.elem(j); x.kind != markElem || x.bits&isChange == 0 || a.elem(j+1).kind != figureElem || a.fig(j+1).bound != from {
		return j, false
	}
	k := j + 1
	var made []draft
	for len(made) < 2 && a.elem(k).kind == figureElem {
		one := d
		one.fig, one.from = *a.fig(k), a.e.list[k].from
		one.fig.bound = exactly
		k++
		if x := a.elem(k); x.kind == subjectElem {
			one.subject, one.kind = [2]int{x.from, x.to}, x.subject
			k++
		} else if c := a.current; c >= 0 {
			one.subject, one.kind = [2]int{a.e.list[c].from, a.e.list[c].to}, a.e.list[c].subject
		}
		if x := a.elem(k); x.time {
			one.when = a.momentAt(x.from)
			k++
		}
		one.to = a.e.list[k-1].to
		made = append(made, one)
		if w := a.s.lower(a.elem(k).from); w == "lên" || w == "xuống" || w == "còn" || w == "đến" {
			k++
		}
	}
	if len(made) < 2 {
		return j, false
	}
	for n := range made {
		made[n].from, made[n].to = a.e.list[i].from, made[1].to
		if c := a.current; c >= 0 && c < i && a.near(c, i) {
			made[n].from = a.e.list[c].from
		}
	}
	a.drafts = append(a.drafts, made...)
	a.last = k
	a.forget()
	return k, true
}

// spot is where a level and the figure after it stand.
type spot struct {
	level, figure int  // elems
	next          int  // elem after the level
	named         bool // a colon or word leads from one to the other
}

// abbreviated reports whether the subject at elem k is "đ/c" or the like: a fuller noun
// before the level says more.
func (a *assembler) abbreviated(k int) bool {
	x := a.e.list[k]
	for i := x.from; i < x.to; i++ {
		if m := a.s.mark(i); m == '/' || m == '.' {
			return a.e.list[k].subject == Members
		}
	}
	return a.s.lower(x.to-1) == "hợp" || a.s.lower(x.from) == "người"
}

// listed reports whether the level begins a list item or follows a colon or semicolon.
func (a *assembler) listed(i int) bool {
	return i == 0 || a.elem(i-1).kind == signElem && a.elem(i-1).sign != ','
}

// near reports whether only links and short words stand between elems i and k.
func (a *assembler) near(i, k int) bool {
	for n := i + 1; n < k; n++ {
		x := a.e.list[n]
		if x.kind != markElem && (x.kind != textElem || x.to-x.from > 8) {
			return false
		}
	}
	return true
}

// levelNext reports whether a level follows at k over links alone: the figure before k is its own.
func (a *assembler) levelNext(k int) bool {
	for ; k < len(a.e.list); k++ {
		x := a.e.list[k]
		switch {
		case x.kind == levelElem:
			return x.level != Coverage
		case x.kind == markElem && x.bits&isLink != 0, x.kind == upElem, x.kind == textElem && x.to-x.from <= 3:
		default:
			return false
		}
	}
	return false
}
