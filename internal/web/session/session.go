// Package session ties a browser to an account: who signed in, when it was last
// seen, and whether it came by a one-time link.
package session

import (
	"context"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"hamrong/internal/access"
	"hamrong/internal/account"
	"hamrong/internal/store"
)

// How long a session lasts.
const (
	lifetime = 7 * 24 * time.Hour // from signing in
	idle     = 12 * time.Hour     // since it was last seen
	touched  = time.Minute        // how often being seen is written down
)

// The names of the cookie. Browsers bind the first to this host, to TLS and to
// the root path; on plain HTTP they would refuse it.
const (
	secureName = "__Host-hamrong"
	plainName  = "hamrong"
)

const (
	keyAccount = "account"
	keyEpoch   = "epoch"
	keySeen    = "seen"
	keyLink    = "link"
	keyTold    = "told"
)

// Sessions are all sessions of one server.
type Sessions struct {
	scs *scs.SessionManager
	now func() time.Time
}

// New gives the sessions kept in a database. secure says that browsers reach the server by TLS.
func New(db *store.DB, secure bool, failed func(http.ResponseWriter, *http.Request, error)) *Sessions {
	m := scs.New()
	m.Store = db.Sessions()
	m.Lifetime = lifetime
	m.ErrorFunc = failed
	m.Cookie.Name = plainName
	m.Cookie.HttpOnly = true
	m.Cookie.SameSite = http.SameSiteLaxMode
	m.Cookie.Persist = false // it ends with the browser: many share a machine in the office
	if secure {
		m.Cookie.Name, m.Cookie.Secure = secureName, true
	}
	return &Sessions{scs: m, now: db.Now}
}

// Secure reports whether browsers reach the server by TLS.
func (s *Sessions) Secure() bool { return s.scs.Cookie.Secure }

// Load is the middleware that loads a request's session and saves what changed in it.
func (s *Sessions) Load(next http.Handler) http.Handler { return s.scs.LoadAndSave(next) }

// Begin signs an account in under a new token, so that a token planted before is
// worth nothing. byLink says that a one-time link did it.
func (s *Sessions) Begin(ctx context.Context, a account.Account, byLink bool) error {
	if err := s.scs.RenewToken(ctx); err != nil {
		return err
	}
	s.scs.Put(ctx, keyAccount, a.ID)
	s.scs.Put(ctx, keyEpoch, a.Epoch)
	s.scs.Put(ctx, keyLink, byLink)
	s.scs.Put(ctx, keySeen, s.now().Unix())
	return nil
}

// End signs out.
func (s *Sessions) End(ctx context.Context) error { return s.scs.Destroy(ctx) }

// Account gives the account and epoch of a live session, 0 for nobody. Being seen
// is written down at most once a minute.
func (s *Sessions) Account(ctx context.Context) (id, epoch int64) {
	id = s.scs.GetInt64(ctx, keyAccount)
	if id == 0 {
		return 0, 0
	}
	now := s.now()
	seen := time.Unix(s.scs.GetInt64(ctx, keySeen), 0)
	if now.Sub(seen) > idle {
		s.Forget(ctx)
		return 0, 0
	}
	if now.Sub(seen) >= touched {
		s.scs.Put(ctx, keySeen, now.Unix())
	}
	return id, s.scs.GetInt64(ctx, keyEpoch)
}

// Forget drops who was signed in, when the account is gone or its sessions have ended.
func (s *Sessions) Forget(ctx context.Context) {
	for _, key := range []string{keyAccount, keyEpoch, keyLink, keySeen} {
		s.scs.Remove(ctx, key)
	}
}

// ByLink reports whether the session came by a one-time link and has set no password since.
func (s *Sessions) ByLink(ctx context.Context) bool { return s.scs.GetBool(ctx, keyLink) }

// Tell leaves a locale key for the next page to say, after a redirect.
func (s *Sessions) Tell(ctx context.Context, key string) { s.scs.Put(ctx, keyTold, key) }

// Told gives what was left to say, once.
func (s *Sessions) Told(ctx context.Context) string {
	if !s.scs.Exists(ctx, keyTold) {
		return "" // reading must not make a session of a visitor
	}
	return s.scs.PopString(ctx, keyTold)
}

type accountKey struct{}

// WithAccount puts the signed-in account where pages and services find it.
func WithAccount(ctx context.Context, a account.Account) context.Context {
	return access.WithCaller(context.WithValue(ctx, accountKey{}, a), access.Caller{Account: a.ID})
}

// Of gives the signed-in account with its grants; ok is false for a visitor.
func Of(ctx context.Context) (a account.Account, ok bool) {
	a, ok = ctx.Value(accountKey{}).(account.Account)
	return a, ok
}
