package yearweb

import (
	"context"
	"strconv"
	"strings"

	"hamrong/internal/org"
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
	d := leading(list)
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
	if against := d.Against(list); len(against) > 0 {
		cell.Icon, cell.Tone = ui.IconWarn, ui.ToneShort
		cell.Sub, cell.SubHref = ui.T(ctx, "yearpage.differ.others", named(against)), othersHref(d, against)
	} else if len(list) > 1 && different(list) {
		cell.Sub, cell.SubHref = ui.T(ctx, "yearpage.titles.more", len(list)-1), othersHref(d, nil)
	}
	return cell
}

// named lists titles by their names.
func named(list []title.Title) string {
	names := make([]string, len(list))
	for i, d := range list {
		names[i] = d.Name()
	}
	return strings.Join(names, "; ")
}

// othersHref leads to the one title that another source says, else to where a title's page lists the others.
func othersHref(d title.Title, against []title.Title) string {
	if len(against) == 1 {
		return recordweb.TitleHref(against[0].Record)
	}
	return recordweb.TitleHref(d.Record) + "#nguon-khac"
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
	if s.Result != nil {
		return ui.T(ctx, "yearpage.differ")
	}
	if s.Held == nil {
		return ""
	}
	return ui.T(ctx, "yearpage.titles."+string(s.Standing), s.Held.Name(), s.Held.Period)
}

// leading is the title that a list is told by: an attained one before any other.
func leading(list []title.Title) title.Title {
	var attained []title.Title
	for _, d := range list {
		if d.Status == title.Attained {
			attained = append(attained, d)
		}
	}
	if len(attained) > 0 {
		list = attained
	}
	return title.First(list)
}

func different(list []title.Title) bool {
	for _, d := range list[1:] {
		if !d.Same(list[0].Content) {
			return true
		}
	}
	return false
}
