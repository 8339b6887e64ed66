package ui

import (
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"hamrong/testkit/browser"
)

// TestLook_largeText magnifies: 1280 pixels at 200 % are 640, at 400 % 320 (WCAG 1.4.4, 1.4.10),
// and a telephone whose owner set larger letters. Nothing is cut off at the side.
func TestLook_largeText(t *testing.T) {
	srv := httptest.NewServer(sampler(t))
	t.Cleanup(srv.Close)
	b := browser.Start(t)
	for _, x := range []struct{ width, percent int64 }{{1000, 100}, {640, 100}, {320, 100}, {390, 130}} {
		tab := b.Tab(t, browser.Options{Width: x.width, Height: 844, Language: "vi"})
		tab.Allow("status of 422")
		for _, page := range []string{"year", "wrong"} {
			tab.Open(srv.URL + "/" + page)
			tab.Eval(fmt.Sprintf(`document.documentElement.style.fontSize = "%d%%"; true`, x.percent), nil)
			tab.NoSidewaysScroll()
			if dir := os.Getenv("HAMRONG_SHOTS"); dir != "" {
				tab.Screenshot(filepath.Join(dir, fmt.Sprintf("%s-%d-%d.png", page, x.width, x.percent)))
			}
		}
	}
}
