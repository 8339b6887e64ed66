package recordweb

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// Form is what was typed, what was wrong with its fields, and what stood against it as a whole.
type Form struct {
	ui.Form
	Trouble *fault.Error // nil while nothing stands against it
}

// Filled is a form that shows values.
func Filled(values url.Values) Form { return Form{Form: ui.NewForm(values)} }

// Or is the form as it was sent, or one that shows first where it was not sent yet.
func (f Form) Or(first url.Values) Form {
	if f.Values == nil {
		return Filled(first)
	}
	return f
}

// Corrects reports whether the form has to say why it is sent, or says so already.
func (f Form) Corrects() bool {
	return ledger.Reasoned(f.Values.Get("reason")) || slices.ContainsFunc(f.Fields, func(w fault.Field) bool { return w.Name == "reason" })
}

// Stopped reports whether the form was sent and not taken.
func (f Form) Stopped() bool { return len(f.Fields) > 0 || f.Trouble != nil }

// Answer is how a posted form is answered.
type Answer struct {
	Of    string                                                     // the number of the address that it is about: "record"
	Do    func(of int64, values url.Values) (done string, err error) // does it; done is where that leads
	Again func(form Form, status int) error                          // shows the form again, with what was typed
}

// Give answers: onward when all went well, the form again when something in it was wrong or
// stood against what is recorded, else the error.
func (a Answer) Give(w http.ResponseWriter, r *http.Request) error {
	of, err := route.ID(r, a.Of)
	if err != nil {
		return err
	}
	values, err := route.Posted(r)
	if err != nil {
		return err
	}
	done, err := a.Do(of, values)
	if err == nil {
		return Onward(w, r, done)
	}
	if form, ok := ui.Wrong(values, err); ok {
		return a.Again(Form{Form: form}, http.StatusUnprocessableEntity)
	}
	var f *fault.Error
	if errors.As(err, &f) && f.Kind == fault.Conflict {
		return a.Again(Form{Form: ui.NewForm(values), Trouble: f}, http.StatusConflict)
	}
	return err
}

// Onward leads on after something was written.
func Onward(w http.ResponseWriter, r *http.Request, done string) error {
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, done, http.StatusSeeOther)
	return nil
}

// KeptHref leads to a page that then says that something was written.
func KeptHref(page string) string { return page + "?kept" }

// Kept reports whether the page is shown after something was written.
func Kept(r *http.Request) bool { return r.URL.Query().Has("kept") }

// Chosen reads a record chosen in a form, 0 for none.
func Chosen(values url.Values, name string) int64 {
	id, err := strconv.ParseInt(values.Get(name), 10, 64)
	if err != nil || id < 0 {
		return 0
	}
	return id
}

// seen is the field in which a form says which version of a record it shows.
const seen = "seen"

// Showing adds to the values of a version the entry that began it, for Why to send along.
func Showing(begun int64, values url.Values) url.Values {
	values.Set(seen, strconv.FormatInt(begun, 10))
	return values
}

// WhyTyped reads from which paper something is typed, and what Correction asked.
func WhyTyped(in *ui.Reading) ledger.Why {
	return ledger.Why{Paper: in.MaybeText("paper", 300), Reason: in.MaybeText("reason", 500)}
}

// Edit reads what Why asked.
func Edit(values url.Values) ledger.Edit {
	return ledger.Edit{Seen: Chosen(values, seen), Reason: values.Get("reason")}
}
