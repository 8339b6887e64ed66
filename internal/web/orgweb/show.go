package orgweb

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"

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
	"hamrong/internal/year"
)

// profile is what a unit's own page shows.
type profile struct {
	Unit     org.Unit
	Day      period.Date
	Past     bool // another day than today
	Today    period.Date
	Path     []org.Step
	Lead     org.Unit // the lead of its office; ID 0 for none
	Children []org.Unit
	Linked   []org.Unit
	History  org.History
	Years    []year.Year
	Done     string // locale key of what was just done

	MayShape, MayDecide, MayRecord, MayAdminister bool
}

// Living reports whether the unit exists on the day that is shown.
func (p profile) Living() bool { return p.Unit.Living(p.Day) }

// done are the things that a page can report as just done.
var done = map[string]bool{"found": true, "above": true, "paste": true, "rename": true, "move": true, "link": true, "end": true}

// GET /units/{id}
func (h *handler) show(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	day, err := dayOf(r)
	if err != nil {
		return err
	}
	p := profile{Day: day, Today: h.today()}
	if p.Day == "" {
		p.Day = p.Today
	}
	p.Past = p.Day != p.Today
	if what := r.URL.Query().Get("done"); done[what] {
		p.Done = "org.done." + what
	}
	if err := h.see(r, unit, day, func(t *store.Tx) error { return p.load(t, unit) }); err != nil {
		return err
	}
	// Who may read the unit by the tree of that day alone is told nothing that came after.
	if today, err := recordweb.May(r.Context(), h.Door, access.See, unit); err != nil {
		return err
	} else if !today {
		p.History = p.History.Until(p.Day)
	}
	for need, may := range map[access.Right]*bool{access.Structure: &p.MayShape, access.Decide: &p.MayDecide, access.Record: &p.MayRecord, access.Administer: &p.MayAdminister} {
		if *may, err = recordweb.May(r.Context(), h.Door, need, unit); err != nil {
			return err
		}
	}
	return ui.Render(w, r, http.StatusOK, profilePage(p))
}

func (p *profile) load(t *store.Tx, unit int64) (err error) {
	if p.Unit, err = org.Find(t, unit, p.Day); err != nil {
		return err
	}
	if p.Path, err = org.PathTo(t, unit, p.Day); err != nil {
		return err
	}
	if p.Lead, err = org.LeadOf(t, unit, p.Day); err != nil && !errors.Is(err, fault.NotFound) {
		return err
	}
	if p.Children, err = org.ChildrenOf(t, unit, p.Day); err != nil {
		return err
	}
	if p.Linked, err = org.LinkedTo(t, unit, p.Day); err != nil {
		return err
	}
	if p.History, err = org.HistoryOf(t, unit); err != nil {
		return err
	}
	return p.years(t, unit)
}

// years gathers the years that have something to show: decided, with figures, this one and the last.
func (p *profile) years(t *store.Tx, unit int64) error {
	known, err := year.Known(t, unit)
	if err != nil {
		return err
	}
	periods, err := figure.Periods(t, unit)
	if err != nil {
		return err
	}
	wanted := []int{t.Today().Year() - 1, t.Today().Year()}
	for _, y := range known {
		wanted = append(wanted, y.Year)
	}
	for _, of := range periods {
		if of.IsYear() {
			wanted = append(wanted, of.First(), of.First()+1)
		}
	}
	slices.Sort(wanted)
	for _, y := range slices.Compact(wanted) {
		if y > t.Today().Year()+1 {
			continue
		}
		state, err := year.State(t, unit, period.Year(y))
		if err != nil {
			return err
		}
		p.Years = append(p.Years, state)
	}
	slices.SortFunc(p.Years, func(a, b year.Year) int { return cmp.Compare(b.Year, a.Year) })
	return nil
}

// crumbs is the way up: the top first, the unit itself last.
func crumbs(path []org.Step, day period.Date, past bool) []ui.Link {
	list := make([]ui.Link, 0, len(path))
	for _, s := range path {
		l := ui.Link{Label: s.Name}
		if s.Open {
			l.Href = on(recordweb.UnitHref(s.ID), day, past)
		}
		list = append(list, l)
	}
	return list
}

// below is the way down: the number of units right below.
func below(ctx context.Context, p profile) []ui.Link {
	if len(p.Children) == 0 {
		return nil
	}
	return []ui.Link{{Label: ui.T(ctx, "org.below", len(p.Children)), Href: "#children"}}
}

// tabs is the strip of years, at most the last five, in order.
func tabs(ctx context.Context, p profile) []ui.YearTab {
	var list []ui.YearTab
	for _, y := range p.Years[:min(5, len(p.Years))] {
		list = append(list, ui.YearTab{Year: y.Year, Href: recordweb.YearHref(p.Unit.ID, y.Year), State: wording.Stage(ctx, y, p.Today.Year()), Locked: y.Frozen})
	}
	slices.Reverse(list)
	return list
}
