package memberweb

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"hamrong/internal/fault"
	"hamrong/internal/member"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// showView is one person with the names linked to it.
type showView struct {
	recordweb.Place
	member.File
	Withdrawn bool
	Steps     []recordweb.Step
	Kept      bool
	Taken     recordweb.Form
}

// GET /people/{record}
func (h *handler) show(w http.ResponseWriter, r *http.Request) error {
	return h.render(w, r, recordweb.Form{}, http.StatusOK)
}

func (h *handler) render(w http.ResponseWriter, r *http.Request, taken recordweb.Form, status int) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	v := showView{Kept: recordweb.Kept(r), Taken: taken}
	if v.File, err = h.members.File(r.Context(), record); err != nil {
		return err
	}
	v.Withdrawn = v.Person.Ended != 0
	if v.Place, err = h.UnitPlace(r, v.Person.Unit); err != nil {
		return err
	}
	v.Write = v.Write && !v.Withdrawn
	v.Steps = recordweb.Tell(v.Story, fieldsOf(r.Context(), v.Versions))
	return ui.Render(w, r, status, showPage(v))
}

func fieldsOf(ctx context.Context, list []member.Person) []recordweb.Version {
	var out []recordweb.Version
	for _, p := range list {
		out = append(out, recordweb.Version{Begun: p.Begun, Ended: p.Ended, Fields: []recordweb.Field{{Label: ui.T(ctx, "member.field.name"), Value: p.Name},
			{Label: ui.T(ctx, "member.field.positions"), Value: strings.Join(p.Positions, ", ")}, {Label: ui.T(ctx, "member.field.note"), Value: p.Note}}})
	}
	return out
}

// POST /people/{record}/withdraw
func (h *handler) withdraw(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		return recordweb.KeptHref(href(record)), h.members.Withdraw(r.Context(), record, values.Get("reason"))
	}, Again: func(form recordweb.Form, status int) error { return h.render(w, r, form, status) }}.Give(w, r)
}

// GET /people/{record}/change
func (h *handler) changeForm(w http.ResponseWriter, r *http.Request) error {
	return h.showChange(w, r, recordweb.Form{}, http.StatusOK)
}

func (h *handler) showChange(w http.ResponseWriter, r *http.Request, sent recordweb.Form, status int) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	f, err := h.members.File(r.Context(), record)
	if err != nil {
		return err
	}
	v := formView{Record: record, Title: ui.T(r.Context(), "member.change"), Form: sent.Or(recordweb.Showing(f.Person.Begun, url.Values{
		"person_name": {f.Person.Name}, "positions": {strings.Join(f.Person.Positions, "\n")}, "note": {f.Person.Note}}))}
	if v.Place, err = h.WritePlace(r, f.Person.Unit); err != nil {
		return err
	}
	return ui.Render(w, r, status, formPage(v))
}

// POST /people/{record}/change
func (h *handler) change(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		return recordweb.KeptHref(href(record)), renamed(h.members.Change(r.Context(), record, content(values), recordweb.Edit(values)))
	}, Again: func(form recordweb.Form, status int) error { return h.showChange(w, r, form, status) }}.Give(w, r)
}

// renamed puts a complaint about the person's name at the form's own field: "name" carries
// the names that are linked.
func renamed(err error) error {
	var f *fault.Error
	if errors.As(err, &f) {
		for i := range f.Fields {
			if f.Fields[i].Name == "name" {
				f.Fields[i].Name = "person_name"
			}
		}
	}
	return err
}
