// Package targetweb has the pages of targets: a unit's targets from draft to decision, one
// target with its verdict, sources and history, and the forms that draft and amend it.
package targetweb

import (
	"embed"

	"hamrong/internal/access"
	"hamrong/internal/figure"
	"hamrong/internal/target"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
)

// Locale holds the sentences of these pages and of the targets' faults; its keys begin with "target.".
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS

type handler struct {
	recordweb.Base
	targets *target.Service
	figures *figure.Service
}

// Routes lists the pages.
func Routes(b recordweb.Base) []route.Route {
	h := handler{Base: b, targets: target.NewService(b.DB, b.Door), figures: figure.NewService(b.DB, b.Door)}
	return []route.Route{
		{Pattern: "GET /units/{id}/targets", Right: access.See, Handle: h.list},
		{Pattern: "GET /units/{id}/targets/new", Right: access.Record, Handle: h.blank},
		{Pattern: "POST /units/{id}/targets", Right: access.Record, Handle: h.draft},
		{Pattern: "POST /units/{id}/targets/submit", Right: access.Record, Handle: h.submit},
		{Pattern: "POST /units/{id}/targets/adopt", Right: access.Decide, Handle: h.adopt},
		{Pattern: "GET /targets/{record}", Right: access.See, Handle: h.show},
		{Pattern: "GET /targets/{record}/edit", Right: access.See, Handle: h.edit},
		{Pattern: "GET /targets/{record}/alike", Right: access.See, Handle: h.alike},
		{Pattern: "POST /targets/{record}/alike", Right: access.Decide, Handle: h.keep},
		{Pattern: "POST /targets/{record}/change", Right: access.Record, Handle: h.change},
		{Pattern: "POST /targets/{record}/amend", Right: access.Decide, Handle: h.amend},
		{Pattern: "POST /targets/{record}/higher", Right: access.Record, Handle: h.higher},
		{Pattern: "POST /targets/{record}/result", Right: access.Record, Handle: h.result},
		{Pattern: "POST /targets/{record}/withdraw", Right: access.Decide, Handle: h.withdraw},
	}
}
