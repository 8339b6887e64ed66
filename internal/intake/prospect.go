package intake

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/document"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/meeting"
	"hamrong/internal/period"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/internal/year"
)

// Prospect is what the register holds against or beside a fact, told before it is entered.
type Prospect struct {
	Closed error // the fault with which its closed year will refuse it, nil for none and once it is entered
	Beside []Standing
	Told   *resolution.Told // the resolution that the register has already, nil for none
	Alike  []target.Target  // standing targets about the matter that a target is about
	Titles []StandingTitle  // titles of the unit's year that another source says
}

// Standing is a figure of the register that cannot be true together with a fact.
type Standing struct {
	figure.Figure
	From string // the file or paper that states it, "" where none is named
}

// StandingTitle is a title of the register that contradicts a fact.
type StandingTitle struct {
	title.Title
	From string // the file or paper that states it, "" where none is named
}

// none reports whether there is nothing to tell.
func (p Prospect) none() bool {
	return p.Closed == nil && p.Told == nil && len(p.Beside)+len(p.Alike)+len(p.Titles) == 0
}

// Prospects tells, by mark, of the facts of a sheet that are not left out and that the register
// has something against or beside.
func (s *Service) Prospects(ctx context.Context, sheet *Sheet, placing Placing) (map[string]Prospect, error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.See, Action: "intake"})
	if err != nil {
		return nil, err
	}
	found := map[string]Prospect{}
	err = s.db.Read(ctx, p, func(t *store.Tx) error {
		clear(found)
		r := register{t: t, closed: map[about]error{}, figures: map[about]figure.Places{}, targets: map[about][]target.Target{}, titles: map[int64][]title.Title{}, names: map[int64]string{}, resolutions: map[int64][]resolution.Resolution{}}
		years := sheet.periods()
		for _, it := range sheet.Items {
			unit, ok := sheet.unitOf(it, placing)
			if !ok || it.Repeat != "" || it.Choice == Leave {
				continue
			}
			one, err := sheet.prospect(r, it, about{unit, years[it.Mark]})
			if err != nil {
				return err
			}
			if !one.none() {
				found[it.Mark] = one
			}
		}
		return nil
	})
	return found, err
}

// about is a unit and the year or term of which facts of a report speak: hundreds share one.
type about struct {
	unit int64
	of   period.Period
}

// register is what is looked up in the register for the facts of one sheet, once for each.
type register struct {
	t       *store.Tx
	closed  map[about]error
	figures map[about]figure.Places
	targets map[about][]target.Target
	titles  map[int64][]title.Title // of units
	names   map[int64]string        // of documents

	resolutions map[int64][]resolution.Resolution // of units
}

// closure gives the fault of a closed year, nil while it is open.
func (r register) closure(a about) (closed, err error) {
	closed, known := r.closed[a]
	if !known {
		closed = year.Writable(r.t, a.unit, a.of)
		if closed != nil && fault.KindOf(closed) != fault.Conflict {
			return nil, closed
		}
		r.closed[a] = closed
	}
	return closed, nil
}

func (r register) places(a about) (figure.Places, error) {
	places, known := r.figures[a]
	if !known {
		list, err := figure.Of(r.t, a.unit, a.of)
		if err != nil {
			return nil, err
		}
		places = figure.ByPlace(list)
		r.figures[a] = places
	}
	return places, nil
}

// alike gives the standing targets that a target of the report would stand beside.
func (r register) alike(a about, n target.New) ([]target.Target, error) {
	list, known := r.targets[a]
	if !known {
		var err error
		if list, err = target.Of(r.t, a.unit, a.of); err != nil {
			return nil, err
		}
		r.targets[a] = list
	}
	return target.About(list, a.unit, n), nil
}

