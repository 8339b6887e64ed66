package report

// A word for targets ("chỉ tiêu", "mục tiêu", "đề ra") sets some, or only names them: as what
// a result is measured against, as counted, or as met. What tells them apart stands here.

// onlyNames reports whether the word for targets in tokens [i, end) only names them.
func (s *sentence) onlyNames(i, end int) bool {
	switch s.lower(end - 1) {
	case "ký":
		return end == i+2 && !(s.numberNear(i+2) && s.gradeSoon(i+2)) // "đăng ký 42 mô hình"
	case "ra":
		return s.measured(i, end)
	case "năm":
		return s.mark(i-1) == '%' // "vượt 29,6% kế hoạch năm"
	case "tiêu", "hướng":
		if w := s.lower(end - 2); w != "chỉ" && w != "mục" && w != "phương" {
			return false
		}
		if i > 0 && end == i+2 && (s.toks[i-1].kind == numberToken || s.mark(i-1) == '%' || s.lower(i-1) == "nhiều") {
			return true
		}
		return s.met(end) || s.measured(i, end)
	}
	return false
}

// gradeSoon reports whether a level or title is named within the next words at i.
func (s *sentence) gradeSoon(i int) bool {
	for k := i; k < i+14 && k < len(s.toks) && s.mark(k) != ';'; k++ {
		if s.levelAt(k) || s.titleAt(k) {
			return true
		}
	}
	return false
}

// met reports whether the targets named before k are told of as met or not: "chỉ tiêu
// kinh tế đạt và vượt", "các chỉ tiêu chưa đạt".
func (s *sentence) met(k int) bool {
	for least := k + 12; k < least && k < len(s.toks) && s.toks[k].kind == wordToken; k++ {
		switch s.lower(k) {
		case "đều", "vượt":
			return true
		case "đạt":
			return s.lower(k+1) == "và" || s.lower(k-1) == "chưa"
		}
	}
	return false
}

// measured reports whether the targets named in tokens [i, j) are what a result is measured
// against: "vượt 30% so với nghị quyết đề ra", "đạt 112% chỉ tiêu", "đạt yêu cầu đặt ra". No
// list follows.
func (s *sentence) measured(i, j int) bool {
	last := s.planEnd(j)
	if m := s.mark(last); m == ':' || m == '"' {
		return false
	}
	ends := last >= len(s.toks) || s.toks[last].kind == markToken || j >= len(s.toks) || s.toks[j].kind == markToken || s.lower(j) == "với" || s.lower(j) == "và" || s.lower(j) == "của"
	if s.lower(j-1) == "ra" && s.lower(i-1) == "đã" {
		return ends
	}
	// "đề ra" before other words is the verb of a list, but not in "các chỉ tiêu đã đề ra trong …"
	plan := s.lower(j-1) == "tiêu" || ends || s.lower(i-1) == "đã" && s.two(i-3, "chỉ", "tiêu")
	for k := i - 1; k >= 0 && k > i-24 && s.mark(k) != ';'; k-- {
		if s.mark(k) == ',' && (k+1 == i && !s.planNoun(k-2) || !s.planNoun(k+1)) {
			return false
		}
		switch s.lower(k) {
		case "vượt":
			return true
		case "so":
			return plan || s.two(j, "đến", "năm") || s.two(j, "trong", "năm")
		case "hoàn", "theo":
			return plan
		case "thực":
			return ends
		case "đủ":
			return plan && k+1 == i // "tuyển quân đủ chỉ tiêu"
		case "đạt", "bằng":
			return plan && s.ofPlan(k+1)
		}
	}
	return false
}

// planEnd gives the token after the words from j that only say whose targets are named:
// "nghị quyết đại hội đề ra".
func (s *sentence) planEnd(j int) int {
	for least := j + 14; j < least; j++ {
		switch s.lower(j) {
		case "nghị", "quyết", "đại", "hội", "đảng", "bộ", "chi", "xã", "huyện", "tỉnh", "đề", "ra", "đã", "được", "giao", "các", "nhiệm", "vụ", "kế", "hoạch", "của", "cấp", "trên", "chủ", "yếu":
		default:
			return j
		}
	}
	return j
}

