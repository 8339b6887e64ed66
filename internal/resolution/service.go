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
type Service struct {
	db   *store.DB
	door access.Door
}

// NewService gives the service of a database behind its door.
func NewService(db *store.DB, door access.Door) *Service { return &Service{db: db, door: door} }

func (s *Service) read(ctx context.Context, unit int64, action string, fn func(*store.Tx) error) error {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.See, Unit: unit, Action: action})
	if err != nil {
		return err
	}
	return s.db.Read(ctx, p, fn)
}

func (s *Service) write(ctx context.Context, unit int64, action string, fn func(*store.Tx) error) error {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Record, Unit: unit, Action: action})
	if err != nil {
		return err
	}
	return s.db.Write(ctx, p, fn)
}

// Create writes a record into a unit's register by hand. The paper is what it was typed
// from, "" for none. One that stands already is a Conflict fault.
func (s *Service) Create(ctx context.Context, unit int64, c Content, paper string) (record int64, err error) {
	err = s.write(ctx, unit, "resolution.create", func(t *store.Tx) error {
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
func (s *Service) Change(ctx context.Context, record int64, c Content, reason string) error {
	return s.on(ctx, record, "resolution.change", func(t *store.Tx, r Resolution) error {
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Change, Reason: reason})
		if err != nil {
			return err
		}
		return replace(t, record, entry, New{Content: keepPlaces(r.Content, c), Source: r.Source})
	})
}

// keepPlaces gives the new content the places of what it says as the old one did.
func keepPlaces(old, c Content) Content {
	if c.Motto == old.Motto {
		c.MottoAt = old.MottoAt
	}
	c.Goals, c.Counts = slices.Clone(c.Goals), slices.Clone(c.Counts)
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
	return s.on(ctx, record, "resolution.withdraw", func(t *store.Tx, _ Resolution) error {
		names, err := store.All(t, builtOn, func(r store.Row) (string, error) { var s string; return s, r.Scan(&s) }, record)
		if err != nil {
			return err
		}
		if len(names) > 0 {
			return fault.New(fault.Conflict, "resolution.built_on", len(names), strings.Join(names[:min(3, len(names))], "; "))
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Withdrawal, Reason: reason})
		if err != nil {
			return err
		}
		parts, err := PartsOf(t, record)
		if err != nil {
			return err
		}
		for _, p := range parts {
			if err := Parts.End(t, p.Record, entry); err != nil {
				return err
			}
		}
		return Book.End(t, record, entry)
	})
}

// on runs fn on a standing record in a write of the unit whose register holds it.
func (s *Service) on(ctx context.Context, record int64, action string, fn func(*store.Tx, Resolution) error) error {
	var r Resolution
	err := s.read(ctx, 0, action, func(t *store.Tx) (err error) { r, err = ByRecord(t, record); return err })
	if err != nil {
		return err
	}
	return s.write(ctx, r.Unit, action, func(t *store.Tx) error {
		r, err := standing(t, record)
		if err != nil {
			return err
		}
		return fn(t, r)
	})
}

// standing gives a record's standing version; a Conflict fault where it was taken back.
func standing(t *store.Tx, record int64) (Resolution, error) {
	r, err := ByRecord(t, record)
	if err == nil && r.Ended != 0 {
		err = fault.New(fault.Conflict, "resolution.no_longer_stands")
	}
	return r, err
}

// List is what a unit's list of resolutions shows.
type List struct {
	Reaching []Resolution // own register first, then the units above
	Day      period.Date  // of which it speaks
}

// List gives the resolutions that reach a unit on a day, "" for today.
func (s *Service) List(ctx context.Context, unit int64, day period.Date) (l List, err error) {
	err = s.read(ctx, unit, "resolution.list", func(t *store.Tx) (err error) {
		if l.Day = day; day == "" {
			l.Day = t.Today()
		}
		l.Reaching, err = Reaching(t, unit, l.Day)
		return err
	})
	return l, err
}
