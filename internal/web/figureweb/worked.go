package figureweb

import (
	"context"
	"net/http"
	"strconv"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// workedView is how a number that no source states came about: what was added, from where.
type workedView struct {
	Unit       org.Unit
	Path       []org.Step
	Year       int
	Population string
	Level      string // "" for the total
	Up, Below  bool
	Tally      figure.Tally
	Lines      []line
}

// line is one summand, or the base of a share.
type line struct {
	Label string
	Unit  string
	Value string
	Href  string
	Note  string
}

func (h handler) worked(w http.ResponseWriter, r *http.Request) error {
	unit, year, err := route.UnitYear(r)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	v := workedView{Year: year, Population: q.Get("population"), Level: q.Get("level"), Up: q.Get("up") != "", Below: q.Get("below") != ""}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.See, Unit: unit, Period: period.Year(year), Action: "figure.worked"})
	if err != nil {
		return err
	}
	err = h.DB.Read(r.Context(), p, func(t *store.Tx) error { return v.load(r.Context(), t, unit) })
	if err != nil {
		return err
	}
	if len(v.Lines) == 0 {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	return ui.Render(w, r, http.StatusOK, workedPage(v))
}

func (v *workedView) load(ctx context.Context, t *store.Tx, unit int64) (err error) {
	day := min(period.Year(v.Year).End(), t.Today())
	if v.Unit, err = org.Find(t, unit, day); err != nil {
		return err
	}
	if v.Path, err = org.PathTo(t, unit, day); err != nil {
		return err
	}
	if v.Below {
		return v.fromBelow(ctx, t, day)
	}
	list, err := figure.Of(t, unit, period.Year(v.Year))
	if err != nil {
		return err
	}
	v.Tally = figure.Assemble(period.Year(v.Year), list).Tally(v.Population)
	v.Lines = ownLines(ctx, v, list)
	return nil
}

// ownLines lists what a number of the unit's own sheet rests on.
func ownLines(ctx context.Context, v *workedView, list []figure.Figure) []line {
	if v.Level == "" {
		return totalLines(ctx, v.Tally)
	}
	byRecord := map[int64]figure.Figure{}
	for _, f := range list {
		byRecord[f.Record] = f
	}
	records := v.Tally.Base.Records
	if v.Up {
		if up := v.Tally.Cumulative(v.Level).Records; len(up) > 0 {
			records = up // else all of them are inferred to be 0, from the total
		}
	} else {
		records = append(levelRecords(v.Tally, v.Level), records...)
	}
	var lines []line
	seen := map[int64]bool{}
	for _, id := range records {
		f, ok := byRecord[id]
		if !ok || seen[id] {
			continue
		}
		seen[id] = true
		l := line{Label: wording.Category(ctx, f), Value: wording.Value(ctx, f.Value), Href: recordweb.FigureHref(id)}
		if v.Tally.Contains(f.Within) {
			l.Note = ui.T(ctx, "figure.worked.inside", wording.Level(ctx, f.Within, false))
		}
		lines = append(lines, l)
	}
	return lines
}

// totalLines lists the levels that make up a total, those inferred to be 0 among them. Where only
// the count of those assessed gives the total, that stands first.
func totalLines(ctx context.Context, t figure.Tally) []line {
	var lines []line
	if t.Base.From == figure.FromRoster {
		lines = append(lines, line{Label: ui.T(ctx, "figure.worked.total"), Value: ui.Number(ctx, t.Base.Total), Href: recordweb.FigureHref(t.Base.Records[0])})
	}
	for _, r := range t.Rows {
		l := line{Label: wording.Say(ctx, r.Name.Name)}
		switch r.State {
		case figure.RowUnstated:
			continue
		case figure.RowInferred:
			l.Value, l.Note = "0", ui.T(ctx, "figure.worked.inferred")
		default:
			l.Value, l.Href = wording.Value(ctx, r.Figures[0].Value), recordweb.FigureHref(r.Figures[0].Record)
			if t.Contains(r.Within) {
				l.Note = ui.T(ctx, "figure.worked.inside", wording.Level(ctx, r.Within, false))
			}
		}
		lines = append(lines, l)
	}
	return lines
}

func levelRecords(t figure.Tally, level string) []int64 {
	for _, r := range t.Rows {
		if r.Level == level && len(r.Figures) > 0 {
			return []int64{r.Figures[0].Record}
		}
	}
	return nil
}

