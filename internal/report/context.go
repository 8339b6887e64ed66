package report

// context is what the sentences read so far say of the next one.
type context struct {
	year        Year // of results; "" unknown
	yearAt      Span
	dateYear    Year // year of a date of the text, when it lies at a year's end
	dateAt      Span
	term        Period // latest term named
	termAt      Span
	mandate     bool // the term is a "nhiệm kỳ"
	voice       voice
	section     voice  // of the part of the text under the last numbered or capital heading
	goal        Period // period of targets
	goalAt      Span
	goalYears   bool // targets of every year of the term
	toldPast    bool // "nhiệm kỳ qua" was told of
	ahead       bool // the sentence opens what is aimed at, without a word for targets
	nextYear    bool // the sentence sets targets for "năm nay", "năm tới": no year that was named
	planned     Year // that this paragraph's targets were set for: its results are of that year
	plannedAt   Span
	award       bool // a list of prizes goes on
	subject     Span
	kind        Kind
	scope       string // the Party organisation told of
	scopeAt     Span
	opened      bool   // the sentence before set or announced targets
	listing     bool   // the sentence goes on with those: "Trong đó, …"
	numbered    bool   // the sentence is one in the list of those announced: "Thứ hai, …"
	paragraph   Period // term that the paragraph begins with
	paragraphAt Span
	averaged    bool // the paragraph tells of every year since its last year was named
	inTime      bool // no year was named in the paragraph since
	headed      bool // the sentence before was a heading
	listed      bool // the sentence before ended with a colon, its list goes on
	captions    bool
	event       *int
	lines       int
	lead        int // end of the headline: the first lines, up to one that ends with a full stop
	leadDone    bool
}

// lineDone counts lines and notes where the headline ends.
func (c *context) lineDone(r *reader) {
	c.lines++
	if n := len(r.toks); n > 0 && !c.leadDone {
		if n > 40 || r.toks[n-1].r == '.' && n > 25 || len(r.sentences) > 1 {
			c.leadDone = true
			return
		}
		c.lead = int(r.toks[n-1].c1)
		c.leadDone = c.lines > 4
	}
}

// enter gives the voice that the sentence begins in.
func (c *context) enter(s *sentence, r *reader) voice {
	if c.voice == aimed && s.head && !s.colon && !s.item && len(r.elems.figures) == 0 && len(s.toks) < 14 && !s.grants() {
		c.voice = done // another heading
	}
	if c.section == aimed && s.first {
		c.voice = aimed
	}
	if c.voice == aimed && s.first && !s.item && !c.listed && !c.headed && !s.head && !s.asks(r) && c.section != aimed {
		c.voice = done // another paragraph, of which nothing says that it goes on with the list
	}
	if c.award && s.first && !s.item && !c.listed {
		c.award = false
	}
	c.numbered, c.listing = false, c.opened && s.continues()
	if c.listing {
		c.voice, c.numbered = aimed, s.lower(s.bullet()) == "thứ"
	}
	if s.commands(r) {
		return aimed
	}
	return c.voice
}

// asks reports whether the sentence has what only targets have: a bound, or a wish for none.
func (s *sentence) asks(r *reader) bool {
	for i := range r.elems.figures {
		if f := &r.elems.figures[i]; f.bound != exactly && f.bound != nearly || f.up || f.ranged {
			return true
		}
	}
	for _, x := range r.elems.list {
		if x.kind == upElem || x.kind == markElem && x.bits&isNone != 0 && x.bits&isLink == 0 {
			return true
		}
	}
	return false
}

// grants reports whether the line gives a level or a title: "Chi bộ: hoàn thành tốt nhiệm vụ".
func (s *sentence) grants() bool {
	for i := range s.toks {
		if _, ok := s.lex.longest(s.toks, i, setOf(titleClass), s.plain); ok || s.levelAt(i) {
			return true
		}
	}
	return false
}

// note takes over the years and the voice of the sentence.
func (c *context) note(s *sentence, t *times) {
	c.ahead = false
	if m := c.opensGoals(s, t); m != nil {
		c.ahead = !t.strong
		t.insert(shift{at: m.from, to: aimed, marker: true})
		t.strong = true
	}
	if s.first {
		c.planned, c.averaged = "", false
	}
	if t.result && c.planned != "" && t.before(len(s.toks), 0, yearMoment, termMoment) == nil {
		c.year, c.yearAt, c.planned = c.planned, c.plannedAt, ""
	}
	c.nextYear = s.nextYear(c.yearAt.End > 0 && c.yearAt.End <= c.lead)
	c.toldPast = c.toldPast || len(t.past) > 0
	c.looksBack(t)
	c.inTerm(s, t)
	c.opensParagraph(s, t)
	for i := range t.moments {
		c.moment(s, t, &t.moments[i])
	}
	if len(t.past) > 0 && t.before(len(s.toks), 0, yearMoment, termMoment) == nil {
		if m, _ := t.voiceAt(len(s.toks)); m == done && !t.recent(s) {
			c.year, c.yearAt = "", Span{}
		}
	}
	if len(t.yearly) > 0 {
		if m, _ := t.voiceAt(len(s.toks)); m == aimed && s.colon {
			c.goalYears = true
		}
	}
}

