package ui

import (
	"context"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"
)

// FuzzMarkup_escapesEverything gives any text to a text and to an attribute and reads both back
// with a real HTML parser: exactly one element, exactly that text and that value.
func FuzzMarkup_escapesEverything(f *testing.F) {
	for _, s := range []string{"", "a", `<b>"'&`, `"><script>alert(1)</script>`, "&amp;", "' onclick='x", "-->", "]]>", "\x00", "ợ\u00a0%", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m := markup{}
		m.open("td").attr("title", s).end().text(s).close("td")
		if want := html.UnescapeString(string(m.b)); strings.Contains(s, "<") && strings.Count(string(m.b), "<") != 2 {
			t.Fatalf("%q became %q", s, want)
		}
		z := nethtml.NewTokenizer(strings.NewReader(string(m.b)))
		var texts, values []string
		tags := 0
		for z.Next() != nethtml.ErrorToken {
			tok := z.Token()
			switch tok.Type {
			case nethtml.TextToken:
				texts = append(texts, tok.Data)
			case nethtml.StartTagToken, nethtml.EndTagToken, nethtml.SelfClosingTagToken, nethtml.CommentToken:
				tags++
				for _, a := range tok.Attr {
					if a.Key != "title" {
						t.Fatalf("%q made the attribute %q", s, a.Key)
					}
					values = append(values, a.Val)
				}
			}
		}
		// The parser itself turns CR into LF.
		want := strings.NewReplacer("\x00", "\uFFFD", "\r\n", "\n", "\r", "\n").Replace(s)
		if tags != 2 || strings.Join(texts, "") != want {
			t.Fatalf("%q: %d tags, text %q", s, tags, texts)
		}
		if s != "" && (len(values) != 1 || values[0] != want) {
			t.Fatalf("%q: attribute %q", s, values)
		}
	})
}

// FuzzTable_neverLetsDataBecomeMarkup puts any text into every place of a table.
func FuzzTable_neverLetsDataBecomeMarkup(f *testing.F) {
	f.Add(`<i id=x>`, `javascript:alert(1)`)
	f.Add(`"><img src=x onerror=y>`, "JAVASCRIPT&colon;x")
	f.Add("'", "//host/")
	f.Fuzz(func(t *testing.T, s, href string) {
		c := Cell{Text: s, Href: href, Also: s, AlsoHref: href, Sub: s, SubHref: href, PhoneSub: s, Proof: s, Label: s, Mark: MarkReported}
		tbl := Table{ID: s, Number: 1, Caption: s, Note: s, Noun: s, Empty: s, Layout: Blocks, Numbered: true, PhoneRows: 1,
			Legend:  []Legend{{SignThis, s}},
			Columns: []Column{{Head: s, Group: s, Unit: s, Label: s, Before: s, After: s}, {Head: s, Kind: Drawing, Legend: []Legend{{SignLast, s}}}},
			Rows: []Row{{Kind: RowGroup, Cells: []Cell{c}}, {ID: s, Cells: []Cell{c, {Chart: Bars{This: 1, Of: 2, Label: s}}}, Opened: &Opened{Text: s, Summary: s, Links: []Link{{s, href}}}},
				{Cells: []Cell{c, {Chart: Boxes{Total: 3, Label: s}}}}, {Kind: RowSum, Cells: []Cell{c, {Proof: s, Amiss: true}}}}}
		var b strings.Builder
		err := tbl.Render(context.Background(), &b)
		if err != nil {
			t.Fatal(err)
		}
		inputs := 0
		z := nethtml.NewTokenizer(strings.NewReader(b.String()))
		for z.Next() != nethtml.ErrorToken {
			tok := z.Token()
			if tok.Data == "input" {
				inputs++
			}
			if tok.Type == nethtml.StartTagToken && !known[tok.Data] {
				t.Fatalf("%q, %q made a <%s>", s, href, tok.Data)
			}
			for _, a := range tok.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Fatalf("%q made the attribute %q", s, a.Key)
				}
				if a.Key == "href" && strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
					t.Fatalf("%q stayed an address", href)
				}
			}
		}
		if inputs != 1 { // the box that shows all rows
			t.Fatalf("%q, %q: %d inputs", s, href, inputs)
		}
	})
}

// known are the elements that a table writes.
var known = map[string]bool{"div": true, "table": true, "caption": true, "span": true, "b": true, "i": true, "thead": true, "tbody": true, "tfoot": true,
	"tr": true, "th": true, "td": true, "a": true, "small": true, "p": true, "details": true, "summary": true, "label": true, "input": true, "svg": true, "title": true, "rect": true, "path": true, "circle": true}

func TestHref_refusesSchemesThatRun(t *testing.T) {
	for address, want := range map[string]string{
		"/units/7":            "/units/7",
		"?open=3#b3":          "?open=3#b3",
		"/a:b":                "/a:b",
		"https://x.vn/a?b&c":  "https://x.vn/a?b&amp;c",
		"javascript:alert(1)": "#",
		"JavaScript:alert(1)": "#",
		" javascript:x":       "#",
		"\tjavascript:x":      "#",
		"data:text/html,x":    "#",
		"vbscript:x":          "#",
	} {
		m := markup{}
		m.href(address)
		if got := string(m.b); got != ` href="`+want+`"` {
			t.Errorf("%q became %s", address, got)
		}
	}
}

// TestHandWrittenHTML_standsInOnePlace keeps markup out of every Go file but markup.go, the
// drawings of icon.go, what templ generates, and tests.
func TestHandWrittenHTML_standsInOnePlace(t *testing.T) {
	files, err := filepath.Glob("../*/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	tag := regexp.MustCompile("[\"`][^\"`\n]*</?[a-z]+[ />]")
	for _, name := range files {
		base := filepath.Base(name)
		if strings.HasSuffix(base, "_templ.go") || strings.HasSuffix(base, "_test.go") || base == "markup.go" || base == "icon.go" {
			continue
		}
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for n, l := range strings.Split(string(body), "\n") {
			if tag.MatchString(l) && !strings.HasPrefix(strings.TrimSpace(l), "//") {
				t.Errorf("%s:%d writes HTML by hand: %s", name, n+1, strings.TrimSpace(l))
			}
		}
	}
}

// TestTempl_writesNoStyleOrScript keeps to what the content policy allows.
func TestTempl_writesNoStyleOrScript(t *testing.T) {
	files, err := filepath.Glob("../*/*.templ")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	bad := regexp.MustCompile(`\sstyle=|\son[a-z]+=|<style|<script>|javascript:`)
	for _, name := range files {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if found := bad.Find(body); found != nil {
			t.Errorf("%s holds %q", name, found)
		}
	}
}
