package targetweb

import (
	"context"
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"hamrong/internal/access"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// targetView is one target with its verdict, baseline, source and history.
type targetView struct {
	target.Target
	Unit      org.Unit
	Path      []org.Step
	Trail     recordweb.Trail
	History   ledger.History[target.Target]
	Links     links
	Alike     []target.Target // others about the same matter, that stand
	Verdict   target.Verdict
	Baseline  target.Baseline
	MayRecord bool
	MayDecide bool
	Steps     []recordweb.Step
	Kept      bool
	Result    recordweb.Form
	Withdraw  recordweb.Form
	Higher    recordweb.Form // of counting higher levels, where it was refused
	Edit      recordweb.Form
}

// page is one of the target's two pages: what it shows, and whether it offers links.
type page struct {
	show  func(targetView) templ.Component
	links bool
}

var (
	reading = page{show: targetPage}
	editing = page{show: editPage, links: true}
)

func (h handler) show(w http.ResponseWriter, r *http.Request) error {
	return h.render(w, r, reading, func(*targetView) {}, http.StatusOK)
}

// render shows one of the target's two pages; with puts in the form that was wrong.
func (h handler) render(w http.ResponseWriter, r *http.Request, p page, with func(*targetView), status int) error {
	v, err := h.view(r, p.links)
	if err != nil {
		return err
	}
	v.Kept, v.Steps = recordweb.Kept(r), recordweb.Tell(v.History.Story, fieldsOf(r.Context(), v.History.Versions))
	with(&v)
	return ui.Render(w, r, status, p.show(v))
}

func (h handler) view(r *http.Request, links bool) (targetView, error) {
	var v targetView
	record, err := route.ID(r, "record")
	if err != nil {
		return v, err
	}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.See, Action: "target.page"})
	if err != nil {
		return v, err
	}
	err = h.DB.Read(r.Context(), p, func(t *store.Tx) error {
		if err := v.load(t, record); err != nil || !links {
			return err
		}
		v.Links, err = loadLinks(t, v.Owner)
		return err
	})
	if err != nil {
		return v, err
	}
	if v.MayRecord, err = recordweb.May(r.Context(), h.Door, access.Record, v.Owner); err != nil {
		return v, err
	}
	v.MayDecide, err = recordweb.May(r.Context(), h.Door, access.Decide, v.Owner)
	return v, err
}

func (v *targetView) load(t *store.Tx, record int64) (err error) {
	if v.History, err = target.History(t, record); err != nil {
		return err
	}
	v.Target = v.History.Current
	if v.Unit, v.Path, err = placeOf(t, v.Target); err != nil {
		return err
	}
	if v.Alike, err = target.AlikeTo(t, v.Target); err != nil {
		return err
	}
	if v.Trail, err = recordweb.Load(t, target.Book, record, v.History.Story, v.Source); err != nil {
		return err
	}
	result, err := amount(t, v.Target, v.Period)
	if err != nil {
		return err
	}
	before, err := amount(t, v.Target, period.Year(v.Period.First()-1))
	if err != nil {
		return err
	}
	v.Verdict, v.Baseline = target.Judge(v.Content, result), target.Compare(v.Content, before)
	return nil
}

// placeOf gives the unit of a target, and its way up, as they were in its period.
func placeOf(t *store.Tx, g target.Target) (unit org.Unit, path []org.Step, err error) {
	day := min(g.Period.End(), t.Today())
	if unit, err = org.Find(t, g.Owner, day); err != nil {
		return unit, path, err
	}
	path, err = org.PathTo(t, g.Owner, day)
	return unit, path, err
}

func amount(t *store.Tx, g target.Target, p period.Period) (figure.Amount, error) {
	list, err := figure.Of(t, g.Owner, p)
	return figure.Assemble(p, list).Amount(g.Content.Of()), err
}

func (v targetView) head(ctx context.Context) ui.Head {
	h := ui.Head{Title: wording.TargetName(v.Content) + ": " + wording.Aim(ctx, v.Content), Tail: v.Unit.Name, Section: "year",
		Intro: ui.T(ctx, "target.intro"), Crumbs: recordweb.Crumbs(v.Path, v.Period.First(), ui.T(ctx, "target.crumb", string(v.Period)))}
	if v.Ended == 0 && (v.MayRecord && !v.Decided() || v.MayDecide && v.Decided()) {
		label := "target.edit"
		if v.Decided() {
			label = "target.amend"
		}
		h.Actions = ui.Button{Label: ui.T(ctx, label), Icon: ui.IconEdit, Href: recordweb.TargetHref(v.Record) + "/edit"}
	}
	return h
}

