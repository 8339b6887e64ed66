package report

import "strings"

// resolutions adds the resolutions and plenums that s tells of, with their parts, motto and goals.
func (r *reader) resolutions(s *sentence) {
	told := -1
	tells := func() bool {
		if told < 0 {
			told = 0
			if r.tells(s) {
				told = 1
			}
		}
		return told == 1
	}
	r.owners = r.owners[:0]
	for i := 0; i < len(s.toks); i++ {
		if number, end := s.programme(i); end > 0 && s.toldAt(i, end) {
			r.adopt(s.numbered(i, number, end), i)
			i = end - 1 // the resolution that it carries out is only named
			continue
		}
		switch {
		case s.lower(i) == "nghị" && s.lower(i+1) == "quyết" && s.lower(i+2) == "đại" && s.lower(i+3) == "hội":
			if end := s.congress(i + 4); end > 0 {
				if tells() || s.parts() {
					r.adopt(s.resolution(i, end, ""), i)
				} else if r.current < 0 {
					r.mentioned, r.mentionedAt = s.resolution(i, end, ""), r.ctx.lines
				}
				i = end - 1
			}
		case s.two(i, "nghị", "quyết"):
			if number, end := s.resolutionNumber(i + 2); end > 0 && s.toldAt(i, end) {
				r.adopt(s.numbered(i, number, end), i)
				i = end - 1
			}
		case s.lower(i) == "hội" && s.lower(i+1) == "nghị" && s.lower(i+2) == "lần":
			if end := s.plenum(i); end > 0 && tells() {
				r.adopt(s.resolution(i, end, "plenum (results reported, no resolution named)"), i)
				i = end - 1
			}
		}
	}
	r.partCounts(s)
	r.motto(s)
	r.goals(s)
}

// tells reports whether the sentence tells what a document holds, not only names it.
func (r *reader) tells(s *sentence) bool {
	for i := range s.toks {
		if act, n := s.act(i); n > 0 && (act == "presented" || act == "informed") && i+n < len(s.toks) {
			if w := s.lower(i); w != "triển" && w != "phổ" && w != "báo" || s.lower(i+1) == "đạt" {
				return true
			}
		}
	}
	return false
}

// parts reports whether the sentence counts parts of a resolution.
func (s *sentence) parts() bool {
	for i := range s.toks {
		if s.countsPart(i) {
			return true
		}
	}
	return false
}

// countsPart reports whether the number at i counts parts; "5/7 chỉ tiêu" tells how many were met.
func (s *sentence) countsPart(i int) bool {
	return s.toks[i].kind == numberToken && s.mark(i-1) != '/' && s.mark(i-1) != '%' && s.partNoun(i+1) > 0
}

// congress gives the end of "Đảng bộ tỉnh lần thứ XVIII" that begins at i, 0 if it is none.
func (s *sentence) congress(i int) int {
	for k := i; k+1 < len(s.toks) && k < i+16; k++ {
		if s.lower(k) == "lần" {
			if s.lower(k+1) == "thứ" {
				k++
			}
			if k+1 < len(s.toks) && (s.toks[k+1].kind == numberToken || s.romanAt(k+1)) {
				return k + 2
			}
			return 0
		}
		if s.toks[k].kind == markToken {
			return 0
		}
	}
	return 0
}

func (s *sentence) romanAt(i int) bool {
	return i < len(s.toks) && s.toks[i].kind == wordToken && s.toks[i].upper && strings.Trim(s.str(i), "IVXLC") == ""
}

// plenum gives the end of "Hội nghị lần thứ 14 Ban Chấp hành Trung ương Khóa XI" at i.
func (s *sentence) plenum(i int) int {
	k := i + 3
	if s.lower(k) == "thứ" {
		k++
	}
	if k >= len(s.toks) || s.toks[k].kind != numberToken && !s.romanAt(k) {
		return 0
	}
	for n := k + 1; n < len(s.toks) && n < k+12; n++ {
		if s.lower(n) == "khóa" && s.romanAt(n+1) {
			return n + 2
		}
		if s.toks[n].kind == markToken && s.mark(n) != '(' && s.mark(n) != ')' {
			return 0
		}
	}
	return 0
}

// resolution makes the resolution or plenum named in tokens [i, end).
func (s *sentence) resolution(i, end int, kind string) Resolution {
	x := Resolution{Kind: kind, Source: s.at(i, end), Counts: []PartCount{}, Goals: []Goal{}}
	cut := end - 2
	if kind != "" {
		congress := s.span(end-2, end)
		x.Congress = &congress
		x.Plenum = s.plenumNumber(i)
	} else {
		number := s.str(end - 1)
		x.Congress = &number
		if s.lower(end-2) == "thứ" {
			cut = end - 3
		}
	}
	x.Name = s.span(i, cut)
	return x
}

// adopt keeps a resolution that is named at token i; one found before, under the same name or a
// shorter one, becomes the one told of again.
func (r *reader) adopt(x Resolution, i int) {
	key := strings.ToLower(x.Kind + x.Plenum + x.congress() + " " + x.Name)
	n, ok := r.adopted[key]
	if !ok {
		n, ok = r.shortened(&x)
	}
	if !ok {
		n = len(r.facts.Resolution.Resolutions)
		r.facts.Resolution.Resolutions = append(r.facts.Resolution.Resolutions, x)
	}
	if r.adopted == nil {
		r.adopted = map[string]int{}
	}
	r.adopted[key] = n
	if x.Kind == "" {
		r.current, r.currentAt = n, r.ctx.lines
		r.owners = append(r.owners, owner{i, n})
	}
}

// owner is a document that the sentence tells of, and the token where it is named.
type owner struct{ at, place int }

