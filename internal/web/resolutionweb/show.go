package resolutionweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"hamrong/internal/meeting"
	"hamrong/internal/period"
	"hamrong/internal/resolution"
	"hamrong/internal/task"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// showView is a resolution with all that hangs on it.
type showView struct {
	recordweb.Place
	resolution.Page
	R         resolution.Resolution
	Withdrawn bool
	Sources   map[int64]string // names of the documents that numbers and mottos were read from
	Studied   []meeting.Studied
	Tasks     []task.Task
	Today     period.Date
	Steps     []recordweb.Step
	Kept      bool
	Taking    recordweb.Form
}

// GET /resolutions/{record}
func (h *handler) show(w http.ResponseWriter, r *http.Request) error {
	return h.render(w, r, recordweb.Form{}, http.StatusOK)
}

// render shows the page, with what was wrong with the form that takes it back.
func (h *handler) render(w http.ResponseWriter, r *http.Request, taking recordweb.Form, status int) error {
	record, err := route.ID(r, "record")
	if err != nil {
		return err
	}
	v, err := h.load(r, record)
	if err != nil {
		return err
	}
	v.Taking = taking
	return ui.Render(w, r, status, showPage(v))
}

func (h *handler) load(r *http.Request, record int64) (v showView, err error) {
	ctx := r.Context()
	if v.Page, err = h.resolutions.Page(ctx, record); err != nil {
		return v, err
	}
	v.R = v.Resolution
	v.Withdrawn = v.R.Ended != 0
	if v.Place, err = h.Place(r, v.R.Unit); err != nil {
		return v, err
	}
	v.Write = v.Write && !v.Withdrawn
	if v.Sources, err = h.sources(ctx, v.R.Content); err != nil {
		return v, err
	}
	if v.Studied, err = h.meetings.About(ctx, record); err != nil {
		return v, err
	}
	if v.Tasks, v.Today, err = h.tasks.OfProgramme(ctx, record); err != nil {
		return v, err
	}
	v.Kept = recordweb.Kept(r)
	v.Steps = recordweb.Tell(v.Story, fieldsOf(ctx, v.Versions))
	return v, nil
}

// POST /resolutions/{record}/withdraw
func (h *handler) withdraw(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		return recordweb.KeptHref(href(record)), h.resolutions.Withdraw(r.Context(), record, values.Get("reason"))
	}, Again: func(form recordweb.Form, status int) error { return h.render(w, r, form, status) }}.Give(w, r)
}

// fieldsOf lists the versions field by field, for the story.
func fieldsOf(ctx context.Context, list []resolution.Resolution) []recordweb.Version {
	var out []recordweb.Version
	for _, r := range list {
		label := func(name string) string { return ui.T(ctx, "resolution.field."+name) }
		out = append(out, recordweb.Version{Begun: r.Begun, Ended: r.Ended, Fields: []recordweb.Field{
			{Label: label("kind"), Value: kindName(ctx, r.Kind)}, {Label: label("name"), Value: r.Name}, {Label: label("issuer"), Value: r.Issuer},
			{Label: label("congress"), Value: r.Congress}, {Label: label("plenum"), Value: r.Plenum}, {Label: label("term"), Value: r.Term},
			{Label: label("number"), Value: r.Number}, {Label: label("date"), Value: r.Date.String()}, {Label: label("motto"), Value: r.Motto},
			{Label: label("mottos"), Value: mottosText(r.Mottos)},
			{Label: label("goals"), Value: goalsText(r.Goals)}, {Label: label("counts"), Value: countsText(r.Counts)},
			{Label: label("from"), Value: r.From.String()}, {Label: label("until"), Value: r.Until.String()}, {Label: label("body"), Value: r.Body},
		}})
	}
	return out
}

// railWhat names a kind of parts: as the paper does, in English by the kind's own name where it has one.
func railWhat(ctx context.Context, p resolution.Progress) string {
	if p.What == "" || p.Kind != "" && ui.LangOf(ctx) == ui.English {
		return partKindName(ctx, p.Kind)
	}
	return p.What
}

