package report

// piece is a clause of targets: tokens between commas or semicolons that part figures.
type piece struct {
	from, to int
	figs     []int // elems
	fresh    bool  // a semicolon or colon stands before it
}

// pieces cuts the sentence at semicolons, and at commas that part one figure with its
// words from the next.
func (r *reader) pieces(s *sentence) []piece {
	var out []piece
	p := piece{from: s.leadIn()}
	depth := 0
	last := 0 // elem after the last figure
	for i, x := range r.elems.list {
		switch {
		case x.sign == ',' && s.quoted(p.from, x.from):
		case x.sign == '(':
			depth++
		case x.sign == ')':
			depth = max(0, depth-1)
		case x.kind == figureElem:
			if r.aimable(s, &r.elems.figures[x.fig], x) && !r.nested(s, &p, i) && !r.restates(s, &p, i) && !s.baseline(&r.elems.figures[x.fig]) {
				p.figs = append(p.figs, i)
				last = i + 1
			}
		case x.sign == ';' || x.sign == ':' && i < len(r.elems.list)-1,
			x.sign == ',' && depth == 0 && (r.newPiece(s, i) || len(p.figs) > 0 && r.said(s, last, i)):
			if x.sign == ',' && len(p.figs) > 0 && i+1 < len(r.elems.list) && r.elems.list[i+1].kind == figureElem && (last+1 == i && r.plainNoun(last) || r.heads(s, &p) && r.saysNext(s, i)) && !r.spoken(s, last, i) {
				continue // "90% tổ chức, 85% hội viên xếp loại khá"
			}
			if len(p.figs) == 0 && (x.sign == ',' && s.shareLed(p.from) || x.sign == ',' && r.nouns(s, p.from, i) || x.sign == ':' && r.alone(s, i)) {
				continue
			}
			if x.sign == ',' && len(p.figs) == 0 && s.reaches(x.to) {
				continue
			}
			if x.sign == ',' && len(p.figs) == 0 && i > 0 && r.elems.list[i-1].time && x.from-p.from <= 4 && s.shareOf(x.to) {
				p.from = x.to // "đến năm 2025, tỷ lệ …"
				continue
			}
			if x.sign == ',' && len(p.figs) == 1 && r.unsaid(s, &p, last, i) {
				continue
			}
			if x.sign == ',' && len(p.figs) == 0 && (r.lastVerb(s, i) || x.from-p.from <= 2 || x.from-p.from <= 3 && s.verbAt(p.from) || r.listComma(s, i)) {
				continue
			}
			p.to = x.from
			out = append(out, p)
			p = piece{from: x.to, fresh: x.sign != ','}
		}
	}
	p.to = len(s.toks)
	return append(out, p)
}

// reaches reports whether the words at i only say how far what stands before them is to go: "phân
// loại tại nguồn, đạt tỷ lệ 75%".
func (s *sentence) reaches(i int) bool {
	if s.lower(i) != "đạt" {
		return false
	}
	if i++; s.two(i, "tỷ", "lệ") {
		i += 2
	}
	f, ok := s.figureAt(i)
	return ok && f.percent && (f.to >= len(s.toks) || s.toks[f.to].kind == markToken)
}

// saysNext reports whether a verb or level stands in the clause after the comma at elem i.
func (r *reader) saysNext(s *sentence, i int) bool {
	end := i + 2
	for end < len(r.elems.list) && r.elems.list[end].sign != ',' && r.elems.list[end].sign != ';' {
		end++
	}
	return end < len(r.elems.list) && r.spoken(s, i+2, end) || end == len(r.elems.list) && i+2 < end && r.spoken(s, i+2, end-1)
}

// quoted reports whether a quote that opens in tokens [i, j) is open at j and closes soon.
func (s *sentence) quoted(i, j int) bool {
	open := false
	for ; i < j; i++ {
		open = open != (s.mark(i) == '"')
	}
	for k := j; open && k < len(s.toks) && k < j+12; k++ {
		if s.mark(k) == '"' {
			return true
		}
	}
	return false
}

// plainNoun reports whether elem i is a noun that a figure counts, of up to four words:
// "95% hộ dân, 100% cơ quan đạt …".
func (r *reader) plainNoun(i int) bool {
	x := r.elems.list[i]
	return x.kind == subjectElem || x.kind == textElem && !x.time && x.to-x.from <= 4
}

// words gives the tokens that the n-th figure of p shares with no other figure.
func (r *reader) words(s *sentence, p piece, n int) (from, to int) {
	from, to = p.from, p.to
	x := r.elems.list[p.figs[n]]
	if n > 0 {
		from = r.elems.list[p.figs[n-1]].to
		if s.mark(x.from-1) == ',' || s.lower(x.from-1) == "và" && s.verbIn(from, x.from) {
			from = x.from // "80% đạt vững mạnh và trên 98% hội viên …"
		} else if k := s.andVerb(from, x.from); k > 0 {
			from = k + 1
		}
	}
	if n+1 < len(p.figs) {
		to = r.elems.list[p.figs[n+1]].from
		if k := s.andVerb(x.to, to); k > 0 {
			to = k // "giữ vững 3 trường chuẩn và xây dựng thêm 1 trường"
		}
	}
	from, to = s.bracket(from, x.from, from), s.bracketAt(x.to, to)
	for _, sh := range r.times.shifts {
		if sh.to == done && sh.at > x.to && sh.at < to {
			to = sh.at // "kết nạp 10 đảng viên nhưng chỉ kết nạp 7"
		}
	}
	return from, to
}

