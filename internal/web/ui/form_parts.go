package ui

import "github.com/a-h/templ"

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
