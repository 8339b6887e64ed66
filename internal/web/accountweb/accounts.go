package accountweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"hamrong/internal/access"
	"hamrong/internal/account"
	"hamrong/internal/period"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// GET /accounts
func (h *handler) list(w http.ResponseWriter, r *http.Request) error {
	list, err := h.Accounts.List(r.Context())
	if err != nil {
		return err
	}
	return ui.Render(w, r, http.StatusOK, listPage(listView{Accounts: list, Today: h.today(), Unit: unitOf(r)}))
}

type listView struct {
	Accounts []account.Account
	Today    period.Date
	Unit     int64 // from whose page the list was opened, 0 for none
}

// unitOf is the unit that the address names, 0 for none.
func unitOf(r *http.Request) int64 {
	unit, err := strconv.ParseInt(r.URL.Query().Get("unit"), 10, 64)
	if err != nil || unit < 0 {
		return 0
	}
	return unit
}

// newHref leads to the form of a new account, which offers the unit first.
func newHref(unit int64) string {
	if unit == 0 {
		return "/accounts/new"
	}
	return "/accounts/new?unit=" + strconv.FormatInt(unit, 10)
}

// inviteView is what the page of a new account shows.
type inviteView struct {
	Form   ui.Form
	Places []account.Place
	Unit   int64
}

// GET /accounts/new
func (h *handler) inviteForm(w http.ResponseWriter, r *http.Request) error {
	return h.showInvite(w, r, http.StatusOK, inviteView{Unit: unitOf(r)})
}

func (h *handler) showInvite(w http.ResponseWriter, r *http.Request, status int, v inviteView) (err error) {
	if v.Places, err = h.Accounts.Places(r.Context(), v.Unit); err != nil {
		return err
	}
	return ui.Render(w, r, status, invitePage(v))
}

// readGrant reads the fields of a grant.
func readGrant(ctx context.Context, in *ui.Reading, values url.Values) account.Grant {
	unit, err := strconv.ParseInt(values.Get("unit"), 10, 64)
	if err != nil {
		in.Wrong("unit", "account.unit_missing")
	}
	return account.Grant{Role: access.Role(in.Choice("role", roleOptions(ctx))), Unit: unit, From: in.MaybeDate("from"), Until: in.MaybeDate("until")}
}

// POST /accounts
func (h *handler) invite(w http.ResponseWriter, r *http.Request) error {
	values, err := route.Posted(r)
	if err != nil {
		return err
	}
	in := ui.Read(values)
	invitation := account.Invitation{Login: in.Text("login", 64), Name: in.Text("name", 120), Grant: readGrant(r.Context(), in, values)}
	var (
		id     int64
		secret string
	)
	if err = in.Err(); err == nil {
		id, secret, err = h.Accounts.Invite(r.Context(), invitation)
	}
	if form, ok := ui.Wrong(values, err); ok {
		return h.showInvite(w, r, http.StatusUnprocessableEntity, inviteView{Form: form, Unit: invitation.Grant.Unit})
	}
	if err != nil {
		return err
	}
	return h.made(w, r, id, secret)
}

// accountView is what the page of one account shows.
type accountView struct {
	Account account.Account
	Mine    bool   // the caller may manage it
	Self    bool   // it is the caller's own
	Secret  string // of a link just made: shown once, here
	Origin  string // scheme and host by which the caller reaches this server
	Today   period.Date
	Places  []account.Place
	Told    string
	Form    ui.Form
}

// GET /accounts/{id}
func (h *handler) show(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	secret, _ := h.links.Take(caller(r), r.URL.Query().Get("link")) // none: the page shows no link
	return h.showAccount(w, r, http.StatusOK, id, accountView{Told: h.Sessions.Told(r.Context()), Secret: secret})
}

func (h *handler) showAccount(w http.ResponseWriter, r *http.Request, status int, id int64, v accountView) (err error) {
	if v.Account, v.Mine, err = h.Accounts.Show(r.Context(), id); err != nil {
		return err
	}
	if v.Places, err = h.Accounts.Places(r.Context(), 0); err != nil {
		return err
	}
	v.Self, v.Today, v.Origin = id == caller(r), h.today(), h.origin(r)
	if v.Secret != "" {
		w.Header().Set("Cache-Control", "no-store")
	}
	return ui.Render(w, r, status, accountPage(v))
}

// origin is how the caller reaches this server, for links that he hands on.
func (h *handler) origin(r *http.Request) string {
	scheme := "http://"
	if h.Sessions.Secure() {
		scheme = "https://"
	}
	return scheme + r.Host
}

// POST /accounts/{id}/grants
func (h *handler) give(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	values, err := route.Posted(r)
	if err != nil {
		return err
	}
	in := ui.Read(values)
	g := readGrant(r.Context(), in, values)
	g.Account = id
	if err = in.Err(); err == nil {
		err = h.Accounts.Give(r.Context(), g)
	}
	if form, ok := ui.Wrong(values, err); ok {
		return h.showAccount(w, r, http.StatusUnprocessableEntity, id, accountView{Form: form})
	}
	return h.done(w, r, id, "account.told.given", err)
}

// POST /accounts/{id}/grants/{grant}/end
func (h *handler) takeBack(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	grant, err := route.ID(r, "grant")
	if err != nil {
		return err
	}
	return h.done(w, r, id, "account.told.taken_back", h.Accounts.TakeBack(r.Context(), grant))
}

// POST /accounts/{id}/link
func (h *handler) newLink(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	secret, err := h.Accounts.NewLink(r.Context(), id)
	if err != nil {
		return err
	}
	return h.made(w, r, id, secret)
}

// made leads to the account's page, which shows the link once: loading it again makes no other.
func (h *handler) made(w http.ResponseWriter, r *http.Request, id int64, secret string) error {
	return to(w, r, accountPath(id)+"?link="+h.links.Put(caller(r), secret))
}

// POST /accounts/{id}/disable
func (h *handler) disable(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	return h.done(w, r, id, "account.told.disabled", h.Accounts.Disable(r.Context(), id))
}

// POST /accounts/{id}/enable
func (h *handler) enable(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	return h.done(w, r, id, "account.told.enabled", h.Accounts.Enable(r.Context(), id))
}

// done leads back to the account's page and lets it say what happened.
func (h *handler) done(w http.ResponseWriter, r *http.Request, id int64, told string, err error) error {
	if err != nil {
		return err
	}
	h.Sessions.Tell(r.Context(), told)
	return to(w, r, accountPath(id))
}
