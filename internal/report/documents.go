package report

// documents adds the numbered documents that s cites: "Hướng dẫn số 12-HD/ĐU, ngày …".
func (r *reader) documents(s *sentence) {
	for i := 0; i < len(s.toks); i++ {
		if s.toks[i].kind != numberToken {
			continue
		}
		end, ok := s.numberEnd(i)
		if !ok {
			continue
		}
		from, kind := s.documentKind(i)
		d := Document{Number: s.span(i, end), Kind: kind, Source: s.at(from, end)}
		if date, to := s.dateAfter(end); date != "" {
			d.Date = &date
			d.Source = s.at(from, to)
		}
		if !r.cited(d) {
			r.facts.Documents = append(r.facts.Documents, d)
		}
		i = end - 1
	}
}

func (r *reader) cited(d Document) bool {
	for n, have := range r.facts.Documents {
		if have.Number == d.Number && have.Kind == d.Kind {
			return true
		}
		if n > 200 {
			break
		}
	}
	return false
}

// numberEnd gives the end of a document's number that begins at i: "12-HD/HU",
// "88/QĐ-ĐUK", "18,19-NQ/TW", "05 - CT/TW".
func (s *sentence) numberEnd(i int) (int, bool) {
	k := i + 1
	if m := s.mark(k); m != '-' && m != '/' {
		return 0, false
	}
	if k+1 >= len(s.toks) || !s.toks[k+1].caps && s.str(k+1) != "QĐ" {
		if s.mark(k) != '/' || k+1 >= len(s.toks) || s.toks[k+1].kind != numberToken || s.mark(k+2) != '/' || k+3 >= len(s.toks) || !s.toks[k+3].caps {
			return 0, false
		}
	}
	slash := s.mark(k) == '/'
	for k < len(s.toks) {
		m := s.mark(k)
		if m != '-' && m != '/' || k+1 >= len(s.toks) {
			break
		}
		next := s.toks[k+1]
		if next.kind == markToken || next.kind == wordToken && !next.upper {
			break
		}
		slash = slash || m == '/'
		k += 2
	}
	return k, slash
}

// documentKind gives the kind named before the number at i, and where the citation begins.
func (s *sentence) documentKind(i int) (int, string) {
	from := i
	if s.lower(from-1) == "số" {
		from--
	}
	for n := 3; n > 0; n-- {
		k := from - n
		if k < 0 {
			continue
		}
		if length, ok := s.is(k, documentClass, "kind"); ok && length == n {
			return k, s.span(k, from)
		}
	}
	return from, ""
}

// dateAfter gives the date right after token i and its end: ", ngày 3-11-2017".
func (s *sentence) dateAfter(i int) (string, int) {
	if s.mark(i) == ',' {
		i++
	}
	if s.lower(i) != "ngày" {
		return "", 0
	}
	k := i + 1
	for k < len(s.toks) && k < i+7 && (s.toks[k].kind == numberToken || s.mark(k) == '/' || s.mark(k) == '-' || s.mark(k) == '.' ||
		s.lower(k) == "tháng" || s.lower(k) == "năm") {
		k++
	}
	for k > i+1 && s.toks[k-1].kind != numberToken {
		k--
	}
	if k <= i+1 {
		return "", 0
	}
	return s.span(i+1, k), k
}