// bracket gives the token after a bracket that opens in tokens [i, j), else least.
func (s *sentence) bracket(i, j, least int) int {
	for k := j - 1; k >= i; k-- {
		if s.mark(k) == ')' {
			return least
		}
		if s.mark(k) == '(' {
			return k + 1
		}
	}
	return least
}

// bracketAt gives the place of a bracket in tokens [i, j) that holds a figure of its own: "100% đảng
// viên hoàn thành nhiệm vụ (trên 85% hoàn thành tốt)", else j.
func (s *sentence) bracketAt(i, j int) int {
	for k := i; k < j; k++ {
		if s.mark(k) == '(' && s.figureIn(k+1, min(k+3, len(s.toks))) {
			return k
		}
	}
	return j
}

// andVerb gives the "và" in tokens [i, j) after which a verb begins another clause, 0 if none does.
func (s *sentence) andVerb(i, j int) int {
	for k := i + 1; k < j-1; k++ {
		if s.lower(k) == "và" && s.verbAt(k+1) && s.lower(k+1) != "được" {
			return k
		}
	}
	return 0
}

// heads reports whether the clause begins with its one figure, a share.
func (r *reader) heads(s *sentence, p *piece) bool {
	x := r.elems.list[p.figs[0]]
	from := r.opening(s, p.from, x.from)
	if s.lower(from) == "có" {
		from++
	}
	return len(p.figs) == 1 && r.elems.figures[x.fig].percent && from >= x.from
}

// unsaid reports whether the clause begins with its figure and has no verb yet at the
// comma at elem i, so that the comma parts nouns: "100% tỉnh, thành đoàn, đoàn trực thuộc …".
func (r *reader) unsaid(s *sentence, p *piece, last, i int) bool {
	if i+1 >= len(r.elems.list) || r.elems.list[i+1].kind == figureElem || last >= i {
		return false
	}
	return r.heads(s, p) && !r.spoken(s, last, i)
}

// said reports whether between elem from and the comma at elem i a verb or level was said,
// so that the comma ends the words of the target.
func (r *reader) said(s *sentence, from, i int) bool {
	if from >= i {
		return true
	}
	if t := r.elems.list[i].to; t < len(s.toks) && (s.goesOn(t) || r.sameSaying(s, i)) {
		return false
	}
	for k := r.elems.list[from].from; k < r.elems.list[i].from; k++ {
		if _, ok := s.is(k, actClass, "verb"); ok || s.levelAt(k) {
			return true
		}
	}
	return false
}

// sameSaying reports whether the verb after the comma at elem i says more of the same, with no figure
// of its own: "100% đảng viên cam kết rèn luyện, giữ gìn phẩm chất".
func (r *reader) sameSaying(s *sentence, i int) bool {
	switch s.lower(r.elems.list[i].to) {
	case "giữ", "phát":
	default:
		return false
	}
	for _, x := range r.elems.list[i+1:] {
		if x.sign == ';' || x.sign == ',' {
			return true
		}
		if x.kind == figureElem || x.kind == levelElem {
			return false
		}
	}
	return true
}

// spoken reports whether a verb, level or bracket stands between elem from and elem i.
func (r *reader) spoken(s *sentence, from, i int) bool {
	if from >= i {
		return true
	}
	begin, end := r.elems.list[from].from, r.elems.list[i].from
	for k := begin; k < end; k++ {
		if s.levelAt(k) || s.mark(k) == '(' {
			return true
		}
	}
	return s.actsIn(begin, end)
}

// actsIn reports whether a verb that is no part of a noun begins in tokens [i, j).
func (s *sentence) actsIn(i, j int) bool {
	for ; i < j; i++ {
		if e, ok := s.lex.longest(s.toks, i, setOf(subjectClass), s.plain); ok {
			i += e.n - 1
		} else if s.verbAt(i) {
			return true
		}
	}
	return false
}

// goesOn reports whether the words after a comma, at token i, go on with the verb before it:
// "được quán triệt, học tập đầy đủ".
func (s *sentence) goesOn(i int) bool {
	if s.toks[i].upper || s.toks[i].kind != wordToken {
		return s.toks[i].upper && i > 1 && s.toks[i-2].upper
	}
	switch s.lower(i) {
	case "xây", "giữ", "không", "phấn", "tiếp", "nâng", "tăng", "đẩy", "góp", "qua", "trong", "kết", "bảo", "đảm", "phát", "có", "còn", "tổ", "riêng", "đồng", "đảng", "chi", "công", "đoàn", "hội", "nhằm":
		return false
	}
	return true
}

