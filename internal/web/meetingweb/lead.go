package meetingweb

import (
	"context"
	"strings"

	"hamrong/internal/resolution"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// studied lists the resolutions that items name, in the order of the programme.
func (v showView) studied() []resolution.Resolution {
	var list []resolution.Resolution
	seen := map[int64]bool{}
	for _, i := range v.Items {
		if r, ok := v.Resolutions[i.Resolution]; ok && !seen[r.Record] {
			seen[r.Record] = true
			list = append(list, r)
		}
	}
	return list
}

// leadText is what can be read aloud of the meeting.
func leadText(ctx context.Context, v showView) []string {
	var lines []string
	var papers, told []string
	for _, r := range v.studied() {
		if r.Kind == resolution.Plenum {
			told = append(told, r.Title())
		} else {
			papers = append(papers, r.Title())
		}
	}
	if len(papers) > 0 {
		lines = append(lines, ui.T(ctx, "meeting.lead.studied", len(papers), strings.Join(papers, "; ")))
	}
	if len(told) > 0 {
		lines = append(lines, ui.T(ctx, "meeting.lead.told", strings.Join(told, "; ")))
	}
	if n := len(v.Adopted); n > 0 {
		lines = append(lines, ui.T(ctx, "meeting.lead.adopted", n))
	}
	if t := v.Told; len(t.Figures)+len(t.Titles)+len(t.Targets) > 0 {
		lines = append(lines, ui.T(ctx, "meeting.lead.report", len(t.Figures), len(t.Titles), len(t.Targets)))
	}
	if n := len(v.Obligations); n > 0 {
		lines = append(lines, ui.T(ctx, "meeting.lead.obligations", n))
	}
	if len(lines) == 0 {
		lines = append(lines, ui.T(ctx, "meeting.lead.nothing"))
	}
	return lines
}

// facts are the properties of the meeting itself.
func facts(ctx context.Context, v showView) ui.Facts {
	m := v.M
	unknown := ui.T(ctx, "meeting.unknown")
	when := m.HeldOn.String()
	if m.HeldOn != "" {
		when = ui.LangOf(ctx).Date(m.HeldOn)
	}
	if when == "" {
		when = m.DateWritten
	}
	list := ui.Facts{
		{Label: ui.T(ctx, "meeting.field.kind"), Value: wording.Capital(ui.T(ctx, "meeting.kind."+string(m.Kind))), Note: ui.T(ctx, "meeting.kind."+string(m.Kind)+".note")},
		{Label: ui.T(ctx, "meeting.unit"), Value: v.Unit.Name, Href: recordweb.UnitHref(v.Unit.ID) + "/meetings"},
		{Label: ui.T(ctx, "meeting.when"), Value: or(when, unknown)},
		{Label: ui.T(ctx, "meeting.field.place"), Value: or(m.Place, unknown)},
	}
	if m.Year != 0 {
		list = append(list, ui.Fact{Label: ui.T(ctx, "meeting.field.year"), Value: number(m.Year), Href: recordweb.YearHref(v.Unit.ID, m.Year)})
	}
	if m.SignedBy != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "meeting.field.signed_by"), Value: m.SignedBy, Href: recordweb.SpanHref(m.SignedAt.Document, m.SignedAt.Start, m.SignedAt.End)})
	}
	source := ui.Fact{Label: ui.T(ctx, "record.source"), Value: ui.T(ctx, "meeting.typed")}
	if to := recordweb.SourceHref(m.Source); to != "" {
		source.Value, source.Href = ui.T(ctx, "record.open_sentence"), to
	}
	return append(list, source)
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
