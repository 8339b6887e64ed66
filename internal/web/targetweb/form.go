package targetweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/rulebook"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/viet"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// formView is the form that drafts a target.
type formView struct {
	Unit  org.Unit
	Path  []org.Step
	Year  int
	Links links
	Form  recordweb.Form
	Kept  bool // one was written just now, and this is the form of the next
}

func (h handler) blank(w http.ResponseWriter, r *http.Request) error {
	v, err := h.drafting(r)
	if err != nil {
		return err
	}
	return ui.Render(w, r, http.StatusOK, newPage(v))
}

func (h handler) drafting(r *http.Request) (formView, error) {
	v := formView{Kept: recordweb.Kept(r)}
	unit, err := route.ID(r, "id")
	if err != nil {
		return v, err
	}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.Record, Unit: unit, Action: "target.form"})
	if err != nil {
		return v, err
	}
	err = h.DB.Read(r.Context(), p, func(t *store.Tx) (err error) {
		v.Year = t.Today().Year() + 1
		if v.Unit, err = org.Find(t, unit, ""); err != nil {
			return err
		}
		if v.Path, err = org.PathTo(t, unit, ""); err != nil {
			return err
		}
		v.Links, err = loadLinks(t, unit)
		return err
	})
	if y, e := strconv.Atoi(r.FormValue("year")); e == nil && y >= 1900 && y <= 2200 {
		v.Year = y
	}
	return v, err
}

func (h handler) draft(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		offered, err := h.links(r.Context(), unit)
		if err != nil {
			return "", err
		}
		in := ui.Read(values)
		c, paper := readContent(in, values, offered), in.MaybeText("paper", 300)
		if err := in.Err(); err != nil {
			return "", err
		}
		record, err := h.targets.Draft(r.Context(), unit, c, paper)
		if values.Get("next") != "" {
			return recordweb.UnitHref(unit) + "/targets/new?kept&year=" + string(c.Period), err
		}
		return recordweb.KeptHref(recordweb.TargetHref(record)), err
	}, Again: func(form recordweb.Form, status int) error {
		v, err := h.drafting(r)
		if err != nil {
			return err
		}
		v.Form, v.Kept = form, false
		return ui.Render(w, r, status, newPage(v))
	}}.Give(w, r)
}

// readContent reads what a target says from its form.
func readContent(in *ui.Reading, values url.Values, offered links) target.Content {
	c := target.Content{
		Subject: in.Text("subject", 200), Measure: in.Text("measure", 400), Field: in.MaybeText("field", 100), Note: in.MaybeText("note", 1000),
		Comparator: target.Comparator(values.Get("comparator")), Unit: target.Unit(values.Get("unit")),
		OrHigher: in.Checked("or_higher"), Base: in.MaybeText("base", 100),
	}
	if saysOrHigher(c.Measure) {
		c.OrHigher = true
	}
	p, err := period.Parse(values.Get("period"))
	if err != nil {
		in.Wrong("period", "target.period_wrong", values.Get("period"))
	}
	c.Period = p
	if in.Checked("yearly") {
		c.Frequency = target.Yearly
	}
	c.Low = hundredths(in, values, "low", true)
	c.High = c.Low
	if c.Comparator.Ranged() {
		c.High = hundredths(in, values, "high", true)
	}
	if n, ok := in.MaybeNumber("of_total", 1, 100_000_000); ok {
		c.OfTotal = n
	}
	c.Population = rulebook.PopulationCode(c.Subject)
	if code := values.Get("level"); code != "" && rulebook.IsLevel(code) {
		c.Level = code
	}
	offered.read(in, &c)
	return c
}

// saysOrHigher reports whether the words themselves count the higher levels: "hoàn thành tốt
// nhiệm vụ trở lên". They weigh more than a box that nobody ticked.
func saysOrHigher(words string) bool {
	return strings.Contains(viet.Fold(words), "tro len")
}

// hundredths reads "90", "15,5" or "1.200" as hundredths.
func hundredths(in *ui.Reading, values url.Values, name string, needed bool) int64 {
	text := strings.TrimSuffix(strings.TrimSpace(values.Get(name)), "%")
	text = strings.TrimSpace(text)
	if text == "" {
		if needed {
			in.Wrong(name, "ui.field.required")
		}
		return 0
	}
	if n, ok := ui.ParseNumber(text); ok && n >= 0 && n <= 100_000_000 {
		return n * 100
	}
	whole, frac, _ := strings.Cut(strings.Replace(text, ".", ",", 1), ",")
	n, ok := ui.ParseNumber(whole)
	if !ok || n < 0 || len(frac) > 2 || strings.Trim(frac, "0123456789") != "" {
		in.Wrong(name, "target.value_unread", values.Get(name))
		return 0
	}
	part, err := strconv.ParseInt((frac + "00")[:2], 10, 64)
	if err != nil {
		in.Wrong(name, "target.value_unread", values.Get(name))
	}
	return n*100 + part
}

// valuesOf fills the form with a target as it stands.
func valuesOf(c target.Content) url.Values {
	v := url.Values{"period": {string(c.Period)}, "subject": {c.Subject}, "measure": {c.Measure}, "comparator": {string(c.Comparator)}, "unit": {string(c.Unit)},
		"low": {ui.Vietnamese.Decimal(c.Low, 2)}, "field": {c.Field}, "note": {c.Note}, "base": {c.Base}, "level": {""}}
	if rulebook.IsLevel(c.Level) {
		v.Set("level", c.Level)
	}
	if c.Comparator.Ranged() {
		v.Set("high", ui.Vietnamese.Decimal(c.High, 2))
	}
	if c.OfTotal > 0 {
		v.Set("of_total", strconv.FormatInt(c.OfTotal, 10))
	}
	if c.Resolution > 0 {
		v.Set("resolution", strconv.FormatInt(c.Resolution, 10))
	}
	if c.Meeting > 0 {
		v.Set("meeting", strconv.FormatInt(c.Meeting, 10))
	}
	if c.OrHigher {
		v.Set("or_higher", "1")
	}
	if c.Frequency == target.Yearly {
		v.Set("yearly", "1")
	}
	return v
}

func comparators(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, c := range target.Comparators {
		list = append(list, ui.Option{Value: string(c), Label: wording.Comparator(ctx, c)})
	}
	return list
}

func units(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, u := range target.Units {
		list = append(list, ui.Option{Value: string(u), Label: ui.T(ctx, "target.unit."+string(u))})
	}
	return list
}

// levels offers the levels of all rulebooks, or that the measure's own words decide.
func levels(ctx context.Context) []ui.Option {
	list := []ui.Option{{Value: "", Label: ui.T(ctx, "target.level.words")}}
	for _, l := range rulebook.AllLevels() {
		list = append(list, ui.Option{Value: l.Code, Label: wording.Say(ctx, l.Name)})
	}
	return list
}
