package report

// headsPart reports whether the line is the heading of a part of the text: numbered ("1.2 Mục
// tiêu, nhiệm vụ trong nhiệm kỳ:", "II. Phương hướng") or in capitals ("PHƯƠNG HƯỚNG NHIỆM KỲ 2022-2025").
func (s *sentence) headsPart(r *reader) bool {
	if !s.last || !s.head && !s.colon || len(s.toks) > 40 || r.elems.states() {
		return false
	}
	return s.ofPart() || s.first && s.capitals()
}

// listsTargets reports whether a headline only names the targets below it: "Đại Bình: một số chỉ tiêu
// chủ yếu nhiệm kỳ 2020-2025".
func (s *sentence) listsTargets() bool {
	for i := 1; i < len(s.toks); i++ {
		if w := s.lower(i - 1); s.two(i, "chỉ", "tiêu") && (w == "số" || w == "các" || w == "những") {
			return !s.verbIn(0, i-1)
		}
	}
	return false
}

// ofPart reports whether the line begins with the number of a part, Arabic or Roman.
func (s *sentence) ofPart() bool {
	if !s.first || len(s.toks) < 3 || !s.toks[0].line {
		return false
	}
	k := 1
	if m := s.mark(1); m == '.' || m == ')' || m == '-' {
		k = 2
	}
	return (s.toks[0].kind == numberToken && ordinal(s.toks[0]) || s.roman()) && s.toks[k].kind == wordToken && s.toks[k].upper
}

// capitals reports whether the line has three words or more and all of them in capitals.
func (s *sentence) capitals() bool {
	words := 0
	for i := range s.toks {
		if s.toks[i].kind != wordToken {
			continue
		}
		if !s.toks[i].caps {
			return false
		}
		words++
	}
	return words > 2
}
