package memberweb

import (
	"context"
	"net/url"
	"strconv"

	"hamrong/internal/member"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/registerweb"
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

// namedEntries are the mentions linked to a person, each leading to its sentence.
func namedEntries(ctx context.Context, v showView) ui.Entries {
	var out ui.Entries
	for _, n := range v.Names {
		e := ui.Entry{Title: mentionLine(ctx, n), Href: registerweb.SourceHref(n.Source)}
		if n.Meeting != 0 {
			e.Body = meetingLink(n.Meeting)
		}
		out = append(out, e)
	}
	return out
}

// searchForm shows what was searched for.
func searchForm(asked string) ui.Form { return ui.NewForm(url.Values{"q": {asked}}) }
