package meetingweb

import (
	"context"
	"net/http"
	"net/url"

	"hamrong/internal/ledger"
	"hamrong/internal/meeting"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// formView is the form of a meeting.
type formView struct {
	recordweb.Place
	Form   recordweb.Form
	Record int64 // 0 for a new one
	Title  string
}

// GET /units/{id}/meetings/new
func (h *handler) newForm(w http.ResponseWriter, r *http.Request) error {
	return h.showNew(w, r, recordweb.Filled(url.Values{"year": {r.URL.Query().Get("year")}}), http.StatusOK)
}

func (h *handler) showNew(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v := formView{Form: form, Title: ui.T(r.Context(), "meeting.new")}
	if v.Place, err = h.WritePlace(r, unit); err != nil {
		return err
	}
	return ui.Render(w, r, status, formPage(v))
}

// POST /units/{id}/meetings
func (h *handler) create(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		c, err := content(values)
		var record int64
		if err == nil {
			record, err = h.meetings.Create(r.Context(), unit, c, ledger.Why{Paper: values.Get("paper"), Reason: values.Get("reason")})
		}
		return recordweb.KeptHref(href(record)), err
	}, Again: func(form recordweb.Form, status int) error { return h.showNew(w, r, form, status) }}.Give(w, r)
}

// content reads the fields that describe a meeting.
func content(values url.Values) (meeting.Content, error) {
	in := ui.Read(values)
	c := meeting.Content{Kind: meeting.Kind(values.Get("kind")), Name: values.Get("name"), DateWritten: values.Get("date_written"),
		HeldOn: in.MaybeDate("held_on"), Place: values.Get("place"), SignedBy: values.Get("signed_by")}
	if values.Get("year") != "" {
		c.Year = in.Year("year")
	}
	return c, in.Err()
}

func valuesOf(c meeting.Content) url.Values {
	year := ""
	if c.Year != 0 {
		year = number(c.Year)
	}
	return url.Values{"kind": {string(c.Kind)}, "name": {c.Name}, "year": {year}, "held_on": {c.HeldOn.String()}, "date_written": {c.DateWritten},
		"place": {c.Place}, "signed_by": {c.SignedBy}}
}

// GET /meetings/{record}/change
func (h *handler) changeForm(w http.ResponseWriter, r *http.Request) error {
	return h.showChange(w, r, recordweb.Form{}, http.StatusOK)
}

// showChange shows the form that changes a meeting: as it stands, or as it was sent.
func (h *handler) showChange(w http.ResponseWriter, r *http.Request, sent recordweb.Form, status int) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	p, err := h.meetings.Page(r.Context(), record)
	if err != nil {
		return err
	}
	v := formView{Record: record, Title: ui.T(r.Context(), "meeting.change"), Form: sent.Or(recordweb.Showing(p.Meeting.Begun, valuesOf(p.Meeting.Content)))}
	if v.Place, err = h.WritePlace(r, p.Meeting.Unit); err != nil {
		return err
	}
	return ui.Render(w, r, status, formPage(v))
}

// POST /meetings/{record}/change
func (h *handler) change(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		c, err := content(values)
		if err == nil {
			err = h.meetings.Change(r.Context(), record, c, recordweb.Edit(values))
		}
		return recordweb.KeptHref(href(record)), err
	}, Again: func(form recordweb.Form, status int) error { return h.showChange(w, r, form, status) }}.Give(w, r)
}

func kindOptions(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, k := range meeting.Kinds {
		list = append(list, ui.Option{Value: string(k), Label: wording.Capital(ui.T(ctx, "meeting.kind."+string(k)))})
	}
	return list
}

// action is the address that the form is posted to; back leads away without writing.
func (v formView) action() string {
	if v.Record != 0 {
		return href(v.Record) + "/change"
	}
	return v.back()
}

func (v formView) back() string {
	if v.Record != 0 {
		return href(v.Record)
	}
	return recordweb.UnitHref(v.Unit.ID) + "/meetings"
}
