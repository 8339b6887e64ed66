package report

// trailing gives a percent to the draft before it: "…, chiếm 45%", "(45%)", ", tỷ lệ 45%".
// It gives the elem after and whether the figure was used.
func (a *assembler) trailing(i int) (int, bool) {
	n := len(a.drafts)
	f := a.fig(i)
	if n == 0 || f.permille || !f.percent && !f.decimal && !a.unsigned(i) {
		return i, false
	}
	d := &a.drafts[n-1]
	linked, ok := a.joined(i)
	if !ok || !linked && !a.ends(i+1) {
		return i, false
	}
	if d.fig.percent || d.share != nil || d.none {
		if !a.rebased(i) || d.none {
			return i, false
		}
		again := *d
		share := *f
		again.fig, again.share, again.to = share, nil, a.e.list[i].to
		a.drafts = append(a.drafts, again)
		a.last = i + 1
		return a.basis(i + 1), true
	}
	if linked && a.levelNext(i+1) && a.elem(i-1).sign != '(' && a.elem(i-1).bits&isLink != 0 {
		return i, false // ", đạt 30% hoàn thành": the percent belongs to the next level
	}
	share := *f
	share.percent = true
	d.share, d.to = &share, a.e.list[i].to
	a.last = i + 1
	return a.basis(i + 1), true
}

// unsigned reports whether a whole number stands where only a percent can: "tỷ lệ 45".
func (a *assembler) unsigned(i int) bool {
	p := a.elem(i - 1)
	return p.kind == markElem && p.bits&isShare != 0 && p.bits&(isLink|isEquals) == 0 && a.ends(i+1) && a.fig(i).total < 0 && a.fig(i).hi <= 100
}

// joined reports whether only signs and words of a share stand between the last draft
// and figure i, and whether such a word or a bracket does.
func (a *assembler) joined(i int) (linked, ok bool) {
	depth := 0
	for k := a.last; k < i; k++ {
		x := a.elem(k)
		switch {
		case x.sign == ')':
			depth--
		case x.sign == '(':
			depth++
			linked = linked || k == i-1
		case x.sign == '=' && k == i-1:
			linked = true
		case depth > 0 && a.closes(k, i):
		case x.sign == ',' || x.sign == '-' || x.sign == '=' || x.sign == ':':
		case x.kind == markElem && x.bits&isShare != 0:
			linked = true
		case x.kind == markElem && x.bits&(isBase|isEquals|isNumberOf) != 0 && x.bits&isNone == 0:
		case x.kind == subjectElem && k == a.last:
		case x.kind == textElem && x.to-x.from == 1 && a.rebased(i):
		default:
			return false, false
		}
	}
	return linked, true
}

// sameLevel makes a draft of a percent that a subject alone leads to, after a level that
// came first: "chi bộ … hoàn thành tốt là trên 97%, chi bộ sự nghiệp đạt tỷ lệ trên 90%",
// or that another year leads to: "năm 2017 giảm còn 0,41%".
func (a *assembler) sameLevel(i int) (int, bool) {
	n := len(a.drafts)
	f := a.fig(i)
	prev := a.elem(i - 1)
	share := prev.kind == markElem && prev.bits&isShare != 0 || a.ofYear(i)
	if n == 0 || !f.percent || !share || !a.ends(i+1) && !a.yearAt(i+1) || a.levelNext(i+1) {
		return i, false
	}
	d := a.drafts[n-1]
	if !d.fig.percent || d.level.to > d.fig.from || d.none {
		return i, false
	}
	subject, year := -1, false
	for k := a.last; k < i-1; k++ {
		x := a.elem(k)
		switch {
		case x.kind == subjectElem && subject < 0:
			subject = k
		case x.time:
			year = true
		case x.sign == '(' && a.yearAt(k):
		case x.kind == levelElem || x.kind == figureElem || x.sign == '(' || x.kind == markElem && x.bits&(isDeed|isBarrier|isPart|isAward) != 0:
			return i, false
		}
	}
	alone := subject >= 0 && subject == i-2 && a.elem(i-3).sign == ',' // "…, đảng viên đạt 97%"
	if subject < 0 && !year || subject >= 0 && a.e.list[subject].subject != d.kind && !alone {
		return i, false
	}
	if w := a.s.lower(prev.to - 1); subject >= 0 && !alone && w != "lệ" && w != "chiếm" && w != "là" {
		return i, false
	}
	if rise := &a.drafts[n-1].fig; rise.bound == from && year {
		rise.bound = exactly // "từ 68% (năm 2010) tăng lên 81% (năm 2014)"
	}
	d.fig, d.share, d.to = *f, nil, a.e.list[i].to
	d.from = a.e.list[i-1].from
	if y := a.elem(i - 2); y.time {
		d.from, d.when = y.from, a.momentAt(y.from)
	}
	if subject >= 0 {
		x := a.e.list[subject]
		d.subject, d.from, d.kind = [2]int{x.from, x.to}, x.from, x.subject
	}
	d.base = [2]int{}
	a.drafts = append(a.drafts, a.parted(d))
	a.last = i + 1
	return i + 1, true
}

// ofYear reports whether a year leads to the figure at elem i: "năm 2014 là 84,5%".
func (a *assembler) ofYear(i int) bool {
	prev := a.elem(i - 1)
	return a.elem(i-2).time && (prev.sign == ':' || prev.kind == markElem && prev.bits&(isEquals|isLink) != 0 && prev.bits&isNone == 0)
}

// momentAt gives the time named at token i.
func (a *assembler) momentAt(i int) *moment {
	for n := range a.s.when {
		if a.s.when[n].from == i {
			return &a.s.when[n]
		}
	}
	return nil
}

// yearAt reports whether a bracket at elem k holds a year and no more.
func (a *assembler) yearAt(k int) bool {
	return a.elem(k).sign == '(' && a.elem(k+1).time && a.elem(k+2).sign == ')'
}

// closes reports whether the bracket open at k closes before i.
func (a *assembler) closes(k, i int) bool {
	for ; k < i; k++ {
		if a.elem(k).sign == ')' {
			return true
		}
	}
	return false
}

// ends reports whether a clause ends at elem k.
func (a *assembler) ends(k int) bool {
	if k >= len(a.e.list) {
		return true
	}
	x := a.e.list[k]
	return x.kind == signElem && (x.sign == ',' || x.sign == ';' || x.sign == '.' || x.sign == ')' || x.sign == '/')
}

// rebased reports whether figure i is a second percent with a base of its own: "và chiếm
// 16% so với tổng số …".
func (a *assembler) rebased(i int) bool {
	next, prev := a.elem(i+1), a.elem(i-1)
	return next.kind == markElem && next.bits&isBase != 0 && prev.kind == markElem && prev.bits&isShare != 0
}

// basis steps over the base of a percent that ends before elem k: "so với tổng số đảng
// viên được đánh giá". It notes the base of the last draft.
func (a *assembler) basis(k int) int {
	x := a.elem(k)
	if x.kind != markElem || x.bits&(isBase|isNumberOf) == 0 {
		return k
	}
	end := k
	for ; end < len(a.e.list); end++ {
		y := a.e.list[end]
		stop := y.kind == figureElem || y.kind == signElem ||
			y.kind == textElem && a.s.lower(y.from) == "và" || y.kind == markElem && y.bits&(isPart|isShare) != 0 && end > k
		if stop {
			break
		}
	}
	a.last = end
	if end > k+1 {
		d := &a.drafts[len(a.drafts)-1]
		d.base = [2]int{x.from, a.e.list[end-1].to}
	}
	return end
}
