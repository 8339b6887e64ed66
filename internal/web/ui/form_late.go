package ui

import (
	"net/url"
	"strconv"
	"strings"

	"hamrong/internal/fault"
)

// Every form says along whose it is and what its typed fields are called: should the session have
// ended before it is sent, it can be offered again to that account alone, in the words of the form.
const (
	formOf     = "form_of"
	formLabels = "form_labels"
)

// labels lists the typed fields, a line each. Names are words of the program without spaces.
func labels(fields []Field) string {
	var b strings.Builder
	for _, x := range fields {
		if !x.chosen && x.Label != "" {
			b.WriteString(x.Name + " " + x.Label + "\n")
		}
	}
	return b.String()
}

// FormOf is the account to which the page of a sent form was shown, 0 where that is not known.
func FormOf(sent url.Values) int64 {
	id, err := strconv.ParseInt(sent.Get(formOf), 10, 64)
	if err != nil {
		return 0
	}
	return id
}

// OfAccount refuses a form whose page was shown to another account: where a browser is shared
// nobody writes under the name of who signed in after him.
func OfAccount(sent url.Values, account int64) error {
	if of := FormOf(sent); of != 0 && of != account {
		return fault.New(fault.Conflict, "fault.others_form")
	}
	return nil
}

// Typed is what was written into one field.
type Typed struct{ Label, Text string }

// TypedIn lists what was typed into a sent form, in the form's order. A field is listed once, so
// that the list is never longer than what was sent.
func TypedIn(sent url.Values) []Typed {
	var list []Typed
	listed := map[string]bool{}
	for line := range strings.Lines(sent.Get(formLabels)) {
		name, label, _ := strings.Cut(strings.TrimSpace(line), " ")
		if listed[name] {
			continue
		}
		listed[name] = true
		for _, text := range sent[name] {
			if text = strings.TrimSpace(text); text != "" {
				list = append(list, Typed{label, text})
			}
		}
	}
	return list
}