// against gives the standing titles that contradict a title of the report; own is the record that it became.
func (r register) against(unit, own int64, n title.New) (list []StandingTitle, err error) {
	standing, known := r.titles[unit]
	if !known {
		if standing, err = title.Of(r.t, unit); err != nil {
			return nil, err
		}
		r.titles[unit] = standing
	}
	for _, d := range n.Against(unit, standing) {
		if d.Record == own {
			continue
		}
		from, err := r.statedIn(title.Book, d.Record, d.Source)
		if err != nil {
			return nil, err
		}
		list = append(list, StandingTitle{Title: d, From: from})
	}
	return list, nil
}

// told finds the resolution that a fact tells of again, nil for none.
func (r register) told(unit int64, n resolution.New) (*resolution.Told, error) {
	list, known := r.resolutions[unit]
	if !known {
		var err error
		if list, err = resolution.Of(r.t, unit); err != nil {
			return nil, err
		}
		r.resolutions[unit] = list
	}
	if told, ok := n.Tells(list); ok {
		return &told, nil
	}
	return nil, nil
}

func (s *Sheet) prospect(r register, it Item, a about) (one Prospect, err error) {
	if it.Group == Resolution {
		one.Told, err = r.told(a.unit, resolutionOf(s.Document.Facts.Resolution.Resolutions[it.Place], s.Document.ID))
		return one, err
	}
	if it.Entered == 0 {
		if one.Closed, err = r.closure(a); err != nil {
			return one, err
		}
	}
	if one.Closed != nil || a.of == "" || it.Group != Class && it.Group != Target && it.Group != Title {
		return one, nil
	}
	if it.Group == Title {
		one.Titles, err = r.against(a.unit, it.Entered, titleOf(s.Title(it), source(s.Document.ID, it)))
		return one, err
	}
	if it.Group == Target {
		if it.Entered != 0 {
			return one, nil
		}
		c, err := s.Target(it)
		if err != nil {
			return one, err
		}
		one.Alike, err = r.alike(a, TargetOf(c, source(s.Document.ID, it)))
		return one, err
	}
	c, err := s.Classification(it)
	if err != nil {
		return one, err
	}
	n, err := FigureOf(c, source(s.Document.ID, it))
	if err != nil {
		return one, err
	}
	places, err := r.places(a)
	if err != nil {
		return one, err
	}
	for _, f := range places.Against(n) {
		if f.Record == it.Entered {
			continue
		}
		from, err := r.statedIn(figure.Book, f.Record, f.Source)
		if err != nil {
			return one, err
		}
		one.Beside = append(one.Beside, Standing{Figure: f, From: from})
	}
	return one, nil
}

// statedIn names the file that a record was read from, or the paper that it was typed from.
func (r register) statedIn(book *ledger.Book, record int64, src ledger.Source) (string, error) {
	if name, known := r.names[src.Document]; known {
		return name, nil
	}
	name, err := document.Stating(r.t, book, record, src)
	if err == nil && src.Document != 0 {
		r.names[src.Document] = name
	}
	return name, err
}

// periods gives the year or term of each item by mark: what belongs to a conference is of the
// conference's year. Items of no year are left out.
func (s *Sheet) periods() map[string]period.Period {
	f := s.Document.Facts
	// The hall seats the events by their places, as it seats them by records once they are entered.
	h := hall{sheet: s, meetings: map[string]int64{}}
	years := map[int64]period.Period{}
	for _, it := range s.Items {
		if it.Group == Event && it.Repeat == "" {
			seat := int64(it.Place) + 1
			h.seat(it, seat)
			years[seat] = meeting.Content{Year: yearNumber(f.Events[it.Place].Year)}.Period()
		}
	}
	list := map[string]period.Period{}
	for _, it := range s.Items {
		switch it.Group {
		case Class:
			if c, err := s.Classification(it); err == nil {
				list[it.Mark] = period.Period(c.Year)
			}
		case Target:
			if c, err := s.Target(it); err == nil {
				list[it.Mark] = period.Period(c.Period)
			}
		case Title:
			list[it.Mark] = period.Period(s.Title(it).Year)
		case Event:
			list[it.Mark] = years[int64(it.Place)+1]
		case Act, Obligation, Caption, Publication:
			list[it.Mark] = years[h.meetingOf(it)]
		}
	}
	return list
}
