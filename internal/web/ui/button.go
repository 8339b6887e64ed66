package ui

import (
	"context"
	"io"
)

// ButtonKind is the weight of a button.
type ButtonKind uint8

// The kinds. A screen has one primary button, and it says the next step.
const (
	Secondary ButtonKind = iota // white with a border
	Primary                     // red
	Small                       // 32 high, inside lists and the rail
	Quiet                       // looks like a link
)

// Button is a link that looks like a button (Href) or a button of a form. Its label is verb,
// object and count: "Nhắc 3 chi bộ".
type Button struct {
	Label  string
	Icon   Icon
	Kind   ButtonKind
	Href   string // a link; else the button submits its form
	Name   string // form field sent when this button is pressed
	Value  string
	Action string // address to submit to instead of the form's own
	Form   string // id of the form when the button stands outside it
	Key    string // shortcut shown beside the label: "Enter", "S"
	Plain  bool   // skip the browser's own check of fields, as when saving a draft
	Done   string // label once what it does was done in passing; needs JavaScript
	Wait   string // label while the form is being sent; needs JavaScript
	Off    string // reason why it cannot be pressed now; shown beside it
	Print  bool   // asks the browser to print; hidden where JavaScript is off
	Save   bool   // the link is a file to be saved
}

// Render writes the button.
func (b Button) Render(ctx context.Context, w io.Writer) error { return button(b).Render(ctx, w) }

func (b Button) class() string {
	switch b.Kind {
	case Primary:
		return "btn primary"
	case Small:
		return "btn small"
	case Quiet:
		return "quiet"
	}
	return "btn"
}

// PostButton is a form of its own with one button: a step that needs no other input.
type PostButton struct {
	Button
	To     string            // address the form is posted to
	Hidden map[string]string // fields sent along
}

// Render writes the form.
func (p PostButton) Render(ctx context.Context, w io.Writer) error {
	return postButton(p).Render(ctx, w)
}
