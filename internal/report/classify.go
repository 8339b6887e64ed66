package report

import "strings"

// classify adds the results of the yearly assessment that sentence s states.
func (r *reader) classify(s *sentence) {
	r.asm.reset(s, &r.elems)
	r.asm.award = r.ctx.award
	if len(r.elems.list) == 0 {
		return
	}
	r.asm.run()
	for i := range r.asm.drafts {
		d := &r.asm.drafts[i]
		if m, _ := r.times.voiceAt(d.from); m == aimed || d.award || !r.sound(s, d) {
			continue
		}
		s.widen(d)
		r.facts.Classification = append(r.facts.Classification, r.result(s, d))
	}
	r.carry(s)
}

// carry keeps the last subject of the sentence for those that leave it out.
func (r *reader) carry(s *sentence) {
	for i := len(r.elems.list) - 1; i >= 0; i-- {
		x := r.elems.list[i]
		if x.kind != subjectElem || x.subject == Tasks || x.subject == Units && !s.first {
			continue
		}
		if i > 0 && r.elems.list[i-1].bits&isOwner != 0 {
			continue
		}
		if r.asm.abbreviated(i) && r.ctx.kind == Members {
			continue
		}
		r.ctx.subject, r.ctx.kind = s.at(x.from, x.to), x.subject
		return
	}
}

// fuller gives a statement that only counts heads ("50 người") the noun for those persons, which
// its sentence or the line that leads to its list has named before.
func (r *reader) fuller(c *Classification, s *sentence, d *draft) {
	if c.Subject != "người" {
		return
	}
	for i := len(r.elems.list) - 1; i >= 0; i-- {
		if x := r.elems.list[i]; x.to <= d.from && x.kind == subjectElem && x.subject == Members && !r.asm.abbreviated(i) {
			end := s.belonging(x.to)
			c.Subject = s.span(x.from, end)
			c.Context = append(c.Context, s.at(x.from, end))
			return
		}
	}
	if (s.item || r.ctx.listed) && r.ctx.kind == Members && r.ctx.subject.End > 0 {
		c.Subject = r.ctx.subject.Text
		c.Context = append(c.Context, r.ctx.subject)
	}
}

// sound reports whether the draft can be a result: its figure is a share or a count, and
// nothing that it stands in makes it another thing.
func (r *reader) sound(s *sentence, d *draft) bool {
	f := d.fig
	if f.percent && (f.hi > 100 || f.lo > 100) || f.decimal && !f.percent {
		return false
	}
	if !d.none && f.count() && f.year() && s.lower(f.digits-1) == "năm" {
		return false
	}
	if n, ok := s.is(max(d.from-1, 0), lookalikeClass, "no-figure"); ok && n == 1 && !s.two(d.from-2, "tổng", "số") && d.from > 0 && !s.toks[d.from].line && d.fig.from == d.from {
		return false
	}
	if f.bound == atMost {
		return false // a rule: "không quá 20%"
	}
	if d.kind == Tasks && d.subject[1] > d.from && s.joined(d.subject[1], d.level.from) {
		return false // "đạt đủ 14 chỉ tiêu và được đánh giá hoàn thành tốt nhiệm vụ"
	}
	if d.norm == Coverage && (d.kind == Tasks || d.kind == "" && f.total < 0 && !(s.two(d.from-2, "tổng", "số") && r.ctx.subject.End > 0)) {
		return false
	}
	return true
}

// joined reports whether "và" stands in tokens [i, j).
func (s *sentence) joined(i, j int) bool {
	for ; i < j; i++ {
		if s.lower(i) == "và" {
			return true
		}
	}
	return false
}

// widen takes into the statement the words that only lead to it ("có", "tỷ lệ", "số") and
// the bracket that closes it.
func (s *sentence) widen(d *draft) {
	if i := d.from; i > 0 {
		switch w := s.lower(i - 1); {
		case w == "có" || w == "số":
			d.from--
		case w == "lệ" && i > 1:
			d.from -= 2
		}
	}
	s.list(d)
	if d.base[1] > d.to {
		d.to = d.base[1]
	}
	if s.mark(d.to) == ')' && unclosed(s, d.from, d.to) {
		d.to++
	}
}

