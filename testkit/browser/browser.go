// Package browser opens pages in headless Chromium for tests: at any width, with and without
// JavaScript, in print, with axe-core. Whatever the browser complains about on the way, above all
// a violation of the content policy, fails the test at its end.
package browser

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long one step in the browser may take on a busy machine.
const patience = 90 * time.Second

// path finds Chromium: $CHROMIUM, then the usual names.
func path() string {
	if p := os.Getenv("CHROMIUM"); p != "" {
		return p
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if p, err := exec.LookPath(name); err == nil {
			return p
		}
	}
	return ""
}

// Browser is one running Chromium; its Tabs share nothing but the process.
type Browser struct {
	ctx context.Context
}

// Start begins a Chromium that ends with the test. A machine without Chromium fails the test:
// a page that was not seen is not proven.
func Start(t testing.TB) *Browser {
	t.Helper()
	p := path()
	if p == "" {
		t.Fatal("Chromium is not installed (apt-get install chromium), or name it in $CHROMIUM")
	}
	alloc, endAlloc := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(p), chromedp.Headless, chromedp.NoSandbox, chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck,
		chromedp.DisableGPU, chromedp.Flag("hide-scrollbars", true), chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("force-color-profile", "srgb"), chromedp.Flag("font-render-hinting", "none"),
		chromedp.WSURLReadTimeout(patience))
	ctx, end := chromedp.NewContext(alloc)
	t.Cleanup(func() { end(); endAlloc() })
	err := chromedp.Do(ctx)
	if err != nil {
		t.Fatalf("start Chromium: %v", err)
	}
	return &Browser{ctx: ctx}
}

// Options say how a tab looks at pages. The zero value is 1280 × 900 with JavaScript.
type Options struct {
	Width, Height int64
	NoScript      bool
	Touch         bool
	Language      string            // Accept-Language
	Headers       map[string]string // sent with every request
}

// Tab is one page with its own listener for complaints. Its methods fail the test on an error.
type Tab struct {
	t   testing.TB
	ctx context.Context

	noScript bool

	mu         sync.Mutex
	complaints []string
	allowed    []string
}

// Tab opens a tab.
func (b *Browser) Tab(t testing.TB, o Options) *Tab {
	t.Helper()
	ctx, end := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	tab := &Tab{t: t, ctx: ctx}
	t.Cleanup(func() {
		end()
		tab.Quiet()
	})
	err := chromedp.Listen(ctx, tab.hear)
	if err != nil {
		t.Fatalf("listen to tab: %v", err)
	}
	if o.Width == 0 {
		o.Width, o.Height = 1280, 900
	}
	if o.Height == 0 {
		o.Height = 844
	}
	var opts []chromedp.EmulateViewportOption
	if o.Touch {
		opts = append(opts, chromedp.EmulateMobile, chromedp.EmulateTouch)
	}
	tab.do(chromedp.EmulateViewport(o.Width, o.Height, opts...))
	tab.noScript = o.NoScript
	tab.scripts(!o.NoScript)
	tab.headers(o)
	return tab
}

// scripts switches JavaScript on or off.
func (tab *Tab) scripts(on bool) {
	tab.t.Helper()
	tab.call(func(ctx context.Context) error {
		_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
		return err
	})
}

// hear gathers what the browser complains about.
func (tab *Tab) hear(ev any) {
	switch e := ev.(type) {
	case *runtime.EventExceptionThrown:
		tab.complain("exception: " + e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "warning" || e.Type == "assert" {
			var words []string
			for _, a := range e.Args {
				words = append(words, string(a.Value), a.Description)
			}
			tab.complain("console: " + strings.Join(words, " "))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == "error" || e.Entry.Level == "warning" || e.Entry.Source == "security" {
			tab.complain(string(e.Entry.Source) + ": " + e.Entry.Text + " " + e.Entry.URL)
		}
	}
}

func (tab *Tab) complain(s string) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	tab.complaints = append(tab.complaints, s)
}

// Allow lets complaints pass that hold one of the words, as "404" on a page that is to be missing.
func (tab *Tab) Allow(words ...string) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	tab.allowed = append(tab.allowed, words...)
}

// Quiet fails the test for every complaint so far that was not allowed. It runs at the test's end
// by itself.
func (tab *Tab) Quiet() {
	tab.t.Helper()
	tab.mu.Lock()
	defer tab.mu.Unlock()
	for _, c := range tab.complaints {
		ok := false
		for _, a := range tab.allowed {
			ok = ok || strings.Contains(c, a)
		}
		if !ok {
			tab.t.Errorf("the browser complains: %s", c)
		}
	}
	tab.complaints = nil
}

func (tab *Tab) do(steps ...chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	tab.call(func(ctx context.Context) error { return chromedp.Do(ctx, steps...) })
}

func (tab *Tab) call(f func(ctx context.Context) error) {
	tab.t.Helper()
	ctx, end := context.WithTimeout(tab.ctx, patience)
	defer end()
	err := f(ctx)
	if err != nil {
		tab.t.Fatalf("browser: %v", err)
	}
}