// verbAt reports whether a verb begins at token i.
func (s *sentence) verbAt(i int) bool {
	_, ok := s.is(i, actClass, "verb")
	return ok
}

// newPiece reports whether what follows the comma at elem i brings a figure of its own
// before the next comma.
func (r *reader) newPiece(s *sentence, i int) bool {
	for k := i + 1; k < len(r.elems.list); k++ {
		x := r.elems.list[k]
		if x.kind == figureElem {
			f := &r.elems.figures[x.fig]
			if _, slogan := s.is(f.to, lookalikeClass, "slogan"); !slogan || f.percent || f.bound != exactly {
				return true
			}
		}
		if x.sign == ',' || x.sign == ';' {
			return false
		}
		if x.kind == markElem && x.bits&isNone != 0 && x.bits&isLink == 0 && r.elems.list[k-1].kind != figureElem {
			return true
		}
	}
	return false
}

// listComma reports whether the comma at elem i stands inside a list of nouns, before
// whose end no figure comes: "cán bộ, đảng viên đạt 100%".
func (r *reader) listComma(s *sentence, i int) bool {
	if i == 0 || i+1 >= len(r.elems.list) {
		return false
	}
	prev, next := r.elems.list[i-1], r.elems.list[i+1]
	return prev.kind == subjectElem && next.kind == subjectElem || prev.to-prev.from == 1 && prev.kind == textElem && next.kind == textElem && i+2 < len(r.elems.list) && r.elems.list[i+2].kind == figureElem
}

// lastVerb reports whether the comma at elem i parts the verbs of one list, which a last one ends
// before the figure: "tổ chức tư vấn, giới thiệu và giải quyết việc làm cho 400 thanh niên".
func (r *reader) lastVerb(s *sentence, i int) bool {
	k := r.elems.list[i].to
	if !s.verbAt(k) {
		return false
	}
	for _, x := range r.elems.list[i+1:] {
		if x.kind == figureElem {
			return s.andVerb(k, x.from) > 0
		}
	}
	return false
}

// shareOf reports whether the clause at i begins with "tỷ lệ": its noun runs, over commas, up
// to the figure.
func (s *sentence) shareOf(i int) bool {
	for ; i < len(s.toks) && (s.toks[i].kind != wordToken || s.lower(i) == "và"); i++ {
	}
	switch s.lower(i) {
	case "tỷ", "tỉ":
		return s.lower(i+1) == "lệ" || s.lower(i+1) == "trọng"
	case "giá":
		return s.lower(i+1) == "trị" // "giá trị sản xuất nông nghiệp, thủy sản tăng 3%"
	case "sản":
		return s.lower(i+1) == "lượng"
	}
	return false
}

// shareLed reports whether the clause at i begins with "tỷ lệ", a verb before it or not: "nâng tỷ lệ …".
func (s *sentence) shareLed(i int) bool {
	if n, ok := s.is(i, actClass, "verb"); ok && s.shareOf(i+n) {
		return true
	}
	return s.shareOf(i)
}

// nouns reports whether the comma at elem i parts nouns of a list that its verb ends: "nông nghiệp,
// chăn nuôi, thủy sản còn 15%".
func (r *reader) nouns(s *sentence, from, i int) bool {
	if i+1 >= len(r.elems.list) || r.elems.list[i+1].kind == figureElem || r.elems.list[i+1].time {
		return false
	}
	at := r.elems.list[i].from
	for k := range r.times.moments {
		if m := &r.times.moments[k]; m.to > from && m.to < at {
			from, _ = s.trim(m.to, at)
		}
	}
	switch s.lower(from) {
	case "về", "trong", "đến", "trên":
		return false
	}
	return at-from <= 9 && at-s.clauseStart(at) <= 3 && !s.figureIn(from, at) && !s.actsIn(from, at) && !s.verbAt(at+1)
}

// alone reports whether after the colon at elem i a figure stands without a noun, or with
// one that only counts: "mức giảm tỷ suất sinh: 0,1‰", "kết nạp đảng viên: 08 đồng chí".
func (r *reader) alone(s *sentence, i int) bool {
	if i+1 >= len(r.elems.list) || r.elems.list[i+1].kind != figureElem {
		return false
	}
	f := &r.elems.figures[r.elems.list[i+1].fig]
	end := f.to
	if e, ok := s.lex.longest(s.toks, end, setOf(subjectClass), s.plain); ok && Kind(e.key) == Members && s.two(end, "đồng", "chí") {
		end += e.n
	}
	return end >= len(s.toks) || s.toks[end].kind == markToken && s.mark(end) != '/'
}

// leadIn gives the token after a list mark and words that only lead on: "Cụ thể, ".
func (s *sentence) leadIn() int {
	i := s.bullet()
	if n, ok := s.is(i, timeClass, "continues"); ok && s.lower(i) != "trong" {
		for i += n; i < len(s.toks) && loose(s.mark(i)); i++ {
		}
	}
	return i
}
