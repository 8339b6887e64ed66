package accountweb

import (
	"errors"
	"net/http"

	"hamrong/internal/account"
	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/web/route"
	"hamrong/internal/web/session"
	"hamrong/internal/web/ui"
)

// ownView is what one's own page shows.
type ownView struct {
	Account account.Account
	Today   period.Date
	ByLink  bool // the password before is not asked for
	Told    string
	Form    ui.Form
}

// GET /account
func (h *handler) own(w http.ResponseWriter, r *http.Request) error {
	return h.showOwn(w, r, http.StatusOK, ui.Form{})
}

func (h *handler) showOwn(w http.ResponseWriter, r *http.Request, status int, form ui.Form) error {
	a, _ := session.Of(r.Context()) // the server lets only the signed-in through
	v := ownView{Account: a, Today: h.today(), ByLink: h.Sessions.ByLink(r.Context()), Told: h.Sessions.Told(r.Context()), Form: form}
	return ui.Render(w, r, status, ownPage(v))
}

func (h *handler) today() period.Date { return period.Day(h.DB.Now().Local()) }

// POST /account/password
func (h *handler) password(w http.ResponseWriter, r *http.Request) error {
	values, err := route.Posted(r)
	if err != nil {
		return err
	}
	a, _ := session.Of(r.Context())
	err = h.tries(r, a.Login)
	if err == nil {
		err = h.changePassword(r, values.Get("before"), values.Get("password"), values.Get("again"))
	}
	if form, ok := ui.Wrong(values, err); ok {
		return h.showOwn(w, r, http.StatusUnprocessableEntity, form)
	}
	if err != nil {
		return err
	}
	// The change has ended every session of the account; this one goes on under a new token.
	a, err = h.Accounts.ByID(r.Context(), a.ID)
	if err != nil {
		return err
	}
	if err := h.Sessions.Begin(r.Context(), a, false); err != nil {
		return err
	}
	h.Sessions.Tell(r.Context(), "account.told.password")
	return to(w, r, "/account")
}

func (h *handler) changePassword(r *http.Request, before, password, again string) error {
	if password != again {
		return fault.InvalidField("again", "account.password_again")
	}
	if h.Sessions.ByLink(r.Context()) {
		return h.Accounts.ChoosePassword(r.Context(), password)
	}
	return h.Accounts.ChangePassword(r.Context(), before, password)
}

// POST /account/language
func (h *handler) language(w http.ResponseWriter, r *http.Request) error {
	values, err := route.Posted(r)
	if err != nil {
		return err
	}
	if err := h.Accounts.SetLocale(r.Context(), values.Get("locale")); err != nil {
		return err
	}
	ui.KeepLang(w, r, values.Get("locale"))
	h.Sessions.Tell(r.Context(), "account.told.language")
	return to(w, r, "/account")
}

func fieldsOf(err error) []fault.Field {
	var e *fault.Error
	if errors.As(err, &e) {
		return e.Fields
	}
	return nil
}
