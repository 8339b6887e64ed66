package yearweb

import (
	"net/http"
	"strconv"

	"hamrong/internal/access"
	"hamrong/internal/figure"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/web/route"
)

// latest leads to the newest year of which the unit's register says anything, else
// to this year: GET /units/{id}/years.
func (h handler) latest(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.See, Unit: unit, Action: "year.page"})
	if err != nil {
		return err
	}
	newest := 0
	err = h.DB.Read(r.Context(), p, func(t *store.Tx) error {
		figures, err := figure.Periods(t, unit)
		if err != nil {
			return err
		}
		targets, err := target.Periods(t, unit)
		for _, p := range append(figures, targets...) {
			if p.IsYear() {
				newest = max(newest, p.First())
			}
		}
		if newest == 0 {
			newest = t.Today().Year()
		}
		return err
	})
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/units/"+strconv.FormatInt(unit, 10)+"/years/"+strconv.Itoa(newest), http.StatusSeeOther)
	return nil
}