// where gives the end of the noun that ends before token i, with the words up to its level or verb
// that say where: "chi bộ trong lực lượng vũ trang đạt …". to is where the statement ends.
func (s *sentence) where(i, to int) int {
	switch s.lower(i) {
	case "thuộc", "tại", "trong", "ở":
	default:
		return i
	}
	if s.levelAt(i) {
		return i // "chi bộ trong sạch, vững mạnh"
	}
	for k := i + 1; k < to && k < i+12; k++ {
		if s.levelAt(k) || s.verbAt(k) {
			return k
		}
		if s.toks[k].kind != wordToken && s.mark(k) != ',' {
			return i
		}
	}
	return i
}

// belonging gives the end of the noun that ends before token i, with whom it belongs to where a colon
// follows: "công chức thuộc các cơ quan cấp huyện trở lên: …".
func (s *sentence) belonging(i int) int {
	if s.lower(i) != "thuộc" {
		return i
	}
	for k := i; k < len(s.toks) && k < i+16 && s.toks[k].kind == wordToken; k++ {
		if s.mark(k+1) == ':' {
			return k + 1
		}
	}
	return i
}

// list takes into the subject the nouns that a comma joins to it: "16/16 đảng bộ, ban thường vụ
// cấp ủy trực thuộc được xếp loại …".
func (s *sentence) list(d *draft) {
	if d.subject[1] == d.subject[0] {
		return
	}
	d.subject[1] = s.belonging(d.subject[1])
	d.subject[1] = s.where(d.subject[1], max(d.to, d.category[0]))
	if d.subject[0] < d.from || d.subject[1] >= d.to || s.mark(d.subject[1]) != ',' {
		return
	}
	for k := d.subject[1] + 1; k < d.to && k < d.subject[1]+16; k++ {
		if _, ok := s.is(k, markClass, "link"); ok && k > d.subject[1]+1 && s.lower(k) != "thuộc" {
			d.subject[1] = k
			return
		}
		if s.toks[k].kind != wordToken || s.levelAt(k) {
			return
		}
	}
}

// unclosed reports whether a bracket opens in tokens [i, j) and does not close there.
func unclosed(s *sentence, i, j int) bool {
	open := 0
	for ; i < j; i++ {
		switch s.mark(i) {
		case '(':
			open++
		case ')':
			open--
		}
	}
	return open > 0
}

// result makes the fact of a draft.
func (r *reader) result(s *sentence, d *draft) Classification {
	c := Classification{
		CategoryNorm: d.norm, Category: s.span(d.category[0], d.category[1]), CumulativeUp: d.up,
		SubjectKind: d.kind, Within: d.within, Negated: d.none, Qualifier: "=", Source: s.at(d.from, d.to), place: s.stretch(d.from, d.to),
	}
	if d.recalled != nil {
		c.Category = d.recalled.text
		c.Context = append(c.Context, d.recalled.at)
	} else if d.category[1] <= d.from || d.category[0] >= d.to {
		c.Context = append(c.Context, s.at(d.category[0], d.category[1]))
	}
	if d.subject[1] > d.subject[0] {
		c.Subject = s.span(d.subject[0], d.subject[1])
		if d.subject[0] < d.from || d.subject[1] > d.to {
			c.Context = append(c.Context, s.at(d.subject[0], d.subject[1]))
		}
		r.fuller(&c, s, d)
	} else {
		r.carried(&c)
	}
	r.quantity(&c, s, d)
	r.when(&c, s, d)
	c.Scope = r.scope(&c.Context)
	c.Ambiguity = r.doubt(s, d)
	return c
}

// carried gives a statement without a subject the last one named.
func (r *reader) carried(c *Classification) {
	if r.ctx.subject.End > 0 && (c.CategoryNorm != TSVM && c.CategoryNorm != TSVMTB && c.CategoryNorm != YK || r.ctx.kind == Organisations) {
		c.Subject, c.SubjectKind = r.ctx.subject.Text, r.ctx.kind
		c.Context = append(c.Context, r.ctx.subject)
		return
	}
	c.SubjectKind = Organisations
	if strings.Contains(strings.ToLower(c.Category), "tư cách") {
		c.SubjectKind = Members
	}
}

// quantity writes count, base, percent and qualifier.
func (r *reader) quantity(c *Classification, s *sentence, d *draft) {
	if d.none {
		zero := 0
		c.Count = &zero
		return
	}
	f := d.fig
	c.Qualifier = qualifier(&f)
	share := d.share
	if f.percent {
		share = &d.fig
	} else {
		n := int(f.lo)
		c.Count = &n
		if f.total >= 0 {
			total := f.total
			c.OfTotal = &total
		}
	}
	if share == nil {
		return
	}
	v, written := share.lo, share.written
	c.Percent, c.PercentWritten = &v, &written
	if q := qualifier(share); !f.percent && c.Qualifier == "=" && q != "=" {
		c.Qualifier = q + " (percent)"
	}
	if d.base[1] > d.base[0] {
		c.PercentBase = s.span(d.base[0], d.base[1])
	}
}

