package report

// continues reports whether the sentence goes on with what the one before announced:
// "Cụ thể, …", "Theo đó, …", "Hằng năm …".
func (s *sentence) continues() bool {
	i := s.bullet()
	if n, ok := s.is(i, timeClass, "continues"); ok {
		return s.lower(i) != "thứ" || !s.figureIn(i+n, min(i+n+2, len(s.toks))) // not the day of the week: "Thứ năm, 20/01"
	}
	_, ok := s.is(i, timeClass, "yearly")
	return ok
}

// inTerm sets targets at "trong nhiệm kỳ phát triển 20 đảng viên" after a sentence that
// set them.
func (c *context) inTerm(s *sentence, t *times) {
	if !c.opened {
		return
	}
	for i := 1; i+2 < len(s.toks); i++ {
		if s.lower(i-1) == "trong" && s.two(i, "nhiệm", "kỳ") && (s.two(i+2, "kết", "nạp") || s.two(i+2, "phát", "triển")) {
			t.insert(shift{at: i - 1, to: aimed, marker: true})
			return
		}
	}
}

// opensParagraph notes the term that a paragraph of results begins with: what is told
// there of every year belongs to it.
func (c *context) opensParagraph(s *sentence, t *times) {
	if !s.first {
		return
	}
	c.paragraph, c.inTime = "", false
	if m, _ := t.voiceAt(0); m == done && !s.head && len(t.moments) > 0 && t.moments[0].kind == termMoment && (t.moments[0].from <= 2 || s.mark(t.moments[0].to) == ':') {
		c.paragraph, c.paragraphAt, c.inTime = t.moments[0].year, s.at(t.moments[0].from, t.moments[0].to), true
	}
}

// recalled reports whether the term at m only names the resolution that is followed:
// "theo nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ …".
func (s *sentence) recalled(m *moment) bool {
	congress := false
	for k := m.from - 1; k > 0 && k > m.from-16 && s.mark(k) != ';'; k-- {
		switch {
		case s.two(k, "đại", "hội"):
			congress = true
		case congress && (s.two(k, "nghị", "quyết") || s.lower(k) == "nq"):
			return (s.lower(k-1) == "theo" || s.two(k-2, "so", "với")) && !s.justPassed(m.to)
		}
	}
	return false
}

// justPassed reports whether the words at i say that the resolution named before was passed now:
// "vừa được biểu quyết thông qua".
func (s *sentence) justPassed(i int) bool {
	for k := i; k < i+6; k++ {
		if s.lower(k) == "vừa" || s.two(k, "thông", "qua") {
			return true
		}
	}
	return false
}

// inside reports whether the years at m are those of one item alone, "giai đoạn" after its noun: "tốc
// độ tăng trưởng bình quân giai đoạn 2026-2030 đạt 12%".
func (s *sentence) inside(m *moment) bool {
	return m.kind == termMoment && s.lower(m.from) == "giai" && m.from > 4 && s.toks[m.from-1].kind == wordToken && s.mark(m.to) == 0 && s.figureIn(m.to, min(m.to+6, len(s.toks)))
}

// closes reports whether the term at m is summed up, so that no target is of it: "tổng kết 5
// năm phong trào … giai đoạn 2014-2019".
func (s *sentence) closes(m *moment) bool {
	for k := m.from - 1; k >= 0 && s.mark(k) != ';' && s.mark(k) != ','; k-- {
		switch {
		case s.two(k, "tổng", "kết"):
			return true
		case s.two(k, "triển", "khai"), s.two(k, "phương", "hướng"), s.two(k, "nhiệm", "vụ"), s.two(k, "mục", "tiêu"), s.two(k, "đại", "hội"):
			return false
		}
	}
	return false
}

// launched reports whether the year at m is the one to come, named beside the year that
// was closed: "tổng kết năm 2021 và phát động thi đua năm 2022".
func (s *sentence) launched(t *times, m *moment) bool {
	before := t.before(m.from, 0, yearMoment)
	if before == nil || before.year >= m.year {
		return false
	}
	for k := before.to; k+1 < m.from; k++ {
		if s.two(k, "phát", "động") || s.two(k, "đăng", "ký") || s.two(k, "giao", "ước") {
			return true
		}
	}
	return false
}

// local reports whether the year at m is the deadline of one item alone: "…; thu nhập đến
// năm 2025 đạt …; hộ nghèo giảm 2%". at is the figure that asks.
func (r *reader) local(s *sentence, m *moment, at int) bool {
	if s.inside(m) {
		return s.clauseEnd(m.to) < at
	}
	if m.kind != yearMoment || m.from <= 4 || s.mark(m.to) == ':' || s.mark(m.to) == ',' {
		return false
	}
	if b := s.mark(m.from - 2); (b == ';' || b == ',') && !r.times.listed(s, m) {
		return false // "…; đến năm 2020 thu nhập đạt …; hộ nghèo còn 2%": it leads what follows
	}
	if w := s.lower(m.from - 1); w != "đến" && w != "vào" && w != "cuối" && w != "trước" {
		return false
	}
	for _, sh := range r.times.shifts {
		if sh.marker && sh.at >= m.from-6 && sh.at < m.from {
			return false
		}
	}
	return s.clauseEnd(m.to) < at
}

