package resolutionweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"hamrong/internal/resolution"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// formView is the form of a resolution, a programme or a plan.
type formView struct {
	recordweb.Place
	Form    recordweb.Form
	Record  int64 // 0 for a new one
	Title   string
	Carries bool // it carries out another's resolution
	Parents []ui.Option
	Issuers []ui.Option
}

// GET /units/{id}/resolutions/new
func (h *handler) newForm(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	first := url.Values{"kind": {or(q.Get("kind"), string(resolution.Decree))}, "parent": {q.Get("parent")}}
	return h.showNew(w, r, recordweb.Filled(first), http.StatusOK)
}

func (h *handler) showNew(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v := formView{Form: form, Carries: resolution.Kind(form.Values.Get("kind")).Carries()}
	v.Title = ui.T(r.Context(), "resolution.new")
	if v.Carries {
		v.Title = ui.T(r.Context(), "resolution.new.programme")
	}
	if err := h.choices(r, unit, &v); err != nil {
		return err
	}
	return ui.Render(w, r, status, formPage(v))
}

// choices fills in where the form stands and what can be chosen in it.
func (h *handler) choices(r *http.Request, unit int64, v *formView) (err error) {
	ctx := r.Context()
	if v.Place, err = h.WritePlace(r, unit); err != nil {
		return err
	}
	list, err := h.resolutions.List(ctx, unit, "")
	if err != nil {
		return err
	}
	v.Parents = []ui.Option{{Value: "", Label: ui.T(ctx, "resolution.parent.none")}}
	for _, one := range list.Reaching {
		if one.Record != v.Record {
			v.Parents = append(v.Parents, ui.Option{Value: strconv.FormatInt(one.Record, 10), Label: one.Title()})
		}
	}
	v.Issuers = []ui.Option{{Value: "", Label: ui.T(ctx, "resolution.issuer.none")}}
	for _, s := range v.Path {
		v.Issuers = append(v.Issuers, ui.Option{Value: strconv.FormatInt(s.ID, 10), Label: s.Name})
	}
	return nil
}

// POST /units/{id}/resolutions
func (h *handler) create(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		c, err := content(values)
		var record int64
		if err == nil {
			record, err = h.resolutions.Create(r.Context(), unit, c, values.Get("paper"))
		}
		return recordweb.KeptHref(href(record)), err
	}, Again: func(form recordweb.Form, status int) error { return h.showNew(w, r, form, status) }}.Give(w, r)
}

// content reads the fields that describe a resolution.
func content(values url.Values) (resolution.Content, error) {
	in := ui.Read(values)
	c := resolution.Content{Kind: resolution.Kind(values.Get("kind")), Name: values.Get("name"), Issuer: values.Get("issuer"),
		IssuerUnit: recordweb.Chosen(values, "issuer_unit"), Congress: values.Get("congress"), Plenum: values.Get("plenum"), Term: values.Get("term"),
		Number: values.Get("number"), Date: in.MaybeDate("date"), Motto: values.Get("motto"), Mottos: parseMottos(values.Get("mottos")), Goals: parseGoals(values.Get("goals")),
		Body: values.Get("body"), From: in.MaybeDate("from"), Until: in.MaybeDate("until"), Parent: recordweb.Chosen(values, "parent")}
	counts, ok := parseCounts(values.Get("counts"))
	if !ok {
		in.Wrong("counts", "resolution.count_wrong")
	}
	c.Counts = counts
	if !c.Kind.Carries() {
		c.Parent = 0
	}
	return c, in.Err()
}

// valuesOf fills the form with a record.
func valuesOf(c resolution.Content) url.Values {
	id := func(n int64) string {
		if n == 0 {
			return ""
		}
		return strconv.FormatInt(n, 10)
	}
	return url.Values{"kind": {string(c.Kind)}, "name": {c.Name}, "issuer": {c.Issuer}, "issuer_unit": {id(c.IssuerUnit)}, "congress": {c.Congress},
		"plenum": {c.Plenum}, "term": {c.Term}, "number": {c.Number}, "date": {c.Date.String()}, "motto": {c.Motto}, "mottos": {mottosText(c.Mottos)}, "goals": {goalsText(c.Goals)},
		"counts": {countsText(c.Counts)}, "body": {c.Body}, "from": {c.From.String()}, "until": {c.Until.String()}, "parent": {id(c.Parent)}}
}

// GET /resolutions/{record}/change
func (h *handler) changeForm(w http.ResponseWriter, r *http.Request) error {
	return h.showChange(w, r, recordweb.Form{}, http.StatusOK)
}

// showChange shows the form that changes a record: as it stands, or as it was sent.
func (h *handler) showChange(w http.ResponseWriter, r *http.Request, sent recordweb.Form, status int) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	p, err := h.resolutions.Page(r.Context(), record)
	if err != nil {
		return err
	}
	v := formView{Record: record, Title: ui.T(r.Context(), "resolution.change"), Form: sent.Or(recordweb.Showing(p.Resolution.Begun, valuesOf(p.Resolution.Content)))}
	v.Carries = resolution.Kind(v.Form.Values.Get("kind")).Carries()
	if err := h.choices(r, p.Resolution.Unit, &v); err != nil {
		return err
	}
	return ui.Render(w, r, status, formPage(v))
}

// POST /resolutions/{record}/change
func (h *handler) change(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		c, err := content(values)
		if err == nil {
			err = h.resolutions.Change(r.Context(), record, c, recordweb.Edit(values))
		}
		return recordweb.KeptHref(href(record)), err
	}, Again: func(form recordweb.Form, status int) error { return h.showChange(w, r, form, status) }}.Give(w, r)
}

func kindOptions(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, k := range resolution.Kinds {
		list = append(list, ui.Option{Value: string(k), Label: wording.Capital(kindName(ctx, k))})
	}
	return list
}

// action is the address that the form is posted to.
func (v formView) action() string {
	if v.Record != 0 {
		return href(v.Record) + "/change"
	}
	return recordweb.UnitHref(v.Unit.ID) + "/resolutions"
}

// back is where the form leads without writing anything.
func (v formView) back() string {
	if v.Record != 0 {
		return href(v.Record)
	}
	return recordweb.UnitHref(v.Unit.ID) + "/resolutions"
}
