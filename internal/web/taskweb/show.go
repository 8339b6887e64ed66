package taskweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"hamrong/internal/task"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// showView is one task with its notes.
type showView struct {
	recordweb.Place
	task.Page
	K                       task.Task
	Withdrawn               bool
	Steps                   []recordweb.Step
	Kept                    bool
	Settling, Noting, Taken recordweb.Form
}

// GET /tasks/{record}
func (h *handler) show(w http.ResponseWriter, r *http.Request) error {
	return h.render(w, r, func(*showView) {}, http.StatusOK)
}

// render shows the page; with puts in the form that was wrong.
func (h *handler) render(w http.ResponseWriter, r *http.Request, with func(*showView), status int) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	v := showView{Kept: recordweb.Kept(r)}
	if v.Page, err = h.tasks.Page(r.Context(), record); err != nil {
		return err
	}
	v.K = v.Task
	v.Withdrawn = v.K.Ended != 0
	if v.Place, err = h.UnitPlace(r, v.K.Unit); err != nil {
		return err
	}
	v.Write = v.Write && !v.Withdrawn
	v.Steps = recordweb.Tell(v.Story, fieldsOf(r.Context(), v.Versions))
	with(&v)
	return ui.Render(w, r, status, showPage(v))
}

// act does one thing to the task of the address and shows the page again when its form was wrong.
func (h *handler) act(w http.ResponseWriter, r *http.Request, do func(record int64, values url.Values) error, put func(*showView, recordweb.Form)) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		return recordweb.KeptHref(href(record)), do(record, values)
	}, Again: func(form recordweb.Form, status int) error {
		return h.render(w, r, func(v *showView) { put(v, form) }, status)
	}}.Give(w, r)
}

// POST /tasks/{record}/settle
func (h *handler) settle(w http.ResponseWriter, r *http.Request) error {
	return h.act(w, r, func(record int64, values url.Values) error {
		return h.tasks.Settle(r.Context(), record, task.State(values.Get("state")), values.Get("outcome"))
	}, func(v *showView, form recordweb.Form) { v.Settling = form })
}

// POST /tasks/{record}/notes
func (h *handler) note(w http.ResponseWriter, r *http.Request) error {
	return h.act(w, r, func(record int64, values url.Values) error {
		in := ui.Read(values)
		on := in.MaybeDate("on")
		if err := in.Err(); err != nil {
			return err
		}
		return h.tasks.Note(r.Context(), record, on, values.Get("text"))
	}, func(v *showView, form recordweb.Form) { v.Noting = form })
}

// POST /tasks/{record}/withdraw
func (h *handler) withdraw(w http.ResponseWriter, r *http.Request) error {
	return h.act(w, r, func(record int64, values url.Values) error {
		return h.tasks.Withdraw(r.Context(), record, values.Get("reason"))
	}, func(v *showView, form recordweb.Form) { v.Taken = form })
}

// fieldsOf lists the versions field by field, for the story.
func fieldsOf(ctx context.Context, list []task.Task) []recordweb.Version {
	var out []recordweb.Version
	for _, k := range list {
		out = append(out, recordweb.Version{Begun: k.Begun, Ended: k.Ended, Fields: []recordweb.Field{
			{Label: ui.T(ctx, "task.what"), Value: k.What}, {Label: ui.T(ctx, "task.who"), Value: k.Who}, {Label: ui.T(ctx, "task.due"), Value: k.DueWritten},
			{Label: ui.T(ctx, "task.state"), Value: ui.T(ctx, "task.state."+string(k.State))}, {Label: ui.T(ctx, "task.outcome"), Value: k.Outcome}}})
	}
	return out
}

// facts are the properties of the task.
func facts(ctx context.Context, v showView) ui.Facts {
	list := ui.Facts{
		{Label: ui.T(ctx, "task.who"), Value: or(v.K.Who, ui.T(ctx, "task.no_who"))},
		{Label: ui.T(ctx, "task.due"), Value: or(v.K.DueWritten, ui.T(ctx, "task.no_due"))},
		{Label: ui.T(ctx, "task.state"), Body: stateOf(ctx, v.K, v.Today)},
	}
	if v.K.DueOn != "" && v.K.DueOn.String() != v.K.DueWritten {
		list[1].Note = ui.T(ctx, "task.due.day", v.K.DueOn)
	}
	if v.K.Outcome != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "task.outcome"), Value: v.K.Outcome})
	}
	if v.Programme != nil {
		list = append(list, ui.Fact{Label: ui.T(ctx, "task.programme"), Value: v.Programme.Title(), Href: recordweb.Href("resolutions", v.Programme.Record, "")})
	}
	return list
}

// noteEntries are the notes on the task's progress, the newest first.
func noteEntries(ctx context.Context, v showView) ui.Entries {
	var out ui.Entries
	for i := len(v.Notes) - 1; i >= 0; i-- {
		out = append(out, ui.Entry{Title: ui.LangOf(ctx).Date(v.Notes[i].On), Note: v.Notes[i].Text})
	}
	return out
}

func stateOptions(ctx context.Context, now task.State) []ui.Option {
	var list []ui.Option
	for _, s := range []task.State{task.Done, task.Dropped, task.Open} {
		if s != now {
			list = append(list, ui.Option{Value: string(s), Label: ui.T(ctx, "task.settle."+string(s))})
		}
	}
	return list
}

func text(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}
