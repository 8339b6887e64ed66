package yearweb

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"hamrong/internal/figure"
	"hamrong/internal/rulebook"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// populations lists what the page has tables of: organisations first, then members, then the rest.
func (c content) populations() []string {
	var list []string
	add := func(pop string) {
		if !slices.Contains(list, pop) && rulebook.Levels(c.Year, pop).Known() {
			list = append(list, pop)
		}
	}
	for _, s := range []figure.Sheet{c.Sheet, c.Before} {
		for _, t := range s.Tallies {
			if len(t.Rows) > 0 && hasLevels(t) {
				add(t.Population)
			}
		}
	}
	for _, pop := range figure.Populations(c.Parts) {
		add(pop)
	}
	slices.SortStableFunc(list, func(a, b string) int { return kindRank(a) - kindRank(b) })
	return list
}

// hasLevels reports whether a table states anything about levels, not about titles alone.
func hasLevels(t figure.Tally) bool {
	for _, r := range t.Rows {
		if len(r.Figures) > 0 {
			return true
		}
	}
	for _, r := range t.Beside {
		if rulebook.IsLevel(r.Level) {
			return true
		}
	}
	return false
}

func kindRank(population string) int {
	switch rulebook.KindOf(population) {
	case rulebook.Organisations:
		return 0
	case rulebook.Members:
		return 1
	case rulebook.Units:
		return 2
	}
	return 3
}

// results is one table of levels with what it is made from.
type results struct {
	content
	population string
	now, then  figure.Tally
	below      figure.RollUp
}

func (c content) results(population string) results {
	return results{content: c, population: population, now: c.Sheet.Tally(population), then: c.Before.Tally(population),
		below: figure.Add(c.Sheet.Period, population, c.Parts)}
}

// hasBelow reports whether units underneath report anything of the population.
func (r results) hasBelow() bool { return r.below.Units > 0 && len(r.Children) > 0 }

// table is "Biểu 1. Xếp loại 18 chi bộ": the levels with count, share and chart, the year before, the
// sum with its proof, the cumulative lines that targets use, and what stands beside the levels.
func (r results) table(ctx context.Context, number int) ui.Table {
	y, before := strconv.Itoa(r.Year), strconv.Itoa(r.Year-1)
	t := ui.Table{ID: "bieu-" + strconv.Itoa(number), Number: number, Caption: r.caption(ctx), Layout: ui.DropsChart, Columns: []ui.Column{
		{Head: ui.T(ctx, "yearpage.level"), Width: ui.Width36},
		{Head: y, Kind: ui.Numbers, Strong: true, Place: r.ownPlace()},
		{Head: ui.T(ctx, "yearpage.share"), Kind: ui.Numbers, Place: r.ownPlace()},
		{Kind: ui.Drawing, Legend: []ui.Legend{{Sign: ui.SignThis, Label: y}}, Place: r.ownPlace()},
	}}
	if r.then.Stated() {
		t.Columns[3].Legend = append(t.Columns[3].Legend, ui.Legend{Sign: ui.SignLast, Label: before})
		t.Columns = append(t.Columns, ui.Column{Head: before, Kind: ui.Numbers, Last: true, Place: ui.PlaceEnd, Before: before + ": "},
			ui.Column{Head: ui.T(ctx, "yearpage.change", before), Kind: ui.Numbers, Last: true, Place: ui.PlaceEnd, Before: " (", After: ")"})
	}
	if r.hasBelow() {
		head := ui.T(ctx, "yearpage.below", r.below.Children, len(r.Children))
		t.Columns = append(t.Columns, ui.Column{Head: head, Kind: ui.Numbers, Place: ui.PlaceUnder, Before: head + ": "})
	}
	for i := range r.now.Rows {
		t.Rows = append(t.Rows, r.levelRow(ctx, i))
	}
	t.Rows = append(t.Rows, r.besideRows(ctx)...)
	t.Rows = append(t.Rows, r.sumRow(ctx))
	t.Rows = append(t.Rows, r.cumulativeRows(ctx)...)
	t.Note = r.note(ctx)
	return t
}

// ownPlace leaves the unit's own columns out of a narrow screen where they are empty and units
// underneath have figures.
func (r results) ownPlace() ui.Place {
	if r.onlyBelow() {
		return ui.PhoneHidden
	}
	return ui.PlaceLine
}

