package ui

import (
	"bytes"
	"context"
	"io"

	"github.com/a-h/templ"
)

// inner is the finished inside of a form, with its fields in their order.
type inner struct {
	html   string
	fields []Field
}

type fieldsKey struct{}

// NoteField tells the form around a field what the field is called and where it stands, for the
// list of what is wrong. Fields that a page draws itself say it themselves.
func NoteField(ctx context.Context, x Field) {
	if fields, ok := ctx.Value(fieldsKey{}).(*[]Field); ok {
		*fields = append(*fields, x)
	}
}

// named gives a field of the form; one that the form does not show has nothing but its name.
func (i inner) named(name string) Field {
	for _, x := range i.fields {
		if x.Name == name {
			return x
		}
	}
	return Field{Name: name}
}

// PostForm is the frame of a form: what is wrong above, each a link to its field, then the fields,
// then the one primary button. It is checked by the server alone, so that every sentence is ours.
func PostForm(f Form, p Post) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		fields := templ.GetChildren(ctx)
		ctx = templ.ClearChildren(ctx)
		var made inner
		var buf bytes.Buffer
		err := fields.Render(context.WithValue(ctx, fieldsKey{}, &made.fields), &buf)
		if err != nil {
			return err
		}
		made.html = buf.String()
		return postForm(f, p, made).Render(ctx, w)
	})
}

// marks are the attributes that tie a field to its sentences.
func marks(x Field, wrong string) templ.Attributes {
	a := templ.Attributes{}
	if d := x.described(wrong); d != "" {
		a["aria-describedby"] = d
	}
	if wrong != "" {
		a["aria-invalid"] = "true"
	}
	if !x.Optional {
		a["aria-required"] = "true"
	}
	if x.Focus {
		a["autofocus"] = true
	}
	return a
}

func withHint(x Field, hint string) Field {
	x.Hint = hint
	return x
}

func fill(word string) string {
	if word == "" {
		return "off"
	}
	return word
}

func fieldClass(wrong string) string {
	if wrong != "" {
		return "field bad"
	}
	return "field"
}

func formClass(p Post) string {
	if p.Wide {
		return "form wide"
	}
	return "form"
}

// optionGroup is a run of options under one label.
type optionGroup struct {
	label   string
	options []Option
}

func grouped(options []Option) []optionGroup {
	var out []optionGroup
	for _, o := range options {
		if n := len(out); n > 0 && out[n-1].label == o.Group {
			out[n-1].options = append(out[n-1].options, o)
			continue
		}
		out = append(out, optionGroup{o.Group, []Option{o}})
	}
	return out
}
