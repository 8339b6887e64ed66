package figureweb

import (
	"net/http"
	"net/url"

	"hamrong/internal/figure"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

func (h handler) change(w http.ResponseWriter, r *http.Request) error {
	record, err := number(r, "record")
	if err != nil {
		return err
	}
	if err := r.ParseForm(); err != nil {
		return err
	}
	in := ui.Read(r.PostForm)
	value := readValue(in, r.PostForm, "")
	reason := in.Text("reason", 500)
	if err = in.Err(); err == nil {
		err = h.Figures.Change(r.Context(), record, value, reason)
	}
	if err == nil {
		http.Redirect(w, r, recordweb.FigureHref(record)+"?kept=1", http.StatusSeeOther)
		return nil
	}
	form, ok := ui.Wrong(r.PostForm, err)
	if !ok {
		return err
	}
	v, err := h.view(r)
	if err != nil {
		return err
	}
	v.Change = form
	return ui.Render(w, r, http.StatusUnprocessableEntity, figurePage(v))
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
	record, err := number(r, "record")
	if err != nil {
		return err
	}
	if err := r.ParseForm(); err != nil {
		return err
	}
	in := ui.Read(r.PostForm)
	reason := in.Text("reason", 500)
	if err = in.Err(); err == nil {
		err = h.Figures.Withdraw(r.Context(), record, reason)
	}
	if err == nil {
		http.Redirect(w, r, recordweb.FigureHref(record)+"?kept=1", http.StatusSeeOther)
		return nil
	}
	form, ok := ui.Wrong(r.PostForm, err)
	if !ok {
		return err
	}
	v, err := h.view(r)
	if err != nil {
		return err
	}
	v.Withdraw = form
	return ui.Render(w, r, http.StatusUnprocessableEntity, figurePage(v))
}
