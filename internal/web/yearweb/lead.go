package yearweb

import (
	"context"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"hamrong/internal/period"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
	"hamrong/internal/year"
)

// statement is one sentence of the lead.
type statement struct {
	Key  string
	Args []any
}

// standing gives the sentences on where the unit stands: its own title, its results in one sentence.
func (c content) standing(ctx context.Context) []templ.Component {
	var list []templ.Component
	if h, ok := c.holder(); ok {
		if held := h.of(titleColumn{c.Year, false}); len(held) > 0 {
			d := leading(held)
			wording := ui.Anchor{Text: d.Name(), Href: recordweb.TitleHref(d.Record)}
			switch {
			case d.Status != title.Attained:
				list = append(list, ui.Rich("yearpage.lead.proposed", c.Unit.Name, wording, ui.Key("title.status."+string(d.Status))))
			case d.AwardedBy != "":
				list = append(list, ui.Rich("yearpage.lead.awarded", c.Unit.Name, d.AwardedBy, wording))
			default:
				list = append(list, ui.Rich("yearpage.lead.title", c.Unit.Name, wording))
			}
			if against := d.Against(held); len(against) > 0 {
				list = append(list, ui.Rich("yearpage.lead.title.differ", ui.Anchor{Text: named(against), Href: othersHref(d, against)}))
			}
		}
	}
	var results []templ.Component
	for _, pop := range c.populations() {
		if s, ok := c.resultClause(ctx, pop); ok && kindRank(pop) < 2 {
			key := "yearpage.lead.result"
			if len(results) > 0 {
				key = "yearpage.lead.more"
			}
			results = append(results, ui.Rich(key, s...))
		}
	}
	if len(results) == 0 {
		list = append(list, ui.Rich("yearpage.lead.none", strconv.Itoa(c.Year)))
	} else {
		list = append(list, templ.Join(append(results, ui.Plain("."))...))
	}
	return append(list, c.fromBelow(ctx)...)
}

// fromBelow says what the units underneath add up to where the unit itself reports nothing:
// "Cộng từ 1 trên 12 đơn vị có số liệu: 18 chi bộ, 168 đảng viên."
func (c content) fromBelow(ctx context.Context) []templ.Component {
	var parts []string
	children := 0
	for _, pop := range c.populations() {
		r := c.results(pop)
		if kindRank(pop) > 1 || !r.onlyBelow() || r.below.Totals == 0 {
			continue
		}
		children = max(children, r.below.Children)
		parts = append(parts, ui.Number(ctx, r.below.Total)+" "+wording.Population(ctx, pop))
	}
	if len(parts) == 0 {
		return nil
	}
	return []templ.Component{ui.Rich("yearpage.lead.below", children, len(c.Children), strings.Join(parts, ", "))}
}

func (c content) holder() (holder, bool) {
	for _, h := range c.Office {
		if h.ID == c.Unit.ID {
			return h, true
		}
	}
	return holder{}, false
}

// resultClause says how many reach the second level or higher: "9/18 chi bộ đạt … trở lên".
func (c content) resultClause(ctx context.Context, pop string) ([]any, bool) {
	tally := c.Sheet.Tally(pop)
	if len(tally.Order.Codes) < 2 {
		return nil, false
	}
	level := tally.Order.Codes[1]
	a := tally.Cumulative(level)
	if !a.Known || !a.Counted && a.Percent == nil {
		return nil, false
	}
	href := recordweb.YearHref(c.Unit.ID, c.Year) + "/worked?population=" + pop + "&level=" + level + "&up=1"
	if !a.WorkedOut && len(a.Records) > 0 {
		href = recordweb.FigureHref(a.Records[0])
	}
	fig := ui.Figure{Text: wording.Amount(ctx, a), Href: href, Strong: true}
	return []any{fig, wording.Population(ctx, pop), wording.Said(ctx, level)}, true
}

// lower writes the first letter small, as inside a sentence.
func lower(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToLower(string(r)) + s[len(string(r)):]
		}
	}
	return s
}

// tallied counts words in the order in which they first appear.
type tallied struct {
	word  string
	count int
}

