package meetingweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"hamrong/internal/meeting"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// showView is a meeting with all that happened there.
type showView struct {
	recordweb.Place
	meeting.Page
	M                           meeting.Meeting
	Withdrawn                   bool
	Acts, Obligations, Captions []meeting.Item
	Steps                       []recordweb.Step
	Kept                        bool
	Taking                      recordweb.Form
}

// GET /meetings/{record}
func (h *handler) show(w http.ResponseWriter, r *http.Request) error {
	return h.render(w, r, recordweb.Form{}, http.StatusOK)
}

// render shows the page, with what was wrong with the form that takes it back.
func (h *handler) render(w http.ResponseWriter, r *http.Request, taking recordweb.Form, status int) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	v := showView{Kept: recordweb.Kept(r), Taking: taking}
	if v.Page, err = h.meetings.Page(r.Context(), record); err != nil {
		return err
	}
	v.M = v.Meeting
	v.Withdrawn = v.M.Ended != 0
	if v.Place, err = h.UnitPlace(r, v.M.Unit); err != nil {
		return err
	}
	v.Write = v.Write && !v.Withdrawn
	for _, i := range v.Items {
		switch i.Kind {
		case meeting.Act:
			v.Acts = append(v.Acts, i)
		case meeting.Obligation:
			v.Obligations = append(v.Obligations, i)
		case meeting.Caption:
			v.Captions = append(v.Captions, i)
		}
	}
	v.Steps = recordweb.Tell(v.Story, fieldsOf(r.Context(), v.Versions))
	return ui.Render(w, r, status, showPage(v))
}

// POST /meetings/{record}/withdraw
func (h *handler) withdraw(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		return recordweb.KeptHref(href(record)), h.meetings.Withdraw(r.Context(), record, values.Get("reason"))
	}, Again: func(form recordweb.Form, status int) error { return h.render(w, r, form, status) }}.Give(w, r)
}

// fieldsOf lists the versions field by field, for the story.
func fieldsOf(ctx context.Context, list []meeting.Meeting) []recordweb.Version {
	var out []recordweb.Version
	for _, m := range list {
		label := func(name string) string { return ui.T(ctx, "meeting.field."+name) }
		year := ""
		if m.Year != 0 {
			year = strconv.Itoa(m.Year)
		}
		out = append(out, recordweb.Version{Begun: m.Begun, Ended: m.Ended, Fields: []recordweb.Field{
			{Label: label("kind"), Value: ui.T(ctx, "meeting.kind."+string(m.Kind))}, {Label: label("name"), Value: m.Name}, {Label: label("year"), Value: year},
			{Label: label("held_on"), Value: m.HeldOn.String()}, {Label: label("date_written"), Value: m.DateWritten}, {Label: label("place"), Value: m.Place},
			{Label: label("signed_by"), Value: m.SignedBy}}})
	}
	return out
}
