package figureweb

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"hamrong/internal/access"
	"hamrong/internal/figure"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/rulebook"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
	"hamrong/internal/year"
)

// sheetView is the sheet on which a year's figures are typed: one block a population, one line a level.
type sheetView struct {
	Unit   org.Unit
	Path   []org.Step
	Year   int
	Blocks []block
	Form   recordweb.Form
	Also   string // a further population that was asked for, "" for none
	Frozen bool   // a closed year: every line is a correction with its reason
}

// block is the lines of one population with their common base.
type block struct {
	Population string
	Order      rulebook.Order
	Base       string // standing base, as typed
	Lines      []typedLine
}

// typedLine is one level: what stands typed, and what documents state beside it.
type typedLine struct {
	Level    rulebook.Level
	Standing *figure.Figure
	Read     []figure.Figure // and what stands as a part of another level
}

// offered are the populations that a sheet has blocks for, whatever stands.
var offered = []string{"chi_bo", "dang_vien"}

func (h handler) typing(w http.ResponseWriter, r *http.Request) error {
	v, err := h.sheet(r)
	if err != nil {
		return err
	}
	return ui.Render(w, r, http.StatusOK, sheetPage(v))
}

func (h handler) sheet(r *http.Request) (sheetView, error) {
	unit, year, err := route.UnitYear(r)
	v := sheetView{Year: year, Also: r.URL.Query().Get("also")}
	if err != nil {
		return v, err
	}
	p, err := h.Door.Permit(r.Context(), access.Ask{Right: access.Record, Unit: unit, Action: "figure.sheet"})
	if err != nil {
		return v, err
	}
	err = h.DB.Read(r.Context(), p, func(t *store.Tx) error { return v.load(t, unit) })
	return v, err
}

func (v *sheetView) load(t *store.Tx, unit int64) (err error) {
	day := min(period.Year(v.Year).End(), t.Today())
	if v.Unit, err = org.Find(t, unit, day); err != nil {
		return err
	}
	if v.Path, err = org.PathTo(t, unit, day); err != nil {
		return err
	}
	state, err := year.State(t, unit, period.Year(v.Year))
	if err != nil {
		return err
	}
	v.Frozen = state.Frozen
	list, err := figure.Of(t, unit, period.Year(v.Year))
	if err != nil {
		return err
	}
	populations := slices.Clone(offered)
	if v.Unit.Level == org.Branch {
		populations = []string{"dang_vien"}
	}
	for _, f := range list {
		if !slices.Contains(populations, f.Population) && rulebook.Levels(v.Year, f.Population).Rank(f.Level) >= 0 {
			populations = append(populations, f.Population)
		}
	}
	if v.Also != "" && !slices.Contains(populations, v.Also) && rulebook.Levels(v.Year, v.Also).Known() {
		populations = append(populations, v.Also)
	}
	for _, pop := range populations {
		v.Blocks = append(v.Blocks, newBlock(v.Year, pop, list))
	}
	return nil
}

func newBlock(year int, population string, list []figure.Figure) block {
	b := block{Population: population, Order: rulebook.Levels(year, population)}
	for _, level := range b.Order.Levels() {
		l := typedLine{Level: level}
		for i, f := range list {
			typed := figure.Place{Period: period.Year(year), Population: population, Level: level.Code}
			part := typed
			part.Within = f.Within // "trong số …"
			if f.Place != part {
				continue
			}
			if f.Place == typed && f.Source.Document == 0 && l.Standing == nil {
				l.Standing = &list[i]
				if f.OfTotal != nil {
					b.Base = strconv.FormatInt(*f.OfTotal, 10)
				}
				continue
			}
			l.Read = append(l.Read, f)
		}
		b.Lines = append(b.Lines, l)
	}
	return b
}

// address is that of the sheet with a further population, where its form is posted to as well.
func (v sheetView) address(also string) string {
	href := recordweb.YearHref(v.Unit.ID, v.Year) + "/figures"
	if also != "" {
		href += "?also=" + url.QueryEscape(also)
	}
	return href
}