func (v targetView) facts(ctx context.Context) ui.Facts {
	list := ui.Facts{
		{Label: ui.T(ctx, "target.fact.aim"), Value: wording.Aim(ctx, v.Content)},
		{Label: ui.T(ctx, "target.fact.unit"), Value: v.Unit.Name, Href: recordweb.YearHref(v.Unit.ID, v.Period.First())},
		{Label: ui.T(ctx, "target.fact.period"), Value: string(v.Period)},
		{Label: ui.T(ctx, "target.fact.state"), Value: wording.State(ctx, v.State)},
	}
	if v.Decision != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "target.fact.decision"), Value: v.Decision, Note: ui.Date(ctx, v.DecidedOn)})
	}
	if v.HasHigher() {
		key := "target.higher.no"
		if v.OrHigher {
			key = "target.higher.yes"
		}
		list = append(list, ui.Fact{Label: ui.T(ctx, "target.fact.level"), Value: wording.Level(ctx, v.Level, false), Note: ui.T(ctx, key)})
	}
	if v.Field != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "target.field.field"), Value: v.Field})
	}
	if v.Frequency == target.Yearly {
		list = append(list, ui.Fact{Label: ui.T(ctx, "target.fact.frequency"), Value: ui.T(ctx, "target.yearly")})
	}
	if v.Resolution != 0 {
		list = append(list, ui.Fact{Label: ui.T(ctx, "target.fact.resolution"), Value: ui.T(ctx, "target.open"), Href: "/resolutions/" + strconv.FormatInt(v.Resolution, 10)})
	}
	if v.Meeting != 0 {
		list = append(list, ui.Fact{Label: ui.T(ctx, "target.fact.meeting"), Value: ui.T(ctx, "target.open"), Href: "/meetings/" + strconv.FormatInt(v.Meeting, 10)})
	}
	if v.Note != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "target.field.note"), Value: v.Note})
	}
	return list
}

// comparison is the table of what the target stands beside: its own period's result, and the baseline.
func (v targetView) comparison(ctx context.Context) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "target.compare.caption"), Hidden: true, Layout: ui.Blocks, Columns: []ui.Column{
		{Head: ui.T(ctx, "target.fact.period"), Place: ui.PlaceTitle}, {Head: ui.T(ctx, "target.compare.figure"), Kind: ui.Numbers, Strong: true},
		{Head: ui.T(ctx, "target.compare.word"), Place: ui.PlaceState}, {Head: ui.T(ctx, "target.compare.distance"), Place: ui.PlaceEnd},
	}}
	t.Rows = []ui.Row{
		{Cells: []ui.Cell{{Text: ui.T(ctx, "target.compare.result", string(v.Period))}, v.amountCell(ctx, v.Verdict.Amount, v.Period.First()), {Part: wording.Outcome(ctx, v.Verdict)},
			{Text: wording.Distance(ctx, v.Verdict.Distance, v.Content), Sub: wording.Need(ctx, v.Verdict.Distance)}}},
		{Cells: []ui.Cell{{Text: ui.T(ctx, "target.compare.baseline", strconv.Itoa(v.Period.First()-1))}, v.amountCell(ctx, v.Baseline.Amount, v.Period.First()-1), {Part: wording.Standing(ctx, v.Baseline.Standing)},
			{Text: wording.Distance(ctx, v.Baseline.Distance, v.Content), Sub: wording.Need(ctx, v.Baseline.Distance)}}},
	}
	return t
}

func (v targetView) amountCell(ctx context.Context, a figure.Amount, year int) ui.Cell {
	if !a.Known {
		return ui.Cell{Text: "–", Tone: ui.ToneUnknown}
	}
	cell := ui.Cell{Text: wording.Amount(ctx, a), Also: wording.Share(ctx, a)}
	if !a.WorkedOut && len(a.Records) > 0 {
		cell.Href = recordweb.FigureHref(a.Records[0])
		return cell
	}
	cell.Href = recordweb.YearHref(v.Owner, year) + "/worked?population=" + v.Population + "&level=" + v.Level
	if v.OrHigher {
		cell.Href += "&up=1"
	}
	return cell
}

// resultYears are the periods that a figure can be typed for: the target's own, and its baseline's.
func (v targetView) resultYears(ctx context.Context) []ui.Option {
	own, before := string(v.Period), strconv.Itoa(v.Period.First()-1)
	return []ui.Option{{Value: own, Label: ui.T(ctx, "target.compare.result", own)}, {Value: before, Label: ui.T(ctx, "target.compare.baseline", before)}}
}
