package recordweb

import (
	"hamrong/internal/org"
	"hamrong/internal/web/ui"
)

// Crumbs is the way from the top to a record of a unit's year: the units, each leading to its
// year page where it may be opened, and the record's own name.
func Crumbs(path []org.Step, year int, here string) []ui.Link {
	list := make([]ui.Link, 0, len(path)+1)
	for _, s := range path {
		link := ui.Link{Label: s.Name}
		if s.Open {
			link.Href = YearHref(s.ID, year)
		}
		list = append(list, link)
	}
	return append(list, ui.Link{Label: here})
}
