package targetweb

import (
	"context"
	"net/http"
	"net/url"

	"hamrong/internal/period"
	"hamrong/internal/target"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

func (h handler) edit(w http.ResponseWriter, r *http.Request) error {
	return h.render(w, r, editing, func(*targetView) {}, http.StatusOK)
}

func (v targetView) editForm() recordweb.Form {
	return v.Edit.Or(recordweb.Showing(v.Begun, valuesOf(v.Content)))
}

func (v targetView) editHead(ctx context.Context) ui.Head {
	h := v.head(ctx)
	h.Actions, h.Intro = nil, ui.T(ctx, v.editDo()+".intro")
	return h
}

// editTo is where the form goes: a draft is changed, an adopted target amended by a decision.
func (v targetView) editTo() string {
	if v.Decided() {
		return "/amend"
	}
	return "/change"
}

func (v targetView) editDo() string {
	if v.Decided() {
		return "target.amend.do"
	}
	return "target.edit.do"
}

func (h handler) change(w http.ResponseWriter, r *http.Request) error {
	return h.act(w, r, act{
		do: func(record int64, in *ui.Reading, values url.Values) error {
			c, err := h.read(r.Context(), record, in, values)
			if err != nil {
				return err
			}
			edit := recordweb.Edit(values)
			edit.Reason = in.Text("reason", 500)
			if err := in.Err(); err != nil {
				return err
			}
			return h.targets.Change(r.Context(), record, c, edit)
		},
		page: editing, put: putEdit,
	})
}

func (h handler) amend(w http.ResponseWriter, r *http.Request) error {
	return h.act(w, r, act{
		do: func(record int64, in *ui.Reading, values url.Values) error {
			c, err := h.read(r.Context(), record, in, values)
			if err != nil {
				return err
			}
			a := target.Amendment{Content: c, Edit: recordweb.Edit(values), Decision: in.Text("decision", 100), DecidedOn: in.Date("decided_on")}
			a.Reason = in.Text("reason", 500)
			if err := in.Err(); err != nil {
				return err
			}
			return h.targets.Amend(r.Context(), record, a)
		},
		page: editing, put: putEdit,
	})
}

// read reads the form of a target that stands, with what it is linked with now among the offers.
func (h handler) read(ctx context.Context, record int64, in *ui.Reading, values url.Values) (target.Content, error) {
	g, err := h.targets.Target(ctx, record)
	if err != nil {
		return target.Content{}, err
	}
	offered, err := h.links(ctx, g.Owner)
	if err != nil {
		return target.Content{}, err
	}
	return readContent(in, values, offered.keeping(ctx, g.Content)), nil
}

func (h handler) higher(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		in := ui.Read(values)
		reason := in.MaybeText("reason", 500)
		if err := in.Err(); err != nil {
			return "", err
		}
		err := h.targets.CountHigher(r.Context(), record, in.Checked("higher"), reason, ui.T(r.Context(), "target.higher.reason"))
		if err != nil || values.Get("back") != "year" {
			return recordweb.KeptHref(recordweb.TargetHref(record)), err
		}
		g, err := h.targets.Target(r.Context(), record)
		return recordweb.YearHref(g.Owner, g.Period.First()) + "#chi-tieu-" + r.PathValue("record"), err
	}, Again: func(form recordweb.Form, status int) error {
		return h.render(w, r, reading, func(v *targetView) { v.Higher = form }, status)
	}}.Give(w, r)
}

// result types a figure at the target's own place: its result, or its baseline.
func (h handler) result(w http.ResponseWriter, r *http.Request) error {
	return h.act(w, r, act{
		do: func(record int64, in *ui.Reading, values url.Values) error {
			g, err := h.targets.Target(r.Context(), record)
			if err != nil {
				return err
			}
			value := recordweb.Value(in, values, "")
			p, err := period.Parse(values.Get("period"))
			if err != nil || p == "" {
				in.Wrong("period", "figure.period_wrong", values.Get("period"))
			}
			why := recordweb.WhyTyped(in)
			if err := in.Err(); err != nil {
				return err
			}
			return h.figures.Put(r.Context(), g.Owner, g.Content.Figure(p, value), why)
		},
		page: reading, put: func(v *targetView, f recordweb.Form) { v.Result = f },
	})
}

func (h handler) withdraw(w http.ResponseWriter, r *http.Request) error {
	return h.act(w, r, act{
		do: func(record int64, in *ui.Reading, _ url.Values) error {
			reason := in.Text("reason", 500)
			if err := in.Err(); err != nil {
				return err
			}
			return h.targets.Withdraw(r.Context(), record, reason)
		},
		page: reading, put: func(v *targetView, f recordweb.Form) { v.Withdraw = f },
	})
}

func putEdit(v *targetView, f recordweb.Form) { v.Edit = f }
