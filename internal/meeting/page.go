package meeting

import (
	"context"
	"strings"

	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/member"
	"hamrong/internal/org"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/internal/viet"
)

// Page is all that a meeting's page shows.
type Page struct {
	Meeting     Meeting
	Versions    []Meeting
	Items       []Item
	Resolutions map[int64]resolution.Resolution // those that items name, by record
	Persons     map[string]int64                // persons that names at the meeting were linked to, by folded name
	Adopted     []target.Target                 // targets adopted there
	Told        Told                            // what the same report tells
	Units       map[int64]string                // names of the units whose titles it tells of
	Others      []Meeting                       // further meetings of the same report
	Story       []ledger.Step
}

// Told is what the report of a meeting tells beside it.
type Told struct {
	Figures []figure.Figure
	Titles  []title.Title
	Targets []target.Target
}

// Page gives a meeting's page.
func (s *Service) Page(ctx context.Context, record int64) (p Page, err error) {
	err = s.desk.Read(ctx, 0, "meeting", func(t *store.Tx) error { p, err = page(t, record); return err })
	return p, err
}

func page(t *store.Tx, record int64) (p Page, err error) {
	if p.Versions, err = Versions(t, record); err != nil {
		return p, err
	}
	p.Meeting = records.Current(p.Versions)
	if p.Items, err = ItemsOf(t, record); err != nil {
		return p, err
	}
	if err = p.link(t); err != nil {
		return p, err
	}
	if p.Adopted, err = target.OfMeeting(t, record); err != nil {
		return p, err
	}
	if err = p.tell(t); err != nil {
		return p, err
	}
	p.Story, err = story(t, p.Versions)
	return p, err
}

// link fetches the resolutions that items name and the persons that the clerk has said
// names to be. A resolution that the caller may not see, or that was taken back, is left
// out: the item's own words stand.
func (p *Page) link(t *store.Tx) error {
	p.Resolutions = map[int64]resolution.Resolution{}
	for _, i := range p.Items {
		if _, have := p.Resolutions[i.Resolution]; i.Resolution == 0 || have {
			continue
		}
		r, err := resolution.ByRecord(t, i.Resolution)
		if err != nil && fault.KindOf(err) != fault.NotFound {
			return err
		}
		if err == nil && r.Ended == 0 {
			p.Resolutions[i.Resolution] = r
		}
	}
	names, err := member.NamesOfMeeting(t, p.Meeting.Record)
	if err != nil {
		return err
	}
	if doc := p.Meeting.Source.Document; doc != 0 {
		more, err := member.NamesOfDocument(t, doc)
		if err != nil {
			return err
		}
		names = append(names, more...)
	}
	p.Persons = map[string]int64{}
	for _, n := range names {
		if n.Person != 0 {
			p.Persons[viet.Fold(n.Name)] = n.Person
		}
	}
	return nil
}

// tell gathers the results and targets of the report that the meeting was read from. Where
// one report tells of several meetings, they belong to the year-end one.
func (p *Page) tell(t *store.Tx) error {
	doc := p.Meeting.Source.Document
	if doc == 0 {
		return nil
	}
	all, err := OfDocument(t, doc)
	if err != nil {
		return err
	}
	yearEnd := false
	for _, m := range all {
		if m.Record != p.Meeting.Record {
			p.Others = append(p.Others, m)
			yearEnd = yearEnd || m.Kind == YearEnd
		}
	}
	if p.Meeting.Kind != YearEnd && yearEnd {
		return nil
	}
	if p.Told.Figures, err = figure.OfDocument(t, doc); err != nil {
		return err
	}
	if p.Told.Titles, err = title.OfDocument(t, doc); err != nil {
		return err
	}
	if p.Units, err = unitNames(t, p.Told.Titles); err != nil {
		return err
	}
	targets, err := target.OfDocument(t, doc)
	for _, g := range targets {
		if g.Meeting != p.Meeting.Record {
			p.Told.Targets = append(p.Told.Targets, g)
		}
	}
	return err
}

// unitNames finds the names of the units of titles, as they were in the titles' years.
func unitNames(t *store.Tx, list []title.Title) (map[int64]string, error) {
	names := map[int64]string{}
	for _, d := range list {
		if _, have := names[d.Unit]; have {
			continue
		}
		u, err := org.Find(t, d.Unit, d.Period.End())
		if err != nil && fault.KindOf(err) != fault.NotFound {
			return nil, err
		}
		names[d.Unit] = u.Name
	}
	return names, nil
}

func story(t *store.Tx, versions []Meeting) ([]ledger.Step, error) {
	parts, err := store.All(t, itemRowsOf, scanItem, versions[0].Record)
	if err != nil {
		return nil, err
	}
	return ledger.Story(t, records.Told(versions), items.Told(parts)...)
}

// Item gives one item and its meeting.
func (s *Service) Item(ctx context.Context, record int64) (i Item, m Meeting, err error) {
	err = s.desk.Read(ctx, 0, "meeting.item", func(t *store.Tx) error {
		if i, err = ItemByRecord(t, record); err != nil {
			return err
		}
		m, err = ByRecord(t, i.Meeting)
		return err
	})
	return i, m, err
}

// List gives a unit's meetings, the newest year first.
func (s *Service) List(ctx context.Context, unit int64) (list []Meeting, err error) {
	err = s.desk.Read(ctx, unit, "meeting.list", func(t *store.Tx) error { list, err = Of(t, unit); return err })
	return list, err
}

// Studied is a meeting at which a resolution was studied or told of, and who did it.
type Studied struct {
	Meeting Meeting
	Items   []Item
}

// About lists the meetings at which a resolution was studied or told of.
func (s *Service) About(ctx context.Context, resolution int64) (list []Studied, err error) {
	err = s.desk.Read(ctx, 0, "meeting.about", func(t *store.Tx) error {
		list = nil
		meetings, err := Studying(t, resolution)
		if err != nil {
			return err
		}
		items, err := ItemsAbout(t, resolution)
		if err != nil {
			return err
		}
		for _, m := range meetings {
			one := Studied{Meeting: m}
			for _, i := range items {
				if i.Meeting == m.Record {
					one.Items = append(one.Items, i)
				}
			}
			list = append(list, one)
		}
		return nil
	})
	return list, err
}

// nothingAdopted refuses to take back a meeting that targets say they come from.
func nothingAdopted(t *store.Tx, record int64) error {
	targets, err := target.OfMeeting(t, record)
	if err != nil || len(targets) == 0 {
		return err
	}
	names := make([]string, 0, 3)
	for _, g := range targets[:min(3, len(targets))] {
		names = append(names, g.Name())
	}
	return fault.New(fault.Conflict, "meeting.built_on", len(targets), strings.Join(names, "; "))
}
