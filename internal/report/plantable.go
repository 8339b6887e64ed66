package report

import "strings"

// Tables of targets: "Chỉ tiêu | Đơn vị tính | Thực hiện 2024 | Kế hoạch 2025", a row for each target.

// plan is the head of a table of targets that is being read.
type plan struct {
	words, unit int // columns of what is aimed at and of its unit, -1
	columns     []planColumn
}

// planColumn is what the head says of one column.
type planColumn struct {
	aims   bool // its figures are aimed at
	share  bool // and are percents
	period Period
	at     Span // where the period is written
}

// planHead reads the line as the head of a table of targets, nil if it is none.
func (r *reader) planHead(s *sentence, cells []cell) *plan {
	p := &plan{words: -1, unit: -1}
	when, aims := s.moments(nil), false
	ahead := r.ctx.voice == aimed || r.ctx.section == aimed
	for n, c := range cells {
		col := planColumn{}
		for _, m := range when {
			if m.from >= c.from && m.from < c.to && m.kind != dateMoment {
				col.period, col.at = m.year, s.at(m.from, m.to)
			}
		}
		planned, told := false, false
		for i := c.from; i < c.to; i++ {
			planned = planned || s.planWord(i)
			told = told || s.toldWord(i)
			col.share = col.share || s.mark(i) == '%'
			if v, _, ok := parseNumber(s.str(i)); ok && yearly(v) && s.toks[i].c1-s.toks[i].c0 == 4 && col.period == "" {
				col.period, col.at = Period(s.str(i)), s.at(i, i+1) // "Kế hoạch 2025"
			}
		}
		switch {
		case p.words < 0 && s.headsWords(c):
			p.words, ahead = n, ahead || planned
		case s.two(c.from, "đơn", "vị") && s.lower(c.from+2) != "thực", s.lower(c.from) == "đvt":
			p.unit = n
		default:
			col.aims = p.words >= 0 && !told && (planned || ahead && col.period != "")
			aims = aims || col.aims
		}
		p.columns = append(p.columns, col)
	}
	if !aims {
		return nil
	}
	return p
}

// planLine reads the line as one of a table of targets, and reports whether it is one.
func (r *reader) planLine(s *sentence, cells []cell) bool {
	if p := r.planHead(s, cells); p != nil {
		r.plan, r.ctx.leadDone = p, true
		return true
	}
	if r.plan == nil {
		return false
	}
	r.planRow(s, cells)
	return true
}

// headsWords reports whether the cell heads the column of what is aimed at.
func (s *sentence) headsWords(c cell) bool {
	for i := c.from; i < c.to; i++ {
		if s.two(i, "chỉ", "tiêu") || s.two(i, "mục", "tiêu") || s.two(i, "nội", "dung") || s.two(i, "tiêu", "chí") {
			return !s.figureIn(c.from, c.to) && s.lower(c.from) != "mã"
		}
	}
	return false
}

// planWord reports whether the word at i heads a column of targets.
func (s *sentence) planWord(i int) bool {
	return s.two(i, "kế", "hoạch") || s.two(i, "mục", "tiêu") || s.two(i, "chỉ", "tiêu") || s.two(i, "phấn", "đấu") ||
		s.two(i, "dự", "kiến") || s.two(i, "đăng", "ký") || s.lower(i) == "kh" && s.toks[i].caps
}

// toldWord reports whether the word at i heads a column of results, or of how they compare.
func (s *sentence) toldWord(i int) bool {
	return s.two(i, "thực", "hiện") || s.two(i, "kết", "quả") || s.lower(i) == "ước" || s.two(i, "so", "với") ||
		s.two(i, "so", "sánh") || s.two(i, "hoàn", "thành") || s.lower(i) == "đạt" || s.lower(i) == "th" && s.toks[i].caps
}

