// Package memberweb holds the people pages: persons, and the names that reports give, which
// become persons only when the clerk says so.
package memberweb

import (
	"embed"

	"hamrong/internal/access"
	"hamrong/internal/member"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
)

// Locale holds the package's sentences, and those of the refusals of package member.
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS

type handler struct {
	recordweb.Base
	members *member.Service
}

// Routes are the package's lines of the table of contents.
func Routes(b recordweb.Base) []route.Route {
	h := &handler{Base: b, members: member.NewService(b.DB, b.Door)}
	return []route.Route{
		{Pattern: "GET /units/{id}/people", Right: access.See, Handle: h.list},
		{Pattern: "GET /units/{id}/people/new", Right: access.Record, Handle: h.newForm},
		{Pattern: "POST /units/{id}/people", Right: access.Record, Handle: h.create},
		{Pattern: "GET /units/{id}/people/link", Right: access.Record, Handle: h.linkForm},
		{Pattern: "POST /units/{id}/people/link", Right: access.Record, Handle: h.link},
		{Pattern: "GET /people/{record}", Right: access.See, Handle: h.show},
		{Pattern: "GET /people/{record}/change", Right: access.Record, Handle: h.changeForm},
		{Pattern: "POST /people/{record}/change", Right: access.Record, Handle: h.change},
		{Pattern: "POST /people/{record}/withdraw", Right: access.Record, Handle: h.withdraw},
	}
}

// href is the address of a person's page.
func href(record int64) string { return recordweb.Href("people", record, "") }