// fromBelow lists what each unit underneath reports at the level, or its total.
func (v *workedView) fromBelow(ctx context.Context, t *store.Tx, day period.Date) error {
	parts, err := figure.Below(t, v.Unit.ID, period.Year(v.Year), day)
	if err != nil {
		return err
	}
	byUnit := map[int64][]figure.Figure{}
	var units []int64
	for _, p := range parts {
		if p.Population != v.Population {
			continue
		}
		if _, ok := byUnit[p.Unit]; !ok {
			units = append(units, p.Unit)
		}
		byUnit[p.Unit] = append(byUnit[p.Unit], p.Figure)
	}
	for _, id := range units {
		u, err := org.Find(t, id, day)
		if err != nil {
			return err
		}
		tally := figure.Assemble(period.Year(v.Year), byUnit[id]).Tally(v.Population)
		l := line{Unit: u.Name, Label: ui.T(ctx, "figure.worked.total"), Value: "–", Href: recordweb.YearHref(id, v.Year)}
		if v.Level == "" && tally.Base.From != figure.NoBase {
			l.Value = ui.Number(ctx, tally.Base.Total)
		}
		if v.Level != "" {
			l.Label = wording.Level(ctx, v.Level, false)
			for _, r := range tally.Rows {
				if r.Level != v.Level {
					continue
				}
				if len(r.Figures) > 0 {
					l.Value, l.Href = wording.Value(ctx, r.Figures[0].Value), recordweb.FigureHref(r.Figures[0].Record)
				} else if r.State == figure.RowInferred {
					l.Value, l.Note = "0", ui.T(ctx, "figure.worked.inferred")
				}
			}
		}
		v.Lines = append(v.Lines, l)
	}
	return nil
}

// result is the number that was worked out.
func (v workedView) result(ctx context.Context) string {
	switch {
	case v.Below:
		return ""
	case v.Level != "" && v.Up:
		a := v.Tally.Cumulative(v.Level)
		return joinShare(wording.Amount(ctx, a), wording.Share(ctx, a))
	case v.Level != "":
		for _, r := range v.Tally.Rows {
			if r.Level == v.Level && r.Exact() && v.Tally.Base.Total > 0 {
				return ui.Number(ctx, r.Count) + "/" + ui.Number(ctx, v.Tally.Base.Total) + " = " + ui.Share(ctx, r.Count, v.Tally.Base.Total)
			}
		}
		return ""
	}
	return ui.Number(ctx, v.Tally.Base.Total)
}

func joinShare(amount, share string) string {
	if share == "" {
		return amount
	}
	return amount + " = " + share
}

// title names the number.
func (v workedView) title(ctx context.Context) string {
	what := ui.T(ctx, "figure.worked.total")
	if v.Level != "" {
		what = wording.Level(ctx, v.Level, v.Up)
	}
	return ui.T(ctx, "figure.worked.title", wording.Population(ctx, v.Population), what, strconv.Itoa(v.Year))
}

// rule says in words how the number came about.
func (v workedView) rule(ctx context.Context) string {
	switch {
	case v.Below:
		return ui.T(ctx, "figure.worked.below", len(v.Lines))
	case v.Level != "" && v.Up && v.Tally.Cumulative(v.Level).WorkedOut:
		return ui.T(ctx, "figure.worked.up")
	case v.Level != "":
		return ui.T(ctx, "figure.worked.share."+string(baseWord(v.Tally.Base.From)))
	}
	return ui.T(ctx, "figure.worked.base."+string(baseWord(v.Tally.Base.From)))
}

// baseWord is the origin of a base as the locale files know it.
func baseWord(f figure.From) figure.From {
	if f == figure.NoBase {
		return "none"
	}
	return f
}

func (v workedView) table(ctx context.Context) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "figure.worked.caption"), Hidden: true, Columns: []ui.Column{{Head: ui.T(ctx, "figure.fact.level")}, {Head: ui.T(ctx, "figure.fact.value"), Kind: ui.Numbers, Strong: true}}}
	if v.Below {
		t.Columns = append([]ui.Column{{Head: ui.T(ctx, "figure.fact.unit")}}, t.Columns...)
	}
	for _, l := range v.Lines {
		cells := []ui.Cell{{Text: l.Label, Sub: l.Note}, {Text: l.Value, Href: l.Href}}
		if v.Below {
			cells = append([]ui.Cell{{Text: l.Unit}}, cells...)
		}
		t.Rows = append(t.Rows, ui.Row{Cells: cells})
	}
	return t
}
