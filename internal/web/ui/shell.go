package ui

import (
	"context"
	"strconv"
	"strings"

	"github.com/a-h/templ"
)

// Link is a word that leads somewhere. Without an address it is only the word.
type Link struct {
	Label string
	Href  string
}

// MenuItem is one entry of the red bar's menu. A page names its entry in Head.Section.
type MenuItem struct {
	Section string // word of the program, never shown: "year", "units"
	Label   string
	Href    string
}

// Account is who is signed in.
type Account struct {
	ID      int64
	Name    string
	Role    string
	Href    string // the person's own page; may be empty
	SignOut string // address that a POST signs out at
}

// Shell is what all pages of a request share: the bar above and the line below. The web server
// puts it into the context of each request (WithShell); pages never do.
type Shell struct {
	Home    string     // where the product's name leads
	Menu    []MenuItem // only entries the person may open
	Search  string     // address of the search page, asked with ?q=; "" hides the field
	SignIn  string     // address of the sign-in page, shown while Account is nil
	Account *Account   // nil for a visitor
	Owner   string     // whose installation this is; stands in the last line
	Version string
}

type shellKey struct{}

// WithShell gives a context whose pages stand in the shell.
func WithShell(ctx context.Context, s Shell) context.Context {
	return context.WithValue(ctx, shellKey{}, s)
}

func shellOf(ctx context.Context) Shell {
	s, ok := ctx.Value(shellKey{}).(Shell)
	if !ok {
		return Shell{Home: "/"}
	}
	return s
}

// YearTab is one year of the strip below the bar.
type YearTab struct {
	Year    int
	Href    string
	State   string // "đã khóa", "đã công nhận", "đang thực hiện"
	Locked  bool   // a closed year: a lock beside it
	Current bool
}

// Head is the part of a page above its content.
type Head struct {
	Title    string          // h1; also the window's title
	Tail     string          // more words for the window's title only, as the unit's name
	Section  string          // MenuItem.Section of the entry that is marked
	Crumbs   []Link          // the way up, the top first; the last one is this page
	Below    []Link          // the level below, the way up's last links: "18 chi bộ"
	Years    []YearTab       // in order; empty: no strip of years
	Earlier  string          // address of the years before the tabs
	Later    string          // address of the years after
	Status   templ.Component // right in the strip where no years are: "Đã lưu nháp lúc 15:31"
	Skip     Link            // a second link past what stands before the page's work: "Tới các dữ kiện"
	Intro    string          // one line that tells a newcomer what this page is
	Sub      templ.Component // the line under the title, with its links
	Actions  templ.Component // buttons right of the title
	Article  bool            // a page to be read: larger title, no print grid
	Wide     bool            // reserved for pages that need all of a wide screen
	Live     bool            // the page uses htmx attributes (data-hx-…)
	NoFooter bool            // a bar fixed to the bottom stands in its place
}

// windowTitle is what the tab of the browser shows.
func (h Head) windowTitle(ctx context.Context) string {
	parts := []string{h.Title}
	if h.Tail != "" {
		parts = append(parts, h.Tail)
	}
	return strings.Join(append(parts, T(ctx, "ui.product")), " · ")
}

// parent is the nearest crumb above the page that leads somewhere, for the narrow screen.
func (h Head) parent() (Link, bool) {
	for i := len(h.Crumbs) - 2; i >= 0; i-- {
		if h.Crumbs[i].Href != "" {
			return h.Crumbs[i], true
		}
	}
	return Link{}, false
}

func (h Head) hasStrip() bool {
	return len(h.Crumbs) > 0 || len(h.Below) > 0 || len(h.Years) > 0 || h.Status != nil
}

// switchHref is the address of the same page in another language, "" where the page is the answer
// to a form and has no address of its own.
func switchHref(ctx context.Context, to Lang) string {
	path, ok := ctx.Value(pathKey{}).(string)
	if !ok {
		return ""
	}
	path, query, _ := strings.Cut(path, "?")
	kept := []string{}
	for part := range strings.SplitSeq(query, "&") {
		if part != "" && !strings.HasPrefix(part, "lang=") {
			kept = append(kept, part)
		}
	}
	return path + "?" + strings.Join(append(kept, "lang="+string(to)), "&")
}

func other(l Lang) Lang {
	if l == English {
		return Vietnamese
	}
	return English
}

func yearText(y int) string { return strconv.Itoa(y) }

func footLine(ctx context.Context, s Shell) string {
	line := T(ctx, "ui.product")
	if s.Version != "" {
		line += " " + s.Version
	}
	if s.Owner != "" {
		line += " · " + s.Owner
	}
	return line
}

func mainClass(h Head) string {
	if h.Article {
		return "page article"
	}
	return "page"
}
