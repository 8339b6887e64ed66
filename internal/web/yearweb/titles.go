package yearweb

import (
	"context"
	"strconv"

	"hamrong/internal/org"
	"hamrong/internal/rulebook"
	"hamrong/internal/title"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

// titleColumn is one column of the table of titles: a year and whether it is of titles held or aimed at.
type titleColumn struct {
	year int
	aims bool
}

// titleColumns keeps those of the four columns that say something; the page's own year always stands.
func (c content) titleColumns() []titleColumn {
	var cols []titleColumn
	for _, col := range []titleColumn{{c.Year - 1, false}, {c.Year, false}, {c.Year, true}, {c.Year + 1, true}} {
		if col == (titleColumn{c.Year, false}) || c.hasTitles(col) {
			cols = append(cols, col)
		}
	}
	return cols
}

func (c content) hasTitles(col titleColumn) bool {
	for _, h := range c.Office {
		if len(h.of(col)) > 0 {
			return true
		}
	}
	return false
}

// of lists a unit's titles of a column.
func (h holder) of(col titleColumn) []title.Title {
	var list []title.Title
	for _, d := range h.Titles {
		if d.Period.First() == col.year && (d.Status == title.Aimed) == col.aims {
			list = append(list, d)
		}
	}
	return list
}

// titleTable is "Biểu 4": titles held and aimed at by the units of the office.
func (c content) titleTable(ctx context.Context, number int) ui.Table {
	cols := c.titleColumns()
	t := ui.Table{ID: "bieu-" + strconv.Itoa(number), Number: number, Caption: ui.T(ctx, "yearpage.titles.caption"), Layout: ui.Blocks,
		Columns: []ui.Column{{Head: ui.T(ctx, "yearpage.collective"), Place: ui.PlaceTitle}}}
	for _, col := range cols {
		head := ui.T(ctx, "yearpage.titles.year", strconv.Itoa(col.year))
		if col.aims {
			head = ui.T(ctx, "yearpage.titles.aim", strconv.Itoa(col.year))
		}
		t.Columns = append(t.Columns, ui.Column{Head: head})
	}
	for _, h := range c.Office {
		if len(h.Titles) == 0 && h.ID != c.Unit.ID && h.Line == org.Party {
			continue
		}
		row := ui.Row{Cells: []ui.Cell{{Text: h.Name, Href: recordweb.YearHref(h.ID, c.Year)}}}
		for _, col := range cols {
			row.Cells = append(row.Cells, h.cell(ctx, col))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (h holder) cell(ctx context.Context, col titleColumn) ui.Cell {
	list := h.of(col)
	if len(list) == 0 {
		return ui.Cell{Text: ui.T(ctx, "yearpage.none"), Icon: ui.IconUnknown, Tone: ui.ToneUnknown}
	}
	d := best(list)
	cell := ui.Cell{Text: d.Name(), Href: recordweb.TitleHref(d.Record)}
	switch {
	case col.aims:
		cell.Sub = h.aimNote(ctx, d)
	case d.Status == title.Attained:
		cell.Icon, cell.Tone = ui.IconMet, ui.ToneMet
		cell.Sub = d.AwardedBy
	default:
		cell.Sub = ui.T(ctx, "title.status."+string(d.Status))
	}
	if len(list) > 1 && different(list) {
		cell.Sub = ui.T(ctx, "yearpage.titles.more", len(list)-1)
	}
	return cell
}

// aimNote says how the unit stands to a title that it aims at: by what it attained in that year,
// else by what it held before.
func (h holder) aimNote(ctx context.Context, d title.Title) string {
	s := title.Compare(d, h.Titles)
	if met, known := s.Met(d); known {
		if met {
			return ui.T(ctx, "yearpage.titles.met")
		}
		return ui.T(ctx, "yearpage.titles.not_met")
	}
	if s.Held == nil {
		return ""
	}
	return ui.T(ctx, "yearpage.titles."+string(s.Standing), s.Held.Name(), s.Held.Period)
}

// best is the highest title of a list, the attained before the proposed.
func best(list []title.Title) title.Title {
	top := list[0]
	for _, d := range list[1:] {
		switch {
		case (d.Status == title.Attained) != (top.Status == title.Attained):
			if d.Status == title.Attained {
				top = d
			}
		case rulebook.CompareTitles(d.Code, top.Code) == rulebook.TitleAbove:
			top = d
		}
	}
	return top
}

func different(list []title.Title) bool {
	for _, d := range list[1:] {
		if !d.Same(list[0].Content) {
			return true
		}
	}
	return false
}
