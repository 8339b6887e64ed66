package report

// voice says how a figure is told. A sentence begins in the voice that the one before left
// open; its words shift it, each by the first of these that holds:
//
//  1. a word of results ("đã", "kết quả", "đến nay") tells as done;
//  2. a word for targets that only names them, because they are measured against ("vượt
//     mục tiêu", "đạt 112% chỉ tiêu"), counted ("16 chỉ tiêu") or told of as met ("các chỉ
//     tiêu đều đạt"), tells nothing: see onlyNames;
//  3. such a word with a figure alone beside it tells that one figure as aimed at:
//     "96,4% (chỉ tiêu 95%)", see beside;
//  4. any other word for targets tells as aimed at, up to the end of its bracket.
//
// An aimed voice that is only left open by a sentence before gives way to any sign of a
// result in its clause: see shown.
type voice uint8

const (
	done voice = iota
	aimed
)

// shift is a place of the sentence from where its figures are told in a voice.
type shift struct {
	at     int
	to     voice
	marker bool // set by a word for targets
	beside bool // for the one figure beside a result
}

var timeClasses = setOf(timeClass)

// read fills t from s. start is the voice that the sentence begins in.
func (t *times) read(s *sentence, start voice) {
	*t = times{moments: s.when, shifts: append(t.shifts[:0], shift{to: start}), yearly: t.yearly[:0], past: t.past[:0]}
	for i := 0; i < len(s.toks); {
		e, ok := s.lex.longest(s.toks, i, timeClasses, s.plain)
		if !ok {
			i++
			continue
		}
		switch e.key {
		case "yearly":
			if w := s.lower(i - 1); s.lower(i) == "một" && (w == "sau" || w == "qua" || w == "trong" || w == "gần" || w == "hơn") {
				break // sau một năm hoạt động
			}
			t.yearly = append(t.yearly, i)
		case "past-term", "past-year":
			t.past = append(t.past, i)
			if e.key == "past-term" || s.lower(i+e.n-1) == "qua" {
				t.tell(s, i)
			}
		case "target":
			t.set(s, i, i+e.n)
		case "aside":
			t.compare(s, i, i+e.n)
		case "result":
			if s.lower(i) == "kết" && e.n == 2 && i > 4 && s.toks[i-1].kind != markToken || s.lower(i) == "hiện" && e.n == 1 && i > s.bullet() && s.toks[i-1].kind != markToken {
				break // "tổng kết quả", "thực hiện"
			}
			t.tell(s, i)
		}
		i += e.n
	}
	if start == aimed {
		t.shown(s)
	}
}

// tell begins to tell as done at i, from the beginning of the clause where the aimed voice
// was only left open.
func (t *times) tell(s *sentence, i int) {
	if v, marker := t.voiceAt(i); v == aimed && !marker {
		i = s.clauseStart(i)
	}
	t.insert(shift{at: i, to: done})
	t.result = true
}

// clauseStart gives the token where the clause of token i begins.
func (s *sentence) clauseStart(i int) int {
	for ; i > 0; i-- {
		if m := s.mark(i - 1); m == ';' || m == ',' || m == ':' {
			break
		}
	}
	return i
}

// set reads the word for targets in tokens [i, end).
func (t *times) set(s *sentence, i, end int) {
	switch {
	case s.lower(i) == "nhiệm" && s.elects(i):
	case s.besides(i) && t.compare(s, i, end):
	case t.result && s.lower(end-1) == "năm": // "kết quả thực hiện nhiệm vụ năm 2023"
	case t.result && s.among(i): // "đã hoàn thành 15 chỉ tiêu, trong đó có những chỉ tiêu …"
	case s.onlyNames(i, end):
		announced := s.announces(i)
		t.announced = t.announced || announced
		if k := s.listAfter(end); announced && k > 0 {
			t.insert(shift{at: k, to: aimed, marker: true})
			t.strong = true
		}
	default:
		before, marker := t.voiceAt(i)
		if !t.result && s.postposed(i) {
			t.insert(shift{at: 0, to: aimed, marker: true})
		}
		t.insert(shift{at: i, to: aimed, marker: true})
		t.strong = true
		if k := s.bracketEnd(i); k > 0 {
			t.insert(shift{at: k, to: before, marker: marker})
		}
	}
}

// postposed reports whether the targets at i are what the sentence has told before: "trên
// 90% … là những chỉ tiêu được đại hội thông qua".
func (s *sentence) postposed(i int) bool {
	for k := i - 1; k > 0 && k >= i-3; k-- {
		if s.lower(k) == "là" {
			return s.figureIn(0, k)
		}
	}
	return false
}

