// Package pagetest serves the pages of one web package to its tests: the routes behind a
// mux, the sentences of all that they need, and a signed-in caller, without the server.
package pagetest

import (
	"context"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
	"hamrong/testkit"
)

// Site is the pages of one package over one database, with a root unit and a clerk of it.
type Site struct {
	DB    *store.DB
	Door  *directory.Directory
	Root  int64
	Clerk context.Context
	Words *ui.Catalogue

	t   *testing.T
	mux *http.ServeMux
}

// New gives a site; routes makes the pages' lines of the table of contents, locales are their
// sentences beside those of all pages of records.
func New(t *testing.T, routes func(recordweb.Base) []route.Route, locales ...fs.FS) *Site {
	t.Helper()
	db := testkit.NewDB(t)
	s := &Site{DB: db, Door: directory.New(db), Root: testkit.Root(t, db), t: t, mux: http.NewServeMux()}
	s.Clerk = testkit.Signed(t, db, access.Clerk, s.Root)
	cat, err := ui.NewCatalogue(append(locales, recordweb.Locale, wording.Locale)...)
	if err != nil {
		t.Fatal(err)
	}
	s.Words = cat
	for _, one := range routes(recordweb.Base{DB: db, Door: s.Door}) {
		s.mux.HandleFunc(one.Pattern, func(w http.ResponseWriter, r *http.Request) {
			if err := one.Handle(w, r); err != nil {
				ui.Error(w, r, err)
			}
		})
	}
	t.Cleanup(s.noWordMissing)
	return s
}

// noWordMissing fails the test when a page asked for a sentence that no locale file holds.
// Those of the shared refusals stand with other pages; the server's own test looks at all.
func (s *Site) noWordMissing() {
	for _, key := range s.Words.Missing() {
		if !strings.HasPrefix(key, "fault.") && !strings.HasPrefix(key, "ledger.") && !strings.HasPrefix(key, "year.") {
			s.t.Errorf("no sentence for %q", key)
		}
	}
}

// Answer is what came back.
type Answer struct {
	Status int
	To     string // where a redirect leads
	Body   string
}

// Get asks for a page as the caller of ctx, in Vietnamese.
func (s *Site) Get(ctx context.Context, path string) Answer {
	return s.serve(ctx, httptest.NewRequestWithContext(ctx, http.MethodGet, path, nil))
}

// English asks for a page in English.
func (s *Site) English(ctx context.Context, path string) Answer {
	r := httptest.NewRequestWithContext(ctx, http.MethodGet, path, nil)
	r.Header.Set("Accept-Language", "en")
	return s.serve(ctx, r)
}

// Post sends a form.
func (s *Site) Post(ctx context.Context, path string, values url.Values) Answer {
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return s.serve(ctx, r)
}

func (s *Site) serve(ctx context.Context, r *http.Request) Answer {
	s.t.Helper()
	w := httptest.NewRecorder()
	ui.Languages(s.Words, s.mux).ServeHTTP(w, r.WithContext(ctx))
	if w.Code >= http.StatusInternalServerError {
		s.t.Errorf("%s %s: %d %s", r.Method, r.URL, w.Code, w.Body.String())
	}
	to := w.Header().Get("Location")
	return Answer{Status: w.Code, To: to, Body: w.Body.String()}
}

// Made posts a form that must be taken, and gives the path it leads to.
func (s *Site) Made(path string, values url.Values) string {
	s.t.Helper()
	a := s.Post(s.Clerk, path, values)
	if a.Status != http.StatusSeeOther {
		s.t.Fatalf("POST %s: %d %s", path, a.Status, a.Body)
	}
	to, _, _ := strings.Cut(a.To, "?")
	return to
}

// Shows demands a page with all of the words.
func (s *Site) Shows(path string, words ...string) {
	s.t.Helper()
	for _, a := range []Answer{s.Get(s.Clerk, path), s.English(s.Clerk, path)} {
		if a.Status != http.StatusOK {
			s.t.Fatalf("GET %s: %d %s", path, a.Status, a.Body)
		}
		for _, w := range words {
			if !strings.Contains(a.Body, w) {
				s.t.Errorf("GET %s: no %q", path, w)
			}
		}
		if id := twice(a.Body); id != "" {
			s.t.Errorf("GET %s: two elements have the id %q", path, id)
		}
	}
}

