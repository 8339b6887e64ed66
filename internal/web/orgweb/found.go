package orgweb

import (
	"net/http"
	"net/url"

	"hamrong/internal/fault"
	"hamrong/internal/org"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// GET /units/{id}/children/new
func (h *handler) childForm(w http.ResponseWriter, r *http.Request) error {
	return h.showChild(w, r, recordweb.Form{}, http.StatusOK)
}

func (h *handler) showChild(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
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
	return event{name: "found", dayOptional: true, do: func(unit int64, values url.Values, a org.Act) error {
		n := naming(values)
		if n.Kind == "" && n.Name != "" {
			derived, told, err := h.units.Derive(r.Context(), unit, n)
			if err != nil {
				return err
			}
			if !told { // asked once: the form comes back with what was worked out
				values.Set("kind", string(derived.Kind))
				values.Set("level", string(derived.Level))
				return fault.InvalidField("kind", "org.kind_ask", ui.Key("org.kind."+string(derived.Kind)), ui.Key("org.level."+string(derived.Level)))
			}
		}
		_, err := h.units.Found(r.Context(), org.Founding{Naming: n, Act: a, Parent: unit})
		return err
	}, again: h.showChild}.answer(w, r)
}

// GET /units/{id}/office/new
func (h *handler) officeForm(w http.ResponseWriter, r *http.Request) error {
	return h.showOffice(w, r, recordweb.Form{}, http.StatusOK)
}

func (h *handler) showOffice(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
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
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		in := ui.Read(values)
		f := org.Founding{Naming: naming(values), Act: act(in, true), Line: org.Line(in.Choice("line", lineOptions(r.Context(), org.Lines)))}
		if err := in.Err(); err != nil {
			return "", err
		}
		f.Kind, f.Level = "", ""
		_, err := h.units.FoundLinked(r.Context(), unit, f)
		return doneHref(unit, "found"), err
	}, Again: func(form recordweb.Form, status int) error { return h.showOffice(w, r, form, status) }}.Give(w, r)
}
