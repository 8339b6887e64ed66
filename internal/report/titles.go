package report

// titles adds the titles and levels that s gives to one organisation, attained or aimed at.
func (r *reader) titles(s *sentence) {
	from, held := s.bullet(), [2]int{}
	for i := from; i <= len(s.toks); i++ {
		if i < len(s.toks) && s.mark(i) != ';' && s.mark(i) != '.' && (s.mark(i) != ',' || !r.titleComma(s, i) || s.bareHolder(from, i)) {
			continue
		}
		held = r.title(s, from, i, held)
		from = i + 1
	}
}

// bareHolder reports whether tokens [i, j), or what follows the last comma in them, are the name
// of an organisation and no more, so that the comma after them joins it to the next.
func (s *sentence) bareHolder(i, j int) bool {
	for k := i; k < j; k++ {
		if s.mark(k) == ':' || s.mark(k) == ',' {
			i = k + 1
		}
	}
	e, ok := s.lex.longest(s.toks, i, setOf(organisationClass), s.plain)
	return ok && i < j && s.toks[i].upper && s.nameEnd(i+e.n, e.n) == j
}

// titleComma reports whether the comma at i parts two titles, not the words of one.
func (r *reader) titleComma(s *sentence, i int) bool {
	for _, x := range r.elems.list {
		if x.kind == levelElem && x.from < i && i < x.to {
			return false
		}
		if x.from > i {
			break
		}
	}
	return true
}

// title looks for one title in tokens [from, to). held is the organisation that the clause before
// told of, to which a clause without one belongs; it gives the one for the clause after.
func (r *reader) title(s *sentence, from, to int, held [2]int) [2]int {
	org, verb := s.holder(from, to)
	carried := verb == 0
	if carried {
		if held[1] == 0 || !s.goesOnToTitle(from) {
			return s.opensWith(from, to)
		}
		org, verb = held, from
	}
	t, end, ok := r.titleIn(s, verb, to)
	if !ok || s.heads(end, to) || !carried && !s.yearOnly(from, org[0]) || !s.yearOnly(max(from, org[1]), end) {
		return org
	}
	status, by := r.status(s, verb, t)
	if status == "" || status == Aimed && (verb == t[0] || carried) && s.wished(org[0]) {
		return org
	}
	if carried {
		f := Title{Organisation: s.span(org[0], org[1]), Title: s.span(t[0], t[1]), Status: status, AwardedBy: by, Source: s.at(from, end)}
		f.Context = append(f.Context, s.at(org[0], org[1]))
		r.titleYear(&f, s, [2]int{from, end}, to)
		r.facts.Titles = append(r.facts.Titles, f)
		return org
	}
	for _, one := range s.fellows(from, org) {
		start := one[0]
		if start >= from+2 && s.lower(start-1) == "vững" {
			start -= 2
		}
		f := Title{Organisation: s.span(one[0], one[1]), Title: s.span(t[0], t[1]), Status: status, AwardedBy: by, Source: s.at(start, end)}
		r.titleYear(&f, s, [2]int{start, end}, to)
		r.facts.Titles = append(r.facts.Titles, f)
	}
	return org
}

// heads reports whether a colon and a figure follow the level that ends at i: it is counted,
// and no title: "chi bộ hoàn thành tốt nhiệm vụ trở lên: 100%".
func (s *sentence) heads(i, to int) bool {
	if n, ok := s.is(i, comparatorClass, "up"); ok {
		i += n
	}
	return s.mark(i) == ':' && s.figureIn(i+1, min(i+4, to))
}

// wished reports whether the organisation at i with its level is only the general aim of a
// resolution: "xây dựng Đảng bộ trong sạch, vững mạnh", "mục tiêu tổng quát: …".
func (s *sentence) wished(i int) bool {
	if s.two(i-2, "xây", "dựng") {
		return true
	}
	for k := 0; k < i; k++ {
		if s.two(k, "tổng", "quát") || s.two(k, "mục", "tiêu") && s.lower(k+2) == "chung" {
			return true
		}
	}
	return false
}

// fellows gives the organisations that share the title of org, joined before it by "và" or
// commas: "Công đoàn, Đoàn thanh niên và Hội Cựu chiến binh đạt …".
func (s *sentence) fellows(from int, org [2]int) [][2]int {
	out := [][2]int{org}
	for i := org[0] - 1; i > from && (s.lower(i) == "và" || s.mark(i) == ','); {
		k := i - 1
		for k >= from && k > i-8 && s.toks[k].kind == wordToken && s.lower(k) != "và" {
			if e, ok := s.lex.longest(s.toks, k, setOf(organisationClass), s.plain); ok && s.toks[k].upper && s.nameEnd(k+e.n, e.n) == i {
				break
			}
			k--
		}
		if k < from || k <= i-8 || s.toks[k].kind != wordToken || s.lower(k) == "và" {
			break
		}
		out = append([][2]int{{k, i}}, out...)
		i = k - 1
	}
	return out
}

