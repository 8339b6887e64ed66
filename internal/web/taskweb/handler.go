// Package taskweb holds the pages of tasks (nhiệm vụ): what, who, by when, how far.
package taskweb

import (
	"embed"

	"hamrong/internal/access"
	"hamrong/internal/task"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
)

// Locale holds the package's sentences, and those of the refusals of package task.
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS

type handler struct {
	recordweb.Base
	tasks *task.Service
}

// Routes are the package's lines of the table of contents.
func Routes(b recordweb.Base) []route.Route {
	h := &handler{Base: b, tasks: task.NewService(b.DB, b.Door)}
	return []route.Route{
		{Pattern: "GET /units/{id}/tasks", Right: access.See, Handle: h.list},
		{Pattern: "GET /units/{id}/tasks/new", Right: access.Record, Handle: h.newForm},
		{Pattern: "POST /units/{id}/tasks", Right: access.Record, Handle: h.create},
		{Pattern: "GET /tasks/{record}", Right: access.See, Handle: h.show},
		{Pattern: "GET /tasks/{record}/change", Right: access.Record, Handle: h.changeForm},
		{Pattern: "POST /tasks/{record}/change", Right: access.Record, Handle: h.change},
		{Pattern: "POST /tasks/{record}/settle", Right: access.Record, Handle: h.settle},
		{Pattern: "POST /tasks/{record}/notes", Right: access.Record, Handle: h.note},
		{Pattern: "POST /tasks/{record}/withdraw", Right: access.Record, Handle: h.withdraw},
	}
}

// href is the address of a task's page.
func href(record int64) string { return recordweb.Href("tasks", record, "") }
