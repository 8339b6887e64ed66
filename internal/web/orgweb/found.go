package orgweb

import (
	"net/http"
	"net/url"
	"slices"

	"hamrong/internal/fault"
	"hamrong/internal/org"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

// childForm founds a unit below another: GET /units/{id}/children/new
var childForm = unitForm{view: childPage}

// POST /units/{id}/children
func (h *handler) foundChild(w http.ResponseWriter, r *http.Request) error {
	return h.answer(w, r, event{form: childForm, name: "found", dayOptional: true, do: func(unit int64, values url.Values, a org.Act) error {
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
	}})
}

// officeForm founds a unit of another line in the same office: GET /units/{id}/office/new
var officeForm = unitForm{view: officePage, more: func(_ *store.Tx, v *formView) error {
	v.Lines = slices.DeleteFunc(slices.Clone(org.Lines), func(l org.Line) bool { return l == v.Unit.Line })
	return nil
}}

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
	}, Again: func(typed recordweb.Form, status int) error { return h.showForm(w, r, officeForm, typed, status) }}.Give(w, r)
}
