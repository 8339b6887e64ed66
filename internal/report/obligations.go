package report

import "strings"

// obligations adds what those who took part must do: "X phải …", "yêu cầu X …".
func (r *reader) obligations(s *sentence) {
	if r.facts.Events == nil || len(r.facts.Events) == 0 && r.people.last == "" {
		return
	}
	asked := false
	for i := s.bullet(); i < len(s.toks); i++ {
		switch w := s.lower(i); {
		case w == "yêu" && s.lower(i+1) == "cầu":
			if r.asked(s, i, i+2) {
				asked = true
			}
		case w == "phải" && i > 0:
			r.must(s, i)
		case asked && s.mark(i) == ',' && (s.lower(i+1) == "mỗi" || s.lower(i+1) == "từng"):
			r.each(s, i+1)
		}
	}
}

// asked adds "yêu cầu các chi bộ tổ chức thảo luận"; from is "yêu cầu", i the token after.
func (r *reader) asked(s *sentence, from, i int) bool {
	if w := s.lower(i); w == "với" || w == "đối" || w == "đề" || w == "của" || w == "nhiệm" || w == "đạt" {
		return false
	}
	verb := s.duty(i)
	if verb <= i || !s.someone(i, verb) {
		return false
	}
	end := s.duties(verb)
	for k := verb; k < end; k++ {
		if s.lower(k) == "phải" {
			return false // stated by "phải"
		}
	}
	start := verb
	if s.lower(start) == "tổ" && s.lower(start+1) == "chức" && start+2 < end && s.writes(start+2) {
		start += 2
	}
	r.oblige(Obligation{Who: s.span(i, verb), What: s.span(start, end), Source: s.at(from, end)})
	return true
}

// writes reports whether a verb of its own follows at i: "tổ chức viết bài".
func (s *sentence) writes(i int) bool { return s.lower(i) == "viết" || s.lower(i) == "nộp" }

// each adds "mỗi đảng viên viết bài thu hoạch" after another duty.
func (r *reader) each(s *sentence, i int) {
	verb := s.duty(i)
	if verb > i && s.someone(i, verb) {
		end := s.duties(verb)
		r.oblige(Obligation{Who: s.span(i, verb), What: s.span(verb, end), Source: s.at(i, end)})
	}
}

// must adds "X phải …"; i is "phải".
func (r *reader) must(s *sentence, i int) {
	from := i
	for from > 0 {
		m, w := s.mark(from-1), s.lower(from-1)
		if m == ';' || m == ':' || m == '.' || w == "với" || w == "cầu" || w == "rằng" || m == ',' && !s.listed(from, i) {
			break
		}
		from--
	}
	from = s.reported(from, i)
	if from == i || !s.someone(from, i) || s.thing(from, i) || s.lower(i+1) == "là" {
		return
	}
	end := s.duties(i + 1)
	if end > i+2 {
		r.oblige(Obligation{Who: s.span(from, i), What: s.span(i+1, end), Source: s.at(from, end)})
	}
}

// reported moves from token i, before j, behind "đồng chí nhấn mạnh": who said it need not do it.
func (s *sentence) reported(i, j int) int {
	for k := i; k < j; k++ {
		if act, n := s.act(k); n > 1 && act == "spoke" {
			i = k + n
		}
	}
	return i
}

// thing reports whether in tokens [i, j) something must be, not somebody do: "việc học tập của đảng
// viên phải …", "mỗi bài thu hoạch của đảng viên phải …".
func (s *sentence) thing(i, j int) bool {
	for ; i < j; i++ {
		if e, ok := s.lex.longest(s.toks, i, setOf(subjectClass), s.plain); ok && Kind(e.key) != Tasks {
			return false
		}
		if s.lower(i) == "việc" || s.lower(i) == "của" || s.lower(i) == "công" {
			return true
		}
	}
	return false
}

// duties gives the end of the duty at token i: its clause, with those after it up to one that says
// by when ("viết bài thu hoạch, gửi chi bộ trước ngày 15/02").
func (s *sentence) duties(i int) int {
	end := s.clause(i)
	for k := end; s.mark(k) == ',' && !s.other(k+1); {
		k = s.clause(k + 1)
		for n := end; n < k; n++ {
			if _, ok := s.is(n, actClass, "by-when"); ok {
				end = k
				break
			}
		}
	}
	return end
}

// other reports whether a duty of others begins at token k: "mỗi đảng viên …", "cấp ủy …".
func (s *sentence) other(k int) bool {
	switch s.lower(k) {
	case "mỗi", "từng", "mọi", "các":
		return true
	}
	return s.someone(k, k+1)
}

// listed reports whether what follows the comma before token k is part of a list of
// people: a noun that is counted stands there.
func (s *sentence) listed(k, to int) bool {
	_, ok := s.lex.longest(s.toks, k, setOf(subjectClass), s.plain)
	return ok && k > 1 && s.mark(k-1) == ',' && s.someone(max(0, k-4), k-1) && k < to
}

// someone reports whether tokens [i, j) name people or Party organisations.
func (s *sentence) someone(i, j int) bool {
	for ; i < j; i++ {
		if e, ok := s.lex.longest(s.toks, i, setOf(subjectClass), s.plain); ok && Kind(e.key) != Tasks {
			return true
		}
	}
	return false
}

// duty gives the token where the duty begins after the people named at i.
func (s *sentence) duty(i int) int {
	for k := i; k < len(s.toks) && k < i+40; k++ {
		if m := s.mark(k); m == ';' || m == ':' || m == '.' {
			return 0
		}
		if _, ok := s.is(k, actClass, "duty"); ok && k > i {
			return k
		}
		if e, ok := s.lex.longest(s.toks, k, setOf(subjectClass), s.plain); ok {
			k += e.n - 1
		}
	}
	return 0
}

// clause gives the end of the clause that holds token i: a comma before a small letter ends it.
func (s *sentence) clause(i int) int {
	for k := i; k < len(s.toks); k++ {
		switch s.mark(k) {
		case ';', '!':
			return k
		case '.':
			if k+1 == len(s.toks) || s.toks[k+1].space {
				return k
			}
		case ',':
			if k+1 < len(s.toks) && !s.toks[k+1].upper {
				return k
			}
		}
		if s.lower(k) == "và" && s.lower(k+1) == "yêu" {
			return k
		}
	}
	return len(s.toks)
}

func (r *reader) oblige(o Obligation) {
	if strings.ContainsAny(o.Who, "0123456789") {
		return
	}
	if r.people.last != "" && r.ctx.lines-r.people.when <= 2 {
		by := r.people.last
		o.SetBy = &by
	}
	r.facts.Obligations = append(r.facts.Obligations, o)
}
