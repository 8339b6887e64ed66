package ui

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"
)

// Part is the head of a section: "I. Kết quả xếp loại năm 2015".
type Part struct {
	ID     string // anchor; "" makes one from the number
	Number string // "I", "II"; see Roman
	Title  string
	Note   string          // small line under the heading
	Side   templ.Component // right of the heading: a legend, a count
	Screen bool            // not printed: nothing but what is to be done
}

func (p Part) id() string {
	if p.ID != "" {
		return p.ID
	}
	if p.Number != "" {
		return "muc-" + strings.ToLower(p.Number)
	}
	return ""
}

// Roman writes section numbers: 1 is "I", 4 is "IV". Only 1 to 39 have a sign.
func Roman(n int) string {
	if n < 1 || n > 39 {
		return ""
	}
	ones := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return strings.Repeat("X", n/10) + ones[n%10]
}

// Figure is a number inside a sentence that opens to where it comes from.
type Figure struct {
	Text        string
	Href        string
	Strong      bool
	Provisional bool // italic: not final yet; the sentence says of what
}

// Render writes the figure.
func (f Figure) Render(ctx context.Context, w io.Writer) error { return figure(f).Render(ctx, w) }

// Anchor is a text link inside a sentence.
type Anchor struct {
	Text string
	Href string
	Note bool // a link inside a note: red
}

// Render writes the link.
func (a Anchor) Render(ctx context.Context, w io.Writer) error { return anchor(a).Render(ctx, w) }

// Verdict is a word with its icon and colour: "Chưa tới", "Đang ở trên", "Chưa có số liệu".
type Verdict struct {
	Icon Icon // IconNone takes the tone's own
	Text string
	Tone Tone
}

// Render writes the verdict.
func (v Verdict) Render(ctx context.Context, w io.Writer) error { return verdict(v).Render(ctx, w) }

func (v Verdict) icon() Icon {
	if v.Icon != IconNone {
		return v.Icon
	}
	switch v.Tone {
	case ToneMet:
		return IconMet
	case ToneShort:
		return IconShort
	case ToneOver:
		return IconOver
	case ToneUnknown:
		return IconUnknown
	}
	return IconNone
}

// Standing is the sentence that says how complete a page is, with its tick:
// "Cộng từ 18/18 chi bộ. Cập nhật 14:05 ngày 25/01/2016."
type Standing struct {
	Tone Tone // ToneMet: all there; ToneShort: something is missing; ToneUnknown: cannot be said
	Body templ.Component
}

// Render writes the sentence.
func (s Standing) Render(ctx context.Context, w io.Writer) error { return standing(s).Render(ctx, w) }

// NoticeKind is what a notice tells.
type NoticeKind uint8

// The notices.
const (
	NoticeInfo  NoticeKind = iota + 1
	NoticeOK               // done and kept
	NoticeWarn             // to be looked at
	NoticeError            // refused or failed
)

// Notice tells what happened, what was kept and what to do now.
type Notice struct {
	Kind  NoticeKind
	Title string          // what happened
	Text  string          // what was kept, what to do
	Body  templ.Component // more, as a link or a list; may be nil
}

// Render writes the notice.
func (n Notice) Render(ctx context.Context, w io.Writer) error { return notice(n).Render(ctx, w) }

func (n Notice) class() string {
	return "notice " + [...]string{"info", "info", "ok", "warn", "error"}[min(n.Kind, NoticeError)]
}

func (n Notice) icon() Icon {
	return [...]Icon{IconInfo, IconInfo, IconMet, IconWarn, IconWarn}[min(n.Kind, NoticeError)]
}

func (n Notice) role() string {
	if n.Kind == NoticeError {
		return "alert"
	}
	return "status"
}

// Empty stands where there is nothing yet: what to do first, one button.
type Empty struct {
	Title  string
	Text   string
	Action templ.Component // one button; nil where the person may not act
}

// Render writes the empty state.
func (e Empty) Render(ctx context.Context, w io.Writer) error { return empty(e).Render(ctx, w) }

// Consequences stand beside a big step: what happens, what stays, how to undo.
type Consequences struct {
	Happens string
	Stays   string
	Undo    string
}

// Render writes the three sentences.
func (c Consequences) Render(ctx context.Context, w io.Writer) error {
	return consequences(c).Render(ctx, w)
}

// Term is a word of the field that English explains in place: "chi bộ (Party branch)". Its key
// names two sentences of the locale files, term.KEY and term.KEY.explain; Vietnamese shows the
// word alone.
type Term struct{ Key string }

// Render writes the term.
func (t Term) Render(ctx context.Context, w io.Writer) error { return term(t).Render(ctx, w) }

// Fact is one line of a list of properties: "Số", "02-NQ/ĐU".
type Fact struct {
	Label string
	Value string
	Href  string
	Note  string          // small, after the value
	Body  templ.Component // instead of Value, where it needs more
}

// Facts is a list of properties of one thing.
type Facts []Fact

// Render writes the list.
func (f Facts) Render(ctx context.Context, w io.Writer) error { return facts(f).Render(ctx, w) }

// Entry is one line of a list of things with a note below and something at its right.
type Entry struct {
	Title string
	Href  string
	Note  string
	Side  templ.Component // at the right: a verdict, a button
	Body  templ.Component // below the note
}

// Entries is a list of things, each a line: meetings, resolutions, findings.
type Entries []Entry

// Render writes the list.
func (e Entries) Render(ctx context.Context, w io.Writer) error { return entries(e).Render(ctx, w) }

// Joined writes components one after another.
func Joined(parts ...templ.Component) templ.Component { return templ.Join(parts...) }

// Plain is text as a component, for slots that take one.
func Plain(s string) templ.Component { return plain(s) }

// Rich is T for sentences that hold links and figures: an argument that is a component is
// rendered in its place, and "**" in the locale file makes bold.
//
//	@ui.Rich("year.lead", ui.Figure{Text: "9/18", Href: href, Strong: true})
func Rich(key string, args ...any) templ.Component { return rich(key, args) }

func segmentsOf(ctx context.Context, key string, args []any) []segment {
	s := speechOf(ctx)
	return s.cat.find(s.lang, key).form(args)
}

// component gives the argument of a segment when it is a component.
func (g segment) component(args []any) (templ.Component, bool) {
	if g.arg == 0 || g.arg > len(args) {
		return nil, false
	}
	c, ok := args[g.arg-1].(templ.Component)
	return c, ok
}

func (g segment) string(ctx context.Context, args []any) string {
	if g.arg == 0 {
		return g.text
	}
	return argument(ctx, args, g.arg-1)
}

func heading(p Part) string {
	if p.Number == "" {
		return p.Title
	}
	return p.Number + ". " + p.Title
}

func figureClass(f Figure) string {
	class := "fig"
	if f.Strong {
		class += " strong"
	}
	if f.Provisional {
		class += " provisional"
	}
	return class
}

func standingIcon(t Tone) Icon {
	switch t {
	case ToneMet:
		return IconCheck
	case ToneShort:
		return IconWarn
	}
	return IconUnknown
}
