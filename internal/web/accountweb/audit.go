package accountweb

import (
	"errors"
	"net/http"
	"strconv"

	"hamrong/internal/account"
	"hamrong/internal/store"
	"hamrong/internal/web/ui"
)

// auditView is what the page of the audit chain shows.
type auditView struct {
	Acts    []account.Act
	Before  int64 // the page begins before this entry; 0 is the newest
	Newer   int64 // the page of newer entries begins before this one; 0 is the newest
	Checked bool
	Entries int64              // in the chain that was checked
	Broken  *store.BrokenChain // nil while it holds
}

// GET /audit
func (h *handler) audit(w http.ResponseWriter, r *http.Request) (err error) {
	v := auditView{Checked: r.URL.Query().Get("verify") != ""}
	if text := r.URL.Query().Get("before"); text != "" {
		if v.Before, err = strconv.ParseInt(text, 10, 64); err != nil {
			v.Before = 0 // not a number: the newest
		}
	}
	if v.Acts, err = h.Accounts.Trail(r.Context(), v.Before); err != nil {
		return err
	}
	if v.Before != 0 {
		if v.Newer, err = h.Accounts.Newer(r.Context(), v.Before); err != nil {
			return err
		}
	}
	if v.Checked {
		v.Entries, err = h.Accounts.Verify(r.Context())
		if err != nil && !errors.As(err, &v.Broken) {
			return err
		}
	}
	return ui.Render(w, r, http.StatusOK, auditPage(v))
}
