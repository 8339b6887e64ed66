package figureweb

import (
	"context"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"hamrong/internal/rulebook"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// gridField is one field of the sheet.
type gridField struct {
	Name    string
	First   string // shown before anything is sent
	Label   string
	Decimal bool
	Focus   bool
	Own     bool // it has a label of its own
}

func (g gridField) value(f ui.Form) string {
	if _, sent := f.Values[g.Name]; sent {
		return f.Values.Get(g.Name)
	}
	return g.First
}

func (g gridField) wrong(ctx context.Context, f ui.Form) string {
	for _, w := range f.Fields {
		if w.Name == g.Name {
			return ui.T(ctx, w.Key, w.Args...)
		}
	}
	return ""
}

// further leads to the sheet with a block of each population that it has none of.
func (v sheetView) further(ctx context.Context) templ.Component {
	var list []templ.Component
	for _, p := range rulebook.Populations() {
		if slices.ContainsFunc(v.Blocks, func(b block) bool { return b.Population == p.Code }) {
			continue
		}
		if len(list) > 0 {
			list = append(list, ui.Plain("; "))
		}
		list = append(list, ui.Anchor{Text: wording.Say(ctx, p.Name), Href: v.address(p.Code)})
	}
	return ui.Joined(list...)
}

// needsReason reports whether typed figures stand already, so that a change may need its reason.
func (v sheetView) needsReason() bool {
	if v.Frozen {
		return true
	}
	for _, b := range v.Blocks {
		for _, l := range b.Lines {
			if l.Standing != nil {
				return true
			}
		}
	}
	return v.Form.Corrects()
}

// yearText is the year as it stands in sentences.
func (v sheetView) yearText() string { return strconv.Itoa(v.Year) }
