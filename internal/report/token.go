package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	wordToken tokenKind = iota + 1
	numberToken
	markToken // punctuation and signs, one rune each
)

// token is one word, number or mark of the text. Offsets are bytes (b) and code points (c).
type token struct {
	b0, b1, c0, c1 int32
	word, plain    wordID   // 0 for a word outside the vocabulary
	starts         classSet // classes with a wording that may begin here
	kind           tokenKind
	r              rune // of a mark, with quotes and dashes made alike
	upper          bool // begins with a capital
	caps           bool // all capitals, two letters or more
	space          bool // blank before
	line           bool // first of its line
}

// scanner cuts text into tokens, a block of lines at a time.
type scanner struct {
	text string
	lex  *lexicon
	b, c int // place in text, bytes and code points
	fold, bare,
	join []byte
}

// maxLine bounds the tokens of one line, and with it the memory: a longer line is read in parts.
const maxLine = 20_000

// next appends the tokens of the next line to toks and reports whether there was a line.
func (s *scanner) next(toks []token) ([]token, bool) {
	if s.b >= len(s.text) {
		return toks, false
	}
	space, first := false, true
	for s.b < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.b:])
		if r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' {
			s.b, s.c = s.b+n, s.c+1
			return toks, true
		}
		if blank(r) || s.residue() > 0 {
			if k := s.residue(); k > 0 {
				n = k
				s.c += k - 1
			}
			s.b, s.c, space = s.b+n, s.c+1, true
			continue
		}
		t := token{b0: int32(s.b), c0: int32(s.c), space: space, line: first}
		switch {
		case '0' <= r && r <= '9':
			s.number(&t)
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			s.letters(&t)
		default:
			s.b, s.c = s.b+n, s.c+1
			t.kind, t.r = markToken, alike(r)
			t.word = s.lex.mark(t.r)
			t.plain = t.word
			t.starts = s.lex.startsOf(t.word, t.plain)
		}
		t.b1, t.c1 = int32(s.b), int32(s.c)
		if two, ok := s.halves(&t); ok {
			toks = append(toks, two[0])
			t = two[1]
		}
		toks = append(toks, t)
		space, first = false, false
		if len(toks) >= maxLine && (t.r == ';' || t.r == '.' || len(toks) >= 2*maxLine) {
			return toks, true
		}
	}
	return toks, true
}

