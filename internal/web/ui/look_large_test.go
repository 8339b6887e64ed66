package ui

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"hamrong/testkit/browser"
)

// TestLook_largeText doubles the text: nothing is cut off at the side.
func TestLook_largeText(t *testing.T) {
	srv := httptest.NewServer(sampler(t))
	t.Cleanup(srv.Close)
	b := browser.Start(t)
	for name, width := range map[string]int64{"large-1280": 1280, "large-390": 390} {
		tab := b.Tab(t, browser.Options{Width: width, Height: 844, Language: "vi"})
		tab.Allow("status of 422")
		for _, page := range []string{"year", "wrong"} {
			tab.Open(srv.URL + "/" + page)
			tab.Eval(`document.documentElement.style.fontSize = "200%"; true`, nil)
			tab.NoSidewaysScroll()
			if dir := os.Getenv("HAMRONG_SHOTS"); dir != "" {
				tab.Screenshot(filepath.Join(dir, page+"-"+name+".png"))
			}
		}
	}
}
