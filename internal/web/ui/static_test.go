package ui

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func TestStatic_servesEveryFileForAYear(t *testing.T) {
	for name, f := range built().byName {
		w := httptest.NewRecorder()
		Static().ServeHTTP(w, httptest.NewRequest("GET", f.href, nil))
		if w.Code != 200 || w.Header().Get("Content-Type") != f.mime || w.Body.Len() != len(f.body) {
			t.Errorf("%s at %s: %d %s", name, f.href, w.Code, w.Header().Get("Content-Type"))
		}
		if !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s is not kept", name)
		}
	}
}

func TestStatic_refusesOtherNames(t *testing.T) {
	for _, p := range []string{"/static/app.css", "/static/", "/static/fonts/OFL.txt", "/static/../ui.go"} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", "/", nil)
		r.URL.Path = p
		Static().ServeHTTP(w, r)
		if w.Code != 404 {
			t.Errorf("%s: %d", p, w.Code)
		}
	}
}

func TestSheet_namesOnlyFilesThatExist(t *testing.T) {
	sheet := string(built().byName["app.css"].body)
	urls := regexp.MustCompile(`url\(([^)]*)\)`).FindAllStringSubmatch(sheet, -1)
	if len(urls) < 16 {
		t.Fatalf("%d addresses in the style sheet", len(urls))
	}
	for _, u := range urls {
		if built().byHref[u[1]] == nil {
			t.Errorf("the style sheet asks for %s", u[1])
		}
	}
}

func TestVendored_filesAreWhatTheSumsSay(t *testing.T) {
	for _, dir := range []string{"fonts", "vendor"} {
		sums := string(readStatic(dir + "/SHA256SUMS"))
		n := 0
		for _, name := range fileNames() {
			base, ok := strings.CutPrefix(name, dir+"/")
			if !ok || base == "SHA256SUMS" || base == "README.md" {
				continue
			}
			sum := sha256.Sum256(readStatic(name))
			if !strings.Contains(sums, hex.EncodeToString(sum[:])+"  "+base) {
				t.Errorf("%s differs from SHA256SUMS", name)
			}
			n++
		}
		if n == 0 {
			t.Errorf("nothing in %s", dir)
		}
	}
}

func TestPages_askOnlyForFilesThatExist(t *testing.T) {
	for _, name := range []string{"app.css", "app.js", "mark.svg", "fonts/latin-400.woff2", "fonts/vietnamese-400.woff2", "vendor/htmx-4.0.1.min.js"} {
		if Asset(name) == "" {
			t.Errorf("%s is not there", name)
		}
	}
}
