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
		if s.two(k, "phương", "châm") || s.two(k, "khẩu", "hiệu") || s.toks[k].kind == numberToken && s.partNoun(k+1) > 0 {
			return true
		}
	}
	return false
}
