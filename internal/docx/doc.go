// Package docx reads the text of a WordprocessingML document (DOCX).
//
// The text is what a person sees on the page, in reading order: the paragraphs joined
// by a newline, the cells of a row by a tab. Inserted text counts, deleted text does
// not. Left out are list numbers that Word makes, field codes, hidden text, headers and
// footers, footnotes, comments and pictures; pictures and notes are counted, so that
// the caller can say what was left aside. The text of a text box follows the paragraph
// that it is anchored in.
//
// The document is read as a stream: memory goes with the text, not with the file.
package docx

import "errors"

// Document is what was read.
type Document struct {
	Text      string
	Pictures  int // pictures, charts and diagrams left aside
	Footnotes int // footnotes and endnotes left aside
}

// Limits of a document. Zero values mean the defaults.
type Limits struct {
	Text       int   // bytes of text, 20 MB
	Paragraphs int   // 500,000
	Depth      int   // elements inside each other, 500
	XML        int64 // bytes of the main part unpacked, 100 MB
	Token      int   // bytes of one tag or one piece of text, 2 MB
}

// What can be wrong with a document, beside the errors of package archive.
var (
	ErrDamaged   = errors.New("docx: the main part is cut off or is not WordprocessingML")
	ErrTooLong   = errors.New("docx: more text than the limit")
	ErrHugePiece = errors.New("docx: one tag or piece of text is larger than the limit")
	ErrTooDeep   = errors.New("docx: elements nested deeper than the limit")
)

func (l Limits) orDefaults() Limits {
	if l.Text == 0 {
		l.Text = 20_000_000
	}
	if l.Paragraphs == 0 {
		l.Paragraphs = 500_000
	}
	if l.Depth == 0 {
		l.Depth = 500
	}
	if l.XML == 0 {
		l.XML = 100 << 20
	}
	if l.Token == 0 {
		l.Token = 2 << 20
	}
	return l
}
