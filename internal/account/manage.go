package account

import (
	"context"
	"errors"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/store"
)

// Invitation is a new account with its first grant.
type Invitation struct {
	Login string
	Name  string
	Grant Grant // its Unit is where the caller must be administrator
}

// Invite makes an account without a password and gives the secret of the link by
// which its owner comes in for the first time.
func (s *Service) Invite(ctx context.Context, in Invitation) (id int64, secret string, err error) {
	in.Login, in.Name = FoldLogin(in.Login), tidyName(in.Name)
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Administer, Unit: in.Grant.Unit, Action: "account.invite"})
	if err != nil {
		return 0, "", err
	}
	secret = newSecret()
	err = s.db.Write(ctx, p, func(t *store.Tx) error {
		g := in.Grant.dated(t.Today())
		var form fault.Form
		checkLogin(&form, in.Login)
		checkName(&form, in.Name)
		checkGrant(&form, g, t.Today())
		if err := form.Err(); err != nil {
			return err
		}
		if id, err = store.Insert(t, insertAccount, in.Login, in.Name, "vi"); err != nil {
			if errors.Is(err, fault.Conflict) {
				return fault.InvalidField("login", "account.login_taken", in.Login)
			}
			return err
		}
		t.Touched("account", id)
		if _, err := store.Insert(t, insertGrant, id, string(g.Role), g.From, g.Until); err != nil {
			return err
		}
		_, err := store.Insert(t, issueLink, secretHash(secret), id, until(t, signInLasts))
		return err
	})
	if err != nil {
		return 0, "", err
	}
	return id, secret, nil
}

// NewLink gives the secret of a new one-time link into an account, in place of any earlier one.
func (s *Service) NewLink(ctx context.Context, id int64) (string, error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Administer, Action: "account.link"})
	if err != nil {
		return "", err
	}
	return s.newLink(ctx, p, id)
}

// LinkByLogin is NewLink for the person at the machine, by a permit of the console.
func (s *Service) LinkByLogin(ctx context.Context, console access.Permit, login string) (string, error) {
	var id int64
	err := s.db.Read(ctx, console, func(t *store.Tx) (err error) {
		id, err = store.One(t, loginID, scanInt, FoldLogin(login))
		return err
	})
	if errors.Is(err, fault.NotFound) {
		return "", fault.New(fault.NotFound, "account.no_such_login", login)
	}
	if err != nil {
		return "", err
	}
	return s.newLink(ctx, console, id)
}

func (s *Service) newLink(ctx context.Context, p access.Permit, id int64) (string, error) {
	secret := newSecret()
	err := s.db.Write(ctx, p, func(t *store.Tx) error {
		a, err := manageable(t, id)
		if err != nil {
			return err
		}
		if a.Disabled {
			return fault.New(fault.Conflict, "account.disabled_already", a.Name)
		}
		t.Touched("account", id)
		if _, err := t.Exec(voidLinks, id); err != nil {
			return err
		}
		_, err = store.Insert(t, issueLink, secretHash(secret), id, until(t, signInLasts))
		return err
	})
	if err != nil {
		return "", err
	}
	return secret, nil
}

// manageable gives an account over all of whose standing grants the caller is
// administrator. One that he does not see at all is NotFound, one that reaches
// further than he is Denied.
func manageable(t *store.Tx, id int64) (Account, error) {
	a, err := store.One(t, seenAccount, scanAccount, id)
	if err != nil {
		return Account{}, err
	}
	n, err := store.One(t, foreignGrants, scanInt, id)
	if err != nil {
		return Account{}, err
	}
	if n > 0 {
		return Account{}, fault.New(fault.Denied, "account.reaches_further", a.Name)
	}
	return a, nil
}

// Disable ends an account's sessions and lets nobody in by it any more; its
// records stay. The last administrator of a unit cannot be disabled.
func (s *Service) Disable(ctx context.Context, id int64) error {
	return s.manage(ctx, "account.disable", id, func(t *store.Tx, a Account) error {
		if err := notLast(t, id, 0); err != nil {
			return err
		}
		if _, err := t.Exec(voidLinks, id); err != nil {
			return err
		}
		_, err := t.Exec(disable, id)
		return err
	})
}

// Enable lets a disabled account in again.
func (s *Service) Enable(ctx context.Context, id int64) error {
	return s.manage(ctx, "account.enable", id, func(t *store.Tx, a Account) error {
		_, err := t.Exec(enable, id)
		return err
	})
}

func (s *Service) manage(ctx context.Context, action string, id int64, fn func(*store.Tx, Account) error) error {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Administer, Action: action})
	if err != nil {
		return err
	}
	return s.db.Write(ctx, p, func(t *store.Tx) error {
		a, err := manageable(t, id)
		if err != nil {
			return err
		}
		t.Touched("account", id)
		return fn(t, a)
	})
}

// notLast refuses to take away an account's grants (one of them, or all with
// grant 0) when a unit would be left without a lasting administrator.
func notLast(t *store.Tx, account, grant int64) error {
	n, err := store.One(t, orphaned, scanInt, account, grant)
	if err == nil && n > 0 {
		err = fault.New(fault.Conflict, "account.last_administrator")
	}
	return err
}

// Give grants a role over a unit to an account. A grant that overlaps the same one is a Conflict.
func (s *Service) Give(ctx context.Context, g Grant) error {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Administer, Unit: g.Unit, Action: "grant.give"})
	if err != nil {
		return err
	}
	return s.db.Write(ctx, p, func(t *store.Tx) error {
		g := g.dated(t.Today())
		var form fault.Form
		checkGrant(&form, g, t.Today())
		if err := form.Err(); err != nil {
			return err
		}
		if _, err := store.One(t, seenAccount, scanAccount, g.Account); err != nil {
			return err
		}
		same, err := store.All(t, sameGrant, scanInt, g.Account, string(g.Role), g.From, g.Until)
		if err != nil {
			return err
		}
		if len(same) > 0 {
			return fault.InvalidField("role", "account.grant_overlaps")
		}
		id, err := store.Insert(t, insertGrant, g.Account, string(g.Role), g.From, g.Until)
		if err == nil {
			t.Touched("access_grant", id)
		}
		return err
	})
}

// Own makes those who today administer the transaction's unit, the former top, administrators of the
// unit that was founded above it, each with the dates of his own: nobody has a right over it yet, and
// one of them alone there could no longer be managed by the others. Other grants stay what they were
// and reach no further.
func Own(t *store.Tx, top int64) error {
	grants, err := store.All(t, ownTop, scanInt, top)
	for _, id := range grants {
		t.Touched("access_grant", id)
	}
	return err
}

// TakeBack ends a grant today; one that has not begun before today is removed.
func (s *Service) TakeBack(ctx context.Context, grant int64) error {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Administer, Action: "grant.take_back"})
	if err != nil {
		return err
	}
	return s.db.Write(ctx, p, func(t *store.Tx) error {
		g, err := store.One(t, seenGrant, scanGrant, grant)
		if err != nil {
			return err
		}
		at, err := t.On(access.Administer, g.Unit)
		if err != nil {
			return err
		}
		if err := notLast(at, g.Account, g.ID); err != nil {
			return err
		}
		at.Touched("access_grant", g.ID)
		for _, q := range []*store.Stmt{endGrant, dropGrant} {
			n, err := at.Exec(q, g.ID)
			if err != nil || n > 0 {
				return err
			}
		}
		return fault.New(fault.Conflict, "account.grant_ended")
	})
}
