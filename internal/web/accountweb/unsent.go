package accountweb

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// unsent is a form that was sent after its session had ended. It travels through the sign-in
// page in hidden fields, and who signs in may send it again with one press; the server keeps
// nothing of it, and it is judged by the rights of who sends it then.
type unsent struct {
	Path   string // where it was sent, a path of this server; "" for none
	Values url.Values
}

// largestUnsent bounds what travels, so that it fits into a form once more however it is encoded.
const largestUnsent = route.Form / 4

// secretFields never leave the form they were typed in.
var secretFields = []string{"password", "again", "before"}

// unsentOf takes the form of a refused request. Files and secrets are not carried on.
func unsentOf(r *http.Request) unsent {
	if r.ContentLength <= 0 || r.ContentLength > largestUnsent || r.ParseForm() != nil || len(r.PostForm) == 0 {
		return unsent{}
	}
	if slices.ContainsFunc(secretFields, r.PostForm.Has) {
		return unsent{}
	}
	return unsent{Path: localPath(r.URL.RequestURI()), Values: r.PostForm}
}

// unsentIn reads back what the sign-in page carries.
func unsentIn(values url.Values) unsent {
	carried, err := url.ParseQuery(values.Get("unsent"))
	if err != nil || values.Get("unsent_to") == "" || slices.ContainsFunc(secretFields, carried.Has) {
		return unsent{}
	}
	return unsent{Path: localPath(values.Get("unsent_to")), Values: carried}
}

// fields lists names and values in an order of their own, values of one name as they stood.
func (u unsent) fields() [][2]string {
	var names []string
	for name := range u.Values {
		names = append(names, name)
	}
	slices.Sort(names)
	var list [][2]string
	for _, name := range names {
		for _, v := range u.Values[name] {
			list = append(list, [2]string{name, v})
		}
	}
	return list
}

// typed lists what can be read of the form, each value once: words and numbers, without the
// program's own codes ("accept", ">=") and versions.
func (u unsent) typed() []string {
	var list []string
	for _, f := range u.fields() {
		text := strings.TrimSpace(f[1])
		if readable(text) && !strings.HasPrefix(f[0], "seen") && !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return list
}

func readable(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsDigit(r) || r > unicode.MaxASCII })
}

// SignInFirst answers a form that came without a session: nothing of it was written, and it can
// be sent again after signing in.
func SignInFirst(d Deps, w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Cache-Control", "no-store")
	h := &handler{Deps: d}
	v := signInView{Late: true, Unsent: unsentOf(r), Next: "/"}
	if from, err := url.Parse(r.Referer()); err == nil && from.Host == r.Host && from.Path != "" {
		v.Next = localPath(from.RequestURI())
	}
	return h.showSignIn(w, r, http.StatusForbidden, v)
}

// resume offers to send the carried form again.
func resume(w http.ResponseWriter, r *http.Request, u unsent, next string) error {
	w.Header().Set("Cache-Control", "no-store")
	r = r.WithContext(ui.WithoutSignIn(r.Context())) // the bar was made before the session began
	return ui.Render(w, r, http.StatusOK, resumePage(u, next))
}