// number takes digits with dots and commas between digits.
func (s *scanner) number(t *token) {
	t.kind = numberToken
	i := s.b
	for i < len(s.text) && (digit(s.text[i]) || (s.text[i] == '.' || s.text[i] == ',') && i+1 < len(s.text) && digit(s.text[i+1])) {
		i++
	}
	s.c += i - s.b
	s.b = i
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// letters takes one word. A capital after a small letter begins another word
// ("độngXuất"), a left-over of HTML inside a word is stepped over ("đá !important;nh").
func (s *scanner) letters(t *token) {
	t.kind = wordToken
	start := s.b
	s.run(t)
	s.fold, s.bare = s.name(s.text[start:s.b], t)
	if t.word != 0 && s.b < len(s.text) && s.text[s.b] != ' ' {
		return
	}
	k := s.residue()
	if k == 0 || s.b+k >= len(s.text) {
		return
	}
	if r, _ := utf8.DecodeRuneInString(s.text[s.b+k:]); !unicode.IsLower(r) {
		return
	}
	b, c, first := s.b, s.c, *t
	s.b, s.c = s.b+k, s.c+k
	tail := s.b
	s.run(t)
	s.join = append(append(s.join[:0], s.text[start:b]...), s.text[tail:s.b]...)
	s.fold, s.bare = s.name(string(s.join), t)
	if t.word == 0 {
		s.b, s.c, *t = b, c, first
	}
}

// halves parts two known words that were written without the blank between them.
func (s *scanner) halves(t *token) (two [2]token, ok bool) {
	if t.kind != wordToken || t.word != 0 || t.c1-t.c0 < 5 || t.c1-t.c0 > 14 || vowelRuns(s.bare) < 2 {
		return two, false
	}
	word := s.text[t.b0:t.b1]
	c := t.c0
	for i := range word {
		if i > 1 && i < len(word)-1 && c-t.c0 >= 2 && t.c1-c >= 2 {
			a, b := *t, *t
			a.b1, a.c1, b.b0, b.c0 = t.b0+int32(i), c, t.b0+int32(i), c
			b.space, b.line, b.upper = false, false, t.caps
			s.fold, s.bare = s.name(word[:i], &a)
			if a.word != 0 {
				s.fold, s.bare = s.name(word[i:], &b)
				if b.word != 0 && s.both(&a, &b) {
					return [2]token{a, b}, true
				}
			}
		}
		c++
	}
	return two, false
}

// vowelRuns counts the runs of vowels: one syllable has one.
func vowelRuns(bare []byte) int {
	n, in := 0, false
	for _, c := range bare {
		vowel := c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'
		if vowel && !in {
			n++
		}
		in = vowel
	}
	return n
}

// both reports whether the two words stand side by side in some wording.
func (s *scanner) both(a, b *token) bool { return s.lex.pairs[edge{uint32(a.word), b.word}] }

// run moves over the letters of one word.
func (s *scanner) run(t *token) {
	small, capitals, count := false, 0, 0
	for s.b < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.b:])
		mark := unicode.Is(unicode.Mn, r)
		if !mark && !unicode.IsLetter(r) && !hidden(r) {
			break
		}
		up := unicode.IsUpper(r)
		if up && small {
			break
		}
		if !mark && !hidden(r) {
			if count == 0 {
				t.upper = up
			}
			if up {
				capitals++
			}
			small = !up
			count++
		}
		s.b, s.c = s.b+n, s.c+1
	}
	t.caps = count > 1 && capitals == count
}

// name looks the word up as spelled and without marks.
func (s *scanner) name(word string, t *token) ([]byte, []byte) {
	fold := s.lex.appendSpelled(s.fold[:0], word)
	bare := s.bare[:0]
	if t.word = s.lex.words[string(fold)]; t.word != 0 {
		t.plain = s.lex.plainOf[t.word]
	} else {
		bare = s.lex.appendPlain(bare, fold)
		t.plain = s.lex.plains[string(bare)]
	}
	t.starts = s.lex.startsOf(t.word, t.plain)
	return fold, bare
}

var htmlResidues = [...]string{"!important;", "&nbsp;", "nbsp;"}

// residue gives the length of a left-over of a style sheet at the place, with the blanks before it.
func (s *scanner) residue() int {
	i := s.b
	for i < len(s.text) && s.text[i] == ' ' && i-s.b < 4 {
		i++
	}
	for _, r := range htmlResidues {
		if i < len(s.text) && s.text[i] == r[0] && strings.HasPrefix(s.text[i:], r) {
			return i + len(r) - s.b
		}
	}
	return 0
}

func blank(r rune) bool { return unicode.IsSpace(r) || hidden(r) || r == '\ufffd' }

// hidden reports whether r takes no place on paper.
func hidden(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff':
		return true
	}
	return false
}

// alike makes one sign of the many forms of quotes and dashes.
func alike(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″', '\'', '‘', '’', '`', '´', '′':
		return '"'
	case '–', '—', '−', '‐', '‑', '‒', '―', '\uf02d':
		return '-'
	case '•', '●', '▪', '■', '◦', '○', '∙', '·', '\uf0b7', '\uf0a7', '\uf0d8', '➢', '►', '✓', '✔', '★', '☆', '❖', '◆':
		return '*'
	case '…':
		return '.'
	case '％':
		return '%'
	case '：':
		return ':'
	case '；':
		return ';'
	}
	return r
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

func upper(r rune) bool { return unicode.IsUpper(r) }
