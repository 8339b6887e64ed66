package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"hamrong/testkit/axe"
)

func (tab *Tab) headers(o Options) {
	tab.t.Helper()
	h := map[string]any{}
	if o.Language != "" {
		h["Accept-Language"] = o.Language
	}
	for k, v := range o.Headers {
		h[k] = v
	}
	if len(h) == 0 {
		return
	}
	raw, err := json.Marshal(h)
	if err != nil {
		tab.t.Fatalf("browser headers: %v", err)
	}
	var headers network.Headers
	err = json.Unmarshal(raw, &headers)
	if err != nil {
		tab.t.Fatalf("browser headers: %v", err)
	}
	tab.call(func(ctx context.Context) error {
		_, err := chromedp.Call(ctx, network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{Headers: headers})
		return err
	})
}

// Open loads an address and waits until page and fonts are there.
func (tab *Tab) Open(url string) {
	tab.t.Helper()
	tab.do(chromedp.Navigate(url))
	tab.Eval("document.fonts.ready.then(() => true)", nil)
}

// Eval runs JavaScript of the test (also where the page's own is off), awaits a promise and reads
// the value into out; out may be nil.
func (tab *Tab) Eval(js string, out any) {
	tab.t.Helper()
	tab.call(func(ctx context.Context) error {
		raw, err := chromedp.Run(ctx, chromedp.Evaluate[[]byte](js, chromedp.EvalAwaitPromise))
		if err != nil {
			return fmt.Errorf("%.80s: %w", js, err)
		}
		if out == nil {
			return nil
		}
		return json.Unmarshal(raw, out)
	})
}

// Text is the visible text of the page.
func (tab *Tab) Text() string {
	tab.t.Helper()
	var s string
	tab.Eval("document.body.innerText", &s)
	return s
}

// URL is the address of the page now shown.
func (tab *Tab) URL() string {
	tab.t.Helper()
	var s string
	tab.Eval("location.href", &s)
	return s
}

// Click presses the first element of a CSS selector.
func (tab *Tab) Click(css string) {
	tab.t.Helper()
	tab.do(chromedp.Click(chromedp.CSS(css), chromedp.NodeVisible))
}

// Go presses a link or button and waits for the page that it leads to.
func (tab *Tab) Go(css string) {
	tab.t.Helper()
	tab.arrive(chromedp.Click(chromedp.CSS(css), chromedp.NodeVisible))
}

// arrive does what leads to another page and waits until page and fonts are there.
func (tab *Tab) arrive(step chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	tab.call(func(ctx context.Context) error {
		_, err := chromedp.RunResponse(ctx, step)
		return err
	})
	tab.Eval("document.fonts.ready.then(() => true)", nil)
}

// Type writes into a field after clearing it.
func (tab *Tab) Type(css, text string) {
	tab.t.Helper()
	tab.do(chromedp.Clear(chromedp.CSS(css)), chromedp.SendKeys(chromedp.CSS(css), text))
}

// pressed are the keys that Press knows, with what a keyboard sends of them.
var pressed = map[string]input.DispatchKeyEventParams{
	"Enter": {Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13, Text: "\r"},
	"Tab":   {Key: "Tab", Code: "Tab", WindowsVirtualKeyCode: 9},
	"b":     {Key: "b", Code: "KeyB", WindowsVirtualKeyCode: 66, Text: "b"},
	"s":     {Key: "s", Code: "KeyS", WindowsVirtualKeyCode: 83, Text: "s"},
}

// Press presses one key as a keyboard does: what the page prevents on the way down does not
// happen, while Keys sends the letter all the same.
func (tab *Tab) Press(key string) {
	tab.t.Helper()
	tab.do(tab.pressing(key))
}

// GoByKey presses one key and waits for the page that it leads to.
func (tab *Tab) GoByKey(key string) {
	tab.t.Helper()
	tab.arrive(tab.pressing(key))
}

func (tab *Tab) pressing(key string) chromedp.Action[chromedp.Void] {
	tab.t.Helper()
	p, ok := pressed[key]
	if !ok {
		tab.t.Fatalf("browser: Press knows no key %q", key)
	}
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		p.Type = "keyDown"
		if _, err := chromedp.Call(ctx, input.DispatchKeyEvent, p); err != nil {
			return err
		}
		p.Type, p.Text = "keyUp", ""
		_, err := chromedp.Call(ctx, input.DispatchKeyEvent, p)
		return err
	})
}

// Choose puts files into a file field.
func (tab *Tab) Choose(css string, files ...string) {
	tab.t.Helper()
	tab.do(chromedp.SetUploadFiles(chromedp.CSS(css), files))
}

// axeRun reports each violation in one line: rule, help, the first elements.
const axeRun = `axe.run(document, {runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}})
	.then(r => r.violations.map(v => v.id + ": " + v.help + "\n    " + v.nodes.slice(0, 4).map(n => n.html.slice(0, 200) + "\n      " + (n.any[0] || n.all[0] || n.none[0] || {}).message).join("\n    ")))`

// Axe fails the test for every violation that axe-core finds on the page. Where JavaScript is off
// it is switched on for the check alone: the page's own scripts have missed their time by then.
func (tab *Tab) Axe() {
	tab.t.Helper()
	if tab.noScript {
		tab.scripts(true)
		defer tab.scripts(false)
	}
	tab.Eval(axe.Script+"; true", nil)
	var found []string
	tab.Eval(axeRun, &found)
	for _, f := range found {
		tab.t.Errorf("axe on %s: %s", tab.URL(), f)
	}
}

// sideways names what sticks out of the window at the right.
const sideways = `(() => {
	const w = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= w) return [];
	return [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > w + 1 && !e.closest(".sr"))
		.slice(0, 6).map(e => e.tagName + "." + e.getAttribute("class") + " " + Math.round(e.getBoundingClientRect().right) + " > " + w);
})()`

// NoSidewaysScroll fails the test when the page is wider than its window.
func (tab *Tab) NoSidewaysScroll() {
	tab.t.Helper()
	var out []string
	tab.Eval(sideways, &out)
	if len(out) > 0 {
		tab.t.Errorf("%s scrolls sideways: %s", tab.URL(), strings.Join(out, "; "))
	}
}

// Screenshot writes the whole page as PNG. Pictures are for people: nothing is compared with them.
func (tab *Tab) Screenshot(path string) {
	tab.t.Helper()
	tab.call(func(ctx context.Context) error {
		size, err := chromedp.Call(ctx, page.GetLayoutMetrics, struct{}{})
		if err != nil {
			return err
		}
		box := size.CSSContentSize
		shot, err := chromedp.Call(ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{
			Format:                "png",
			CaptureBeyondViewport: new(true),
			Clip:                  &page.Viewport{Width: box.Width, Height: box.Height, Scale: 1},
		})
		if err != nil {
			return err
		}
		return write(path, shot.Data)
	})
}

// PDF prints the page as a person would: the page's own paper and margins.
func (tab *Tab) PDF(path string) {
	tab.t.Helper()
	tab.call(func(ctx context.Context) error {
		pdf, err := chromedp.Call(ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true), PrintBackground: new(false)})
		if err != nil {
			return err
		}
		return write(path, pdf.Data)
	})
}

func write(path string, data []byte) error {
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
