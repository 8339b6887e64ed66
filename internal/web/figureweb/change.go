package figureweb

import (
	"net/http"
	"net/url"

	"hamrong/internal/figure"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

func (h handler) change(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "record", Do: func(record int64, values url.Values) (string, error) {
		in := ui.Read(values)
		value, edit := readValue(in, values, ""), recordweb.Edit(values)
		edit.Reason = in.Text("reason", 500)
		if err := in.Err(); err != nil {
			return "", err
		}
		return recordweb.KeptHref(recordweb.FigureHref(record)), h.figures.Change(r.Context(), record, value, edit)
	}, Again: func(form recordweb.Form, status int) error {
		return h.render(w, r, func(v *figureView) { v.Change = form }, status)
	}}.Give(w, r)
}

// readValue reads count, base and percent; tail is what stands after the fields' names.
func readValue(in *ui.Reading, values url.Values, tail string) figure.Value {
	v := figure.Value{}
	if n, ok := in.MaybeNumber("count"+tail, 0, 100_000_000); ok {
		v.Count = &n
	}
	if n, ok := in.MaybeNumber("of_total"+tail, 1, 100_000_000); ok {
		v.OfTotal = &n
	}
	if text := values.Get("percent" + tail); text != "" {
		p, err := figure.ParsePercent(text)
		if err != nil {
			in.Wrong("percent"+tail, "ui.field.percent", text)
		} else {
			v.Percent = &p
		}
	}
	return v
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
