package figureweb

import (
	"net/http"
	"net/url"

	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

func (h handler) change(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		in := ui.Read(values)
		value, edit := recordweb.Value(in, values, ""), recordweb.Edit(values)
		edit.Reason = in.Text("reason", 500)
		if err := in.Err(); err != nil {
			return "", err
		}
		return recordweb.KeptHref(recordweb.FigureHref(record)), h.figures.Change(r.Context(), record, value, edit)
	}, Again: func(form recordweb.Form, status int) error {
		return h.render(w, r, func(v *figureView) { v.Change = form }, status)
	}}.Give(w, r)
}

func (h handler) withdraw(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		in := ui.Read(values)
		reason := in.Text("reason", 500)
		if err := in.Err(); err != nil {
			return "", err
		}
		return recordweb.KeptHref(recordweb.FigureHref(record)), h.figures.Withdraw(r.Context(), record, reason)
	}, Again: func(form recordweb.Form, status int) error {
		return h.render(w, r, func(v *figureView) { v.Withdraw = form }, status)
	}}.Give(w, r)
}
