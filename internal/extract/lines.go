package extract

import (
	"bytes"
	"io"
	"strings"
)

// lines writes the paragraphs of a page, blanks collapsed as a browser does it.
type lines struct {
	b       strings.Builder
	left    int // bytes that may still be written
	par     strings.Builder
	blank   bool // a blank stands between what was written and what comes
	newline bool // a paragraph was written before
	tabs    int  // cells begun in the row since the last paragraph
	rows    []row
}

type row struct {
	cells int
	began bool // something of the row was written
}

func (l *lines) text(s string, pre bool) {
	if pre {
		s = newlines.Replace(s)
		l.flushBlank()
		l.write(s)
		return
	}
	for len(s) > 0 {
		end := strings.IndexAny(s, " \t\n\r\f")
		if end != 0 {
			if end < 0 {
				end = len(s)
			}
			l.flushBlank()
			l.write(s[:end])
			s = s[end:]
			continue
		}
		l.blank = true
		s = strings.TrimLeft(s, " \t\n\r\f")
	}
}

func (l *lines) flushBlank() {
	if p := l.par.String(); l.blank && p != "" && p[len(p)-1] != '\n' {
		l.write(" ")
	}
	l.blank = false
}

func (l *lines) write(s string) {
	if l.left -= len(s); l.left >= 0 {
		l.par.WriteString(s)
	}
}

func (l *lines) lineBreak() {
	l.blank = false
	l.write("\n")
}

// endParagraph writes the paragraph, if there is one, behind the newline or the tabs
// that part it from the one before.
func (l *lines) endParagraph() {
	text := strings.Trim(l.par.String(), " \t\r\n\f\u00a0")
	l.par.Reset()
	l.blank = false
	if text == "" {
		return
	}
	if l.newline {
		l.b.WriteByte('\n')
	}
	l.b.WriteString(strings.Repeat("\t", l.tabs))
	l.left -= l.tabs + 1
	l.b.WriteString(text)
	l.newline, l.tabs = true, 0
	for i := range l.rows {
		l.rows[i].began = true
	}
}

func (l *lines) startRow() { l.rows = append(l.rows, row{}) }

func (l *lines) startCell() {
	if len(l.rows) == 0 {
		return
	}
	r := &l.rows[len(l.rows)-1]
	if r.cells++; r.cells > 1 {
		l.tabs++
		l.newline = l.newline && !r.began
	}
}

func (l *lines) endRow() {
	if len(l.rows) == 0 {
		return
	}
	l.rows = l.rows[:len(l.rows)-1]
	l.tabs = 0
	l.newline = l.b.Len() > 0
}

// dataURLs leaves out the data of pictures that are written into a page, which can be
// of any length, while they pass.
type dataURLs struct {
	r     io.Reader
	match int // bytes of base64Mark seen
	in    bool
}

const base64Mark = ";base64,"

func (d *dataURLs) Read(p []byte) (int, error) {
	for {
		n, err := d.r.Read(p)
		if !d.in && d.match == 0 && bytes.IndexByte(p[:n], ';') < 0 {
			return n, err
		}
		kept := 0
		for _, c := range p[:n] {
			if d.in && base64Letter(c) {
				continue
			}
			d.in = false
			switch {
			case c == base64Mark[d.match]:
				d.match++
			case c == base64Mark[0]:
				d.match = 1
			default:
				d.match = 0
			}
			if d.match == len(base64Mark) {
				d.in, d.match = true, 0
			}
			p[kept] = c
			kept++
		}
		if kept > 0 || err != nil || n == 0 {
			return kept, err
		}
	}
}

func base64Letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' || c == '%'
}
