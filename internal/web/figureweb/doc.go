// Package figureweb has the pages of reported figures: one figure with its sentence, its other
// sources and its history; how a worked-out number came about; and the sheet on which the figures
// of a year are typed from paper.
package figureweb

import (
	"embed"

	"hamrong/internal/access"
	"hamrong/internal/figure"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
)

// Locale holds the sentences of these pages and of the figures' faults; its keys begin with "figure.".
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS

type handler struct {
	recordweb.Base
	figures *figure.Service
}

// Routes lists the pages.
func Routes(b recordweb.Base) []route.Route {
	h := handler{Base: b, figures: figure.NewService(b.DB, b.Door)}
	return []route.Route{
		{Pattern: "GET /figures/{record}", Right: access.See, Handle: h.show},
		{Pattern: "POST /figures/{record}/change", Right: access.Record, Handle: h.change},
		{Pattern: "POST /figures/{record}/withdraw", Right: access.Record, Handle: h.withdraw},
		{Pattern: "GET /units/{id}/years/{year}/worked", Right: access.See, Handle: h.worked},
		{Pattern: "GET /units/{id}/years/{year}/figures", Right: access.Record, Handle: h.typing},
		{Pattern: "POST /units/{id}/years/{year}/figures", Right: access.Record, Handle: h.typed},
	}
}
