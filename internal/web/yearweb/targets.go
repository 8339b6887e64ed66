package yearweb

import (
	"context"
	"slices"
	"strconv"

	"hamrong/internal/figure"
	"hamrong/internal/rulebook"
	"hamrong/internal/target"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// groupOf is the head under which a target stands: its field of work, or what it counts.
func groupOf(a aim) (rank int, key string) {
	if a.Field != "" {
		return 3, a.Field
	}
	switch rulebook.KindOf(a.Population) {
	case rulebook.Organisations, rulebook.Members:
		return 0, "yearpage.group.party"
	case rulebook.Units:
		return 1, "yearpage.group.emulation"
	}
	return 2, "yearpage.group.other"
}

func byKind(a, b aim) int {
	ra, ka := groupOf(a)
	rb, kb := groupOf(b)
	switch {
	case ra != rb:
		return ra - rb
	case ka < kb:
		return -1
	case ka > kb:
		return 1
	}
	return 0
}

// judged reports whether the year of the targets is the page's own, so that results may stand beside them.
func (c content) judged(a aims) bool { return a.Year == c.Year }

// aimTable is "Biểu 3": each target with its baseline, the result of its own period, drawing,
// verdict and distance.
func (c content) aimTable(ctx context.Context, a aims, number int) ui.Table {
	y, base := strconv.Itoa(a.Year), strconv.Itoa(a.Baseline)
	judged := c.judged(a)
	t := ui.Table{ID: "bieu-" + strconv.Itoa(number), Number: number, Layout: ui.Blocks, Numbered: true,
		Caption: ui.T(ctx, "yearpage.aims.caption", len(a.List)),
		Legend:  []ui.Legend{{Sign: ui.SignThis, Label: ui.T(ctx, "yearpage.legend.year", c.drawnYear(a))}, {Sign: ui.SignZone, Label: ui.T(ctx, "yearpage.legend.zone")}, {Sign: ui.SignMissing, Label: ui.T(ctx, "yearpage.legend.missing")}},
		Columns: []ui.Column{
			{Head: ui.T(ctx, "yearpage.aim"), Place: ui.PlaceTitle, Width: ui.Width28},
			{Head: ui.T(ctx, "yearpage.aim.goal", y), Place: ui.PlaceLeft, Strong: true, Width: ui.Width12},
		}}
	if judged {
		t.Columns = append(t.Columns, ui.Column{Head: ui.T(ctx, "yearpage.aim.result", y), Kind: ui.Numbers, Place: ui.PlaceRight, Strong: true})
	}
	t.Columns = append(t.Columns,
		ui.Column{Head: ui.T(ctx, "yearpage.aim.baseline", base), Kind: ui.Numbers, Place: baselinePlace(judged), Strong: !judged},
		ui.Column{Head: ui.T(ctx, "yearpage.aim.drawing"), Kind: ui.Drawing, Place: ui.PlaceChart},
		ui.Column{Head: c.verdictHead(ctx, a), Place: ui.PlaceState},
		ui.Column{Head: ui.T(ctx, "yearpage.aim.distance"), Place: ui.PlaceEnd},
	)
	group := ""
	for _, g := range a.List {
		rank, key := groupOf(g)
		if key != group {
			group = key
			label := key
			if rank < 3 {
				label = ui.T(ctx, key)
			}
			t.Rows = append(t.Rows, ui.Row{Kind: ui.RowGroup, Cells: []ui.Cell{{Text: label}}})
		}
		t.Rows = append(t.Rows, c.aimRow(ctx, g, judged))
	}
	return t
}

func baselinePlace(judged bool) ui.Place {
	if judged {
		return ui.PlaceLeft
	}
	return ui.PlaceRight
}

// drawnYear is the year of the red bars: the result's once there is one, else the baseline's.
func (c content) drawnYear(a aims) string {
	for _, g := range a.List {
		if c.judged(a) && g.Verdict.Outcome != target.NoResult {
			return strconv.Itoa(a.Year)
		}
	}
	return strconv.Itoa(a.Baseline)
}

func (c content) verdictHead(ctx context.Context, a aims) string {
	if c.judged(a) {
		return ui.T(ctx, "yearpage.aim.verdict")
	}
	return ui.T(ctx, "yearpage.aim.against", strconv.Itoa(a.Baseline))
}

func (c content) aimRow(ctx context.Context, g aim, judged bool) ui.Row {
	row := ui.Row{ID: "chi-tieu-" + strconv.FormatInt(g.Record, 10), Cells: []ui.Cell{
		{Text: wording.TargetName(g.Content), Href: recordweb.TargetHref(g.Record), Sub: c.aimSub(ctx, g)},
		{Text: wording.Aim(ctx, g.Content)},
	}}
	if judged {
		row.Cells = append(row.Cells, c.amountCell(ctx, g, g.Verdict.Amount, c.Year))
	}
	row.Cells = append(row.Cells, c.amountCell(ctx, g, g.Baseline.Amount, g.Period.First()-1), ui.Cell{Chart: c.drawing(ctx, g, judged)})
	if judged && g.Verdict.Outcome != target.NoResult {
		row.Cells = append(row.Cells, verdictCell(wording.Outcome(ctx, g.Verdict)), distanceCell(ctx, g.Verdict.Distance, g.Content, g.Verdict.Outcome == target.Met))
	} else if judged {
		cell := verdictCell(wording.Outcome(ctx, g.Verdict))
		cell.Sub = ui.T(ctx, "yearpage.aim.from_baseline", strconv.Itoa(g.Period.First()-1), lower(ui.T(ctx, "wording.standing."+string(g.Baseline.Standing))))
		row.Cells = append(row.Cells, cell, distanceCell(ctx, g.Baseline.Distance, g.Content, g.Baseline.Position == target.Inside))
	} else {
		row.Cells = append(row.Cells, verdictCell(wording.Standing(ctx, g.Baseline.Standing)), distanceCell(ctx, g.Baseline.Distance, g.Content, g.Baseline.Position == target.Inside))
	}
	row.Opened = c.opened(ctx, g, judged)
	return row
}

// aimSub is the small line under a target: whether higher levels count, and its state.
func (c content) aimSub(ctx context.Context, g aim) string {
	sub := wording.State(ctx, g.State)
	if g.Decision != "" {
		sub += " " + g.Decision
	}
	if g.HasHigher() {
		if g.OrHigher {
			sub = ui.T(ctx, "yearpage.higher.yes") + " · " + sub
		} else {
			sub = ui.T(ctx, "yearpage.higher.no") + " · " + sub
		}
	}
	if !g.Period.IsYear() {
		sub = ui.T(ctx, "yearpage.aim.term", string(g.Period)) + " · " + sub
	}
	if g.Twice {
		sub = ui.T(ctx, "yearpage.aim.twice") + " · " + sub
	}
	return sub
}

// amountCell is a figure with its share; it opens to the record, or to how it was worked out.
func (c content) amountCell(ctx context.Context, g aim, a figure.Amount, year int) ui.Cell {
	if !a.Known {
		return ui.Cell{Text: ui.T(ctx, "yearpage.none"), Tone: ui.ToneUnknown, Plain: true}
	}
	cell := ui.Cell{Text: wording.Amount(ctx, a), Also: wording.Share(ctx, a), Href: amountHref(c.Unit.ID, g, a, year)}
	cell.AlsoHref = cell.Href
	if slices.ContainsFunc(a.Records, func(record int64) bool { return c.Corrected[record] }) {
		cell.Sub = ui.T(ctx, "yearpage.aim.corrected")
	}
	if a.Conflict {
		cell.Sub = ui.T(ctx, "yearpage.differ")
	}
	return cell
}

func amountHref(unit int64, g aim, a figure.Amount, year int) string {
	if !a.WorkedOut && len(a.Records) > 0 {
		return recordweb.FigureHref(a.Records[0])
	}
	href := recordweb.YearHref(unit, year) + "/worked?population=" + g.Population + "&level=" + g.Level
	if g.OrHigher {
		href += "&up=1"
	}
	return href
}

func verdictCell(v ui.Verdict) ui.Cell {
	icon := v.Icon
	if icon == ui.IconNone {
		icon = map[ui.Tone]ui.Icon{ui.ToneMet: ui.IconMet, ui.ToneShort: ui.IconShort, ui.ToneUnknown: ui.IconUnknown}[v.Tone]
	}
	return ui.Cell{Text: v.Text, Icon: icon, Tone: v.Tone}
}

func distanceCell(ctx context.Context, d target.Distance, of target.Content, good bool) ui.Cell {
	text, need := wording.Distance(ctx, d, of), wording.Need(ctx, d)
	tone := ui.ToneShort
	if good {
		tone = ui.ToneMet
	}
	if text == "" {
		return ui.Cell{Text: need, Tone: ui.ToneMuted}
	}
	return ui.Cell{Text: text, Tone: tone, Sub: need}
}

// boxesUpTo is the largest total that is drawn piece by piece.
const boxesUpTo = 20

// drawing shows the result, or without one the baseline, beside where the target is met.
func (c content) drawing(ctx context.Context, g aim, judged bool) ui.Chart {
	a, d := g.Baseline.Amount, g.Baseline.Distance
	if judged && g.Verdict.Outcome != target.NoResult {
		a, d = g.Verdict.Amount, g.Verdict.Distance
	}
	label := wording.TargetName(g.Content) + ": " + wording.Amount(ctx, a) + " · " + wording.Aim(ctx, g.Content)
	if total := boxTotal(d); a.Counted && a.Count.Exact() && total > 0 && total <= boxesUpTo {
		return ui.Boxes{Filled: int(a.Count.Lo), Missing: int(d.Short), Total: int(max(total, a.Count.Lo)), Label: label}
	}
	if g.Unit != target.Percent {
		return nil
	}
	zone := ui.Zone{Value: -1, From: float64(g.Low) / 10000, To: float64(g.High) / 10000, Label: label}
	switch g.Comparator {
	case target.Above, target.AtLeast, target.RangeUp, target.Equal:
		zone.To = 1
	case target.Below, target.AtMost:
		zone.From = 0
	}
	switch {
	case a.Counted && a.Count.Exact() && a.Total > 0:
		zone.Value = float64(a.Count.Lo) / float64(a.Total)
	case a.Percent != nil:
		zone.Value = min(1, float64(a.Percent.Units)/float64(100*tens(a.Percent.Digits)))
	}
	return zone
}

func boxTotal(d target.Distance) int64 {
	switch {
	case !d.Known:
		return 0
	case d.Total > 0:
		return d.Total
	case d.HasMin:
		return d.Min
	}
	return 0
}

func tens(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// opened is why a target stands where it stands, from which sentences, and the switch that says
// whether higher levels count.
func (c content) opened(ctx context.Context, g aim, judged bool) *ui.Opened {
	o := &ui.Opened{Summary: ui.T(ctx, "yearpage.why")}
	d, a := g.Baseline.Distance, g.Baseline.Amount
	if judged && g.Verdict.Outcome != target.NoResult {
		d, a = g.Verdict.Distance, g.Verdict.Amount
	}
	o.Text = whyText(ctx, g, d, a)
	if g.Source.Document != 0 {
		o.Links = append(o.Links, ui.Link{Label: ui.T(ctx, "yearpage.why.target"), Href: recordweb.SourceHref(g.Source)})
	}
	for _, record := range a.Records {
		o.Links = append(o.Links, ui.Link{Label: ui.T(ctx, "yearpage.why.figure"), Href: recordweb.FigureHref(record)})
		if len(o.Links) == 4 {
			break
		}
	}
	if c.mayEnterFor(judged) && (!a.Known || judged && g.Verdict.Outcome == target.NoResult) {
		o.Links = append(o.Links, ui.Link{Label: ui.T(ctx, "yearpage.why.type"), Href: recordweb.TargetHref(g.Record) + "#ket-qua"})
	}
	if g.HasHigher() && c.mayEnterFor(judged) {
		o.Body = higherForm(g)
	}
	return o
}

// mayEnterFor reports whether the reader may write about a target: one of the page's own closed
// year takes corrections only, on its own page.
func (c content) mayEnterFor(judged bool) bool {
	if judged {
		return c.mayEnter()
	}
	return c.MayRecord && !c.States[2].Frozen
}

func whyText(ctx context.Context, g aim, d target.Distance, a figure.Amount) string {
	aimed := wording.Aim(ctx, g.Content)
	switch {
	case !a.Known:
		return ui.T(ctx, "yearpage.why.none", wording.Capital(aimed))
	case d.Known && d.Empty:
		return ui.T(ctx, "yearpage.why.empty", wording.Capital(aimed), ui.Number(ctx, d.Total))
	case d.Known && d.Total > 0:
		return ui.T(ctx, "yearpage.why.count", wording.Capital(aimed), d.Total, wording.NounOf(ctx, g.Content, d.Total), wording.Need(ctx, d), string(a.Period), wording.Amount(ctx, a))
	case d.Known:
		return ui.T(ctx, "yearpage.why.plain", wording.Capital(aimed), string(a.Period), wording.Amount(ctx, a))
	case a.Percent != nil:
		return ui.T(ctx, "yearpage.why.percent", wording.Amount(ctx, a), string(a.Period))
	}
	return ui.T(ctx, "yearpage.why.unclear")
}