// looksBack ends a list of targets that goes on from sentences before at a year that
// lies before them: "Năm 2013, …" after the targets of 2014.
func (c *context) looksBack(t *times) {
	if t.shifts[0].to != aimed || c.goal == "" {
		return
	}
	for _, m := range t.moments {
		if md, marker := t.voiceAt(m.from); md == aimed && !marker && (m.kind == yearMoment || m.kind == termMoment) && firstYear(m.year) < firstYear(c.goal) {
			t.insert(shift{at: max(0, m.from), to: done})
			return
		}
	}
}

// insert adds a shift in its place.
func (t *times) insert(sh shift) {
	k := len(t.shifts)
	for k > 0 && t.shifts[k-1].at > sh.at {
		k--
	}
	t.shifts = append(t.shifts, shift{})
	copy(t.shifts[k+1:], t.shifts[k:])
	t.shifts[k] = sh
}

// lead gives the moment at the beginning of the sentence, nil if none.
func (t *times) lead() *moment {
	if len(t.moments) > 0 && t.moments[0].from <= 4 && t.moments[0].kind == yearMoment {
		return &t.moments[0]
	}
	return nil
}

// recent reports whether the past that the sentence names is the year that the text reports on.
func (t *times) recent(s *sentence) bool {
	for _, i := range t.past {
		if i > 0 && s.toks[i-1].kind == numberToken {
			return false // "bình quân 3 năm qua"
		}
		if s.lower(i) == "năm" || s.lower(i) == "trong" && s.lower(i+1) == "năm" {
			return len(t.yearly) == 0
		}
	}
	return false
}

func firstYear(p Period) Period {
	if len(p) >= 4 {
		return p[:4]
	}
	return p
}

func lastYear(p Period) Period {
	if p.term() {
		return p[5:]
	}
	return p
}

// moment takes over one time of the sentence.
func (c *context) moment(s *sentence, t *times, m *moment) {
	switch m.kind {
	case termMoment:
		if s.recalled(m) || s.closes(m) || s.inside(m) && !s.head {
			return
		}
		if c.mandate && s.lower(m.from) == "giai" && firstYear(m.year) >= firstYear(c.term) && lastYear(m.year) <= lastYear(c.term) {
			return // "giai đoạn 2026-2030" in a resolution for the "nhiệm kỳ 2025-2030" is of its sentence
		}
		if firstYear(m.year) >= firstYear(c.term) {
			c.term, c.termAt, c.mandate = m.year, s.at(m.from, m.to), s.lower(m.from) == "nhiệm"
		}
		if s.head && t.result {
			c.year, c.yearAt = Year(m.year), s.at(m.from, m.to) // "Kết quả nhiệm kỳ 2015-2020"
		}
		if t.announced || t.aim(s, m) {
			c.goal, c.goalAt = m.year, s.at(m.from, m.to)
		}
	case dateMoment:
		if c.dateYear == "" && s.monthAt(m) >= 10 {
			c.dateYear, c.dateAt = Year(m.year), s.at(m.from, m.to)
		}
	case yearMoment:
		if t.aim(s, m) {
			if w := s.lower(m.from - 1); w == "đến" && !s.head && !s.colon || (w == "vào" || w == "cuối" || w == "trước") && m.from > 4 || s.item && m.from <= 4 && c.goal != "" && !s.headsTargets(m) {
				return // a deadline, or the year of one item, holds for its sentence
			}
			if c.goal == "" || m.year >= firstYear(c.goal) || t.strong {
				c.goal, c.goalAt = m.year, s.at(s.goalStart(m), m.to)
			}
			if m.from <= 4 {
				c.planned, c.plannedAt = Year(m.year), s.at(m.from, m.to)
			}
			return
		}
		if s.lower(m.from-1) == "trước" {
			return // a deadline: "có thu nhập cao trước năm 2045"
		}
		if s.lower(m.from-1) == "đến" && s.ofPlanTo(m.from-2) {
			return // "so với kế hoạch đề ra đến năm 2025"
		}
		if !s.launched(t, m) && (!s.item || s.leads(m) || c.year == "") {
			c.year, c.yearAt, c.inTime, c.averaged = Year(m.year), s.at(s.headStart(m.from), m.to), false, false
		}
	}
}

