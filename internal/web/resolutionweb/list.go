package resolutionweb

import (
	"context"
	"net/http"

	"hamrong/internal/resolution"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// listView is a unit's resolutions, and those that come down to it.
type listView struct {
	recordweb.Place
	Own, Above []resolution.Resolution
	List       resolution.List
	Kept       bool
}

// GET /units/{id}/resolutions
func (h *handler) list(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v := listView{Kept: recordweb.Kept(r)}
	if v.Place, err = h.UnitPlace(r, unit); err != nil {
		return err
	}
	if v.List, err = h.resolutions.List(r.Context(), unit, ""); err != nil {
		return err
	}
	for _, one := range v.List.Reaching {
		if one.Unit == unit {
			v.Own = append(v.Own, one)
		} else {
			v.Above = append(v.Above, one)
		}
	}
	return ui.Render(w, r, http.StatusOK, listPage(v))
}

// entries lists resolutions, each with its kind, number and whether it is in force.
func entries(ctx context.Context, v listView, list []resolution.Resolution) ui.Entries {
	var out ui.Entries
	for _, r := range list {
		e := ui.Entry{Title: r.Title(), Href: href(r.Record), Note: noteOf(ctx, v, r), Side: forceVerdict(ctx, r, v.List)}
		if v.Write && r.Unit != v.Unit.ID && r.InForceOn(v.List.Day) {
			e.Body = carryLink(carryHref(v.Unit.ID, r.Record))
		}
		out = append(out, e)
	}
	return out
}

// noteOf says the kind, the issuing body and the unit above that a paper comes from.
func noteOf(ctx context.Context, v listView, r resolution.Resolution) string {
	note := wording.Capital(kindName(ctx, r.Kind))
	if r.Issuer != "" {
		note += ui.T(ctx, "resolution.note.by", r.Issuer)
	}
	if r.Date != "" {
		note += ui.T(ctx, "resolution.note.dated", r.Date)
	}
	if r.Unit != v.Unit.ID {
		for _, s := range v.Path {
			if s.ID == r.Unit {
				note += ui.T(ctx, "resolution.note.from", s.Name)
			}
		}
	}
	return note
}

func forceVerdict(ctx context.Context, r resolution.Resolution, l resolution.List) ui.Verdict {
	switch {
	case r.Kind == resolution.Plenum:
		return ui.Verdict{Text: ui.T(ctx, "resolution.told"), Tone: ui.ToneMuted}
	case r.InForceOn(l.Day):
		return ui.Verdict{Text: ui.T(ctx, "resolution.in_force"), Tone: ui.ToneMet}
	}
	return ui.Verdict{Text: ui.T(ctx, "resolution.not_in_force"), Tone: ui.ToneMuted}
}

func kindName(ctx context.Context, k resolution.Kind) string {
	return ui.T(ctx, "resolution.kind."+string(k))
}
