package report

// line is one line of the end of the text.
type line struct {
	at     Span
	caps   bool // all its words in capitals
	org    bool // begins as the name of an organisation
	tokens int
	ended  bool // with a full stop
	byline bool
}

// maxTail is how many last lines are kept to find who signs.
const maxTail = 3

// caption keeps the captions of pictures and the last lines of the text.
func (r *reader) caption(s *sentence) {
	if s.first {
		r.tailLine(s)
	} else if n := len(r.foot); n > 0 {
		r.foot[n-1].at.End = s.at(0, len(s.toks)).End
		r.foot[n-1].tokens += len(s.toks)
		r.foot[n-1].ended = true
	}
	if r.ctx.captions && s.first && !s.byline() && !s.allCaps() && len(s.toks) >= 4 {
		at := s.at(0, len(s.toks))
		r.facts.Captions = append(r.facts.Captions, Caption{Text: at.Text, Source: at})
		return
	}
	if s.first && s.last && len(s.toks) < 20 && s.pictures() {
		r.ctx.captions = true
	} else if r.ctx.captions && s.allCaps() {
		r.ctx.captions = false
	}
}

// pictures reports whether the line announces pictures: "Một số hình ảnh tại Hội nghị".
func (s *sentence) pictures() bool {
	for i := 0; i+1 < len(s.toks) && i < 8; i++ {
		if s.lower(i) == "hình" && s.lower(i+1) == "ảnh" {
			return true
		}
	}
	return false
}

// byline reports whether the line names a writer or photographer.
func (s *sentence) byline() bool {
	switch s.lower(0) {
	case "tin", "bài", "ảnh", "nguồn", "tác", "người", "ctv", "pv", "biên", "theo":
		for i := 1; i < len(s.toks) && i < 5; i++ {
			if s.mark(i) == ':' {
				return true
			}
		}
	}
	return false
}

func (s *sentence) allCaps() bool {
	words := 0
	for i := range s.toks {
		if t := &s.toks[i]; t.kind == wordToken {
			words++
			if !t.caps && !(t.upper && t.c1-t.c0 == 1) {
				return false
			}
		}
	}
	return words > 1
}

// tailLine remembers the line that s begins.
func (r *reader) tailLine(s *sentence) {
	if len(s.toks) == 0 {
		return
	}
	l := line{at: s.at(0, len(s.toks)), caps: s.allCaps(), tokens: len(s.toks), byline: s.byline()}
	m := s.mark(len(s.toks) - 1)
	l.ended = m == '.' || m == ';' || m == ':' || m == ','
	_, l.org = s.lex.longest(s.toks, 0, setOf(organisationClass), s.plain)
	if len(r.foot) == maxTail {
		copy(r.foot, r.foot[1:])
		r.foot = r.foot[:maxTail-1]
	}
	r.foot = append(r.foot, l)
}

// publisher takes the last line as the unit that signs when it reads like one.
func (r *reader) publisher() {
	for i := len(r.foot) - 1; i >= 0; i-- {
		l := r.foot[i]
		if l.byline {
			continue
		}
		if r.ctx.lines > 2 && !l.ended && l.tokens >= 2 && l.tokens <= 14 && (l.caps || l.org) && (l.caps || l.org && l.tokens <= 10) {
			r.facts.Publisher = &Publisher{Name: l.at.Text, Source: l.at}
			r.organisation(l.at.Text, "author unit", l.at)
		}
		return
	}
}
