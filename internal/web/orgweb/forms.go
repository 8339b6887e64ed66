package orgweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"github.com/a-h/templ"

	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// formView is what the page of a form about one unit shows.
type formView struct {
	Unit    org.Unit
	Path    []org.Step
	Form    recordweb.Form
	Kinds   []org.Kind
	Lines   []org.Line
	Options []ui.Option // units to choose from
	Narrow  bool        // there are more units than the list shows: search first
	Words   string      // the search
	Below   []org.Unit  // what stands in the way of an end
	Preview org.Preview
	Shown   bool   // the preview is shown
	Changed string // locale key: the preview is not the one that was confirmed
}

// unitForm is the page of one form about a unit.
type unitForm struct {
	view func(formView) templ.Component
	more func(*store.Tx, *formView) error // reads what this form alone shows; nil for nothing
}

// blank answers with a form as it is first opened.
func (h *handler) blank(f unitForm) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		return h.showForm(w, r, f, recordweb.Form{}, http.StatusOK)
	}
}

// showForm shows a form about the unit of the address, with what was typed.
func (h *handler) showForm(w http.ResponseWriter, r *http.Request, f unitForm, typed recordweb.Form, status int) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := h.loadForm(r, unit, f.more)
	if err != nil {
		return err
	}
	v.Form = typed
	return ui.Render(w, r, status, f.view(v))
}

// loadForm reads what every form shows: the unit in its latest state and its way up.
func (h *handler) loadForm(r *http.Request, unit int64, more func(*store.Tx, *formView) error) (v formView, err error) {
	err = h.shape(r, unit, func(t *store.Tx) error {
		if v.Unit, err = org.Find(t, unit, period.Forever); err != nil {
			return err
		}
		if v.Path, err = org.PathTo(t, unit, ""); err != nil {
			return err
		}
		v.Kinds = v.Unit.Line.Kinds()
		v.Words = r.URL.Query().Get("q")
		if more != nil {
			return more(t, &v)
		}
		return nil
	})
	return v, err
}

// event is a sent form about something that happens to a unit.
type event struct {
	form        unitForm // shown again where something is wrong
	name        string   // for the sentence on the unit's page
	dayOptional bool
	do          func(unit int64, values url.Values, act org.Act) error
}

func (h *handler) answer(w http.ResponseWriter, r *http.Request, e event) error {
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		in := ui.Read(values)
		a := act(in, e.dayOptional)
		if err := in.Err(); err != nil {
			return "", err
		}
		return doneHref(unit, e.name), e.do(unit, values, a)
	}, Again: func(typed recordweb.Form, status int) error { return h.showForm(w, r, e.form, typed, status) }}.Give(w, r)
}

// doneHref leads to a unit's page, which then says what happened.
func doneHref(unit int64, event string) string { return recordweb.UnitHref(unit) + "?done=" + event }

// act reads the day, decision and reason of an event; the day may be left out where it says so.
func act(in *ui.Reading, dayOptional bool) org.Act {
	a := org.Act{Decision: in.MaybeText("decision", 300), Reason: in.MaybeText("reason", 300)}
	if dayOptional {
		a.On = in.MaybeDate("on")
	} else {
		a.On = in.Date("on")
	}
	return a
}

// naming reads what a unit is called and what it is. What is wrong with it is said by package org.
func naming(values url.Values) org.Naming {
	return org.Naming{Name: values.Get("name"), Short: values.Get("short"), Kind: org.Kind(values.Get("kind")), Level: org.Level(values.Get("level"))}
}

func kindOptions(ctx context.Context, kinds []org.Kind) []ui.Option {
	list := []ui.Option{}
	for _, k := range kinds {
		list = append(list, ui.Option{Value: string(k), Label: ui.T(ctx, "org.kind."+string(k))})
	}
	return list
}

// newKindOptions offer a new unit's kind; the first leaves it to the name.
func newKindOptions(ctx context.Context, kinds []org.Kind) []ui.Option {
	return append([]ui.Option{{Value: "", Label: ui.T(ctx, "org.kind.by_name")}}, kindOptions(ctx, kinds)...)
}

func levelOptions(ctx context.Context, usual bool) []ui.Option {
	list := []ui.Option{}
	if usual {
		list = append(list, ui.Option{Value: "", Label: ui.T(ctx, "org.level.by_kind")})
	}
	for _, l := range org.Levels {
		list = append(list, ui.Option{Value: string(l), Label: ui.T(ctx, "org.level."+string(l))})
	}
	return list
}

func lineOptions(ctx context.Context, lines []org.Line) []ui.Option {
	list := []ui.Option{}
	for _, l := range lines {
		list = append(list, ui.Option{Value: string(l), Label: ui.T(ctx, "org.line."+string(l))})
	}
	return list
}

// choices lists units to choose from: the tree where it is small enough, else what the words find.
func choices(t *store.Tx, v *formView, fits func(org.Unit) bool) error {
	tree, err := org.TreeOn(t, 0, "")
	if err != nil {
		return err
	}
	v.Narrow = !tree.Whole
	if v.Narrow && v.Words != "" {
		found, _, err := org.Search(t, v.Words, "")
		if err != nil {
			return err
		}
		for _, u := range found {
			v.choose(u, 0, fits)
		}
		return nil
	}
	for _, n := range tree.Nodes {
		v.choose(n.Unit, n.Depth, fits)
	}
	return nil
}

func (v *formView) choose(u org.Unit, depth int, fits func(org.Unit) bool) {
	if u.ID != v.Unit.ID && fits(u) {
		v.Options = append(v.Options, ui.Option{Value: strconv.FormatInt(u.ID, 10), Label: indent(depth) + u.Name})
	}
}

func indent(depth int) string {
	s := ""
	for range depth {
		s += "– "
	}
	return s
}