// qualifier says in the words of the format how a figure bounds.
func qualifier(f *figure) string {
	switch f.bound {
	case nearly:
		return "nearly"
	case over, from:
		return "over"
	case below, atMost:
		return "under"
	}
	if f.up {
		return "over"
	}
	return "="
}

// when gives the year of the statement with the place that it comes from.
func (r *reader) when(c *Classification, s *sentence, d *draft) {
	clause := s.clauseEnd(d.to)
	if d.when != nil {
		c.Year = Year(d.when.year)
		return
	}
	if m := r.times.after(d.to, min(d.to+2, len(s.toks))); m != nil && s.mark(d.to) == '(' && s.mark(m.to) == ')' {
		c.Year = Year(m.year) // "68% (năm 2010)"
		c.Context = append(c.Context, s.at(m.from, m.to))
		return
	}
	if m := r.times.after(d.from, d.to); m != nil {
		c.Year = Year(m.year) // "đảng viên hoàn thành tốt nhiệm vụ năm 2017 đạt 87%"
		return
	}
	if m := r.times.before(d.from, 0, yearMoment, termMoment); m != nil {
		if (!r.times.vague(m.to, d.from) || m.kind == termMoment) && (s.clauseEnd(m.to) >= d.from || s.leads(m) || s.opensList(m)) {
			c.Year = Year(m.year)
			at := s.at(s.headStart(m.from), m.to)
			c.Context = append(c.Context, at)
			if m.kind == yearMoment {
				r.ctx.year, r.ctx.yearAt = c.Year, at
			}
			return
		}
	}
	if (r.times.vague(0, d.from) || r.times.every(d.from, d.to+2)) && !r.times.recent(s) {
		if len(r.times.yearly) > 0 {
			c.Year = Year(r.ctx.paragraph)
		}
		return
	}
	if m := r.times.after(d.from, clause); m != nil {
		c.Year = Year(m.year)
		if m.to > d.to {
			c.Context = append(c.Context, s.at(m.from, m.to))
		}
		return
	}
	if r.ctx.inTime {
		c.Year = Year(r.ctx.paragraph)
		c.Context = append(c.Context, r.ctx.paragraphAt)
		return
	}
	if r.ctx.averaged {
		return
	}
	if r.ctx.year != "" {
		c.Year = r.ctx.year
		c.Context = append(c.Context, r.ctx.yearAt)
		return
	}
	if r.ctx.dateYear != "" {
		c.Year = r.ctx.dateYear
		c.Context = append(c.Context, r.ctx.dateAt)
	}
}

// opensList reports whether a colon after the time at m leads to a list, whose items it governs:
// "(nhiệm kỳ 2010-2015), Đảng bộ đạt các mục tiêu: …; …".
func (s *sentence) opensList(m *moment) bool {
	for i := m.to; i < len(s.toks) && s.mark(i) != ';'; i++ {
		if s.mark(i) == ':' {
			return true
		}
	}
	return false
}

// vague reports whether a time without a year ("hằng năm", "nhiệm kỳ qua") is named in [i, j).
func (t *times) vague(i, j int) bool {
	for _, list := range [][]int{t.yearly, t.past} {
		for _, k := range list {
			if k >= i && k < j {
				return true
			}
		}
	}
	return false
}

// every reports whether "hằng năm" stands in [i, j).
func (t *times) every(i, j int) bool {
	for _, k := range t.yearly {
		if k >= i && k < j {
			return true
		}
	}
	return false
}

// clauseEnd gives the token after the clause that holds token i.
func (s *sentence) clauseEnd(i int) int {
	for ; i < len(s.toks); i++ {
		if s.mark(i) == ';' {
			break
		}
	}
	return i
}

// doubt names what can be read in two ways.
func (r *reader) doubt(s *sentence, d *draft) string {
	f := d.fig
	if f.ranged || d.share != nil && d.share.ranged {
		return "range in a result"
	}
	for i := d.to; i < len(s.toks) && i < d.to+5; i++ {
		switch s.lower(i) {
		case "liền", "liên", "liên tục":
			return "held several years running"
		}
		if m := s.mark(i); m == ';' || m == ',' || m == '.' {
			break
		}
	}
	return ""
}