// baselineSentence is "So mức 2015 với 6 chỉ tiêu năm 2016: 1 đang ở trên, 2 chưa tới …".
func (c content) baselineSentence(ctx context.Context, a aims) statement {
	order := []target.Standing{target.OnTarget, target.InRange, target.Short, target.Outside, target.Unsure, target.NoFigure}
	words := map[target.Standing]int{}
	for _, g := range a.List {
		words[g.Baseline.Standing]++
	}
	var list []tallied
	for _, s := range order {
		list = append(list, tallied{lower(ui.T(ctx, "wording.standing."+string(s))), words[s]})
	}
	return statement{"yearpage.lead.baseline", []any{strconv.Itoa(a.Baseline), ui.Anchor{Text: ui.T(ctx, "yearpage.lead.aims", len(a.List)), Href: "#chi-tieu-" + strconv.Itoa(a.Year)}, strconv.Itoa(a.Year), joined(ctx, list)}}
}

// outcomeSentence is "Kết quả 2016: 2 đạt, 1 chưa đạt, 3 chưa có kết quả."
func (c content) outcomeSentence(ctx context.Context, a aims) statement {
	words := map[target.Outcome]int{}
	for _, g := range a.List {
		words[g.Verdict.Outcome]++
	}
	if words[target.NoResult] == len(a.List) {
		return statement{"yearpage.lead.noresult", []any{strconv.Itoa(a.Year)}}
	}
	var list []tallied
	for _, o := range []target.Outcome{target.Met, target.NotMet, target.Undecided, target.NoResult} {
		list = append(list, tallied{lower(ui.T(ctx, "wording.outcome."+string(o))), words[o]})
	}
	return statement{"yearpage.lead.outcome", []any{strconv.Itoa(a.Year), joined(ctx, list)}}
}

// twiceSentence is "Trong đó 2 chỉ tiêu chỉ nói về 1 việc …": the sentences before count each.
func (c content) twiceSentence(ctx context.Context, a aims) statement {
	n := 0
	for _, group := range a.Twice {
		n += len(group)
	}
	list := recordweb.UnitHref(c.Unit.ID) + "/targets?year=" + strconv.Itoa(a.Year)
	return statement{"yearpage.lead.twice", []any{n, len(a.Twice), ui.Anchor{Text: ui.T(ctx, "yearpage.lead.twice.choose"), Href: list}}}
}

func joined(ctx context.Context, list []tallied) string {
	var parts []string
	for _, t := range list {
		if t.count > 0 {
			parts = append(parts, ui.Number(ctx, t.count)+" "+t.word)
		}
	}
	return strings.Join(parts, ", ")
}

// complete is the sentence on how complete and how sound the page is.
func (c content) complete(ctx context.Context) ui.Standing {
	failed, open, corrected := 0, 0, 0
	for _, t := range c.Sheet.Tallies {
		corrected += c.correctedIn(t)
		failed += len(t.Failed())
		open += len(t.Open())
	}
	said := func(tone ui.Tone, key string, args ...any) ui.Standing {
		s := ui.Standing{Tone: tone, Body: ui.Rich(key, args...)}
		if c.Read > 0 && c.Typed {
			s.Body = ui.Joined(s.Body, ui.Plain(" "), ui.Rich("yearpage.complete.also"))
		}
		if corrected > 0 {
			s.Body = ui.Joined(s.Body, ui.Plain(" "), ui.Rich("yearpage.complete.corrected", corrected))
		}
		return s
	}
	switch {
	case len(c.Sheet.Tallies) == 0:
		return said(ui.ToneUnknown, "yearpage.complete.none", strconv.Itoa(c.Year))
	case failed > 0 && c.Read == 0:
		return said(ui.ToneShort, "yearpage.complete.typed.failed", failed)
	case c.Read == 0 && open > 0:
		return said(ui.ToneUnknown, "yearpage.complete.typed.open", open)
	case c.Read == 0:
		return said(ui.ToneMet, "yearpage.complete.typed")
	case failed > 0:
		return said(ui.ToneShort, "yearpage.complete.failed", c.Read, failed)
	case open > 0:
		return said(ui.ToneMet, "yearpage.complete.open", c.Read, open)
	}
	return said(ui.ToneMet, "yearpage.complete", c.Read)
}

