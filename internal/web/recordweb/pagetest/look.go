package pagetest

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"hamrong/internal/web/ui"
	"hamrong/testkit/browser"
)

// Look is pages in Chromium: wide, and on a phone without scripts.
type Look struct {
	Wide, Phone *browser.Tab
	url, shots  string
}

// NewLook serves pages to a browser. With HAMRONG_SHOTS set to a folder it leaves pictures.
func NewLook(t *testing.T, cat *ui.Catalogue, pages http.Handler) *Look {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("GET /static/", ui.Static())
	mux.Handle("/", ui.Languages(cat, pages))
	srv := httptest.NewServer(ui.Secure(mux))
	t.Cleanup(srv.Close)
	b := browser.Start(t)
	return &Look{url: srv.URL, shots: os.Getenv("HAMRONG_SHOTS"),
		Wide:  b.Tab(t, browser.Options{Width: 1280, Height: 900, Language: "vi"}),
		Phone: b.Tab(t, browser.Options{Width: 390, Height: 844, Touch: true, NoScript: true, Language: "vi"})}
}

// At opens the page of a path in a tab.
func (l *Look) At(tab *browser.Tab, path string) { tab.Open(l.url + path) }

// Sound demands of each page, by its picture's name and path, wide and on the phone: axe finds
// nothing, nothing scrolls sideways, the browser complains of nothing.
func (l *Look) Sound(paths map[string]string) {
	for name, path := range paths {
		for width, tab := range map[string]*browser.Tab{"1280": l.Wide, "390": l.Phone} {
			l.At(tab, path)
			tab.NoSidewaysScroll()
			l.Seen(tab, name+"-"+width)
		}
	}
}

// Seen looks at the page that a tab shows: axe finds nothing.
func (l *Look) Seen(tab *browser.Tab, name string) {
	tab.Axe()
	if l.shots != "" {
		tab.Screenshot(filepath.Join(l.shots, name+".png"))
	}
}
