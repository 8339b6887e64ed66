package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hamrong/testkit/browser"
)

// A field that is cleared while a fact is corrected takes away what was read, or is asked for at the
// field: with the page's script, which saves in passing, as without it.
func TestClearing_takesAwayWhatWasReadOrIsAskedFor(t *testing.T) {
	b := browser.Start(t)
	for _, o := range []struct {
		name string
		browser.Options
	}{{"wide", browser.Options{Language: "vi"}}, {"narrow, without JavaScript", browser.Options{Width: 390, NoScript: true, Language: "vi"}}} {
		t.Run(o.name, func(t *testing.T) {
			at := open(t)
			report := filepath.Join(t.TempDir(), "bao-cao.txt")
			text := "Kết quả xếp loại năm 2016: 7/18 chi bộ (38,9%) đạt danh hiệu “Trong sạch, vững mạnh”.\nNăm 2017, Đảng bộ phấn đấu trên 50% chi bộ đạt trong sạch vững mạnh."
			if err := os.WriteFile(report, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			tab := b.Tab(t, o.Options)
			tab.Allow("422")
			tab.Open(at.link)
			tab.Go("main form button")
			tab.Open(at.unit + "/documents/new")
			tab.Choose("input[type=file]", report)
			tab.Go("main form button[type=submit]")
			tab.Click("#r-X1 summary")
			tab.Type("#x-X1-percent", "")
			tab.Click("#r-C1 summary")
			tab.Type("#x-C1-values", "")
			tab.Go("button[data-done]")
			look(t, tab)
			var wrong string
			tab.Eval(`document.getElementById(document.getElementById("x-C1-values").getAttribute("aria-describedby")).textContent`, &wrong)
			if said := tab.Text(); !strings.Contains(wrong, "Ô này cần có") || !strings.Contains(said, "Tỷ lệ %: nguồn ghi “38,9”, bỏ khi nhập.") {
				t.Fatalf("at the field: %q, on the page: %.1500s", wrong, said)
			}
			tab.Type("#x-C1-values", "60")
			tab.Go("button.primary")
			if said := tab.Text(); !strings.Contains(said, "Đã ghi 2 dữ kiện vào sổ.") || !strings.Contains(said, "Tỷ lệ %: nguồn ghi “38,9”, bỏ khi nhập.") {
				t.Errorf("entered: %.1500s", said)
			}
		})
	}
}
