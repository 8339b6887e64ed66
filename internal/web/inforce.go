package web

import (
	"hamrong/internal/meeting"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/yearweb"
)

// resolutionsInForce gives the year page the resolutions that bind a unit in a year.
func resolutionsInForce(t *store.Tx, unit int64, year int) ([]yearweb.Resolution, error) {
	list, err := resolution.InForce(t, unit, year)
	if err != nil {
		return nil, err
	}
	out := make([]yearweb.Resolution, 0, len(list))
	for _, r := range list {
		v := yearweb.Resolution{Name: resolution.Called(r.Name, r.Congress), Href: recordweb.Href("resolutions", r.Record, ""), Motto: r.Motto}
		for _, m := range r.Mottos {
			v.Mottos = append(v.Mottos, m.Text)
		}
		for _, c := range resolution.Weigh(r.Counts) {
			count := yearweb.Count{Number: int64(c.Count), What: c.What}
			for _, other := range c.Others {
				count.Others = append(count.Others, int64(other.Count))
			}
			v.Counts = append(v.Counts, count)
		}
		for _, g := range r.Goals {
			v.Goals = append(v.Goals, yearweb.Goal{Year: g.Year, Text: g.Text})
		}
		studied, err := meeting.Studying(t, r.Record)
		if err != nil {
			return nil, err
		}
		for _, m := range studied {
			v.Note = m.Name
		}
		out = append(out, v)
	}
	return out, nil
}
