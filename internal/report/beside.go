package report

// besides reports whether the words at i can compare a result with its target: after a
// bracket, "so với" or "theo", or in "…, mục tiêu là 8%".
func (s *sentence) besides(i int) bool {
	switch s.mark(i - 1) {
	case '(', '/':
		return true
	case ',':
		return s.lower(i+2) == "là"
	}
	return s.lower(i-1) == "theo" || s.two(i-2, "so", "với")
}

// compare tells the one figure after tokens [i, k) as aimed at, in brackets or between
// commas beside the result: "96,4% (Nghị quyết đề ra 95%)". It reports whether there is one.
func (t *times) compare(s *sentence, i, k int) bool {
	if s.lower(k) == "đạt" && s.two(i, "nghị", "quyết") && !s.besides(i) {
		return false // "tỷ lệ học tập nghị quyết đạt 98%"
	}
	for least := k + 9; k < least && s.plans(k); k++ {
	}
	f, ok := s.figureAt(k)
	if m := s.mark(f.to); !ok || m == 0 && f.to < len(s.toks) && !s.counts(f.to) || f.count() && f.total < 0 && f.year() || s.surpass(i, k) {
		return false
	}
	end := f.to
	for end < len(s.toks) && end < k+6 && s.mark(end) != ')' && s.mark(end) != ',' && s.mark(end) != ';' {
		end++
	}
	before, marker := t.voiceAt(i)
	t.insert(shift{at: i, to: aimed, marker: true, beside: true})
	t.insert(shift{at: end, to: before, marker: marker})
	t.strong = true
	return true
}

// counts reports whether the words at k are a noun and no more: "(chỉ tiêu 2 chi bộ)".
func (s *sentence) counts(k int) bool {
	for ; k < len(s.toks) && s.toks[k].kind == wordToken; k++ {
		if s.verbAt(k) || s.levelAt(k) {
			return false
		}
	}
	return true
}

// surpass reports whether the figure at k is by how much the target named at i was passed:
// "vượt mục tiêu đề ra 0,4%", "so với chỉ tiêu vượt 6,7%".
func (s *sentence) surpass(i, k int) bool {
	if s.lower(k) == "vượt" {
		return true
	}
	for least := i - 8; i > least && i > 0 && s.mark(i-1) != ',' && s.mark(i-1) != ';' && s.mark(i-1) != '('; i-- {
		if w := s.lower(i - 1); w == "vượt" || w == "hơn" || w == "tăng" || w == "giảm" {
			return true
		}
	}
	return false
}

// plans reports whether the word at k only says whose plan a figure is of: "đại hội đề ra
// là", "cuối nhiệm kỳ", "năm 2023".
func (s *sentence) plans(k int) bool {
	if _, ok := s.figureAt(k); ok {
		return s.lower(k-1) == "năm" && s.toks[k].c1-s.toks[k].c0 == 4
	}
	switch s.lower(k) {
	case "là", "đến", "năm", "cuối", "cả", "nhiệm", "kỳ", "của", "đại", "hội", "nghị", "quyết", "đề", "ra", "đã", "đặt", "giao", "tỉnh", "huyện", "thành", "ủy", "cấp", "trên", "đạt":
		return true
	}
	return s.mark(k) == ':'
}

// beside adds the target that stands beside a result and has no words of its own: "96,4%
// (chỉ tiêu 95%)". It is the n-th figure of p; before are the pieces before p that have figures.
func (r *reader) beside(s *sentence, before []piece, p piece, n int) {
	x := r.elems.list[p.figs[n]]
	f := &r.elems.figures[x.fig]
	t := Target{Source: s.at(x.from, x.to)}
	if !r.resultOf(s, &t, f, before, p, n) {
		return
	}
	r.compare(&t, f, false)
	begin := r.times.shiftAt(x.from).at
	if m := r.times.before(x.from, begin, yearMoment, termMoment); m != nil {
		t.Period = m.year
		t.Context = append(t.Context, s.at(m.from, m.to))
	} else if !s.ofTerm(begin, x.from) {
		r.period(&t, s, x.from)
		if t.Period == "" && r.ctx.year != "" {
			t.Period = Period(r.ctx.year)
			t.Context = append(t.Context, r.ctx.yearAt)
		}
	}
	t.Scope = r.scope(&t.Context)
	r.facts.Targets = append(r.facts.Targets, t)
}

// maxBack bounds how many figures back the result of a target beside it is looked for.
const maxBack = 4

// resultOf gives t the words of the result before figure f: of the nearest in the same unit, else
// of the nearest that has words ("925/962 ấp …, đạt 96,15% (mục tiêu 95%)").
func (r *reader) resultOf(s *sentence, t *Target, f *figure, before []piece, p piece, n int) bool {
	i := r.elems.list[p.figs[n]].from
	for _, same := range []bool{true, false} {
		q, k, left := p, n, before
		for range maxBack {
			for k--; k < 0 && len(left) > 0; k = len(q.figs) - 1 {
				q, left = left[len(left)-1], left[:len(left)-1]
			}
			if k < 0 {
				break
			}
			if same && !f.sameUnit(&r.elems.figures[r.elems.list[q.figs[k]].fig]) {
				continue
			}
			if d := r.draftOf(q.figs[k], i); d != nil {
				t.Subject, t.Measure, t.Level = s.span(d.subject[0], d.subject[1]), s.span(d.category[0], d.category[1]), d.norm
				t.Context = append(t.Context, s.at(d.subject[0], d.subject[1]))
				return true
			}
			if a, ok := r.resultBefore(s, q, k, i); ok {
				t.Subject, t.Measure = a.subject.text, a.measure.text
				t.Context = append(t.Context, a.subject.at)
				return true
			}
		}
	}
	return false
}

func (f *figure) sameUnit(g *figure) bool { return f.percent == g.percent && f.permille == g.permille }

// ofTerm reports whether tokens [i, j) name a congress or a term, whose target the year of
// the result beside it is not the period of.
func (s *sentence) ofTerm(i, j int) bool {
	for ; i < j; i++ {
		if s.two(i, "nghị", "quyết") || s.two(i, "đại", "hội") || s.two(i, "nhiệm", "kỳ") {
			return true
		}
	}
	return false
}

// draftOf gives the result of the assessment that states the figure at elem k and ends
// before token i, nil if none has a subject.
func (r *reader) draftOf(k, i int) *draft {
	fig := r.elems.list[k].from
	for n := len(r.asm.drafts) - 1; n >= 0; n-- {
		if d := &r.asm.drafts[n]; d.from <= fig && fig < d.to && d.to <= i && d.category[1] > 0 && d.subject[1] > 0 {
			return d
		}
	}
	return nil
}

// resultBefore gives the words of the result whose figure is the k-th of q, before token i.
func (r *reader) resultBefore(s *sentence, q piece, k, i int) (arranged, bool) {
	from, x := q.from, r.elems.list[q.figs[k]]
	if k > 0 {
		from = r.elems.list[q.figs[k-1]].to
	}
	to := min(q.to, i)
	for n := x.to; n < to; n++ {
		if s.mark(n) == '(' {
			to = n
		}
	}
	a := r.arrange(s, [2]int{from, to}, x)
	return a, a.subject.to > 0
}
