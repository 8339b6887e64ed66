package titleweb

import (
	"context"
	"net/http"
	"net/url"

	"hamrong/internal/access"
	"hamrong/internal/document"
	"hamrong/internal/ledger"
	"hamrong/internal/org"
	"hamrong/internal/rulebook"
	"hamrong/internal/store"
	"hamrong/internal/title"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// titleView is one title with its source and history.
type titleView struct {
	title.Title
	Holder   org.Unit
	Path     []org.Step
	Trail    recordweb.Trail
	History  ledger.History[title.Title]
	All      []title.Title // of the same unit, to compare an aim with
	Others   []other
	Mine     bool
	Steps    []recordweb.Step
	Kept     bool
	Edit     recordweb.Form
	Withdraw recordweb.Form
}

// other is what another record says of the same unit's year, aimed at or not as this one.
type other struct {
	title.Title
	Source      string
	Contradicts bool
}

func (h handler) show(w http.ResponseWriter, r *http.Request) error {
	return h.render(w, r, func(*titleView) {}, http.StatusOK)
}

// render shows the page; with puts in the form that was wrong.
func (h handler) render(w http.ResponseWriter, r *http.Request, with func(*titleView), status int) error {
	v, err := h.view(r)
	if err != nil {
		return err
	}
	v.Kept, v.Steps = recordweb.Kept(r), recordweb.Tell(v.History.Story, fieldsOf(r.Context(), v.History.Versions))
	with(&v)
	return ui.Render(w, r, status, titlePage(v))
}

// fieldsOf lists the versions field by field, for the story.
func fieldsOf(ctx context.Context, list []title.Title) []recordweb.Version {
	var out []recordweb.Version
	for _, d := range list {
		out = append(out, recordweb.Version{Begun: d.Begun, Ended: d.Ended, Fields: []recordweb.Field{
			{Label: ui.T(ctx, "title.fact.title"), Value: d.Wording}, {Label: ui.T(ctx, "title.fact.period"), Value: string(d.Period)},
			{Label: ui.T(ctx, "title.fact.status"), Value: ui.T(ctx, "title.status."+string(d.Status))}, {Label: ui.T(ctx, "title.fact.awarded"), Value: d.AwardedBy}}})
	}
	return out
}

func (h handler) view(r *http.Request) (titleView, error) {
	var v titleView
	record, err := route.ID(r, "record")
	if err != nil {
		return v, err
	}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.See, Action: "title.page"})
	if err != nil {
		return v, err
	}
	if err = h.DB.Read(r.Context(), p, func(t *store.Tx) error { return v.load(t, record) }); err != nil {
		return v, err
	}
	v.Mine, err = recordweb.May(r.Context(), h.Door, access.Record, v.Title.Unit)
	return v, err
}

func (v *titleView) load(t *store.Tx, record int64) (err error) {
	if v.History, err = title.History(t, record); err != nil {
		return err
	}
	v.Title = v.History.Current
	day := min(v.Period.End(), t.Today())
	if v.Holder, err = org.Find(t, v.Title.Unit, day); err != nil {
		return err
	}
	if v.Path, err = org.PathTo(t, v.Title.Unit, day); err != nil {
		return err
	}
	if v.All, err = title.Of(t, v.Title.Unit); err != nil {
		return err
	}
	for _, d := range v.All {
		if d.Record == record || d.Period != v.Period || (d.Status == title.Aimed) != (v.Status == title.Aimed) {
			continue
		}
		source, err := document.Stating(t, title.Book, d.Record, d.Source)
		if err != nil {
			return err
		}
		v.Others = append(v.Others, other{Title: d, Source: source, Contradicts: d.Contradicts(v.Title)})
	}
	v.Trail, err = recordweb.Load(t, title.Book, record, v.History.Story, v.Source)
	return err
}

func (v titleView) head(ctx context.Context) ui.Head {
	return ui.Head{Title: ui.T(ctx, "title.page.title", v.Holder.Name, v.Name(), string(v.Period)), Tail: v.Holder.Name, Section: "year",
		Intro: ui.T(ctx, "title.intro"), Crumbs: recordweb.Crumbs(v.Path, v.Period.First(), v.Name())}
}

func (v titleView) facts(ctx context.Context) ui.Facts {
	list := ui.Facts{
		{Label: ui.T(ctx, "title.fact.title"), Value: v.Wording, Note: v.known(ctx)},
		{Label: ui.T(ctx, "title.fact.unit"), Value: v.Holder.Name, Href: recordweb.YearHref(v.Holder.ID, v.Period.First())},
		{Label: ui.T(ctx, "title.fact.period"), Value: string(v.Period)},
		{Label: ui.T(ctx, "title.fact.status"), Value: ui.T(ctx, "title.status."+string(v.Status))},
	}
	if v.AwardedBy != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "title.fact.awarded"), Value: v.AwardedBy})
	}
	if v.Status != title.Aimed {
		return list
	}
	s := title.Compare(v.Title, v.All)
	if met, known := s.Met(v.Title); known {
		key := "title.stand.not_met"
		if met {
			key = "title.stand.met"
		}
		list = append(list, ui.Fact{Label: ui.T(ctx, "title.fact.result"), Value: s.Result.Name(), Href: recordweb.TitleHref(s.Result.Record), Note: ui.T(ctx, key)})
	} else if s.Result != nil {
		list = append(list, ui.Fact{Label: ui.T(ctx, "title.fact.result"), Value: s.Result.Name(), Href: recordweb.TitleHref(s.Result.Record), Note: ui.T(ctx, "title.stand.differ")})
	} else {
		list = append(list, ui.Fact{Label: ui.T(ctx, "title.fact.result"), Value: ui.T(ctx, "title.stand.none")})
	}
	if s.Held != nil {
		list = append(list, ui.Fact{Label: ui.T(ctx, "title.fact.held", string(s.Held.Period)), Value: s.Held.Name(), Href: recordweb.TitleHref(s.Held.Record), Note: ui.T(ctx, "title.stand."+string(s.Standing))})
	}
	return list
}

// known says whether a rulebook has the title, and that its order may not be checked.
func (v titleView) known(ctx context.Context) string {
	if v.Code == "" {
		return ui.T(ctx, "title.unknown")
	}
	for _, subject := range []string{"unit", "person"} {
		for _, line := range rulebook.TitleLines(v.Period.First(), subject) {
			if line.Has(v.Code) && !line.Confirmed {
				return ui.T(ctx, "title.unconfirmed")
			}
		}
	}
	return ""
}

// editForm is the form of a change, filled with what stands.
func (v titleView) editForm() recordweb.Form {
	return v.Edit.Or(recordweb.Showing(v.Begun, url.Values{"wording": {v.Wording}, "period": {string(v.Period)}, "status": {string(v.Status)}, "awarded_by": {v.AwardedBy}}))
}