// planRow adds the targets of a row.
func (r *reader) planRow(s *sentence, cells []cell) {
	p := r.plan
	if len(cells) > len(p.columns) || p.words >= len(cells) {
		return
	}
	label := cells[p.words]
	if label.from == label.to {
		return
	}
	s.when = s.moments(nil)
	r.elems.cut(s)
	share := p.unit >= 0 && p.unit < len(cells) && s.percents(cells[p.unit])
	if p.unit >= 0 && p.unit < len(cells) && s.amounts(cells[p.unit]) || s.amountsIn(label) {
		return // money, land and weights have no unit among those of targets
	}
	for n, c := range cells {
		f, ok := s.aimedAt(c)
		if !p.columns[n].aims || !ok {
			continue
		}
		f.percent = f.percent || share || p.columns[n].share || s.percents(label)
		if t, ok := r.planned(s, label, &f); ok {
			t.Source = s.at(label.from, c.to)
			r.compare(&t, &f, false)
			t.OrHigher = t.OrHigher && t.Comparator != Equal
			if p.columns[n].period != "" {
				t.Period, t.Context = p.columns[n].period, append(t.Context, p.columns[n].at)
			} else if r.ctx.goal != "" {
				t.Period, t.Context = r.ctx.goal, append(t.Context, r.ctx.goalAt)
			}
			t.Scope = r.scope(&t.Context)
			r.facts.Targets = append(r.facts.Targets, t)
		}
	}
}

// planned makes a target of the words in the cell.
func (r *reader) planned(s *sentence, label cell, f *figure) (Target, bool) {
	from, to := s.trim(label.from, label.to)
	for k := from; k < to; k++ {
		if s.mark(k) == '(' {
			to = k // "(so với đảng viên đầu nhiệm kỳ)"
		}
	}
	a := arranged{from: from, to: to}
	r.closed(s, &a, f, [4]int{from, to, to, to})
	r.levelIn(&a, elem{from: from, to: from}, to)
	r.fill(s, &a)
	t := Target{Subject: a.subject.text, Measure: a.measure.text}
	if t.Measure == "" || a.measure.to == a.measure.from+1 && s.lower(a.measure.from) == "đạt" {
		t.Measure = s.phrase(from, to).text
	}
	if a.level.to > 0 {
		t.Level, t.OrHigher = a.level.level, f.bound != exactly || f.up
	}
	if s.lower(from) == "hằng" || s.yearlyIn(label) {
		t.Frequency = "yearly"
	}
	return t, t.Subject != "" && t.Measure != ""
}

// yearlyIn reports whether "hằng năm" stands in the cell.
func (s *sentence) yearlyIn(c cell) bool {
	for i := c.from; i < c.to; i++ {
		if _, ok := s.is(i, timeClass, "yearly"); ok {
			return true
		}
	}
	return false
}

// aimedAt gives the figure that is all of a cell, with its bound: "≥ 90", "trên 90%", "90 trở lên".
func (s *sentence) aimedAt(c cell) (figure, bool) {
	if c.from == c.to {
		return figure{}, false
	}
	f, ok := s.figureAt(c.from)
	return f, ok && f.to == c.to && f.total < 0
}

// percents reports whether the cell says that figures are percents.
func (s *sentence) percents(c cell) bool {
	for i := c.from; i < c.to; i++ {
		if s.mark(i) == '%' {
			return true
		}
	}
	return false
}

// amounts reports whether the cell is a measure of money, land or weight.
func (s *sentence) amounts(c cell) bool {
	_, ok := s.is(c.from, lookalikeClass, "measures")
	return ok && c.from < c.to && !nounFirst(s, c.from)
}

// amountsIn reports whether the cell ends with such a measure in brackets: "Thu ngân sách (tỷ đồng)".
func (s *sentence) amountsIn(c cell) bool {
	for i := c.from; i < c.to; i++ {
		if s.mark(i) == '(' && s.amounts(cell{i + 1, c.to}) {
			return true
		}
	}
	return false
}

// partRow reports whether the line, without tabs, only names a part of the table that is being read:
// "I. Về kinh tế - xã hội".
func (r *reader) partRow() bool {
	if len(r.toks) < 3 || len(r.toks) > 16 || r.toks[len(r.toks)-1].r == '.' {
		return false
	}
	first := r.toks[0]
	number := r.text[first.b0:first.b1]
	if first.kind != numberToken && strings.Trim(number, "IVX") != "" && len(number) > 1 {
		return false
	}
	for _, t := range r.toks[1:] {
		if t.kind == numberToken {
			return false
		}
	}
	return true
}
