package report

import "strings"

// arranged is a target cut into its words.
type arranged struct {
	subject, measure phrase
	from, to         int
	up               bool // "trở lên" after the noun
	levelUp          bool // "trở lên" on the level
	level            elem
}

// arrange finds subject and measure around the figure x in the tokens in[0] up to in[1].
func (r *reader) arrange(s *sentence, in [2]int, x elem) arranged {
	from, to, f := in[0], in[1], &r.elems.figures[x.fig]
	a := arranged{from: x.from, to: x.to}
	first, end := s.trim(from, x.from)
	after := x.to
	for after < to && (s.lower(after) == "số" || s.lower(after) == "tổng" || s.lower(after) == "các") {
		after++
	}
	noun := r.nounEnd(s, after, to)
	if k := s.quotedNoun(after); f.count() && k > 0 && k <= to {
		noun = k
	}
	if f.count() && s.lower(noun) == "có" && noun > after && s.verbIn(first, end) && !s.figureIn(noun, to) && s.actsIn(noun+1, to) {
		noun = r.nounEnd(s, noun+1, to) // "giúp 30 hộ có phụ nữ thoát nghèo"
	}
	if u := s.least(noun, to); u > 0 && noun > after && s.verbIn(first, end) {
		noun = u // "thành lập công đoàn ở 100% doanh nghiệp có từ 25 lao động trở lên"
	}
	for k := after + 1; f.count() && k < noun && s.verbIn(first, end); k++ {
		if s.lower(k) == "về" {
			noun = k // "hỗ trợ 14 hộ khởi nghiệp về kiến thức"
		}
	}
	r.ups(s, &a, after, to)
	a.levelUp = a.levelUp || r.gradeUp(s, first, end)
	if s.mark(x.from-1) == ':' && s.lower(first) == "số" && s.verbIn(first, end) {
		noun = after // "số trường đạt chuẩn: 4 trường"
	}
	if noun > after && (!s.sharing(x.from-1) || first+1 >= end) && (!r.baseAfter(s, x.to) && !(f.percent && first < end && s.shareOf(first)) || first >= end && s.lower(x.to) == "tổng") {
		r.headed(s, &a, f, [5]int{first, end, after, noun, to})
	} else {
		r.closed(s, &a, f, [4]int{first, end, x.to, to})
	}
	r.levelIn(&a, x, to)
	if a.from < x.from && s.lower(a.from) == "đạt" && a.from+1 == x.from {
		a.from = x.from
	}
	r.fill(s, &a)
	return a
}

// sharing reports whether the word at i leads to a share of what is named after the figure: "kinh
// tế số chiếm 30% GRDP", "tăng số hội viên lên 28% dân số".
func (s *sentence) sharing(i int) bool { return s.lower(i) == "chiếm" || s.lower(i) == "lên" }

// fill takes the words after a plain noun as the measure where no verb was found: "đơn
// vị văn hóa", "đảng viên xuất sắc".
func (r *reader) fill(s *sentence, a *arranged) {
	if a.measure.to > 0 || a.subject.to == 0 {
		return
	}
	e, ok := s.lex.longest(s.toks, a.subject.from, setOf(subjectClass), s.plain)
	if !ok || a.subject.from+e.n >= a.subject.to || Kind(e.key) == Tasks {
		return
	}
	if k := a.subject.from + e.n; s.lower(k) != "và" && s.lower(k) != "thuộc" && s.mark(k) != ',' && s.lower(k) != "trực" {
		a.measure = s.phrase(k, a.subject.to)
		a.subject = s.phrase(a.subject.from, k)
	}
}

// baseAfter reports whether what follows the figure is its base: "so với tổng số …".
func (r *reader) baseAfter(s *sentence, i int) bool {
	if s.mark(i) == '/' {
		i++ // "15% trở lên/tổng số chi bộ"
	}
	switch s.lower(i) {
	case "chỉ":
		end := s.planEnd(i + 2) // "100% chỉ tiêu giao quân" is of those, not of a plan
		return s.lower(i+1) == "tiêu" && (end >= len(s.toks) || s.toks[end].kind != wordToken || s.lower(end) == "năm")
	case "gdp", "grdp":
		return true
	case "kế", "dự":
		return s.lower(i+1) == "hoạch" || s.lower(i+1) == "toán"
	case "so", "trên", "tổng", "trong":
		return s.lower(i) != "tổng" || s.lower(i+1) == "số" && s.lower(i+2) != "chi"
	}
	return false
}

