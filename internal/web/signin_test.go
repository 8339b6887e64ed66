package web

import (
	"context"
	"fmt"
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

func TestSetUp_worksOnceAndSignsIn(t *testing.T) {
	s := newSite(t)
	secret, err := s.s.accounts.SetUpLink(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	b := s.client(t)
	b.wants(b.get("/setup/"+secret), http.StatusOK, "set-up page")
	a := b.wants(b.post("/setup/"+secret, "unit_kind", "dang_bo_co_so", "unit_level", "base", "password", "ngắn"), http.StatusUnprocessableEntity, "empty set-up")
	for _, field := range []string{"#f-unit_name", "#f-name", "#f-login", "#f-password", "#f-again"} {
		if !strings.Contains(a.body, field) {
			t.Errorf("the page does not point to %s", field)
		}
	}
	b = s.setUp(t)
	b.wants(b.get("/setup/"+secret), http.StatusGone, "set-up again")
	b.wants(b.post("/setup/"+secret), http.StatusGone, "set-up posted again")
	if a := b.get("/"); a.status != http.StatusSeeOther || !strings.HasPrefix(a.header.Get("Location"), "/units/") {
		t.Errorf("home leads to %d %q, want the own unit", a.status, a.header.Get("Location"))
	}
	for _, path := range []string{"/account", "/accounts", "/accounts/new", "/accounts/1", "/audit", "/audit?verify=1"} {
		b.wants(b.get(path), http.StatusOK, path)
	}
	for _, key := range s.s.words.Missing() {
		if !strings.HasPrefix(key, "org.") {
			t.Errorf("no sentence for %s", key)
		}
	}
}

func TestSignIn_renewsTheTokenAndLeadsBack(t *testing.T) {
	s := newSite(t)
	s.setUp(t)
	b := s.client(t)
	if a := b.get("/accounts"); a.status != http.StatusSeeOther || a.header.Get("Location") != "/sign-in?next=%2Faccounts" {
		t.Fatalf("visitor: %d %q", a.status, a.header.Get("Location"))
	}
	a := b.wants(b.post("/sign-in", "login", "an.le", "password", "wrong password here", "next", "/accounts"), http.StatusUnprocessableEntity, "wrong password")
	if strings.Contains(a.body, "wrong password here") {
		t.Error("the page repeats the password")
	}
	unknown := b.wants(b.post("/sign-in", "login", "ai.do", "password", "wrong password here", "next", "/accounts"), http.StatusUnprocessableEntity, "unknown login")
	if strings.ReplaceAll(a.body, "an.le", "ai.do") != unknown.body {
		t.Error("an unknown login gets another page than a wrong password")
	}
	planted := &http.Cookie{Name: "hamrong", Value: "planted"}
	r, err := http.NewRequest(http.MethodPost, s.URL+"/sign-in", strings.NewReader(form("login", " AN.LE", "password", goodPassword, "next", "/accounts").Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.AddCookie(planted)
	a = b.wants(b.do(r), http.StatusSeeOther, "right password")
	if a.header.Get("Location") != "/accounts" {
		t.Errorf("leads to %q, want /accounts", a.header.Get("Location"))
	}
	cookie := strings.Join(a.header.Values("Set-Cookie"), "\n")
	if strings.Contains(cookie, "planted") || !regexp.MustCompile(`hamrong=[\w-]{43}; Path=/; HttpOnly; SameSite=Lax`).MatchString(cookie) {
		t.Errorf("cookie: %s", cookie)
	}
	b.wants(b.get("/accounts"), http.StatusOK, "signed in")
	b.wants(b.post("/sign-out"), http.StatusSeeOther, "sign out")
	b.wants(b.get("/accounts"), http.StatusSeeOther, "after signing out")
}

func TestSignIn_neverLeadsToAnotherSite(t *testing.T) {
	s := newSite(t)
	s.setUp(t)
	for _, next := range []string{"https://xau.example/", "//xau.example", "/\\xau.example", "javascript:alert(1)", "xau", "/%0d%0aSet-Cookie:x=1", "/\r\nX: y", "", "/..//xau.example"} {
		b := s.client(t)
		a := b.wants(b.post("/sign-in", "login", "an.le", "password", goodPassword, "next", next), http.StatusSeeOther, next)
		to := a.header.Get("Location")
		if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.Contains(to, "\\") || len(a.header.Values("X")) > 0 {
			t.Errorf("next %q leads to %q", next, to)
		}
	}
}

func TestSignIn_boundsTheTriesOfOneLogin(t *testing.T) {
	s := newSite(t)
	s.setUp(t)
	b := s.client(t)
	for range 10 {
		b.wants(b.post("/sign-in", "login", "an.le", "password", "guess number n"), http.StatusUnprocessableEntity, "guess")
	}
	b.wants(b.post("/sign-in", "login", "An.Le ", "password", goodPassword), http.StatusTooManyRequests, "eleventh try")
	b.wants(b.post("/sign-in", "login", "khac", "password", "guess number n"), http.StatusUnprocessableEntity, "another login")
}

var linkInPage = regexp.MustCompile(`/links/([A-Z0-9]+)`)

func TestInvite_byLinkThenPasswordThenRefused(t *testing.T) {
	s := newSite(t)
	admin := s.setUp(t)
	a := admin.wants(admin.follow(admin.post("/accounts", "name", "Trần Văn Bình", "login", "binh", "role", "reader", "unit", "1")), http.StatusOK, "invite")
	secret := linkInPage.FindStringSubmatch(a.body)
	if secret == nil {
		t.Fatalf("no link on the page: %s", text(a.body))
	}
	made := admin.wants(admin.post("/accounts/2/link"), http.StatusSeeOther, "another link").header.Get("Location")
	if secret = linkInPage.FindStringSubmatch(admin.get(made).body); secret == nil {
		t.Fatal("the other link is not shown")
	}
	if linkInPage.MatchString(admin.get(made).body) {
		t.Error("a link is shown twice")
	}
	guest := s.client(t)
	guest.wants(guest.get("/links/"+secret[1]), http.StatusOK, "looking at the link")
	guest.wants(guest.get("/links/"+secret[1]), http.StatusOK, "looking uses nothing up")
	a = guest.wants(guest.post("/links/"+secret[1]), http.StatusSeeOther, "using the link")
	if a.header.Get("Location") != "/account" {
		t.Errorf("a first visit leads to %q, want /account", a.header.Get("Location"))
	}
	guest.wants(guest.post("/links/"+secret[1]), http.StatusGone, "using it again")
	guest.wants(guest.get("/accounts"), http.StatusForbidden, "a reader asks for accounts")

	other := s.client(t)
	guest.wants(guest.post("/account/password", "password", goodPassword, "again", goodPassword), http.StatusSeeOther, "choose a password")
	guest.wants(guest.get("/account"), http.StatusOK, "still signed in")
	other.wants(other.post("/sign-in", "login", "binh", "password", goodPassword), http.StatusSeeOther, "sign in elsewhere")
	guest.wants(guest.post("/account/password", "before", "not this one at all", "password", goodPassword, "again", goodPassword), http.StatusUnprocessableEntity, "wrong password before")
	guest.wants(guest.post("/account/password", "before", goodPassword, "password", goodPassword+"!", "again", goodPassword+"!"), http.StatusSeeOther, "change it")
	other.wants(other.get("/account"), http.StatusSeeOther, "other session after the change")
	guest.wants(guest.get("/account"), http.StatusOK, "own session after the change")

	admin.wants(admin.post("/accounts/2/disable"), http.StatusSeeOther, "disable")
	guest.wants(guest.get("/account"), http.StatusSeeOther, "session of a disabled account")
	guest.wants(guest.post("/sign-in", "login", "binh", "password", goodPassword+"!"), http.StatusUnprocessableEntity, "disabled account")
	admin.wants(admin.post("/accounts/1/disable"), http.StatusConflict, "the last administrator")
	admin.wants(admin.post("/accounts/1/grants/1/end"), http.StatusConflict, "the last administrator's grant")
}

// A form sent after the session ended must not vanish, and must not be typed twice: its own account
// is offered it under the names of its fields, nobody else sees it.
func TestSignIn_keepsAFormSentTooLateForItsOwnAccount(t *testing.T) {
	s := newSite(t)
	admin := s.setUp(t)
	admin.wants(admin.post("/accounts", "name", "Trần Văn Bình", "login", "binh", "role", "clerk", "unit", "1"), http.StatusSeeOther, "another account")
	b := s.client(t)
	typed := append(hiddenFields(t, admin.get("/accounts/new").body), "name", "Lê Văn \"An\"", "login", "an", "role", "reader", "unit", "1")
	late := b.wants(b.post("/accounts", typed...), http.StatusForbidden, "form of a visitor")
	if !strings.Contains(late.body, "chưa được ghi") {
		t.Error("the page does not say that nothing was written")
	}
	signIn := append(hiddenFields(t, late.body), "login", "an.le", "password", "a wrong one, certainly")
	a := b.wants(b.post("/sign-in", signIn...), http.StatusUnprocessableEntity, "wrong password")

	other := s.client(t)
	other.wants(other.post("/links/"+s.linkOf(t, admin, 2)), http.StatusSeeOther, "the other account")
	other.wants(other.post("/account/password", "password", goodPassword, "again", goodPassword), http.StatusSeeOther, "its password")
	o := other.follow(other.post("/sign-in", append(hiddenFields(t, a.body), "login", "binh", "password", goodPassword)...))
	if strings.Contains(html.UnescapeString(o.body), `Lê Văn "An"`) || strings.Contains(o.body, `"form_of"`) || !strings.Contains(o.body, "của tài khoản khác") {
		t.Errorf("another account's form is shown, or nothing is said of it: %s", text(o.body))
	}

	b.wants(b.post("/sign-in", "login", "binh", "password", goodPassword), http.StatusSeeOther, "the other one on the same machine")
	to := b.wants(b.post("/sign-in", append(hiddenFields(t, a.body), "login", "an.le", "password", goodPassword)...), http.StatusSeeOther, "signed in").header.Get("Location")
	if o := other.get(to); strings.Contains(html.UnescapeString(o.body), `Lê Văn "An"`) {
		t.Errorf("another account opens the form by its address: %s", text(o.body))
	}
	b.get(to)
	a = b.wants(b.get(to), http.StatusOK, "the form comes back, loaded again too")
	if text := html.UnescapeString(a.body); !strings.Contains(text, `<dt>Họ và tên</dt><dd>Lê Văn "An"</dd>`) || strings.Contains(text, `href="/sign-in"`) {
		t.Errorf("the page does not show what was typed under its name, or still offers to sign in: %s", text)
	}
	if strings.Contains(admin.get("/accounts").body, "Lê Văn") {
		t.Error("signing in has sent the form by itself")
	}
	b.wants(b.post("/accounts", hiddenFields(t, a.body)...), http.StatusSeeOther, "sent again")
	if got := html.UnescapeString(admin.get("/accounts").body); !strings.Contains(got, `Lê Văn "An"`) {
		t.Errorf("the account is missing: %s", got)
	}
}

// Where it is not known whose a form was, nobody is shown it.
func TestSignIn_keepsNoFormOfNobodyKnown(t *testing.T) {
	s := newSite(t)
	s.setUp(t)
	b := s.client(t)
	a := b.wants(b.post("/accounts", "name", "Lê Văn An", "login", "an", "role", "reader", "unit", "1"), http.StatusForbidden, "form of a visitor")
	if strings.Contains(a.body, "Lê Văn An") || !strings.Contains(a.body, "Quay lại") {
		t.Errorf("a form of nobody known is carried on, or nothing says what to do: %s", text(a.body))
	}
	carried := form("name", "Lê Văn An").Encode()
	a = b.wants(b.post("/sign-in", "unsent_to", "/accounts", "unsent", carried, "login", "an.le", "password", goodPassword), http.StatusSeeOther, "carried all the same")
	if a.header.Get("Location") != "/" {
		t.Errorf("leads to %q", a.header.Get("Location"))
	}
}

// In a browser that somebody else has signed in with since, a page left open writes nothing under his name.
func TestForms_areRefusedUnderAnotherAccount(t *testing.T) {
	s := newSite(t)
	admin := s.setUp(t)
	typed := []string{"name", "Lê Văn An", "login", "an", "role", "reader", "unit", "1"}
	a := admin.wants(admin.post("/accounts", append(typed, "form_of", "2")...), http.StatusConflict, "a form of another account")
	if !strings.Contains(a.body, "mở bằng tài khoản khác") || strings.Contains(admin.get("/accounts").body, "Lê Văn An") {
		t.Errorf("nothing is said, or it was written: %s", text(a.body))
	}
	admin.wants(admin.post("/accounts", append(typed, "form_of", "1")...), http.StatusSeeOther, "a form of one's own")
}

// linkOf makes a new one-time link for an account and gives its secret.
func (s *site) linkOf(t *testing.T, admin *client, account int) string {
	t.Helper()
	a := admin.follow(admin.post(fmt.Sprintf("/accounts/%d/link", account)))
	m := linkInPage.FindStringSubmatch(a.body)
	if m == nil {
		t.Fatalf("no link on the page: %d %s", a.status, text(a.body))
	}
	return m[1]
}

func TestSignIn_carriesNoSecretAndNoForeignAddress(t *testing.T) {
	s := newSite(t)
	s.setUp(t)
	b := s.client(t)
	a := b.wants(b.post("/account/password", "before", goodPassword, "password", "x", "again", "x"), http.StatusForbidden, "a secret sent too late")
	if strings.Contains(a.body, goodPassword) || strings.Contains(a.body, "unsent_to") {
		t.Error("a password stands on the sign-in page")
	}
	a = b.wants(b.post("/sign-in", "unsent_to", "//other.example/x", "unsent", "form_of=1&a=1", "login", "an.le", "password", goodPassword), http.StatusSeeOther, "a foreign address")
	a = b.get(a.header.Get("Location"))
	if strings.Contains(a.body, "other.example") {
		t.Error("the form leads to another site")
	}
}

var hiddenField = regexp.MustCompile(`<input type="hidden" name="([^"]*)" value="([^"]*)"`)

// hiddenFields lists the hidden fields of a page as names and values in turn.
func hiddenFields(t *testing.T, body string) []string {
	t.Helper()
	var list []string
	for _, m := range hiddenField.FindAllStringSubmatch(body, -1) {
		list = append(list, html.UnescapeString(m[1]), html.UnescapeString(m[2]))
	}
	if len(list) == 0 {
		t.Fatalf("no hidden field: %s", text(body))
	}
	return list
}
