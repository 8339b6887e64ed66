package intakeweb

import (
	"context"
	"time"

	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

// documentHref is the page of a document's text, intakeHref that of entering it.
func documentHref(id int64) string { return recordweb.Href("documents", id, "") }

func intakeHref(id int64) string { return recordweb.Href("intakes", id, "") }

// documentEntries lists the documents of a unit with what can be done with each.
func documentEntries(ctx context.Context, v dropView) ui.Entries {
	var list ui.Entries
	for _, d := range v.Documents {
		e := ui.Entry{Title: d.Name, Href: documentHref(d.ID), Note: ui.T(ctx, "intake.list.read_at", ui.LangOf(ctx).Moment(time.UnixMilli(d.At)))}
		if v.Write {
			e.Side = ui.Button{Label: ui.T(ctx, "intake.list.go_on"), Href: intakeHref(d.ID), Kind: ui.Small}
		}
		list = append(list, e)
	}
	return list
}
