package orgweb

import (
	"net/http"

	"hamrong/internal/org"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// GET /units/{id}/children/new
func (h *handler) childForm(w http.ResponseWriter, r *http.Request) error {
	return h.showChild(w, r, ui.Form{}, http.StatusOK)
}

func (h *handler) showChild(w http.ResponseWriter, r *http.Request, form ui.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := h.loadForm(r, unit, nil)
	if err != nil {
		return err
	}
	v.Form = form
	return ui.Render(w, r, status, childPage(v))
}

// POST /units/{id}/children
func (h *handler) foundChild(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	values, err := route.Posted(r)
	if err != nil {
		return err
	}
	in := ui.Read(values)
	f := org.Founding{Naming: naming(values), Act: act(in, true), Parent: unit}
	err = in.Err()
	if err == nil {
		_, err = h.units.Found(r.Context(), f)
	}
	return answer{values: values, err: err, done: recordweb.UnitHref(unit) + "?done=found",
		again: func(form ui.Form, status int) error { return h.showChild(w, r, form, status) }}.give(w, r)
}

// GET /units/{id}/office/new
func (h *handler) officeForm(w http.ResponseWriter, r *http.Request) error {
	return h.showOffice(w, r, ui.Form{}, http.StatusOK)
}

func (h *handler) showOffice(w http.ResponseWriter, r *http.Request, form ui.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := h.loadForm(r, unit, nil)
	if err != nil {
		return err
	}
	v.Form = form
	for _, l := range org.Lines {
		if l != v.Unit.Line {
			v.Lines = append(v.Lines, l)
		}
	}
	return ui.Render(w, r, status, officePage(v))
}

// POST /units/{id}/office
func (h *handler) foundOffice(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	values, err := route.Posted(r)
	if err != nil {
		return err
	}
	in := ui.Read(values)
	line := org.Line(in.Choice("line", lineOptions(r.Context(), org.Lines)))
	n := naming(values)
	n.Kind, n.Level = "", ""
	f := org.Founding{Naming: n, Act: act(in, true), Line: line}
	err = in.Err()
	if err == nil {
		_, err = h.units.FoundLinked(r.Context(), unit, f)
	}
	return answer{values: values, err: err, done: recordweb.UnitHref(unit) + "?done=found",
		again: func(form ui.Form, status int) error { return h.showOffice(w, r, form, status) }}.give(w, r)
}
