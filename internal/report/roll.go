package report

// Rolls of levels: a row for each unit or person with its level in words in a cell of its own, "1 | Chi
// bộ Văn phòng | HTXSNV". The number that leads the row counts rows and nothing else.

// roll reads the line as a row of a roll, and reports whether it is one.
func (r *reader) roll(s *sentence, cells []cell) bool {
	at := s.levelCell(cells)
	if at < 0 {
		return false
	}
	label := cell{}
	for n, c := range cells[:at] {
		if c.from == c.to {
			continue
		}
		if s.toks[c.from].kind == wordToken {
			label = c
			break
		}
		if _, _, number := s.whole(c); n > 0 || !number {
			return false
		}
	}
	if label.from == label.to || s.common(label) {
		return false // "Đảng viên | HTTNV | …" names nobody
	}
	r.rated(s, label, cells[at])
	return true
}

// levelCell gives the place of the cell that is wholly a level, after which no figure stands, -1 if
// none is.
func (s *sentence) levelCell(cells []cell) int {
	at := -1
	for n, c := range cells {
		if c.from == c.to {
			continue
		}
		if _, _, number := s.whole(c); number && at >= 0 {
			return -1
		}
		e, ok := s.lex.longest(s.toks, c.from, setOf(levelClass), s.plain)
		if ok && e.n == c.to-c.from && Level(e.key) != Coverage {
			at = n
		}
	}
	return at
}

// common reports whether the cell is a noun for a population and no name.
func (s *sentence) common(c cell) bool {
	e, ok := s.lex.longest(s.toks, c.from, setOf(subjectClass), s.plain)
	return ok && e.n == c.to-c.from
}

// rated adds the level in words that the row gives to the organisation that its label names; of a
// person it makes nothing.
func (r *reader) rated(s *sentence, label, level cell) {
	e, ok := s.lex.longest(s.toks, label.from, setOf(organisationClass), s.plain)
	if !ok || e.n == label.to-label.from || r.ctx.voice == aimed || r.ctx.award {
		return
	}
	t := Title{
		Organisation: s.span(label.from, label.to), Title: s.span(level.from, level.to),
		Status: Attained, Source: s.at(label.from, level.to),
	}
	switch {
	case r.ctx.year != "":
		t.Year, t.Context = r.ctx.year, append(t.Context, r.ctx.yearAt)
	case r.ctx.dateYear != "":
		t.Year, t.Context = r.ctx.dateYear, append(t.Context, r.ctx.dateAt)
	}
	r.facts.Titles = append(r.facts.Titles, t)
}
