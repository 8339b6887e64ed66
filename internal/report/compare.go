package report

// compare writes comparator, values and unit.
func (r *reader) compare(t *Target, f *figure, up bool) {
	t.Values = []float64{f.lo}
	up = up || f.up
	switch {
	case f.ranged && up:
		t.Comparator, t.Values = RangeUp, []float64{f.lo, f.hi}
	case f.ranged:
		t.Comparator, t.Values = Range, []float64{f.lo, f.hi}
	case up || f.bound == from:
		t.Comparator = AtLeast
	case f.bound == over:
		t.Comparator = Above
	case f.bound == below:
		t.Comparator = Below
	case f.bound == atMost:
		t.Comparator = AtMost
	default:
		t.Comparator = Equal
	}
	switch {
	case f.permille:
		t.Unit = "per mille"
	case f.percent:
		t.Unit = "%"
	default:
		t.Unit = "count"
		if f.total >= 0 {
			total := f.total
			t.OfTotal = &total
		}
	}
}

// onLevel says which level the target is on and whether higher ones count.
func (r *reader) onLevel(t *Target, s *sentence, a arranged) {
	if a.level.to == 0 {
		return
	}
	t.Level = a.level.level
	if a.levelUp {
		t.OrHigher = true
		return
	}
	switch t.Level {
	case HTTNV, HTNV, TSVM:
		t.OrHigher = t.Comparator == Above || t.Comparator == AtLeast || t.Comparator == RangeUp
	}
}

// period gives the time that the target is set for, with the place that it comes from.
func (r *reader) period(t *Target, s *sentence, at int) {
	if d := r.times.before(at, s.partStart(at), dateMoment); d != nil && s.two(d.from-2, "trước", "ngày") {
		t.Period = d.year
		t.Context = append(t.Context, s.at(d.from-2, d.to))
		return
	}
	m := r.times.before(at, 0, yearMoment, termMoment)
	for m != nil && (s.recalled(m) || r.local(s, m, at)) {
		m = r.times.before(m.from, 0, yearMoment, termMoment)
	}
	if k := s.partStart(at); m != nil && r.ctx.goal.term() && m.to < k && k < len(s.toks) && s.toks[k].upper && r.times.every(k, k+1) {
		m = nil // "Đến năm 2030, …; Hằng năm có …": another sentence
	}
	if own := r.times.after(at, s.clauseEnd(at)); own != nil && m != nil && s.clauseEnd(m.to) < at && (s.ownYear(own) || s.rightAfter(at, own)) {
		m = own // "…; phấn đấu 90% … năm 2020": the clause names its year
	}
	if m != nil && (r.ctx.goal == m.year || m.from > at || r.times.aim(s, m)) {
		t.Period = m.year
		t.Context = append(t.Context, s.at(s.goalStart(m), m.to))
		return
	}
	if m := r.times.after(at, s.clauseEnd(at)); m != nil && (r.ctx.goal == "" || r.ctx.goal == m.year) {
		t.Period = m.year
		t.Context = append(t.Context, s.at(m.from, m.to))
		return
	}
	switch {
	case r.ctx.goal != "":
		t.Period = r.ctx.goal
		t.Context = append(t.Context, r.ctx.goalAt)
	case r.ctx.term != "":
		t.Period = r.ctx.term
		t.Context = append(t.Context, r.ctx.termAt)
	case r.ctx.year != "" && len(r.facts.Classification) == 0 && !r.ctx.nextYear:
		t.Period = Period(r.ctx.year)
		t.Context = append(t.Context, r.ctx.yearAt)
	}
}

// zero adds a target of none: "không có chi bộ yếu kém", "không có đảng viên vi phạm".
func (r *reader) zero(s *sentence, p piece) {
	for i, x := range r.elems.list {
		if x.from < p.from || x.kind != markElem || x.bits&isNone == 0 || x.bits&isLink != 0 {
			continue
		}
		if x.from >= p.to {
			return
		}
		if m, _ := r.times.voiceAt(x.from); m != aimed || len(p.figs) > 0 && r.elems.list[p.figs[0]].from < x.from {
			continue
		}
		if (s.lower(x.to-1) == "để" || s.lower(x.from+1) == "để") && !r.grave(s, x.to, p.to) {
			continue // không để việc này ảnh hưởng việc kia
		}
		if s.two(x.from, "không", "có") && s.two(x.to, "biểu", "hiện") {
			continue // "không có biểu hiện suy thoái" counts nothing
		}
		if x.to-x.from < 2 && !(i+1 < len(r.elems.list) && r.elems.list[i+1].kind == subjectElem) {
			continue // a plain "không"
		}
		noun, end := r.zeroWords(s, x.to, p.to)
		subject, measure := s.phrase(x.to, noun), s.phrase(noun, end)
		if subject.to == 0 {
			continue
		}
		if measure.to == 0 {
			measure = subject
		}
		if s.levelAt(x.to) {
			if named := r.namedBefore(s, x.from); named.to > 0 {
				subject = named // "trên 75% chi bộ trong sạch, vững mạnh, không có yếu kém"
			}
		}
		t := Target{Subject: subject.text, Measure: measure.text, Comparator: Equal, Values: []float64{0}, Unit: "count", Negated: true, Source: s.at(x.from, max(end, noun))}
		r.period(&t, s, x.from)
		t.Scope = r.scope(&t.Context)
		r.facts.Targets = append(r.facts.Targets, t)
		r.aims.found++
	}
}

// zeroWords gives the end of the noun of which there is to be none, and of what is said of
// it, in tokens [i, to): a wish joined by "và" is another.
func (r *reader) zeroWords(s *sentence, i, to int) (noun, end int) {
	noun = r.nounEnd(s, i, to)
	for k := i + 1; k < noun; k++ {
		if s.lower(k) == "và" && s.verbAt(noun) && noun == k+1 {
			return k, k
		}
	}
	return noun, r.pieceEnd(s, noun, to)
}

// grave reports whether tokens [i, j) name what is not to happen: a level, a breach, a penalty.
func (r *reader) grave(s *sentence, i, j int) bool {
	for k := i; k < j; k++ {
		switch s.lower(k) {
		case "phạm", "luật", "kém":
			return true
		}
		if s.levelAt(k) {
			return true
		}
	}
	return false
}

// rightAfter reports whether the deadline m stands right after the figure at token i: "hộ
// nghèo dưới 1% vào năm 2024".
func (s *sentence) rightAfter(i int, m *moment) bool {
	f, ok := s.figureAt(i)
	return ok && m.from == f.to+1
}

// ownYear reports whether the year at m says when, plainly: no deadline, no comparison.
func (s *sentence) ownYear(m *moment) bool {
	switch s.lower(m.from - 1) {
	case "đến", "vào", "cuối", "đầu", "trước", "từ":
		return false
	}
	return m.kind == yearMoment && s.lower(m.from) == "năm"
}
