package report

// moment is a time named in a sentence: a year, a term or the year of a date.
type moment struct {
	from, to int // tokens
	year     Period
	kind     momentKind
}

type momentKind uint8

const (
	yearMoment   momentKind = iota + 1
	termMoment              // nhiệm kỳ 2015-2020
	dateMoment              // ngày 22/01/2018
	versusMoment            // so với năm 2012, từ năm 2007: not the year of a figure
)

// moments appends the times named in s to out.
func (s *sentence) moments(out []moment) []moment {
	for i := 0; i < len(s.toks); i++ {
		t := s.toks[i]
		if t.kind != numberToken || t.c1-t.c0 != 4 {
			continue
		}
		y, _, ok := parseNumber(s.str(i))
		if !ok || !yearly(y) {
			continue
		}
		m := moment{from: i, to: i + 1, year: Period(s.str(i)), kind: yearMoment}
		if s.mark(i+1) == '-' && i+2 < len(s.toks) && s.toks[i+2].c1-s.toks[i+2].c0 == 4 {
			if end, _, ok := parseNumber(s.str(i + 2)); ok && yearly(end) && end > y && end < y+12 {
				m.year, m.to, m.kind = m.year+"-"+Period(s.str(i+2)), i+3, termMoment
			}
		}
		if s.place(&m) {
			out = append(out, m)
			i = m.to - 1
		}
	}
	return out
}

// place finds what stands before the year and decides what it means. It reports whether
// the number is a year at all.
func (s *sentence) place(m *moment) bool {
	i := m.from
	switch s.mark(i - 1) {
	case '/', '-', '.':
		if i >= 2 && s.toks[i-2].kind == numberToken && m.kind != termMoment {
			m.kind = dateMoment
			for k := 0; k < 4 && i >= 2 && s.toks[i-2].kind == numberToken; k++ {
				i -= 2
			}
			m.from = i
			return true
		}
	case '(':
		i--
	}
	switch s.lower(i - 1) {
	case "nam":
		if !s.plain {
			return false
		}
		m.from = i - 1
	case "năm", "học":
		m.from = i - 1
		if s.lower(i-1) == "học" && s.lower(i-2) == "năm" {
			m.from = i - 2
		}
		if s.lower(m.from-2) == "tháng" {
			m.kind, m.from = dateMoment, m.from-2 // ngày 3 tháng 4 năm 2019
			if m.from >= 2 && s.toks[m.from-1].kind == numberToken && s.lower(m.from-2) == "ngày" {
				m.from -= 2
			}
			return true
		}
	case "kỳ", "đoạn":
		m.from = i - 2
		return true
	default:
		if m.kind == termMoment {
			return true
		}
		if k := i - 2; k >= 0 && (s.mark(i-1) == ',' || s.lower(i-1) == "và") && s.toks[k].kind == numberToken && s.toks[k].c1-s.toks[k].c0 == 4 {
			y, _, ok := parseNumber(s.str(k))
			return ok && yearly(y) // "2 năm 2013, 2014"
		}
		return s.mark(m.from-1) == 0 && m.from == 0 || s.lower(m.from-1) == "cuối" || s.lower(m.from-1) == "quý"
	}
	switch s.lower(m.from - 1) {
	case "với", "từ", "kỳ", "lập", "sinh", "hơn", "so":
		if m.kind == yearMoment {
			m.kind = versusMoment
		}
	}
	return true
}

// mode says whether figures were reached or are to be reached.
type mode uint8

const (
	resultMode mode = iota
	targetMode
)

// shift is a place of the sentence from where its figures are read in a mode.
type shift struct {
	at     int
	to     mode
	marker bool // set by a word for targets
}

// times is what the words of time say of one sentence.
type times struct {
	moments   []moment
	shifts    []shift
	yearly    []int // tokens of "hằng năm"
	past      []int // tokens of "nhiệm kỳ qua", "năm qua"
	strong    bool  // has a word that sets targets
	announced bool  // counts the targets that follow: "thông qua 16 chỉ tiêu"
	result    bool  // has a word of results
}

var timeClasses = setOf(timeClass)

