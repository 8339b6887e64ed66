package accountweb

import (
	"net/http"
	"net/url"
	"slices"

	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// unsent is a form that was sent after its session had ended. It travels through the sign-in
// page in hidden fields, and the account whose form it is may send it again with one press once
// signed in; nobody else is shown it, for many share a machine. The server writes nothing of it
// down, and it is judged by the rights that the account has then.
type unsent struct {
	Path   string // where it was sent, a path of this server; "" for none
	Of     int64  // whose form it is
	Next   string // where to go on without it
	Values url.Values
}

// largestUnsent bounds what travels, so that it fits into a form once more however it is encoded.
const largestUnsent = route.Form / 4

// secretFields never leave the form they were typed in.
var secretFields = []string{"password", "again", "before"}

// unsentOf takes the form of a refused request. Files and secrets are not carried on, nor is a
// form that does not say whose it is.
func unsentOf(r *http.Request) unsent {
	if r.ContentLength <= 0 || r.ContentLength > largestUnsent || r.ParseForm() != nil || len(r.PostForm) == 0 {
		return unsent{}
	}
	return carried(r.URL.RequestURI(), r.PostForm)
}

func carried(path string, values url.Values) unsent {
	of := ui.FormOf(values)
	if of == 0 || slices.ContainsFunc(secretFields, values.Has) {
		return unsent{}
	}
	return unsent{Path: localPath(path), Of: of, Values: values}
}

// unsentIn reads back what the sign-in page carries.
func unsentIn(values url.Values) unsent {
	if int64(len(values.Get("unsent"))) > 2*largestUnsent { // encoded again it may have grown
		return unsent{}
	}
	sent, err := url.ParseQuery(values.Get("unsent"))
	if err != nil || values.Get("unsent_to") == "" {
		return unsent{}
	}
	return carried(values.Get("unsent_to"), sent)
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

// typed shows what was typed under the names that the form gives its fields.
func (u unsent) typed() ui.Facts {
	var list ui.Facts
	for _, x := range ui.TypedIn(u.Values) {
		list = append(list, ui.Fact{Label: x.Label, Body: ui.Plain(x.Text)})
	}
	return list
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

// resumed keeps a carried form for the account whose it is and gives the page that offers it again:
// to another account that page says nothing of it.
func (h *handler) resumed(account int64, u unsent) string {
	if u.Of != account {
		return "/account/unsent"
	}
	return "/account/unsent?said=" + h.late.Put(account, u)
}

// GET /account/unsent
func (h *handler) unsent(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Cache-Control", "no-store")
	if u, ok := h.late.Get(caller(r), r.URL.Query().Get("said")); ok {
		return ui.Render(w, r, http.StatusOK, resumePage(u))
	}
	return ui.Render(w, r, http.StatusOK, nothingUnsentPage())
}
