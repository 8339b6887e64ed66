// Package accountweb holds the pages about who may come in: sign-in, set-up,
// one-time links, one's own account, and for administrators the accounts, their
// grants and the audit chain.
package accountweb

import (
	"embed"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/account"
	"hamrong/internal/store"
	"hamrong/internal/web/route"
	"hamrong/internal/web/session"
	"hamrong/internal/web/throttle"
)

// Locale holds the package's sentences.
//
//go:embed locale
var Locale embed.FS

// Deps is what the pages stand on.
type Deps struct {
	DB          *store.DB
	Door        *directory.Directory
	Accounts    *account.Service
	Sessions    *session.Sessions
	BehindProxy bool
	// LinksOpen makes a one-time link sign in when it is opened, without a page
	// that asks first. The demo alone sets it: its links are printed to a terminal
	// on the same machine and pass no mail program.
	LinksOpen bool
}

type handler struct {
	Deps
	near *throttle.Limit // tries of one login from one address
	far  *throttle.Limit // tries of one login from anywhere

	links *session.Carried[string] // secrets of links just made, each shown once
	late  *session.Carried[unsent] // forms sent too late, offered again to their accounts
}

// Routes are the package's lines of the table of contents.
func Routes(d Deps) []route.Route {
	h := &handler{Deps: d, near: throttle.New(10, 30*time.Second), far: throttle.New(60, 10*time.Second), links: session.NewCarried[string](100, d.DB.Now),
		late: session.NewCarried[unsent](50, d.DB.Now)}
	return []route.Route{
		{Pattern: "GET /sign-in", Right: route.Anyone, Handle: h.signInForm},
		{Pattern: "POST /sign-in", Right: route.Anyone, Handle: h.signIn, Rate: route.SecretRate},
		{Pattern: "POST /sign-out", Right: route.Anyone, Handle: h.signOut},
		{Pattern: "GET /setup/{secret}", Right: route.Anyone, Handle: h.setUpForm, Rate: route.SecretRate},
		{Pattern: "POST /setup/{secret}", Right: route.Anyone, Handle: h.setUp, Rate: route.SecretRate, MaxBody: 1 << 16},
		{Pattern: "GET /links/{secret}", Right: route.Anyone, Handle: h.linkForm, Rate: route.SecretRate},
		{Pattern: "POST /links/{secret}", Right: route.Anyone, Handle: h.link, Rate: route.SecretRate, MaxBody: 1 << 16},
		{Pattern: "GET /account", Handle: h.own},
		{Pattern: "GET /account/unsent", Handle: h.unsent},
		{Pattern: "POST /account/password", Handle: h.password, Rate: route.SecretRate, MaxBody: 1 << 16},
		{Pattern: "POST /account/language", Handle: h.language},
		{Pattern: "GET /accounts", Right: access.Administer, Handle: h.list},
		{Pattern: "POST /accounts", Right: access.Administer, Handle: h.invite},
		{Pattern: "GET /accounts/new", Right: access.Administer, Handle: h.inviteForm},
		{Pattern: "GET /accounts/{id}", Right: access.Administer, Handle: h.show},
		{Pattern: "POST /accounts/{id}/grants", Right: access.Administer, Handle: h.give},
		{Pattern: "POST /accounts/{id}/grants/{grant}/end", Right: access.Administer, Handle: h.takeBack},
		{Pattern: "POST /accounts/{id}/link", Right: access.Administer, Handle: h.newLink},
		{Pattern: "POST /accounts/{id}/disable", Right: access.Administer, Handle: h.disable},
		{Pattern: "POST /accounts/{id}/enable", Right: access.Administer, Handle: h.enable},
		{Pattern: "GET /audit", Right: access.Administer, Handle: h.audit},
	}
}

// localPath gives next when it is a path of this server, else "/": a sign-in page
// must not lead on to somebody else's.
func localPath(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil || u.Opaque != "" ||
		!strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") || strings.HasPrefix(u.Path, "//") {
		return "/"
	}
	return u.RequestURI()
}

func to(w http.ResponseWriter, r *http.Request, path string) error {
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, path, http.StatusSeeOther)
	return nil
}

func accountPath(id int64) string { return "/accounts/" + strconv.FormatInt(id, 10) }
