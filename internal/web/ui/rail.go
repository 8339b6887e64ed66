package ui

import (
	"context"
	"io"

	"github.com/a-h/templ"
)

// RailHead is the head of one block of the rail: "Trễ hạn 2".
type RailHead struct {
	Icon   Icon
	Title  string
	Tone   Tone // ToneShort for what is late: it stands first on a narrow screen
	Count  int  // shown when above zero
	Screen bool // not printed
}

// RailItem is one thing that waits, with its deadline and what can be done about it.
type RailItem struct {
	Title  string
	Href   string
	Note   string          // "Mục II, dòng 5 và 6. Hạn 28/01, còn 3 ngày."
	Body   templ.Component // instead of Note, where it holds figures
	Action templ.Component // a small button
}

// Render writes the item.
func (i RailItem) Render(ctx context.Context, w io.Writer) error { return railItem(i).Render(ctx, w) }

// RailFact is one line of the block that says how complete the page is: "Danh hiệu 2015  1/5 tập thể".
type RailFact struct {
	Label string
	Value string // the figure
	Href  string
	Rest  string // words after the figure
	Tone  Tone
}

// restOf puts the space before a word and none before a comma.
func restOf(f RailFact) string {
	if f.Rest == "" || f.Rest[0] == ',' || f.Rest[0] == '.' {
		return f.Rest
	}
	return " " + f.Rest
}

// Render writes the line; RailFacts go together into one block.
func (f RailFact) Render(ctx context.Context, w io.Writer) error { return railFact(f).Render(ctx, w) }
