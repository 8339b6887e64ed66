package report

import (
	"bufio"
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"hamrong/internal/viet"
)

//go:embed vocabulary/*.txt
var vocabulary embed.FS

type wordID uint32

// class is what a wording is good for; each is one file of vocabulary/.
type class uint8

const (
	levelClass class = iota + 1
	subjectClass
	comparatorClass
	markClass
	numberClass
	timeClass
	titleClass
	positionClass
	actClass
	organisationClass
	documentClass
	lookalikeClass
	classes
)

var classFiles = map[string]class{
	"levels": levelClass, "subjects": subjectClass, "comparators": comparatorClass, "marks": markClass,
	"numbers": numberClass, "times": timeClass, "titles": titleClass, "positions": positionClass,
	"acts": actClass, "organisations": organisationClass, "documents": documentClass, "lookalikes": lookalikeClass,
}

type classSet uint16

func setOf(cs ...class) classSet {
	var s classSet
	for _, c := range cs {
		s |= 1 << c
	}
	return s
}

func (s classSet) has(c class) bool { return s&(1<<c) != 0 }

// forgiving are the classes found without tone marks too: long wordings that nothing else resembles.
var forgiving = setOf(levelClass, titleClass)

// entry is one wording: its class, the section of the file it stands in, its length in tokens.
type entry struct {
	class class
	key   string
	bits  keySet // all sections of the file that hold it
	n     int
}

type edge struct {
	node uint32
	word wordID
}

// trie holds wordings by their words.
type trie struct {
	next   map[edge]uint32
	ends   map[uint32][]entry
	starts []classSet // by word: the classes with a wording that begins with it
}

// lexicon is the vocabulary, made once and then only read.
type lexicon struct {
	words, plains map[string]wordID
	marks         map[rune]wordID
	exact, bare   trie
	sections      [classes]map[string]keySet
	pairs         map[edge]bool // words that stand side by side in a wording
}

var lexiconOnce = sync.OnceValue(loadLexicon)

func loadLexicon() *lexicon {
	l := &lexicon{words: map[string]wordID{}, plains: map[string]wordID{}, marks: map[rune]wordID{}, pairs: map[edge]bool{}}
	for _, t := range []*trie{&l.exact, &l.bare} {
		*t = trie{next: map[edge]uint32{}, ends: map[uint32][]entry{}}
	}
	names, err := fs.Glob(vocabulary, "vocabulary/*.txt")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		l.load(name)
	}
	return l
}

// load reads one file of the vocabulary: [sections] of wordings, one a line. The files are
// part of the program, so a bad line is a programmer's error.
func (l *lexicon) load(name string) {
	data, err := vocabulary.ReadFile(name)
	if err != nil {
		panic(err)
	}
	c, ok := classFiles[strings.TrimSuffix(strings.TrimPrefix(name, "vocabulary/"), ".txt")]
	if !ok {
		panic("no class for " + name)
	}
	key := ""
	lines := bufio.NewScanner(strings.NewReader(string(data)))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && line[len(line)-1] == ']':
			key = line[1 : len(line)-1]
		case key == "":
			panic(fmt.Sprintf("%s:%d: wording before the first section", name, n))
		default:
			l.add(line, c, key)
		}
	}
}

func (l *lexicon) add(wording string, c class, key string) {
	l.learn(wording)
	s := scanner{text: wording, lex: l}
	toks, _ := s.next(nil)
	exact, bare := make([]wordID, len(toks)), make([]wordID, len(toks))
	for i, t := range toks {
		exact[i], bare[i] = t.word, t.plain
		if t.word == 0 {
			panic(fmt.Sprintf("wording %q cannot be looked up", wording))
		}
	}
	e := entry{c, key, l.bitOf(c, key), len(toks)}
	for i := 1; i < len(exact); i++ {
		l.pairs[edge{uint32(exact[i-1]), exact[i]}] = true
	}
	l.exact.put(exact, e)
	l.bare.put(bare, e)
}

// learn gives each word and mark of the wording a number.
func (l *lexicon) learn(wording string) {
	word := []rune{}
	flush := func() {
		if len(word) == 0 {
			return
		}
		fold := viet.AppendSpelled(nil, string(word))
		bare := viet.AppendPlain(nil, fold)
		if l.words[string(fold)] == 0 {
			l.words[string(fold)] = wordID(len(l.words) + len(l.marks) + 1)
		}
		if l.plains[string(bare)] == 0 {
			l.plains[string(bare)] = wordID(len(l.plains) + 100_000)
		}
		word = word[:0]
	}
	small := false
	for _, r := range wording {
		if letter(r) {
			if upper(r) && small {
				flush()
			}
			small = !upper(r)
			word = append(word, r)
			continue
		}
		flush()
		small = false
		if r = alike(r); !blank(r) && (r < '0' || r > '9') && l.marks[r] == 0 {
			l.marks[r] = wordID(len(l.words) + len(l.marks) + 1)
		}
	}
	flush()
}

func (l *lexicon) mark(r rune) wordID                        { return l.marks[r] }
func (l *lexicon) appendSpelled(dst []byte, w string) []byte { return viet.AppendSpelled(dst, w) }
func (l *lexicon) appendPlain(dst, spelled []byte) []byte    { return viet.AppendPlain(dst, spelled) }

func (t *trie) put(words []wordID, e entry) {
	var node uint32
	for _, w := range words {
		next, ok := t.next[edge{node, w}]
		if !ok {
			next = uint32(len(t.next) + 1)
			t.next[edge{node, w}] = next
		}
		node = next
	}
	known := false
	for i := range t.ends[node] {
		if t.ends[node][i].class == e.class {
			t.ends[node][i].bits |= e.bits
			known = true
		}
	}
	if !known {
		t.ends[node] = append(t.ends[node], e)
	}
	first := int(words[0])
	for first >= len(t.starts) {
		t.starts = append(t.starts, make([]classSet, 256)...)
	}
	t.starts[first] |= 1 << e.class
}

// longest gives the longest wording of the wanted classes at place i of toks; of two as
// long the class that comes first. ok is false when there is none.
func (l *lexicon) longest(toks []token, i int, wanted classSet, plain bool) (entry, bool) {
	best := entry{}
	l.exact.walk(toks, i, wanted, false, &best)
	if soft := wanted & forgiving; plain {
		l.bare.walk(toks, i, wanted, true, &best)
	} else if soft != 0 {
		l.bare.walk(toks, i, soft, true, &best)
	}
	return best, best.n > 0
}

func (t *trie) walk(toks []token, i int, wanted classSet, plain bool, best *entry) {
	var node uint32
	for k := i; k < len(toks); k++ {
		w := toks[k].word
		if plain {
			w = toks[k].plain
		}
		if w == 0 || k == i && (int(w) >= len(t.starts) || t.starts[w]&wanted == 0) {
			return
		}
		next, ok := t.next[edge{node, w}]
		if !ok {
			return
		}
		node = next
		for _, e := range t.ends[node] {
			if wanted.has(e.class) && (e.n > best.n || e.n == best.n && e.class < best.class) {
				*best = e
			}
		}
	}
}
