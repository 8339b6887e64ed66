package report

import "strings"

// aimer finds the targets of one sentence.
type aimer struct {
	found int    // targets of the last sentence
	deed  string // what the last target of the clause asks to be done
	bare  bool   // the last target had no deed of its own
	lead  string // what the shares of a list are of
}

// target adds the targets that sentence s states.
func (r *reader) target(s *sentence) {
	r.aims = aimer{}
	aiming := false
	for _, sh := range r.times.shifts {
		aiming = aiming || sh.to == aimed
	}
	if !aiming || r.ctx.award {
		return
	}
	carried, whole, wholeLevel := phrase{}, phrase{}, Level("")
	var before []piece
	for _, p := range r.pieces(s) {
		if p.fresh {
			whole, wholeLevel = phrase{}, ""
			r.aims.deed = ""
		}
		r.leads(s, p)
		r.zero(s, p)
		for n, at := range p.figs {
			x := r.elems.list[at]
			m, marker := r.times.voiceAt(x.from)
			if m != aimed {
				continue
			}
			if p.from <= r.elems.list[at].from && r.partIn(s, p.from, x.from) {
				whole, wholeLevel = r.lastMeasure(s)
			}
			if s.change(p.from, x.from, p.to) && len(before) > 0 {
				continue
			}
			if r.times.shiftAt(x.from).beside {
				r.beside(s, before, p, n)
				continue
			}
			r.aims.bare = false
			t, subject, ok := r.aim(s, p, n, carried)
			if parted := r.partIn(s, p.from, x.from); whole.text != "" && (parted || above(t.Level, wholeLevel)) && !r.another(s, p, n, &t) && !r.aims.bare {
				t.Within = whole.text
			}
			if !ok || !marker && !r.plainlyAim(s, &r.elems.figures[x.fig], p) {
				continue
			}
			if subject.to > 0 {
				carried = subject
			}
			r.facts.Targets = append(r.facts.Targets, t)
			r.aims.found++
		}
		if len(p.figs) > 0 {
			before = append(before, p)
		}
	}
}

// namedBefore gives the last noun of organisations or persons before token i.
func (r *reader) namedBefore(s *sentence, i int) (named phrase) {
	for _, x := range r.elems.list {
		if x.to > i {
			break
		}
		if x.kind == subjectElem && x.subject != Tasks {
			named = s.phrase(x.from, x.to)
		}
	}
	return named
}

// another reports whether the n-th figure of p, after the one that "trong đó" leads to, is of
// another noun, so that it is no part: "trong đó 80% đạt …, và trên 98% hội viên …".
func (r *reader) another(s *sentence, p piece, n int, t *Target) bool {
	if n == 0 || r.aims.found == 0 || r.partIn(s, r.elems.list[p.figs[n-1]].to, r.elems.list[p.figs[n]].from) {
		return false
	}
	return firstWord(t.Subject) != firstWord(r.facts.Targets[len(r.facts.Targets)-1].Subject)
}

// change reports whether the clause in tokens [i, to) only tells how far the figure at k is from
// an earlier one: "…, tăng 17 đảng viên so với năm 2020".
func (s *sentence) change(i, k, to int) bool {
	if w := s.lower(i); w != "tăng" && w != "giảm" && w != "vượt" || i+1 != k {
		return false
	}
	for ; k < to; k++ {
		if s.two(k, "so", "với") {
			return true
		}
	}
	return false
}

// partWord reports whether "trong đó" begins at token i.
func (s *sentence) partWord(i int) bool {
	i, _ = s.trim(i, len(s.toks))
	_, ok := s.is(i, markClass, "part")
	return ok && s.lower(i) == "trong"
}

// partIn reports whether "trong đó" stands in tokens [i, j).
func (r *reader) partIn(s *sentence, i, j int) bool {
	for ; i < j; i++ {
		if s.partWord(i) {
			return true
		}
	}
	return false
}

// lastMeasure gives the words of the last target of this sentence, of which the next is a part.
func (r *reader) lastMeasure(s *sentence) (phrase, Level) {
	if r.aims.found == 0 {
		return phrase{}, ""
	}
	t := r.facts.Targets[len(r.facts.Targets)-1]
	if t.Within != "" {
		return phrase{text: t.Within}, t.Level
	}
	return phrase{text: t.Measure}, t.Level
}

// plainlyAim reports whether a figure without a word for targets in its own sentence can
// go on a list of targets: a share, a bound or members to be admitted.
func (r *reader) plainlyAim(s *sentence, f *figure, p piece) bool {
	if f.percent || f.permille || f.bound != exactly || f.up || f.total >= 0 && (r.aims.found > 0 || s.item || r.ctx.listed) || s.item && !s.toks[0].caps && !s.roman() {
		return true
	}
	for i := p.from; i < p.to; i++ {
		switch s.lower(i) {
		case "nạp", "triển":
			return true
		}
	}
	return r.times.every(p.from, f.from) || r.yearlyBefore(s, p) || r.ctx.numbered // "Mỗi năm thành lập 2 tổ hợp tác"
}

