package yearweb

import (
	"context"
	"slices"
	"strings"

	"hamrong/internal/figure"
	"hamrong/internal/rulebook"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// mark says of a record's figure whether it is the source's own or was corrected while it was entered.
func (c content) mark(record int64) ui.Mark {
	if c.Corrected[record] {
		return ui.MarkCorrected
	}
	return ui.MarkReported
}

// correctedIn counts the figures of a table that were corrected while they were entered.
func (c content) correctedIn(t figure.Tally) int {
	n := 0
	for _, row := range slices.Concat(t.Rows, t.Beside) {
		for _, f := range row.Figures {
			if c.Corrected[f.Record] {
				n++
			}
		}
	}
	return n
}

// count is the cell of a row's figure, marked as reported; it opens to its record.
func (r results) count(ctx context.Context, row figure.Row) ui.Cell {
	switch row.State {
	case figure.RowStated:
		return ui.Cell{Text: plain(ctx, row), Href: recordweb.FigureHref(row.Figures[0].Record), Mark: r.mark(row.Figures[0].Record)}
	case figure.RowInferred:
		return ui.Cell{Text: "0", Href: r.workedHref("", false), Mark: ui.MarkInferred}
	case figure.RowPercent:
		return ui.Cell{Text: "–", Tone: ui.ToneUnknown}
	}
	return ui.Cell{Text: "–", Tone: ui.ToneUnknown}
}

func (r results) last(ctx context.Context, row figure.Row) ui.Cell {
	switch row.State {
	case figure.RowStated, figure.RowPercent:
		cell := ui.Cell{Text: plain(ctx, row), Href: recordweb.FigureHref(row.Figures[0].Record)}
		if r.Corrected[row.Figures[0].Record] {
			cell.Mark = ui.MarkCorrected
		}
		return cell
	case figure.RowInferred:
		return ui.Cell{Text: "0"}
	}
	return ui.Cell{Text: "–", Tone: ui.ToneUnknown}
}

// share is a count of the base, rounded last; a percentage that is known alone stays as written.
func (r results) share(ctx context.Context, row figure.Row) ui.Cell {
	switch {
	case row.State == figure.RowPercent:
		return ui.Cell{Text: plain(ctx, row), Href: recordweb.FigureHref(row.Figures[0].Record), Mark: r.mark(row.Figures[0].Record)}
	case row.State == figure.RowUnstated || !row.Exact() || r.now.Base.Total == 0:
		return ui.Cell{Text: "–", Tone: ui.ToneUnknown}
	}
	return ui.Cell{Text: ui.Share(ctx, row.Count, r.now.Base.Total), Href: r.workedHref(row.Level, false)}
}

// besideRows are what a source states beside the levels: exempt, not assessed, two levels in one
// figure, levels of other years' rules. "Trở lên" as written has its own lines.
func (r results) besideRows(ctx context.Context) []ui.Row {
	var rows []ui.Row
	for _, b := range r.now.Beside {
		if b.OrHigher && r.now.Order.Rank(b.Level) >= 0 || !rulebook.IsLevel(b.Level) {
			continue
		}
		f := b.Figures[0]
		name := ui.Cell{Text: wording.Category(ctx, f)}
		if rulebook.LevelOf(b.Level).Beside && f.Category != "" {
			name.Sub = "“" + f.Category + "”"
		}
		if b.Within != "" {
			name.Sub = ui.T(ctx, "yearpage.within", wording.Level(ctx, b.Within, false))
		}
		count, share := ui.Cell{}, ui.Cell{}
		if b.State == figure.RowPercent {
			share = r.share(ctx, b)
		} else {
			count = r.count(ctx, b)
			if f.Percent != nil {
				share = ui.Cell{Text: wording.Percent(ctx, *f.Percent), Href: recordweb.FigureHref(f.Record)}
			}
		}
		rows = append(rows, ui.Row{Kind: ui.RowZero, Cells: []ui.Cell{name, count, share}})
	}
	return rows
}

// sumRow is the table's sum with its proof: the levels added, against the total as written.
func (r results) sumRow(ctx context.Context) ui.Row {
	row := ui.Row{Kind: ui.RowSum, Cells: []ui.Cell{{Text: ui.T(ctx, "yearpage.sum")}, {Text: "–"}, {}, {}}}
	change := ui.Cell{}
	base := r.now.Base
	if base.From != figure.NoBase {
		row.Cells[1] = ui.Cell{Text: ui.Number(ctx, base.Total), Href: r.workedHref("", false)}
		row.Cells[2] = ui.Cell{Text: ui.Share(ctx, base.Total, base.Total)}
		if r.then.Base.From != figure.NoBase {
			change = ui.Cell{Text: ui.Signed(ctx, base.Total-r.then.Base.Total)}
		}
	}
	switch proof := r.proof(ctx); {
	case r.now.SumCheck() == figure.Fails:
		row.Cells[3] = ui.Cell{Proof: ui.T(ctx, "yearpage.proof.off", r.now.Sum, base.Total), Amiss: true}
	case r.now.SumCheck() == figure.Holds:
		row.Cells[3] = ui.Cell{Proof: proof}
	case base.From == figure.AddedUp:
		row.Cells[3] = ui.Cell{Part: added(proof)}
	}
	if r.then.Stated() {
		row.Cells = append(row.Cells, r.total(ctx, r.then), change)
	}
	if r.hasBelow() {
		below := ui.Cell{Text: "–"}
		if r.below.Totals > 0 {
			below = ui.Cell{Text: ui.Number(ctx, r.below.Total), Href: r.workedHref("", true)}
		}
		row.Cells = append(row.Cells, below)
	}
	return row
}

func (r results) total(ctx context.Context, t figure.Tally) ui.Cell {
	if t.Base.From == figure.NoBase {
		return ui.Cell{Text: "–", Tone: ui.ToneUnknown}
	}
	return ui.Cell{Text: ui.Number(ctx, t.Base.Total)}
}

// cumulativeRows are the "trở lên" lines that a source states or a target uses; without either
// the one of the second level.
func (r results) cumulativeRows(ctx context.Context) []ui.Row {
	wanted := map[string]bool{}
	for _, list := range [][]aim{r.Own.List, r.Next.List} {
		for _, a := range list {
			if a.Population == r.population && a.OrHigher {
				wanted[a.Level] = true
			}
		}
	}
	for _, b := range r.now.Beside {
		if b.OrHigher && b.Within == "" && b.Base == "" {
			wanted[b.Level] = true
		}
	}
	if codes := r.now.Order.Codes; len(wanted) == 0 && len(codes) > 1 {
		wanted[codes[1]] = true
	}
	var rows []ui.Row
	for rank, level := range r.now.Order.Codes {
		if rank == 0 || !wanted[level] {
			continue
		}
		now, then := r.now.Cumulative(level), r.then.Cumulative(level)
		if !now.Known && !then.Known {
			continue
		}
		row := ui.Row{Kind: ui.RowCumulative, Cells: []ui.Cell{
			{Text: wording.Level(ctx, level, true)}, r.upCount(ctx, level, now), {}, {},
		}}
		if share := wording.Share(ctx, now); share != "" {
			row.Cells[2] = ui.Cell{Text: share, Href: r.workedHref(level+"&up=1", false)}
		} else if now.Percent != nil {
			row.Cells[1], row.Cells[2] = ui.Cell{Text: "–"}, ui.Cell{Text: wording.Amount(ctx, now), Href: recordweb.FigureHref(now.Records[0]), Mark: r.mark(now.Records[0])}
		}
		if r.then.Stated() {
			change := ui.Cell{}
			if now.Counted && then.Counted && now.Count.Exact() && then.Count.Exact() {
				change.Text = ui.Signed(ctx, now.Count.Lo-then.Count.Lo)
			}
			row.Cells = append(row.Cells, ui.Cell{Text: lastUp(ctx, then)}, change)
		}
		rows = append(rows, row)
	}
	return rows
}

func lastUp(ctx context.Context, a figure.Amount) string {
	a.Total = 0
	if text := wording.Amount(ctx, a); text != "" {
		return text
	}
	return "–"
}

func (r results) upCount(ctx context.Context, level string, a figure.Amount) ui.Cell {
	a.Total = 0
	cell := ui.Cell{Text: wording.Amount(ctx, a), Href: r.workedHref(level+"&up=1", false)}
	if !a.WorkedOut && len(a.Records) > 0 {
		cell.Href, cell.Mark = recordweb.FigureHref(a.Records[0]), r.mark(a.Records[0])
	}
	if !a.Known {
		return ui.Cell{Text: "–", Tone: ui.ToneUnknown}
	}
	return cell
}

// levels names levels in a sentence.
func levels(ctx context.Context, codes []string) string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = lower(wording.Level(ctx, code, false))
	}
	return strings.Join(names, "; ")
}

