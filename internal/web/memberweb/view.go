package memberweb

import (
	"context"
	"net/url"
	"strconv"

	"hamrong/internal/member"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

// action is the address that the form is posted to; back leads away without writing.
func (v formView) action() string {
	if v.Record != 0 {
		return href(v.Record) + "/change"
	}
	return recordweb.UnitHref(v.Unit.ID) + "/people"
}

func (v formView) back() string {
	if v.Record != 0 {
		return href(v.Record)
	}
	return recordweb.UnitHref(v.Unit.ID) + "/people"
}

// emptyText says that there is nothing, or that nothing fits the search.
func emptyText(ctx context.Context, v listView, key string) string {
	if v.Asked != "" {
		return ui.T(ctx, "member.search.none", v.Asked)
	}
	return ui.T(ctx, key)
}

func nameOptions(ctx context.Context, names []member.NameInRole) []ui.Option {
	var list []ui.Option
	for _, n := range names {
		list = append(list, ui.Option{Value: strconv.FormatInt(n.Record, 10), Label: n.Name, Note: mentionLine(ctx, n)})
	}
	return list
}

// namedTable lists the mentions linked to a person: each leads to its sentence, and to the
// conference where there is one.
func namedTable(ctx context.Context, v showView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "member.mentioned"), Hidden: true, Columns: []ui.Column{
		{Head: ui.T(ctx, "member.mention")}, {Head: ui.T(ctx, "member.mention.where"), Width: ui.Width28}}}
	for _, n := range v.Names {
		row := ui.Row{Cells: []ui.Cell{{Text: mentionLine(ctx, n), Href: recordweb.SourceHref(n.Source)}, {}}}
		if n.Meeting != 0 {
			row.Cells[1] = ui.Cell{Text: ui.T(ctx, "member.meeting"), Href: recordweb.Href("meetings", n.Meeting, "")}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// searchForm shows what was searched for.
func searchForm(asked string) ui.Form { return ui.NewForm(url.Values{"q": {asked}}) }