// Says demands a page that says all of the words, in Vietnamese.
func (s *Site) Says(path string, words ...string) {
	s.t.Helper()
	a := s.Get(s.Clerk, path)
	if a.Status != http.StatusOK {
		s.t.Fatalf("GET %s: %d %s", path, a.Status, a.Body)
	}
	Demand(s.t, Visible(s.t, a.Body), words...)
}

// Complains demands that a form is shown again and says all of the words.
func (s *Site) Complains(path string, values url.Values, words ...string) {
	s.t.Helper()
	a := s.Post(s.Clerk, path, values)
	if a.Status != http.StatusUnprocessableEntity {
		s.t.Fatalf("POST %s: %d, want it refused: %s", path, a.Status, a.Body)
	}
	Demand(s.t, Visible(s.t, a.Body), words...)
}

// ServeHTTP shows the pages as the clerk sees them.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mux.ServeHTTP(w, r.WithContext(ui.WithLang(s.Clerk, s.Words, ui.LangOf(r.Context()))))
}

// Unit is an address below the root unit's.
func (s *Site) Unit(rest string) string { return recordweb.UnitHref(s.Root) + rest }

// Refuses demands that a form is shown again with a complaint at a field, or at the whole
// form where field is "".
func (s *Site) Refuses(path, field string, values url.Values) {
	s.t.Helper()
	a := s.Post(s.Clerk, path, values)
	want, mark := http.StatusConflict, `role="alert"`
	if field != "" {
		want, mark = http.StatusUnprocessableEntity, `id="f-`+field+`-wrong"`
	}
	if a.Status != want || !strings.Contains(a.Body, mark) {
		s.t.Errorf("POST %s %v: %d, want %d with %s", path, values, a.Status, want, mark)
	}
	if link := `href="#f-` + field + `"`; field != "" && !strings.Contains(a.Body, link) {
		s.t.Errorf("POST %s %v: what is wrong does not lead to the field by %s", path, values, link)
	}
}

var seenField = regexp.MustCompile(`name="seen" value="(\d+)"`)

// Seen gives the version that the form of a page says it shows, "" where it says none.
func Seen(body string) string {
	if m := seenField.FindStringSubmatch(body); m != nil {
		return m[1]
	}
	return ""
}

// Changed posts the form of a page, with the version that it shows, and gives the path it leads
// to. The same form sent once more, as by somebody who had opened it before, must be refused.
func (s *Site) Changed(form, path string, values url.Values) string {
	s.t.Helper()
	values.Set("seen", Seen(s.Get(s.Clerk, form).Body))
	to := s.Made(path, values)
	s.Refuses(path, "", values)
	return to
}

// Denies demands that a reader may open the page but neither the form nor what it posts to.
func (s *Site) Denies(page, form, post string) {
	s.t.Helper()
	reader := testkit.Signed(s.t, s.DB, access.Reader, s.Root)
	if a := s.Get(reader, page); a.Status != http.StatusOK || strings.Contains(a.Body, `method="post"`) {
		s.t.Errorf("GET %s as a reader: %d, or it offers to write", page, a.Status)
	}
	if a := s.Get(reader, form); a.Status != http.StatusNotFound {
		s.t.Errorf("GET %s as a reader: %d", form, a.Status)
	}
	if a := s.Post(reader, post, url.Values{}); a.Status != http.StatusNotFound {
		s.t.Errorf("POST %s as a reader: %d", post, a.Status)
	}
	stranger := access.WithCaller(s.t.Context(), access.Caller{Account: testkit.Account(s.t, s.DB)})
	if a := s.Get(stranger, page); a.Status != http.StatusNotFound {
		s.t.Errorf("GET %s as a stranger: %d", page, a.Status)
	}
}

var ids = regexp.MustCompile(` id="([^"]*)"`)

// twice gives an id that two elements of a page have, "" where there is none.
func twice(body string) string {
	seen := map[string]bool{}
	for _, m := range ids.FindAllStringSubmatch(body, -1) {
		if seen[m[1]] {
			return m[1]
		}
		seen[m[1]] = true
	}
	return ""
}
