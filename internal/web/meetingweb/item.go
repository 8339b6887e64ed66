package meetingweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"hamrong/internal/fault"
	"hamrong/internal/meeting"
	"hamrong/internal/web/registerweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// itemView is the form of one line of a meeting's page.
type itemView struct {
	registerweb.Place
	M           meeting.Meeting
	Kind        meeting.ItemKind
	Form        registerweb.Form
	Taking      registerweb.Form
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
	return h.showItem(w, r, kindOf(r.URL.Query().Get("kind")), registerweb.Filled(url.Values{}), http.StatusOK)
}

func (h *handler) showItem(w http.ResponseWriter, r *http.Request, kind meeting.ItemKind, form registerweb.Form, status int) error {
	record, err := registerweb.ID(r, "record")
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
	record, err := registerweb.ID(r, "record")
	if err != nil {
		return err
	}
	values, err := registerweb.Posted(r)
	if err != nil {
		return err
	}
	_, err = h.meetings.AddItem(r.Context(), record, itemContent(values), values.Get("reason"))
	return registerweb.Answer{Values: values, Err: err, Done: href(record) + "?done",
		Again: func(form registerweb.Form, status int) error {
			return h.showItem(w, r, kindOf(values.Get("kind")), form, status)
		}}.Give(w, r)
}

func itemContent(values url.Values) meeting.ItemContent {
	return meeting.ItemContent{Kind: kindOf(values.Get("kind")), Act: meeting.Deed(values.Get("act")), Who: values.Get("who"),
		Positions: strings.Split(strings.ReplaceAll(values.Get("positions"), "\r", ""), "\n"), What: values.Get("what"), SetBy: values.Get("set_by"),
		Resolution: registerweb.Chosen(values, "resolution"), Place: int(registerweb.Chosen(values, "place"))}
}

// GET /meeting-items/{item}
func (h *handler) editItemForm(w http.ResponseWriter, r *http.Request) error {
	return h.showEdit(w, r, nil, registerweb.Form{}, http.StatusOK)
}

// showEdit shows the form that changes an item: as it stands, or as it was sent.
func (h *handler) showEdit(w http.ResponseWriter, r *http.Request, sent *registerweb.Form, taking registerweb.Form, status int) error {
	id, err := registerweb.ID(r, "item")
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
	v.Item, v.Title, v.Action, v.Taking = id, ui.T(r.Context(), "meeting.item.edit"), registerweb.Href("meeting-items", id, "/change"), taking
	res := ""
	if i.Resolution != 0 {
		res = strconv.FormatInt(i.Resolution, 10)
	}
	v.Form = registerweb.Filled(url.Values{"act": {string(i.Act)}, "who": {i.Who}, "positions": {strings.Join(i.Positions, "\n")}, "what": {i.What},
		"set_by": {i.SetBy}, "resolution": {res}, "place": {strconv.Itoa(i.Place)}})
	if sent != nil {
		v.Form = *sent
	}
	return ui.Render(w, r, status, itemPage(v))
}

// POST /meeting-items/{item}/change
func (h *handler) changeItem(w http.ResponseWriter, r *http.Request) error {
	id, values, m, err := h.postedItem(r)
	if err != nil {
		return err
	}
	err = h.meetings.ChangeItem(r.Context(), id, itemContent(values), values.Get("reason"))
	return registerweb.Answer{Values: values, Err: err, Done: href(m) + "?done",
		Again: func(form registerweb.Form, status int) error {
			return h.showEdit(w, r, &form, registerweb.Form{}, status)
		}}.Give(w, r)
}

// POST /meeting-items/{item}/remove
func (h *handler) removeItem(w http.ResponseWriter, r *http.Request) error {
	id, values, m, err := h.postedItem(r)
	if err != nil {
		return err
	}
	err = h.meetings.RemoveItem(r.Context(), id, values.Get(registerweb.RemovalReason))
	return registerweb.Answer{Values: values, Err: registerweb.AtRemoval(err), Done: href(m) + "?done",
		Again: func(form registerweb.Form, status int) error { return h.showEdit(w, r, nil, form, status) }}.Give(w, r)
}

// postedItem reads a posted form about an item; m is the record of its meeting.
func (h *handler) postedItem(r *http.Request) (id int64, values url.Values, m int64, err error) {
	if id, err = registerweb.ID(r, "item"); err != nil {
		return 0, nil, 0, err
	}
	if values, err = registerweb.Posted(r); err != nil {
		return 0, nil, 0, err
	}
	i, _, err := h.meetings.Item(r.Context(), id)
	return id, values, i.Meeting, err
}

func deedOptions(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, d := range meeting.Deeds {
		list = append(list, ui.Option{Value: string(d), Label: wording.Capital(ui.T(ctx, "meeting.act."+string(d)))})
	}
	return list
}
