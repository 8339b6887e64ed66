package titleweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"hamrong/internal/access"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/rulebook"
	"hamrong/internal/store"
	"hamrong/internal/title"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// formView is the form that records a title of one of the units of an office.
type formView struct {
	Unit   org.Unit
	Path   []org.Step
	Office []org.Unit // those whose titles can be recorded here: the unit, its office, the units right below
	Year   int
	Form   recordweb.Form
}

func (h handler) blank(w http.ResponseWriter, r *http.Request) error {
	v, err := h.form(r)
	if err != nil {
		return err
	}
	return ui.Render(w, r, http.StatusOK, newPage(v))
}

func (h handler) form(r *http.Request) (formView, error) {
	var v formView
	unit, err := route.ID(r, "id")
	if err != nil {
		return v, err
	}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.Record, Unit: unit, Action: "title.form"})
	if err != nil {
		return v, err
	}
	err = h.DB.Read(r.Context(), p, func(t *store.Tx) error { return v.load(t, unit) })
	if y, e := strconv.Atoi(r.FormValue("year")); e == nil && y >= 1900 && y <= 2200 {
		v.Year = y
	}
	return v, err
}

func (v *formView) load(t *store.Tx, unit int64) (err error) {
	v.Year = t.Today().Year()
	if v.Unit, err = org.Find(t, unit, ""); err != nil {
		return err
	}
	if v.Path, err = org.PathTo(t, unit, ""); err != nil {
		return err
	}
	linked, err := org.LinkedTo(t, unit, "")
	if err != nil {
		return err
	}
	below, err := org.ChildrenOf(t, unit, "")
	if err != nil {
		return err
	}
	v.Office = append(append([]org.Unit{v.Unit}, linked...), below...)
	return nil
}

func (h handler) give(w http.ResponseWriter, r *http.Request) error {
	v, err := h.form(r)
	if err != nil {
		return err
	}
	return recordweb.Answer{Of: "id", Do: func(_ int64, values url.Values) (string, error) {
		in := ui.Read(values)
		c, holder := readContent(in, values), holderOf(in, values, v.Office)
		why := recordweb.WhyTyped(in)
		if err := in.Err(); err != nil {
			return "", err
		}
		record, err := h.titles.Give(r.Context(), holder, c, why)
		return recordweb.KeptHref(recordweb.TitleHref(record)), err
	}, Again: func(form recordweb.Form, status int) error {
		v.Form = form
		return ui.Render(w, r, status, newPage(v))
	}}.Give(w, r)
}

// holderOf reads whose title it is.
func holderOf(in *ui.Reading, values url.Values, office []org.Unit) int64 {
	for _, u := range office {
		if values.Get("unit") == strconv.FormatInt(u.ID, 10) {
			return u.ID
		}
	}
	in.Wrong("unit", "ui.field.choice")
	return 0
}

func readContent(in *ui.Reading, values url.Values) title.Content {
	c := title.Content{Wording: in.Text("wording", 200), Status: title.Status(values.Get("status")), AwardedBy: in.MaybeText("awarded_by", 200)}
	p, err := period.Parse(values.Get("period"))
	if err != nil {
		in.Wrong("period", "title.period_wrong", values.Get("period"))
	}
	c.Period = p
	return c
}

func (h handler) change(w http.ResponseWriter, r *http.Request) error {
	return h.act(w, r, func(record int64, in *ui.Reading, values url.Values) error {
		c, edit := readContent(in, values), recordweb.Edit(values)
		edit.Reason = in.Text("reason", 500)
		if err := in.Err(); err != nil {
			return err
		}
		return h.titles.Change(r.Context(), record, c, edit)
	}, func(v *titleView, f recordweb.Form) { v.Edit = f })
}

func (h handler) withdraw(w http.ResponseWriter, r *http.Request) error {
	return h.act(w, r, func(record int64, in *ui.Reading, _ url.Values) error {
		reason := in.Text("reason", 500)
		if err := in.Err(); err != nil {
			return err
		}
		return h.titles.Withdraw(r.Context(), record, reason)
	}, func(v *titleView, f recordweb.Form) { v.Withdraw = f })
}

// act does something with one title and shows its page again where its form was wrong.
func (h handler) act(w http.ResponseWriter, r *http.Request, do func(int64, *ui.Reading, url.Values) error, put func(*titleView, recordweb.Form)) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		return recordweb.KeptHref(recordweb.TitleHref(record)), do(record, ui.Read(values), values)
	}, Again: func(form recordweb.Form, status int) error {
		return h.render(w, r, func(v *titleView) { put(v, form) }, status)
	}}.Give(w, r)
}

func statuses(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, s := range title.Statuses {
		list = append(list, ui.Option{Value: string(s), Label: ui.T(ctx, "title.status."+string(s))})
	}
	return list
}

func holders(office []org.Unit) []ui.Option {
	var list []ui.Option
	for _, u := range office {
		list = append(list, ui.Option{Value: strconv.FormatInt(u.ID, 10), Label: u.Name})
	}
	return list
}

// known lists the titles of the rulebooks, to be chosen from while typing.
func known(year int) []string {
	var list []string
	for _, line := range rulebook.TitleLines(year, "unit") {
		for _, t := range line.Titles {
			list = append(list, t.Name.VI)
		}
	}
	return list
}