// share gives the target of the n-th figure the measure of the next when both share it:
// "trên 80% chi bộ và trên 85% đảng viên hoàn thành tốt".
func (r *reader) share(s *sentence, p piece, n int, a *arranged) {
	if n+1 >= len(p.figs) {
		return
	}
	x, next := r.elems.list[p.figs[n]], r.elems.list[p.figs[n+1]]
	if s.lower(next.from-1) != "và" && s.mark(next.from-1) != ',' || a.subject.to == 0 || a.subject.from < x.to {
		return
	}
	for k := r.opening(s, p.from, x.from); k < x.from; k++ {
		if w := s.lower(k); s.verbAt(k) && w != "có" && w != "đạt" {
			return // the figure has a verb of its own before it
		}
	}
	for k := x.to; k < next.from; k++ {
		if e, ok := s.lex.longest(s.toks, k, setOf(subjectClass), s.plain); ok {
			k += e.n - 1
			continue
		}
		if s.verbAt(k) && !s.nounHead(k-1) || s.levelAt(k) {
			return
		}
	}
	_, end := r.words(s, p, n+1)
	b := r.arrange(s, [2]int{next.from, end}, next)
	if b.measure.to == 0 {
		r.share(s, p, n+1, &b) // "92% hộ, 100% khu dân cư, 100% cơ quan đạt …"
	}
	if b.measure.to == 0 {
		return
	}
	a.measure, a.level, a.levelUp = b.measure, b.level, b.levelUp
	a.subject = s.phrase(a.subject.from, r.pieceEnd(s, a.subject.from, a.subject.to))
	a.to = max(a.to, b.to)
}

// elected reports whether the figure is of votes or of an election.
func (r *reader) elected(s *sentence, from, fig int) bool {
	for k := max(from, fig-14); k < fig+6 && k < len(s.toks); k++ {
		if w := s.lower(k); w == "phiếu" || w == "bầu" || k > fig && (w == "biểu" && s.lower(k-1) == "đại") {
			return true
		}
	}
	return false
}

// headed: the noun follows the figure: "trên 80% cá nhân đạt …", "kết nạp từ 5 đảng viên mới".
func (r *reader) headed(s *sentence, a *arranged, f *figure, at [5]int) {
	first, end, after, noun, to := at[0], at[1], at[2], at[3], at[4]
	a.subject = s.phrase(after, noun)
	rest := noun
	if s.mark(rest) == '/' && s.lower(rest+1) == "năm" {
		rest += 2 // "150 đảng viên/năm trở lên"
	}
	if n, ok := s.is(rest, comparatorClass, "up"); ok {
		rest += n
	}
	last := r.pieceEnd(s, rest, to)
	a.measure = s.phrase(rest, last)
	if a.measure.to == 0 && a.subject.to > 0 && (s.grades(a.subject) || s.titleAt(a.subject.from)) {
		a.subject, a.measure = phrase{}, a.subject
	}
	a.to = max(a.to, last)
	if n := s.verbBefore(first, end); n < end {
		if w := s.lower(n); f.percent && n+1 == end && (w == "tăng" || w == "giảm") {
			a.subject, a.measure, a.from = s.phrase(after, last), s.phrase(n, end), n // "tăng 10% số hộ đạt …"
			return
		}
		if v, _ := s.is(n, actClass, "verb"); a.subject.to == 0 && s.lower(end-1) == "có" && n+v < end-1 {
			a.subject, a.from = s.phrase(n+v, end-1), n // "xây dựng đội ngũ … có 75% khá giỏi"
			return
		}
		if n > first && s.lower(n-1) == "và" {
			n = first // "xây mới, sửa chữa và xóa 80% …"
		}
		if fuller := s.fuller(a.subject, n, end); fuller.to > 0 {
			a.subject, a.measure = fuller, s.phrase(n, fuller.from)
			a.from = n
			return
		}
		if n > first+1 && s.lower(first) == "số" && s.lower(first+1) == s.lower(a.subject.from) {
			a.subject = s.phrase(first+1, n) // "số trường công lập đạt chuẩn tăng thêm 1 trường"
		}
		a.from = n
		if s.lower(n) != "có" || n+1 < end {
			verb := s.phrase(n, end)
			if a.measure.to == 0 {
				a.measure = verb
			} else if s.lower(n) != "có" && s.lower(n) != "đạt" {
				a.measure.text = verb.text + " " + a.measure.text
			}
		}
	}
	if a.measure.to == 0 && first < end {
		a.measure = r.sameVerb(s, first, end, a.subject)
		a.from = first
	}
}

// sameVerb gives the measure of a figure without a verb: that of the target before it in
// the sentence when both count the same, else the words before the figure.
func (r *reader) sameVerb(s *sentence, first, end int, subject phrase) phrase {
	if n := len(r.facts.Targets); r.aims.found > 0 && strings.EqualFold(r.facts.Targets[n-1].Subject, subject.text) {
		return phrase{from: first, to: end, text: r.facts.Targets[n-1].Measure}
	}
	return s.phrase(first, end)
}

