package browser

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"hamrong/testkit/browser"
)

func TestZZShot(t *testing.T) {
	b := browser.Start(t)
	for _, w := range []int64{1280, 390} {
		at := open(t)
		tab := b.Tab(t, browser.Options{Width: w, Language: os.Getenv("ZZ_LANG")})
		tab.Open(at.link)
		tab.Go("main form button")
		for i, step := range strings.Split(os.Getenv("ZZ"), ";;") {
			verb, rest, _ := strings.Cut(step, " ")
			switch verb {
			case "open":
				tab.Open(at.unit + rest)
			case "root":
				tab.Open(at.base + rest)
			case "type":
				css, text, _ := strings.Cut(rest, "=>")
				tab.Type(css, text)
			case "js":
				var got any
				tab.Eval(rest, &got)
			case "go":
				tab.Go(rest)
			case "click":
				tab.Click(rest)
			case "shot":
				tab.Screenshot("/tmp/hr/fig11-" + rest + "-" + strconv.FormatInt(w, 10) + ".png")
			}
			_ = i
		}
	}
}