// phrase is a run of tokens with its text.
type phrase struct {
	from, to int
	text     string
	at       Span
}

func (s *sentence) phrase(i, j int) phrase {
	i, j = s.trim(i, j)
	for j > i && s.mark(j-1) == ')' && !strings.Contains(s.span(i, j), "(") {
		j--
	}
	for i < j && s.mark(i) == '"' && strings.Count(s.span(i, j), "\"") == 1 {
		i++
	}
	if i >= j {
		return phrase{}
	}
	return phrase{i, j, s.span(i, j), s.at(i, j)}
}

// aim makes the target of the n-th figure of the piece. It gives the subject too, for
// the pieces after that leave it out.
func (r *reader) aim(s *sentence, p piece, n int, carried phrase) (Target, phrase, bool) {
	x := r.elems.list[p.figs[n]]
	f := r.elems.figures[x.fig]
	if !r.aimable(s, &f, x) {
		return Target{}, phrase{}, false
	}
	from, to := r.words(s, p, n)
	from = r.opening(s, from, x.from)
	from = s.afterPart(from, x.from)
	a := r.arrange(s, [2]int{from, to}, x)
	r.share(s, p, n, &a)
	if w := s.lower(x.to); a.subject.to == 0 && (w == "kế" || w == "chỉ" || w == "dự") && r.baseAfter(s, x.to) {
		return Target{}, phrase{}, false // "đạt 60% kế hoạch": of what is not said
	}
	if a.measure.to == 0 && a.subject.to == 0 || r.elected(s, from, x.from) {
		return Target{}, phrase{}, false
	}
	if carried.to > 0 && a.subject.to <= x.from && s.verbAt(a.measure.from) && a.measure.from < a.subject.from && r.partIn(s, p.from, x.from) {
		a.subject = phrase{} // "trong đó đào tạo nghề 45%": still of those named before
	}
	if a.subject.from >= x.to && r.cutOff(s, a.to) && (a.measure.to == 0 || a.measure.to == a.measure.from+1 && s.lower(a.measure.from) == "có" || a.measure.from >= a.subject.to && !s.verbAt(a.measure.from) && !s.levelAt(a.measure.from) || a.subject.to == a.to && !nounFirst(s, a.subject.from)) {
		return Target{}, phrase{}, false
	}
	if s.mark(a.to-1) == ')' && s.bracket(a.from, a.to-1, -1) < 0 {
		a.to-- // the bracket that the target stands in is not its own
	}
	t := Target{Measure: a.measure.text, Subject: a.subject.text, Source: s.at(a.from, a.to)}
	if w := strings.ToLower(t.Measure); (w == "" || w == "có") && t.Subject != "" {
		t.Measure = t.Subject // "6/6 khu phố văn hóa"
	}
	if s.lower(a.measure.from) == "đạt" && a.measure.to == a.measure.from+1 && a.to > x.to && s.mark(x.to) != '/' {
		t.Measure += " " + s.span(x.to, a.to) // "đạt 100% chỉ tiêu trên giao"
	}
	if named := r.namedBefore(s, x.from); s.lower(a.subject.from) == "về" && named.from > a.subject.from && named.from < x.from {
		a.subject = named // "về xếp loại đối với chi bộ có 100% …"
		if k := s.verbBefore(named.to, x.from); k < x.from && a.to > x.to {
			a.measure, a.from = s.phrase(x.to, a.to), k
		}
		t.Subject, t.Measure, t.Source = named.text, a.measure.text, s.at(a.from, a.to)
	}
	if named := r.namedBefore(s, p.from); carried.to == 0 && named.to > 0 && (a.subject.to == 0 || a.subject.from == a.measure.from && s.verbAt(a.subject.from)) {
		carried, a.subject = named, phrase{} // "về chất lượng chi bộ: đề ra trên 85% …"
	}
	if a.subject.to == 0 && carried.to > 0 {
		t.Subject = carried.text
		t.Context = append(t.Context, carried.at)
	}
	if w := s.lower(a.measure.from); t.Measure == a.measure.text && a.measure.to == a.measure.from+1 && (w == "đạt" || w == "là") && t.Subject != "" {
		t.Measure = t.Subject + " " + t.Measure // "tốc độ tăng giá trị sản phẩm đạt 7%": the noun says what is measured
	}
	r.inherit(s, &t, &f, a)
	if k := a.subject.from - 2; a.subject.to <= x.from && a.subject.to > 0 && strings.HasPrefix(t.Measure, t.Subject) && (s.two(k, "tỷ", "lệ") || s.two(k, "tỉ", "lệ")) {
		t.Measure = s.span(k, k+2) + " " + t.Measure // "tỷ lệ lao động qua đào tạo đạt 70%"
	}
	r.compare(&t, &f, a.up)
	r.onLevel(&t, s, a)
	r.period(&t, s, x.from)
	t.Scope = r.scope(&t.Context)
	if r.times.vague(p.from, p.to) && len(r.times.yearly) > 0 || r.ctx.goalYears || r.yearlyBefore(s, p) {
		t.Frequency = "yearly"
	}
	return t, a.subject, true
}

