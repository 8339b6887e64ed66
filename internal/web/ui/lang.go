package ui

import (
	"context"
	"net/http"
	"strings"
)

// Lang is a language of the interface. The empty value means Vietnamese.
type Lang string

// The languages, the first one being the default.
const (
	Vietnamese Lang = "vi"
	English    Lang = "en"
)

// Langs lists the languages in the order of the switch.
var langs = [...]Lang{Vietnamese, English}

// ParseLang reads a language tag ("en", "en-GB", "vi"); ok is false for one the interface does not speak.
func ParseLang(s string) (lang Lang, ok bool) {
	tag, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(s)), "-")
	for _, l := range langs {
		if string(l) == tag {
			return l, true
		}
	}
	return Vietnamese, false
}

// Name is how the language calls itself.
func (l Lang) Name() string {
	if l == English {
		return "English"
	}
	return "Tiếng Việt"
}

// langCookie keeps the choice made with ?lang=. It is no secret and holds nothing of the person.
const langCookie = "lang"

// chooseLang settles the language of a request: the switch, then the cookie, then Accept-Language.
func chooseLang(r *http.Request) (lang Lang, switched bool) {
	if l, ok := ParseLang(r.URL.Query().Get("lang")); ok {
		return l, true
	}
	if c, err := r.Cookie(langCookie); err == nil {
		if l, ok := ParseLang(c.Value); ok {
			return l, false
		}
	}
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ := strings.Cut(part, ";")
		if l, ok := ParseLang(tag); ok {
			return l, false
		}
	}
	return Vietnamese, false
}

// Languages is the middleware that settles the language of each request and puts it, with the
// catalogue and the address asked for, where T and the page frame find them.
func Languages(cat *Catalogue, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lang, switched := chooseLang(r)
		if switched {
			KeepLang(w, r, string(lang))
		}
		w.Header().Add("Vary", "Accept-Language, Cookie")
		ctx := WithLang(r.Context(), cat, lang)
		if r.Method == http.MethodGet || r.Method == http.MethodHead {
			ctx = context.WithValue(ctx, pathKey{}, r.URL.RequestURI())
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// KeepLang lets the browser keep a language ("vi", "en") for its next requests, as when a person
// whose account names one signs in.
func KeepLang(w http.ResponseWriter, r *http.Request, lang string) {
	l, ok := ParseLang(lang)
	if !ok {
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: langCookie, Value: string(l), Path: "/", MaxAge: 365 * 24 * 3600,
		HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteLaxMode,
	})
}

type (
	speechKey struct{}
	pathKey   struct{}
)

// speech is what a context knows about words: in which language, from which catalogue.
type speech struct {
	cat  *Catalogue
	lang Lang
}

// WithLang gives a context in which T speaks lang from cat. The middleware does so for every
// request; tests and jobs do it themselves.
func WithLang(ctx context.Context, cat *Catalogue, lang Lang) context.Context {
	return context.WithValue(ctx, speechKey{}, speech{cat, lang})
}

// LangOf gives the language of the context, Vietnamese where none was settled.
func LangOf(ctx context.Context) Lang { return speechOf(ctx).lang }

func speechOf(ctx context.Context) speech {
	if s, ok := ctx.Value(speechKey{}).(speech); ok && s.cat != nil {
		return s
	}
	return speech{ownCatalogue(), Vietnamese}
}
