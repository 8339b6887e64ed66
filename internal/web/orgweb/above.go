package orgweb

import (
	"net/http"
	"net/url"
	"slices"

	"hamrong/internal/account"
	"hamrong/internal/org"
	"hamrong/internal/store"
)

// aboveForm founds a superior of the top unit, which is no branch: GET /units/{id}/above/new
var aboveForm = unitForm{view: abovePage, more: func(_ *store.Tx, v *formView) error {
	v.Kinds = slices.DeleteFunc(v.Kinds, func(k org.Kind) bool { return k == org.ChiBo })
	return nil
}}

// POST /units/{id}/above
func (h *handler) foundAbove(w http.ResponseWriter, r *http.Request) error {
	return h.answer(w, r, event{form: aboveForm, name: "above", do: func(unit int64, values url.Values, a org.Act) error {
		_, err := h.units.FoundAbove(r.Context(), unit, org.Founding{Naming: naming(values), Act: a}, account.Own)
		return err
	}})
}

// above is the level that the unit above one usually has: the next.
func (v formView) above() org.Level {
	i := slices.Index(org.Levels, v.Unit.Level)
	return org.Levels[min(i+1, len(org.Levels)-1)]
}
