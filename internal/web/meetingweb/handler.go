// Package meetingweb holds the pages of meetings and conferences (hội nghị): who presented
// what, in which position, what was adopted, what participants must do, and the captions.
package meetingweb

import (
	"embed"

	"hamrong/internal/access"
	"hamrong/internal/meeting"
	"hamrong/internal/resolution"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
)

// Locale holds the package's sentences, and those of the refusals of package meeting.
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS

type handler struct {
	recordweb.Base
	meetings    *meeting.Service
	resolutions *resolution.Service
}

// Routes are the package's lines of the table of contents.
func Routes(b recordweb.Base) []route.Route {
	h := &handler{Base: b, meetings: meeting.NewService(b.DB, b.Door), resolutions: resolution.NewService(b.DB, b.Door)}
	return []route.Route{
		{Pattern: "GET /units/{id}/meetings", Right: access.See, Handle: h.list},
		{Pattern: "GET /units/{id}/meetings/new", Right: access.Record, Handle: h.newForm},
		{Pattern: "POST /units/{id}/meetings", Right: access.Record, Handle: h.create},
		{Pattern: "GET /meetings/{record}", Right: access.See, Handle: h.show},
		{Pattern: "GET /meetings/{record}/change", Right: access.Record, Handle: h.changeForm},
		{Pattern: "POST /meetings/{record}/change", Right: access.Record, Handle: h.change},
		{Pattern: "POST /meetings/{record}/withdraw", Right: access.Record, Handle: h.withdraw},
		{Pattern: "GET /meetings/{record}/items/new", Right: access.Record, Handle: h.itemForm},
		{Pattern: "POST /meetings/{record}/items", Right: access.Record, Handle: h.addItem},
		{Pattern: "GET /meeting-items/{item}", Right: access.Record, Handle: h.editItemForm},
		{Pattern: "POST /meeting-items/{item}/change", Right: access.Record, Handle: h.changeItem},
		{Pattern: "POST /meeting-items/{item}/remove", Right: access.Record, Handle: h.removeItem},
	}
}

// href is the address of a meeting's page.
func href(record int64) string { return recordweb.Href("meetings", record, "") }
