package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// reader goes through one text, block by block, and keeps what later blocks need.
type reader struct {
	lex         *lexicon
	text        string
	scan        scanner
	grid        *grid // head of the table that is being read, nil outside
	plan        *plan // head of the table of targets that is being read, nil outside
	toks        []token
	passed      int // tokens of the blocks before
	sentences   []sentence
	low         []string
	elems       elements
	times       times
	asm         assembler
	aims        aimer
	ctx         context
	facts       *Facts
	people      people
	names       organisations
	acted       map[string]bool // acts at conferences already told
	foot        []line          // last lines of the text, for who signs
	adopted     map[string]int  // resolutions already found
	current     int             // resolution that is told of, -1
	currentAt   int             // and its line
	owners      []owner         // documents that the sentence tells of
	mentioned   Resolution      // the last one named before any was told of
	mentionedAt int             // and its line
	loose       []unclaimed     // figures met, for those of which nothing comes
}

// AsRead gives the text that offsets count in: without a byte order mark at the
// beginning, every line end one newline.
func AsRead(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.ContainsRune(text, '\r') {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return text
}

// Read finds the facts of text, with offsets into AsRead(text). It never fails: a text of
// another genre has few or no facts. Invalid UTF-8 counts as one code point a byte.
func Read(text string) *Facts {
	text = AsRead(text)
	r := &reader{lex: lexiconOnce(), text: text, facts: newFacts(), current: -1}
	r.scan = scanner{text: text, lex: r.lex}
	r.toks = make([]token, 0, min(maxBlock, len(text)/4+16))
	r.sentences = make([]sentence, 0, 16)
	r.elems.list, r.elems.figures = make([]elem, 0, 256), make([]figure, 0, 16)
	for r.block() {
		row := r.table()
		for i := range r.split(r.toks) {
			if row {
				r.named(&r.sentences[i])
				continue
			}
			r.sentence(&r.sentences[i])
		}
		r.passed += len(r.toks)
		r.ctx.lineDone(r)
	}
	r.finish()
	return r.facts
}

func newFacts() *Facts {
	return &Facts{
		OffsetUnit:     OffsetUnit,
		Classification: []Classification{},
		Targets:        []Target{},
		Titles:         []Title{},
		Resolution:     Resolutions{Resolutions: []Resolution{}},
		People:         []Person{},
		Organisations:  []Organisation{},
		Documents:      []Document{},
		Events:         []Event{},
		Presented:      []Presented{},
		Obligations:    []Obligation{},
		Captions:       []Caption{},
		Checks:         []Check{},
		Unread:         []Span{},
	}
}

// block reads the tokens of the next paragraph: a line, with the lines after it that go
// on in small letters while no mark ended the one before.
func (r *reader) block() bool {
	r.toks = r.toks[:0]
	more := false
	for {
		n := len(r.toks)
		var ok bool
		r.toks, ok = r.scan.next(r.toks)
		if !ok {
			return more
		}
		more = true
		if len(r.toks) == n || len(r.toks) > maxBlock || !r.goesOn() {
			return true
		}
	}
}

// maxBlock bounds how many tokens of wrapped lines are taken as one paragraph.
const maxBlock = 4000

// goesOn reports whether the next line continues the paragraph.
func (r *reader) goesOn() bool {
	last := r.toks[len(r.toks)-1]
	switch last.r {
	case '.', ':', ';', '!', '?':
		return false
	}
	if r.tabbed() {
		return false
	}
	i := r.scan.b
	for i < len(r.text) {
		c, n := utf8.DecodeRuneInString(r.text[i:])
		if c == '\n' || c == '\r' || !blank(c) {
			return unicode.IsLower(c)
		}
		i += n
	}
	return false
}

// sentence runs the recognisers over one sentence.
func (r *reader) sentence(s *sentence) {
	s.low = r.blankWords(len(s.toks))
	s.when = s.moments(r.times.moments[:0])
	r.elems.cut(s)
	start := r.ctx.enter(s, r)
	r.times.read(s, start, r.ctx.listing)
	r.ctx.note(s, &r.times)
	r.events(s)
	r.organisationsIn(s)
	r.documents(s)
	r.classify(s)
	r.totals(s)
	r.target(s)
	r.titles(s)
	r.resolutions(s)
	r.persons(s)
	r.obligations(s)
	r.caption(s)
	r.keepFigures(s)
	r.ctx.leave(s, r)
}

// named takes from a line of a table that was read as one the names and the figures of which
// nothing came.
func (r *reader) named(s *sentence) {
	s.low = r.blankWords(len(s.toks))
	s.when = s.moments(r.times.moments[:0])
	r.elems.cut(s)
	r.organisationsIn(s)
	r.keepFigures(s)
}

// blankWords gives n empty words, in memory that the sentence before has done with.
func (r *reader) blankWords(n int) []string {
	if cap(r.low) < n {
		r.low = make([]string, n)
	}
	low := r.low[:n]
	clear(low)
	return low
}

// finish closes what the end of the text decides.
func (r *reader) finish() {
	r.facts.OffsetUnit = OffsetUnit
	r.facts.Chars = r.scan.c
	r.publisher()
	r.peopleDone()
	r.repeats()
	r.facts.check()
	r.facts.Unread = r.unread()
}
