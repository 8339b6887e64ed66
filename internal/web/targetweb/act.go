package targetweb

import (
	"net/http"
	"net/url"

	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

// act is one form about one target: what it does, and the page on which it stands.
type act struct {
	do   func(record int64, in *ui.Reading, values url.Values) error
	page page
	put  func(v *targetView, f recordweb.Form) // the form where it was wrong
}

func (h handler) act(w http.ResponseWriter, r *http.Request, a act) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		return recordweb.KeptHref(recordweb.TargetHref(record)), a.do(record, ui.Read(values), values)
	}, Again: func(form recordweb.Form, status int) error {
		return h.render(w, r, a.page, func(v *targetView) { a.put(v, form) }, status)
	}}.Give(w, r)
}
