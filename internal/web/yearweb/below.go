package yearweb

import (
	"context"
	"strconv"

	"hamrong/internal/figure"
	"hamrong/internal/org"
	"hamrong/internal/rulebook"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// declared is how many units below the figures count ("18 chi bộ"), 0 where no figure says.
func (c content) declared() int64 {
	if tally := c.Sheet.Tally(c.childPopulation()); tally.Base.Written() {
		return tally.Base.Total
	}
	if tally := c.Before.Tally(c.childPopulation()); tally.Base.Written() {
		return tally.Base.Total
	}
	return 0
}

// members is the population that the table of units below counts.
const members = "dang_vien"

// childPopulation is the population of the units right below.
func (c content) childPopulation() string {
	for _, u := range c.Children {
		if u.Kind != org.ChiBo {
			return "dang_bo"
		}
	}
	return "chi_bo"
}

// unnamed is how many declared units below have no name here yet ("chưa khai tên").
func (c content) unnamed() int64 {
	named := int64(0)
	for _, u := range c.Children {
		if c.childPopulation() != "chi_bo" || u.Kind == org.ChiBo {
			named++
		}
	}
	return max(0, c.declared()-named)
}

// belowTable is "Biểu 5": each unit right below with its level and its members by level.
func (c content) belowTable(ctx context.Context, number int) ui.Table {
	levels := rulebook.Levels(c.Year, members).Levels()
	group := ui.T(ctx, "yearpage.members.levels")
	t := ui.Table{ID: "bieu-" + strconv.Itoa(number), Number: number, Numbered: true, PhoneRows: 6, Noun: ui.T(ctx, "yearpage.branches.noun"),
		Caption: ui.T(ctx, "yearpage.branches.caption", strconv.Itoa(c.Year)),
		Columns: []ui.Column{
			{Head: ui.T(ctx, "yearpage.branch"), Width: ui.Width28}, {Head: ui.T(ctx, "yearpage.branch.level"), Place: ui.PhoneHidden},
			{Head: ui.T(ctx, "yearpage.members"), Kind: ui.Numbers, Strong: true},
		}}
	for _, l := range levels {
		t.Columns = append(t.Columns, ui.Column{Head: wording.Say(ctx, l.Short), Group: group, Kind: ui.Numbers})
	}
	sum := make([]int64, len(levels)+1)
	known := make([]bool, len(levels)+1)
	through := map[int64][]figure.Part{} // the figures that hang through each: its own, or those under it
	for _, p := range c.Parts {
		through[p.Child] = append(through[p.Child], p)
	}
	for _, u := range c.Children {
		t.Rows = append(t.Rows, c.belowRow(ctx, u, through[u.ID], sum, known))
	}
	total := ui.Row{Kind: ui.RowSum, Cells: []ui.Cell{{Text: ui.T(ctx, "yearpage.branches.sum", max(c.declared(), int64(len(c.Children))), wording.Noun(ctx, c.childPopulation(), max(c.declared(), int64(len(c.Children)))))}, {}}}
	if n := c.unnamed(); n > 0 {
		total.Cells[0].Sub = ui.T(ctx, "yearpage.unnamed", n, wording.Noun(ctx, c.childPopulation(), n))
	}
	for i := range sum {
		if known[i] {
			total.Cells = append(total.Cells, ui.Cell{Text: ui.Number(ctx, sum[i])})
		} else {
			total.Cells = append(total.Cells, ui.Cell{Text: "–"})
		}
	}
	t.Rows = append(t.Rows, total)
	return t
}

func (c content) belowRow(ctx context.Context, u org.Unit, through []figure.Part, sum []int64, known []bool) ui.Row {
	row := ui.Row{Cells: []ui.Cell{{Text: u.Name, Href: recordweb.YearHref(u.ID, c.Year)}}}
	level := ui.Cell{Text: ui.T(ctx, "yearpage.none"), Tone: ui.ToneUnknown}
	if d, ok := c.Levels[u.ID]; ok {
		level = ui.Cell{Text: d.Title.Name(), Href: recordweb.TitleHref(d.Record)}
		row.Cells[0].PhoneSub = d.Title.Name()
	}
	row.Cells = append(row.Cells, level)
	own := figure.Assemble(c.Sheet.Period, ownOf(through, u.ID)).Tally(members)
	roll := figure.Add(c.Sheet.Period, members, through)
	counted := results{content: content{Unit: u, Year: c.Year}, population: members}
	added := roll.Units > 0 && !own.Stated()
	if added {
		row.Cells[0].Sub = ui.T(ctx, "yearpage.branches.added")
	}
	add := func(i int, n int64, href string) {
		sum[i], known[i] = sum[i]+n, true
		row.Cells = append(row.Cells, ui.Cell{Text: ui.Number(ctx, n), Href: href})
	}
	if roll.Totals > 0 {
		href := counted.workedHref("", true)
		if own.Stated() {
			href = recordweb.FigureHref(own.Base.Records[0])
		}
		add(0, roll.Total, href)
	} else {
		row.Cells = append(row.Cells, ui.Cell{Text: "–", Tone: ui.ToneUnknown})
	}
	for i, r := range roll.Rows {
		switch {
		case r.Units > 0 && added:
			add(i+1, r.Count, counted.workedHref(r.Level, true))
		case r.Units > 0 && own.Rows[i].State == figure.RowStated:
			add(i+1, r.Count, recordweb.FigureHref(own.Rows[i].Figures[0].Record))
		case r.Units > 0:
			add(i+1, r.Count, "")
		default:
			row.Cells = append(row.Cells, ui.Cell{Text: "–", Tone: ui.ToneUnknown})
		}
	}
	return row
}

// addedFrom is through how many units right below figures were added up.
func (c content) addedFrom() int {
	children := map[int64]bool{}
	for _, p := range c.Parts {
		children[p.Child] = true
	}
	return len(children)
}

// ownOf lists the figures that a unit right below reports itself.
func ownOf(through []figure.Part, unit int64) []figure.Figure {
	var list []figure.Figure
	for _, p := range through {
		if p.Unit == unit {
			list = append(list, p.Figure)
		}
	}
	return list
}
