package targetweb

import (
	"context"
	"net/http"
	"net/url"

	"github.com/a-h/templ"

	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

// act is one form about one target: what it does, and how its page is shown again when fields
// are wrong.
type act struct {
	do    func(ctx context.Context, record int64, in *ui.Reading, values url.Values) error
	again func(v *targetView, f ui.Form)
	page  func(v targetView) templ.Component // nil for the editing page
}

func (h handler) act(w http.ResponseWriter, r *http.Request, a act) error {
	record, err := number(r, "record")
	if err != nil {
		return err
	}
	if err := r.ParseForm(); err != nil {
		return err
	}
	if err = a.do(r.Context(), record, ui.Read(r.PostForm), r.PostForm); err == nil {
		http.Redirect(w, r, recordweb.TargetHref(record)+"?kept=1", http.StatusSeeOther)
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
	a.again(&v, form)
	page := editPage
	if a.page != nil {
		page = a.page
	}
	return ui.Render(w, r, http.StatusUnprocessableEntity, page(v))
}
