// Package browser walks from the dropped report to an opened figure in a real browser:
// wide and narrow, by keyboard, without JavaScript, and in print.
package browser

import (
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/demo"
	"hamrong/internal/web"
	"hamrong/testkit"
	"hamrong/testkit/browser"
)

// office is a running demo with the clerk's one-time link.
type office struct {
	base, link, unit, report string
}

func open(t *testing.T) office {
	t.Helper()
	db := testkit.NewDB(t)
	built, err := demo.Build(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	h, err := web.New(web.Deps{DB: db, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	o := office{base: srv.URL, unit: fmt.Sprintf("%s/units/%d", srv.URL, built.Department), report: filepath.Join(t.TempDir(), demo.SecondName)}
	if err := os.WriteFile(o.report, demo.Second, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, p := range built.People {
		if p.Role == access.Clerk {
			o.link = srv.URL + "/links/" + p.Secret
		}
	}
	return o
}

// look is what each page of the journey must pass.
func look(t *testing.T, tab *browser.Tab) {
	t.Helper()
	tab.Axe()
	tab.NoSidewaysScroll()
}

func TestJourney_fromTheDroppedReportToTheSentence(t *testing.T) {
	b := browser.Start(t)
	for _, o := range []struct {
		name string
		browser.Options
	}{{"wide, by keyboard", browser.Options{Language: "vi"}}, {"narrow, without JavaScript", browser.Options{Width: 390, NoScript: true, Language: "vi"}}} {
		t.Run(o.name, func(t *testing.T) {
			at := open(t)
			tab := b.Tab(t, o.Options)
			tab.Open(at.link)
			tab.Go("main form button")
			tab.Open(at.unit + "/documents/new")
			look(t, tab)
			tab.Choose("input[type=file]", at.report)
			tab.Go("main form button[type=submit]")
			if !strings.Contains(tab.URL(), "/intakes/") {
				t.Fatalf("the report leads to %s: %s", tab.URL(), tab.Text())
			}
			look(t, tab)
			if o.NoScript {
				tab.Go("button[name=rest]")
			} else {
				enterByKeyboard(t, tab)
			}
			if text := tab.Text(); !strings.Contains(text, "Đã ghi") {
				t.Fatalf("nothing was entered: %.600s", text)
			}
			look(t, tab)
			tab.Open(fmt.Sprintf("%s/years/%d", at.unit, demo.Year+1))
			look(t, tab)
			openFigure(t, tab)
		})
	}
}

// enterByKeyboard decides the first facts by keys alone and enters the rest by the button's own key.
func enterByKeyboard(t *testing.T, tab *browser.Tab) {
	t.Helper()
	tabTo(t, tab, `e.closest("[data-row]") && e.type === "radio"`)
	tab.Press("Enter")
	tab.Press("Enter")
	var left, chosen int
	tab.Press("b")
	tab.Eval(`document.querySelectorAll("[data-row] input[value=accept]:checked").length`, &chosen)
	tab.Eval(`document.querySelectorAll("[data-row] input[value=leave]:checked").length`, &left)
	if chosen != 2 || left != 1 {
		t.Errorf("by keys %d were accepted and %d left out, want 2 and 1", chosen, left)
	}
	tabTo(t, tab, `e.name === "rest"`)
	tab.GoByKey("Enter")
}

// tabTo presses Tab until the element that has the focus, e, is as wished.
func tabTo(t *testing.T, tab *browser.Tab, wish string) {
	t.Helper()
	for range 400 {
		tab.Press("Tab")
		var there bool
		tab.Eval(`(e => !!(`+wish+`))(document.activeElement)`, &there)
		if there {
			return
		}
	}
	t.Fatalf("no Tab leads to %s", wish)
}

// openFigure clicks from the year page's first figure to the sentence it was read from.
func openFigure(t *testing.T, tab *browser.Tab) {
	t.Helper()
	var figure string
	tab.Eval(`document.querySelector("#bieu-1 tbody a[href^='/figures/']").textContent`, &figure)
	tab.Go("#bieu-1 tbody a[href^='/figures/']")
	look(t, tab)
	tab.Go("main a[href^='/documents/']")
	look(t, tab)
	var mark string
	tab.Eval(`[...document.querySelectorAll("mark.here")].map(m => m.textContent).join("")`, &mark)
	if !strings.Contains(mark, figure) {
		t.Errorf("the figure %s opens the words %q", figure, mark)
	}
}

var sheets = regexp.MustCompile(`/Type\s*/Page\b`)

func TestYearPage_printsOnAFewSheets(t *testing.T) {
	at := open(t)
	tab := browser.Start(t).Tab(t, browser.Options{Language: "vi"})
	tab.Open(at.link)
	tab.Go("main form button")
	tab.Open(fmt.Sprintf("%s/years/%d", at.unit, demo.Year))
	file := filepath.Join(t.TempDir(), "year.pdf")
	tab.PDF(file)
	pdf, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(sheets.FindAll(pdf, -1)); n < 1 || n > 4 {
		t.Errorf("the year prints on %d sheets", n)
	}
}
