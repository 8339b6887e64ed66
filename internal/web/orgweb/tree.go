package orgweb

import (
	"net/http"
	"net/url"

	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/web/ui"
)

// treeView is what the page of all units shows.
type treeView struct {
	Form    ui.Form // the question: a day, words
	Day     period.Date
	Past    bool // another day than today
	Words   string
	Asked   bool // words were given: Found holds the answer
	Found   []org.Unit
	More    bool
	Tree    org.Tree
	Branch  []branch
	Founder int64 // the only top, if the caller may found units there
}

// branch is a unit of the tree with what hangs below it.
type branch struct {
	org.Node
	Below []branch
}

// GET /units
func (h *handler) tree(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	v := treeView{Words: q.Get("q"), Form: ui.NewForm(q)}
	status := http.StatusOK
	day, err := dayOf(r)
	if form, ok := ui.Wrong(q, err); ok {
		v.Form, status = form, http.StatusUnprocessableEntity
	}
	v.Day, v.Past = day, day != "" && day != h.today()
	if v.Words != "" {
		v.Asked = true
		if v.Found, v.More, err = h.units.Search(r.Context(), v.Words, day); err != nil {
			return err
		}
		return ui.Render(w, r, status, treePage(v))
	}
	if v.Tree, err = h.units.Tree(r.Context(), 0, day); err != nil {
		return err
	}
	v.Branch, _ = hang(v.Tree.Nodes, 0)
	return ui.Render(w, r, status, treePage(v))
}

func (h *handler) today() period.Date { return period.Day(h.DB.Now().Local()) }

// hang turns the list of a tree in reading order into branches from a depth on, and gives what is left.
func hang(nodes []org.Node, depth int) (list []branch, rest []org.Node) {
	for len(nodes) > 0 && nodes[0].Depth >= depth {
		b := branch{Node: nodes[0]}
		b.Below, nodes = hang(nodes[1:], nodes[0].Depth+1)
		list = append(list, b)
	}
	return list, nodes
}

// on adds the day to an address, so that the next page is of the same day.
func on(path string, day period.Date, past bool) string {
	if !past {
		return path
	}
	return path + "?" + url.Values{"on": {day.String()}}.Encode()
}
