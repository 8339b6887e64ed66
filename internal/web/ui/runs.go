package ui

import (
	"context"
	"io"
)

// Run is a run of a text that is shown in one way.
type Run struct {
	Text  string
	Look  RunLook
	Class string
	ID    string
	Href  string // of a RunLink
	Mark  string // what the run is marked as, for scripts ("X1")
}

// RunLook says which element a run is.
type RunLook uint8

// The looks.
const (
	RunPlain  RunLook = iota // nothing but the text; the other fields are left out
	RunSpan                  // a stretch with a class
	RunMarked                // what the reader asked to be shown
	RunLink
)

var runTags = [...]tag{RunSpan: "span", RunMarked: "mark", RunLink: "a"}

// Runs is one paragraph of a text. Its runs stand without anything between them: the text stays
// as it was read, where a template would put blanks between its elements ("năm 2016 :").
type Runs []Run

// Render writes the paragraph.
func (l Runs) Render(_ context.Context, w io.Writer) error {
	var m markup
	m.open("p").end()
	for _, r := range l {
		if r.Look == RunPlain {
			m.text(r.Text)
			continue
		}
		t := runTags[r.Look]
		m.open(t).attr("class", r.Class).attr("id", r.ID).attr("data-mark", r.Mark)
		if r.Look == RunLink {
			m.href(r.Href)
		}
		m.end().text(r.Text).close(t)
	}
	m.close("p")
	_, err := w.Write(m.b)
	return err
}
