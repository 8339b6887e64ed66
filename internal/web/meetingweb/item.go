package meetingweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"hamrong/internal/fault"
	"hamrong/internal/meeting"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// itemView is the form of one line of a meeting's page.
type itemView struct {
	recordweb.Place
	M           meeting.Meeting
	Kind        meeting.ItemKind
	Form        recordweb.Form
	Taking      recordweb.Form
	Item        int64 // 0 for a new one
	Title       string
	Action      string
	Resolutions []ui.Option
}

// itemPlace finds a meeting, where it stands, and the resolutions that can be named.
func (h *handler) itemPlace(r *http.Request, m meeting.Meeting, kind meeting.ItemKind) (v itemView, err error) {
	ctx := r.Context()
	v = itemView{M: m, Kind: kind}
	if v.Place, err = h.WritePlace(r, m.Unit); err != nil {
		return v, err
	}
	list, err := h.resolutions.List(ctx, m.Unit, "")
	if err != nil {
		return v, err
	}
	v.Resolutions = []ui.Option{{Value: "", Label: ui.T(ctx, "meeting.resolution.none")}}
	for _, one := range list.Reaching {
		v.Resolutions = append(v.Resolutions, ui.Option{Value: strconv.FormatInt(one.Record, 10), Label: one.Title()})
	}
	return v, nil
}

// kindOf reads which kind of item a form is for; an act where the address says none.
func kindOf(text string) meeting.ItemKind {
	for _, k := range meeting.ItemKinds {
		if string(k) == text {
			return k
		}
	}
	return meeting.Act
}

// GET /meetings/{record}/items/new
func (h *handler) itemForm(w http.ResponseWriter, r *http.Request) error {
	return h.showItem(w, r, kindOf(r.URL.Query().Get("kind")), recordweb.Filled(url.Values{}), http.StatusOK)
}

func (h *handler) showItem(w http.ResponseWriter, r *http.Request, kind meeting.ItemKind, form recordweb.Form, status int) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	p, err := h.meetings.Page(r.Context(), record)
	if err != nil {
		return err
	}
	v, err := h.itemPlace(r, p.Meeting, kind)
	if err != nil {
		return err
	}
	v.Form, v.Title, v.Action = form, ui.T(r.Context(), "meeting.add."+string(kind)), href(record)+"/items"
	return ui.Render(w, r, status, itemPage(v))
}

// POST /meetings/{record}/items
func (h *handler) addItem(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		_, err := h.meetings.AddItem(r.Context(), record, itemContent(values), values.Get("reason"))
		return recordweb.KeptHref(href(record)), err
	}, Again: func(form recordweb.Form, status int) error {
		return h.showItem(w, r, kindOf(form.Values.Get("kind")), form, status)
	}}.Give(w, r)
}

func itemContent(values url.Values) meeting.ItemContent {
	return meeting.ItemContent{Kind: kindOf(values.Get("kind")), Act: meeting.Deed(values.Get("act")), Who: values.Get("who"),
		Positions: strings.Split(strings.ReplaceAll(values.Get("positions"), "\r", ""), "\n"), What: values.Get("what"), SetBy: values.Get("set_by"),
		Resolution: recordweb.Chosen(values, "resolution"), Place: int(recordweb.Chosen(values, "place"))}
}

// GET /meeting-items/{item}
func (h *handler) editItemForm(w http.ResponseWriter, r *http.Request) error {
	return h.showEdit(w, r, recordweb.Form{}, recordweb.Form{}, http.StatusOK)
}

// showEdit shows the form that changes an item: as it stands, or as it was sent.
func (h *handler) showEdit(w http.ResponseWriter, r *http.Request, sent, taking recordweb.Form, status int) error {
	id, err := route.ID(r, "item")
	if err != nil {
		return err
	}
	i, m, err := h.meetings.Item(r.Context(), id)
	if err != nil {
		return err
	}
	if i.Ended != 0 {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	v, err := h.itemPlace(r, m, i.Kind)
	if err != nil {
		return err
	}
	v.Item, v.Title, v.Action, v.Taking = id, ui.T(r.Context(), "meeting.item.edit"), recordweb.Href("meeting-items", id, "/change"), taking
	res := ""
	if i.Resolution != 0 {
		res = strconv.FormatInt(i.Resolution, 10)
	}
	v.Form = sent.Or(recordweb.Showing(i.Begun, url.Values{"act": {string(i.Act)}, "who": {i.Who}, "positions": {strings.Join(i.Positions, "\n")}, "what": {i.What},
		"set_by": {i.SetBy}, "resolution": {res}, "place": {strconv.Itoa(i.Place)}}))
	return ui.Render(w, r, status, itemPage(v))
}

// POST /meeting-items/{item}/change
func (h *handler) changeItem(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "item", Do: func(id int64, values url.Values) (string, error) {
		i, _, err := h.meetings.Item(r.Context(), id)
		if err != nil {
			return "", err
		}
		return recordweb.KeptHref(href(i.Meeting)), h.meetings.ChangeItem(r.Context(), id, itemContent(values), recordweb.Edit(values))
	}, Again: func(form recordweb.Form, status int) error {
		return h.showEdit(w, r, form, recordweb.Form{}, status)
	}}.Give(w, r)
}

// POST /meeting-items/{item}/remove
func (h *handler) removeItem(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "item", Do: func(id int64, values url.Values) (string, error) {
		i, _, err := h.meetings.Item(r.Context(), id)
		if err != nil {
			return "", err
		}
		return recordweb.KeptHref(href(i.Meeting)), h.meetings.RemoveItem(r.Context(), id, values.Get("reason"))
	}, Again: func(form recordweb.Form, status int) error {
		return h.showEdit(w, r, recordweb.Form{}, form, status)
	}}.Give(w, r)
}

func deedOptions(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, d := range meeting.Deeds {
		list = append(list, ui.Option{Value: string(d), Label: wording.Capital(ui.T(ctx, "meeting.act."+string(d)))})
	}
	return list
}
