package ui

import (
	"context"
	"errors"
	"net/url"

	"github.com/a-h/templ"

	"hamrong/internal/fault"
)

// Form is what was typed and what was wrong with it. The zero value is an empty form; its
// components show the kept values and put each sentence at its field.
type Form struct {
	Values url.Values
	Fields []fault.Field // wrong fields
}

// NewForm is a form that shows values, as when a record is opened to be changed.
func NewForm(values url.Values) Form { return Form{Values: values} }

// Wrong is the form as it was sent, with the fields that err complains about. ok is false where
// err is not about fields: then Error answers.
func Wrong(values url.Values, err error) (f Form, ok bool) {
	var e *fault.Error
	if !errors.As(err, &e) || e.Kind != fault.Invalid || len(e.Fields) == 0 {
		return Form{Values: values}, false
	}
	return Form{Values: values, Fields: e.Fields}, true
}

// value is what the field shows: what was sent, else the given first value.
func (f Form) value(x Field) string {
	if _, sent := f.Values[x.Name]; sent {
		return f.Values.Get(x.Name)
	}
	return x.Value
}

func (f Form) has(x Field, value string) bool {
	sent, ok := f.Values[x.Name]
	if !ok {
		return x.Value == value
	}
	for _, v := range sent {
		if v == value {
			return true
		}
	}
	return false
}

// wrong gives the sentence of a field, "" where nothing is wrong.
func (f Form) wrong(ctx context.Context, name string) string {
	for _, w := range f.Fields {
		if w.Name == name {
			return T(ctx, w.Key, w.Args...)
		}
	}
	return ""
}

// Field is what every field has.
type Field struct {
	Name     string // name and, with "f-" before it, id
	ID       string // id in place of the name's, where a page has two forms with the same field
	Label    string
	Hint     string // below the label: what to write
	Value    string // shown when the form was not sent yet
	Optional bool
	Size     FieldSize
	Fill     string // autocomplete word of HTML: "username", "current-password"
	Focus    bool   // the field the page begins with
	Max      int    // longest text in characters; 0 for no limit
	chosen   bool   // taken from a list, not typed
}

// FieldSize is the width of a field, near the length of what goes in.
type FieldSize uint8

// The sizes.
const (
	SizeFull FieldSize = iota
	SizeYear           // 4 to 6 digits
	SizeDate
	SizeHalf
)

var sizeClass = [...]string{"", "sz-year", "sz-date", "sz-half"}

func (x Field) id() string {
	if x.ID != "" {
		return "f-" + x.ID
	}
	return "f-" + x.Name
}

func (x Field) class(base string) string { return base + " " + sizeClass[min(x.Size, SizeHalf)] }

// described lists the ids that explain the field.
func (x Field) described(wrong string) string {
	s := ""
	if x.Hint != "" {
		s = x.id() + "-hint"
	}
	if wrong != "" {
		s += " " + x.id() + "-wrong"
	}
	return s
}

// Option is one choice.
type Option struct {
	Value string
	Label string
	Note  string // below the label, for radios and boxes
	Group string // selects only: neighbours with the same group stand together
}

// Post is the frame of a form that changes something.
type Post struct {
	Action string
	ID     string
	Files  bool // a file goes with it
	Wide   bool // not limited to reading width
}

// input is one line field of any type.
type input struct {
	Field
	kind  string // type attribute
	mode  string // inputmode: which keyboard a phone shows
	value string
}

// Text is a field of one line.
func (f Form) Text(x Field) templ.Component { return f.line(x, "text", "") }

// Password is a field whose text is hidden and never kept.
func (f Form) Password(x Field) templ.Component {
	return lineField(f, input{Field: x, kind: "password"})
}

// Number is a field for a whole number, written "1.234".
func (f Form) Number(x Field) templ.Component { return f.line(sized(x, SizeDate), "text", "numeric") }

// Percent is a field for a percentage, written "97,6".
func (f Form) Percent(x Field) templ.Component { return f.line(sized(x, SizeDate), "text", "decimal") }

// Year is a field for a year of four digits.
func (f Form) Year(x Field) templ.Component { return f.line(sized(x, SizeYear), "text", "numeric") }

// Date is a field for a date, written "25/01/2016".
func (f Form) Date(x Field) templ.Component { return dateField(f, sized(x, SizeDate)) }

func sized(x Field, s FieldSize) Field {
	if x.Size == SizeFull {
		x.Size = s
	}
	return x
}

func (f Form) line(x Field, kind, mode string) templ.Component {
	return lineField(f, input{Field: x, kind: kind, mode: mode, value: f.value(x)})
}

func picked(x Field) Field {
	x.chosen = true
	return x
}

// Long is a field of several lines; rows 0 means 4.
func (f Form) Long(x Field, rows int) templ.Component {
	if rows == 0 {
		rows = 4
	}
	return longField(f, x, rows)
}

// Reason is the field that every correction asks for.
func (f Form) Reason(name string) templ.Component { return reasonField(f, Field{Name: name}) }

// ReasonAs is Reason with an id of its own, for the second such form of a page.
func (f Form) ReasonAs(name, id string) templ.Component {
	return reasonField(f, Field{Name: name, ID: id})
}

// Select is a choice from a list.
func (f Form) Select(x Field, options []Option) templ.Component {
	return selectField(f, picked(x), options)
}

// Radios is a choice of few, all in view.
func (f Form) Radios(x Field, options []Option) templ.Component {
	return choiceField(f, picked(x), options, "radio")
}

// Checks is any number of few.
func (f Form) Checks(x Field, options []Option) templ.Component {
	return choiceField(f, picked(x), options, "checkbox")
}

// Check is one box with a sentence.
func (f Form) Check(x Field) templ.Component { return checkField(f, picked(x)) }

// File takes one file (or several) by choosing or by dropping; accept is the list of HTML's accept
// attribute: ".docx,.html,.txt".
func (f Form) File(x Field, accept string, several bool) templ.Component {
	return fileField(f, x, fileRule{accept: accept, several: several})
}

type fileRule struct {
	accept  string
	several bool
}

// Hidden is a value that goes along.
func (f Form) Hidden(name, value string) templ.Component { return hiddenField(name, value) }
