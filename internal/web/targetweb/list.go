package targetweb

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/fault"
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

// listView is a unit's targets of a year or of all years.
type listView struct {
	Unit      org.Unit
	Path      []org.Step
	Year      int // 0 for all
	Today     period.Date
	Targets   []target.Target
	MayRecord bool
	MayDecide bool
	Closed    map[period.Period]bool // closed years of the targets and of new ones: nothing is drafted, submitted or adopted for them
	Done      string                 // what was just done with the chosen ones: "submit", "adopt"
	Form      recordweb.Form
}

func (h handler) list(w http.ResponseWriter, r *http.Request) error {
	v, err := h.listed(r)
	if err != nil {
		return err
	}
	if what := r.URL.Query().Get("done"); what == "submit" || what == "adopt" {
		v.Done = what
	}
	return ui.Render(w, r, http.StatusOK, listPage(v))
}

func (h handler) listed(r *http.Request) (listView, error) {
	var v listView
	unit, err := route.ID(r, "id")
	if err != nil {
		return v, err
	}
	if y, err := strconv.Atoi(r.FormValue("year")); err == nil && y >= 1900 && y <= 2200 {
		v.Year = y
	}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.See, Unit: unit, Action: "target.list"})
	if err != nil {
		return v, err
	}
	if err := h.DB.Read(r.Context(), p, func(t *store.Tx) error { return v.load(t, unit) }); err != nil {
		return v, err
	}
	if v.MayRecord, err = recordweb.May(r.Context(), h.Door, access.Record, unit); err != nil {
		return v, err
	}
	v.MayDecide, err = recordweb.May(r.Context(), h.Door, access.Decide, unit)
	return v, err
}

func (v *listView) load(t *store.Tx, unit int64) (err error) {
	v.Today = t.Today()
	if v.Unit, err = org.Find(t, unit, ""); err != nil {
		return err
	}
	if v.Path, err = org.PathTo(t, unit, ""); err != nil {
		return err
	}
	if v.Year != 0 {
		v.Targets, err = target.ForYear(t, unit, v.Year)
	} else {
		v.Targets, err = target.OfUnit(t, unit)
	}
	if err != nil {
		return err
	}
	v.Closed = map[period.Period]bool{}
	periods := []period.Period{period.Year(v.year())}
	for _, g := range v.Targets {
		periods = append(periods, g.Period)
	}
	for _, p := range periods {
		if _, known := v.Closed[p]; known {
			continue
		}
		err := year.Writable(t, unit, p)
		if err != nil && fault.KindOf(err) != fault.Conflict {
			return err
		}
		v.Closed[p] = err != nil
	}
	return nil
}

// year is the year that new targets of the page are for.
func (v listView) year() int {
	if v.Year != 0 {
		return v.Year
	}
	return v.Today.Year() + 1
}

// shut reports whether the page is that of a closed year.
func (v listView) shut() bool { return v.Year != 0 && v.Closed[period.Year(v.Year)] }

// open lists the targets that a decision can adopt.
func (v listView) open() []target.Target {
	return slices.DeleteFunc(slices.Clone(v.Targets), func(g target.Target) bool { return !v.adoptable(g) })
}

func (v listView) adoptable(g target.Target) bool { return !g.Decided() && !v.Closed[g.Period] }

func (v listView) head(ctx context.Context) ui.Head {
	h := ui.Head{Tail: v.Unit.Name, Section: "year", Intro: ui.T(ctx, "target.list.intro")}
	h.Title, h.Crumbs = ui.T(ctx, "target.list.title.all"), recordweb.Crumbs(v.Path, v.Today.Year(), ui.T(ctx, "target.list.crumb"))
	if v.Year != 0 {
		h.Title, h.Crumbs = ui.T(ctx, "target.list.title", strconv.Itoa(v.Year)), recordweb.Crumbs(v.Path, v.Year, ui.T(ctx, "target.list.crumb"))
	}
	if v.MayRecord && !v.Closed[period.Year(v.year())] {
		h.Actions = ui.Button{Label: ui.T(ctx, "target.new"), Icon: ui.IconPlus, Href: recordweb.UnitHref(v.Unit.ID) + "/targets/new?year=" + strconv.Itoa(v.year())}
	}
	return h
}

