package account

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/store"
)

// How long one-time links wait.
const (
	setUpLasts  = 24 * time.Hour
	signInLasts = 7 * 24 * time.Hour
)

// Purpose is what a one-time link is for.
type Purpose string

// The purposes.
const (
	ForSetUp  Purpose = "setup"
	ForSignIn Purpose = "sign_in"
)

// Link is a one-time link that still holds.
type Link struct {
	ID      int64
	Purpose Purpose
	Account int64 // 0 for set-up
	Name    string
	Login   string
}

// newSecret is 130 bits of chance as 26 letters and digits; only its hash is kept.
func newSecret() string { return rand.Text() }

func secretHash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// Empty reports whether nobody can sign in yet: the program waits for its set-up.
func (s *Service) Empty(ctx context.Context) (bool, error) {
	var n int64
	err := s.db.Read(ctx, s.door.Gate("account.setup"), func(t *store.Tx) (err error) {
		n, err = store.One(t, countAccounts, scanInt)
		return err
	})
	return n == 0, err
}

// SetUpLink gives the secret of a new set-up link, in place of any earlier one; a
// Conflict fault once there is an account.
func (s *Service) SetUpLink(ctx context.Context) (string, error) {
	secret := newSecret()
	err := s.db.Write(ctx, s.door.Gate("account.setup_link"), func(t *store.Tx) error {
		if err := nobodyYet(t); err != nil {
			return err
		}
		if _, err := t.Exec(voidSetUp); err != nil {
			return err
		}
		_, err := store.Insert(t, insertLink, secretHash(secret), string(ForSetUp), 0, until(t, setUpLasts))
		return err
	})
	return secret, err
}

func nobodyYet(t *store.Tx) error {
	n, err := store.One(t, countAccounts, scanInt)
	if err == nil && n > 0 {
		err = fault.New(fault.Conflict, "account.set_up_already")
	}
	return err
}

// First is the first account: it administers the first unit and is its clerk.
type First struct {
	Name     string
	Login    string
	Password string
	Locale   string
}

// SetUp uses the set-up link: it founds the first unit by found, makes the first
// account and makes it administrator and clerk of that unit, all or nothing.
func (s *Service) SetUp(ctx context.Context, secret string, f First, found func(*store.Tx) (int64, error)) (Account, error) {
	f.Login, f.Name = FoldLogin(f.Login), tidyName(f.Name)
	var form fault.Form
	checkName(&form, f.Name)
	checkLogin(&form, f.Login)
	checkPassword(&form, "password", f.Password, f.Login)
	wrong := form.Err()
	var hashed string
	if wrong == nil {
		var err error
		if _, err = s.Link(ctx, secret, ForSetUp); err != nil {
			return Account{}, err
		}
		if hashed, err = hash(ctx, f.Password); err != nil {
			return Account{}, err
		}
	}
	var id int64
	err := s.db.Write(ctx, s.door.Gate("account.set_up"), func(t *store.Tx) (err error) {
		if err := spend(t, secret, ForSetUp); err != nil {
			return err
		}
		if err := nobodyYet(t); err != nil {
			return err
		}
		unit, err := found(t)
		if err = bothForms(wrong, err); err != nil {
			return err // of both halves of the form at once; the link stays unused
		}
		if id, err = store.Insert(t, insertFirst, f.Login, f.Name, hashed, localeOr(f.Locale)); err != nil {
			return err
		}
		t.Touched("account", id)
		for _, role := range []access.Role{access.Administrator, access.Clerk} {
			if _, err := store.Insert(t, firstGrant, id, string(role), unit); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Account{}, err
	}
	return s.ByID(ctx, id)
}

// bothForms joins what is wrong in two halves of one form.
func bothForms(first, second error) error {
	var a, b *fault.Error
	if errors.As(first, &a) && errors.As(second, &b) && len(b.Fields) > 0 {
		return &fault.Error{Kind: fault.Invalid, Key: a.Key, Fields: append(append([]fault.Field{}, b.Fields...), a.Fields...)}
	}
	if second != nil {
		return second
	}
	return first
}

func localeOr(locale string) string {
	if locale == "en" {
		return "en"
	}
	return "vi"
}

// Link gives a link that still holds for a purpose; a Gone fault otherwise. It uses nothing up.
func (s *Service) Link(ctx context.Context, secret string, purpose Purpose) (Link, error) {
	var l Link
	err := s.db.Read(ctx, s.door.Gate("account.link"), func(t *store.Tx) (err error) {
		l, err = findLink(t, secret, purpose)
		return err
	})
	return l, err
}

func findLink(t *store.Tx, secret string, purpose Purpose) (Link, error) {
	l, err := store.One(t, linkByHash, func(r store.Row) (l Link, err error) {
		var p string
		err = r.Scan(&l.ID, &p, &l.Account, &l.Name, &l.Login)
		l.Purpose = Purpose(p)
		return l, err
	}, secretHash(secret))
	if errors.Is(err, fault.NotFound) || (err == nil && l.Purpose != purpose) {
		return Link{}, fault.New(fault.Gone, "account.link_gone")
	}
	return l, err
}

// spend uses a link up within a transaction.
func spend(t *store.Tx, secret string, purpose Purpose) error {
	l, err := findLink(t, secret, purpose)
	if err != nil {
		return err
	}
	n, err := t.Exec(useLink, l.ID)
	if err == nil && n == 0 {
		err = fault.New(fault.Gone, "account.link_gone")
	}
	return err
}

// UseLink signs in by a one-time link and uses it up.
func (s *Service) UseLink(ctx context.Context, secret string) (Account, error) {
	var id int64
	err := s.db.Write(ctx, s.door.Gate("account.sign_in_by_link"), func(t *store.Tx) error {
		l, err := findLink(t, secret, ForSignIn)
		if err != nil {
			return err
		}
		id = l.Account
		t.Touched("account", id)
		return spend(t, secret, ForSignIn)
	})
	if err != nil {
		return Account{}, err
	}
	return s.ByID(ctx, id)
}
