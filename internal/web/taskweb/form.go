package taskweb

import (
	"net/http"
	"net/url"

	"hamrong/internal/task"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// formView is the form of a task.
type formView struct {
	recordweb.Place
	Form       recordweb.Form
	Record     int64 // 0 for a new one
	Title      string
	Programmes []ui.Option
}

// GET /units/{id}/tasks/new
func (h *handler) newForm(w http.ResponseWriter, r *http.Request) error {
	return h.showNew(w, r, recordweb.Filled(url.Values{"programme": {r.URL.Query().Get("programme")}}), http.StatusOK)
}

func (h *handler) showNew(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v := formView{Form: form, Title: ui.T(r.Context(), "task.new")}
	if err := h.fill(r, unit, &v); err != nil {
		return err
	}
	return ui.Render(w, r, status, formPage(v))
}

// fill finds where the form stands and the programmes that can be chosen.
func (h *handler) fill(r *http.Request, unit int64, v *formView) (err error) {
	ctx := r.Context()
	if v.Place, err = h.WritePlace(r, unit); err != nil {
		return err
	}
	list, err := h.tasks.List(ctx, unit)
	if err != nil {
		return err
	}
	v.Programmes = []ui.Option{{Value: "", Label: ui.T(ctx, "task.programme.none")}}
	for _, p := range list.Programmes {
		v.Programmes = append(v.Programmes, ui.Option{Value: text(p.Record), Label: p.Title()})
	}
	return nil
}

// POST /units/{id}/tasks
func (h *handler) create(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		record, err := h.tasks.Create(r.Context(), unit, content(values), values.Get("paper"))
		if p := recordweb.Chosen(values, "programme"); p != 0 {
			return recordweb.KeptHref(recordweb.Href("resolutions", p, "")) + "#nhiem-vu", err
		}
		return recordweb.KeptHref(href(record)), err
	}, Again: func(form recordweb.Form, status int) error { return h.showNew(w, r, form, status) }}.Give(w, r)
}

func content(values url.Values) task.Content {
	return task.Content{Programme: recordweb.Chosen(values, "programme"), What: values.Get("what"), Who: values.Get("who"), DueWritten: values.Get("due")}
}

// GET /tasks/{record}/change
func (h *handler) changeForm(w http.ResponseWriter, r *http.Request) error {
	return h.showChange(w, r, recordweb.Form{}, http.StatusOK)
}

// showChange shows the form that changes a task: as it stands, or as it was sent.
func (h *handler) showChange(w http.ResponseWriter, r *http.Request, sent recordweb.Form, status int) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	p, err := h.tasks.Page(r.Context(), record)
	if err != nil {
		return err
	}
	k := p.Task
	v := formView{Record: record, Title: ui.T(r.Context(), "task.change"),
		Form: sent.Or(recordweb.Showing(k.Begun, url.Values{"programme": {text(k.Programme)}, "what": {k.What}, "who": {k.Who}, "due": {k.DueWritten}}))}
	if err := h.fill(r, k.Unit, &v); err != nil {
		return err
	}
	return ui.Render(w, r, status, formPage(v))
}

// POST /tasks/{record}/change
func (h *handler) change(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		return recordweb.KeptHref(href(record)), h.tasks.Change(r.Context(), record, content(values), recordweb.Edit(values))
	}, Again: func(form recordweb.Form, status int) error { return h.showChange(w, r, form, status) }}.Give(w, r)
}

// action is the address that the form is posted to; back leads away without writing.
func (v formView) action() string {
	if v.Record != 0 {
		return href(v.Record) + "/change"
	}
	return recordweb.UnitHref(v.Unit.ID) + "/tasks"
}

func (v formView) back() string {
	if v.Record != 0 {
		return href(v.Record)
	}
	return recordweb.UnitHref(v.Unit.ID) + "/tasks"
}
