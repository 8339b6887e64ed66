package intakeweb

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"hamrong/internal/fault"
	"hamrong/internal/intake"
	"hamrong/internal/period"
	"hamrong/internal/report"
	"hamrong/internal/resolution"
	"hamrong/internal/rulebook"
	"hamrong/internal/target"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// row is one fact in the list beside the text.
type row struct {
	intake.Item
	Kind   string // k-x …
	Title  string // "Chi bộ: Trong sạch, vững mạnh"
	Value  string // "7/18"
	Notes  []string
	Fields []fixField
	Warn   string      // a sentence that wants to be looked at
	Refuse string      // why it could not be entered just now
	Closed bool        // its closed year takes nothing from a report
	Beside []ui.Anchor // what the register already says at its place
	Year   string
	Href   string // the record that it became
}

// fixField is one field of a correction.
type fixField struct {
	Name, Label, Value string
	Read               string // what the report itself says: a correction is what differs from it
	Options            []ui.Option
	Wide               bool
	Wrong              string // why what was typed cannot be taken, "" where it can
}

// read notes what the report says. A list that has no such choice gets it: a browser sends the
// first one for a list that nobody touched.
func (f *fixField) read(ctx context.Context, value string) {
	f.Read = value
	if len(f.Options) > 0 && !slices.ContainsFunc(f.Options, func(o ui.Option) bool { return o.Value == value }) {
		f.Options = append([]ui.Option{{Value: value, Label: ui.T(ctx, "intake.field.as_read")}}, f.Options...)
	}
}

// id is the field's id on the page.
func (r row) id(f fixField) string { return "x-" + r.Mark + "-" + f.Name }

// group is the facts of one kind.
type group struct {
	Group intake.Group
	Kind  string
	Title string
	Rows  []row
	Left  int // how many are still open
}

// choosable reports whether a fact of the group can still be decided on.
func (g group) choosable() bool {
	return slices.ContainsFunc(g.Rows, func(r row) bool { return r.Entered == 0 && r.Repeat == "" })
}

// groupsOf makes the list of facts, in the order of the text inside each group.
func groupsOf(ctx context.Context, s *intake.Sheet) []group {
	var out []group
	several := len(s.Names()) > 1
	for _, g := range intake.Groups {
		gr := group{Group: g, Kind: kindOf(g), Title: ui.T(ctx, "intake.group."+strings.ToLower(string(g)))}
		for _, it := range s.Items {
			if it.Group != g {
				continue
			}
			r := rowOf(ctx, s, it)
			r.Kind = gr.Kind
			if name, ok := s.About(it); ok && several && name != "" && g != intake.Title {
				r.Notes = slices.Insert(r.Notes, 0, name)
			}
			gr.Rows = append(gr.Rows, r)
			if it.Open() && it.Entered == 0 {
				gr.Left++
			}
		}
		if len(gr.Rows) > 0 {
			slices.SortStableFunc(gr.Rows, func(a, b row) int { return a.Span.Start - b.Span.Start })
			out = append(out, gr)
		}
	}
	return out
}

// rowOf puts a fact into words, as it was corrected, with the report's own values beside it.
func rowOf(ctx context.Context, s *intake.Sheet, it intake.Item) row {
	r := worded(ctx, s, it)
	read := r
	if !it.Edit.Empty() {
		plain := it
		plain.Edit = intake.Fix{}
		read = worded(ctx, s, plain)
	}
	if r.Year == "" && read.Year != "" {
		r.Warn = ui.T(ctx, "intake.year_gone", read.Year)
	}
	for i := range r.Fields {
		r.Fields[i].read(ctx, read.Fields[i].Value)
	}
	r.Notes = append(r.Notes, wording.Corrected(ctx, s.Corrections(r.Item))...)
	r.complain(ctx, s.Wrong(it))
	return r
}

// complain shows a correction that is wrong as it was typed, with what is wrong at its fields.
func (r *row) complain(ctx context.Context, err error) {
	var wrong *fault.Error
	if !errors.As(err, &wrong) {
		return
	}
	r.Refuse = ui.T(ctx, "intake.fix_wrong")
	for i := range r.Fields {
		f := &r.Fields[i]
		f.Value = r.Edit.Typed(f.Name, f.Value)
		for _, x := range wrong.Fields {
			if x.Name == f.Name {
				f.Wrong = ui.T(ctx, x.Key, x.Args...)
			}
		}
	}
}

