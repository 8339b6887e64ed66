// Package resolutionweb holds the pages of resolutions (nghị quyết), their parts, and the
// programmes and plans by which a unit carries them out.
package resolutionweb

import (
	"embed"

	"hamrong/internal/access"
	"hamrong/internal/meeting"
	"hamrong/internal/resolution"
	"hamrong/internal/task"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
)

// Locale holds the package's sentences, and those of the refusals of package resolution.
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS

type handler struct {
	recordweb.Base
	resolutions *resolution.Service
	meetings    *meeting.Service
	tasks       *task.Service
}

// Routes are the package's lines of the table of contents.
func Routes(b recordweb.Base) []route.Route {
	h := &handler{Base: b, resolutions: resolution.NewService(b.DB, b.Door),
		meetings: meeting.NewService(b.DB, b.Door), tasks: task.NewService(b.DB, b.Door)}
	return []route.Route{
		{Pattern: "GET /units/{id}/resolutions", Right: access.See, Handle: h.list},
		{Pattern: "GET /units/{id}/resolutions/new", Right: access.Record, Handle: h.newForm},
		{Pattern: "POST /units/{id}/resolutions", Right: access.Record, Handle: h.create},
		{Pattern: "GET /resolutions/{record}", Right: access.See, Handle: h.show},
		{Pattern: "GET /resolutions/{record}/change", Right: access.Record, Handle: h.changeForm},
		{Pattern: "POST /resolutions/{record}/change", Right: access.Record, Handle: h.change},
		{Pattern: "POST /resolutions/{record}/withdraw", Right: access.Record, Handle: h.withdraw},
		{Pattern: "GET /resolutions/{record}/parts/new", Right: access.Record, Handle: h.partForm},
		{Pattern: "POST /resolutions/{record}/parts", Right: access.Record, Handle: h.addPart},
		{Pattern: "GET /resolutions/{record}/parts/paste", Right: access.Record, Handle: h.pasteForm},
		{Pattern: "POST /resolutions/{record}/parts/paste", Right: access.Record, Handle: h.paste},
		{Pattern: "GET /parts/{part}", Right: access.Record, Handle: h.editPartForm},
		{Pattern: "POST /parts/{part}/change", Right: access.Record, Handle: h.changePart},
		{Pattern: "POST /parts/{part}/remove", Right: access.Record, Handle: h.removePart},
	}
}

// href is the address of a resolution's page.
func href(record int64) string { return recordweb.Href("resolutions", record, "") }
