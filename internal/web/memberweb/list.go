package memberweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"hamrong/internal/member"
	"hamrong/internal/viet"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// listView is a unit's persons, and the names that nobody has said anything of.
type listView struct {
	recordweb.Place
	member.Register
	Asked string // what was searched for
	Kept  bool
}

// GET /units/{id}/people
func (h *handler) list(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v := listView{Asked: strings.TrimSpace(r.URL.Query().Get("q")), Kept: recordweb.Kept(r)}
	if v.Place, err = h.UnitPlace(r, unit); err != nil {
		return err
	}
	if v.Register, err = h.members.Register(r.Context(), unit); err != nil {
		return err
	}
	v.narrow()
	return ui.Render(w, r, http.StatusOK, listPage(v))
}

// narrow keeps the persons and names that hold what was searched for, tone marks aside.
func (v *listView) narrow() {
	wanted := viet.Fold(v.Asked)
	if wanted == "" {
		return
	}
	var persons []member.Person
	for _, p := range v.Persons {
		if strings.Contains(viet.Fold(p.Name), wanted) {
			persons = append(persons, p)
		}
	}
	var names []member.Mentions
	for _, m := range v.Unlinked {
		if strings.Contains(viet.Fold(m.Name), wanted) {
			names = append(names, m)
		}
	}
	v.Persons, v.Unlinked = persons, names
}

func personTable(ctx context.Context, v listView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "member.persons"), Hidden: true, Numbered: true, Columns: []ui.Column{
		{Head: ui.T(ctx, "member.field.name"), Width: ui.Width36}, {Head: ui.T(ctx, "member.field.positions")}}}
	for _, p := range v.Persons {
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: p.Name, Href: href(p.Record)}, {Text: strings.Join(p.Positions, ", ")}}})
	}
	return t
}

// mentionEntries lists names as reports give them, each with what the clerk can say of it.
func mentionEntries(ctx context.Context, v listView) ui.Entries {
	var out ui.Entries
	for _, m := range v.Unlinked {
		e := ui.Entry{Title: m.Name, Body: mentions(m.Names)}
		if v.Write {
			e.Side = sayWho(v.Unit.ID, m)
		}
		out = append(out, e)
	}
	return out
}

// mentionLine words one mention: positions, what the person did, where.
func mentionLine(ctx context.Context, n member.NameInRole) string {
	parts := []string{}
	if len(n.Positions) > 0 {
		parts = append(parts, strings.Join(n.Positions, ", "))
	}
	for _, s := range []string{roleText(ctx, n.Role), n.What} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return ui.T(ctx, "member.mention.bare")
	}
	return strings.Join(parts, "; ")
}

// roleText words the roles that a reader gives by their codes ("presented", "opened"); other
// words stand as they are.
func roleText(ctx context.Context, role string) string {
	var out []string
	for _, one := range strings.FieldsFunc(role, func(r rune) bool { return r == ',' || r == ';' }) {
		one = strings.TrimSpace(one)
		switch one {
		case "opened", "informed", "presented", "concluded", "presenter", "opener", "chair", "guest", "speaker", "named":
			one = ui.T(ctx, "member.role."+one)
		}
		out = append(out, one)
	}
	return strings.Join(out, ", ")
}

// namesQuery is the records of names as a part of an address.
func namesQuery(list []member.NameInRole) string {
	q := url.Values{}
	for _, n := range list {
		q.Add("name", strconv.FormatInt(n.Record, 10))
	}
	return q.Encode()
}

func newHref(unit int64, m member.Mentions) string {
	return recordweb.UnitHref(unit) + "/people/new?" + namesQuery(m.Names)
}

func linkHref(unit int64, m member.Mentions) string {
	return recordweb.UnitHref(unit) + "/people/link?" + namesQuery(m.Names)
}
