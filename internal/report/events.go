package report

import "hamrong/internal/viet"

// events adds the conferences and congresses that s names in full.
func (r *reader) events(s *sentence) {
	for i := 0; i+2 < len(s.toks); i++ {
		head := ""
		switch {
		case s.two(i, "hội", "nghị"):
			head = "hội nghị"
		case s.two(i, "đại", "hội"):
			head = "đại hội"
		default:
			continue
		}
		if s.lower(i-1) == "quyết" || s.lower(i-1) == "đường" {
			continue // a resolution of the congress, not the congress
		}
		end, ok := s.eventEnd(i, head)
		if !ok {
			continue
		}
		e := Event{Name: s.span(i, end), Source: s.at(i, end)}
		if m := s.eventYear(r.times.moments, i, end); m != nil {
			e.Year = Year(m.year)
		}
		for _, m := range r.times.moments {
			if m.kind == dateMoment && e.DateWritten == nil && m.from < i && i-m.from < 40 {
				date := s.span(m.from, m.to)
				e.DateWritten = &date
				if e.Year == "" {
					e.Year = Year(m.year)
				}
			}
		}
		r.event(e)
		i = end - 1
	}
}

// eventYear gives the year in the name of the conference in tokens [i, end), nil if none: the
// year that it closes ("tổng kết công tác năm 2024, triển khai nhiệm vụ năm 2025"), else the last.
func (s *sentence) eventYear(moments []moment, i, end int) *moment {
	var year *moment
	closing := false
	for n := range moments {
		m := &moments[n]
		if m.kind != yearMoment || m.from < i || m.to > end {
			continue
		}
		if year != nil && closing {
			return year
		}
		for k := i; k < m.from; k++ {
			closing = closing || s.two(k, "tổng", "kết") || s.two(k, "sơ", "kết")
		}
		year = m
	}
	return year
}

// event keeps e; a name found before is not found again.
func (r *reader) event(e Event) {
	for n := range r.facts.Events {
		if viet.Same(r.facts.Events[n].Name, e.Name) {
			r.ctx.event = &n
			return
		}
		if n > 40 {
			return
		}
	}
	n := len(r.facts.Events)
	r.facts.Events = append(r.facts.Events, e)
	r.ctx.event = &n
}

// eventEnd gives the end of the name of the conference at i. Only a conference with its
// purpose, or a congress with its number or term, has a name.
func (s *sentence) eventEnd(i int, head string) (int, bool) {
	k := i + 2
	if head == "hội nghị" {
		if _, ok := s.is(k, documentClass, "purpose"); !ok {
			return 0, false
		}
		return s.purposeEnd(k), true
	}
	named := false
	for ; k < len(s.toks) && k < i+24; k++ {
		w := s.lower(k)
		switch {
		case w == "lần":
			named = true
		case named && s.mark(k) == ',' && s.lower(k+1) == "nhiệm":
		case s.toks[k].kind == wordToken && (s.toks[k].upper || named):
			if named && (w == "đã" || w == "là" || w == "vào" || w == "tổ" || w == "diễn" || w == "với" || w == "đề" || w == "bao" || w == "được" || w == "do") {
				return k, true
			}
		case s.toks[k].kind == numberToken && named, s.mark(k) == '-' && named:
		case w == "đại" || w == "biểu" || w == "bộ" || w == "tỉnh" || w == "huyện" || w == "xã" || w == "phường" || w == "các" || w == "cơ" || w == "quan" || w == "thị" || w == "thành" || w == "phố" || w == "trấn" || w == "nhiệm" || w == "kỳ" || w == "toàn" || w == "quốc":
		default:
			end := k
			for end > i && loose(s.mark(end-1)) {
				end--
			}
			return end, named
		}
	}
	return k, named
}

// purposeEnd gives the end of "tổng kết công tác xây dựng Đảng năm 2015".
func (s *sentence) purposeEnd(k int) int {
	for i := k; i < len(s.toks); i++ {
		switch s.mark(i) {
		case '.', ';', ':', '(', '!':
			return i
		case ',':
			if _, ok := s.is(i+1, documentClass, "purpose"); !ok {
				return i
			}
		}
		switch s.lower(i) {
		case "đã", "do", "với", "diễn", "vào", "được", "tại", "nhằm", "cho", "là":
			return i
		}
	}
	return len(s.toks)
}
