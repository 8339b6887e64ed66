package memberweb

import (
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

// formView is the form of a person, or the one that says that names are a person.
type formView struct {
	recordweb.Place
	Form    recordweb.Form
	Record  int64 // 0 for a new one
	Title   string
	Names   []member.NameInRole // that the clerk says are this person
	Options []ui.Option         // persons to choose from
}

// chosenNames reads the records of names of a form or an address.
func chosenNames(values url.Values) []int64 {
	var list []int64
	for _, s := range values["name"] {
		if id, err := strconv.ParseInt(s, 10, 64); err == nil && id > 0 {
			list = append(list, id)
		}
	}
	return list
}

// open finds the unit, and of its names those that the form is about.
func (h *handler) open(r *http.Request, names []int64) (v formView, reg member.Register, err error) {
	unit, err := route.ID(r, "id")
	if err != nil {
		return v, reg, err
	}
	if v.Place, err = h.WritePlace(r, unit); err != nil {
		return v, reg, err
	}
	if reg, err = h.members.Register(r.Context(), unit); err != nil {
		return v, reg, err
	}
	for _, n := range reg.Names {
		for _, id := range names {
			if n.Record == id {
				v.Names = append(v.Names, n)
			}
		}
	}
	return v, reg, nil
}

// GET /units/{id}/people/new
func (h *handler) newForm(w http.ResponseWriter, r *http.Request) error {
	return h.showNew(w, r, chosenNames(r.URL.Query()), recordweb.Form{}, http.StatusOK)
}

func (h *handler) showNew(w http.ResponseWriter, r *http.Request, names []int64, sent recordweb.Form, status int) error {
	v, _, err := h.open(r, names)
	if err != nil {
		return err
	}
	v.Title = ui.T(r.Context(), "member.new")
	first := url.Values{}
	if len(v.Names) > 0 {
		first.Set("person_name", v.Names[0].Name)
		first.Set("positions", strings.Join(allPositions(v.Names), "\n"))
	}
	v.Form = sent.Or(first)
	return ui.Render(w, r, status, formPage(v))
}

// allPositions gathers the positions of several mentions, each once.
func allPositions(names []member.NameInRole) []string {
	var list []string
	seen := map[string]bool{}
	for _, n := range names {
		for _, p := range n.Positions {
			if key := viet.Fold(p); !seen[key] {
				seen[key] = true
				list = append(list, p)
			}
		}
	}
	return list
}

// POST /units/{id}/people
func (h *handler) create(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		record, err := h.members.Create(r.Context(), unit, content(values), member.Why{Paper: values.Get("paper"), Names: chosenNames(values)})
		return recordweb.KeptHref(href(record)), renamed(err)
	}, Again: func(form recordweb.Form, status int) error {
		return h.showNew(w, r, chosenNames(form.Values), form, status)
	}}.Give(w, r)
}

func content(values url.Values) member.New {
	return member.New{Content: member.Content{Name: values.Get("person_name"),
		Positions: strings.Split(strings.ReplaceAll(values.Get("positions"), "\r", ""), "\n"), Note: values.Get("note")}}
}

// GET /units/{id}/people/link
func (h *handler) linkForm(w http.ResponseWriter, r *http.Request) error {
	return h.showLink(w, r, chosenNames(r.URL.Query()), recordweb.Form{}, http.StatusOK)
}

func (h *handler) showLink(w http.ResponseWriter, r *http.Request, names []int64, form recordweb.Form, status int) error {
	v, reg, err := h.open(r, names)
	if err != nil {
		return err
	}
	v.Form, v.Title = form, ui.T(r.Context(), "member.link")
	for _, p := range reg.Persons {
		label := p.Name
		if len(p.Positions) > 0 {
			label += " (" + strings.Join(p.Positions, ", ") + ")"
		}
		v.Options = append(v.Options, ui.Option{Value: strconv.FormatInt(p.Record, 10), Label: label})
	}
	return ui.Render(w, r, status, linkPage(v))
}

// POST /units/{id}/people/link
func (h *handler) link(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "id", Do: func(unit int64, values url.Values) (string, error) {
		person, done := recordweb.Chosen(values, "person"), recordweb.UnitHref(unit)+"/people"
		if person != 0 {
			done = href(person)
		}
		return recordweb.KeptHref(done), h.members.Link(r.Context(), unit, person, member.Why{Reason: values.Get("reason"), Names: chosenNames(values)})
	}, Again: func(form recordweb.Form, status int) error {
		return h.showLink(w, r, chosenNames(form.Values), form, status)
	}}.Give(w, r)
}
