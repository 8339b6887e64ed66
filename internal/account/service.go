package account

import (
	"context"
	"errors"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/store"
)

// Door is what the service asks: permits for people, and the gate's for what
// happens before anyone is known.
type Door interface {
	access.Door
	Gate(action string) access.Permit
}

// Service does everything about accounts.
type Service struct {
	db   *store.DB
	door Door
}

// New gives the service of a database.
func New(db *store.DB, door Door) *Service { return &Service{db: db, door: door} }

// SignIn gives the account of a login and password. A wrong login and a wrong
// password are one fault, and take equally long.
func (s *Service) SignIn(ctx context.Context, login, password string) (Account, error) {
	var (
		a      Account
		stored string
	)
	err := s.db.Read(ctx, s.door.Gate("account.sign_in"), func(t *store.Tx) (err error) {
		a, err = store.One(t, byLogin, func(r store.Row) (a Account, err error) {
			var disabled, has int64
			err = r.Scan(&a.ID, &a.Login, &a.Name, &a.Locale, &disabled, &has, &a.Epoch, &stored)
			a.Disabled, a.Password = disabled != 0, has != 0
			return a, err
		}, FoldLogin(login))
		return err
	})
	if err != nil && !errors.Is(err, fault.NotFound) {
		return Account{}, err
	}
	ok, err := matches(ctx, password, stored)
	if err != nil {
		return Account{}, err
	}
	if !ok || a.Disabled {
		return Account{}, fault.InvalidField("password", "account.sign_in_wrong")
	}
	return a, s.note(ctx, "account.sign_in", a.ID)
}

// note leaves an entry about an account in the audit chain.
func (s *Service) note(ctx context.Context, action string, id int64) error {
	return s.db.Write(ctx, s.door.Gate(action), func(t *store.Tx) error {
		t.Touched("account", id)
		return nil
	})
}

// ByID gives an account with its grants, for the session of each request. A
// disabled account is NotFound.
func (s *Service) ByID(ctx context.Context, id int64) (Account, error) {
	var a Account
	err := s.db.Read(ctx, s.door.Gate("account.session"), func(t *store.Tx) (err error) {
		if a, err = store.One(t, byID, scanAccount, id); err != nil {
			return err
		}
		if a.Disabled {
			return fault.New(fault.NotFound, "fault.not_found")
		}
		a.Grants, err = store.All(t, ownGrants, scanGrant, id)
		return err
	})
	return a, err
}

// ChangePassword changes the caller's password after checking the one before.
// All other sessions of the account end.
func (s *Service) ChangePassword(ctx context.Context, before, password string) error {
	id := access.From(ctx).Account
	var stored string
	err := s.db.Read(ctx, s.door.Gate("account.password"), func(t *store.Tx) (err error) {
		stored, err = store.One(t, passwordOf, func(r store.Row) (h string, err error) { return h, r.Scan(&h) }, id)
		return err
	})
	if err != nil {
		return err
	}
	ok, err := matches(ctx, before, stored)
	if err != nil {
		return err
	}
	if !ok {
		return fault.InvalidField("before", "account.password_before_wrong")
	}
	return s.ChoosePassword(ctx, password)
}

// ChoosePassword sets the caller's password without asking for the one before:
// only for a session that a one-time link has just begun. All sessions of the
// account end; the caller's own goes on by its new epoch. A link that still waits
// is void: whoever found it comes in no more than whoever knew the password.
func (s *Service) ChoosePassword(ctx context.Context, password string) error {
	a, err := s.ByID(ctx, access.From(ctx).Account)
	if err != nil {
		return err
	}
	var form fault.Form
	checkPassword(&form, "password", password, a.Login)
	if err := form.Err(); err != nil {
		return err
	}
	hashed, err := hash(ctx, password)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, s.door.Gate("account.password"), func(t *store.Tx) error {
		t.Touched("account", a.ID)
		n, err := t.Exec(setPassword, a.ID, hashed)
		if err == nil && n == 0 {
			err = fault.New(fault.NotFound, "fault.not_found")
		}
		if err == nil {
			_, err = t.Exec(voidOwn, a.ID)
		}
		return err
	})
}

// SetLocale keeps the language of the caller's pages, "vi" or "en".
func (s *Service) SetLocale(ctx context.Context, locale string) error {
	if locale != "vi" && locale != "en" {
		return fault.InvalidField("locale", "account.locale_unknown")
	}
	return s.db.Write(ctx, s.door.Gate("account.locale"), func(t *store.Tx) error {
		id := access.From(ctx).Account
		t.Touched("account", id)
		_, err := t.Exec(setLocale, id, locale)
		return err
	})
}

// until gives the end of something that lasts for d from the transaction's time on.
func until(t *store.Tx, d time.Duration) int64 { return t.Now().Add(d).UnixMilli() }
