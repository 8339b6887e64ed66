package report

// status decides how the organisation stands to the title t, whose verb begins at token from,
// and who gave it.
func (r *reader) status(s *sentence, from int, t [2]int) (Status, *string) {
	md, _ := r.times.voiceAt(from)
	var by *string
	to := t[0]
	_, award := s.is(to, titleClass, "award")
	linked, passive := from == to, false
	for i := from; i < to; i++ {
		switch s.lower(i) {
		case "tự":
			return SelfAssessed, nil
		case "đề":
			if s.lower(i+1) == "nghị" {
				return Proposed, nil
			}
		case "được":
			linked, passive = true, true
			by = s.giver(i+1, to)
		case "nhận":
			linked, passive = true, true
		case "đạt", "giữ", "loại", "hiệu":
			linked = true
		case "xây", "phấn":
			if md != aimed {
				return "", nil
			}
		case "tặng", "thưởng", "khen", "trao":
			if !passive || !award && !s.two(i+1, "danh", "hiệu") {
				return "", nil // what is given to others, or praise for a level
			}
		}
	}
	if by == nil && s.lower(t[1]) == "của" {
		by = s.named(t[1] + 1)
	}
	if md == aimed {
		return Aimed, by
	}
	if !linked || award && !passive && !s.two(to-2, "danh", "hiệu") && s.lower(to-1) != "đạt" {
		return "", nil
	}
	return Attained, by
}

// giver gives who stands in tokens [i, to) between "được" and the verb of giving, nil if nobody:
// "được Chủ tịch UBND tỉnh tặng", "được Công đoàn ngành xếp loại".
func (s *sentence) giver(i, to int) *string {
	if i >= to || !s.toks[i].upper {
		return nil
	}
	for k := i + 1; k < to; k++ {
		if s.toks[k].upper {
			continue
		}
		switch s.lower(k) {
		case "tặng", "trao", "xếp", "công", "đánh", "khen", "thưởng", "phân", "bình", "suy", "ghi":
			name := s.span(i, k)
			return &name
		}
	}
	return s.named(i)
}

// named gives the organisation at token i, with the post before it, nil if none is there:
// "của Chủ tịch UBND tỉnh".
func (s *sentence) named(i int) *string {
	k := i
	for {
		n, ok := s.is(k, positionClass, "position")
		if !ok {
			break
		}
		k += n
	}
	e, ok := s.lex.longest(s.toks, k, setOf(organisationClass), s.plain)
	if !ok {
		return nil
	}
	name := s.span(i, s.nameEnd(k+e.n, e.n))
	return &name
}

// opensWith gives the organisation that the clause in tokens [i, to) is about and of which it
// tells no title: "Công đoàn: Công đoàn cơ sở Sở có 268 đoàn viên".
func (s *sentence) opensWith(i, to int) (org [2]int) {
	for i < to && s.toks[i].upper {
		e, ok := s.lex.longest(s.toks, i, setOf(organisationClass), s.plain)
		if !ok {
			return org
		}
		end := s.nameEnd(i+e.n, e.n)
		org = [2]int{i, end}
		if s.mark(end) != ':' {
			i = end
			break
		}
		i = end + 1
	}
	switch s.lower(i) {
	case "có", "gồm", "hiện", "với":
		return org
	}
	if i >= to {
		return org
	}
	return [2]int{}
}

// goesOnToTitle reports whether the clause at i tells a title of what the clause before was about.
func (s *sentence) goesOnToTitle(i int) bool {
	switch s.lower(i) {
	case "được", "đạt", "xếp", "vinh", "đón":
		return true
	}
	return false
}
