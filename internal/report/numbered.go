package report

// congress gives the number of the congress as written, "" where the resolution is of none.
func (x *Resolution) congress() string {
	if x.Congress == nil {
		return ""
	}
	return *x.Congress
}

// resolutionNumber gives the number of the resolution that begins at token i, after "số" or
// without it, and its end; 0 if none does.
func (s *sentence) resolutionNumber(i int) (number, end int) {
	if s.lower(i) == "số" {
		i++
	}
	if i >= len(s.toks) || s.toks[i].kind != numberToken {
		return 0, 0
	}
	end, ok := s.numberEnd(i)
	if !ok {
		return 0, 0
	}
	return i, end
}

// toldAt reports whether the sentence tells of the resolution in tokens [i, end), not only cites
// it: it is adopted, presented or studied, or its motto or the number of its parts follows.
func (s *sentence) toldAt(i, end int) bool {
	for k := i - 1; k >= 0 && k >= i-10; k-- {
		if m := s.mark(k); m == ';' || m == '.' || s.two(k, "thực", "hiện") || s.two(k, "báo", "cáo") || s.two(k, "kế", "hoạch") || s.two(k, "triển", "khai") {
			break
		}
		if s.two(k, "thông", "qua") || s.two(k, "ban", "hành") || s.two(k, "học", "tập") {
			return true
		}
		if act, n := s.act(k); n > 0 && (act == "presented" || act == "informed") {
			return true
		}
	}
	for k := end; k < len(s.toks); k++ {
		if s.two(k, "nghị", "quyết") || s.mark(k) == ';' {
			return false // what follows is of another
		}
		if s.two(k, "phương", "châm") || s.two(k, "khẩu", "hiệu") || s.countsPart(k) {
			return true
		}
	}
	return false
}

// numbered makes the document named in tokens [i, end), whose number begins at token number.
func (s *sentence) numbered(i, number, end int) Resolution {
	return Resolution{Name: s.span(i, end), Number: s.span(number, end), Source: s.at(i, end), Counts: []PartCount{}, Goals: []Goal{}}
}

// programme gives the end of a programme of action that begins at token i, and where its number
// begins; without a number its name goes on with whose it is and what it carries out. The end is 0
// if none begins.
func (s *sentence) programme(i int) (number, end int) {
	n, ok := s.is(i, documentClass, "programme")
	if !ok || !s.toks[i].upper {
		return 0, 0
	}
	if number, end = s.resolutionNumber(i + n); end > 0 {
		return number, end
	}
	end = i + n
	for end < len(s.toks) && s.toks[end].kind != markToken {
		if _, ok := s.is(end, actClass, "told-end"); ok {
			break
		}
		if w := s.lower(end); w == "và" || w == "với" || w == "có" || w == "được" || w == "tại" || s.two(end, "đề", "ra") || s.two(end, "xác", "định") {
			break
		}
		end++
	}
	return end, end
}
