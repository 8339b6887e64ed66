package resolutionweb

import (
	"context"
	"net/http"
	"net/url"

	"hamrong/internal/fault"
	"hamrong/internal/resolution"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// partView is the form of a part.
type partView struct {
	recordweb.Place
	R      resolution.Resolution
	Form   recordweb.Form
	Taking recordweb.Form
	Part   int64 // 0 for a new one
	Title  string
	Action string
}

// partPlace finds the resolution of the address and where it stands.
func (h *handler) partPlace(r *http.Request, record int64) (v partView, err error) {
	p, err := h.resolutions.Page(r.Context(), record)
	if err != nil {
		return v, err
	}
	v.R = p.Resolution
	if v.R.Kind == resolution.Plenum {
		return v, fault.New(fault.Conflict, "resolution.plenum_no_parts")
	}
	v.Place, err = h.WritePlace(r, v.R.Unit)
	return v, err
}

// GET /resolutions/{record}/parts/new
func (h *handler) partForm(w http.ResponseWriter, r *http.Request) error {
	return h.showPart(w, r, recordweb.Filled(url.Values{}), http.StatusOK)
}

func (h *handler) showPart(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	v, err := h.partPlace(r, record)
	if err != nil {
		return err
	}
	v.Form, v.Title, v.Action = form, ui.T(r.Context(), "resolution.part.add"), href(record)+"/parts"
	return ui.Render(w, r, status, partPage(v))
}

// POST /resolutions/{record}/parts
func (h *handler) addPart(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		_, err := h.resolutions.AddPart(r.Context(), record, partContent(values))
		return recordweb.KeptHref(href(record)) + "#phan-" + values.Get("kind"), err
	}, Again: func(form recordweb.Form, status int) error { return h.showPart(w, r, form, status) }}.Give(w, r)
}

func partContent(values url.Values) resolution.PartContent {
	return resolution.PartContent{Kind: resolution.PartKind(values.Get("kind")), Number: values.Get("number"), Text: values.Get("text"),
		Field: values.Get("field"), State: resolution.PartState(values.Get("state"))}
}

// GET /parts/{part}
func (h *handler) editPartForm(w http.ResponseWriter, r *http.Request) error {
	return h.showEdit(w, r, recordweb.Form{}, recordweb.Form{}, http.StatusOK)
}

// showEdit shows the form that changes a part: as it stands, or as it was sent.
func (h *handler) showEdit(w http.ResponseWriter, r *http.Request, sent, taking recordweb.Form, status int) error {
	id, err := route.ID(r, "part")
	if err != nil {
		return err
	}
	part, _, err := h.resolutions.Part(r.Context(), id)
	if err != nil {
		return err
	}
	if part.Ended != 0 {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	v, err := h.partPlace(r, part.Resolution)
	if err != nil {
		return err
	}
	v.Part, v.Title, v.Action, v.Taking = id, ui.T(r.Context(), "resolution.part.edit"), recordweb.Href("parts", id, "/change"), taking
	v.Form = sent.Or(recordweb.Showing(part.Begun, url.Values{"kind": {string(part.Kind)}, "number": {part.Number}, "text": {part.Text}, "field": {part.Field}, "state": {string(part.State)}}))
	return ui.Render(w, r, status, partPage(v))
}

// POST /parts/{part}/change
func (h *handler) changePart(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "part", Do: func(id int64, values url.Values) (string, error) {
		part, _, err := h.resolutions.Part(r.Context(), id)
		if err != nil {
			return "", err
		}
		return recordweb.KeptHref(href(part.Resolution)) + "#phan-" + values.Get("kind"), h.resolutions.ChangePart(r.Context(), id, partContent(values), recordweb.Edit(values))
	}, Again: func(form recordweb.Form, status int) error {
		return h.showEdit(w, r, form, recordweb.Form{}, status)
	}}.Give(w, r)
}

// POST /parts/{part}/remove
func (h *handler) removePart(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "part", Do: func(id int64, values url.Values) (string, error) {
		part, _, err := h.resolutions.Part(r.Context(), id)
		if err != nil {
			return "", err
		}
		return recordweb.KeptHref(href(part.Resolution)), h.resolutions.RemovePart(r.Context(), id, values.Get("reason"))
	}, Again: func(form recordweb.Form, status int) error {
		return h.showEdit(w, r, recordweb.Form{}, form, status)
	}}.Give(w, r)
}

func partKindOptions(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, k := range resolution.PartKinds {
		list = append(list, ui.Option{Value: string(k), Label: wording.Capital(partKindName(ctx, k))})
	}
	return list
}

func partStateOptions(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, s := range resolution.PartStates {
		list = append(list, ui.Option{Value: string(s), Label: wording.Capital(ui.T(ctx, "resolution.state."+string(s)))})
	}
	return list
}