// leads reports whether the time at m begins its clause, so that it governs what follows.
func (s *sentence) leads(m *moment) bool {
	return s.mark(m.to) == ':' || m.from-max(s.clauseStart(m.from), s.bullet()) <= 3
}

// aim reports whether the year at m is one of targets: a word for targets stands before
// it, or right after it in its clause.
func (t *times) aim(s *sentence, m *moment) bool {
	md, marker := t.voiceAt(m.from)
	if md == aimed {
		return marker || t.shifts[0].to == aimed
	}
	if m.from > 3 {
		switch s.lower(m.from - 1) {
		case "vụ":
			return !t.result && !s.levelOver(m.from-1) // "nhiệm vụ năm 2018", not "kết quả thực hiện nhiệm vụ năm 2017"
		case "hướng", "khai", "sang", "đến":
			return s.lower(m.from-1) != "đến" || t.strong
		}
	}
	for _, sh := range t.shifts[1:] {
		if sh.at >= m.to && sh.at <= m.to+8 {
			if sh.marker && !s.figureIn(m.to, sh.at) {
				return true
			}
			break
		}
	}
	if m.from <= 3 || m.kind == termMoment {
		for _, sh := range t.shifts[1:] {
			if sh.at > m.from && sh.to == done {
				return false
			}
			if sh.at > m.from && sh.marker {
				return true
			}
		}
	}
	return false
}

// monthAt gives the month of a date, 0 if it is not known.
func (s *sentence) monthAt(m *moment) int {
	for k := m.to - 2; k >= m.from && k >= m.to-4; k-- {
		if s.toks[k].kind == numberToken {
			v, _, ok := parseNumber(s.str(k))
			if ok && v <= 12 {
				return int(v)
			}
		}
	}
	return 0
}

// figureIn reports whether a number stands in tokens [i, j).
func (s *sentence) figureIn(i, j int) bool {
	for ; i < j; i++ {
		if s.toks[i].kind == numberToken {
			return true
		}
	}
	return false
}

// headsTargets reports whether the year at m ends the heading of a list of targets: "2. Chỉ
// tiêu năm 2025:", "III. NHIỆM VỤ NĂM 2025".
func (s *sentence) headsTargets(m *moment) bool {
	if m.to < len(s.toks) && s.mark(m.to) != ':' {
		return false
	}
	switch s.lower(m.from - 1) {
	case "tiêu", "vụ", "hướng", "yếu", "tâm":
		return true
	}
	return false
}

// goalStart moves from a year back over the words that lead to it: "Bước sang năm 2016",
// "Chỉ tiêu năm 2025".
func (s *sentence) goalStart(m *moment) int {
	i := m.from
	if s.item && s.headsTargets(m) {
		return s.bullet()
	}
	for i > 0 && i <= 3 && s.toks[i-1].kind == wordToken {
		i--
	}
	return i
}

// headStart moves back to the beginning of a heading that names the year.
func (s *sentence) headStart(i int) int {
	if s.colon && s.first && i < 14 {
		return s.bullet()
	}
	return i
}

// leave keeps the voice for the next sentence.
func (c *context) leave(s *sentence, r *reader) {
	t := &r.times
	m, marker := t.voiceAt(len(s.toks))
	switch {
	case s.colon && m == aimed:
		c.voice = aimed
	case m == aimed && marker && (r.aims.found > 0 || c.ahead) && (c.lines > 0 || !s.head):
		c.voice = aimed
	case m == done:
		c.voice = done
	case !t.strong:
		// goes on as before
	default:
		c.voice = done
		if s.head && !t.result && (c.lines > 0 || t.shiftAt(s.bullet()).marker || s.listsTargets()) && !s.names(r) {
			c.voice = aimed
		}
	}
	if s.headsPart(r) && c.leadDone {
		c.section = done
		if m == aimed && marker && !t.result {
			c.section = aimed
		}
	}
	c.award = c.award && (s.item || s.colon) || r.asm.award && s.colon
	c.listed, c.headed = s.colon, s.head
	c.averaged = c.averaged || len(t.yearly) > 0 && len(r.asm.drafts) > 0 && len(t.moments) == 0
	c.opened = t.announced || t.strong && m == aimed || c.opened && !t.result && (!r.elems.states() || s.continues())
}

// names reports whether a heading only names a conference or a report.
func (s *sentence) names(r *reader) bool {
	for i := range s.toks {
		if s.two(i, "tổng", "kết") || s.two(i, "sơ", "kết") || s.two(i, "hội", "nghị") || s.two(i, "đại", "hội") || s.two(i, "báo", "cáo") {
			return true
		}
	}
	return false
}
