package web

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/web/accountweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/session"
	"hamrong/internal/web/throttle"
	"hamrong/internal/web/ui"
)

// formTime is how long a form may take to arrive.
const formTime = 30 * time.Second

// page makes a handler of a route: its bounds before, its error after.
func (s *server) page(rt route.Route) http.Handler {
	limit := rt.MaxBody
	if limit == 0 {
		limit = route.Form
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		note(r, rt.Pattern)
		r.Body = http.MaxBytesReader(w, r.Body, limit)
		if limit <= route.Form && r.Method != http.MethodGet {
			// Somebody who sends a form byte by byte holds a connection only so long. Where
			// the connection cannot set a deadline the server's own bound holds.
			_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(formTime))
		}
		if err := s.admit(r, rt); err != nil {
			s.refuse(w, r, err)
			return
		}
		if err := rt.Handle(w, r); err != nil {
			s.refuse(w, r, err)
		} else if rt.Right&access.Structure != 0 && r.Method != http.MethodGet {
			s.owner.forget() // the top may be another unit now, or called otherwise
		}
	})
}

// admit judges what can be judged before the handler: rates, and being signed in.
func (s *server) admit(r *http.Request, rt route.Route) error {
	if b, ok := s.rates[rt.Rate]; ok {
		key := throttle.Address(r, s.deps.BehindProxy)
		if b.byAccount {
			key = strconv.FormatInt(access.From(r.Context()).Account, 10)
		}
		if err := b.limit.Take(key); err != nil {
			return err
		}
	}
	if rt.Right == route.Anyone {
		return nil
	}
	a, known := session.Of(r.Context())
	if !known {
		return errSignInFirst
	}
	if err := ofAccount(r, a.ID); err != nil {
		return err
	}
	return s.mayWrite(r, rt)
}

// ofAccount refuses a form of another account. A form with a file is judged where it is read.
func ofAccount(r *http.Request, account int64) error {
	if r.Method != http.MethodPost {
		return nil
	}
	sent, err := route.Posted(r)
	if err != nil {
		return err
	}
	return ui.OfAccount(sent, account)
}

// mayWrite refuses forms, and the pages that show them, to who lacks their right
// over the unit of the address, or lacks it everywhere. It spares him a form that
// would be refused and us the reading of a file; the service judges all the same.
func (s *server) mayWrite(r *http.Request, rt route.Route) error {
	if rt.Right&^access.See == 0 {
		return nil
	}
	ask := access.Ask{Right: rt.Right, Action: "page"}
	if strings.Contains(rt.Pattern, "/units/{id}") {
		unit, err := route.ID(r, "id")
		if err != nil {
			return err
		}
		ask.Unit = unit
	}
	_, err := s.door.Permit(r.Context(), ask)
	return err
}

var errSignInFirst = fault.New(fault.Denied, "fault.sign_in_first")

// refuse answers with the page for an error: the sign-in page for who is not
// signed in, 403 for who may see the thing but not do this, else what ui.Error says.
func (s *server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		err = fault.Wrap(err, fault.TooLarge, "fault.too_large", tooLarge.Limit>>20)
	}
	_, known := session.Of(r.Context())
	switch {
	case fault.KindOf(err) == fault.Denied && !known:
		s.toSignIn(w, r)
	case fault.KindOf(err) == fault.Denied:
		ui.Forbidden(w, r, err)
	default:
		fail(r, err)
		ui.Error(w, r, err)
	}
}

// toSignIn leads to the sign-in page and, after a GET, back here. Who sent a form without
// being signed in is told that nothing was written, and keeps what he wrote.
func (s *server) toSignIn(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		if err := accountweb.SignInFirst(s.accountDeps(), w, r); err != nil {
			fail(r, err)
			ui.Error(w, r, err)
		}
		return
	}
	to := "/sign-in"
	if r.URL.Path != "/" {
		to += "?" + url.Values{"next": {r.URL.RequestURI()}}.Encode()
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// nothingHere answers addresses that no route knows.
func (s *server) nothingHere(http.ResponseWriter, *http.Request) error {
	return fault.New(fault.NotFound, "fault.not_found")
}

// home leads who is signed in to the year page of the unit of his first grant, everybody else to the sign-in page.
func (s *server) home(w http.ResponseWriter, r *http.Request) error {
	a, ok := session.Of(r.Context())
	to := "/sign-in"
	if ok {
		to = "/units"
		for _, g := range a.Grants {
			if g.Standing(today(s.deps.DB)) {
				to = "/units/" + strconv.FormatInt(g.Unit, 10) + "/years"
				break
			}
		}
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// healthz says that the program answers and can read its database.
func (s *server) healthz(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if _, err := s.accounts.Empty(r.Context()); err != nil {
		s.log.ErrorContext(r.Context(), "not ready", "error", err)
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return
	}
	_, _ = io.WriteString(w, "ok\n") // a client that has gone is nobody's error
}
