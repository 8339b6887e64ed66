package web

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/account"
	"hamrong/internal/web/route"
	"hamrong/testkit"
)

// visitors are who asks in the tests of the whole table: an account with one role
// over a branch, one with a role over the branch next door, and nobody.
type visitor struct {
	name   string
	role   access.Role // "" for nobody
	away   bool        // over the other branch
	cookie *http.Cookie
}

func (v visitor) holds(need access.Right) bool {
	return v.role != "" && v.role.Rights()&need == need
}

// tableSite is a server with its visitors and the branch that they ask for.
func tableSite(t *testing.T) (*site, int64, []visitor) {
	t.Helper()
	s := newSite(t)
	for rate := range s.s.rates {
		delete(s.s.rates, rate) // the table is walked faster than people type
	}
	s.Config.Handler = s.s.handler()
	root := testkit.Root(t, s.db)
	unit, other := testkit.Unit(t, s.db, root, "Chi bộ Một"), testkit.Unit(t, s.db, root, "Chi bộ Hai")
	list := []visitor{{name: "nobody"}, {name: "clerk next door", role: access.Clerk, away: true}, {name: "administrator next door", role: access.Administrator, away: true}}
	for _, role := range access.Roles {
		list = append(list, visitor{name: string(role), role: role})
	}
	for i, v := range list {
		if v.role == "" {
			continue
		}
		at := unit
		if v.away {
			at = other
		}
		list[i].cookie = signedIn(t, s, access.From(testkit.Signed(t, s.db, v.role, at)).Account)
	}
	return s, unit, list
}

// signedIn gives the cookie of a session of an account.
func signedIn(t *testing.T, s *site, id int64) *http.Cookie {
	t.Helper()
	rec := httptest.NewRecorder()
	s.s.sessions.Load(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if err := s.s.sessions.Begin(r.Context(), account.Account{ID: id}, false); err != nil {
			t.Error(err)
		}
	})).ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	return rec.Result().Cookies()[0]
}

var placeholder = regexp.MustCompile(`\{[a-z_]+(\.\.\.)?\$?\}`)

// address fills in a pattern: the unit for the {id} of /units, value for all else.
func address(pattern string, unit int64, value string) (method, path string) {
	method, path, _ = strings.Cut(pattern, " ")
	path = strings.Replace(path, "/units/{id}", "/units/"+strconv.FormatInt(unit, 10), 1)
	path = strings.ReplaceAll(strings.ReplaceAll(path, "{$}", ""), "{year}", "2015")
	return method, placeholder.ReplaceAllString(path, value)
}

func (s *site) ask(t *testing.T, v visitor, method, path string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(""))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if v.cookie != nil {
		r.AddCookie(v.cookie)
	}
	rec := httptest.NewRecorder()
	s.Config.Handler.ServeHTTP(rec, r)
	return rec.Result()
}

// hidden are the answers to who may not: he learns nothing, or that he may not.
var hidden = []int{http.StatusForbidden, http.StatusNotFound}

func TestRoutes_everyRouteAnswersEveryRole(t *testing.T) {
	s, unit, visitors := tableSite(t)
	for _, rt := range s.s.routes() {
		if strings.Contains(rt.Pattern, "/sign-out") || strings.Contains(rt.Pattern, "/account/language") {
			continue // they change the visitor's own session and nothing else
		}
		method, path := address(rt.Pattern, unit, "7777")
		ofUnit := strings.Contains(rt.Pattern, "/units/{id}")
		for _, v := range visitors {
			res := s.ask(t, v, method, path)
			led := strings.HasPrefix(res.Header.Get("Location"), "/sign-in")
			switch {
			case res.StatusCode >= http.StatusInternalServerError:
				t.Errorf("%s: %s gets %d", rt.Pattern, v.name, res.StatusCode)
			case rt.Right == route.Anyone:
			case v.role == "" && method == http.MethodGet && !(res.StatusCode == http.StatusSeeOther && led),
				v.role == "" && method == http.MethodPost && res.StatusCode != http.StatusForbidden:
				t.Errorf("%s: a visitor gets %d, want the sign-in page", rt.Pattern, res.StatusCode)
			case v.role == "":
			case led:
				t.Errorf("%s: %s is led to the sign-in page", rt.Pattern, v.name)
			case ofUnit && v.away && res.StatusCode != http.StatusNotFound:
				t.Errorf("%s: %s gets %d, want 404", rt.Pattern, v.name, res.StatusCode)
			case ofUnit && v.away:
			case !v.holds(rt.Right) && !slices.Contains(hidden, res.StatusCode):
				t.Errorf("%s: %s gets %d, want one of %v", rt.Pattern, v.name, res.StatusCode, hidden)
			case v.holds(rt.Right) && res.StatusCode == http.StatusForbidden:
				t.Errorf("%s: %s gets 403 though the table gives the right", rt.Pattern, v.name)
			}
		}
	}
}

func TestRoutes_strangeAddressesAreNotErrorsOfOurs(t *testing.T) {
	s, unit, visitors := tableSite(t)
	clerk := visitors[slices.IndexFunc(visitors, func(v visitor) bool { return v.name == string(access.Clerk) })]
	for _, rt := range s.s.routes() {
		for _, value := range []string{"0", "-1", "99999999999999999999", "abc", "1%27", "%00", "%ff", "..%2f..", "1%20OR%201=1"} {
			method, path := address(strings.ReplaceAll(rt.Pattern, "/units/{id}", "/units/{it}"), unit, value)
			if strings.Contains(path, "sign-out") {
				continue
			}
			path = strings.ReplaceAll(path, "2015", value)
			if res := s.ask(t, clerk, method, path); res.StatusCode >= 500 {
				t.Errorf("%s %s: %d", method, path, res.StatusCode)
			}
		}
	}
}

func TestRoutes_areSortedOutOnce(t *testing.T) {
	s := newSite(t)
	seen := map[string]bool{}
	for _, rt := range s.s.routes() {
		method, _, ok := strings.Cut(rt.Pattern, " ")
		if !ok || (method != http.MethodGet && method != http.MethodPost) {
			t.Errorf("%q: a route names GET or POST", rt.Pattern)
		}
		if seen[rt.Pattern] {
			t.Errorf("%q stands twice", rt.Pattern)
		}
		seen[rt.Pattern] = true
		if method == http.MethodGet && strings.HasPrefix(rt.Pattern, "GET /units") && rt.Right == route.Anyone {
			t.Errorf("%q is open to anyone", rt.Pattern)
		}
		if rt.MaxBody > route.Form && rt.Rate == "" {
			t.Errorf("%q takes large bodies without a rate", rt.Pattern)
		}
	}
}
