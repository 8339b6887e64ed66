package report

// take makes the draft of level i with the figure at k, unless that figure has a level of its own.
func (a *assembler) take(d draft, at spot) int {
	i, k, named, next := at.level, at.figure, at.named, at.next
	f := a.fig(k)
	if f.permille || a.elem(k-1).sign == ',' {
		return next
	}
	end := k + 1
	subj := -1
	if x := a.elem(end); x.kind == subjectElem {
		subj, end = end, end+1
	} else if x.kind == markElem && x.bits&isNumberOf != 0 && a.elem(end+1).kind == subjectElem && !f.percent {
		subj, end = end+1, end+2
	}
	if a.levelNext(end) && (!named || subj >= 0 && f.count() && !a.listed(i)) {
		return next
	}
	d.fig, d.to = *f, a.e.list[end-1].to
	d.from = a.e.list[i].from
	if c := a.current; c >= 0 {
		d.subject, d.kind = [2]int{a.e.list[c].from, a.e.list[c].to}, a.e.list[c].subject
		if c < i && a.near(c, i) {
			d.from = a.e.list[c].from
		}
	}
	if subj >= 0 && a.abbreviated(subj) && a.current >= 0 && a.current < i && a.near(a.current, i) {
		subj = -1
	}
	if subj >= 0 {
		d.subject, d.kind = [2]int{a.e.list[subj].from, a.e.list[subj].to}, a.e.list[subj].subject
		a.current = subj
	} else if a.subj >= 0 {
		a.own(&d)
	}
	if f.decimal && !f.percent {
		share := *f
		share.percent = true
		d.fig = share
	}
	a.twin(d, i)
	a.add(d, end)
	if next := a.basis(end); next > end || subj < 0 {
		return next
	}
	return a.andMore(d, end)
}

// span reports whether at elem k a length of time stands after "bình quân", and one elem
// that ends it.
func (a *assembler) span(k int) bool {
	x, prev := a.elem(k), a.elem(k-1)
	if x.kind != figureElem || prev.kind != textElem || !a.average(prev) || a.elem(k+1).kind != textElem {
		return false
	}
	_, ok := a.s.is(x.to, lookalikeClass, "time-units")
	return ok
}

// andMore makes a second draft of the level before elem k: "… ở 17/20 chi bộ và 190 đảng viên".
func (a *assembler) andMore(d draft, k int) int {
	x := a.elem(k)
	if x.kind != textElem || x.to-x.from != 1 || a.s.lower(x.from) != "và" {
		return k
	}
	f, subject := a.elem(k+1), a.elem(k+2)
	if f.kind != figureElem || subject.kind != subjectElem || !a.fig(k+1).count() || a.levelNext(k+3) || subject.subject == d.kind {
		return k
	}
	d.fig, d.share, d.to = *a.fig(k + 1), nil, subject.to
	d.subject, d.kind = [2]int{subject.from, subject.to}, subject.subject
	a.current = k + 2
	a.add(d, k+3)
	return k + 3
}

// twin makes a draft of the level and subject that share the figure of d, whose level is
// elem i: "số chi bộ xếp loại tốt và số đảng viên xếp loại tốt đạt trên 90%".
func (a *assembler) twin(d draft, i int) {
	k := a.back(i - 1)
	if a.elem(k).kind != subjectElem {
		return
	}
	k--
	if x := a.elem(k); x.kind == markElem && x.bits&isNumberOf != 0 {
		k--
	}
	if x := a.elem(k); x.kind != textElem || x.to-x.from != 1 || a.s.lower(x.from) != "và" {
		return
	}
	k--
	up := a.elem(k).kind == upElem
	end := a.elem(k).to
	if up {
		k--
	}
	level := a.elem(k)
	owner := a.elem(a.back(k - 1))
	if level.kind != levelElem || level.level == Coverage || owner.kind != subjectElem || len(a.drafts) > 0 && a.drafts[len(a.drafts)-1].to > owner.from {
		return
	}
	d.level, d.norm, d.up, d.category = level, level.level, up, [2]int{level.from, end}
	d.subject, d.kind, d.from = [2]int{owner.from, owner.to}, owner.subject, owner.from
	a.drafts = append(a.drafts, a.parted(d))
}

// back gives the last elem at or before k that is no link.
func (a *assembler) back(k int) int {
	for k >= 0 && a.elem(k).kind == markElem && a.elem(k).bits&isLink != 0 {
		k--
	}
	return k
}