// commands reports whether the sentence is an order of a plan that asks for a number:
// "Làm tốt công tác tạo nguồn, kết nạp 10 đảng viên trở lên".
func (s *sentence) commands(r *reader) bool {
	if _, ok := s.is(s.bullet(), actClass, "duty"); !ok {
		return false
	}
	asks, count := false, false
	for _, x := range r.elems.list {
		switch {
		case x.kind == figureElem:
			f := &r.elems.figures[x.fig]
			count = f.count()
			asks = asks || count && f.up
		case x.kind == upElem && count:
			asks = asks || !r.levelEnds(s, x.from)
		}
	}
	for i := 0; asks && i < len(s.toks); i++ {
		asks = s.lower(i) != "đã"
	}
	return asks
}

// listed reports whether a year before m leads the whole list with a colon, so that m is the
// deadline of its own item: "đến năm 2025: …; trước năm 2024 có …; …".
func (t *times) listed(s *sentence, m *moment) bool {
	for k := range t.moments {
		if n := &t.moments[k]; n.from < m.from && s.mark(n.to) == ':' && n.kind != dateMoment {
			return true
		}
	}
	return false
}

// opensGoals gives the year by which alone the sentence begins a list of targets, nil if it
// does not: "Năm 2021: trên 95% …", "Đến năm 2020: …", "Nghị quyết nêu rõ: Đến năm 2025, …".
func (c *context) opensGoals(s *sentence, t *times) *moment {
	if t.result || t.strong {
		return nil
	}
	if c.looksAhead(s, t) {
		return &t.moments[0]
	}
	if !s.bounded() {
		return nil
	}
	if m := t.lead(); m != nil && s.mark(m.to) == ':' && (s.lower(m.from-1) == "đến" || c.year != "" && Period(c.year) < m.year && len(c.year) == 4) {
		return m
	}
	if m := t.lead(); m != nil && m.from <= 1 && s.lower(m.from-1) == "đến" && s.verbAt(m.to) && s.atLeast() {
		return m // "Đến năm 2025 kết nạp ít nhất 7.000 đảng viên"
	}
	if len(t.moments) > 0 && t.moments[0].from <= 4 && t.moments[0].kind <= termMoment && s.goesOnTo() {
		return &t.moments[0]
	}
	for k := range t.moments {
		m := &t.moments[k]
		if m.kind == yearMoment && s.lower(m.from-1) == "đến" && s.mark(m.from-2) == ':' && s.resolves(m.from) {
			return m
		}
	}
	return nil
}

// looksAhead reports whether a paragraph begins that tells of a time to come, though no word for
// targets stands in its first sentence: "Năm 2022, Đảng ủy tiếp tục …" after the results of 2021,
// "Nhiệm kỳ 2020-2025, …" after those of "nhiệm kỳ qua".
func (c *context) looksAhead(s *sentence, t *times) bool {
	if !s.first || s.head || len(t.moments) == 0 || t.moments[0].from > 2 || s.figureIn(t.moments[0].to, len(s.toks)) || !s.goesOnWith() {
		return false
	}
	m := &t.moments[0]
	return m.kind == yearMoment && len(c.year) == 4 && m.year > Period(c.year) || m.kind == termMoment && c.toldPast
}

// goesOnWith reports whether the sentence says with what is to be gone on.
func (s *sentence) goesOnWith() bool {
	for i := range s.toks {
		if s.two(i, "tiếp", "tục") || s.two(i, "tập", "trung") {
			return true
		}
	}
	return false
}

// goesOnTo reports whether what is to be gone on with has a lower bound: "Nhiệm kỳ 2021-2026,
// Hội tiếp tục đổi mới, thu hút 86% trở lên phụ nữ …".
func (s *sentence) goesOnTo() bool {
	on := false
	for i := range s.toks {
		on = on || s.two(i, "tiếp", "tục")
		if _, ok := s.is(i, comparatorClass, "up"); ok && on && s.mark(i-1) == '%' {
			return true
		}
	}
	return false
}

// resolves reports whether a resolution is named before token i.
func (s *sentence) resolves(i int) bool {
	for k := 0; k < i; k++ {
		if s.two(k, "nghị", "quyết") {
			return true
		}
	}
	return false
}

// bounded reports whether the sentence has a percent or a lower bound, as targets have.
func (s *sentence) bounded() bool {
	for i := range s.toks {
		if s.mark(i) == '%' {
			return true
		}
	}
	return s.atLeast()
}

// atLeast reports whether the sentence has a lower bound in words: "ít nhất", "trở lên".
func (s *sentence) atLeast() bool {
	for i := range s.toks {
		if e, ok := s.lex.longest(s.toks, i, setOf(comparatorClass), s.plain); ok && (e.key == "up" || e.key == "from" && e.n > 1) {
			return true
		}
	}
	return false
}

// nextYear reports whether the sentence names the year to come without its number.
// "Năm nay" is the year that a headline names.
func (s *sentence) nextYear(headline bool) bool {
	for i := range s.toks {
		if s.lower(i) == "năm" && (s.lower(i+1) == "tới" || s.lower(i+1) == "sau" || s.lower(i+1) == "nay" && !headline) {
			return true
		}
	}
	return false
}

// ofPlanTo reports whether the word at i ends the name of a plan.
func (s *sentence) ofPlanTo(i int) bool {
	switch s.lower(i) {
	case "ra", "hoạch", "tiêu", "quyết":
		return true
	}
	return false
}
