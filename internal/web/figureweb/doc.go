// Package figureweb has the pages of reported figures: one figure with its sentence, its other
// sources and its history; how a worked-out number came about; and the sheet on which the figures
// of a year are typed from paper.
package figureweb

import (
	"embed"
	"net/http"
	"strconv"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/store"
	"hamrong/internal/web/route"
)

// Locale holds the sentences of these pages and of the figures' faults; its keys begin with "figure.".
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS

// Deps are what these pages stand on.
type Deps struct {
	DB      *store.DB
	Door    access.Door
	Figures *figure.Service
}

type handler struct{ Deps }

// Routes lists the pages.
func Routes(d Deps) []route.Route {
	h := handler{d}
	return []route.Route{
		{Pattern: "GET /figures/{record}", Right: access.See, Handle: h.show},
		{Pattern: "POST /figures/{record}/change", Right: access.Record, Handle: h.change},
		{Pattern: "POST /figures/{record}/withdraw", Right: access.Record, Handle: h.withdraw},
		{Pattern: "GET /units/{id}/years/{year}/worked", Right: access.See, Handle: h.worked},
		{Pattern: "GET /units/{id}/years/{year}/figures", Right: access.Record, Handle: h.typing},
		{Pattern: "POST /units/{id}/years/{year}/figures", Right: access.Record, Handle: h.typed},
	}
}

// number reads a number of the address; one that cannot be is a page that does not exist.
func number(r *http.Request, name string) (int64, error) {
	n, err := strconv.ParseInt(r.PathValue(name), 10, 64)
	if err != nil || n <= 0 {
		return 0, fault.New(fault.NotFound, "fault.not_found")
	}
	return n, nil
}

// unitYear reads the unit and the year of the address.
func unitYear(r *http.Request) (unit int64, year int, err error) {
	unit, err = number(r, "id")
	if err != nil {
		return 0, 0, err
	}
	y, err := number(r, "year")
	if err != nil || y < 1900 || y > 2200 {
		return 0, 0, fault.New(fault.NotFound, "fault.not_found")
	}
	return unit, int(y), nil
}