// resend shows a row's choice and fields as they were sent, where a page was refused.
func (r *row) resend(sent url.Values) {
	if d, ok := sentFor(r.Mark, sent); ok {
		r.Choice = d.Choice
	}
	for i, f := range r.Fields {
		if name := r.id(f); sent.Has(name) {
			r.Fields[i].Value = sent.Get(name)
		}
	}
}

func worded(ctx context.Context, s *intake.Sheet, it intake.Item) row {
	r := row{Item: it}
	f := s.Document.Facts
	switch it.Group {
	case intake.Class:
		c, err := s.Classification(it)
		if err != nil {
			c = f.Classification[it.Place]
		}
		r.class(ctx, c)
	case intake.Target:
		c, err := s.Target(it)
		if err != nil {
			c = f.Targets[it.Place]
		}
		r.target(ctx, c)
	case intake.Title:
		r.title(ctx, s.Title(it))
	case intake.Resolution:
		r.resolution(ctx, f.Resolution.Resolutions[it.Place])
	case intake.Person:
		p := s.Person(it)
		r.Title = p.Name
		r.Notes = append(r.Notes, strings.Join(p.Positions, ", "))
		r.Fields = []fixField{{Name: "more", Label: ui.T(ctx, "wording.field.positions"), Value: strings.Join(p.Positions, "; "), Wide: true}}
	case intake.Act:
		p := f.Presented[it.Place]
		r.Title = p.Who + ": " + ui.T(ctx, "intake.act."+string(p.Act))
		r.Notes = append(r.Notes, text(p.What), text(p.Event))
	case intake.Obligation:
		o := f.Obligations[it.Place]
		r.Title = o.Who
		r.Notes = append(r.Notes, o.What)
	case intake.Event:
		e := f.Events[it.Place]
		r.Title, r.Value = e.Name, string(e.Year)
		r.Notes = append(r.Notes, text(e.DateWritten), text(e.Place))
	case intake.Caption:
		r.Title = f.Captions[it.Place].Text
	case intake.Publication:
		r.Title = f.Publisher.Name
	}
	if it.Repeat != "" {
		r.Notes = append(r.Notes, ui.T(ctx, "intake.repeats", it.Repeat))
	}
	if it.Doubt != "" {
		r.Warn = ui.T(ctx, "intake.doubt", it.Doubt)
	}
	r.Notes = slices.DeleteFunc(r.Notes, func(n string) bool { return n == "" })
	if it.Entered != 0 && it.RecordOf != "" {
		r.Href = recordweb.TableHref(it.RecordOf, it.Entered)
	}
	return r
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (r *row) class(ctx context.Context, c report.Classification) {
	subject := c.Subject
	if subject == "" {
		subject = ui.T(ctx, "intake.kind."+string(c.SubjectKind))
	}
	r.Title = subject + ": " + c.Category
	r.Value = wording.Reported(ctx, c)
	if c.CumulativeUp {
		r.Value += " " + ui.T(ctx, "intake.and_higher")
	}
	r.Year = string(c.Year)
	if c.Year == "" {
		r.Warn = ui.T(ctx, "intake.no_year")
	}
	if c.Within != "" {
		r.Notes = append(r.Notes, ui.T(ctx, "intake.within", c.Within))
	}
	if c.Subject != "" && !rulebook.HasPopulation(rulebook.PopulationCode(c.Subject)) {
		r.Notes = append(r.Notes, ui.T(ctx, "intake.no_table", c.Subject))
	}
	r.Fields = []fixField{
		{Name: "year", Label: ui.T(ctx, "wording.field.year"), Value: string(c.Year)},
		{Name: "level", Label: ui.T(ctx, "wording.field.level"), Value: string(c.CategoryNorm), Options: levelOptions(ctx)},
		{Name: "count", Label: ui.T(ctx, "wording.field.count"), Value: number(ctx, c.Count)},
		{Name: "total", Label: ui.T(ctx, "wording.field.total"), Value: number(ctx, c.OfTotal)},
		{Name: "percent", Label: ui.T(ctx, "wording.field.percent"), Value: text(c.PercentWritten)},
		{Name: "higher", Label: ui.T(ctx, "wording.field.higher"), Value: yes(c.CumulativeUp), Options: yesNo(ctx)},
	}
}

func (r *row) target(ctx context.Context, c report.Target) {
	r.Title = target.Named(c.Subject, c.Measure)
	r.Value = wording.Asked(ctx, c)
	r.Year = string(c.Period)
	if c.Period == "" {
		r.Warn = ui.T(ctx, "intake.no_period")
	}
	if c.OrHigher {
		r.Notes = append(r.Notes, ui.T(ctx, "intake.or_higher"))
	}
	values := make([]string, len(c.Values))
	for i, v := range c.Values {
		values[i] = decimal(v)
	}
	r.Fields = []fixField{
		{Name: "comparator", Label: ui.T(ctx, "wording.field.comparator"), Value: string(c.Comparator), Options: comparatorOptions(ctx)},
		{Name: "values", Label: ui.T(ctx, "wording.field.values"), Value: strings.Join(values, " - ")},
		{Name: "year", Label: ui.T(ctx, "wording.field.period"), Value: string(c.Period)},
		{Name: "higher", Label: ui.T(ctx, "wording.field.or_higher"), Value: yes(c.OrHigher), Options: yesNo(ctx)},
		{Name: "words", Label: ui.T(ctx, "wording.field.subject"), Value: c.Subject, Wide: true},
		{Name: "more", Label: ui.T(ctx, "wording.field.measure"), Value: c.Measure, Wide: true},
	}
}

func (r *row) title(ctx context.Context, c report.Title) {
	year := string(c.Year)
	r.Title = c.Organisation + ": " + c.Title
	r.Value = ui.T(ctx, "intake.status."+strings.ReplaceAll(string(c.Status), "-", "_"), year)
	r.Year = year
	if year == "" {
		r.Warn = ui.T(ctx, "intake.no_year")
	}
	if c.AwardedBy != nil {
		r.Notes = append(r.Notes, ui.T(ctx, "intake.awarded_by", *c.AwardedBy))
	}
	r.Fields = []fixField{
		{Name: "year", Label: ui.T(ctx, "wording.field.year"), Value: year},
		{Name: "more", Label: ui.T(ctx, "wording.field.title"), Value: c.Title, Wide: true},
	}
}

func (r *row) resolution(ctx context.Context, c report.Resolution) {
	r.Title = resolution.Called(c.Name, text(c.Congress))
	if c.Kind != "" {
		r.Notes = append(r.Notes, ui.T(ctx, "intake.plenum_only"))
	}
	var counts []string
	for _, p := range c.Counts {
		counts = append(counts, strconv.Itoa(p.Count)+" "+p.What)
	}
	r.Notes = append(r.Notes, strings.Join(counts, ", "))
	if c.Motto != nil {
		r.Notes = append(r.Notes, "“"+c.Motto.Text+"”")
	}
	for _, g := range c.Goals {
		r.Notes = append(r.Notes, strconv.Itoa(g.Year)+": "+g.Text)
	}
}

// ofYear says which year or term a fact is of.
func ofYear(ctx context.Context, p string) string {
	if period.Period(p).IsYear() {
		return ui.T(ctx, "intake.row.year", p)
	}
	return ui.T(ctx, "intake.row.term", p)
}

func number(ctx context.Context, n *int) string {
	if n == nil {
		return ""
	}
	return ui.Number(ctx, *n)
}

func decimal(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func yesNo(ctx context.Context) []ui.Option {
	return []ui.Option{{Value: "yes", Label: ui.T(ctx, "wording.yes")}, {Value: "no", Label: ui.T(ctx, "wording.no")}}
}

func levelOptions(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, l := range rulebook.Categories() {
		list = append(list, ui.Option{Value: l.Code, Label: wording.Say(ctx, l.Name)})
	}
	return list
}

func comparatorOptions(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, c := range target.Comparators {
		list = append(list, ui.Option{Value: string(c), Label: wording.Comparator(ctx, c)})
	}
	return list
}
