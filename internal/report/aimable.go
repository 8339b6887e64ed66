package report

// aimable reports whether the figure can be a target: no date, no place in order, no
// part of a plan, no measure of money or land.
func (r *reader) aimable(s *sentence, f *figure, x elem) bool {
	if f.digits > 0 {
		if n, ok := s.is(f.digits-1, lookalikeClass, "no-figure"); ok && n == 1 && !f.percent && f.bound == exactly {
			return false
		}
		if n, ok := s.is(f.digits-2, lookalikeClass, "no-figure"); ok && n == 2 && !f.percent {
			return false
		}
		if m := s.mark(f.digits - 1); m == '/' || m == '-' && f.digits > 1 && !s.toks[f.digits-1].space && !f.percent {
			return false
		}
		if s.lower(f.digits-1) == "so" || s.lower(f.digits-1) == "với" && s.lower(f.digits-2) == "so" {
			return false
		}
	}
	if f.percent || f.permille {
		return true
	}
	if r.times.shiftAt(x.from).beside && !f.year() && !f.decimal && s.mark(f.to) == ')' {
		return true
	}
	if f.year() && f.total < 0 || s.mark(f.to) == '/' || s.mark(f.to) == '-' || s.toks[f.digits].kind == numberToken && s.glued(f.to) && !nounFirst(s, f.to) {
		return false
	}
	if f.decimal || f.total > 0 && s.two(f.to, "chỉ", "tiêu") {
		return false // "đạt 24/28 chỉ tiêu": how many were met
	}
	if _, ok := s.is(f.to, lookalikeClass, "slogan"); ok && f.bound == exactly && f.total < 0 {
		return false
	}
	if _, ok := s.is(f.to, lookalikeClass, "time-units"); ok {
		return false
	}
	if f.bound == exactly && f.total < 0 && f.digits > 0 && r.owned(s, f) {
		return false
	}
	if _, ok := s.is(f.to, lookalikeClass, "measures"); ok && !nounFirst(s, f.to) {
		return false // "đồng", not "đồng chí"
	}
	if _, ok := s.is(f.to, lookalikeClass, "parts"); ok && f.total < 0 && f.bound == exactly && !f.up {
		return false
	}
	if s.quotedNoun(f.to) > 0 && f.total < 0 && s.verbIn(s.clauseStart(f.from), f.from) {
		return true // xây dựng 2 "Mái ấm tình thương"
	}
	if f.to >= len(s.toks) || s.toks[f.to].kind != wordToken {
		if s.mark(f.digits-1) == ':' && (f.total > 0 || s.verbIn(s.clauseStart(f.digits-1), f.digits)) {
			return true // "số chi bộ hoàn thành tốt nhiệm vụ: 10/12"
		}
		return f.bound != exactly && (f.bound != from || f.ranged) && f.digits > 1
	}
	return !s.toks[f.to].caps || nounFirst(s, f.to) || s.toks[f.to].space && s.verbIn(s.clauseStart(f.from), f.from) // "đạt 7 GVG cấp huyện"
}

// owned reports whether f counts the places that the organisation before it is of: "Hội CCB 3
// huyện", "cấp ủy 5 xã".
func (r *reader) owned(s *sentence, f *figure) bool {
	if _, ok := s.is(f.to, lookalikeClass, "places"); !ok {
		return false
	}
	if s.toks[f.digits-1].caps {
		return true
	}
	for _, x := range r.elems.list {
		if x.to >= f.from {
			return x.to == f.from && x.kind == subjectElem && x.subject == Organisations
		}
	}
	return false
}