// cutOff reports whether the text breaks off at token i.
func (r *reader) cutOff(s *sentence, i int) bool {
	return i == len(s.toks) && s.last && s.mark(i-1) == 0 && r.scan.b >= len(r.text)
}

// afterPart moves the beginning of a piece behind "trong đó".
func (s *sentence) afterPart(from, fig int) int {
	for i := from; i < fig; i++ {
		if n, ok := s.is(i, markClass, "part"); ok && s.partWord(i) {
			if s.lower(i+n-1) == "có" {
				n--
			}
			return min(i+n, fig)
		}
	}
	return from
}

// yearlyBefore reports whether a "hằng năm" before the piece governs all that follows:
// "hằng năm có …", "hằng năm, …".
func (r *reader) yearlyBefore(s *sentence, p piece) bool {
	for k := p.from; k < p.to; k++ {
		if s.two(k, "nhiệm", "kỳ") || s.two(k, "đến", "năm") {
			return false
		}
	}
	for _, i := range r.times.yearly {
		if w := s.lower(i + 2); i < p.from && (s.clauseEnd(i) >= p.from || !s.figureIn(0, i)) && (w == "có" || s.verbAt(i+2) || s.mark(i+2) == ',' || s.mark(i+2) == ':' || i+2 < len(s.toks) && s.toks[i+2].kind == numberToken) {
			return true
		}
	}
	return false
}

// verbIn reports whether a verb begins in tokens [i, j).
func (s *sentence) verbIn(i, j int) bool {
	for ; i < j; i++ {
		if s.verbAt(i) {
			return true
		}
	}
	return false
}

// roman reports whether the sentence begins with a Roman number: a section of the text.
func (s *sentence) roman() bool {
	return len(s.toks) > 1 && s.toks[0].kind == wordToken && s.toks[0].upper && s.mark(1) == '.' && strings.Trim(s.str(0), "IVX") == ""
}

// filler reports whether the word at i only leads on from a word for targets: "chủ yếu", "cụ thể", "sau".
func (s *sentence) filler(i int) bool {
	switch s.lower(i) {
	case "chủ", "yếu", "cụ", "thể", "như", "sau", "cơ", "bản", "quan", "trọng", "đạt", "là", "về", "chính", ":", ",":
		return true
	}
	return s.mark(i) == ':' || s.mark(i) == ','
}

// glued reports whether a word or sign follows the number at i without a blank.
func (s *sentence) glued(i int) bool {
	return i < len(s.toks) && !s.toks[i].space && s.toks[i].kind == wordToken
}

// opening moves the beginning of a piece behind the words that set targets: "phấn đấu
// năm 2018 tỷ lệ …" begins at "tỷ lệ".
func (r *reader) opening(s *sentence, from, fig int) int {
	if s.mark(from) == '(' && s.mark(from+2) == ')' && from+3 <= fig {
		from += 3 // (1), (a)
	}
	for _, sh := range r.times.shifts {
		if sh.marker && sh.at >= from && sh.at < fig {
			if e, ok := s.lex.longest(s.toks, sh.at, timeClasses, s.plain); ok {
				from = min(sh.at+e.n, fig)
				for from < fig && s.filler(from) {
					from++
				}
			}
		}
	}
	if w := s.lower(from); w == "của" || w == "được" {
		for k := from; k < fig; k++ {
			if s.lower(k) == "là" {
				from = k + 1 // "chỉ tiêu của nghị quyết là mỗi năm …"
			}
		}
	}
	for i := range r.times.moments {
		if m := &r.times.moments[i]; m.from >= from && m.from <= from+2 && m.to <= fig {
			from = m.to
		}
	}
	if n, ok := s.is(from, timeClass, "yearly"); ok && from+n <= fig {
		from += n
	}
	if f, ok := s.figureAt(fig); ok && s.lower(fig-1) == "là" && fig > from && !s.shareOf(from) && !s.verbIn(from, fig-1) && f.to < len(s.toks) && s.toks[f.to].kind == wordToken {
		return fig // "mục tiêu của Đảng bộ là 100% chi bộ …"
	}
	return from
}
