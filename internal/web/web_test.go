package web

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"hamrong/internal/store"
	"hamrong/testkit"
)

// site is a running server with a browser that keeps cookies and follows nothing by itself.
type site struct {
	*httptest.Server
	s  *server
	db *store.DB
}

func newSite(t *testing.T) *site {
	t.Helper()
	db := testkit.NewDB(t)
	s, err := newServer(Deps{DB: db, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(s.handler())
	t.Cleanup(srv.Close)
	return &site{Server: srv, s: s, db: db}
}

type client struct {
	t    *testing.T
	site *site
	http.Client
}

func (s *site) client(t *testing.T) *client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &client{t: t, site: s, Client: http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// answer is what came back, its body read.
type answer struct {
	status int
	header http.Header
	body   string
}

func (b *client) do(r *http.Request) answer {
	b.t.Helper()
	res, err := b.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	body, err := io.ReadAll(res.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	if err := res.Body.Close(); err != nil {
		b.t.Fatal(err)
	}
	return answer{res.StatusCode, res.Header, string(body)}
}

func (b *client) get(path string) answer {
	b.t.Helper()
	r, err := http.NewRequest(http.MethodGet, b.site.URL+path, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return b.do(r)
}

func (b *client) post(path string, fields ...string) answer {
	b.t.Helper()
	r, err := http.NewRequest(http.MethodPost, b.site.URL+path, strings.NewReader(form(fields...).Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.do(r)
}

// follow opens the page that the answer to a form leads to.
func (b *client) follow(a answer) answer {
	b.t.Helper()
	return b.get(b.wants(a, http.StatusSeeOther, "a form").header.Get("Location"))
}

func form(fields ...string) url.Values {
	v := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		v.Add(fields[i], fields[i+1])
	}
	return v
}

func (b *client) wants(a answer, status int, what string) answer {
	b.t.Helper()
	if a.status != status {
		b.t.Fatalf("%s: status %d, want %d: %.600s", what, a.status, status, text(a.body))
	}
	return a
}

// text is a page's body without its head, enough to read in a failure.
func text(body string) string {
	_, main, found := strings.Cut(body, "<main")
	if !found {
		return body
	}
	return main
}

const goodPassword = "cầu đá qua sông 9"

// setUp makes the first unit and account, signed in.
func (s *site) setUp(t *testing.T) *client {
	t.Helper()
	secret, err := s.s.accounts.SetUpLink(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	b := s.client(t)
	a := b.post("/setup/"+secret, "unit_name", "Đảng bộ Sở Cầu Đá", "unit_kind", "dang_bo_co_so", "unit_level", "base",
		"name", "Lê Thị An", "login", "an.le", "password", goodPassword, "again", goodPassword)
	b.wants(a, http.StatusSeeOther, "set-up")
	return b
}
