package registerweb

import (
	"errors"
	"net/http"
	"net/url"

	"hamrong/internal/fault"
	"hamrong/internal/web/ui"
)

// Form is what was typed, what was wrong with its fields, and what stood against it as a whole.
type Form struct {
	ui.Form
	Trouble *fault.Error // nil while nothing stands against it
}

// Filled is a form that shows values.
func Filled(values url.Values) Form { return Form{Form: ui.NewForm(values)} }

// Answer is how a posted form is answered.
type Answer struct {
	Values url.Values
	Err    error                             // what the service said
	Done   string                            // where it leads when all went well
	Again  func(form Form, status int) error // shows the form again, with what was typed
}

// Give answers: onward when all went well, the form again when something in it was wrong or
// stood against what is recorded, else the error.
func (a Answer) Give(w http.ResponseWriter, r *http.Request) error {
	if a.Err == nil {
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r, a.Done, http.StatusSeeOther)
		return nil
	}
	if form, ok := ui.Wrong(a.Values, a.Err); ok {
		return a.Again(Form{Form: form}, http.StatusUnprocessableEntity)
	}
	var f *fault.Error
	if errors.As(a.Err, &f) && f.Kind == fault.Conflict {
		return a.Again(Form{Form: ui.NewForm(a.Values), Trouble: f}, http.StatusConflict)
	}
	return a.Err
}

// Kept reports whether the page is shown after something was written.
func Kept(r *http.Request) bool { return r.URL.Query().Has("done") }

// RemovalReason is the field of the reason on pages that change a thing and remove it.
const RemovalReason = "removal_reason"

// AtRemoval puts a complaint about the reason at the field of the removal's form.
func AtRemoval(err error) error {
	var f *fault.Error
	if errors.As(err, &f) {
		for i := range f.Fields {
			if f.Fields[i].Name == "reason" {
				f.Fields[i].Name = RemovalReason
			}
		}
	}
	return err
}
