package report

// Where the noun of a target ends and what is said of it begins.

// nounEnd gives the token after the noun that begins at i: up to its verb.
func (r *reader) nounEnd(s *sentence, i, to int) int {
	if i >= to || s.toks[i].kind != wordToken || s.leadsOn(i) {
		return i
	}
	if m := r.times.after(i, i+1); m != nil {
		return i // "đạt trên 10% năm 2026"
	}
	if _, ok := s.is(i, timeClass, "yearly"); ok {
		return i // "kết nạp đảng viên mới từ 3% mỗi năm"
	}
	if _, ok := s.is(i, actClass, "verb"); ok && !nounFirst(s, i) && !s.two(i, "tăng", "trưởng") && (s.lower(i) != "thu" || s.lower(i+1) != "ngân" && s.lower(i+1) != "nhập") {
		return i
	}
	k := i
	for ; k < to; k++ {
		if _, ok := s.is(k, comparatorClass, "up"); ok {
			if _, age := s.is(k-1, lookalikeClass, "time-units"); !age {
				return k
			}
		}
		if w := s.lower(k); k > i && (w == "cho" || w == "vào" || s.mark(k) == '/' && s.lower(k+1) == "năm") {
			return k
		}
		if _, ok := s.is(k, actClass, "verb"); ok && k > i && !s.nounHead(k-1) && !s.longNoun(k) {
			if u := s.such(k, to); u > 0 {
				return u
			}
			if s.told(k, to) {
				n, _ := s.is(k, actClass, "verb")
				k += n - 1
				continue
			}
			return k
		}
		if k > i && s.levelAt(k) && !nounFirst(s, k) {
			return k
		}
		if _, ok := s.is(k, lookalikeClass, "target-end"); ok && k > i {
			return k
		}
		if s.mark(k) == '(' && s.mark(k+2) == ')' && s.toks[k+1].caps {
			k += 2 // "doanh nghiệp (DN) có …"
			continue
		}
		if m := s.mark(k); m == ';' || m == '(' || m == ':' || m == '"' {
			return k
		}
	}
	for k > i && (loose(s.mark(k-1)) || s.leadsAway(k-1)) {
		k--
	}
	return k
}

// quotedNoun gives the end of the name in quotes that begins at k, 0 if none does.
func (s *sentence) quotedNoun(k int) int {
	if s.mark(k) != '"' || k+1 >= len(s.toks) || !s.toks[k+1].upper {
		return 0
	}
	for u := k + 2; u < len(s.toks) && u < k+12; u++ {
		if s.mark(u) == '"' {
			return u + 1
		}
	}
	return 0
}

// told reports whether the verb at k only says who is meant, before the one that says what is to be
// done: "phụ nữ là nạn nhân của bạo lực được tiếp cận …", "trẻ em bị xâm hại được phát hiện được hỗ trợ".
func (s *sentence) told(k, to int) bool {
	switch s.lower(k) {
	case "là":
		return s.actsIn(k+1, to)
	case "đăng":
		_, up := s.is(k+2, comparatorClass, "up")
		return up && s.verbAt(k+4) // "60% hộ đăng ký trở lên đạt …"
	case "có":
		return s.lower(k-1) == "hộ" && s.actsIn(k+1, to) || s.two(k+1, "hoàn", "cảnh") || s.two(k+1, "việc", "làm") || s.two(k+1, "vốn", "đầu") || s.two(k+1, "đủ", "điều") || s.two(k+1, "điều", "kiện")
	case "bị", "được":
		for u := k + 1; u < to; u++ {
			if s.lower(u) == "được" && s.lower(u-1) != "và" && s.mark(u-1) == 0 {
				return true
			}
		}
	}
	return false
}

// such gives the end of the words from the verb at k that say which of the noun are meant, 0
// if they say what is to be done: "doanh nghiệp có từ 100 lao động trở lên kết nạp được …".
func (s *sentence) such(k, to int) int {
	if u := s.least(k, to); u > 0 && s.verbIn(u, to) {
		return u
	}
	return 0
}

