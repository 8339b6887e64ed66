// Package titleweb has the pages of titles: one title with its source and history, and the form
// that records one by hand.
package titleweb

import (
	"embed"

	"hamrong/internal/access"
	"hamrong/internal/title"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
)

// Locale holds the sentences of these pages and of the titles' faults; its keys begin with "title.".
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS

type handler struct {
	recordweb.Base
	titles *title.Service
}

// Routes lists the pages.
func Routes(b recordweb.Base) []route.Route {
	h := handler{Base: b, titles: title.NewService(b.DB, b.Door)}
	return []route.Route{
		{Pattern: "GET /units/{id}/titles/new", Right: access.Record, Handle: h.blank},
		{Pattern: "POST /units/{id}/titles", Right: access.Record, Handle: h.give},
		{Pattern: "GET /titles/{record}", Right: access.See, Handle: h.show},
		{Pattern: "POST /titles/{record}/change", Right: access.Record, Handle: h.change},
		{Pattern: "POST /titles/{record}/withdraw", Right: access.Record, Handle: h.withdraw},
	}
}
