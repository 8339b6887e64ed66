// Package yearweb is the one page of a unit's year, the same at every level: where the unit
// stands, its results by level, its targets beside their baseline, titles, resolutions, the
// units below, and what is missing.
package yearweb

import (
	"context"
	"embed"
	"net/http"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// Locale holds the sentences of the page; its keys begin with "yearpage.".
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS

// Resolution is a resolution in force, as the page shows it.
type Resolution struct {
	Name   string
	Href   string
	Motto  string
	Mottos []string // what other sources say it is
	Counts []Count  // "5 chương trình trọng tâm"
	Goals  []Goal
	Note   string // where it was studied
}

// Count is a declared number of parts.
type Count struct {
	Number int64
	What   string
	Others []int64 // what other sources say
}

// others lists what other sources say.
func (k Count) others(ctx context.Context) string {
	var list []string
	for _, n := range k.Others {
		list = append(list, ui.Number(ctx, n))
	}
	return strings.Join(list, "; ")
}

// Goal is an aim with its year.
type Goal struct {
	Year int
	Text string
}

// Deps are what the page stands on.
type Deps struct {
	recordweb.Base
	// InForce lists the resolutions that bind a unit in a year, in the transaction of the page.
	InForce func(t *store.Tx, unit int64, year int) ([]Resolution, error)
}

type handler struct{ Deps }

// Routes lists the page's addresses.
func Routes(d Deps) []route.Route {
	h := handler{d}
	return []route.Route{
		{Pattern: "GET /units/{id}/years", Right: access.See, Handle: h.latest},
		{Pattern: "GET /units/{id}/years/{year}", Right: access.See, Handle: h.show},
	}
}

func (h handler) show(w http.ResponseWriter, r *http.Request) error {
	unit, year, err := route.UnitYear(r)
	if err != nil {
		return err
	}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.See, Unit: unit, Period: period.Year(year), Action: "year.page"})
	if err != nil {
		return err
	}
	var c content
	err = h.DB.Read(r.Context(), p, func(t *store.Tx) error {
		c, err = load(t, unit, year, h.InForce)
		return err
	})
	if err != nil {
		return err
	}
	for need, may := range map[access.Right]*bool{access.Record: &c.MayRecord, access.Decide: &c.MayDecide, access.Structure: &c.MayFound} {
		if *may, err = recordweb.May(r.Context(), h.Door, need, unit); err != nil {
			return err
		}
	}
	c.Kept = recordweb.Kept(r)
	return ui.Render(w, r, http.StatusOK, yearPage(c))
}
