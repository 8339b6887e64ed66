package orgweb

import (
	"net/http"
	"net/url"
	"slices"

	"hamrong/internal/account"
	"hamrong/internal/org"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// GET /units/{id}/above/new
func (h *handler) aboveForm(w http.ResponseWriter, r *http.Request) error {
	return h.showAbove(w, r, recordweb.Form{}, http.StatusOK)
}

func (h *handler) showAbove(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := h.loadForm(r, unit, nil)
	if err != nil {
		return err
	}
	v.Kinds = slices.DeleteFunc(v.Kinds, func(k org.Kind) bool { return k == org.ChiBo })
	v.Form = form
	return ui.Render(w, r, status, abovePage(v))
}

// POST /units/{id}/above
func (h *handler) foundAbove(w http.ResponseWriter, r *http.Request) error {
	return event{name: "above", do: func(unit int64, values url.Values, a org.Act) error {
		_, err := h.units.FoundAbove(r.Context(), unit, org.Founding{Naming: naming(values), Act: a}, account.Own)
		return err
	}, again: h.showAbove}.answer(w, r)
}

// above is the level that the unit above one usually has: the next.
func (v formView) above() org.Level {
	i := slices.Index(org.Levels, v.Unit.Level)
	return org.Levels[min(i+1, len(org.Levels)-1)]
}
