package resolutionweb

import (
	"context"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"hamrong/internal/access"
	"hamrong/internal/document"
	"hamrong/internal/fault"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// sources names the documents that a resolution's numbers and mottos were read from; one that the
// reader may not open has no name.
func (h *handler) sources(ctx context.Context, c resolution.Content) (map[int64]string, error) {
	names := map[int64]string{}
	for _, m := range append([]resolution.Motto{{At: c.MottoAt}}, c.Mottos...) {
		names[m.At.Document] = ""
	}
	for _, d := range c.Counts {
		names[d.At.Document] = ""
	}
	delete(names, 0)
	p, err := h.Door.Permit(ctx, access.Ask{Right: access.See, Action: "resolution.sources"})
	if err != nil {
		return nil, err
	}
	return names, h.DB.Read(ctx, p, func(t *store.Tx) error {
		for id := range names {
			name, err := document.NameOf(t, id)
			if err != nil && fault.KindOf(err) != fault.NotFound {
				return err
			}
			names[id] = name
		}
		return nil
	})
}

// source names where something of the resolution was read.
func (v showView) source(ctx context.Context, at resolution.At) string {
	switch name := v.Sources[at.Document]; {
	case at.Document == 0:
		return ui.T(ctx, "resolution.source.typed")
	case name == "":
		return ui.T(ctx, "resolution.source.closed")
	default:
		return name
	}
}

// eachStated is the numbers that were stated of the same parts, each with its source: "28 chỉ tiêu (a.docx); 30 chỉ tiêu chủ yếu (b.docx)".
func (v showView) eachStated(ctx context.Context, s resolution.Stated) templ.Component {
	var parts []templ.Component
	for i, d := range append([]resolution.Declared{s.Declared}, s.Others...) {
		if i > 0 {
			parts = append(parts, ui.Plain("; "))
		}
		parts = append(parts, ui.Figure{Text: ui.Number(ctx, int64(d.Count)), Href: placeHref(d.At), Strong: true}, ui.Plain(" "+d.What+" ("+v.source(ctx, d.At)+")"))
	}
	return templ.Join(parts...)
}

// amiss lists where the sources contradict each other, for the rail.
func (v showView) amiss(ctx context.Context) []ui.RailItem {
	var list []ui.RailItem
	if len(v.R.Mottos) > 0 {
		list = append(list, ui.RailItem{Title: ui.T(ctx, "resolution.amiss", ui.T(ctx, "resolution.field.motto")), Href: "#phuong-cham"})
	}
	for _, p := range v.Progress {
		if s, ok := p.Disputed(); ok {
			list = append(list, ui.RailItem{Title: ui.T(ctx, "resolution.amiss", wording.Capital(s.What)), Href: "#" + anchorOf(p),
				Note: ui.T(ctx, "resolution.amiss.counts", strconv.Itoa(s.Count), numbersOf(ctx, s.Others))})
		}
	}
	return list
}

// numbersOf lists numbers alone: "30, 31".
func numbersOf(ctx context.Context, list []resolution.Declared) string {
	var numbers []string
	for _, d := range list {
		numbers = append(numbers, ui.Number(ctx, int64(d.Count)))
	}
	return strings.Join(numbers, ", ")
}

// mottoFacts is the motto, and beside it those of other sources.
func mottoFacts(ctx context.Context, v showView) ui.Facts {
	fact := func(label string, m resolution.Motto) ui.Fact {
		f := ui.Fact{Label: ui.T(ctx, label), Body: recordweb.Words("“"+m.Text+"”", placeHref(m.At))}
		if len(v.R.Mottos) > 0 {
			f.Note = v.source(ctx, m.At)
		}
		return f
	}
	list := ui.Facts{fact("resolution.field.motto", resolution.Motto{Text: v.R.Motto, At: v.R.MottoAt})}
	for _, m := range v.R.Mottos {
		list = append(list, fact("resolution.motto.other", m))
	}
	return list
}
