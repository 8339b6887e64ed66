package orgweb

import (
	"context"
	"io"
	"slices"
	"time"

	"github.com/a-h/templ"

	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
	"hamrong/internal/year"
)

// kindWord is the word for a kind, explained in English where a term of ui does so.
func kindWord(k org.Kind) templ.Component {
	switch k {
	case org.ChiBo:
		return ui.Term{Key: "chibo"}
	case org.DangBo:
		return dangBo
	}
	return ui.Rich("org.kind." + string(k))
}

// dangBo is the kind in its own words, and in English the word that has to be explained.
var dangBo = templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
	if ui.LangOf(ctx) == ui.English {
		return ui.Term{Key: "dangbo"}.Render(ctx, w)
	}
	return ui.Rich("org.kind."+string(org.DangBo)).Render(ctx, w)
})

// dayText writes a day of a unit's life: "từ trước" where it is not known.
func dayText(ctx context.Context, d period.Date) string {
	switch d {
	case org.Always:
		return ui.T(ctx, "org.always")
	case period.Forever:
		return ui.T(ctx, "org.forever")
	}
	return ui.Date(ctx, d)
}

// lifeSentence says why a unit does not live on the day that is shown.
func lifeSentence(ctx context.Context, p profile) string {
	if p.Day < p.Unit.FoundedOn {
		return ui.T(ctx, "org.not_yet", p.Unit.FoundedOn)
	}
	return ui.T(ctx, "org.no_longer", p.Unit.EndedOn)
}

// takesUnits reports whether units can be founded below one.
func takesUnits(u org.Unit) bool { return u.Kind != org.ChiBo && !u.Ended() }

func leadHref(p profile) string {
	for _, s := range p.Path {
		if s.ID == p.Lead.ID && !s.Open {
			return ""
		}
	}
	return on(recordweb.UnitHref(p.Lead.ID), p.Day, p.Past)
}

func profileFacts(ctx context.Context, p profile) ui.Facts {
	u := p.Unit
	facts := ui.Facts{
		{Label: ui.T(ctx, "org.name"), Value: u.Name, Note: since(ctx, u.From)},
		{Label: ui.T(ctx, "org.founded_on"), Value: dayText(ctx, u.FoundedOn)},
	}
	if u.Short != "" {
		facts = append(facts, ui.Fact{Label: ui.T(ctx, "org.short"), Value: u.Short})
	}
	if u.Ended() {
		facts = append(facts, ui.Fact{Label: ui.T(ctx, "org.ended_on"), Value: ui.Date(ctx, u.EndedOn)})
	}
	for _, s := range p.Path {
		if s.ID == u.Parent {
			f := ui.Fact{Label: ui.T(ctx, "org.parent"), Value: s.Name}
			if s.Open {
				f.Href = on(recordweb.UnitHref(s.ID), p.Day, p.Past)
			}
			facts = append(facts, f)
		}
	}
	return facts
}

func since(ctx context.Context, d period.Date) string {
	if d == org.Always {
		return ""
	}
	return ui.T(ctx, "org.since", d)
}

// unitList is what a table of units shows.
type unitList struct {
	Caption string
	Units   []org.Unit
	Day     period.Date
	Past    bool
	Lines   bool // the line beside the kind
	Empty   string
}

func unitTable(ctx context.Context, l unitList) ui.Table {
	t := ui.Table{Caption: l.Caption, Hidden: true, Numbered: true, Empty: l.Empty, Columns: []ui.Column{{Head: ui.T(ctx, "org.name")}, {Head: ui.T(ctx, "org.kind")}}}
	if l.Lines {
		t.Columns[1].Head = ui.T(ctx, "org.line")
	}
	short := slices.ContainsFunc(l.Units, func(u org.Unit) bool { return u.Short != "" })
	if short {
		t.Columns = append(t.Columns, ui.Column{Head: ui.T(ctx, "org.short"), Place: ui.PhoneHidden})
	}
	t.Columns = append(t.Columns, ui.Column{Head: ui.T(ctx, "org.founded_on"), Place: ui.PhoneHidden})
	for _, u := range l.Units {
		cells := []ui.Cell{{Text: u.Name, Href: on(recordweb.UnitHref(u.ID), l.Day, l.Past)}, {Text: ui.T(ctx, "org.kind."+string(u.Kind))}}
		if l.Lines {
			cells[1].Text = ui.T(ctx, "org.line."+string(u.Line))
		}
		if short {
			cells = append(cells, ui.Cell{Text: u.Short})
		}
		t.Rows = append(t.Rows, ui.Row{Cells: append(cells, ui.Cell{Text: dayText(ctx, u.FoundedOn)})})
	}
	return t
}