// sub is the line under the title: who decided the year and when, and that the unit was founded later.
func (c content) sub(ctx context.Context) templ.Component {
	if c.Unit.FoundedOn > period.Year(c.Year).End() {
		return ui.Joined(c.decided(), ui.Plain(" "), ui.Rich("yearpage.sub.unfounded", strconv.Itoa(c.Year), c.Unit.FoundedOn))
	}
	return c.decided()
}

func (c content) decided() templ.Component {
	s := c.States[1]
	switch {
	case s.Stage == year.Open && !s.Frozen && c.Year > c.Today.Year():
		return ui.Rich("yearpage.sub.ahead", strconv.Itoa(c.Year))
	case s.Stage == year.Open && !s.Frozen && c.Year < c.Today.Year():
		return ui.Rich("yearpage.sub.past", strconv.Itoa(c.Year))
	case s.Stage == year.Open && !s.Frozen:
		return ui.Rich("yearpage.sub.open", strconv.Itoa(c.Year))
	case s.Stage == year.Open:
		return ui.Rich("yearpage.sub.frozen", strconv.Itoa(c.Year), s.FrozenName)
	}
	decided := ui.Rich("yearpage.sub.numbered", strconv.Itoa(c.Year), s.Body, s.Number, s.On)
	if s.Number == "" {
		decided = ui.Rich("yearpage.sub.decided", strconv.Itoa(c.Year), s.Body, s.On)
	}
	if !s.Frozen {
		return decided
	}
	return ui.Joined(decided, ui.Plain(" "), ui.Rich("yearpage.sub.closed", strconv.Itoa(c.Year)))
}

// head is the frame of the page.
func (c content) head(ctx context.Context) ui.Head {
	h := ui.Head{Title: ui.T(ctx, "yearpage.title", c.Unit.Name, strconv.Itoa(c.Year)), Section: "year", Intro: ui.T(ctx, "yearpage.intro", strconv.Itoa(c.Year)), Sub: c.sub(ctx)}
	for i, s := range c.Path {
		link := ui.Link{Label: s.Name}
		if s.Open && i < len(c.Path)-1 {
			link.Href = recordweb.YearHref(s.ID, c.Year)
		}
		h.Crumbs = append(h.Crumbs, link)
	}
	if n := max(c.declared(), int64(len(c.Children))); n > 0 {
		h.Below = []ui.Link{{Label: ui.Number(ctx, n) + " " + wording.Population(ctx, c.childPopulation()), Href: "#cap-duoi"}}
	}
	for _, s := range c.States {
		h.Years = append(h.Years, ui.YearTab{Year: s.Year, Href: recordweb.YearHref(c.Unit.ID, s.Year), State: wording.Stage(ctx, s, c.Today.Year()), Locked: s.Frozen, Current: s.Year == c.Year})
	}
	h.Earlier, h.Later = recordweb.YearHref(c.Unit.ID, c.Year-2), recordweb.YearHref(c.Unit.ID, c.Year+2)
	h.Actions = c.actions(ctx)
	return h
}

func (c content) actions(ctx context.Context) templ.Component {
	list := []templ.Component{ui.Button{Label: ui.T(ctx, "yearpage.print"), Icon: ui.IconPrint, Print: true}}
	if c.MayRecord && c.frozen() {
		list = append(list, ui.Button{Label: ui.T(ctx, "yearpage.correct"), Icon: ui.IconEdit, Kind: ui.Quiet, Href: recordweb.YearHref(c.Unit.ID, c.Year) + "/figures"})
	}
	if c.mayEnter() && !c.empty() {
		list = append(list, ui.Button{Label: ui.T(ctx, "yearpage.type"), Icon: ui.IconEdit, Href: recordweb.YearHref(c.Unit.ID, c.Year) + "/figures"},
			ui.Button{Label: ui.T(ctx, "yearpage.drop"), Icon: ui.IconUpload, Href: recordweb.UnitHref(c.Unit.ID) + "/documents/new"})
	}
	if s := c.States[1]; c.MayDecide && s.Stage == year.Decided && !s.Frozen {
		list = append(list, ui.Button{Label: ui.T(ctx, "yearpage.close", strconv.Itoa(c.Year)), Icon: ui.IconLock, Href: recordweb.YearHref(c.Unit.ID, c.Year) + "/close"})
	}
	return ui.Joined(list...)
}
