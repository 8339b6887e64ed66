package yearweb

import (
	"context"
	"strconv"

	"hamrong/internal/figure"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
	"hamrong/internal/year"
)

// waiting lists what the reader can do next: drafts to put to the committee, targets to be
// adopted, units to be founded.
func (c content) waiting(ctx context.Context) []ui.RailItem {
	var list []ui.RailItem
	for _, a := range []aims{c.Own, c.Next} {
		drafts, submitted := 0, 0
		for _, g := range a.List {
			switch g.State {
			case target.Draft:
				drafts++
			case target.Submitted:
				submitted++
			}
		}
		href := recordweb.UnitHref(c.Unit.ID) + "/targets?year=" + strconv.Itoa(a.Year)
		if drafts > 0 && c.MayRecord {
			list = append(list, ui.RailItem{Title: ui.T(ctx, "yearpage.wait.drafts", drafts, strconv.Itoa(a.Year)), Href: href, Note: ui.T(ctx, "yearpage.wait.drafts.note")})
		}
		if submitted > 0 && c.MayDecide {
			list = append(list, ui.RailItem{Title: ui.T(ctx, "yearpage.wait.submitted", submitted, strconv.Itoa(a.Year)), Href: href, Note: ui.T(ctx, "yearpage.wait.submitted.note")})
		}
	}
	if s := c.States[1]; c.MayDecide && s.Stage == year.Open && !s.Frozen && len(c.Sheet.Tallies) > 0 && c.Year <= c.Today.Year() {
		list = append(list, ui.RailItem{Title: ui.T(ctx, "yearpage.wait.decide", strconv.Itoa(c.Year)), Href: recordweb.YearHref(c.Unit.ID, c.Year) + "/decide", Note: ui.T(ctx, "yearpage.wait.decide.note")})
	}
	if n := c.unnamed(); n > 0 && c.MayFound {
		list = append(list, ui.RailItem{Title: ui.T(ctx, "yearpage.wait.found", n, wording.Noun(ctx, c.childPopulation(), n)), Href: recordweb.UnitHref(c.Unit.ID), Note: ui.T(ctx, "yearpage.wait.found.note")})
	}
	if missing := c.Own.withoutResult(); missing > 0 && c.mayEnter() && c.Year <= c.Today.Year() {
		list = append(list, ui.RailItem{Title: ui.T(ctx, "yearpage.wait.results", missing, strconv.Itoa(c.Year)), Href: recordweb.YearHref(c.Unit.ID, c.Year) + "/figures", Note: ui.T(ctx, "yearpage.wait.results.note")})
	}
	return list
}

// withoutResult counts the targets that wait for a result of the year: a target of a term waits in
// its last year, unless each of its years must reach it.
func (a aims) withoutResult() int {
	n := 0
	for _, g := range a.List {
		due := g.Period.IsYear() || g.Frequency == target.Yearly || g.Period.Last() == a.Year
		if due && g.Verdict.Outcome == target.NoResult {
			n++
		}
	}
	return n
}

// amiss lists the checks that fail, and titles that sources contradict one another on.
func (c content) amiss(ctx context.Context) []ui.RailItem {
	var list []ui.RailItem
	for _, t := range c.Sheet.Tallies {
		for _, k := range t.Failed() {
			item := ui.RailItem{Title: wording.Capital(wording.Population(ctx, t.Population)) + ": " + ui.T(ctx, "yearpage.check."+string(k.Kind)+".short")}
			switch k.Kind {
			case figure.CheckSum:
				item.Note = ui.T(ctx, "yearpage.proof.off", k.Got, k.Want)
			case figure.CheckTotals:
				item.Note = ui.T(ctx, "yearpage.note.totals")
			default:
				item.Note = ui.T(ctx, "yearpage.check."+string(k.Kind), wording.Level(ctx, k.Level, false))
			}
			if len(k.Records) > 0 {
				item.Href = recordweb.FigureHref(k.Records[0])
			}
			list = append(list, item)
		}
	}
	for _, h := range c.Office {
		held := h.of(titleColumn{c.Year, false})
		if len(held) == 0 {
			continue
		}
		d := leading(held)
		if against := d.Against(held); len(against) > 0 {
			list = append(list, ui.RailItem{Title: h.Name + ": " + ui.T(ctx, "yearpage.differ"), Href: recordweb.TitleHref(d.Record), Note: named(append([]title.Title{d}, against...))})
		}
	}
	return list
}

// fullness says of each part of the page how much of it is there.
func (c content) fullness(ctx context.Context) []ui.RailFact {
	y := strconv.Itoa(c.Year)
	var list []ui.RailFact
	for _, pop := range c.populations() {
		t := c.Sheet.Tally(pop)
		f := ui.RailFact{Label: ui.T(ctx, "yearpage.full.levels", wording.Population(ctx, pop), y)}
		switch r := c.results(pop); {
		case r.onlyBelow():
			f.Value, f.Href = ui.T(ctx, "yearpage.full.below", r.below.Children, len(c.Children)), r.workedHref("", true)
		case !t.Stated():
			f.Value, f.Tone = ui.T(ctx, "yearpage.none"), ui.ToneUnknown
		case t.Base.Written():
			f.Value = ui.Number(ctx, t.Sum) + "/" + ui.Number(ctx, t.Base.Total)
		case t.Base.From == figure.AddedUp:
			f.Value, f.Rest = ui.Number(ctx, t.Sum), " "+ui.T(ctx, "yearpage.full.no_total")
		default:
			f.Value = ui.T(ctx, "yearpage.full.partly")
		}
		list = append(list, f)
	}
	for _, a := range []aims{c.Own, c.Next} {
		if len(a.List) == 0 {
			continue
		}
		have := 0
		for _, g := range a.List {
			if g.Baseline.Standing != target.NoFigure {
				have++
			}
		}
		list = append(list, ui.RailFact{Label: ui.T(ctx, "yearpage.full.baseline", strconv.Itoa(a.Year), strconv.Itoa(a.Baseline)), Value: ui.Number(ctx, have) + "/" + ui.Number(ctx, len(a.List)), Rest: " " + ui.T(ctx, "yearpage.full.aims")})
	}
	held := 0
	for _, h := range c.Office {
		for _, d := range h.of(titleColumn{c.Year, false}) {
			if d.Status == title.Attained {
				held++
				break
			}
		}
	}
	if len(c.Office) > 1 || held > 0 {
		list = append(list, ui.RailFact{Label: ui.T(ctx, "yearpage.full.titles", y), Value: ui.Number(ctx, held) + "/" + ui.Number(ctx, len(c.Office)), Rest: " " + ui.T(ctx, "yearpage.full.collectives")})
	}
	if n := c.declared(); n > 0 {
		list = append(list, ui.RailFact{Label: ui.T(ctx, "yearpage.full.named"), Value: ui.Number(ctx, n-c.unnamed()) + "/" + ui.Number(ctx, n), Rest: " " + wording.Noun(ctx, c.childPopulation(), n)})
	}
	return list
}
