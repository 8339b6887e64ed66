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
type Service struct{ desk ledger.Desk[Title] }

// NewService gives the service of a database behind its door.
func NewService(db *store.DB, door access.Door) *Service {
	return &Service{ledger.NewDesk(db, door, records)}
}

// Give writes a title of a unit as it is typed and gives its record. One that stands
// already is a Conflict fault.
func (s *Service) Give(ctx context.Context, unit int64, c Content, w ledger.Why) (record int64, err error) {
	err = s.desk.Write(ctx, access.Record, unit, "title.give", func(t *store.Tx) error {
		if err := year.Takes(t, unit, c.Period, w.Reason); err != nil {
			return err
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand, Paper: w.Paper, Reason: w.Reason})
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
func (s *Service) Change(ctx context.Context, record int64, c Content, e ledger.Edit) error {
	return s.desk.On(ctx, access.Record, record, "title.change", func(t *store.Tx, d Title) error {
		n := New{Content: c, Source: d.Source}.settle()
		if err := n.validate(); err != nil {
			return err
		}
		entry, err := records.Edit(t, d, e)
		if err != nil {
			return err
		}
		return Book.Next(t, record, entry, func() (int64, error) { return insert(t, record, entry, n) })
	})
}

// Withdraw takes a title record back, with the reason.
func (s *Service) Withdraw(ctx context.Context, record int64, reason string) error {
	return s.desk.On(ctx, access.Record, record, "title.withdraw", func(t *store.Tx, _ Title) error {
		_, err := Book.Take(t, record, reason)
		return err
	})
}