// among reports whether the targets at i are some of those that were told of.
func (s *sentence) among(i int) bool {
	switch s.lower(i - 1) {
	case "những", "nhiều":
		return s.lower(i-2) == "có"
	}
	return false
}

// bracketEnd gives the end of the bracket that token i stands in, 0 outside.
func (s *sentence) bracketEnd(i int) int {
	for k := i - 1; k >= 0 && k > i-24 && s.mark(k) != ')'; k-- {
		if s.mark(k) != '(' {
			continue
		}
		for ; i < len(s.toks) && i < k+60; i++ {
			if s.mark(i) == ')' {
				return i
			}
		}
	}
	return 0
}

// onlyNames reports whether the word for targets in tokens [i, end) only names them.
func (s *sentence) onlyNames(i, end int) bool {
	switch s.lower(end - 1) {
	case "ký":
		return end == i+2 && !(s.numberNear(i+2) && s.gradeSoon(i+2)) // "đăng ký 42 mô hình"
	case "ra":
		return s.measured(i, end)
	case "tiêu", "hướng":
		if w := s.lower(end - 2); w != "chỉ" && w != "mục" && w != "phương" {
			return false
		}
		if i > 0 && end == i+2 && (s.toks[i-1].kind == numberToken || s.mark(i-1) == '%' || s.lower(i-1) == "nhiều") {
			return true
		}
		return s.met(end) || s.measured(i, end)
	}
	return false
}

// gradeSoon reports whether a level or title is named within the next words at i.
func (s *sentence) gradeSoon(i int) bool {
	for k := i; k < i+14 && k < len(s.toks) && s.mark(k) != ';'; k++ {
		if s.levelAt(k) || s.titleAt(k) {
			return true
		}
	}
	return false
}

// met reports whether the targets named before k are told of as met or not: "chỉ tiêu
// kinh tế đạt và vượt", "các chỉ tiêu chưa đạt".
func (s *sentence) met(k int) bool {
	for least := k + 12; k < least && k < len(s.toks) && s.toks[k].kind == wordToken; k++ {
		switch s.lower(k) {
		case "đều", "vượt":
			return true
		case "đạt":
			return s.lower(k+1) == "và" || s.lower(k-1) == "chưa"
		}
	}
	return false
}

// measured reports whether the targets named in tokens [i, j) are what a result is measured
// against: "vượt 30% so với nghị quyết đề ra", "đạt 112% chỉ tiêu", "đạt yêu cầu đặt ra". No
// list follows.
func (s *sentence) measured(i, j int) bool {
	last := s.planEnd(j)
	if m := s.mark(last); m == ':' || m == '"' {
		return false
	}
	ends := last >= len(s.toks) || s.toks[last].kind == markToken || j >= len(s.toks) || s.toks[j].kind == markToken || s.lower(j) == "với" || s.lower(j) == "và" || s.lower(j) == "của"
	if s.lower(j-1) == "ra" && s.lower(i-1) == "đã" {
		return ends
	}
	plan := s.lower(j-1) == "tiêu" || ends // "đề ra" before other words is the verb of a list
	for k := i - 1; k >= 0 && k > i-24 && s.mark(k) != ';'; k-- {
		if s.mark(k) == ',' && (k+1 == i || !s.planNoun(k+1)) {
			return false
		}
		switch s.lower(k) {
		case "vượt", "so":
			return plan || s.two(j, "đến", "năm") || s.two(j, "trong", "năm")
		case "hoàn", "theo":
			return plan
		case "thực":
			return ends
		case "đạt", "bằng":
			return plan && s.ofPlan(k+1)
		}
	}
	return false
}

// planEnd gives the token after the words from j that only say whose targets are named:
// "nghị quyết đại hội đề ra".
func (s *sentence) planEnd(j int) int {
	for least := j + 14; j < least; j++ {
		switch s.lower(j) {
		case "nghị", "quyết", "đại", "hội", "đảng", "bộ", "chi", "xã", "huyện", "tỉnh", "đề", "ra", "đã", "được", "giao", "các", "nhiệm", "vụ", "kế", "hoạch", "của", "cấp", "trên", "chủ", "yếu":
		default:
			return j
		}
	}
	return j
}

// planNoun reports whether a noun of plans begins at k, so that the comma before it parts
// two of them: "các chỉ tiêu, nhiệm vụ đề ra".
func (s *sentence) planNoun(k int) bool {
	switch s.lower(k) {
	case "nhiệm", "kế", "mục", "chỉ", "giải", "phương", "nội", "chương", "yêu":
		return true
	}
	return false
}