func childTable(ctx context.Context, p profile) ui.Table {
	empty := "org.show.children.none"
	switch {
	case p.Unit.Kind == org.ChiBo:
		empty = "org.show.children.never"
	case p.MayShape && !p.Past:
		empty = "org.show.children.first"
	}
	return unitTable(ctx, unitList{Caption: ui.T(ctx, "org.show.children", len(p.Children)), Units: p.Children, Day: p.Day, Past: p.Past, Empty: ui.T(ctx, empty)})
}

// yearTable lists the years with their state and what may be done about it.
func yearTable(ctx context.Context, p profile) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "org.show.years"), Hidden: true, Columns: []ui.Column{
		{Head: ui.T(ctx, "year.year")}, {Head: ui.T(ctx, "year.state")}, {Head: ui.T(ctx, "year.decision"), Place: ui.PhoneHidden}, {Head: ui.T(ctx, "year.do"), Screen: true}}}
	for _, y := range p.Years {
		state := ui.Cell{Text: wording.Stage(ctx, y, p.Today.Year())}
		if y.Frozen {
			state.Icon = ui.IconLock
			if y.FrozenBy != y.Unit {
				state.Sub = ui.T(ctx, "year.by_above", y.FrozenName)
			}
		}
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: string(y.Period()), Href: recordweb.YearHref(p.Unit.ID, y.Year)}, state, decisionCell(ctx, p, y), yearStep(ctx, p, y)}})
	}
	return t
}

// yearStep is the next step of a year, for who may take it.
func yearStep(ctx context.Context, p profile, y year.Year) ui.Cell {
	path := recordweb.YearHref(p.Unit.ID, y.Year)
	switch {
	case !p.MayDecide:
		return ui.Cell{}
	case y.Frozen:
		return ui.Cell{}
	case y.Stage == year.Open:
		return ui.Cell{Text: ui.T(ctx, "year.decide.do"), Href: path + "/decide"}
	}
	return ui.Cell{Text: ui.T(ctx, "year.close.do", y.Period()), Href: path + "/close"}
}

// decisionCell is the decision on a year; who may decide opens it to correct it.
func decisionCell(ctx context.Context, p profile, y year.Year) ui.Cell {
	c := ui.Cell{Text: decisionText(ctx, y)}
	if p.MayDecide && c.Text != "" {
		c.Href = recordweb.YearHref(p.Unit.ID, y.Year) + "/decide"
	}
	return c
}

func decisionText(ctx context.Context, y year.Year) string {
	if y.Stage == year.Open {
		return ""
	}
	number := y.Number
	if number == "" {
		number = ui.T(ctx, "year.no_number")
	}
	return ui.T(ctx, "year.decided_by", number, y.On, y.Body)
}

// stateTable lists what the unit was called and where it stood over time.
func stateTable(ctx context.Context, p profile) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "org.states"), Columns: []ui.Column{
		{Head: ui.T(ctx, "org.from")}, {Head: ui.T(ctx, "org.until")}, {Head: ui.T(ctx, "org.name")}, {Head: ui.T(ctx, "org.kind"), Place: ui.PhoneHidden}, {Head: ui.T(ctx, "org.parent"), Place: ui.PhoneHidden}}}
	for _, s := range p.History.States {
		until := dayText(ctx, s.Until)
		if s.Until != period.Forever {
			until = dayText(ctx, dayBefore(s.Until))
		}
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: dayText(ctx, s.From)}, {Text: until}, {Text: s.Name}, {Text: ui.T(ctx, "org.kind."+string(s.Kind))}, {Text: s.Under}}})
	}
	return t
}

// dayBefore is the last day of a span that ends before d.
func dayBefore(d period.Date) period.Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return d
	}
	return period.Day(t.AddDate(0, 0, -1))
}

// eventTable lists what happened, with its decision and who recorded it.
func eventTable(ctx context.Context, p profile) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "org.events"), Columns: []ui.Column{
		{Head: ui.T(ctx, "org.event.on")}, {Head: ui.T(ctx, "org.event.what")}, {Head: ui.T(ctx, "org.decision")}, {Head: ui.T(ctx, "org.event.who"), Place: ui.PhoneHidden}}}
	for _, e := range p.History.Events {
		what := ui.T(ctx, "org.event."+string(e.Kind))
		if e.Named != "" {
			what = ui.T(ctx, "org.event."+string(e.Kind)+".other", e.Named)
		}
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: dayText(ctx, e.On)}, {Text: what, Sub: e.Reason}, {Text: e.Decision}, {Text: e.Who, Sub: ui.Moment(ctx, time.UnixMilli(e.At).Local())}}})
	}
	return t
}
