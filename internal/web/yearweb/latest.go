package yearweb

import (
	"cmp"
	"net/http"
	"strconv"

	"hamrong/internal/access"
	"hamrong/internal/figure"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/web/route"
)

// latest leads to the newest year, up to this one, of which the unit's register says anything; a
// register that speaks of later years alone leads to the first of them: GET /units/{id}/years.
func (h handler) latest(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.See, Unit: unit, Action: "year.page"})
	if err != nil {
		return err
	}
	year := 0
	err = h.DB.Read(r.Context(), p, func(t *store.Tx) error {
		figures, err := figure.Periods(t, unit)
		if err != nil {
			return err
		}
		targets, err := target.Periods(t, unit)
		year = opened(append(figures, targets...), t.Today().Year())
		return err
	})
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/units/"+strconv.FormatInt(unit, 10)+"/years/"+strconv.Itoa(year), http.StatusSeeOther)
	return nil
}

// opened is the year that is opened first of those that a register speaks of.
func opened(periods []period.Period, today int) int {
	newest, first := 0, 0
	for _, p := range periods {
		switch y := p.First(); {
		case !p.IsYear():
		case y <= today:
			newest = max(newest, y)
		case first == 0 || y < first:
			first = y
		}
	}
	return cmp.Or(newest, first, today)
}