// ofPlan reports whether what begins at k is measured in plans: "đạt 112% chỉ tiêu", "đạt
// các mục tiêu".
func (s *sentence) ofPlan(k int) bool {
	if f, ok := s.figureAt(k); ok {
		return f.percent
	}
	switch s.lower(k) {
	case "theo", "yêu", "các", "mục", "chỉ", "kế", "được":
		return true
	}
	return false
}

// partStart gives the token where the part between semicolons that holds token i begins.
func (s *sentence) partStart(i int) int {
	for ; i > 0 && s.mark(i-1) != ';' && s.mark(i-1) != ':'; i-- {
	}
	return i
}

// shown tells as done, from its part of the sentence on, what an aimed voice left open cannot mean: a
// share of a plan other than all, a change against the past, a deed with "được".
func (t *times) shown(s *sentence) {
	for i := range s.toks {
		if v, marker := t.voiceAt(i); v != aimed || marker {
			continue
		}
		if _, ok := s.is(i, timeClass, "shown"); ok || s.attained(i) || s.managed(i) {
			t.tell(s, s.partStart(i))
		}
	}
}

// attained reports whether at i a share of a plan stands: "112,5% chỉ tiêu".
func (s *sentence) attained(i int) bool {
	if s.toks[i].kind != numberToken {
		return false
	}
	f, ok := s.figureAt(i)
	if !ok || !f.percent || f.lo == 100 {
		return false
	}
	if s.lower(i-1) == "bằng" {
		return true // "doanh thu …, bằng 104%"
	}
	k := f.to
	if s.two(k, "so", "với") {
		k += 2
	}
	return s.two(k, "chỉ", "tiêu") || s.two(k, "kế", "hoạch") || s.two(k, "dự", "toán") || s.two(k, "nghị", "quyết") || s.two(k, "mục", "tiêu")
}

// managed reports whether at i a verb says that it was done: "kết nạp được 103 đảng viên".
func (s *sentence) managed(i int) bool {
	return s.lower(i) == "được" && i > 1 && i+1 < len(s.toks) && s.toks[i+1].kind == numberToken && s.verbAt(i-2)
}

// elects reports whether the term at i is that of a body just elected: "Ban Chấp hành
// nhiệm kỳ mới".
func (s *sentence) elects(i int) bool {
	switch s.lower(i - 1) {
	case "hành", "vụ", "ủy", "thư", "khóa":
		return true
	}
	return false
}

// announces reports whether a number of targets, at i, is put forward and not told as a result.
func (s *sentence) announces(i int) bool {
	if i < 2 || s.toks[i-1].kind != numberToken || s.mark(i-2) == '/' || s.lower(i+2) == "đạt" || s.lower(i+2) == "vượt" {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-6; k-- {
		switch s.lower(k) {
		case "qua", "ra", "định", "duyệt", "quyết", "với", "gồm":
			return true
		case "đạt", "vượt", "hoàn":
			return false
		}
	}
	return false
}

// numberNear reports whether a number stands within the next words at i.
func (s *sentence) numberNear(i int) bool {
	for k := i; k < i+3 && k < len(s.toks); k++ {
		if s.toks[k].kind == numberToken {
			return true
		}
		if e, ok := s.lex.longest(s.toks, k, setOf(comparatorClass), s.plain); ok && e.key == "from" && e.n > 1 {
			return true
		}
	}
	return false
}

// listAfter gives the token where the list of the targets counted before k begins:
// "thông qua 8 chỉ tiêu lớn, như: …"; 0 when none follows.
func (s *sentence) listAfter(k int) int {
	for least := k + 12; k < least && k < len(s.toks); k++ {
		if s.mark(k) == ':' && k+1 < len(s.toks) {
			return k + 1
		}
		if w := s.lower(k); s.mark(k-1) == ',' && (w == "trong" && s.lower(k+1) == "đó" || w == "như" || w == "gồm") {
			return k + 1
		}
		if s.mark(k) == ';' || s.mark(k) == '.' {
			return 0
		}
	}
	return 0
}

// voiceAt gives the voice at token i and whether a word of the sentence set it.
func (t *times) voiceAt(i int) (voice, bool) {
	s := t.shiftAt(i)
	return s.to, s.marker
}

// shiftAt gives the shift that holds at token i.
func (t *times) shiftAt(i int) shift {
	last := shift{}
	for _, s := range t.shifts {
		if s.at > i {
			break
		}
		last = s
	}
	return last
}
