// Package orgweb holds the pages about units: the tree of any day, a unit's profile, what
// may happen to it (founded, renamed, moved, linked, ended), pasted lists of units, and the
// deciding and closing of a unit's year.
package orgweb

import (
	"embed"
	"net/http"

	"hamrong/internal/access"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/year"
)

// Locale holds the package's sentences, and those of the refusals of packages org and year.
//
//go:embed locale
var Locale embed.FS

type handler struct {
	recordweb.Base
	units *org.Service
	years *year.Service
}

// Routes are the package's lines of the table of contents.
func Routes(b recordweb.Base) []route.Route {
	h := &handler{Base: b, units: org.New(b.DB, b.Door), years: year.New(b.DB, b.Door)}
	return []route.Route{
		{Pattern: "GET /units", Handle: h.tree},
		{Pattern: "GET /units/{id}", Right: access.See, Handle: h.show},
		{Pattern: "GET /units/{id}/children/new", Right: access.Structure, Handle: h.blank(childForm)},
		{Pattern: "POST /units/{id}/children", Right: access.Structure, Handle: h.foundChild},
		{Pattern: "GET /units/{id}/above/new", Right: access.Structure | access.Administer, Handle: h.blank(aboveForm)},
		{Pattern: "POST /units/{id}/above", Right: access.Structure | access.Administer, Handle: h.foundAbove},
		{Pattern: "GET /units/{id}/office/new", Right: access.Structure, Handle: h.blank(officeForm)},
		{Pattern: "POST /units/{id}/office", Right: access.Structure, Handle: h.foundOffice},
		{Pattern: "GET /units/{id}/paste", Right: access.Structure, Handle: h.pasteForm},
		{Pattern: "POST /units/{id}/paste", Right: access.Structure, Handle: h.paste},
		{Pattern: "GET /units/{id}/rename", Right: access.Structure, Handle: h.blank(renameForm)},
		{Pattern: "POST /units/{id}/rename", Right: access.Structure, Handle: h.rename},
		{Pattern: "GET /units/{id}/move", Right: access.Structure, Handle: h.blank(moveForm)},
		{Pattern: "POST /units/{id}/move", Right: access.Structure, Handle: h.move},
		{Pattern: "GET /units/{id}/link", Right: access.Structure, Handle: h.blank(linkForm)},
		{Pattern: "POST /units/{id}/link", Right: access.Structure, Handle: h.link},
		{Pattern: "GET /units/{id}/end", Right: access.Structure, Handle: h.blank(endForm)},
		{Pattern: "POST /units/{id}/end", Right: access.Structure, Handle: h.end},
		{Pattern: "GET /units/{id}/years/{year}/decide", Right: access.Decide, Handle: h.decideForm},
		{Pattern: "POST /units/{id}/years/{year}/decide", Right: access.Decide, Handle: h.decide},
		{Pattern: "GET /units/{id}/years/{year}/close", Right: access.Decide, Handle: h.closeForm},
		{Pattern: "POST /units/{id}/years/{year}/close", Right: access.Decide, Handle: h.close},
	}
}

// dayOf reads the day of ?on=, "" for today. What is no day is a wrong field "on".
func dayOf(r *http.Request) (period.Date, error) {
	in := ui.Read(r.URL.Query())
	day := in.MaybeDate("on")
	return day, in.Err()
}

// see opens a reading transaction for a unit as of a day.
func (h *handler) see(r *http.Request, unit int64, day period.Date, fn func(*store.Tx) error) error {
	ask := access.Ask{Right: access.See, Unit: unit, Action: "unit.read"}
	if day != "" {
		ask.Period = period.Year(day.Year())
	}
	p, err := h.Door.Permit(r.Context(), ask)
	if err != nil {
		return err
	}
	return h.DB.Read(r.Context(), p, fn)
}

// shape opens a reading transaction for a form that changes a unit.
func (h *handler) shape(r *http.Request, unit int64, fn func(*store.Tx) error) error {
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.Structure, Unit: unit, Action: "unit.form"})
	if err != nil {
		return err
	}
	return h.DB.Read(r.Context(), p, fn)
}