// onlyBelow reports whether units underneath report the population and the unit itself does not.
func (r results) onlyBelow() bool { return r.hasBelow() && !r.now.Stated() }

func (r results) caption(ctx context.Context) string {
	name := wording.Population(ctx, r.population)
	if r.now.Base.From == figure.NoBase {
		return ui.T(ctx, "yearpage.caption.open", name)
	}
	caption := ui.T(ctx, "yearpage.caption", ui.Number(ctx, r.now.Base.Total)+" "+name)
	if r.correctedIn(r.now) > 0 {
		caption += ui.T(ctx, "yearpage.caption.corrected")
	}
	return caption
}

func (r results) levelRow(ctx context.Context, i int) ui.Row {
	now, then := r.now.Rows[i], thenRow(r.then, r.now.Rows[i].Level)
	row := ui.Row{Cells: []ui.Cell{{Text: wording.Say(ctx, now.Name.Name)}, r.count(ctx, now), r.share(ctx, now)}}
	if now.Within != "" {
		row.Cells[0].Sub = ui.T(ctx, "yearpage.within", wording.Level(ctx, now.Within, false))
	}
	if now.Conflict {
		row.Cells[0].Sub, row.Look = differ(ctx, now.Figures), true
	}
	empty := (now.State == figure.RowStated || now.State == figure.RowInferred) && now.Count == 0 || now.State == figure.RowUnstated && then.State != figure.RowStated
	if empty && (!r.hasBelow() || r.below.Rows[i].Count == 0) {
		row.Kind = ui.RowZero
	}
	chart := ui.Bars{This: value(now), Last: value(then), Of: max(r.now.Base.Total, r.then.Base.Total, 1)}
	chart.Label = ui.T(ctx, "yearpage.bar", wording.Say(ctx, now.Name.Name), plain(ctx, now), strconv.Itoa(r.Year-1), plain(ctx, then))
	row.Cells = append(row.Cells, ui.Cell{Chart: chart})
	if r.then.Stated() {
		row.Cells = append(row.Cells, r.last(ctx, then), r.change(ctx, now, then))
	}
	if r.hasBelow() {
		row.Cells = append(row.Cells, r.sumBelow(ctx, r.below.Rows[i]))
	}
	return row
}

func thenRow(t figure.Tally, level string) figure.Row {
	for _, r := range t.Rows {
		if r.Level == level {
			return r
		}
	}
	return figure.Row{State: figure.RowUnstated}
}

// value is the row's count for a chart, -1 where none is known.
func value(r figure.Row) int64 {
	if r.State == figure.RowStated || r.State == figure.RowInferred {
		return r.Count
	}
	return -1
}

func plain(ctx context.Context, r figure.Row) string {
	switch r.State {
	case figure.RowStated:
		return wording.Value(ctx, figure.Value{Count: &r.Count, Qualifier: r.Figures[0].Qualifier})
	case figure.RowInferred:
		return "0"
	case figure.RowPercent:
		return wording.Value(ctx, r.Figures[0].Value)
	}
	return "–"
}

// change is this year's count less last year's, where both are known exactly and count alike: a
// count that has a higher level's in it is not set beside one that has not.
func (r results) change(ctx context.Context, now, then figure.Row) ui.Cell {
	if !now.Exact() || !then.Exact() || r.now.Contains(now.Level) != r.then.Contains(now.Level) {
		return ui.Cell{}
	}
	return ui.Cell{Text: ui.Signed(ctx, now.Count-then.Count)}
}

func (r results) sumBelow(ctx context.Context, s figure.Sum) ui.Cell {
	if s.Units == 0 {
		return ui.Cell{Text: "–"}
	}
	return ui.Cell{Text: ui.Number(ctx, s.Count), Href: r.workedHref(s.Level, true)}
}

// workedHref is the page that says how a worked-out number came about.
func (r results) workedHref(level string, below bool) string {
	href := recordweb.YearHref(r.Unit.ID, r.Year) + "/worked?population=" + r.population
	if level != "" {
		href += "&level=" + level
	}
	if below {
		href += "&below=1"
	}
	return href
}

func (r results) proof(ctx context.Context) string {
	parts := make([]string, len(r.now.Parts))
	for i, p := range r.now.Parts {
		parts[i] = ui.Number(ctx, p)
	}
	if len(parts) < 2 {
		return ""
	}
	return strings.Join(parts, " + ") + " = " + ui.Number(ctx, r.now.Sum)
}
