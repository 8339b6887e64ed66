package resolutionweb

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"hamrong/internal/resolution"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// countPhrase is the declared numbers of parts as one phrase of the sentence, each a link to
// where it is said: "5 chương trình trọng tâm, 4 khâu đột phá và 28 chỉ tiêu".
func countPhrase(ctx context.Context, list []resolution.Stated) templ.Component {
	var parts []templ.Component
	for i, d := range list {
		switch {
		case i > 0 && i == len(list)-1:
			parts = append(parts, ui.Plain(ui.T(ctx, "resolution.and")))
		case i > 0:
			parts = append(parts, ui.Plain(", "))
		}
		parts = append(parts, ui.Figure{Text: ui.Number(ctx, int64(d.Count)), Href: placeHref(d.At), Strong: true}, ui.Plain(" "+d.What))
		if len(d.Others) > 0 {
			parts = append(parts, ui.Plain(" ("+ui.T(ctx, "resolution.others", numbersOf(ctx, d.Others))+")"))
		}
	}
	return templ.Join(parts...)
}

func placeHref(at resolution.At) string { return recordweb.SpanHref(at.Document, at.Start, at.End) }

// paperFacts are the properties of the paper itself.
func paperFacts(ctx context.Context, v showView) ui.Facts {
	r := v.R
	list := ui.Facts{{Label: ui.T(ctx, "resolution.field.kind"), Value: wording.Capital(kindName(ctx, r.Kind)), Note: ui.T(ctx, "resolution.kind."+string(r.Kind)+".note")}}
	add := func(field, value, note string) {
		if value != "" {
			list = append(list, ui.Fact{Label: ui.T(ctx, "resolution.field."+field), Value: value, Note: note})
		}
	}
	if r.Issuer != "" || r.IssuerUnit != 0 {
		list = append(list, issuerFact(ctx, v))
	} else if r.Kind != resolution.Plenum {
		add("issuer", ui.T(ctx, "resolution.issuer.in_name"), "")
	}
	add("congress", r.Congress, "")
	add("plenum", r.Plenum, "")
	add("term", r.Term, "")
	if r.Kind != resolution.Plenum {
		add("number", or(r.Number, ui.T(ctx, "resolution.not_told")), "")
		add("date", or(ui.LangOf(ctx).Date(r.Date), ui.T(ctx, "resolution.not_told")), "")
		add("force", forceText(ctx, r), "")
	}
	if v.Open() {
		list = append(list, ui.Fact{Label: ui.T(ctx, "resolution.register"), Value: v.Unit.Name, Href: recordweb.UnitHref(v.Unit.ID) + "/resolutions"})
	}
	if v.Parent != nil {
		list = append(list, ui.Fact{Label: ui.T(ctx, "resolution.field.parent"), Value: v.Parent.Title(), Href: href(v.Parent.Record)})
	}
	return append(list, sourceFact(ctx, r))
}

func issuerFact(ctx context.Context, v showView) ui.Fact {
	f := ui.Fact{Label: ui.T(ctx, "resolution.field.issuer"), Value: v.R.Issuer}
	for _, s := range v.Path {
		if s.ID != v.R.IssuerUnit {
			continue
		}
		f.Value = or(f.Value, s.Name)
		if s.Open {
			f.Href = recordweb.UnitHref(s.ID)
		}
	}
	return f
}

// sourceFact says where the record comes from: the sentence, or that it was typed.
func sourceFact(ctx context.Context, r resolution.Resolution) ui.Fact {
	f := ui.Fact{Label: ui.T(ctx, "record.source"), Value: ui.T(ctx, "resolution.typed")}
	if to := recordweb.SourceHref(r.Source); to != "" {
		f.Value, f.Href = ui.T(ctx, "record.open_sentence"), to
	}
	return f
}

func forceText(ctx context.Context, r resolution.Resolution) string {
	switch {
	case r.From != "" && r.Until != "":
		return ui.T(ctx, "resolution.force.span", r.From, r.Until)
	case r.From != "":
		return ui.T(ctx, "resolution.force.from", r.From)
	case r.Until != "":
		return ui.T(ctx, "resolution.force.until", r.Until)
	case r.Term != "":
		return ui.T(ctx, "resolution.force.term", r.Term)
	}
	return ui.T(ctx, "resolution.force.unknown")
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// goalTable lists the goals with their years, each a link to its sentence.
func goalTable(ctx context.Context, list []resolution.Goal) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "resolution.goals"), Hidden: true, Columns: []ui.Column{
		{Head: ui.T(ctx, "resolution.goal.year"), Width: ui.Width16, Strong: true}, {Head: ui.T(ctx, "resolution.goal.text")}}}
	for _, g := range list {
		year := ui.T(ctx, "resolution.goal.no_year")
		if g.Year != 0 {
			year = ui.T(ctx, "resolution.goal.by", yearText(g.Year))
		}
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: year}, {Text: wording.Capital(g.Text), Href: placeHref(g.At)}}})
	}
	return t
}

// targetTable lists the targets that the resolution sets in the units that may be seen.
func targetTable(ctx context.Context, v showView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "resolution.targets"), Hidden: true, Columns: []ui.Column{
		{Head: ui.T(ctx, "resolution.target")}, {Head: ui.T(ctx, "resolution.target.aim"), Width: ui.Width28},
		{Head: ui.T(ctx, "resolution.target.period"), Width: ui.Width16}, {Head: ui.T(ctx, "resolution.part.field"), Width: ui.Width16, Place: ui.PhoneHidden}}}
	for _, g := range v.Targets {
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: wording.TargetName(g.Content), Href: recordweb.TargetHref(g.Record)},
			{Text: wording.Aim(ctx, g.Content)}, {Text: string(g.Period)}, {Text: g.Field}}})
	}
	return t
}

// studiedTable lists where the resolution was studied or told of, by whom, in which position.
func studiedTable(ctx context.Context, v showView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "resolution.studied"), Hidden: true, Layout: ui.Blocks, Columns: []ui.Column{
		{Head: ui.T(ctx, "resolution.studied.meeting"), Width: ui.Width36, Place: ui.PlaceTitle}, {Head: ui.T(ctx, "resolution.studied.who"), Place: ui.PlaceLine},
		{Head: ui.T(ctx, "resolution.studied.act"), Width: ui.Width20, Place: ui.PlaceLine}}}
	for _, s := range v.Studied {
		for _, i := range s.Items {
			name := s.Meeting.Name
			t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: name, Href: recordweb.Href("meetings", s.Meeting.Record, "")},
				{Text: or(i.Who, ui.T(ctx, "resolution.studied.nobody")), Sub: strings.Join(i.Positions, ", ")},
				{Text: ui.T(ctx, "resolution.studied."+deedKey(i)), Href: recordweb.SourceHref(i.Source)}}})
		}
	}
	return t
}
