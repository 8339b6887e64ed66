// Package intakeweb has the pages on which a report comes in: dropping the file,
// reading it with its facts in place, deciding, entering, and taking back.
package intakeweb

import (
	"embed"

	"hamrong/internal/access"
	"hamrong/internal/document"
	"hamrong/internal/intake"
	"hamrong/internal/org"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/session"
)

// Locale holds the sentences of these pages.
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS

// handler answers for these pages.
type handler struct {
	recordweb.Base
	documents *document.Service
	intake    *intake.Service
	units     *org.Service
	turns     turns
	outcomes  *session.Carried[intake.Outcome]
}

// Routes lists the pages.
func Routes(b recordweb.Base) []route.Route {
	h := handler{Base: b, documents: document.New(b.DB, b.Door), intake: intake.New(b.DB, b.Door), units: org.New(b.DB, b.Door), turns: newTurns(), outcomes: session.NewCarried[intake.Outcome](1000, b.DB.Now)}
	return []route.Route{
		{Pattern: "GET /units/{id}/documents", Right: access.See, Handle: h.list},
		{Pattern: "GET /units/{id}/documents/new", Right: access.Record, Handle: h.drop},
		{Pattern: "POST /units/{id}/documents", Right: access.Record, Handle: h.take, MaxBody: route.Upload, Rate: route.UploadRate},
		{Pattern: "GET /documents/{id}", Right: access.See, Handle: h.document},
		{Pattern: "GET /intakes/{id}", Right: access.See, Handle: h.sheet},
		{Pattern: "POST /intakes/{id}", Right: access.Record, Handle: h.save},
		{Pattern: "GET /intakes/{id}/enter", Right: access.See, Handle: h.reopened},
		{Pattern: "POST /intakes/{id}/enter", Right: access.Record, Handle: h.enter},
		{Pattern: "POST /intakes/{id}/found", Right: access.Structure, Handle: h.found},
		{Pattern: "GET /units/{id}/entries", Right: access.See, Handle: h.entries},
		{Pattern: "GET /entries/{id}", Right: access.See, Handle: h.entry},
		{Pattern: "POST /entries/{id}/undo", Right: access.Record, Handle: h.undo},
	}
}
