package account

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/period"
)

// Account is one person's (or one desk's) way in.
type Account struct {
	ID       int64
	Login    string // tên đăng nhập
	Name     string // how the pages call the person
	Locale   string // "vi" or "en"
	Disabled bool
	Password bool  // it has one; without, only a one-time link lets in
	Epoch    int64 // sessions of an earlier epoch have ended
	Grants   []Grant
}

// Grant makes an account something over a unit and all below it, from a day until another.
type Grant struct {
	ID       int64
	Account  int64
	Role     access.Role
	Unit     int64
	UnitName string
	From     period.Date
	Until    period.Date // the first day on which it no longer holds; period.Forever for open
}

// Standing reports whether the grant holds on a day.
func (g Grant) Standing(day period.Date) bool { return g.From <= day && day < g.Until }

// Ended reports whether the grant is over on a day.
func (g Grant) Ended(day period.Date) bool { return g.Until <= day }

const (
	maxLogin = 64
	maxName  = 120
)

var loginForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._@-]{1,63}$`)

// FoldLogin gives a login as it is kept and compared: without outer blanks, in small letters.
func FoldLogin(login string) string {
	return strings.ToLower(norm.NFKC.String(strings.TrimSpace(login)))
}

func checkLogin(form *fault.Form, login string) {
	switch {
	case login == "":
		form.Add("login", "account.login_missing")
	case !loginForm.MatchString(login):
		form.Add("login", "account.login_form", maxLogin)
	}
}

func checkName(form *fault.Form, name string) {
	switch {
	case name == "":
		form.Add("name", "account.name_missing")
	case utf8.RuneCountInString(name) > maxName:
		form.Add("name", "account.name_long", maxName)
	case strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }):
		form.Add("name", "account.name_missing")
	}
}

func tidyName(name string) string { return strings.Join(strings.Fields(norm.NFC.String(name)), " ") }

// checkGrant notes what is wrong with a grant; the form's fields are role, from and until.
func checkGrant(form *fault.Form, g Grant, today period.Date) {
	if g.Role.Rights() == 0 {
		form.Add("role", "account.role_unknown")
	}
	if g.Until <= g.From {
		form.Add("until", "account.until_before_from")
	} else if g.Until <= today {
		form.Add("until", "account.until_past")
	}
}

// dated fills in the days that a form left empty: from today, without end.
func (g Grant) dated(today period.Date) Grant {
	if g.From == "" {
		g.From = today
	}
	if g.Until == "" {
		g.Until = period.Forever
	}
	return g
}
