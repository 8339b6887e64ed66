package resolutionweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"hamrong/internal/fault"
	"hamrong/internal/resolution"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// pasteView is the form of a pasted list of parts, below its preview once there is one.
type pasteView struct {
	partView
	Lines   []resolution.PastedLine // nil until the list was looked at
	Changed bool                    // others wrote between the preview and the entering
}

func (v pasteView) count(verdict resolution.PasteVerdict) int {
	return resolution.Counted(v.Lines, verdict)
}

// GET /resolutions/{record}/parts/paste
func (h *handler) pasteForm(w http.ResponseWriter, r *http.Request) error {
	return h.showPaste(w, r, pasteView{partView: partView{Form: recordweb.Filled(url.Values{})}}, http.StatusOK)
}

func (h *handler) showPaste(w http.ResponseWriter, r *http.Request, v pasteView, status int) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	form := v.Form
	if v.partView, err = h.partPlace(r, record); err != nil {
		return err
	}
	v.Form, v.Title, v.Action = form, ui.T(r.Context(), "resolution.paste"), href(record)+"/parts/paste"
	return ui.Render(w, r, status, pastePage(v))
}

// POST /resolutions/{record}/parts/paste: shows what would become of each line; with
// step=confirm enters the parts.
func (h *handler) paste(w http.ResponseWriter, r *http.Request) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	values, err := route.Posted(r)
	if err != nil {
		return err
	}
	p := resolution.Pasted{Kind: resolution.PartKind(values.Get("kind")), Text: values.Get("text"), Field: values.Get("field")}
	v, status := pasteView{partView: partView{Form: recordweb.Filled(values)}}, http.StatusOK
	if values.Get("step") == "confirm" {
		if p.Expected, err = strconv.Atoi(values.Get("expected")); err != nil {
			p.Expected = -1 // no preview was seen: nothing is entered
		}
		if _, err = h.resolutions.PasteParts(r.Context(), record, p); err == nil {
			return recordweb.Onward(w, r, recordweb.KeptHref(href(record))+"#phan-"+string(p.Kind))
		}
		if v.Changed = fault.KindOf(err) == fault.Conflict; v.Changed {
			status, err = http.StatusConflict, nil
		}
	}
	if err == nil {
		v.Lines, err = h.resolutions.PreviewParts(r.Context(), record, p)
	}
	if form, ok := ui.Wrong(values, err); ok {
		return h.showPaste(w, r, pasteView{partView: partView{Form: recordweb.Form{Form: form}}}, http.StatusUnprocessableEntity)
	}
	if err != nil {
		return err
	}
	return h.showPaste(w, r, v, status)
}

// pasteTable says of each line which part of which kind and field it becomes, or why none.
func pasteTable(ctx context.Context, v pasteView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "resolution.paste.preview"), Hidden: true, Columns: []ui.Column{
		{Head: ui.T(ctx, "resolution.paste.line"), Kind: ui.Numbers, Place: ui.PhoneHidden}, {Head: ui.T(ctx, "resolution.part.text"), Width: ui.Width36},
		{Head: ui.T(ctx, "resolution.part.kind")}, {Head: ui.T(ctx, "resolution.part.field"), Place: ui.PhoneHidden}, {Head: ui.T(ctx, "resolution.paste.verdict")}}}
	for _, l := range v.Lines {
		verdict, row := ui.Cell{Text: ui.T(ctx, "resolution.paste.is."+string(l.Verdict)), Icon: ui.IconPlus, Tone: ui.ToneMet}, ui.Row{}
		switch l.Verdict {
		case resolution.PasteExists, resolution.PasteHeading:
			verdict.Icon, verdict.Tone, row.Kind = ui.IconMinus, ui.ToneUnknown, ui.RowZero
		case resolution.PasteWrong:
			verdict.Icon, verdict.Tone, verdict.Sub, row.Look = ui.IconWarn, ui.ToneShort, ui.T(ctx, l.Key, l.Args...), true
		}
		row.Cells = []ui.Cell{{Text: strconv.Itoa(l.Line)}, {Text: l.Text}, {Text: wording.Capital(partKindName(ctx, l.Part.Kind))}, {Text: l.Part.Field}, verdict}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// pasteSum says what the list would add: "3 chỉ tiêu, 2 nhiệm vụ".
func pasteSum(ctx context.Context, v pasteView) string {
	counts := map[resolution.PartKind]int{}
	for _, l := range v.Lines {
		if l.Verdict == resolution.PasteNew {
			counts[l.Part.Kind]++
		}
	}
	var parts []string
	for _, k := range resolution.PartKinds {
		if n := counts[k]; n > 0 {
			parts = append(parts, ui.Number(ctx, int64(n))+" "+partKindName(ctx, k))
		}
	}
	return strings.Join(parts, ", ")
}

// pasteWeight is the weight of the button that shows the preview: it is the primary one until
// there is something to enter.
func pasteWeight(v pasteView) ui.ButtonKind {
	if v.count(resolution.PasteNew) > 0 && v.count(resolution.PasteWrong) == 0 {
		return ui.Secondary
	}
	return ui.Primary
}
