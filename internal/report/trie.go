package report

// edge leads from a node of a trie over a word.
type edge struct {
	node uint32
	word wordID
}

// trie holds wordings by their words. It is built with a map and then frozen into a
// table that is searched without one.
type trie struct {
	next   map[edge]uint32
	ends   [][]entry  // by node
	starts []classSet // by word: the classes with a wording that begins with it
	table  []slot     // frozen edges, open addressing
}

type slot struct {
	edge
	next uint32 // 0 for an empty slot
}

func newTrie() trie { return trie{next: map[edge]uint32{}, ends: make([][]entry, 1)} }

func (t *trie) put(words []wordID, e entry) {
	var node uint32
	for _, w := range words {
		next, ok := t.next[edge{node, w}]
		if !ok {
			next = uint32(len(t.ends))
			t.ends = append(t.ends, nil)
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

// freeze makes the table.
func (t *trie) freeze() {
	size := 64
	for size < 3*len(t.next) {
		size *= 2
	}
	t.table = make([]slot, size)
	for e, next := range t.next {
		i := t.hash(e)
		for t.table[i].next != 0 {
			i = (i + 1) & uint32(size-1)
		}
		t.table[i] = slot{e, next}
	}
}

func (t *trie) hash(e edge) uint32 {
	h := e.node*0x9E3779B1 ^ uint32(e.word)*0x85EBCA6B
	return (h ^ h>>15) & uint32(len(t.table)-1)
}

// follow gives the node that the word leads to from node, 0 if none.
func (t *trie) follow(node uint32, word wordID) uint32 {
	e := edge{node, word}
	for i := t.hash(e); ; i = (i + 1) & uint32(len(t.table)-1) {
		s := &t.table[i]
		if s.next == 0 || s.edge == e {
			return s.next
		}
	}
}

func (t *trie) walk(toks []token, wanted classSet, plain bool, best *entry) {
	var node uint32
	for k := range toks {
		w := toks[k].word
		if plain {
			w = toks[k].plain
		}
		if w == 0 || k == 0 && (int(w) >= len(t.starts) || t.starts[w]&wanted == 0) {
			return
		}
		if node = t.follow(node, w); node == 0 {
			return
		}
		for _, e := range t.ends[node] {
			if wanted.has(e.class) && (e.n > best.n || e.n == best.n && e.class < best.class) {
				*best = e
			}
		}
	}
}
