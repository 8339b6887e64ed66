package meetingweb

import (
	"context"
	"strconv"
	"strings"

	"hamrong/internal/meeting"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/internal/viet"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// actTable is the programme: who did what, in which position, in the report's order.
func actTable(ctx context.Context, v showView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "meeting.acts"), Hidden: true, Numbered: true, Layout: ui.Blocks, Columns: []ui.Column{
		{Head: ui.T(ctx, "meeting.act"), Width: ui.Width16, Place: ui.PlaceLine},
		{Head: ui.T(ctx, "meeting.what"), Width: ui.Width36, Place: ui.PlaceTitle},
		{Head: ui.T(ctx, "meeting.who"), Place: ui.PlaceLine}}}
	if v.Write {
		t.Columns = append(t.Columns, ui.Column{Head: ui.T(ctx, "meeting.item.change"), Width: ui.Width8, Screen: true, Place: ui.PlaceEnd})
	}
	for _, i := range v.Acts {
		row := ui.Row{Cells: []ui.Cell{{Text: ui.T(ctx, "meeting.act."+string(i.Act)), Href: recordweb.SourceHref(i.Source)}, whatCell(ctx, v, i), whoCell(ctx, v, i)}}
		if v.Write {
			row.Cells = append(row.Cells, changeCell(ctx, i))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// whatCell is what was presented, in the report's words. It leads to the resolution that it
// is, where one is known, else to the sentence; the word for the act always leads there.
func whatCell(ctx context.Context, v showView, i meeting.Item) ui.Cell {
	c := ui.Cell{Text: wording.Capital(i.What), Href: recordweb.SourceHref(i.Source)}
	if i.What == "" {
		c.Text = ui.T(ctx, "meeting.act."+string(i.Act)+".what")
	}
	if r, ok := v.Resolutions[i.Resolution]; ok {
		c.Href, c.Label = recordweb.Href("resolutions", r.Record, ""), ui.T(ctx, "meeting.opens."+string(r.Kind))
	}
	return c
}

// whoCell is who acted and in which positions. A name leads to a person only where the
// clerk has said that it is one.
func whoCell(ctx context.Context, v showView, i meeting.Item) ui.Cell {
	c := ui.Cell{Text: i.Who, Sub: strings.Join(i.Positions, ", ")}
	if i.Who == "" {
		c.Text, c.Tone = ui.T(ctx, "meeting.nobody"), ui.ToneUnknown
	}
	if person, ok := v.Persons[viet.Fold(i.Who)]; ok {
		c.Href = recordweb.Href("people", person, "")
	}
	return c
}

func changeCell(ctx context.Context, i meeting.Item) ui.Cell {
	return ui.Cell{Text: ui.T(ctx, "meeting.item.change"), Href: recordweb.Href("meeting-items", i.Record, "")}
}

// obligationTable is what participants must do afterwards.
func obligationTable(ctx context.Context, v showView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "meeting.obligations"), Hidden: true, Numbered: true, Layout: ui.Blocks, Columns: []ui.Column{
		{Head: ui.T(ctx, "meeting.duty"), Width: ui.Width36, Place: ui.PlaceTitle}, {Head: ui.T(ctx, "meeting.obliged"), Place: ui.PlaceLine},
		{Head: ui.T(ctx, "meeting.set_by"), Width: ui.Width20, Place: ui.PlaceLine}}}
	if v.Write {
		t.Columns = append(t.Columns, ui.Column{Head: ui.T(ctx, "meeting.item.change"), Width: ui.Width8, Screen: true, Place: ui.PlaceEnd})
	}
	for _, i := range v.Obligations {
		row := ui.Row{Cells: []ui.Cell{{Text: wording.Capital(i.What), Href: recordweb.SourceHref(i.Source)}, {Text: wording.Capital(i.Who)}, {Text: i.SetBy}}}
		if v.Write {
			row.Cells = append(row.Cells, changeCell(ctx, i))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// captionEntries are the captions of the pictures, which themselves are left aside.
func captionEntries(ctx context.Context, v showView) ui.Entries {
	var out ui.Entries
	for _, i := range v.Captions {
		e := ui.Entry{Title: i.What, Href: recordweb.SourceHref(i.Source)}
		if v.Write {
			e.Side = ui.Button{Label: ui.T(ctx, "meeting.item.change"), Kind: ui.Small, Href: recordweb.Href("meeting-items", i.Record, "")}
		}
		out = append(out, e)
	}
	return out
}

// targetTable lists targets, each leading to its record.
func targetTable(ctx context.Context, list []target.Target) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "meeting.targets"), Hidden: true, Numbered: true, Columns: []ui.Column{
		{Head: ui.T(ctx, "meeting.target")}, {Head: ui.T(ctx, "meeting.target.aim"), Width: ui.Width28},
		{Head: ui.T(ctx, "meeting.target.period"), Width: ui.Width12}, {Head: ui.T(ctx, "meeting.target.state"), Width: ui.Width16, Place: ui.PhoneHidden}}}
	for _, g := range list {
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: wording.TargetName(g.Content), Href: recordweb.TargetHref(g.Record)},
			{Text: wording.Aim(ctx, g.Content), Strong: true}, {Text: string(g.Period)}, {Text: wording.State(ctx, g.State)}}})
	}
	return t
}

// figureTable lists the reported figures, each leading to its record.
func figureTable(ctx context.Context, v showView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "meeting.figures"), Hidden: true, Columns: []ui.Column{
		{Head: ui.T(ctx, "meeting.figure.level")}, {Head: ui.T(ctx, "meeting.figure.whom"), Width: ui.Width20}, {Head: ui.T(ctx, "meeting.figure.year"), Width: ui.Width12},
		{Head: ui.T(ctx, "meeting.figure.value"), Kind: ui.Numbers, Strong: true, Width: ui.Width20}}}
	for _, f := range v.Told.Figures {
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: wording.Category(ctx, f)}, {Text: wording.Counted(ctx, f)}, {Text: string(f.Period)},
			{Text: wording.Value(ctx, f.Value), Href: recordweb.FigureHref(f.Record), Mark: ui.MarkReported}}})
	}
	return t
}

// titleTable lists titles attained and aimed at.
func titleTable(ctx context.Context, v showView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "meeting.titles"), Hidden: true, Columns: []ui.Column{
		{Head: ui.T(ctx, "meeting.title.unit"), Width: ui.Width36}, {Head: ui.T(ctx, "meeting.title")}, {Head: ui.T(ctx, "meeting.title.status"), Width: ui.Width16},
		{Head: ui.T(ctx, "meeting.figure.year"), Width: ui.Width12}}}
	for _, d := range v.Told.Titles {
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: v.Units[d.Unit]}, {Text: wording.Capital(d.Name()), Href: recordweb.TitleHref(d.Record)},
			{Text: ui.T(ctx, "meeting.title."+titleKey(d.Status))}, {Text: string(d.Period)}}})
	}
	return t
}

func titleKey(s title.Status) string {
	if s == title.SelfAssessed {
		return "self"
	}
	return string(s)
}

func number(n int) string { return strconv.Itoa(n) }