// least gives the end of "có từ 100 lao động trở lên" that begins at k, 0 if none does.
func (s *sentence) least(k, to int) int {
	if !s.two(k, "có", "từ") {
		return 0
	}
	for u := k + 2; u < to; u++ {
		if n, ok := s.is(u, comparatorClass, "up"); ok {
			return u + n
		}
	}
	return 0
}

// nounHead reports whether the word at i makes a noun of the verb after it: "cuộc kiểm
// tra", "tốc độ tăng".
func (s *sentence) nounHead(i int) bool {
	if s.two(i-1, "dân", "số") {
		return false
	}
	switch s.lower(i) {
	case "ban":
		return s.lower(i+1) == "chấp"
	case "doanh", "thất":
		return s.lower(i+1) == "thu"
	case "chế", "đào", "sáng":
		return s.lower(i+1) == "tạo"
	case "dự":
		return s.lower(i+1) == "bị"
	case "qua":
		return s.lower(i+1) == "đào" // "lao động qua đào tạo"
	case "số":
		return !s.two(i-2, "kinh", "tế") // "kinh tế số chiếm 30%"
	case "suất", "gia", "tổng", "độ", "mức", "cuộc", "lượt", "lớp", "buổi", "đợt", "công", "bài":
		return true
	}
	return false
}

// leadsAway reports whether the word at i only joins what follows to a noun.
func (s *sentence) leadsAway(i int) bool {
	switch s.lower(i) {
	case "và", "trong", "của", "với", "tại", "các":
		return true
	}
	return false
}

// longNoun reports whether what looks like a verb at i begins the name of organisations: "cấp ủy,
// tổ chức cơ sở đảng".
func (s *sentence) longNoun(i int) bool {
	e, ok := s.lex.longest(s.toks, i, setOf(subjectClass), s.plain)
	return ok && e.n > 2 && Kind(e.key) == Organisations
}

func nounFirst(s *sentence, i int) bool {
	_, ok := s.is(i, subjectClass, string(Organisations))
	_, ok2 := s.is(i, subjectClass, string(Members))
	_, ok3 := s.is(i, subjectClass, string(Units))
	return ok || ok2 || ok3
}

// fuller gives the noun of persons in tokens [i, j) before a figure that only counts "đồng
// chí": "kết nạp đảng viên mới đạt 140 đồng chí". It has no words where there is none.
func (s *sentence) fuller(counted phrase, i, j int) phrase {
	if !s.two(counted.from, "đồng", "chí") || counted.to != counted.from+2 {
		return phrase{}
	}
	for k := i + 1; k < j; k++ {
		if e, ok := s.lex.longest(s.toks, k, setOf(subjectClass), s.plain); ok && Kind(e.key) == Members {
			return s.phrase(k, k+e.n)
		}
	}
	return phrase{}
}

// titleAt reports whether a title begins at i: "70% vững mạnh xuất sắc".
func (s *sentence) titleAt(i int) bool {
	_, ok := s.lex.longest(s.toks, i, setOf(titleClass), s.plain)
	return ok && !nounFirst(s, i)
}

func (s *sentence) levelAt(i int) bool {
	e, ok := s.lex.longest(s.toks, i, setOf(levelClass), s.plain)
	return ok && (e.n > 1 || s.toks[i].caps)
}

// leadsOn reports whether the word at i joins or leads on, so that no noun begins there.
func (s *sentence) leadsOn(i int) bool {
	switch s.lower(i) {
	case "và", "để", "nhằm", "vào", "hoặc", "nhưng", "theo":
		return true
	}
	return false
}

// verbBefore gives the token where the verb before the figure begins, end when there is none.
func (s *sentence) verbBefore(first, end int) int {
	at := end
	for k := first; k < end; k++ {
		if _, ok := s.is(k, actClass, "verb"); ok {
			return k
		}
		if s.lower(k) == "có" {
			at = k
		}
	}
	return at
}

// tail drops a verb at the end of a noun: "công dân nhập ngũ hằng năm đạt".
func (r *reader) tail(s *sentence, i, end int) int {
	for k := i + 1; k < end; k++ {
		if e, ok := s.lex.longest(s.toks, k, timeClasses, s.plain); ok && e.key == "yearly" {
			return k
		}
		if s.lower(k) == "đạt" || s.lower(k) == "là" {
			return k
		}
	}
	return end
}
