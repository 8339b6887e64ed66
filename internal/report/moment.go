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
			if n := len(out) - 1; n >= 0 && out[n].kind == versusMoment && out[n].to == m.from-1 && s.lower(m.from-1) == "đến" {
				m.kind = versusMoment // "từ năm 2017 đến năm 2021" is no year
			}
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
			m.from, m.kind = i-2, yearMoment // "năm học 2020-2021" is one year
		}
		if s.lower(m.from-2) == "tháng" && s.toks[m.from-1].kind == numberToken {
			m.kind, m.from = dateMoment, m.from-2 // ngày 3 tháng 4 năm 2019
			if m.from >= 2 && s.toks[m.from-1].kind == numberToken && s.lower(m.from-2) == "ngày" {
				m.from -= 2
			}
			return true
		}
	case "kỳ", "đoạn":
		m.from = max(0, i-2)
		return true
	default:
		if m.kind == termMoment {
			return true
		}
		if k := i - 2; k >= 0 && (s.mark(i-1) == ',' || s.lower(i-1) == "và") && s.toks[k].kind == numberToken && s.toks[k].c1-s.toks[k].c0 == 4 {
			y, _, ok := parseNumber(s.str(k))
			return ok && yearly(y) // "2 năm 2013, 2014"
		}
		if s.yearNoun(i-1) && (m.to >= len(s.toks) || s.toks[m.to].kind == markToken && s.mark(m.to) != '%' && s.mark(m.to) != '/') {
			return true
		}
		return s.mark(m.from-1) == 0 && m.from == 0 || s.lower(m.from-1) == "cuối" || s.lower(m.from-1) == "quý"
	}
	if s.ofLaw(m.from) {
		m.kind = versusMoment
	}
	switch s.lower(m.from - 1) {
	case "với", "từ", "kỳ", "lập", "sinh", "hơn", "so":
		if m.kind == yearMoment {
			m.kind = versusMoment
		}
	}
	return true
}

// ofLaw reports whether the year at token i is that of a law: "theo Luật Giáo dục năm 2019".
func (s *sentence) ofLaw(i int) bool {
	for k := i - 1; k >= 0 && k >= i-7 && s.toks[k].kind == wordToken; k-- {
		if s.lower(k) == "luật" && s.lower(k-1) != "kỷ" || s.two(k-1, "hiến", "pháp") {
			return true
		}
	}
	return false
}

// yearNoun reports whether the word at i can have a year right after it without "năm":
// "nhiệm vụ trọng tâm 2020", "tổng kết công tác đảng 2019".
func (s *sentence) yearNoun(i int) bool {
	switch s.lower(i) {
	case "niên", "tâm", "vụ", "hướng", "tiêu", "hoạch", "kết", "tác", "đảng":
		return true
	}
	return false
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