// tail is what stands after the names of a line's fields.
func (b block) tail(l typedLine) string { return "." + b.Population + "." + l.Level.Code }

// seen is the entry that began the version which the sheet shows, as it was sent once it was.
func (v sheetView) seen(b block, l typedLine) string {
	if v.Form.Values != nil {
		return v.Form.Values.Get("seen" + b.tail(l))
	}
	if l.Standing == nil {
		return "0"
	}
	return strconv.FormatInt(l.Standing.Begun, 10)
}

// first is what a field of the line shows before anything is sent.
func (l typedLine) first(name string) string {
	if l.Standing == nil {
		return ""
	}
	switch {
	case name == "count" && l.Standing.Count != nil:
		return strconv.FormatInt(*l.Standing.Count, 10)
	case name == "percent" && l.Standing.Percent != nil:
		return wording.PlainPercent(*l.Standing.Percent)
	}
	return ""
}

func (h handler) typed(w http.ResponseWriter, r *http.Request) error {
	v, err := h.sheet(r)
	if err != nil {
		return err
	}
	var names []string
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		in := ui.Read(values)
		paper := figure.Paper{Unit: unit, Period: period.Year(v.Year), Name: in.MaybeText("paper", 300), Reason: in.MaybeText("reason", 500)}
		for _, b := range v.Blocks {
			lines, tails := readBlock(in, values, b)
			paper.Lines, names = append(paper.Lines, lines...), append(names, tails...)
		}
		if err := in.Err(); err != nil {
			return "", err
		}
		_, err := h.figures.Type(r.Context(), paper)
		return recordweb.KeptHref(recordweb.YearHref(unit, v.Year)), err
	}, Again: func(form recordweb.Form, status int) error {
		v.Form = recordweb.Form{Form: renamed(form.Form, names), Trouble: form.Trouble}
		return ui.Render(w, r, status, sheetPage(v))
	}}.Give(w, r)
}

// readBlock reads the lines of a population. The base is of every line; an empty line without a
// standing figure says nothing.
func readBlock(in *ui.Reading, values url.Values, b block) ([]figure.Line, []string) {
	var lines []figure.Line
	var tails []string
	base, hasBase := in.MaybeNumber("base."+b.Population, 1, 100_000_000)
	for _, l := range b.Lines {
		tail := b.tail(l)
		value := recordweb.Value(in, values, tail)
		line := figure.Line{New: figure.New{Place: figure.Place{Population: b.Population, Level: l.Level.Code}, Value: value, Category: l.Level.Name.VI, Subject: rulebook.PopulationOf(b.Population).Name.VI}}
		if l.Standing != nil {
			line.Record = l.Standing.Record
		}
		line.Seen = recordweb.Chosen(values, "seen"+tail)
		if value.Count == nil && value.Percent == nil && line.Record == 0 && line.Seen == 0 {
			continue
		}
		if hasBase && (value.Count != nil || value.Percent != nil) {
			line.OfTotal = &base
		}
		lines, tails = append(lines, line), append(tails, tail)
	}
	return lines, tails
}

// renamed gives the service's fields ("count.3") the names that they have on the sheet.
func renamed(f ui.Form, tails []string) ui.Form {
	for i, w := range f.Fields {
		for n, tail := range tails {
			for _, name := range []string{"count", "percent", "of_total"} {
				if w.Name == name+"."+strconv.Itoa(n) {
					f.Fields[i].Name = name + tail
				}
			}
		}
	}
	return f
}

func (v sheetView) head(ctx context.Context) ui.Head {
	return ui.Head{Title: ui.T(ctx, "figure.sheet.title", strconv.Itoa(v.Year)), Tail: v.Unit.Name, Section: "year",
		Crumbs: recordweb.Crumbs(v.Path, v.Year, ui.T(ctx, "figure.sheet.crumb")), Intro: ui.T(ctx, "figure.sheet.intro")}
}
