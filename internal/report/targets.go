package report

import "strings"

// aimer finds the targets of one sentence.
type aimer struct {
	found int // targets of the last sentence
}

// piece is a clause of targets: tokens between commas or semicolons that part figures.
type piece struct {
	from, to int
	figs     []int // elems
	fresh    bool  // a semicolon or colon stands before it
}

// target adds the targets that sentence s states.
func (r *reader) target(s *sentence) {
	r.aims.found = 0
	aiming := false
	for _, sh := range r.times.shifts {
		aiming = aiming || sh.to == targetMode
	}
	if !aiming || r.ctx.award {
		return
	}
	carried, whole, wholeLevel := phrase{}, phrase{}, Level("")
	for _, p := range r.pieces(s) {
		if p.fresh {
			whole, wholeLevel = phrase{}, ""
		}
		r.zero(s, p)
		for n, at := range p.figs {
			x := r.elems.list[at]
			m, marker := r.times.modeAt(x.from)
			if m != targetMode {
				continue
			}
			if p.from <= r.elems.list[at].from && r.partIn(s, p.from, x.from) {
				whole, wholeLevel = r.lastMeasure(s)
			}
			t, subject, ok := r.aim(s, p, n, carried)
			if parted := r.partIn(s, p.from, x.from); whole.text != "" && (parted || above(t.Level, wholeLevel)) {
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
	}
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
	if f.percent || f.permille || f.bound != exactly || f.up || f.total >= 0 || s.item && !s.toks[0].caps && !s.roman() {
		return true
	}
	for i := p.from; i < p.to; i++ {
		switch s.lower(i) {
		case "nạp", "triển":
			return true
		}
	}
	return false
}

// pieces cuts the sentence at semicolons, and at commas that part one figure with its
// words from the next.
func (r *reader) pieces(s *sentence) []piece {
	var out []piece
	p := piece{from: s.bullet()}
	depth := 0
	last := 0 // elem after the last figure
	for i, x := range r.elems.list {
		switch {
		case x.sign == '(':
			depth++
		case x.sign == ')':
			depth = max(0, depth-1)
		case x.kind == figureElem:
			if r.aimable(s, &r.elems.figures[x.fig], x) {
				p.figs = append(p.figs, i)
				last = i + 1
			}
		case x.sign == ';' || x.sign == ':' && i < len(r.elems.list)-1,
			x.sign == ',' && depth == 0 && (r.newPiece(i) || len(p.figs) > 0 && r.said(s, last, i)):
			if x.sign == ',' && len(p.figs) > 0 && i+1 < len(r.elems.list) && r.elems.list[i+1].kind == figureElem && last+1 == i && r.elems.list[last].kind == subjectElem && !r.spoken(s, last, i) {
				continue // "90% tổ chức, 85% hội viên xếp loại khá"
			}
			if x.sign == ',' && len(p.figs) == 0 && (x.from-p.from <= 2 || x.from-p.from <= 3 && s.verbAt(p.from) || r.listComma(s, i)) {
				continue
			}
			p.to = x.from
			out = append(out, p)
			p = piece{from: x.to, fresh: x.sign != ','}
		}
	}
	p.to = len(s.toks)
	return append(out, p)
}

// said reports whether between elem from and the comma at elem i a verb or level was said,
// so that the comma ends the words of the target.
func (r *reader) said(s *sentence, from, i int) bool {
	if from >= i {
		return true
	}
	if t := r.elems.list[i].to; t < len(s.toks) && s.goesOn(t) {
		return false
	}
	for k := r.elems.list[from].from; k < r.elems.list[i].from; k++ {
		if _, ok := s.is(k, actClass, "verb"); ok || s.levelAt(k) {
			return true
		}
	}
	return false
}

// spoken reports whether a verb, level or bracket stands between elem from and elem i.
func (r *reader) spoken(s *sentence, from, i int) bool {
	if from >= i {
		return true
	}
	for k := r.elems.list[from].from; k < r.elems.list[i].from; k++ {
		if s.levelAt(k) {
			return true
		}
		if e, ok := s.lex.longest(s.toks, k, setOf(subjectClass), s.plain); ok {
			k += e.n - 1
			continue
		}
		if s.verbAt(k) || s.mark(k) == '(' {
			return true
		}
	}
	return false
}

// goesOn reports whether the words after a comma, at token i, go on with the verb before it:
// "được quán triệt, học tập đầy đủ".
func (s *sentence) goesOn(i int) bool {
	if s.toks[i].upper || s.toks[i].kind != wordToken {
		return s.toks[i].upper && i > 1 && s.toks[i-2].upper
	}
	switch s.lower(i) {
	case "xây", "giữ", "không", "phấn", "tiếp", "nâng", "tăng", "đẩy", "góp", "qua", "trong", "kết", "bảo", "đảm", "phát", "có", "còn", "tổ", "riêng", "đồng", "đảng", "chi", "công", "đoàn", "hội", "nhằm":
		return false
	}
	return true
}

// verbAt reports whether a verb begins at token i.
func (s *sentence) verbAt(i int) bool {
	_, ok := s.is(i, actClass, "verb")
	return ok
}

// newPiece reports whether what follows the comma at elem i brings a figure of its own
// before the next comma.
func (r *reader) newPiece(i int) bool {
	for k := i + 1; k < len(r.elems.list); k++ {
		x := r.elems.list[k]
		if x.kind == figureElem {
			return true
		}
		if x.sign == ',' || x.sign == ';' {
			return false
		}
		if x.kind == markElem && x.bits&isNone != 0 && x.bits&isLink == 0 {
			return true
		}
	}
	return false
}

// listComma reports whether the comma at elem i stands inside a list of nouns, before
// whose end no figure comes: "cán bộ, đảng viên đạt 100%".
func (r *reader) listComma(s *sentence, i int) bool {
	if i == 0 || i+1 >= len(r.elems.list) {
		return false
	}
	prev, next := r.elems.list[i-1], r.elems.list[i+1]
	return prev.kind == subjectElem && next.kind == subjectElem || prev.to-prev.from == 1 && prev.kind == textElem && next.kind == textElem && i+2 < len(r.elems.list) && r.elems.list[i+2].kind == figureElem
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
	from, to := p.from, p.to
	if n > 0 {
		from = r.elems.list[p.figs[n-1]].to
	}
	if n+1 < len(p.figs) {
		to = r.elems.list[p.figs[n+1]].from
	}
	from = r.opening(s, from, x.from)
	from = s.afterPart(from, x.from)
	a := r.arrange(s, [2]int{from, to}, x)
	r.share(s, p, n, &a)
	if w := s.lower(x.to); a.subject.to == 0 && (w == "kế" || w == "chỉ" || w == "dự") && r.baseAfter(s, x.to) {
		return Target{}, phrase{}, false // "đạt 60% kế hoạch": of what is not said
	}
	if a.measure.to == 0 && a.subject.to == 0 || r.elected(s, from, x.from) {
		return r.beside(s, a, x, &f)
	}
	t := Target{Measure: a.measure.text, Subject: a.subject.text, Source: s.at(a.from, a.to)}
	if a.subject.to == 0 && carried.to > 0 {
		t.Subject = carried.text
		t.Context = append(t.Context, carried.at)
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
		if w := s.lower(i + 2); i < p.from && (w == "có" || s.verbAt(i+2) || s.mark(i+2) == ',' || s.mark(i+2) == ':' || i+2 < len(s.toks) && s.toks[i+2].kind == numberToken) {
			return true
		}
	}
	return false
}

// aimable reports whether the figure can be a target: no date, no place in order, no
// part of a plan, no measure of money or land.
func (r *reader) aimable(s *sentence, f *figure, x elem) bool {
	if f.digits > 0 {
		if n, ok := s.is(f.digits-1, lookalikeClass, "no-figure"); ok && n == 1 && !f.percent && f.bound == exactly {
			return false
		}
		if n, ok := s.is(f.digits-2, lookalikeClass, "no-figure"); ok && n == 2 && !f.percent {
			return false
		}
		if m := s.mark(f.digits - 1); m == '/' || m == '-' && !s.toks[f.digits-1].space && !f.percent {
			return false
		}
		if s.lower(f.digits-1) == "so" || s.lower(f.digits-1) == "với" && s.lower(f.digits-2) == "so" {
			return false
		}
	}
	if f.percent || f.permille {
		return true
	}
	if yearly(f.lo) && f.total < 0 || s.mark(f.to) == '/' || s.mark(f.to) == '-' || s.toks[f.digits].kind == numberToken && s.glued(f.to) && !nounFirst(s, f.to) {
		return false
	}
	if f.decimal {
		return false
	}
	if _, ok := s.is(f.to, lookalikeClass, "time-units"); ok {
		return false
	}
	if _, ok := s.is(f.to, lookalikeClass, "measures"); ok {
		return false
	}
	if _, ok := s.is(f.to, lookalikeClass, "parts"); ok && f.total < 0 && f.bound == exactly && !f.up {
		return false
	}
	if f.to >= len(s.toks) || s.toks[f.to].kind != wordToken {
		return f.bound != exactly && f.bound != from && f.digits > 1
	}
	return !s.toks[f.to].caps || nounFirst(s, f.to)
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
	for i := range r.times.moments {
		if m := &r.times.moments[i]; m.from >= from && m.from <= from+2 && m.to <= fig {
			from = m.to
		}
	}
	return from
}
