package resolution

import (
	"context"
	"slices"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Service is how people keep resolutions, programmes and plans by hand.
type Service struct{ desk ledger.Desk[Resolution] }

// NewService gives the service of a database behind its door.
func NewService(db *store.DB, door access.Door) *Service {
	return &Service{ledger.NewDesk(db, door, records)}
}

// Create writes a record into a unit's register by hand. The paper is what it was typed
// from, "" for none. One that stands already is a Conflict fault.
func (s *Service) Create(ctx context.Context, unit int64, c Content, paper string) (record int64, err error) {
	err = s.desk.Write(ctx, access.Record, unit, "resolution.create", func(t *store.Tx) error {
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand, Paper: paper})
		if err != nil {
			return err
		}
		var created bool
		record, created, err = Enter(t, entry, New{Content: c})
		if err == nil && !created {
			err = fault.New(fault.Conflict, "resolution.exists_already")
		}
		return err
	})
	return record, err
}

// Change gives a record another content, with the reason. What it says in the same words
// as before keeps the sentence that it was read from.
func (s *Service) Change(ctx context.Context, record int64, c Content, e ledger.Edit) error {
	return s.desk.On(ctx, access.Record, record, "resolution.change", func(t *store.Tx, r Resolution) error {
		entry, err := records.Edit(t, r, e)
		if err != nil {
			return err
		}
		return replace(t, record, entry, New{Content: keepPlaces(r.Content, c), Source: r.Source})
	})
}

// keepPlaces gives the new content the places of what it says as the old one did.
func keepPlaces(old, c Content) Content {
	c.Goals, c.Counts, c.Mottos = slices.Clone(c.Goals), slices.Clone(c.Counts), slices.Clone(c.Mottos)
	for _, o := range append([]Motto{{old.Motto, old.MottoAt}}, old.Mottos...) {
		if c.Motto == o.Text {
			c.MottoAt = o.At
		}
		for i, m := range c.Mottos {
			if m.Text == o.Text {
				c.Mottos[i].At = o.At
			}
		}
	}
	for i, g := range c.Goals {
		for _, o := range old.Goals {
			if o.Year == g.Year && o.Text == g.Text {
				c.Goals[i].At = o.At
			}
		}
	}
	for i, d := range c.Counts {
		for _, o := range old.Counts {
			if o.Count == d.Count && o.What == d.What {
				c.Counts[i].At = o.At
			}
		}
	}
	return c
}

// Withdraw takes a record and its parts back, with the reason; a Conflict fault with names
// while programmes, tasks, targets or conferences stand on it.
func (s *Service) Withdraw(ctx context.Context, record int64, reason string) error {
	return s.desk.On(ctx, access.Record, record, "resolution.withdraw", func(t *store.Tx, _ Resolution) error {
		names, err := store.All(t, builtOn, func(r store.Row) (string, error) { var s string; return s, r.Scan(&s) }, record)
		if err != nil {
			return err
		}
		if len(names) > 0 {
			return fault.New(fault.Conflict, "resolution.built_on", len(names), strings.Join(names[:min(3, len(names))], "; "))
		}
		entry, err := Book.Take(t, record, reason)
		if err != nil {
			return err
		}
		list, err := PartsOf(t, record)
		if err != nil {
			return err
		}
		return parts.End(t, list, entry)
	})
}

// List is what a unit's list of resolutions shows.
type List struct {
	Reaching []Resolution // own register first, then the units above
	Day      period.Date  // of which it speaks
}

// List gives the resolutions that reach a unit on a day, "" for today.
func (s *Service) List(ctx context.Context, unit int64, day period.Date) (l List, err error) {
	err = s.desk.Read(ctx, unit, "resolution.list", func(t *store.Tx) (err error) {
		if l.Day = day; day == "" {
			l.Day = t.Today()
		}
		l.Reaching, err = Reaching(t, unit, l.Day)
		return err
	})
	return l, err
}
