package figureweb

import (
	"context"
	"strconv"

	"hamrong/internal/web/ui"
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

// has reports whether the sheet has a block of the population.
func (v sheetView) has(population string) bool {
	for _, b := range v.Blocks {
		if b.Population == population {
			return true
		}
	}
	return false
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
