package ui

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/a-h/templ"

	"hamrong/internal/fault"
)

// ask calls a handler inside the frame's middleware.
func ask(r *http.Request, h http.HandlerFunc) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	Secure(Languages(ownCatalogue(), h)).ServeHTTP(w, r)
	return w
}

func failing(err error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { Error(w, r, err) }
}

func TestError_answersByKind(t *testing.T) {
	for kind, want := range map[fault.Kind]int{
		fault.Invalid: 422, fault.Denied: 404, fault.NotFound: 404, fault.Conflict: 409, fault.Gone: 410,
		fault.TooMany: 429, fault.TooLarge: 413, fault.Unavailable: 503, fault.Unreadable: 422,
	} {
		err := fmt.Errorf("while doing: %w", fault.New(kind, "fault.form"))
		w := ask(httptest.NewRequest("GET", "/x", nil), failing(err))
		if w.Code != want || strings.Contains(w.Body.String(), "while doing") || strings.Contains(w.Body.String(), "[ui.") {
			t.Errorf("%s: %d\n%s", kind, w.Code, w.Body)
		}
	}
}

func TestError_deniedLooksLikeNotFound(t *testing.T) {
	r := func() *http.Request { return httptest.NewRequest("GET", "/units/7", nil) }
	denied := ask(r(), failing(fault.New(fault.Denied, "fault.form", "secret")))
	missing := ask(r(), failing(fault.New(fault.NotFound, "fault.form")))
	if denied.Code != missing.Code || denied.Body.String() != missing.Body.String() {
		t.Error("a person without the right can tell that the thing exists")
	}
}

func TestError_keepsTheInsideInside(t *testing.T) {
	w := ask(httptest.NewRequest("GET", "/x", nil), failing(errors.New("secret path /var/lib")))
	if w.Code != 500 || strings.Contains(w.Body.String(), "secret") || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("%d\n%s", w.Code, w.Body)
	}
}

func TestSecure_setsThePolicy(t *testing.T) {
	r := httptest.NewRequest("GET", "/x", nil)
	r.TLS = &tls.ConnectionState{}
	w := ask(r, failing(errors.New("x")))
	for name, want := range map[string]string{"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Strict-Transport-Security": "max-age="} {
		if !strings.Contains(w.Header().Get(name), want) {
			t.Errorf("%s: %q", name, w.Header().Get(name))
		}
	}
	if strings.Contains(w.Header().Get("Content-Security-Policy"), "unsafe") {
		t.Error("the policy allows what is unsafe")
	}
	w = ask(httptest.NewRequest("GET", "/x", nil), failing(errors.New("x")))
	if w.Header().Get("Strict-Transport-Security") != "" {
		t.Error("HSTS over plain http")
	}
}

func TestLanguages_chooses(t *testing.T) {
	for _, x := range []struct {
		name, query, cookie, accept string
		want                        Lang
	}{
		{"Vietnamese by default", "", "", "", Vietnamese},
		{"what the browser accepts", "", "", "fr, en-GB;q=0.8", English},
		{"the first that is spoken", "", "", "fr, vi, en", Vietnamese},
		{"the cookie before the browser", "", "vi", "en", Vietnamese},
		{"the switch before all", "?lang=en", "vi", "vi", English},
		{"no language of another name", "?lang=xx", "", "", Vietnamese},
	} {
		t.Run(x.name, func(t *testing.T) {
			r := httptest.NewRequest("GET", "/x"+x.query, nil)
			if x.cookie != "" {
				r.AddCookie(&http.Cookie{Name: "lang", Value: x.cookie})
			}
			r.Header.Set("Accept-Language", x.accept)
			var got Lang
			w := ask(r, func(_ http.ResponseWriter, r *http.Request) { got = LangOf(r.Context()) })
			if got != x.want {
				t.Errorf("got %s", got)
			}
			if kept := len(w.Result().Cookies()) == 1; kept != (x.query == "?lang=en") {
				t.Errorf("cookie: %v", kept)
			}
		})
	}
}

func TestRender_sendsNothingOfAPageThatFails(t *testing.T) {
	w := ask(httptest.NewRequest("GET", "/x", nil), func(w http.ResponseWriter, r *http.Request) {
		err := Render(w, r, 200, templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
			_, _ = io.WriteString(w, "half a page")
			return errors.New("broken")
		}))
		if err != nil {
			Error(w, r, err)
		}
	})
	if w.Code != 500 || strings.Contains(w.Body.String(), "half a page") {
		t.Errorf("%d\n%s", w.Code, w.Body)
	}
}

func TestT(t *testing.T) {
	cat := ownCatalogue()
	en := WithLang(context.Background(), cat, English)
	for _, x := range []struct{ got, want string }{
		{T(context.Background(), "ui.table.all", 1800, "chi bộ"), "Xem cả 1.800 chi bộ"},
		{T(en, "ui.field.long", 1), "Longer than 1 character."},
		{T(en, "ui.field.long", 1000), "Longer than 1,000 characters."},
		{T(en, "ui.table.number", Key("ui.menu")), "Table Main menu."},
		{T(en, "no.such.key"), "[no.such.key]"},
	} {
		if x.got != x.want {
			t.Errorf("got %q, want %q", x.got, x.want)
		}
	}
	if missing := cat.Missing(); len(missing) != 1 || missing[0] != "no.such.key" {
		t.Errorf("missing: %v", missing)
	}
}
