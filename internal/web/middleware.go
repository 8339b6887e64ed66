package web

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"hamrong/internal/fault"
	"hamrong/internal/web/ui"
)

// record is what one request leaves in the log: ids and patterns, never names,
// secrets or addresses with secrets in them.
type record struct {
	pattern string
	account int64
	kind    fault.Kind
	failed  bool
	status  int
	bytes   int
}

type recordKey struct{}

func recordOf(ctx context.Context) *record {
	rec, ok := ctx.Value(recordKey{}).(*record)
	if !ok {
		return &record{}
	}
	return rec
}

func note(r *http.Request, pattern string) { recordOf(r.Context()).pattern = pattern }

func caller(ctx context.Context, id int64) { recordOf(ctx).account = id }

func fail(r *http.Request, err error) {
	rec := recordOf(r.Context())
	rec.failed, rec.kind = true, fault.KindOf(err)
}

// logged writes one line a request, at its end.
func (s *server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start, rec := time.Now(), &record{}
		r = r.WithContext(context.WithValue(r.Context(), recordKey{}, rec))
		next.ServeHTTP(&counted{ResponseWriter: w, rec: rec}, r)
		if rec.pattern == "" {
			return // static files and /healthz
		}
		level := slog.LevelInfo
		if rec.status >= http.StatusInternalServerError {
			level = slog.LevelError
		}
		s.log.Log(r.Context(), level, "request", "method", r.Method, "route", rec.pattern, "status", rec.status, "kind", string(rec.kind),
			"ms", time.Since(start).Milliseconds(), "bytes", rec.bytes, "account", rec.account)
	})
}

// counted notes what is answered.
type counted struct {
	http.ResponseWriter
	rec *record
}

// WriteHeader notes the status.
func (c *counted) WriteHeader(status int) {
	if c.rec.status == 0 {
		c.rec.status = status
	}
	c.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (c *counted) Write(b []byte) (int, error) {
	if c.rec.status == 0 {
		c.rec.status = http.StatusOK
	}
	n, err := c.ResponseWriter.Write(b)
	c.rec.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (c *counted) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// recovered turns a panic into an error page, where nothing was written yet.
func (s *server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if v == nil {
				return
			}
			if v == http.ErrAbortHandler {
				panic(v)
			}
			err := fmt.Errorf("panic: %v\n%s", v, debug.Stack())
			if recordOf(r.Context()).status != 0 {
				s.log.ErrorContext(r.Context(), "panic after the answer began", "error", err)
				panic(http.ErrAbortHandler) // cut the answer off: half a page must not look whole
			}
			r = r.WithContext(ui.WithLang(r.Context(), s.words, ui.Vietnamese))
			ui.Error(w, r, err)
		}()
		next.ServeHTTP(w, r)
	})
}

// sameOrigin refuses what another site's page makes a browser send.
func (s *server) sameOrigin(next http.Handler) http.Handler {
	p := http.NewCrossOriginProtection()
	p.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		note(r, "cross-origin")
		ui.Forbidden(w, r, fault.New(fault.Denied, "fault.other_site"))
	}))
	return p.Handler(next)
}
