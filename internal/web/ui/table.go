package ui

import (
	"context"
	"io"
	"sync"

	"github.com/a-h/templ"
)

// Table is the one table of the program: real rows and heads, numbers at the right, the sum line
// with its proof, charts in the row. It is a component: @ui.Table{…}.
type Table struct {
	ID        string // anchor, and the start of the rows' anchors
	Number    int    // "Biểu 3."; 0 for a table without a number
	Caption   string // "6 chỉ tiêu bằng số"
	Hidden    bool   // the caption is for screen readers only, where the heading above says it
	Note      string // below the table: what abbreviations and marks mean
	Legend    []Legend
	Columns   []Column
	Rows      []Row
	Layout    Layout
	Numbered  bool   // a first column "TT" that counts the plain rows
	PhoneRows int    // a narrow screen shows so many plain rows first; 0 shows all
	Noun      string // what the rows are, for "Xem cả 18 chi bộ"
	Empty     string // said in the body when there are no rows
}

// Layout is what becomes of a table on a narrow screen. None of them scrolls sideways.
type Layout uint8

// The layouts.
const (
	StaysTable Layout = iota // columns marked PhoneHidden go, the rest fits
	DropsChart               // the chart drops under its row, with last year at its end (Biểu 1, 2)
	Blocks                   // each row becomes a block (Biểu 3)
)

// Legend is one sign of a drawing with its meaning.
type Legend struct {
	Sign  Sign
	Label string
}

// Sign is a sample of what a drawing shows.
type Sign string

// The signs.
const (
	SignThis    Sign = "this"    // this year's bar
	SignLast    Sign = "last"    // last year's bar
	SignZone    Sign = "zone"    // where a target is met
	SignMissing Sign = "missing" // what is still missing
)

// Column is one column: its head, and how its cells stand.
type Column struct {
	Head   string
	Group  string   // head above; neighbours with the same group share it
	Unit   string   // unit of the numbers, small in the head: "người", "%"
	Legend []Legend // stands in place of a head, for a column of drawings
	Kind   CellKind // what the cells are
	Last   bool     // last year's: grey
	Strong bool     // bold cells
	Place  Place    // where it stands on a narrow screen
	Label  string   // word before the value on a narrow screen; "" takes Head
	Before string   // narrow screen only, before the value: "2014: "
	After  string   // narrow screen only, after the value: ")"
	Screen bool     // not printed
	Width  Width    // share of the width; zero lets the browser decide
}

// CellKind is the kind of a column's cells.
type CellKind uint8

// The kinds of column.
const (
	Words   CellKind = iota // text, at the left
	Numbers                 // figures, at the right, in the figures face
	Drawing                 // a chart
	Signs                   // an icon or a tick, in the middle
)

// Place is where a cell stands on a narrow screen.
type Place uint8

// The places. In Blocks they are the places of the block; in the other layouts only PhoneHidden
// and, in DropsChart, PlaceEnd (last year, at the end of the dropped bar) and PlaceUnder mean something.
const (
	PlaceLine   Place = iota // a labelled line of its own
	PlaceTitle               // the block's first line
	PlaceLeft                // labelled, left half
	PlaceRight               // labelled, right half
	PlaceState               // the verdict, left
	PlaceEnd                 // at the right of the verdict: the distance
	PlaceChart               // the drawing, below the verdict
	PhoneHidden              // not shown on a narrow screen
	PlaceUnder               // a labelled line of its own, last in the row
)

// Width is a fixed share for a column.
type Width uint8

// The widths: 4, 8, 12, 16, 20, 28 and 36 percent of the table.
const (
	WidthAuto Width = iota
	Width4
	Width8
	Width12
	Width16
	Width20
	Width28
	Width36
)

// RowKind is what a row is.
type RowKind uint8

// The kinds of row.
const (
	RowPlain      RowKind = iota
	RowZero               // nothing in it: greyed, but it stays
	RowGroup              // a head above the rows that follow: only its first cell is used
	RowSum                // the sum line, with its proof in the cell of the drawing
	RowCumulative         // "… trở lên", on wash, below the sum
)

// Row is one line; its cells stand in the order of the columns. Missing cells are empty.
type Row struct {
	Kind   RowKind
	ID     string // anchor
	Cells  []Cell
	Opened *Opened // shown below the row, on a tint of its own
	Look   bool    // wants to be looked at: on a warm tint
}

// Opened is what stands below a row that was opened: why, and from where.
type Opened struct {
	Text  string
	Links []Link          // the sources
	Body  templ.Component // more than a sentence and sources; may be nil
	// Summary makes it a fold that the reader opens in place; "" shows it open, as the answer to a link
	// that led to the row.
	Summary string
}

// Cell is the content of one cell.
type Cell struct {
	Text string // a number is written by Number, Share, Signed …
	Href string // where it opens to
	Icon Icon
	Tone Tone
	// Also is a second value of the same cell, in a column of its own at the right: "9/18" and "50,0 %".
	Also     string
	AlsoHref string
	Sub      string // second line, small
	SubHref  string
	PhoneSub string // second line on a narrow screen only
	Chart    Chart
	Proof    string // sum line: "2 + 7 + 9 = 18"; a tick is put before it
	Amiss    bool   // the proof does not hold: the warning sign instead of the tick
	Mark     Mark
	Strong   bool
	Plain    bool            // not bold in a bold column
	Part     templ.Component // anything else: a button, a tick box; the other fields are left out
	Label    string          // says what an icon without text means, for screen readers
}

// Mark says where a figure comes from, when that differs from its neighbours'.
type Mark uint8

// The marks.
const (
	MarkNone        Mark = iota
	MarkReported         // from a document and its sentence: "bc"
	MarkCounted          // counted from named units and people: "sổ"
	MarkInferred         // follows from the others: "suy ra"
	MarkProvisional      // not all parts are in: italic, "tạm"
	MarkCorrected        // from a document, and corrected while it was entered: "sửa"
)

// bodies are reused: a table is appended into one of them and written at once.
var bodies = sync.Pool{New: func() any { return &markup{b: make([]byte, 0, 32<<10)} }}

// Render writes the table.
func (t Table) Render(ctx context.Context, w io.Writer) error {
	m := bodies.Get().(*markup)
	defer bodies.Put(m)
	m.b = m.b[:0]
	p := printer{ctx: ctx, m: m, t: &t}
	err := p.table()
	if err != nil {
		return err
	}
	_, err = w.Write(m.b)
	return err
}
