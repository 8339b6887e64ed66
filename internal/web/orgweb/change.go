package orgweb

import (
	"net/http"
	"net/url"
	"slices"

	"hamrong/internal/org"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// GET /units/{id}/rename
func (h *handler) renameForm(w http.ResponseWriter, r *http.Request) error {
	return h.showRename(w, r, recordweb.Form{}, http.StatusOK)
}

func (h *handler) showRename(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := h.loadForm(r, unit, nil)
	if err != nil {
		return err
	}
	v.Form = form
	return ui.Render(w, r, status, renamePage(v))
}

// POST /units/{id}/rename
func (h *handler) rename(w http.ResponseWriter, r *http.Request) error {
	return event{name: "rename", dayOptional: true, do: func(unit int64, values url.Values, a org.Act) error {
		return h.units.Rename(r.Context(), unit, org.Renaming{Naming: naming(values), Act: a})
	}, again: h.showRename}.answer(w, r)
}

// GET /units/{id}/move
func (h *handler) moveForm(w http.ResponseWriter, r *http.Request) error {
	return h.showMove(w, r, recordweb.Form{}, http.StatusOK)
}

func (h *handler) showMove(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := h.loadForm(r, unit, func(t *store.Tx, v *formView) error {
		v.Words = r.URL.Query().Get("q")
		return choices(t, v, func(u org.Unit) bool {
			return u.Line == v.Unit.Line && u.Kind != org.ChiBo && u.ID != v.Unit.Parent && u.Living(t.Today()) && !above(t, v.Unit.ID, u.ID)
		})
	})
	if err != nil {
		return err
	}
	v.Form = form
	return ui.Render(w, r, status, movePage(v))
}

// above reports whether a unit stands above another one; what cannot be told is offered, and
// refused by the move.
func above(t *store.Tx, unit, other int64) bool {
	path, err := org.PathTo(t, other, "")
	return err == nil && slices.ContainsFunc(path, func(s org.Step) bool { return s.ID == unit })
}

// POST /units/{id}/move
func (h *handler) move(w http.ResponseWriter, r *http.Request) error {
	return event{name: "move", do: func(unit int64, values url.Values, a org.Act) error {
		return h.units.Move(r.Context(), unit, org.Moving{Parent: recordweb.Chosen(values, "parent"), Act: a})
	}, again: h.showMove}.answer(w, r)
}

// GET /units/{id}/link
func (h *handler) linkForm(w http.ResponseWriter, r *http.Request) error {
	return h.showLink(w, r, recordweb.Form{}, http.StatusOK)
}

func (h *handler) showLink(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := h.loadForm(r, unit, func(t *store.Tx, v *formView) error {
		v.Words = r.URL.Query().Get("q")
		return choices(t, v, func(u org.Unit) bool { return u.Line != v.Unit.Line && u.Living(t.Today()) })
	})
	if err != nil {
		return err
	}
	v.Form = form
	return ui.Render(w, r, status, linkPage(v))
}

// POST /units/{id}/link
func (h *handler) link(w http.ResponseWriter, r *http.Request) error {
	return event{name: "link", do: func(unit int64, values url.Values, a org.Act) error {
		return h.units.Link(r.Context(), unit, org.Linking{Lead: recordweb.Chosen(values, "lead"), Act: a})
	}, again: h.showLink}.answer(w, r)
}

// GET /units/{id}/end
func (h *handler) endForm(w http.ResponseWriter, r *http.Request) error {
	return h.showEnd(w, r, recordweb.Form{}, http.StatusOK)
}

func (h *handler) showEnd(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := h.loadForm(r, unit, func(t *store.Tx, v *formView) error {
		children, err := org.ChildrenOf(t, unit, "")
		if err != nil {
			return err
		}
		linked, err := org.LinkedTo(t, unit, "")
		v.Below = append(children, linked...)
		return err
	})
	if err != nil {
		return err
	}
	v.Form = form
	return ui.Render(w, r, status, endPage(v))
}

// POST /units/{id}/end
func (h *handler) end(w http.ResponseWriter, r *http.Request) error {
	return event{name: "end", do: func(unit int64, _ url.Values, a org.Act) error {
		return h.units.End(r.Context(), unit, a)
	}, again: h.showEnd}.answer(w, r)
}
