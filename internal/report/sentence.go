package report

import "hamrong/internal/viet"

// sentence is a run of tokens between full stops or lines. The slice belongs to the block;
// places are places in toks.
type sentence struct {
	lex   *lexicon
	text  string
	toks  []token
	low   []string // spelled words outside the vocabulary, made when asked for
	plain bool     // the line is written without any tone mark
	first bool     // first sentence of its line
	last  bool     // last sentence of its line
	item  bool     // a list item: begins with a bullet or number
	colon bool     // ends with a colon
	head  bool     // a line of its own without an end mark: a heading
	when  []moment // times named in it
	begin int      // tokens of the text before it
}

// stretch is where a statement stands, in tokens of the text, which composed and decomposed
// letters leave the same: end exclusive.
type stretch struct{ from, to int }

// stretch gives the place of tokens [i, j) of the sentence in the text.
func (s *sentence) stretch(i, j int) stretch { return stretch{s.begin + i, s.begin + j} }

// span gives the text of tokens [i, j).
func (s *sentence) span(i, j int) string {
	if i >= j || i < 0 || j > len(s.toks) {
		return ""
	}
	return s.text[s.toks[i].b0:s.toks[j-1].b1]
}

// at gives the place of tokens [i, j) in the text.
func (s *sentence) at(i, j int) Span {
	if i >= j || i < 0 || j > len(s.toks) {
		return Span{}
	}
	return Span{int(s.toks[i].c0), int(s.toks[j-1].c1), s.span(i, j)}
}

func (s *sentence) str(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.text[s.toks[i].b0:s.toks[i].b1]
}

// lower gives token i as viet.Spell writes it, "" outside the sentence.
func (s *sentence) lower(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	t := &s.toks[i]
	if t.word != 0 {
		return s.lex.names[t.word]
	}
	if t.kind != wordToken {
		return s.text[t.b0:t.b1]
	}
	if s.low[i] == "" {
		s.low[i] = viet.Spell(s.str(i))
	}
	return s.low[i]
}

// mark gives the sign at i, 0 when there is none.
func (s *sentence) mark(i int) rune {
	if i < 0 || i >= len(s.toks) {
		return 0
	}
	return s.toks[i].r
}

// is reports whether a wording of class c and section key begins at i, and its length.
func (s *sentence) is(i int, c class, key string) (int, bool) {
	if i < 0 || i >= len(s.toks) {
		return 0, false
	}
	e, ok := s.lex.longest(s.toks, i, setOf(c), s.plain)
	want := s.lex.sections[c][key]
	if c == markClass {
		want = keyBits[key]
	}
	if !ok || e.bits&want == 0 {
		return 0, false
	}
	return e.n, true
}

// closing moves j over a quote that closes at j.
func (s *sentence) closing(j int) int {
	if s.mark(j) == '"' && !s.toks[j].space {
		return j + 1
	}
	return j
}

// trim drops blanks signs at both ends of tokens [i, j): commas, colons, dashes, bullets, full stops.
func (s *sentence) trim(i, j int) (int, int) {
	for i < j && loose(s.mark(i)) {
		i++
	}
	for j > i && loose(s.mark(j-1)) {
		j--
	}
	return i, j
}

// loose reports whether the sign at an end belongs to no phrase.
func loose(r rune) bool {
	switch r {
	case ',', ';', ':', '-', '*', '+', '.', '/', '=', '>':
		return true
	}
	return false
}

// maxSentence bounds the tokens of one sentence, and with it the work that looks back and ahead in it.
const maxSentence = 800

// split cuts the tokens of a block into sentences.
func (r *reader) split(toks []token) []sentence {
	out := r.sentences[:0]
	start := 0
	flush := func(end int, last bool) {
		if end > start {
			s := sentence{lex: r.lex, text: r.text, toks: toks[start:end:end], first: start == 0, last: last, begin: r.passed + start}
			s.shape()
			out = append(out, s)
		}
		start = end
	}
	for i := range toks {
		if stop(r.text, toks, i) || i-start >= maxSentence && (toks[i].r == ';' || toks[i].r == ',' || i-start >= 2*maxSentence) {
			flush(i+1, i+1 == len(toks))
		}
	}
	flush(len(toks), true)
	r.sentences = out
	return out
}

// stop reports whether the mark at i ends a sentence.
func stop(text string, toks []token, i int) bool {
	switch toks[i].r {
	case '!', '?':
		return true
	case '.':
	default:
		return false
	}
	if i+1 == len(toks) {
		return true
	}
	if i == 0 {
		return false
	}
	next, prev := toks[i+1], toks[i-1]
	if i == 1 && (prev.kind == numberToken && ordinal(prev) || prev.kind == wordToken && prev.upper && prev.c1-prev.c0 <= 4 && prev.caps) {
		return false // "2. Nhiệm vụ", "II. Kết quả"
	}
	if next.r == '/' || next.r == '.' || next.r == ',' || next.r == ';' || next.r == ')' {
		return false
	}
	if prev.kind == wordToken && prev.caps && !next.space {
		return false // T.Ư, TP.HCM
	}
	if prev.kind == wordToken && prev.c1-prev.c0 <= 2 && prev.upper && next.upper && !toks[i].space {
		return false // TP. Huế, P. Trần Phú
	}
	if prev.kind == numberToken && !next.space {
		return false
	}
	return next.space || next.upper || next.kind != wordToken
}

// shape notes what kind of line the sentence stands in.
func (s *sentence) shape() {
	s.plain = s.toneless()
	if s.first {
		s.item = s.bullet() > 0
	}
	last := s.mark(len(s.toks) - 1)
	s.colon = last == ':'
	s.head = s.first && s.last && last != '.' && last != ';' && last != ','
}

// ordinal reports whether t is the number of a section: "3", "12", "2.1", "2.1.3".
func ordinal(t token) bool {
	n := t.c1 - t.c0
	return n <= 2 || t.line && (n == 3 || n == 5)
}

// bullet gives the length of a list mark at the beginning: "- ", "+ ", "1. ", "a) ", "I. ", "(1) ".
func (s *sentence) bullet() int {
	switch s.mark(0) {
	case '-', '+', '*', '>':
		return 1
	case '(':
		if len(s.toks) > 3 && s.mark(2) == ')' && (s.toks[1].kind == numberToken && ordinal(s.toks[1]) || s.toks[1].kind == wordToken && s.toks[1].c1-s.toks[1].c0 == 1) {
			return 3
		}
	}
	if len(s.toks) < 2 || s.toks[0].c1-s.toks[0].c0 > 5 {
		return 0
	}
	if m := s.mark(1); (m == ')' || m == '.' || m == '/' && s.toks[0].kind == wordToken && len(s.toks) > 2 && s.toks[2].space) && !s.toks[1].space {
		if s.toks[0].kind == numberToken && ordinal(s.toks[0]) {
			return 2
		}
		if s.toks[0].kind == wordToken && (s.toks[0].caps || s.toks[0].c1-s.toks[0].c0 == 1) {
			return 2
		}
	}
	return 0
}

// toneless reports whether the sentence has many letters and not one with a mark.
func (s *sentence) toneless() bool {
	letters := 0
	for i := range s.toks {
		t := &s.toks[i]
		if t.kind != wordToken {
			continue
		}
		letters += int(t.c1 - t.c0)
		if t.b1-t.b0 != t.c1-t.c0 {
			return false
		}
	}
	return letters > 12
}