// yearOnly reports whether the numbers in [i, j) are all years or lengths of time.
func (s *sentence) yearOnly(i, j int) bool {
	for ; i < j; i++ {
		if s.toks[i].kind == numberToken {
			if _, ok := s.is(i+1, lookalikeClass, "time-units"); ok {
				continue // "5 năm liền"
			}
			if v, _, ok := parseNumber(s.str(i)); !ok || !yearly(v) {
				return false
			}
		}
	}
	return true
}

// holder finds the organisation that holds the title and the token where its verb begins.
func (s *sentence) holder(from, to int) (org [2]int, verb int) {
	for i := from; i < to && i < from+40; i++ {
		if end := s.quoteEnd(i, to); end > 0 {
			i = end // an organisation in quotes is part of a title
			continue
		}
		e, ok := s.lex.longest(s.toks, i, setOf(organisationClass), s.plain)
		group := s.two(i, "tập", "thể") || s.two(i, "cơ", "quan")
		if !ok && !group {
			if w := s.lower(i); w == "các" || w == "những" || w == "mỗi" || s.toks[i].kind == numberToken && !s.yearOnly(i, i+1) {
				return org, 0
			}
			continue
		}
		if !s.toks[i].upper && i > s.bullet() && s.lower(i-1) != "vững" {
			continue
		}
		n := e.n
		if group {
			n = 2
		}
		end := s.nameEnd(i+n, n)
		if group {
			if inner, ok := s.lex.longest(s.toks, end, setOf(organisationClass), s.plain); ok {
				end = s.nameEnd(end+inner.n, inner.n)
			}
		}
		if i >= from+2 && s.lower(i-2) == "giữ" && s.lower(i-1) == "vững" {
			return [2]int{i, end}, end
		}
		k := end
		if s.mark(k) == ':' {
			k++
		}
		if s.titleVerb(k) {
			return [2]int{i, end}, k
		}
		i = end - 1
	}
	return org, 0
}

// titleVerb reports whether the words at k lead to a title.
func (s *sentence) titleVerb(k int) bool {
	switch s.lower(k) {
	case "đạt", "được", "giữ", "hoàn", "tự", "tiếp", "đề", "luôn", "xếp", "đã", "đều", "nhiều", "phấn", "là", "vinh", "đón", "nhận":
		return true
	}
	_, ok := s.lex.longest(s.toks, k, setOf(titleClass), s.plain)
	return ok || s.levelAt(k)
}

// titleIn finds the title in tokens [from, to): a level, a known title, or what stands in
// quotes after "danh hiệu" or "đạt".
func (r *reader) titleIn(s *sentence, from, to int) (title [2]int, end int, ok bool) {
	for i := from; i < to; i++ {
		if k := s.quoteEnd(i, to); k > 0 {
			return [2]int{i + 1, k}, k + 1, k > i+1
		}
		e, found := s.lex.longest(s.toks, i, setOf(levelClass, titleClass), s.plain)
		if !found || e.class == levelClass && (Level(e.key) == Coverage || Level(e.key) == NotAssessed || Level(e.key) == Exempt || Level(e.key) == YK) {
			continue
		}
		if e.class == levelClass && r.unsure(s, i) {
			continue
		}
		return [2]int{i, i + e.n}, s.closing(i + e.n), true
	}
	return title, 0, false
}

// quoteEnd gives the token of the quote that closes the one at i, soon and before to; 0 if none does.
func (s *sentence) quoteEnd(i, to int) int {
	if s.mark(i) != '"' {
		return 0
	}
	for k := i + 1; k < to && k < i+16; k++ {
		if s.mark(k) == '"' {
			return k
		}
	}
	return 0
}

// unsure reports whether the level wording at i was judged to be none in this sentence.
func (r *reader) unsure(s *sentence, i int) bool {
	for _, x := range r.elems.list {
		if x.from <= i && i < x.to {
			return x.kind != levelElem
		}
	}
	return false
}

// titleYear gives the year of the title.
func (r *reader) titleYear(f *Title, s *sentence, at [2]int, to int) {
	if f.Status == Aimed {
		var t Target
		r.period(&t, s, at[0])
		f.Year, f.Context = Year(t.Period), append(f.Context, t.Context...)
		return
	}
	if m := r.times.before(at[0], 0, yearMoment, termMoment); m != nil {
		f.Year = Year(m.year)
		f.Context = append(f.Context, s.at(m.from, m.to))
		return
	}
	if m := r.times.after(at[0], to); m != nil {
		f.Year = Year(m.year)
		if m.from == at[1] {
			f.Source = s.at(at[0], m.to)
		}
		return
	}
	if r.ctx.year != "" {
		f.Year = r.ctx.year
		f.Context = append(f.Context, r.ctx.yearAt)
	}
}
