package ui

import (
	"crypto/rand"
	"errors"
	"log/slog"
	"net/http"

	"hamrong/internal/fault"
)

// statuses are the answers to the kinds of fault.
var statuses = map[fault.Kind]int{
	fault.Invalid:     http.StatusUnprocessableEntity,
	fault.Denied:      http.StatusNotFound, // as NotFound: nobody learns what exists
	fault.NotFound:    http.StatusNotFound,
	fault.Conflict:    http.StatusConflict,
	fault.Gone:        http.StatusGone,
	fault.TooMany:     http.StatusTooManyRequests,
	fault.TooLarge:    http.StatusRequestEntityTooLarge,
	fault.Unavailable: http.StatusServiceUnavailable,
	fault.Unreadable:  http.StatusUnprocessableEntity,
}

// Status is the answer's number for err, 500 for what is not a fault.
func Status(err error) int {
	if s, ok := statuses[fault.KindOf(err)]; ok {
		return s
	}
	return http.StatusInternalServerError
}

// trouble is what an error page says.
type trouble struct {
	title  string
	text   string
	kept   string
	fields []fault.Field
}

// Error answers with a page that says what happened, what was kept and what to do. It is the only
// place that turns an error into an answer. An error that is not a fault is logged with a number,
// and the person is given that number and nothing else.
//
// Denied and NotFound give the very same page. Where the person may know that a thing exists but
// not change it, use Forbidden.
func Error(w http.ResponseWriter, r *http.Request, err error) {
	status := Status(err)
	t := describe(r, err)
	if fault.KindOf(err) == fault.TooMany {
		w.Header().Set("Retry-After", "60")
	}
	answer(w, r, status, t)
}

// Forbidden answers 403 to a person who may see the thing but not do this with it.
func Forbidden(w http.ResponseWriter, r *http.Request, err error) {
	var e *fault.Error
	t := trouble{title: T(r.Context(), "ui.error.forbidden"), kept: T(r.Context(), "ui.error.kept")}
	if errors.As(err, &e) {
		t.text = T(r.Context(), e.Key, e.Args...)
	}
	answer(w, r, http.StatusForbidden, t)
}

func describe(r *http.Request, err error) trouble {
	ctx := r.Context()
	kind := fault.KindOf(err)
	var e *fault.Error
	switch _, known := statuses[kind]; {
	case !known:
		number := rand.Text()[:8]
		slog.ErrorContext(ctx, "request failed", "number", number, "route", r.Pattern, "error", err)
		return trouble{title: T(ctx, "ui.error.internal"), text: T(ctx, "ui.error.internal.text", number)}
	case kind == fault.Denied || kind == fault.NotFound:
		return trouble{title: T(ctx, "ui.error.not_found"), text: T(ctx, "ui.error.denied.text")}
	}
	t := trouble{title: T(ctx, "ui.error."+string(kind)), kept: T(ctx, "ui.error.kept")}
	if errors.As(err, &e) {
		t.text, t.fields = T(ctx, e.Key, e.Args...), e.Fields
	}
	if kind == fault.Unavailable || kind == fault.TooMany {
		t.kept += " " + T(ctx, "ui.error.try")
	}
	return t
}

func answer(w http.ResponseWriter, r *http.Request, status int, t trouble) {
	w.Header().Set("Cache-Control", "no-store")
	err := Render(w, r, status, troublePage(t))
	if err != nil {
		slog.ErrorContext(r.Context(), "error page failed", "error", err)
		http.Error(w, t.title+". "+t.text, status)
	}
}
