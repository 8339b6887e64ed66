package web

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/account"
	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/web/session"
	"hamrong/internal/web/ui"
)

// identify finds the account of the session and puts it, and what the frame shows of it, into the context.
func (s *server) identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, err := s.known(r.Context())
		if err == nil {
			ctx, err = s.framed(ctx, r.URL.Path)
		}
		r = r.WithContext(ctx)
		if err != nil {
			fail(r, err)
			ui.Error(w, r, err)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// known gives a context with the session's account. A session whose account is
// disabled, or of an earlier epoch, is nobody's.
func (s *server) known(ctx context.Context) (context.Context, error) {
	id, epoch := s.sessions.Account(ctx)
	if id == 0 {
		return ctx, nil
	}
	a, err := s.accounts.ByID(ctx, id)
	if errors.Is(err, fault.NotFound) || (err == nil && a.Epoch != epoch) {
		s.sessions.Forget(ctx)
		return ctx, nil
	}
	if err != nil {
		return ctx, err
	}
	caller(ctx, id)
	return session.WithAccount(ctx, a), nil
}

// framed gives a context whose pages show the bar for this account.
func (s *server) framed(ctx context.Context, path string) (context.Context, error) {
	name, err := s.owner.name(ctx, s)
	if err != nil {
		return ctx, err
	}
	shell := ui.Shell{Home: "/", SignIn: "/sign-in", Owner: name, Version: s.deps.Version}
	if a, ok := session.Of(ctx); ok {
		shell.Account = &ui.Account{ID: a.ID, Name: a.Name, Role: roleLine(ctx, a, today(s.deps.DB)), Href: "/account", SignOut: "/sign-out"}
		shell.Menu = s.menu(ctx, a, path)
	}
	return ui.WithShell(ctx, shell), nil
}

// roleLine names the first standing role: "Chuyên viên · Đảng bộ Sở …".
func roleLine(ctx context.Context, a account.Account, day period.Date) string {
	for _, role := range access.Roles {
		for _, g := range a.Grants {
			if g.Role == role && g.Standing(day) {
				return ui.T(ctx, "account.role."+string(role)) + " · " + g.UnitName
			}
		}
	}
	return ui.T(ctx, "account.role.none")
}

func holds(a account.Account, need access.Right, day period.Date) bool {
	for _, g := range a.Grants {
		if g.Standing(day) && g.Role.Rights()&need == need {
			return true
		}
	}
	return false
}

func today(db *store.DB) period.Date { return period.Day(db.Now().Local()) }

// owner remembers the name of the organisation, the first unit, for a while.
type owner struct {
	mu    sync.Mutex
	value string
	until time.Time
}

func (o *owner) name(ctx context.Context, s *server) (string, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	now := s.deps.DB.Now()
	if now.Before(o.until) && o.value != "" {
		return o.value, nil
	}
	name, err := s.accounts.Owner(ctx)
	if err == nil {
		o.value, o.until = name, now.Add(time.Minute)
	}
	return name, err
}

func (o *owner) forget() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.until = time.Time{}
}
