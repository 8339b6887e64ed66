package figureweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"hamrong/internal/access"
	"hamrong/internal/document"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/org"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// figureView is one figure with all that stands around it.
type figureView struct {
	figure.Figure
	Unit     org.Unit
	Path     []org.Step
	Trail    recordweb.Trail
	History  ledger.History[figure.Figure]
	Others   []other
	Mine     bool
	Steps    []recordweb.Step
	Kept     bool
	Change   recordweb.Form
	Withdraw recordweb.Form
}

// other is what another source states at the same place.
type other struct {
	figure.Figure
	Source      string
	Contradicts bool
}

func (h handler) show(w http.ResponseWriter, r *http.Request) error {
	return h.render(w, r, func(*figureView) {}, http.StatusOK)
}

// render shows the page; with puts in the form that was wrong.
func (h handler) render(w http.ResponseWriter, r *http.Request, with func(*figureView), status int) error {
	v, err := h.view(r)
	if err != nil {
		return err
	}
	v.Kept, v.Steps = recordweb.Kept(r), recordweb.Tell(v.History.Story, fieldsOf(r.Context(), v.History.Versions))
	with(&v)
	return ui.Render(w, r, status, figurePage(v))
}

// fieldsOf lists the versions field by field, for the story.
func fieldsOf(ctx context.Context, list []figure.Figure) []recordweb.Version {
	var out []recordweb.Version
	for _, f := range list {
		out = append(out, recordweb.Version{Begun: f.Begun, Ended: f.Ended, Fields: []recordweb.Field{{Label: ui.T(ctx, "figure.fact.value"), Value: wording.Value(ctx, f.Value)}}})
	}
	return out
}

func (h handler) view(r *http.Request) (figureView, error) {
	var v figureView
	record, err := route.ID(r, "record")
	if err != nil {
		return v, err
	}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.See, Action: "figure.page"})
	if err != nil {
		return v, err
	}
	err = h.DB.Read(r.Context(), p, func(t *store.Tx) error { return v.load(t, record) })
	if err != nil {
		return v, err
	}
	v.Mine, err = recordweb.May(r.Context(), h.Door, access.Record, v.Unit.ID)
	return v, err
}

func (v *figureView) load(t *store.Tx, record int64) (err error) {
	if v.History, err = figure.History(t, record); err != nil {
		return err
	}
	v.Figure = v.History.Current
	day := min(v.Period.End(), t.Today())
	if v.Unit, err = org.Find(t, v.Figure.Unit, day); err != nil {
		return err
	}
	if v.Path, err = org.PathTo(t, v.Figure.Unit, day); err != nil {
		return err
	}
	if v.Trail, err = recordweb.Load(t, figure.Book, record, v.History.Story, v.Source); err != nil {
		return err
	}
	beside, err := figure.At(t, v.Figure.Unit, v.Place)
	if err != nil {
		return err
	}
	for _, f := range beside {
		if f.Record == record {
			continue
		}
		source, err := document.Stating(t, figure.Book, f.Record, f.Source)
		if err != nil {
			return err
		}
		v.Others = append(v.Others, other{Figure: f, Source: source, Contradicts: f.Contradicts(v.Value)})
	}
	return nil
}

// head is the frame of the page.
func (v figureView) head(ctx context.Context) ui.Head {
	h := ui.Head{Title: v.title(ctx), Tail: v.Unit.Name, Section: "year", Intro: ui.T(ctx, "figure.intro")}
	h.Crumbs = recordweb.Crumbs(v.Path, v.Period.Last(), wording.Value(ctx, v.Value))
	return h
}

// title is the figure as a sentence without a verb: "7/18 chi bộ: Trong sạch, vững mạnh, năm 2015".
func (v figureView) title(ctx context.Context) string {
	return ui.T(ctx, "figure.title", wording.Value(ctx, v.Value), wording.Counted(ctx, v.Figure), wording.Category(ctx, v.Figure), string(v.Period))
}

// facts are the figure's place and value, one line each.
func (v figureView) facts(ctx context.Context) ui.Facts {
	list := ui.Facts{
		{Label: ui.T(ctx, "figure.fact.value"), Value: wording.Value(ctx, v.Value), Note: v.reported(ctx)},
		{Label: ui.T(ctx, "figure.fact.unit"), Value: v.Unit.Name, Href: recordweb.YearHref(v.Unit.ID, v.Period.Last())},
		{Label: ui.T(ctx, "figure.fact.period"), Value: string(v.Period)},
		{Label: ui.T(ctx, "figure.fact.population"), Value: wording.Counted(ctx, v.Figure), Note: v.asWritten(ctx, v.Subject)},
		{Label: ui.T(ctx, "figure.fact.level"), Value: wording.Category(ctx, v.Figure), Note: v.asWritten(ctx, v.Category)},
	}
	if v.Within != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "figure.fact.within"), Value: wording.Level(ctx, v.Within, false)})
	}
	if v.Base != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "figure.fact.base"), Value: wording.Population(ctx, v.Base)})
	}
	if v.Negated {
		list = append(list, ui.Fact{Label: ui.T(ctx, "figure.fact.negated"), Value: ui.T(ctx, "figure.fact.negated.text")})
	}
	if v.OfTotal == nil && v.Count != nil {
		list = append(list, ui.Fact{Label: ui.T(ctx, "figure.fact.total"), Value: ui.T(ctx, "figure.fact.total.none")})
	}
	return list
}

// reported says that the value is a document's, and whether it was corrected while it was entered.
func (v figureView) reported(ctx context.Context) string {
	if v.Trail.Corrected("count", "total", "percent") {
		return ui.T(ctx, "figure.fact.corrected")
	}
	return ui.T(ctx, "figure.fact.reported")
}

// asWritten quotes the wording of a document.
func (v figureView) asWritten(ctx context.Context, s string) string {
	if s == "" || v.Source.Document == 0 {
		return ""
	}
	return ui.T(ctx, "figure.as_written", s)
}

// values fills the form of a change with what stands.
func (v figureView) values() recordweb.Form {
	values := url.Values{}
	set := func(name string, n *int64) {
		if n != nil {
			values.Set(name, strconv.FormatInt(*n, 10))
		}
	}
	set("count", v.Count)
	set("of_total", v.OfTotal)
	if v.Percent != nil {
		values.Set("percent", wording.PlainPercent(*v.Percent))
	}
	return v.Change.Or(recordweb.Showing(v.Begun, values))
}