// table lists the targets; open ones have a box to be chosen by.
func (v listView) table(ctx context.Context) ui.Table {
	chosen := v.Form.Values["record"]
	choose := (v.MayRecord || v.MayDecide) && len(v.open()) > 0
	t := ui.Table{Caption: ui.T(ctx, "target.list.caption"), Hidden: true, Numbered: true, Layout: ui.Blocks, Empty: ui.T(ctx, "target.list.none")}
	t.Columns = append(t.Columns, ui.Column{Head: ui.T(ctx, "target.fact.target"), Place: ui.PlaceTitle, Width: ui.Width36},
		ui.Column{Head: ui.T(ctx, "target.fact.aim"), Strong: true}, ui.Column{Head: ui.T(ctx, "target.fact.period")},
		ui.Column{Head: ui.T(ctx, "target.fact.state")}, ui.Column{Head: ui.T(ctx, "target.fact.decision")})
	others := othersOf(v.Targets)
	for _, g := range v.Targets {
		name := ui.Cell{Text: wording.TargetName(g.Content), Href: recordweb.TargetHref(g.Record), Sub: g.Field}
		if list := others[g.Record]; len(list) > 0 {
			name.Sub, name.SubHref = ui.T(ctx, "target.alike", aimsOf(ctx, list)), alikeHref(g.Record)
		}
		// The name of one that can be chosen is the box's label, so its aim leads to it.
		aim := ui.Cell{Text: wording.Aim(ctx, g.Content)}
		if choose && v.adoptable(g) {
			id := strconv.FormatInt(g.Record, 10)
			ticked := slices.Contains(chosen, id)
			if chosen == nil {
				if ticked = name.SubHref == ""; !ticked { // one of them is likely to be taken back
					name.Sub = ui.T(ctx, "target.alike.unticked") + " " + name.Sub
				}
			}
			name.Href, aim.Href = "", name.Href
			name.Part = choice(name, id, ticked)
		}
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{name, aim, {Text: string(g.Period)}, {Text: wording.State(ctx, g.State)}, {Text: decisionText(ctx, g)}}})
	}
	return t
}

// asksTwice reports whether the decision was refused because it adopts two targets about one matter, or is
// said to mean that.
func (v listView) asksTwice() bool {
	return v.Form.Values.Get("twice") != "" || slices.ContainsFunc(v.Form.Fields, func(w fault.Field) bool { return w.Name == "twice" })
}

// decisionText names the decision that a target was adopted or amended by.
func decisionText(ctx context.Context, g target.Target) string {
	if g.DecidedOn == "" {
		return g.Decision
	}
	return strings.TrimSpace(g.Decision + " " + ui.Date(ctx, g.DecidedOn))
}

func (h handler) submit(w http.ResponseWriter, r *http.Request) error {
	return h.several(w, r, "submit", func(unit int64, records []int64, _ url.Values) error {
		return h.targets.Submit(r.Context(), unit, records)
	})
}

func (h handler) adopt(w http.ResponseWriter, r *http.Request) error {
	return h.several(w, r, "adopt", func(unit int64, records []int64, values url.Values) error {
		in := ui.Read(values)
		d := target.Decision{Number: in.Text("decision", 100), Date: in.Date("decided_on"), Twice: in.Checked("twice")}
		if err := in.Err(); err != nil {
			return err
		}
		return h.targets.Adopt(r.Context(), unit, records, d)
	})
}

// several does something with the targets that were ticked, all or none.
func (h handler) several(w http.ResponseWriter, r *http.Request, done string, do func(unit int64, records []int64, values url.Values) error) error {
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		records, err := chosen(values)
		if err != nil {
			return "", err
		}
		return recordweb.UnitHref(unit) + "/targets?year=" + url.QueryEscape(values.Get("year")) + "&done=" + done, do(unit, records, values)
	}, Again: func(form recordweb.Form, status int) error {
		v, err := h.listed(r)
		if err != nil {
			return err
		}
		v.Form = form
		if v.Form.Values["record"] == nil {
			v.Form.Values["record"] = []string{}
		}
		return ui.Render(w, r, status, listPage(v))
	}}.Give(w, r)
}

func chosen(values url.Values) ([]int64, error) {
	var list []int64
	for _, s := range values["record"] {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return nil, fault.InvalidField("record", "target.none_chosen")
		}
		list = append(list, n)
	}
	return list, nil
}
