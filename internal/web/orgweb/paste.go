package orgweb

import (
	"net/http"
	"net/url"
	"strconv"

	"hamrong/internal/fault"
	"hamrong/internal/org"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// GET /units/{id}/paste
func (h *handler) pasteForm(w http.ResponseWriter, r *http.Request) error {
	return h.showPaste(w, r, formView{}, http.StatusOK)
}

// showPaste shows the form, below the preview if v has one.
func (h *handler) showPaste(w http.ResponseWriter, r *http.Request, v formView, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	page, err := h.loadForm(r, unit, nil)
	if err != nil {
		return err
	}
	page.Form, page.Preview, page.Shown, page.Changed = v.Form, v.Preview, v.Shown, v.Changed
	return ui.Render(w, r, status, pastePage(page))
}

// POST /units/{id}/paste: shows what would become of each line; with step=confirm founds the units.
func (h *handler) paste(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	values, err := route.Posted(r)
	if err != nil {
		return err
	}
	in := ui.Read(values)
	p := org.Pasting{Parent: unit, Text: values.Get("text"), Act: act(in, true)}
	err = in.Err()
	if err == nil && values.Get("step") == "confirm" {
		p.Expected = seen(values)
		_, err = h.units.Paste(r.Context(), p)
		if err == nil {
			return recordweb.Onward(w, r, doneHref(unit, "paste"))
		}
		if fault.KindOf(err) == fault.Conflict {
			return h.preview(w, r, p, formView{Form: recordweb.Filled(values), Changed: "org.paste.changed"})
		}
	}
	if form, ok := ui.Wrong(values, err); ok {
		return h.showPaste(w, r, formView{Form: recordweb.Form{Form: form}}, http.StatusUnprocessableEntity)
	}
	if err != nil {
		return err
	}
	return h.preview(w, r, p, formView{Form: recordweb.Filled(values)})
}

// preview shows what a list would make, beside the list to be changed.
func (h *handler) preview(w http.ResponseWriter, r *http.Request, p org.Pasting, v formView) error {
	preview, err := h.units.PreviewPaste(r.Context(), p)
	if form, ok := ui.Wrong(v.Form.Values, err); ok {
		return h.showPaste(w, r, formView{Form: recordweb.Form{Form: form}}, http.StatusUnprocessableEntity)
	}
	if err != nil {
		return err
	}
	v.Preview, v.Shown = preview, true
	status := http.StatusOK
	if v.Changed != "" {
		status = http.StatusConflict
	}
	return h.showPaste(w, r, v, status)
}

// seen reads how many new units the preview had shown.
func seen(values url.Values) int {
	n, err := strconv.Atoi(values.Get("expected"))
	if err != nil {
		return -1 // no preview was seen: Paste refuses
	}
	return n
}
