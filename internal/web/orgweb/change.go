package orgweb

import (
	"net/http"
	"net/url"
	"slices"

	"hamrong/internal/org"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
)

// renameForm gives a unit another name, kind or level: GET /units/{id}/rename
var renameForm = unitForm{view: renamePage}

// POST /units/{id}/rename
func (h *handler) rename(w http.ResponseWriter, r *http.Request) error {
	return h.answer(w, r, event{form: renameForm, name: "rename", dayOptional: true, do: func(unit int64, values url.Values, a org.Act) error {
		return h.units.Rename(r.Context(), unit, org.Renaming{Naming: naming(values), Act: a})
	}})
}

// moveForm offers the units under which a unit may come to stand: GET /units/{id}/move
var moveForm = unitForm{view: movePage, more: func(t *store.Tx, v *formView) error {
	return choices(t, v, func(u org.Unit) bool {
		return u.Line == v.Unit.Line && u.Kind != org.ChiBo && u.ID != v.Unit.Parent && u.Living(t.Today()) && !above(t, v.Unit.ID, u.ID)
	})
}}

// above reports whether a unit stands above another one; what cannot be told is offered, and
// refused by the move.
func above(t *store.Tx, unit, other int64) bool {
	path, err := org.PathTo(t, other, "")
	return err == nil && slices.ContainsFunc(path, func(s org.Step) bool { return s.ID == unit })
}

// POST /units/{id}/move
func (h *handler) move(w http.ResponseWriter, r *http.Request) error {
	return h.answer(w, r, event{form: moveForm, name: "move", do: func(unit int64, values url.Values, a org.Act) error {
		return h.units.Move(r.Context(), unit, org.Moving{Parent: recordweb.Chosen(values, "parent"), Act: a})
	}})
}

// linkForm offers the units of other lines, whose office a unit may share: GET /units/{id}/link
var linkForm = unitForm{view: linkPage, more: func(t *store.Tx, v *formView) error {
	return choices(t, v, func(u org.Unit) bool { return u.Line != v.Unit.Line && u.Living(t.Today()) })
}}

// POST /units/{id}/link
func (h *handler) link(w http.ResponseWriter, r *http.Request) error {
	return h.answer(w, r, event{form: linkForm, name: "link", do: func(unit int64, values url.Values, a org.Act) error {
		return h.units.Link(r.Context(), unit, org.Linking{Lead: recordweb.Chosen(values, "lead"), Act: a})
	}})
}

// endForm names what stands in the way of a unit's end: GET /units/{id}/end
var endForm = unitForm{view: endPage, more: func(t *store.Tx, v *formView) error {
	children, err := org.ChildrenOf(t, v.Unit.ID, "")
	if err != nil {
		return err
	}
	linked, err := org.LinkedTo(t, v.Unit.ID, "")
	v.Below = append(children, linked...)
	return err
}}

// POST /units/{id}/end
func (h *handler) end(w http.ResponseWriter, r *http.Request) error {
	return h.answer(w, r, event{form: endForm, name: "end", do: func(unit int64, _ url.Values, a org.Act) error {
		return h.units.End(r.Context(), unit, a)
	}})
}