// note says what the table's marks mean and what does not add up.
func (r results) note(ctx context.Context) string {
	var notes []string
	if r.now.Stated() {
		notes = append(notes, ui.T(ctx, "yearpage.note.reported"))
	}
	if r.correctedIn(r.now)+r.correctedIn(r.then) > 0 {
		notes = append(notes, ui.T(ctx, "yearpage.note.corrected"))
	}
	switch r.now.Base.From {
	case figure.AddedUp:
		notes = append(notes, ui.T(ctx, "yearpage.note.added", r.now.Base.Total))
		if open := r.now.Open(); len(open) > 0 {
			notes = append(notes, ui.T(ctx, "yearpage.note.added.open", levels(ctx, open)))
		}
	case figure.NoBase:
		if open := r.now.Open(); r.now.Stated() && len(open) > 0 {
			notes = append(notes, ui.T(ctx, "yearpage.note.no_base", levels(ctx, open)))
		}
	case figure.Differing:
		notes = append(notes, ui.T(ctx, "yearpage.note.totals"))
	}
	if !r.now.Order.Confirmed {
		notes = append(notes, ui.T(ctx, "yearpage.note.unconfirmed", r.now.Order.Clause))
	}
	if r.hasBelow() {
		notes = append(notes, ui.T(ctx, "yearpage.note.below", r.below.Children, len(r.Children)))
	}
	for _, c := range r.now.Failed() {
		if c.Kind != figure.CheckSum && c.Kind != figure.CheckTotals {
			notes = append(notes, ui.T(ctx, "yearpage.check."+string(c.Kind), wording.Level(ctx, c.Level, false)))
		}
	}
	return strings.Join(notes, " ")
}

// differ names what further sources state at a place, against the first one, which is shown.
func differ(ctx context.Context, figures []figure.Figure) string {
	var others []string
	for _, f := range figures[1:] {
		if figures[0].Value.Contradicts(f.Value) {
			others = append(others, wording.Value(ctx, f.Value))
		}
	}
	return ui.T(ctx, "yearpage.differ.others", strings.Join(others, "; "))
}
