package accountweb

import (
	"net/http"

	"hamrong/internal/access"
	"hamrong/internal/account"
	"hamrong/internal/fault"
	"hamrong/internal/web/route"
	"hamrong/internal/web/session"
	"hamrong/internal/web/throttle"
	"hamrong/internal/web/ui"
)

// signInView is what the sign-in page shows.
type signInView struct {
	Owner string // the organisation; "" before set-up
	Empty bool   // nobody can sign in yet: the program waits for its set-up
	Next  string // where to go on, a path of this server
	Told  string // locale key of what just happened
	Late  bool   // a form was sent after the session had ended: nothing of it was written
	// Unsent is that form, where it can be sent again.
	Unsent unsent
	Form   ui.Form
}

// GET /sign-in
func (h *handler) signInForm(w http.ResponseWriter, r *http.Request) error {
	next := localPath(r.URL.Query().Get("next"))
	if _, known := session.Of(r.Context()); known {
		return to(w, r, next)
	}
	return h.showSignIn(w, r, http.StatusOK, signInView{Next: next, Told: h.Sessions.Told(r.Context())})
}

func (h *handler) showSignIn(w http.ResponseWriter, r *http.Request, status int, v signInView) (err error) {
	if v.Owner, err = h.Accounts.Owner(r.Context()); err != nil {
		return err
	}
	if v.Empty, err = h.Accounts.Empty(r.Context()); err != nil {
		return err
	}
	return ui.Render(w, r, status, signInPage(v))
}

// POST /sign-in
func (h *handler) signIn(w http.ResponseWriter, r *http.Request) error {
	values, err := route.Posted(r)
	if err != nil {
		return err
	}
	login := values.Get("login")
	if err := h.tries(r, login); err != nil {
		return err
	}
	a, err := h.Accounts.SignIn(r.Context(), login, values.Get("password"))
	if form, ok := ui.Wrong(values, err); ok {
		return h.showSignIn(w, r, http.StatusUnprocessableEntity, signInView{Next: localPath(values.Get("next")), Unsent: unsentIn(values), Form: form})
	}
	if err != nil {
		return err
	}
	if err := h.begin(w, r, a); err != nil {
		return err
	}
	next := localPath(values.Get("next"))
	if late := unsentIn(values); late.Path != "" {
		late.Next = next
		next = h.resumed(a.ID, late)
	}
	return to(w, r, next)
}

// tries bounds guesses of one account's password.
func (h *handler) tries(r *http.Request, login string) error {
	key := account.FoldLogin(login)
	if len(key) > 200 {
		return fault.InvalidField("password", "account.sign_in_wrong")
	}
	if err := h.near.Take(key + " " + throttle.Address(r, h.BehindProxy)); err != nil {
		return err
	}
	return h.far.Take(key)
}

// begin begins the session of an account whose password was right.
func (h *handler) begin(w http.ResponseWriter, r *http.Request, a account.Account) error {
	if err := h.Sessions.Begin(r.Context(), a, false); err != nil {
		return err
	}
	ui.KeepLang(w, r, a.Locale)
	return nil
}

// POST /sign-out
func (h *handler) signOut(w http.ResponseWriter, r *http.Request) error {
	if err := h.Sessions.End(r.Context()); err != nil {
		return err
	}
	w.Header().Set("Clear-Site-Data", `"cache"`)
	return to(w, r, "/sign-in")
}

// linkView is what the page of a one-time link shows before it is used.
type linkView struct {
	Link   account.Link
	Secret string
}

// GET /links/{secret}: looking uses nothing up, since mail programs open links by themselves.
func (h *handler) linkForm(w http.ResponseWriter, r *http.Request) error {
	if h.LinksOpen {
		return h.link(w, r)
	}
	secret := r.PathValue("secret")
	l, err := h.Accounts.Link(r.Context(), secret, account.ForSignIn)
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return ui.Render(w, r, http.StatusOK, linkPage(linkView{Link: l, Secret: secret}))
}

// POST /links/{secret}
func (h *handler) link(w http.ResponseWriter, r *http.Request) error {
	a, err := h.Accounts.UseLink(r.Context(), r.PathValue("secret"))
	if err != nil {
		return err
	}
	if err := h.Sessions.Begin(r.Context(), a, true); err != nil {
		return err
	}
	if !a.Password && !h.LinksOpen {
		h.Sessions.Tell(r.Context(), "account.told.choose_password")
		return to(w, r, "/account")
	}
	return to(w, r, "/")
}

// caller is who asks, for pages that only the signed-in see.
func caller(r *http.Request) int64 { return access.From(r.Context()).Account }
