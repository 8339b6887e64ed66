package orgweb

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
	"hamrong/internal/year"
)

// yearView is what the pages that decide and close a year show.
type yearView struct {
	Unit  org.Unit
	Path  []org.Step
	Year  year.Year
	Below int              // units right below, that a closing closes as well
	Empty int              // those of them for whose year no figure stands
	Loose int              // targets of the unit's year that no decision has adopted
	Steps []recordweb.Step // what was decided on the year, and corrected
	Form  recordweb.Form
}

// loadYear reads the unit as it was at the end of the year, for who may decide; more reads what
// one of the pages shows besides.
func (h *handler) loadYear(r *http.Request, more func(t *store.Tx, v *yearView, day period.Date) error) (v yearView, err error) {
	unit, y, err := route.UnitYear(r)
	if err != nil {
		return v, err
	}
	permit, err := h.Door.Permit(r.Context(), access.Ask{Right: access.Decide, Unit: unit, Action: "year.form"})
	if err != nil {
		return v, err
	}
	err = h.DB.Read(r.Context(), permit, func(t *store.Tx) error {
		day := min(period.Year(y).End(), t.Today())
		if v.Unit, err = org.Find(t, unit, day); err != nil {
			return err
		}
		if v.Path, err = org.PathTo(t, unit, day); err != nil {
			return err
		}
		if v.Year, err = year.State(t, unit, period.Year(y)); err != nil {
			return err
		}
		return more(t, &v, day)
	})
	return v, err
}

// deciding reads what was decided on the year before.
func (h *handler) deciding(r *http.Request) (yearView, error) {
	return h.loadYear(r, func(t *store.Tx, v *yearView, _ period.Date) (err error) {
		v.Steps, err = yearStory(r.Context(), t, v.Unit.ID, v.Year.Year)
		return err
	})
}

// toClose counts the units that a closing closes as well, and what it leaves as it is for good.
func toClose(t *store.Tx, v *yearView, day period.Date) error {
	children, err := org.ChildrenOf(t, v.Unit.ID, day)
	if err != nil {
		return err
	}
	having, err := figure.Having(t, v.Unit.ID, v.Year.Period(), day)
	if err != nil {
		return err
	}
	v.Below, v.Empty = len(children), len(children)-len(having)
	targets, err := target.Of(t, v.Unit.ID, v.Year.Period())
	v.Loose = len(slices.DeleteFunc(targets, target.Target.Decided))
	return err
}

// yearStory tells what was decided on a year, with what each entry changed.
func yearStory(ctx context.Context, t *store.Tx, unit int64, y int) ([]recordweb.Step, error) {
	versions, err := year.Versions(t, unit, y)
	if err != nil {
		return nil, err
	}
	steps, err := year.Story(t, versions)
	told := make([]recordweb.Version, 0, len(versions))
	for _, v := range versions {
		v.Frozen = v.Stage == year.Closed
		told = append(told, recordweb.Version{Begun: v.Begun, Ended: v.Ended, Fields: []recordweb.Field{
			{Label: ui.T(ctx, "year.state"), Value: wording.Stage(ctx, v.Year, t.Today().Year())}, {Label: ui.T(ctx, "year.body"), Value: v.Body},
			{Label: ui.T(ctx, "year.number"), Value: v.Number}, {Label: ui.T(ctx, "year.on"), Value: v.On.String()}}})
	}
	return recordweb.Tell(steps, told), err
}

// GET /units/{id}/years/{year}/decide
func (h *handler) decideForm(w http.ResponseWriter, r *http.Request) error {
	v, err := h.deciding(r)
	if err != nil {
		return err
	}
	if v.Year.Stage != year.Open {
		v.Form = recordweb.Filled(url.Values{"body": {v.Year.Body}, "number": {v.Year.Number}, "on": {v.Year.On.String()}})
	}
	return ui.Render(w, r, http.StatusOK, decidePage(v))
}

// POST /units/{id}/years/{year}/decide
func (h *handler) decide(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		_, y, err := route.UnitYear(r)
		if err != nil {
			return "", err
		}
		in := ui.Read(values)
		d := year.Deciding{Body: values.Get("body"), Number: values.Get("number"), On: in.MaybeDate("on"), Reason: in.MaybeText("reason", 300)}
		if err := in.Err(); err != nil {
			return "", err
		}
		if early(y, d.On) && values.Get("early") != values.Get("on") { // asked once
			values.Set("early", values.Get("on"))
			return "", fault.InvalidField("on", "year.day_early", period.Year(y))
		}
		return recordweb.YearHref(unit, y), h.years.Decide(r.Context(), unit, y, d)
	}, Again: func(form recordweb.Form, status int) error {
		v, err := h.deciding(r)
		if err != nil {
			return err
		}
		v.Form = form
		return ui.Render(w, r, status, decidePage(v))
	}}.Give(w, r)
}

// early reports a decision of the year itself before its December: results are recognised at
// the year's end, but no source says from which day on, so that such a day is only asked about.
func early(y int, on period.Date) bool {
	return on.Year() == y && on < period.Date(strconv.Itoa(y)+"-12-01")
}

// GET /units/{id}/years/{year}/close
func (h *handler) closeForm(w http.ResponseWriter, r *http.Request) error {
	return h.closing(w, r, recordweb.Form{}, http.StatusOK)
}

func (h *handler) closing(w http.ResponseWriter, r *http.Request, form recordweb.Form, status int) error {
	v, err := h.loadYear(r, toClose)
	if err != nil {
		return err
	}
	v.Form = form
	return ui.Render(w, r, status, closePage(v))
}

// POST /units/{id}/years/{year}/close
func (h *handler) close(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		_, y, err := route.UnitYear(r)
		if err != nil {
			return "", err
		}
		if values.Get("sure") == "" { // nothing leads back
			return "", fault.InvalidField("sure", "year.close.unsure")
		}
		return recordweb.YearHref(unit, y), h.years.Close(r.Context(), unit, y)
	}, Again: func(form recordweb.Form, status int) error { return h.closing(w, r, form, status) }}.Give(w, r)
}

// yearCrumbs is the way up with the year and this page at its end.
func yearCrumbs(ctx context.Context, v yearView, key string) []ui.Link {
	list := crumbs(v.Path, "", false)
	y := strconv.Itoa(v.Year.Year)
	return append(list, ui.Link{Label: ui.T(ctx, "year.crumb", v.Year.Period()), Href: "/units/" + strconv.FormatInt(v.Unit.ID, 10) + "/years/" + y}, ui.Link{Label: ui.T(ctx, key)})
}

// closing says what a closing closes.
func closes(ctx context.Context, v yearView) string {
	if v.Below == 0 {
		return ui.T(ctx, "year.close.happens_alone", v.Year.Period(), v.Unit.Name)
	}
	return ui.T(ctx, "year.close.happens", v.Year.Period(), v.Unit.Name, v.Below)
}
