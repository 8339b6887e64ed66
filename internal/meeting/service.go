package meeting

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/internal/year"
)

// Service is how people keep meetings by hand.
type Service struct{ desk ledger.Desk[Meeting] }

// NewService gives the service of a database behind its door.
func NewService(db *store.DB, door access.Door) *Service {
	return &Service{ledger.NewDesk(db, door, records)}
}

// Create writes a meeting of a unit by hand. One that stands already is a Conflict fault.
func (s *Service) Create(ctx context.Context, unit int64, c Content, w ledger.Why) (record int64, err error) {
	err = s.desk.Write(ctx, access.Record, unit, "meeting.create", func(t *store.Tx) error {
		n := New{Content: c}.settle()
		if err := year.Takes(t, unit, n.Period(), w.Reason); err != nil {
			return err
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand, Paper: w.Paper, Reason: w.Reason})
		if err != nil {
			return err
		}
		var created bool
		record, created, err = Enter(t, entry, n)
		if err == nil && !created {
			err = fault.New(fault.Conflict, "meeting.exists_already")
		}
		return err
	})
	return record, err
}

// Change gives a meeting another content, with the reason.
func (s *Service) Change(ctx context.Context, record int64, c Content, e ledger.Edit) error {
	return s.desk.On(ctx, access.Record, record, "meeting.change", func(t *store.Tx, m Meeting) error {
		if c.SignedBy == m.SignedBy {
			c.SignedAt = m.SignedAt
		}
		if err := year.Takes(t, m.Unit, c.Period(), e.Reason); err != nil {
			return err
		}
		entry, err := records.Edit(t, m, e)
		if err != nil {
			return err
		}
		return replace(t, record, entry, New{Content: c, Source: m.Source})
	})
}

// Withdraw takes a meeting and its items back, with the reason; a Conflict fault while
// targets say that they were adopted there.
func (s *Service) Withdraw(ctx context.Context, record int64, reason string) error {
	return s.desk.On(ctx, access.Record, record, "meeting.withdraw", func(t *store.Tx, _ Meeting) error {
		if err := nothingAdopted(t, record); err != nil {
			return err
		}
		entry, err := Book.Take(t, record, reason)
		if err != nil {
			return err
		}
		list, err := ItemsOf(t, record)
		if err != nil {
			return err
		}
		return items.End(t, list, entry)
	})
}

// AddItem writes one item of a meeting by hand. The reason is asked for once the year of
// the meeting is closed.
func (s *Service) AddItem(ctx context.Context, meeting int64, c ItemContent, reason string) (record int64, err error) {
	err = s.desk.On(ctx, access.Record, meeting, "meeting.item_add", func(t *store.Tx, m Meeting) error {
		if err := year.Takes(t, m.Unit, m.Period(), reason); err != nil {
			return err
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand, Reason: reason})
		if err != nil {
			return err
		}
		var created bool
		record, created, err = EnterItem(t, entry, meeting, NewItem{ItemContent: c})
		if err == nil && !created {
			err = fault.New(fault.Conflict, "meeting.item_exists")
		}
		return err
	})
	return record, err
}

// ChangeItem gives an item another content, with the reason.
func (s *Service) ChangeItem(ctx context.Context, record int64, c ItemContent, e ledger.Edit) error {
	return s.onItem(ctx, record, "meeting.item_change", func(t *store.Tx, i Item) error {
		entry, err := items.Edit(t, i, e)
		if err != nil {
			return err
		}
		c.Name = i.Name
		return replaceItem(t, i, entry, NewItem{ItemContent: c})
	})
}

// RemoveItem takes an item back, with the reason.
func (s *Service) RemoveItem(ctx context.Context, record int64, reason string) error {
	return s.onItem(ctx, record, "meeting.item_remove", func(t *store.Tx, i Item) error {
		_, err := Items.Take(t, i.Record, reason)
		return err
	})
}

func (s *Service) onItem(ctx context.Context, record int64, action string, fn func(*store.Tx, Item) error) error {
	i, _, err := s.Item(ctx, record)
	if err != nil {
		return err
	}
	return s.desk.On(ctx, access.Record, i.Meeting, action, func(t *store.Tx, _ Meeting) error {
		i, err := items.Standing(t, record)
		if err != nil {
			return err
		}
		return fn(t, i)
	})
}
