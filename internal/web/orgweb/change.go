package orgweb

import (
	"net/http"
	"net/url"

	"hamrong/internal/org"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// GET /units/{id}/rename
func (h *handler) renameForm(w http.ResponseWriter, r *http.Request) error {
	return h.showRename(w, r, ui.Form{}, http.StatusOK)
}

func (h *handler) showRename(w http.ResponseWriter, r *http.Request, form ui.Form, status int) error {
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
	c, err := h.change(r)
	if err != nil {
		return err
	}
	if err = c.in.Err(); err == nil {
		err = h.units.Rename(r.Context(), c.unit, org.Renaming{Naming: naming(c.values), Act: c.act})
	}
	return answer{values: c.values, err: err, done: recordweb.UnitHref(c.unit) + "?done=rename",
		again: func(form ui.Form, status int) error { return h.showRename(w, r, form, status) }}.give(w, r)
}

// changing is what every form about a change sends.
type changing struct {
	unit   int64
	values url.Values
	in     *ui.Reading
	act    org.Act
}

func (h *handler) change(r *http.Request) (c changing, err error) {
	if c.unit, err = route.ID(r, "id"); err != nil {
		return c, err
	}
	if c.values, err = route.Posted(r); err != nil {
		return c, err
	}
	c.in = ui.Read(c.values)
	c.act = act(c.in, false)
	return c, nil
}

// GET /units/{id}/move
func (h *handler) moveForm(w http.ResponseWriter, r *http.Request) error {
	return h.showMove(w, r, ui.Form{}, http.StatusOK)
}

func (h *handler) showMove(w http.ResponseWriter, r *http.Request, form ui.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := h.loadForm(r, unit, func(t *store.Tx, v *formView) error {
		v.Words = r.URL.Query().Get("q")
		return choices(t, v, func(u org.Unit) bool {
			return u.Line == v.Unit.Line && u.Kind != org.ChiBo && u.ID != v.Unit.Parent && u.Living(t.Today())
		})
	})
	if err != nil {
		return err
	}
	v.Form = form
	return ui.Render(w, r, status, movePage(v))
}

// POST /units/{id}/move
func (h *handler) move(w http.ResponseWriter, r *http.Request) error {
	c, err := h.change(r)
	if err != nil {
		return err
	}
	if err = c.in.Err(); err == nil {
		err = h.units.Move(r.Context(), c.unit, org.Moving{Parent: chosen(c.values, "parent"), Act: c.act})
	}
	return answer{values: c.values, err: err, done: recordweb.UnitHref(c.unit) + "?done=move",
		again: func(form ui.Form, status int) error { return h.showMove(w, r, form, status) }}.give(w, r)
}

// GET /units/{id}/link
func (h *handler) linkForm(w http.ResponseWriter, r *http.Request) error {
	return h.showLink(w, r, ui.Form{}, http.StatusOK)
}

func (h *handler) showLink(w http.ResponseWriter, r *http.Request, form ui.Form, status int) error {
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
	c, err := h.change(r)
	if err != nil {
		return err
	}
	if err = c.in.Err(); err == nil {
		err = h.units.Link(r.Context(), c.unit, org.Linking{Lead: chosen(c.values, "lead"), Act: c.act})
	}
	return answer{values: c.values, err: err, done: recordweb.UnitHref(c.unit) + "?done=link",
		again: func(form ui.Form, status int) error { return h.showLink(w, r, form, status) }}.give(w, r)
}

// GET /units/{id}/end
func (h *handler) endForm(w http.ResponseWriter, r *http.Request) error {
	return h.showEnd(w, r, ui.Form{}, http.StatusOK)
}

func (h *handler) showEnd(w http.ResponseWriter, r *http.Request, form ui.Form, status int) error {
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
	c, err := h.change(r)
	if err != nil {
		return err
	}
	if err = c.in.Err(); err == nil {
		err = h.units.End(r.Context(), c.unit, c.act)
	}
	return answer{values: c.values, err: err, done: recordweb.UnitHref(c.unit) + "?done=end",
		again: func(form ui.Form, status int) error { return h.showEnd(w, r, form, status) }}.give(w, r)
}
