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

// lexicon is the vocabulary, made once and then only read.
type lexicon struct {
	words, plains map[string]wordID
	plainOf       []wordID // by word: the number of its form without marks
	marks         map[rune]wordID
	names         []string // words and signs as spelled, by number
	exact, bare   trie
	sections      [classes]map[string]keySet
	roleBits      keySet        // sections of acts.txt that say what a person does
	stopBits      keySet        // and those before a name: all end a post
	pairs         map[edge]bool // words that stand side by side in a wording
}

var lexiconOnce = sync.OnceValue(loadLexicon)

func loadLexicon() *lexicon {
	l := &lexicon{words: map[string]wordID{}, plains: map[string]wordID{}, marks: map[rune]wordID{}, pairs: map[edge]bool{}}
	l.exact, l.bare = newTrie(), newTrie()
	names, err := fs.Glob(vocabulary, "vocabulary/*.txt")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		l.load(name)
	}
	l.exact.freeze()
	l.bare.freeze()
	l.roleBits = l.sectionsOf(actClass, roleOrder...)
	l.stopBits = l.roleBits | l.sectionsOf(actClass, "person", "persons")
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
			l.words[string(fold)] = l.number(string(fold))
		}
		if l.plains[string(bare)] == 0 {
			l.plains[string(bare)] = wordID(len(l.plains) + 100_000)
		}
		w := l.words[string(fold)]
		for int(w) >= len(l.plainOf) {
			l.plainOf = append(l.plainOf, 0)
		}
		l.plainOf[w] = l.plains[string(bare)]
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
			l.marks[r] = l.number(string(r))
		}
	}
	flush()
}

// number gives a word or sign its number.
func (l *lexicon) number(spelled string) wordID {
	if len(l.names) == 0 {
		l.names = append(l.names, "") // 0 is no word
	}
	l.names = append(l.names, spelled)
	return wordID(len(l.names) - 1)
}

func (l *lexicon) mark(r rune) wordID                        { return l.marks[r] }
func (l *lexicon) appendSpelled(dst []byte, w string) []byte { return viet.AppendSpelled(dst, w) }
func (l *lexicon) appendPlain(dst, spelled []byte) []byte    { return viet.AppendPlain(dst, spelled) }

// longest gives the longest wording of the wanted classes at place i of toks; of two as
// long the class that comes first. ok is false when there is none.
func (l *lexicon) longest(toks []token, i int, wanted classSet, plain bool) (entry, bool) {
	best := entry{}
	if i >= len(toks) || !plain && toks[i].starts&wanted == 0 {
		return best, false
	}
	l.exact.walk(toks[i:], wanted, false, &best)
	if soft := wanted & forgiving; plain {
		l.bare.walk(toks[i:], wanted, true, &best)
	} else if soft != 0 {
		l.bare.walk(toks[i:], soft, true, &best)
	}
	return best, best.n > 0
}

// startsOf gives the classes that have a wording beginning with the word, those found
// without marks included.
func (l *lexicon) startsOf(word, plain wordID) classSet {
	var s classSet
	if word != 0 && int(word) < len(l.exact.starts) {
		s = l.exact.starts[word]
	}
	if plain != 0 && int(plain) < len(l.bare.starts) {
		s |= l.bare.starts[plain] & forgiving
	}
	return s
}