// progressTitle is the head of a kind of parts: "28 chỉ tiêu: đã nhập 0".
func progressTitle(ctx context.Context, p resolution.Progress) string {
	what := p.What
	if what == "" {
		what = partKindName(ctx, p.Kind)
	}
	if len(p.Declared) == 0 {
		return ui.T(ctx, "resolution.parts.undeclared", what, len(p.Parts))
	}
	return ui.T(ctx, "resolution.parts.declared", p.Declared[0].Count, what, len(p.Parts))
}

// progressVerdict says how complete the parts of a kind are.
func progressVerdict(ctx context.Context, p resolution.Progress) ui.Verdict {
	disputed, ok := p.Disputed()
	switch n := len(p.Parts); {
	case ok:
		return ui.Verdict{Text: ui.T(ctx, "resolution.parts.disputed", ui.Number(ctx, int64(disputed.Count)), numbersOf(ctx, disputed.Others)), Tone: ui.ToneShort}
	case p.Kind == "":
		return ui.Verdict{Text: ui.T(ctx, "resolution.parts.counted_only"), Tone: ui.ToneMuted}
	case p.Missing() > 0:
		return ui.Verdict{Text: ui.T(ctx, "resolution.parts.missing", p.Missing()), Tone: ui.ToneShort}
	case len(p.Declared) > 0 && n > p.Declared[0].Count:
		return ui.Verdict{Text: ui.T(ctx, "resolution.parts.more", n-p.Declared[0].Count), Tone: ui.ToneShort}
	case len(p.Declared) > 0:
		return ui.Verdict{Text: ui.T(ctx, "resolution.parts.all"), Tone: ui.ToneMet}
	}
	return ui.Verdict{Text: ui.T(ctx, "resolution.parts.no_count"), Tone: ui.ToneMuted}
}

func partKindName(ctx context.Context, k resolution.PartKind) string {
	return ui.T(ctx, "resolution.part."+string(k))
}

// partTable lists the parts of one kind.
func partTable(ctx context.Context, v showView, p resolution.Progress) ui.Table {
	t := ui.Table{Caption: partKindName(ctx, p.Kind), Hidden: true, Layout: ui.Blocks, Columns: []ui.Column{
		{Head: ui.T(ctx, "resolution.part.number"), Width: ui.Width8, Place: ui.PhoneHidden},
		{Head: ui.T(ctx, "resolution.part.text"), Place: ui.PlaceTitle},
		{Head: ui.T(ctx, "resolution.part.field"), Width: ui.Width20, Place: ui.PlaceLeft},
		{Head: ui.T(ctx, "resolution.part.state"), Width: ui.Width16, Place: ui.PlaceRight}}}
	if v.Write {
		t.Columns = append(t.Columns, ui.Column{Head: ui.T(ctx, "resolution.part.change"), Width: ui.Width8, Screen: true, Place: ui.PlaceEnd})
	}
	for _, part := range p.Parts {
		row := ui.Row{ID: "p" + strconv.FormatInt(part.Record, 10), Cells: []ui.Cell{
			{Text: part.Number}, {Text: part.Text, Href: recordweb.SourceHref(part.Source), PhoneSub: part.Number},
			{Text: part.Field}, partState(ctx, part.State)}}
		if v.Write {
			row.Cells = append(row.Cells, ui.Cell{Text: ui.T(ctx, "resolution.part.change"), Href: recordweb.Href("parts", part.Record, "")})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func partState(ctx context.Context, s resolution.PartState) ui.Cell {
	c := ui.Cell{Text: ui.T(ctx, "resolution.state."+string(s))}
	switch s {
	case resolution.Done:
		c.Icon, c.Tone = ui.IconMet, ui.ToneMet
	case resolution.Planned, resolution.Dropped:
		c.Tone = ui.ToneMuted
	case resolution.Underway:
	}
	return c
}

// entered and declared sum up the parts of the known kinds, for the sentence.
func (v showView) entered() (entered, declared int) {
	for _, p := range v.Progress {
		if p.Kind == "" {
			continue
		}
		entered += len(p.Parts)
		declared += len(p.Parts) + p.Missing()
	}
	return entered, declared
}
