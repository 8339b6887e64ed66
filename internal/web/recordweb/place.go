package recordweb

import (
	"context"
	"net/http"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/org"
	"hamrong/internal/store"
	"hamrong/internal/web/ui"
)

// Base is what the pages stand on.
type Base struct {
	DB   *store.DB
	Door access.Door
}

// Place is where a page stands: the unit, the way to it, and whether the caller may write there.
type Place struct {
	Unit   org.Unit // zero where the caller may not open the unit's own pages
	Path   []org.Step
	Crumbs []ui.Link // the way to the unit, the unit last, each a link
	Write  bool
}

// Open reports whether the caller may open the unit's own pages.
func (p Place) Open() bool { return p.Unit.ID != 0 }

// Way is the crumbs of a page below the unit; the last one is the page itself.
func (p Place) Way(more ...ui.Link) []ui.Link {
	return append(append([]ui.Link{}, p.Crumbs...), more...)
}

// Place finds a unit. One whose pages the caller may not open gives the zero Place: what
// comes down from it can be read all the same.
func (b Base) Place(r *http.Request, unit int64) (p Place, err error) {
	units := org.New(b.DB, b.Door)
	p.Unit, err = units.Unit(r.Context(), unit, "")
	if fault.KindOf(err) == fault.NotFound {
		return Place{}, nil
	}
	if err != nil {
		return p, err
	}
	if p.Path, err = units.Path(r.Context(), unit, ""); err != nil {
		return p, err
	}
	p.Crumbs = way(p.Path, UnitHref)
	p.Write, err = May(r.Context(), b.Door, access.Record, unit)
	return p, err
}

// UnitPlace is Place for a page that belongs to the unit itself; NotFound where it may not be opened.
func (b Base) UnitPlace(r *http.Request, unit int64) (Place, error) {
	p, err := b.Place(r, unit)
	if err == nil && !p.Open() {
		err = fault.New(fault.NotFound, "fault.not_found")
	}
	return p, err
}

// WritePlace is UnitPlace for a form: a Denied fault where the caller may not write there.
func (b Base) WritePlace(r *http.Request, unit int64) (Place, error) {
	p, err := b.UnitPlace(r, unit)
	if err == nil && !p.Write {
		err = fault.New(fault.Denied, "fault.denied")
	}
	return p, err
}

// Crumbs is the way from the top to a record of a unit's year: the units, each leading to its
// year page where it may be opened, and the record's own name.
func Crumbs(path []org.Step, year int, here string) []ui.Link {
	return append(way(path, func(unit int64) string { return YearHref(unit, year) }), ui.Link{Label: here})
}

// way is the units from the top, each leading to its page where it may be opened.
func way(path []org.Step, page func(unit int64) string) []ui.Link {
	list := make([]ui.Link, 0, len(path)+1)
	for _, s := range path {
		link := ui.Link{Label: s.Name}
		if s.Open {
			link.Href = page(s.ID)
		}
		list = append(list, link)
	}
	return list
}

// May asks the door whether the caller holds a right over a unit, so that a page offers only
// what will be taken. The service asks again.
func May(ctx context.Context, door access.Door, need access.Right, unit int64) (bool, error) {
	_, err := door.Permit(ctx, access.Ask{Right: need, Unit: unit, Action: "page.offer"})
	switch fault.KindOf(err) {
	case fault.Denied, fault.NotFound:
		return false, nil
	}
	return err == nil, err
}
