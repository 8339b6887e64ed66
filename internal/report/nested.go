package report

// nested reports whether the figure at elem i stands in what is said of the share that the
// clause begins with: "100% tổ chức đoàn có ít nhất 1 công trình".
func (r *reader) nested(s *sentence, p *piece, i int) bool {
	n := len(p.figs)
	if n == 0 {
		return false
	}
	if f := &r.elems.figures[r.elems.list[i].fig]; f.bound == from && s.lower(f.from-1) == "có" && r.upAfter(i) && !s.parted(r.elems.list[p.figs[n-1]].to, f.from) {
		return true // "ở 100% doanh nghiệp có từ 25 lao động trở lên"
	}
	if !r.heads(s, p) {
		return false
	}
	verb := false
	for k := p.figs[n-1] + 1; k < i; k++ {
		x := r.elems.list[k]
		if x.sign != 0 && x.sign != '"' && (x.sign != ',' || verb) {
			return false
		}
		for t := x.from; t < x.to; t++ {
			if s.lower(t) == "và" || s.partWord(t) {
				return false
			}
			verb = verb || s.verbAt(t)
		}
	}
	return verb
}

// upAfter reports whether "trở lên" stands on the figure at elem i or right after its noun.
func (r *reader) upAfter(i int) bool {
	if r.elems.figures[r.elems.list[i].fig].up {
		return true
	}
	for k := i + 1; k < len(r.elems.list) && k <= i+2; k++ {
		if r.elems.list[k].kind == upElem {
			return true
		}
	}
	return false
}

// parted reports whether a comma or semicolon stands in tokens [i, j).
func (s *sentence) parted(i, j int) bool {
	for ; i < j; i++ {
		if m := s.mark(i); m == ',' || m == ';' {
			return true
		}
	}
	return false
}

// restates reports whether the figure at elem i says in brackets what share the count before
// it is: "10/12 (83,3%)".
func (r *reader) restates(s *sentence, p *piece, i int) bool {
	n := len(p.figs)
	if n == 0 || i < 1 || r.elems.list[i-1].sign != '(' || r.times.shiftAt(r.elems.list[i].from).beside {
		return false
	}
	f, g := &r.elems.figures[r.elems.list[p.figs[n-1]].fig], &r.elems.figures[r.elems.list[i].fig]
	return f.count() && g.percent && s.mark(g.to) == ')'
}

// baseline reports whether f is where a change is to begin, not where it is to end: "giảm từ
// 5,2% xuống 4%".
func (s *sentence) baseline(f *figure) bool {
	if f.bound != from {
		return false
	}
	for k := f.to; k < f.to+4 && k < len(s.toks) && s.toks[k].kind == wordToken; k++ {
		if w := s.lower(k); w == "xuống" || w == "lên" && s.lower(k-1) != "trở" {
			return true
		}
	}
	return false
}
