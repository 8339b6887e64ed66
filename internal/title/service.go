package title

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/internal/year"
)

// Service is how people enter and change titles by hand.
type Service struct {
	db   *store.DB
	door access.Door
}

// NewService gives the service of a database behind its door.
func NewService(db *store.DB, door access.Door) *Service { return &Service{db: db, door: door} }

// Give writes a title of a unit as it is typed and gives its record.
func (s *Service) Give(ctx context.Context, unit int64, c Content, paper string) (record int64, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Record, Unit: unit, Action: "title.give"})
	if err != nil {
		return 0, err
	}
	err = s.db.Write(ctx, p, func(t *store.Tx) error {
		if err := year.Writable(t, unit, c.Period, false); err != nil {
			return err
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand, Paper: paper})
		if err != nil {
			return err
		}
		var created bool
		record, created, err = Enter(t, entry, New{Content: c})
		if err == nil && !created {
			err = fault.New(fault.Conflict, "title.exists_already")
		}
		return err
	})
	return record, err
}

// Change gives a title record another content, with the reason.
func (s *Service) Change(ctx context.Context, record int64, c Content, reason string) error {
	return s.act(ctx, record, "title.change", func(t *store.Tx, d Title) error {
		n := New{Content: c, Source: d.Source}.settle()
		if err := n.validate(); err != nil {
			return err
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Change, Reason: reason})
		if err != nil {
			return err
		}
		if err := Book.End(t, record, entry); err != nil {
			return err
		}
		id, err := insert(t, record, entry, n)
		if err != nil {
			return err
		}
		t.Touched(Book.Table, id)
		return nil
	})
}

// Withdraw takes a title record back, with the reason.
func (s *Service) Withdraw(ctx context.Context, record int64, reason string) error {
	return s.act(ctx, record, "title.withdraw", func(t *store.Tx, d Title) error {
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Withdrawal, Reason: reason})
		if err != nil {
			return err
		}
		return Book.End(t, d.Record, entry)
	})
}

// act runs fn on a standing title in a write of its unit.
func (s *Service) act(ctx context.Context, record int64, action string, fn func(*store.Tx, Title) error) error {
	d, err := s.Title(ctx, record)
	if err != nil {
		return err
	}
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Record, Unit: d.Unit, Action: action})
	if err != nil {
		return err
	}
	return s.db.Write(ctx, p, func(t *store.Tx) error {
		d, err := ByRecord(t, record)
		if err != nil {
			return err
		}
		if d.Ended != 0 {
			return fault.New(fault.Conflict, "title.no_longer_stands")
		}
		return fn(t, d)
	})
}

// Title gives the last version of a record that the caller may see.
func (s *Service) Title(ctx context.Context, record int64) (d Title, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.See, Action: "title.read"})
	if err != nil {
		return d, err
	}
	err = s.db.Read(ctx, p, func(t *store.Tx) error {
		d, err = ByRecord(t, record)
		return err
	})
	return d, err
}
