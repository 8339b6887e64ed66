package ui

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"hamrong/testkit/browser"
)

// TestLook opens every part in Chromium, wide and narrow, with and without JavaScript: axe finds
// nothing, nothing scrolls sideways, the browser complains of nothing. With HAMRONG_SHOTS set to a
// folder it leaves pictures there for people to look at.
func TestLook(t *testing.T) {
	srv := httptest.NewServer(sampler(t))
	t.Cleanup(srv.Close)
	b := browser.Start(t)
	shots := os.Getenv("HAMRONG_SHOTS")
	wide := b.Tab(t, browser.Options{Width: 1280, Height: 900, Language: "vi"})
	narrow := b.Tab(t, browser.Options{Width: 390, Height: 844, Touch: true, Language: "vi"})
	plain := b.Tab(t, browser.Options{Width: 390, Height: 844, NoScript: true, Language: "en"})
	for _, page := range []string{"year", "form", "wrong", "empty", "missing", "broken", "empty?as=visitor"} {
		t.Run(page, func(t *testing.T) {
			for name, tab := range map[string]*browser.Tab{"1280": wide, "390": narrow, "390-plain": plain} {
				tab.Allow("status of 404", "status of 422", "status of 500")
				tab.Open(srv.URL + "/" + page)
				tab.NoSidewaysScroll()
				if name != "390-plain" || page == "year" {
					tab.Axe()
				}
				if shots != "" {
					tab.Screenshot(filepath.Join(shots, page+"-"+name+".png"))
				}
			}
			if shots != "" && page == "year" {
				wide.PDF(filepath.Join(shots, "year.pdf"))
			}
		})
	}
}
