package report

// row adds the results that a line of the table states.
func (r *reader) row(s *sentence, cells []cell) {
	g := r.grid
	if len(cells) > len(g.columns) || r.ctx.voice == aimed || r.ctx.award {
		return
	}
	label := g.label(s, cells)
	if at := s.levelCell(cells); at >= 0 && label.from < label.to {
		r.rated(s, label, cells[at]) // "Xếp loại chi bộ: HTXSNV"
	}
	total, from := (*int)(nil), []Span(nil)
	if g.total >= 0 && g.total < len(cells) {
		if f, _, ok := s.whole(cells[g.total]); ok && f.count() && f.total < 0 {
			n := int(f.lo)
			total, from = &n, []Span{s.at(cells[g.total].from, cells[g.total].to)}
		}
	}
	for n := 0; n < len(cells); n++ {
		col := g.columns[n]
		f, share, ok := s.whole(cells[n])
		if col.level == "" || !ok || f.ranged || f.total >= 0 || col.share && n > 0 && g.columns[n-1].level == col.level && !g.columns[n-1].share {
			continue
		}
		c := Classification{
			CategoryNorm: col.level, Category: col.words.Text, CumulativeUp: col.up, Qualifier: "=",
			Source: s.at(cells[n].from, cells[n].to), place: s.stretch(cells[n].from, cells[n].to),
			Context: []Span{col.words},
		}
		r.tellOf(&c, s, label)
		if col.share || f.percent {
			v, written := f.lo, f.written
			c.Percent, c.PercentWritten = &v, &written
		} else if f.count() {
			count := int(f.lo)
			c.Count, c.OfTotal, c.Context = &count, total, append(c.Context, from...)
			r.sharedBy(&c, s, cells, n)
			if share != nil {
				c.Percent, c.PercentWritten = &share.lo, &share.written
			}
		} else {
			continue
		}
		g.open = false
		r.facts.Classification = append(r.facts.Classification, c)
	}
}

// sharedBy gives the count in column n the percent of the column after it.
func (r *reader) sharedBy(c *Classification, s *sentence, cells []cell, n int) {
	g := r.grid
	if n+1 >= len(cells) || !g.columns[n+1].share || g.columns[n+1].level != c.CategoryNorm {
		return
	}
	if f, _, ok := s.whole(cells[n+1]); ok {
		v, written := f.lo, f.written
		c.Percent, c.PercentWritten = &v, &written
		c.Source = s.at(cells[n].from, cells[n+1].to)
	}
}

// label gives the first cell of words before the figures: whom the row tells of.
func (g *grid) label(s *sentence, cells []cell) cell {
	for n, c := range cells {
		if g.columns[n].level != "" || n == g.total {
			break
		}
		if c.from < c.to && s.toks[c.from].kind == wordToken {
			return c
		}
	}
	return cell{}
}

// whole gives the figure that is all of a cell, with the percent that follows it in brackets: "4 (28,6%)".
func (s *sentence) whole(c cell) (f figure, share *figure, ok bool) {
	if c.from == c.to {
		return figure{}, nil, false
	}
	f, ok = s.figureAt(c.from)
	if !ok || f.from != c.from || f.bound != exactly || f.up {
		return f, nil, false
	}
	if g, is := s.figureAt(f.to + 1); f.to < c.to && s.mark(f.to) == '(' && is && g.percent && s.mark(g.to) == ')' && g.to+1 == c.to {
		return f, &g, true
	}
	return f, nil, f.to == c.to
}

// tellOf says whom the row tells of: a population by its noun ("Đảng viên"), all ("Tổng cộng"), or a
// unit by its name, whose members or organisations the figures count.
func (r *reader) tellOf(c *Classification, s *sentence, label cell) {
	c.Year = r.ctx.year
	if c.Year == "" {
		c.Year = r.ctx.dateYear
	}
	g := r.grid
	c.Subject, c.SubjectKind = g.noun.Text, g.kind
	if e, ok := s.lex.longest(s.toks, label.from, setOf(subjectClass), s.plain); ok && label.from < label.to && e.n == label.to-label.from {
		c.Subject, c.SubjectKind = s.span(label.from, label.to), Kind(e.key)
		c.Context = append(c.Context, s.at(label.from, label.to))
	} else if label.from < label.to && !s.sums(label) {
		name := s.span(label.from, label.to)
		c.Scope = &name
		c.Context = append(c.Context, s.at(label.from, label.to))
	}
	if c.Subject == g.noun.Text && g.noun.End > 0 {
		c.Context = append(c.Context, g.noun)
	}
	if c.SubjectKind == "" {
		c.SubjectKind = Members // nothing says what is counted: the members of the units named
	}
	if c.Scope == nil {
		c.Scope = r.scope(&c.Context)
	}
}

// sums reports whether the row adds up the others: "Tổng cộng", "Cộng", "Toàn Đảng bộ".
func (s *sentence) sums(label cell) bool {
	switch s.lower(label.from) {
	case "tổng", "cộng", "toàn":
		return true
	}
	return false
}