// planNoun reports whether a noun of plans begins at k, so that the comma before it parts
// two of them: "các chỉ tiêu, nhiệm vụ đề ra".
func (s *sentence) planNoun(k int) bool {
	switch s.lower(k) {
	case "nhiệm", "kế", "mục", "chỉ", "giải", "phương", "nội", "chương", "yêu":
		return true
	}
	return false
}

// ofPlan reports whether what begins at k is measured in plans: "đạt 112% chỉ tiêu", "đạt
// các mục tiêu".
func (s *sentence) ofPlan(k int) bool {
	if f, ok := s.figureAt(k); ok {
		return f.percent
	}
	switch s.lower(k) {
	case "theo", "yêu", "các", "mục", "chỉ", "kế", "được":
		return true
	}
	return false
}

// announces reports whether a number of targets, at i, is put forward and not told as a result.
func (s *sentence) announces(i int) bool {
	if i < 2 || s.toks[i-1].kind != numberToken || s.mark(i-2) == '/' || s.lower(i+2) == "đạt" || s.lower(i+2) == "vượt" {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-6; k-- {
		switch s.lower(k) {
		case "qua", "ra", "định", "duyệt", "quyết", "với", "gồm":
			return true
		case "đạt", "vượt", "hoàn":
			return false
		}
	}
	return false
}

// listAfter gives the token where the list of the targets counted before k begins:
// "thông qua 8 chỉ tiêu lớn, như: …"; 0 when none follows.
func (s *sentence) listAfter(k int) int {
	for least := k + 12; k < least && k < len(s.toks); k++ {
		if s.mark(k) == ':' && k+1 < len(s.toks) {
			return k + 1
		}
		if w := s.lower(k); s.mark(k-1) == ',' && (w == "trong" && s.lower(k+1) == "đó" || w == "như" || w == "gồm") {
			return k + 1
		}
		if s.mark(k) == ';' || s.mark(k) == '.' {
			return 0
		}
	}
	return 0
}

// attained reports whether at i a share of a plan stands: "112,5% chỉ tiêu".
func (s *sentence) attained(i int) bool {
	if s.toks[i].kind != numberToken {
		return false
	}
	f, ok := s.figureAt(i)
	if !ok || !f.percent || f.lo == 100 || f.up || f.bound == from {
		return false
	}
	if s.lower(i-1) == "bằng" {
		return true // "doanh thu …, bằng 104%"
	}
	k := f.to
	if s.two(k, "so", "với") {
		k += 2
	}
	return s.two(k, "chỉ", "tiêu") || s.two(k, "kế", "hoạch") || s.two(k, "dự", "toán") || s.two(k, "nghị", "quyết") || s.two(k, "mục", "tiêu")
}

// elects reports whether the term at i is that of a body just elected: "Ban Chấp hành
// nhiệm kỳ mới".
func (s *sentence) elects(i int) bool {
	switch s.lower(i - 1) {
	case "hành", "vụ", "ủy", "thư", "khóa":
		return true
	}
	return false
}

// numberNear reports whether a number stands within the next words at i.
func (s *sentence) numberNear(i int) bool {
	for k := i; k < i+3 && k < len(s.toks); k++ {
		if s.toks[k].kind == numberToken {
			return true
		}
		if e, ok := s.lex.longest(s.toks, k, setOf(comparatorClass), s.plain); ok && e.key == "from" && e.n > 1 {
			return true
		}
	}
	return false
}

// postposed reports whether the targets at i are what the sentence has told before: "trên
// 90% … là những chỉ tiêu được đại hội thông qua".
func (s *sentence) postposed(i int) bool {
	for k := i - 1; k > 0 && k >= i-3; k-- {
		if s.lower(k) == "là" {
			return s.figureIn(0, k)
		}
	}
	return false
}

// among reports whether the targets at i are some of those that were told of.
func (s *sentence) among(i int) bool {
	switch s.lower(i - 1) {
	case "những", "nhiều":
		return s.lower(i-2) == "có"
	}
	return false
}

// tellsWhich reports whether the words at k say what the targets just named ask for: "góp
// phần hoàn thành mục tiêu hằng năm kết nạp từ 3% trở lên".
func (s *sentence) tellsWhich(k int) bool {
	if _, ok := s.is(k, timeClass, "yearly"); !ok {
		return false
	}
	for ; k < len(s.toks) && s.mark(k) != ';' && s.mark(k) != ','; k++ {
		if _, ok := s.is(k, comparatorClass, "up"); ok {
			return true
		}
	}
	return false
}
