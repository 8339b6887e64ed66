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

// read fills t from s. start is the voice that the sentence begins in;
// firm says that it is in a list that was announced.
func (t *times) read(s *sentence, start voice, firm bool) {
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
		case "no-target":
			if s.tellsWhich(i + e.n) {
				t.insert(shift{at: i + e.n, to: aimed, marker: true})
				t.strong = true
			}
		case "aside":
			if !t.compare(s, i, i+e.n) && s.lower(i+e.n-1) == "ra" && s.mark(i+e.n) == 0 && !s.measured(i, i+e.n) {
				t.insert(shift{at: i, to: aimed, marker: true}) // "nghị quyết đề ra kết nạp 3%"
				t.strong = true
			}
		case "result":
			if s.lower(i) == "kết" && e.n == 2 && i > 4 && s.toks[i-1].kind != markToken || s.lower(i) == "hiện" && i > s.bullet() && s.toks[i-1].kind != markToken && (e.n == 1 || s.lower(i-1) == "thực" || s.lower(i-1) == "thể") {
				break // "tổng kết quả", "thực hiện"
			}
			t.tell(s, i)
		}
		i += e.n
	}
	if start == aimed {
		t.shown(s, firm)
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
	case s.lower(end-1) == "năm" && (t.result || s.levelOver(i)): // "kết quả thực hiện nhiệm vụ năm 2023", "hoàn thành tốt nhiệm vụ năm 2023"
	case s.among(i) && (t.result || t.shifts[0].to == done && s.partWord(0)): // "đã hoàn thành 15 chỉ tiêu, trong đó có những chỉ tiêu …"
	case t.result && s.fulfilled(i): // "đã đạt nhiều kết quả trong thực hiện các chỉ tiêu chủ yếu: …"
	case t.result && s.lower(end-1) == "tiêu" && s.lower(i) != "đặt" && (s.mark(end) == ',' || s.mark(end) == '.') && s.listAfter(end) == 0: // "đã cụ thể hóa các mục tiêu, nâng cao …"
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

// fulfilled reports whether the targets at i are those that the sentence tells the results of:
// "kết quả thực hiện các chỉ tiêu".
func (s *sentence) fulfilled(i int) bool {
	switch s.lower(i - 1) {
	case "các", "những":
		i--
	case "số":
		i -= 2
	}
	if !s.two(i-2, "thực", "hiện") {
		return false
	}
	for k := 0; k < i; k++ {
		if s.two(k, "kết", "quả") {
			return true
		}
	}
	return false
}

// levelOver reports whether token i is the last noun of a level: "hoàn thành tốt nhiệm vụ".
func (s *sentence) levelOver(i int) bool {
	for k := max(0, i-6); k < i; k++ {
		if e, ok := s.lex.longest(s.toks, k, setOf(levelClass), s.plain); ok && k+e.n > i {
			return true
		}
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

// partStart gives the token where the part between semicolons that holds token i begins.
func (s *sentence) partStart(i int) int {
	for ; i > 0 && s.mark(i-1) != ';' && s.mark(i-1) != ':'; i-- {
	}
	return i
}

// shown tells as done, from its part of the sentence on, what an aimed voice left open cannot mean: a
// share of a plan other than all, a change against the past, a deed with "được".
func (t *times) shown(s *sentence, firm bool) {
	for i := range s.toks {
		if v, marker := t.voiceAt(i); v != aimed || marker {
			continue
		}
		if _, ok := s.is(i, timeClass, "shown"); ok && !firm || s.attained(i) && !(firm && s.lower(i-1) == "vượt") || s.managed(i) || s.lower(i) == "chiếm" && s.mark(i-1) == ',' {
			t.tell(s, s.partStart(i))
		}
	}
}

// managed reports whether at i a verb says that it was done: "kết nạp được 103 đảng viên".
func (s *sentence) managed(i int) bool {
	return s.lower(i) == "được" && i > 1 && i+1 < len(s.toks) && s.toks[i+1].kind == numberToken && s.verbAt(i-2)
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
