package intake

import (
	"context"
	"errors"

	"hamrong/internal/access"
	"hamrong/internal/document"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/meeting"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/year"
)

// Prospect is what the register holds against or beside a fact, told before it is entered.
type Prospect struct {
	Closed error // the fault with which its closed year will refuse it, nil for none and once it is entered
	Beside []Standing
}

// Standing is a figure of the register that cannot be true together with a fact.
type Standing struct {
	figure.Figure
	From string // the file or paper that states it, "" where none is named
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
		years := sheet.periods()
		for _, it := range sheet.Items {
			unit, ok := sheet.unitOf(it, placing)
			if !ok || it.Repeat != "" || it.Choice == Leave {
				continue
			}
			one, err := sheet.prospect(t, it, unit, years[it.Mark])
			if err != nil {
				return err
			}
			if one.Closed != nil || len(one.Beside) > 0 {
				found[it.Mark] = one
			}
		}
		return nil
	})
	return found, err
}

func (s *Sheet) prospect(t *store.Tx, it Item, unit int64, of period.Period) (one Prospect, err error) {
	if it.Entered == 0 {
		if err = year.Writable(t, unit, of, false); err != nil && fault.KindOf(err) != fault.Conflict {
			return one, err
		}
		one.Closed = err
	}
	if one.Closed != nil || it.Group != Class || of == "" {
		return one, nil
	}
	c, err := s.Classification(it)
	if err != nil {
		return one, err
	}
	n, err := FigureOf(c, source(s.Document.ID, it))
	if err != nil {
		return one, err
	}
	against, err := figure.Against(t, unit, n)
	if err != nil {
		return one, err
	}
	for _, f := range against {
		if f.Record == it.Entered {
			continue
		}
		from, err := statedIn(t, f)
		if err != nil {
			return one, err
		}
		one.Beside = append(one.Beside, Standing{Figure: f, From: from})
	}
	return one, nil
}

// statedIn names the file that a figure was read from, or the paper that it was typed from.
func statedIn(t *store.Tx, f figure.Figure) (string, error) {
	if f.Source.Document != 0 {
		name, err := document.NameOf(t, f.Source.Document)
		if errors.Is(err, fault.NotFound) {
			return "", nil
		}
		return name, err
	}
	entries, err := figure.Book.History(t, f.Record)
	if err != nil || len(entries) == 0 {
		return "", err
	}
	return entries[0].Paper, nil
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
			list[it.Mark] = titleOf(f.Titles[it.Place], it.meant(), source(0, it)).Period
		case Event:
			list[it.Mark] = years[int64(it.Place)+1]
		case Act, Obligation, Caption, Publication:
			list[it.Mark] = years[h.meetingOf(it)]
		}
	}
	return list
}