// read fills t from s. start is the mode that the sentence begins in.
func (t *times) read(s *sentence, start mode) {
	*t = times{moments: s.when, shifts: append(t.shifts[:0], shift{0, start, false}), yearly: t.yearly[:0], past: t.past[:0]}
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
				t.shifts = append(t.shifts, shift{i, resultMode, false})
				t.result = true
			}
		case "target":
			if s.lower(i) == "nhiệm" && s.elects(i) {
				break
			}
			if s.counted(i, e.n) {
				t.announced = t.announced || s.announces(i)
				break
			}
			t.shifts = append(t.shifts, shift{i, targetMode, true})
			t.strong = true
		case "aside":
			t.aside(s, i, i+e.n)
		case "result":
			if s.lower(i) == "kết" && e.n == 2 && i > 4 && s.toks[i-1].kind != markToken {
				break
			}
			t.shifts = append(t.shifts, shift{i, resultMode, false})
			t.result = true
		}
		i += e.n
	}
}

// aside sets the one figure at k as a target, in brackets or between commas beside the
// result: "96,4% (Nghị quyết đề ra 95%)".
func (t *times) aside(s *sentence, i, k int) {
	if s.lower(k) == "là" {
		k++
	}
	if s.lower(k) == "với" || s.lower(k) == "và" {
		return // "đều đạt theo kế hoạch đề ra, với 100% …" is a result
	}
	end := k
	for end < len(s.toks) && end < k+6 && s.mark(end) != ')' && s.mark(end) != ',' && s.mark(end) != ';' {
		end++
	}
	if !s.figureIn(k, end) || !s.numberNear(k) {
		return
	}
	before, _ := t.modeAt(i)
	t.shifts = append(t.shifts, shift{i, targetMode, true}, shift{end, before, false})
	t.strong = true
}

// counted reports whether the word for targets at i is itself counted or measured
// ("16 chỉ tiêu", "đạt 112% chỉ tiêu"), so that it sets none.
func (s *sentence) counted(i, n int) bool {
	switch s.lower(i + n - 1) {
	case "ra":
		return s.told(i, i+n)
	case "tiêu", "hướng":
		if w := s.lower(i + n - 2); w != "chỉ" && w != "mục" && w != "phương" {
			return false
		}
		if i > 0 && n == 2 && (s.toks[i-1].kind == numberToken || s.mark(i-1) == '%' || s.lower(i-1) == "nhiều") {
			return true
		}
		for k := i + n; k < i+n+12 && k < len(s.toks) && s.toks[k].kind == wordToken; k++ {
			if s.lower(k) == "đều" || s.lower(k) == "đạt" && s.lower(k+1) == "và" || s.lower(k) == "vượt" {
				return true // chỉ tiêu kinh tế đạt và vượt
			}
		}
	case "ký":
		return n == 2 && !(i+2 < len(s.toks) && (s.toks[i+2].kind == numberToken || s.numberNear(i+2)))
	}
	return false
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

// told reports whether "đề ra" in tokens [i, j) only says whose plan is meant, after a
// result: "vượt 30% so với nghị quyết đề ra", "đạt yêu cầu đặt ra". What follows is no list.
func (s *sentence) told(i, j int) bool {
	if j < len(s.toks) && s.toks[j].kind != markToken && s.lower(j) != "với" && s.lower(j) != "và" && s.lower(j) != "của" {
		return false
	}
	if m := s.mark(j); m == ':' || m == '"' {
		return false
	}
	if s.lower(i-1) == "đã" {
		return true
	}
	for k := i - 1; k >= 0 && k > i-24 && s.mark(k) != ';'; k-- {
		switch s.lower(k) {
		case "vượt", "hoàn", "so":
			return true
		case "đạt":
			return s.lower(k+1) == "theo" || s.lower(k+1) == "yêu" || s.lower(k+1) == "các" || s.lower(k+1) == "mục" || s.lower(k+1) == "chỉ"
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

// modeAt gives the mode at token i and whether a word of the sentence set it.
func (t *times) modeAt(i int) (mode, bool) {
	m, marker := resultMode, false
	for _, s := range t.shifts {
		if s.at > i {
			break
		}
		m, marker = s.to, s.marker
	}
	return m, marker
}

// before gives the last moment of the kinds that begins before token i and after token
// least, nil if none.
func (t *times) before(i, least int, kinds ...momentKind) *moment {
	for k := len(t.moments) - 1; k >= 0; k-- {
		m := &t.moments[k]
		if m.from >= i || m.from < least {
			continue
		}
		for _, want := range kinds {
			if m.kind == want {
				return m
			}
		}
	}
	return nil
}

// after gives the first moment of a year that begins at or after token i and before end.
func (t *times) after(i, end int) *moment {
	for k := range t.moments {
		if m := &t.moments[k]; m.from >= i && m.from < end && (m.kind == yearMoment || m.kind == termMoment) {
			return m
		}
	}
	return nil
}
