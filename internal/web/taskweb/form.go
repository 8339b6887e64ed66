package taskweb

import (
	"net/http"
	"net/url"

	"hamrong/internal/task"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/registerweb"
	"hamrong/internal/web/ui"
)

// formView is the form of a task.
type formView struct {
	registerweb.Place
	Form       registerweb.Form
	Record     int64 // 0 for a new one
	Title      string
	Programmes []ui.Option
}

// GET /units/{id}/tasks/new
func (h *handler) newForm(w http.ResponseWriter, r *http.Request) error {
	return h.showNew(w, r, registerweb.Filled(url.Values{"programme": {r.URL.Query().Get("programme")}}), http.StatusOK)
}

func (h *handler) showNew(w http.ResponseWriter, r *http.Request, form registerweb.Form, status int) error {
	unit, err := registerweb.ID(r, "id")
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
	unit, err := registerweb.ID(r, "id")
	if err != nil {
		return err
	}
	values, err := registerweb.Posted(r)
	if err != nil {
		return err
	}
	record, err := h.tasks.Create(r.Context(), unit, content(values), values.Get("paper"))
	done := href(record) + "?done"
	if p := registerweb.Chosen(values, "programme"); p != 0 {
		done = registerweb.Href("resolutions", p, "?done#nhiem-vu")
	}
	return registerweb.Answer{Values: values, Err: err, Done: done,
		Again: func(form registerweb.Form, status int) error { return h.showNew(w, r, form, status) }}.Give(w, r)
}

func content(values url.Values) task.Content {
	return task.Content{Programme: registerweb.Chosen(values, "programme"), What: values.Get("what"), Who: values.Get("who"), DueWritten: values.Get("due")}
}

// GET /tasks/{record}/change
func (h *handler) changeForm(w http.ResponseWriter, r *http.Request) error {
	return h.showChange(w, r, nil, http.StatusOK)
}

// showChange shows the form that changes a task: as it stands, or as it was sent.
func (h *handler) showChange(w http.ResponseWriter, r *http.Request, sent *registerweb.Form, status int) error {
	record, err := registerweb.ID(r, "record")
	if err != nil {
		return err
	}
	p, err := h.tasks.Page(r.Context(), record)
	if err != nil {
		return err
	}
	k := p.Task
	v := formView{Record: record, Title: ui.T(r.Context(), "task.change"),
		Form: registerweb.Filled(url.Values{"programme": {text(k.Programme)}, "what": {k.What}, "who": {k.Who}, "due": {k.DueWritten}, "seen": {text(k.Begun)}})}
	if sent != nil {
		v.Form = *sent
	}
	if err := h.fill(r, k.Unit, &v); err != nil {
		return err
	}
	return ui.Render(w, r, status, formPage(v))
}

// POST /tasks/{record}/change
func (h *handler) change(w http.ResponseWriter, r *http.Request) error {
	record, err := registerweb.ID(r, "record")
	if err != nil {
		return err
	}
	values, err := registerweb.Posted(r)
	if err != nil {
		return err
	}
	err = h.tasks.Change(r.Context(), record, task.Edit{Content: content(values), Reason: values.Get("reason"), Seen: registerweb.Chosen(values, "seen")})
	return registerweb.Answer{Values: values, Err: err, Done: href(record) + "?done",
		Again: func(form registerweb.Form, status int) error { return h.showChange(w, r, &form, status) }}.Give(w, r)
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
