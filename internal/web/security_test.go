package web

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/web/route"
	"hamrong/testkit"
)

// bare is a request straight to the handler, with headers of the test's own.
func (s *site) bare(method, path, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	rec := httptest.NewRecorder()
	s.Config.Handler.ServeHTTP(rec, r)
	return rec
}

func TestEveryAnswer_carriesTheSecurityHeaders(t *testing.T) {
	s := newSite(t)
	s.setUp(t)
	for _, path := range []string{"/", "/sign-in", "/nothing", "/units/1", "/static/nothing", "/healthz", "/links/AAAA"} {
		h := s.bare(http.MethodGet, path, "").Header()
		policy := h.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "frame-ancestors 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", path, policy)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") == "" {
			t.Errorf("%s: headers %v", path, h)
		}
	}
}

func TestPost_fromAnotherSiteIsRefused(t *testing.T) {
	s := newSite(t)
	s.setUp(t)
	body := form("login", "an.le", "password", goodPassword).Encode()
	for _, c := range []struct {
		headers []string
		want    int
	}{
		{[]string{"Sec-Fetch-Site", "cross-site"}, http.StatusForbidden},
		{[]string{"Sec-Fetch-Site", "same-site"}, http.StatusForbidden},
		{[]string{"Origin", "https://xau.example"}, http.StatusForbidden},
		{[]string{"Origin", "null"}, http.StatusForbidden},
		{[]string{"Sec-Fetch-Site", "same-origin", "Origin", "http://example.com"}, http.StatusSeeOther},
		{[]string{"Origin", "http://example.com"}, http.StatusSeeOther}, // httptest's own host
		{nil, http.StatusSeeOther},
	} {
		if got := s.bare(http.MethodPost, "/sign-in", body, c.headers...); got.Code != c.want {
			t.Errorf("%v: %d, want %d", c.headers, got.Code, c.want)
		}
	}
}

func TestBody_overItsBoundIsRefused(t *testing.T) {
	s := newSite(t)
	s.setUp(t)
	if got := s.bare(http.MethodPost, "/sign-in", "login="+strings.Repeat("a", int(route.Form)+1)); got.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("more than a form to the sign-in page: %d", got.Code)
	}
}

func TestCookie_bindsToTheHostOverTLS(t *testing.T) {
	db := testkit.NewDB(t)
	srv, err := newServer(Deps{DB: db, Secure: true, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	s := &site{s: srv, db: db, Server: httptest.NewUnstartedServer(srv.handler())}
	c := signedIn(t, s, access.From(testkit.Signed(t, db, access.Reader, 0)).Account)
	if c.Name != "__Host-hamrong" || !c.Secure || !c.HttpOnly || c.Path != "/" || c.Domain != "" || c.SameSite != http.SameSiteLaxMode || c.MaxAge != 0 {
		t.Errorf("cookie %+v", c)
	}
}

func TestSession_endsAfterHalfADayUnseen(t *testing.T) {
	now := time.Now()
	db := testkit.NewDBAt(t, func() time.Time { return now })
	srv, err := newServer(Deps{DB: db, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	s := &site{s: srv, db: db, Server: httptest.NewUnstartedServer(srv.handler())}
	c := signedIn(t, s, access.From(testkit.Signed(t, db, access.Reader, 0)).Account)
	for _, step := range []struct {
		pass   time.Duration
		status int
		wrote  bool
	}{
		{10 * time.Second, http.StatusOK, false}, // seen within the minute: nothing is written
		{2 * time.Minute, http.StatusOK, true},
		{11 * time.Hour, http.StatusOK, true},
		{11 * time.Hour, http.StatusOK, true},
		{12*time.Hour + time.Second, http.StatusSeeOther, true},
		{time.Second, http.StatusSeeOther, false},
	} {
		now = now.Add(step.pass)
		got := s.bare(http.MethodGet, "/account", "", "Cookie", c.Name+"="+c.Value)
		if wrote := got.Header().Get("Set-Cookie") != ""; got.Code != step.status || wrote != step.wrote {
			t.Errorf("after %v more: %d, written %v; want %d, %v", step.pass, got.Code, wrote, step.status, step.wrote)
		}
	}
}

func TestLog_holdsNoNamesAndNoSecrets(t *testing.T) {
	s := newSite(t)
	var log bytes.Buffer
	s.s.log = slog.New(slog.NewTextHandler(&log, nil))
	old := slog.Default()
	slog.SetDefault(s.s.log)
	defer slog.SetDefault(old)
	b := s.setUp(t)
	a := b.wants(b.follow(b.post("/accounts", "name", "Trần Văn Bình", "login", "binh.tran", "role", "reader", "unit", "1")), http.StatusOK, "invite")
	secret := linkInPage.FindStringSubmatch(a.body)[1]
	for _, path := range []string{"/links/" + secret, "/links/BBBB", "/setup/CCCC", "/nothing/here?q=Bình"} {
		b.get(path)
	}
	b.post("/sign-in", "login", "binh.tran", "password", "một mật khẩu sai")
	text := log.String()
	if strings.Count(text, "msg=request") < 6 {
		t.Fatalf("the log holds too little: %s", text)
	}
	for _, word := range []string{secret, "BBBB", "CCCC", "binh", "Bình", "an.le", "Lê Thị", "mật khẩu", goodPassword, "Cầu Đá"} {
		if strings.Contains(text, word) {
			t.Errorf("the log holds %q:\n%s", word, text)
		}
	}
}

func TestPanic_becomesANumberedPageAndTheServerGoesOn(t *testing.T) {
	s := newSite(t)
	var log bytes.Buffer
	old := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	defer slog.SetDefault(old)
	failing := s.s.page(route.Route{Pattern: "GET /x", Right: route.Anyone, Handle: func(http.ResponseWriter, *http.Request) error { panic("inner words") }})
	s.Config.Handler = s.s.logged(s.s.recovered(failing))
	got := s.bare(http.MethodGet, "/x", "")
	if got.Code != http.StatusInternalServerError || strings.Contains(got.Body.String(), "inner words") || !strings.Contains(log.String(), "inner words") {
		t.Errorf("%d, log %s", got.Code, log.String())
	}
	failing = s.s.page(route.Route{Pattern: "GET /x", Right: route.Anyone, Handle: func(http.ResponseWriter, *http.Request) error { return errors.New("inner words") }})
	s.Config.Handler = s.s.logged(s.s.recovered(failing))
	if got := s.bare(http.MethodGet, "/x", ""); got.Code != http.StatusInternalServerError || strings.Contains(got.Body.String(), "inner words") {
		t.Errorf("an inner error: %d", got.Code)
	}
}

func TestHealthz_saysReady(t *testing.T) {
	s := newSite(t)
	if got := s.bare(http.MethodGet, "/healthz", ""); got.Code != http.StatusOK || got.Body.String() != "ok\n" {
		t.Errorf("%d %q", got.Code, got.Body)
	}
}