// closed: the figure ends its words: "tỷ lệ chi bộ đạt … trên 80%".
func (r *reader) closed(s *sentence, a *arranged, f *figure, at [4]int) {
	first, end, after, to := at[0], at[1], at[2], at[3]
	start := first
	for start < end {
		switch w := s.lower(start); {
		case w == "tỷ" && s.lower(start+1) == "lệ" || w == "tỉ" && s.lower(start+1) == "lệ":
			start += 2
			continue
		case w == "với":
			start++
			if s.lower(start) == "mức" {
				start++
			}
			continue
		case w == "có" || w == "số" || w == "và" || w == "đạt" || w == "mức" && s.verbAt(start+1):
			start++
			continue
		}
		break
	}
	last := r.pieceEnd(s, after, to)
	if start >= end {
		a.measure = s.phrase(after, last)
		a.to = max(a.to, last)
		a.from = min(first, f.from)
		return
	}
	verb := r.nounEnd(s, start, end)
	if start >= first+2 && s.shareOf(start-2) && verb < end && !s.verbAt(verb) && !s.verbIn(verb, end) {
		verb = end // "tỷ lệ tuyển vào lớp 6: 100%"
	}
	if e, ok := s.lex.longest(s.toks, start, setOf(levelClass), s.plain); ok && Level(e.key) != Coverage && !nounFirst(s, start) {
		a.measure = s.phrase(start, start+e.n)
		a.from, a.to = first, max(a.to, last)
		return
	}
	if verb == start { // verb first: "giảm tỷ suất sinh thô"
		n, _ := s.is(start, actClass, "verb")
		for w := start + n; s.lower(w) == "và" && s.verbAt(w+1); w = start + n {
			m, _ := s.is(w+1, actClass, "verb")
			n += 1 + m // "thu gom và xử lý chất thải"
		}
		a.subject, a.measure = s.phrase(start+n, r.tail(s, start+n, end)), s.phrase(start, last)
		k := start
		for s.verbAt(k) && s.lower(k) != "đạt" {
			n, _ := s.is(k, actClass, "verb")
			k += n
		}
		if s.lower(k) == "đạt" {
			a.subject = s.phrase(start, k) // "tỷ lệ thu gom, xử lý đạt 90%"
		}
	} else {
		a.subject, a.measure = s.phrase(start, verb), s.phrase(verb, end)
	}
	r.bareVerb(s, a, [4]int{start, end, after, last})
	a.from, a.to = first, max(a.to, last)
}

// pieceEnd gives the end of the target's words: its piece, without closing signs.
func (r *reader) pieceEnd(s *sentence, i, to int) int {
	for k := i; k < to; k++ {
		if _, ok := s.is(k, lookalikeClass, "target-end"); ok {
			to = k
		}
	}
	for to > i {
		m := s.mark(to - 1)
		if !loose(m) {
			word := s.lower(to - 1)
			if word != "và" && word != "có" && word != "còn" {
				break
			}
		}
		to--
	}
	return to
}

// ups finds "trở lên" away from the figure: on the noun or on the level.
func (r *reader) ups(s *sentence, a *arranged, from, to int) {
	for k := from; k < to; k++ {
		n, ok := s.is(k, comparatorClass, "up")
		if _, age := s.is(k-1, lookalikeClass, "time-units"); !ok || age && s.mark(k-2) != '/' {
			continue // "phụ nữ từ 18 tuổi trở lên"
		}
		if s.figureIn(from, k) {
			return // "80% doanh nghiệp có từ 3 đảng viên trở lên …"
		}
		a.to = max(a.to, k+n)
		if r.levelEnds(s, k) || s.actsIn(from, k) && !s.verbAt(k+n) {
			a.levelUp = true
		} else {
			a.up = true
		}
	}
}

// gradeUp reports whether "trở lên" stands on a level in tokens [i, j), before the figure.
func (r *reader) gradeUp(s *sentence, i, j int) bool {
	for ; i < j; i++ {
		if _, ok := s.is(i, comparatorClass, "up"); ok && r.levelEnds(s, i) {
			return true
		}
	}
	return false
}

// levelEnds reports whether a level ends right before token k.
func (r *reader) levelEnds(s *sentence, k int) bool {
	for i := range r.elems.list {
		x := r.elems.list[i]
		if x.kind == levelElem && (x.to == k || x.to == k-1 && s.mark(k-1) == '"') {
			return true
		}
		if x.from >= k {
			break
		}
	}
	return false
}

// levelIn finds the level of the target, if it is on one.
func (r *reader) levelIn(a *arranged, x elem, to int) {
	for _, y := range r.elems.list {
		if y.kind == levelElem && y.from >= a.from && y.to <= max(to, a.to) && y.level != Coverage {
			a.level = y
			if y.from > x.from {
				return
			}
		}
	}
}