// ownerOf gives the document told of that what stands at token i belongs to: the last one that
// the sentence names before it, else its first, else the one told of before the sentence.
func (r *reader) ownerOf(i int) *Resolution {
	n := r.current
	for k := len(r.owners) - 1; k >= 0; k-- {
		n = r.owners[k].place
		if r.owners[k].at < i {
			break
		}
	}
	if n < 0 {
		return nil
	}
	return &r.facts.Resolution.Resolutions[n]
}

// shortened gives the resolution told of whose name x leaves words out of.
func (r *reader) shortened(x *Resolution) (int, bool) {
	n := r.current
	if n < 0 || x.Kind != "" || x.Congress == nil {
		return 0, false
	}
	have := &r.facts.Resolution.Resolutions[n]
	if have.Congress == nil || *have.Congress != *x.Congress {
		return 0, false
	}
	words := " " + strings.ToLower(have.Name) + " "
	for _, w := range strings.Fields(strings.ToLower(x.Name)) {
		if !strings.Contains(words, " "+w+" ") {
			return 0, false
		}
	}
	return n, true
}

// recent reports whether a resolution was named in this paragraph or right before it, so
// that a motto said now is its own.
func (r *reader) recent() bool { return r.mentioned.Name != "" && r.ctx.lines-r.mentionedAt <= 2 }

func (s *sentence) plenumNumber(i int) string {
	for k := i + 3; k < i+5 && k < len(s.toks); k++ {
		if s.toks[k].kind == numberToken || s.romanAt(k) {
			return s.str(k)
		}
	}
	return ""
}

// two reports whether the words at i are a and b.
func (s *sentence) two(i int, a, b string) bool { return s.lower(i) == a && s.lower(i+1) == b }

// partNoun gives the end of the noun of a part at i ("khâu đột phá"), 0 if none.
func (s *sentence) partNoun(i int) int {
	n, ok := s.is(i, documentClass, "part")
	if !ok {
		return 0
	}
	k := i + n
	for k < len(s.toks) && k < i+n+4 && s.toks[k].kind == wordToken && !s.toks[k].upper {
		if w := s.lower(k); w == "và" || w == "trên" || w == "thuộc" || w == "về" || w == "để" || w == "với" || w == "của" || w == "cho" || w == "được" || w == "đã" {
			break
		}
		if w := s.lower(k); w != "trọng" && w != "tâm" && w != "chính" && w != "chủ" && w != "yếu" && w != "điểm" && w != "cụ" && w != "thể" && w != "lớn" && w != "cơ" && w != "bản" && w != "đột" && w != "phá" {
			break
		}
		k++
	}
	return k
}

// partCounts adds the numbers of parts to the documents told of.
func (r *reader) partCounts(s *sentence) {
	for i := range s.toks {
		if !s.countsPart(i) {
			continue
		}
		x, end := r.ownerOf(i), s.partNoun(i+1)
		v, dec, ok := parseNumber(s.str(i))
		if x == nil || !ok || dec || len(x.Counts) >= 40 || len(r.owners) == 0 && !s.resolved() {
			continue
		}
		x.Counts = append(x.Counts, PartCount{What: s.span(i+1, end), Count: int(v), Source: s.at(i, end)})
	}
}

// resolved reports whether the sentence speaks of a resolution: numbers of parts of a plan
// of work belong to that plan.
func (s *sentence) resolved() bool { return s.resolves(len(s.toks)) }

// motto adds what the text calls phương châm or khẩu hiệu: of the document that the sentence
// tells of, else of the one told of right before, unless a year's work begins with it.
func (r *reader) motto(s *sentence) {
	near := r.current >= 0 && r.ctx.lines-r.currentAt <= 2 && !(len(s.when) > 0 && s.when[0].kind == yearMoment && s.when[0].from <= 2)
	if !near && !s.resolved() && !(r.current < 0 && r.recent()) {
		return
	}
	for i := 0; i+1 < len(s.toks); i++ {
		if !s.two(i, "phương", "châm") && !s.two(i, "khẩu", "hiệu") {
			continue
		}
		for k := i + 2; k < len(s.toks) && k < i+16; k++ {
			if s.mark(k) != '"' {
				continue
			}
			for end := k + 1; end < len(s.toks); end++ {
				if s.mark(end) != '"' {
					continue
				}
				if r.current < 0 && r.recent() {
					r.adopt(r.mentioned, 0)
				}
				if x := r.ownerOf(i); x != nil && x.Motto == nil {
					x.Motto = &Motto{Text: s.span(k+1, end), Source: s.at(i, end+1)}
				}
				return
			}
		}
	}
}

// goals adds aims with their years: "đến năm 2020 Thanh … trở thành …".
func (r *reader) goals(s *sentence) {
	if r.current < 0 {
		return
	}
	x := r.ownerOf(len(s.toks))
	if x.Number != "" && !s.resolved() {
		return // what is aimed at after a resolution by number need not be its own
	}
	aims := false
	for i := range s.toks {
		aims = aims || s.lower(i) == "mục" && s.lower(i+1) == "tiêu"
	}
	if !aims || len(x.Goals) >= 40 {
		return
	}
	for _, m := range r.times.moments {
		if m.kind != yearMoment || s.lower(m.from-1) != "đến" {
			continue
		}
		end := m.to
		for end < len(s.toks) && s.mark(end) != ';' && !(s.mark(end) == ',' && s.lower(end+1) == "đến") && !(s.mark(end) == '.' && end+1 == len(s.toks)) {
			end++
		}
		from, end := s.trim(m.to, end)
		if from >= end || s.figureIn(from, end) {
			continue
		}
		y, _, ok := parseNumber(string(m.year))
		if ok {
			x.Goals = append(x.Goals, Goal{Year: int(y), Text: s.span(from, end), Source: s.at(m.from-1, end)})
		}
	}
}
