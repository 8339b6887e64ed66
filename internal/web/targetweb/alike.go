package targetweb

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/document"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/meeting"
	"hamrong/internal/org"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// alikeView sets the targets about one matter side by side, for one of them to be kept.
type alikeView struct {
	Unit      org.Unit
	Path      []org.Step
	Of        target.Target // the target of the address
	List      []twin        // it and the others, those that stand
	MayRecord bool
	MayDecide bool
	Form      recordweb.Form
}

// twin is one of several targets about one matter, with what hangs on it.
type twin struct {
	target.Target
	From   string     // the file that it was read from, or the paper that it was typed from
	Linked []ui.Entry // the resolution that sets it, the conference that adopted it
}

func alikeHref(record int64) string { return recordweb.TargetHref(record) + "/alike" }

// othersOf gives for each target of a list, by its record, the others about the same matter.
func othersOf(list []target.Target) map[int64][]target.Target {
	others := map[int64][]target.Target{}
	for _, group := range target.Alike(list) {
		for _, g := range group {
			others[g.Record] = slices.DeleteFunc(slices.Clone(group), func(o target.Target) bool { return o.Record == g.Record })
		}
	}
	return others
}

// aimsOf lists what several targets ask for: "trên 50 %; trên 60 %".
func aimsOf(ctx context.Context, list []target.Target) string {
	var aims []string
	for _, g := range list {
		aims = append(aims, wording.Aim(ctx, g.Content))
	}
	return strings.Join(aims, "; ")
}

// GET /targets/{record}/alike
func (h handler) alike(w http.ResponseWriter, r *http.Request) error {
	v, err := h.twins(r)
	if err != nil {
		return err
	}
	v.Form = recordweb.Filled(url.Values{"reason": {ui.T(r.Context(), "target.keep.reason")}})
	return ui.Render(w, r, http.StatusOK, alikePage(v))
}

func (h handler) twins(r *http.Request) (v alikeView, err error) {
	record, err := route.ID(r, "record")
	if err != nil {
		return v, err
	}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.See, Action: "target.alike"})
	if err != nil {
		return v, err
	}
	if err := h.DB.Read(r.Context(), p, func(t *store.Tx) error { return v.load(t, record) }); err != nil {
		return v, err
	}
	if v.MayRecord, err = recordweb.May(r.Context(), h.Door, access.Record, v.Unit.ID); err != nil {
		return v, err
	}
	v.MayDecide, err = recordweb.May(r.Context(), h.Door, access.Decide, v.Unit.ID)
	return v, err
}

func (v *alikeView) load(t *store.Tx, record int64) error {
	var err error
	if v.Of, err = target.ByRecord(t, record); err != nil {
		return err
	}
	if v.Unit, v.Path, err = placeOf(t, v.Of); err != nil {
		return err
	}
	list, err := target.AlikeTo(t, v.Of)
	if err != nil {
		return err
	}
	if v.Of.Ended == 0 {
		list = slices.Insert(list, 0, v.Of)
	}
	v.List = nil
	for _, g := range list {
		one := twin{Target: g}
		if one.From, err = document.Stating(t, target.Book, g.Record, g.Source); err != nil {
			return err
		}
		for _, l := range []struct {
			record int64
			noun   string
			tell   func(*store.Tx, int64) (ledger.Version, []ledger.Version, error)
		}{{g.Resolution, "resolutions", resolution.Tell}, {g.Meeting, "meetings", meeting.Tell}} {
			if l.record == 0 {
				continue
			}
			told, _, err := l.tell(t, l.record)
			if fault.KindOf(err) == fault.NotFound {
				continue
			}
			if err != nil {
				return err
			}
			one.Linked = append(one.Linked, ui.Entry{Title: told.Name, Href: recordweb.Href(l.noun, l.record, "")})
		}
		v.List = append(v.List, one)
	}
	return nil
}

// mayKeep reports whether the reader may keep a target: whether he may take back all the others.
func (v alikeView) mayKeep(kept target.Target) bool {
	return !slices.ContainsFunc(v.List, func(o twin) bool {
		may := v.MayRecord
		if o.ToWithdraw() == access.Decide {
			may = v.MayDecide
		}
		return o.Record != kept.Record && !may
	})
}

// keepable lists the targets that the reader may keep, by aim and source; none is chosen for him.
func (v alikeView) keepable(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, g := range v.List {
		if v.mayKeep(g.Target) {
			list = append(list, option(g.Record, wording.Aim(ctx, g.Content)+", "+g.source(ctx).Text+", "+wording.State(ctx, g.State)))
		}
	}
	return list
}

// source names where a target comes from.
func (g twin) source(ctx context.Context) ui.Cell {
	switch {
	case g.From != "":
		return ui.Cell{Text: g.From, Href: recordweb.SourceHref(g.Source)}
	case g.Source.Document != 0:
		return ui.Cell{Text: ui.T(ctx, "target.alike.closed")}
	}
	return ui.Cell{Text: ui.T(ctx, "target.alike.from_hand")}
}

func (v alikeView) head(ctx context.Context) ui.Head {
	h := ui.Head{Title: ui.T(ctx, "target.alike.title"), Tail: v.Unit.Name, Section: "year", Intro: ui.T(ctx, "target.alike.intro")}
	h.Crumbs = recordweb.Crumbs(v.Path, v.Of.Period.First(), ui.T(ctx, "target.crumb", string(v.Of.Period)))
	return h
}

func (v alikeView) table(ctx context.Context) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "target.alike.title"), Hidden: true, Layout: ui.Blocks, Columns: []ui.Column{
		{Head: ui.T(ctx, "target.fact.target"), Place: ui.PlaceTitle, Width: ui.Width28}, {Head: ui.T(ctx, "target.fact.aim"), Strong: true},
		{Head: ui.T(ctx, "target.fact.state")}, {Head: ui.T(ctx, "record.source")}, {Head: ui.T(ctx, "target.alike.linked")}}}
	for _, g := range v.List {
		name := ui.Cell{Text: wording.TargetName(g.Content), Href: recordweb.TargetHref(g.Record), Sub: g.Field}
		state := ui.Cell{Text: wording.State(ctx, g.State), Sub: decisionText(ctx, g.Target)}
		linked := ui.Cell{Text: ui.T(ctx, "target.link.none"), Tone: ui.ToneMuted}
		if len(g.Linked) > 0 {
			linked = ui.Cell{Part: ui.Entries(g.Linked)}
		}
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{name, {Text: wording.Aim(ctx, g.Content)}, state, g.source(ctx), linked}})
	}
	return t
}

// POST /targets/{record}/alike
func (h handler) keep(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(of int64, values url.Values) (string, error) {
		in := ui.Read(values)
		reason := in.Text("reason", 500)
		kept := recordweb.Chosen(values, "keep")
		if kept == 0 {
			in.Wrong("keep", "target.keep.none")
		}
		if err := in.Err(); err != nil {
			return "", err
		}
		shown, err := chosen(values)
		if err != nil {
			return "", err
		}
		if !slices.Contains(shown, of) { // sent from another target's page
			return "", fault.New(fault.NotFound, "fault.not_found")
		}
		others := slices.DeleteFunc(shown, func(record int64) bool { return record == kept })
		return recordweb.KeptHref(recordweb.TargetHref(kept)), h.targets.Keep(r.Context(), kept, others, reason)
	}, Again: func(form recordweb.Form, status int) error {
		v, err := h.twins(r)
		if err != nil {
			return err
		}
		v.Form = form
		return ui.Render(w, r, status, alikePage(v))
	}}.Give(w, r)
}
