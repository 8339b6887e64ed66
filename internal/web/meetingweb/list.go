package meetingweb

import (
	"context"
	"net/http"
	"strconv"

	"hamrong/internal/meeting"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// listView is a unit's meetings.
type listView struct {
	recordweb.Place
	Years []meetingYear
}

// meetingYear is the meetings of one year; Year 0 is those whose year is not known.
type meetingYear struct {
	Year     int
	Meetings []meeting.Meeting
}

// GET /units/{id}/meetings
func (h *handler) list(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	var v listView
	if v.Place, err = h.UnitPlace(r, unit); err != nil {
		return err
	}
	list, err := h.meetings.List(r.Context(), unit)
	if err != nil {
		return err
	}
	for _, m := range list {
		if n := len(v.Years); n == 0 || v.Years[n-1].Year != m.Year {
			v.Years = append(v.Years, meetingYear{Year: m.Year})
		}
		last := &v.Years[len(v.Years)-1]
		last.Meetings = append(last.Meetings, m)
	}
	return ui.Render(w, r, http.StatusOK, listPage(v))
}

func yearTitle(ctx context.Context, y meetingYear) string {
	if y.Year == 0 {
		return ui.T(ctx, "meeting.list.no_year")
	}
	return ui.T(ctx, "meeting.list.year", strconv.Itoa(y.Year))
}

func entries(ctx context.Context, list []meeting.Meeting) ui.Entries {
	var out ui.Entries
	for _, m := range list {
		out = append(out, ui.Entry{Title: m.Name, Href: href(m.Record), Note: whenWhere(ctx, m), Side: ui.Plain(ui.T(ctx, "meeting.kind."+string(m.Kind)))})
	}
	return out
}

// whenWhere says when and where a meeting was held, as far as it is known.
func whenWhere(ctx context.Context, m meeting.Meeting) string {
	when := m.DateWritten
	if m.HeldOn != "" {
		when = ui.LangOf(ctx).Date(m.HeldOn)
	}
	switch {
	case when != "" && m.Place != "":
		return ui.T(ctx, "meeting.when_where", when, m.Place)
	case when != "":
		return when
	case m.Place != "":
		return m.Place
	}
	return ui.T(ctx, "meeting.when.unknown")
}
