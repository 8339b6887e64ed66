package report

import "strings"

// Tables with a column for each level: "Đơn vị | Tổng số đảng viên | HTXSNV | HTTNV | …", a row for each
// unit or population. Tables with a row for each level are read as sentences. A document's cells are
// parted by tabs, an empty one by two in a row; a cell that spans several columns is written once.

// grid is the head of a table that is being read.
type grid struct {
	columns []column
	total   int  // column of how many there are in all, -1
	noun    Span // what the figures count, where the head or the line above says it
	kind    Kind // of the noun
	open    bool // no row of figures was read: a second line of the head can follow
}

// column is what the head says of one column.
type column struct {
	level Level
	words Span // the level as written
	up    bool // "trở lên"
	share bool // figures are percents
}

// cell is a run of tokens, empty where from == to.
type cell struct{ from, to int }

// table reads the block as a line of a table with a column for each level, and reports whether it
// is one: then it is no sentence.
func (r *reader) table() bool {
	if len(r.toks) == 0 {
		return false // an empty row ends no table
	}
	if !r.tabbed() {
		if (r.grid != nil || r.plan != nil) && !r.partRow() {
			r.grid, r.plan = nil, nil
		}
		return false
	}
	s := &sentence{lex: r.lex, text: r.text, toks: r.toks, low: r.blankWords(len(r.toks)), begin: r.passed}
	cells := s.cells()
	switch g := s.tableHead(cells); {
	case g != nil:
		r.grid, r.plan, r.ctx.leadDone = g, nil, true
		if at := r.ctx.subject; g.kind == "" && r.ctx.kind != Tasks && at.End > 0 && int(r.toks[0].c0)-at.End < titleAbove {
			g.noun, g.kind = at, r.ctx.kind // "Kết quả xếp loại đảng viên năm 2023" above it
		}
	case r.grid == nil:
		return r.planLine(s, cells) || r.roll(s, cells)
	case r.grid.open && r.grid.divide(s, cells):
	default:
		r.row(s, cells)
	}
	return r.grid != nil
}

// titleAbove is how far above a table, in code points, its title can name what is counted.
const titleAbove = 120

// tabbed reports whether the block is one line with tabs between its words or before them.
func (r *reader) tabbed() bool {
	for i := range r.toks {
		t := &r.toks[i]
		if i > 0 && t.line {
			return false
		}
		if t.space && r.text[t.b0-1] == '\t' {
			return true
		}
	}
	return false
}

// cells cuts the line at its tabs.
func (s *sentence) cells() []cell {
	out := []cell{{}}
	before := strings.LastIndexByte(s.text[:s.toks[0].b0], '\n') + 1
	for i := range s.toks {
		for range strings.Count(s.text[before:s.toks[i].b0], "\t") {
			out = append(out, cell{i, i})
		}
		out[len(out)-1].to, before = i+1, int(s.toks[i].b1)
	}
	return out
}

// tableHead reads the line as the head of a table, nil if it has fewer than two columns of levels.
func (s *sentence) tableHead(cells []cell) *grid {
	g := &grid{total: -1, open: true}
	levels := 0
	for n, c := range cells {
		col, noun := column{}, phrase{}
		for i := c.from; i < c.to; i++ {
			if s.toks[i].kind == numberToken && !s.yearBefore(i-1) && s.lower(i-1) != "năm" {
				return nil
			}
			if e, ok := s.lex.longest(s.toks, i, setOf(levelClass), s.plain); ok && col.level == "" && (e.n > 1 || s.toks[i].caps) {
				col.level, col.words = Level(e.key), s.at(i, i+e.n)
				levels++
				i += e.n - 1
			} else if e, ok := s.lex.longest(s.toks, i, setOf(subjectClass), s.plain); ok && Kind(e.key) != Tasks && noun.to == 0 {
				noun = s.phrase(i, i+e.n)
				i += e.n - 1
			}
			_, up := s.is(i, comparatorClass, "up")
			col.up, col.share = col.up || up, col.share || s.mark(i) == '%'
			if g.total < 0 && s.two(i, "tổng", "số") {
				g.total = n
			}
		}
		if col.level == "" && n > 0 && g.columns[n-1].level != "" && s.rates(c) {
			col = g.columns[n-1] // "HTXSNV | Tỷ lệ %": the share of the level before
			col.share = true
		}
		g.columns = append(g.columns, col)
		if counts := n == g.total || col.level != "" || s.lower(c.from) == "số"; counts && noun.to > 0 && g.kind == "" {
			e, _ := s.lex.longest(s.toks, noun.from, setOf(subjectClass), s.plain)
			g.noun, g.kind = noun.at, Kind(e.key) // not that of the rows' names: "Chi bộ"
		}
	}
	if levels < 2 {
		return nil
	}
	return g
}

// rates reports whether the cell heads a column of percents.
func (s *sentence) rates(c cell) bool {
	if c.from == c.to {
		return false
	}
	w := s.lower(c.from)
	return s.mark(c.from) == '%' || w == "tl" || (w == "tỷ" || w == "tỉ") && s.lower(c.from+1) == "lệ"
}

// divide takes a second line of the head that parts the columns of levels into counts and percents
// ("| | | SL | % | SL | %"). It reports whether the line is one.
func (g *grid) divide(s *sentence, cells []cell) bool {
	var out []column
	k := 0
	for n, c := range cells {
		if c.from == c.to {
			if k < len(g.columns) && (len(out) == 0 || g.columns[k].level == "") {
				out = append(out, g.columns[k])
				k++
			}
			continue
		}
		for i := c.from; i < c.to; i++ {
			if s.toks[i].kind == numberToken {
				return false
			}
		}
		rate := s.rates(c)
		if !rate && k < len(g.columns) {
			out = append(out, g.columns[k])
			k++
			continue
		}
		if !rate || n == 0 || len(out) == 0 {
			return false
		}
		col := out[len(out)-1]
		col.share = true
		out = append(out, col)
	}
	if k < len(g.columns) {
		return false
	}
	g.columns, g.open = out, false
	return true
}
