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

// Why says from which paper something is typed, and why, where that has to be said: a
// closed year takes only corrections with their reason.
type Why struct{ Paper, Reason string }

// Create writes a meeting of a unit by hand. One that stands already, or one of a closed
// year without a reason, is a Conflict fault.
func (s *Service) Create(ctx context.Context, unit int64, c Content, w Why) (record int64, err error) {
	err = s.write(ctx, unit, "meeting.create", func(t *store.Tx) error {
		n := New{Content: c}.settle()
		if err := year.Writable(t, unit, n.Period(), ledger.Reasoned(w.Reason)); err != nil {
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
func (s *Service) Change(ctx context.Context, record int64, c Content, reason string) error {
	return s.on(ctx, record, "meeting.change", func(t *store.Tx, m Meeting) error {
		if c.SignedBy == m.SignedBy {
			c.SignedAt = m.SignedAt
		}
		if err := year.Writable(t, m.Unit, c.Period(), ledger.Reasoned(reason)); err != nil {
			return err
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Change, Reason: reason})
		if err != nil {
			return err
		}
		return replace(t, record, entry, New{Content: c, Source: m.Source})
	})
}

// Withdraw takes a meeting and its items back, with the reason; a Conflict fault while
// targets say that they were adopted there.
func (s *Service) Withdraw(ctx context.Context, record int64, reason string) error {
	return s.on(ctx, record, "meeting.withdraw", func(t *store.Tx, _ Meeting) error {
		if err := nothingAdopted(t, record); err != nil {
			return err
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Withdrawal, Reason: reason})
		if err != nil {
			return err
		}
		items, err := ItemsOf(t, record)
		if err != nil {
			return err
		}
		for _, i := range items {
			if err := Items.End(t, i.Record, entry); err != nil {
				return err
			}
		}
		return Book.End(t, record, entry)
	})
}

// on runs fn on a standing meeting in a write of its unit.
func (s *Service) on(ctx context.Context, record int64, action string, fn func(*store.Tx, Meeting) error) error {
	var m Meeting
	err := s.read(ctx, 0, action, func(t *store.Tx) (err error) { m, err = ByRecord(t, record); return err })
	if err != nil {
		return err
	}
	return s.write(ctx, m.Unit, action, func(t *store.Tx) error {
		m, err := ByRecord(t, record)
		if err != nil {
			return err
		}
		if m.Ended != 0 {
			return fault.New(fault.Conflict, "meeting.no_longer_stands")
		}
		return fn(t, m)
	})
}

// AddItem writes one item of a meeting by hand. The reason is asked for once the year of
// the meeting is closed.
func (s *Service) AddItem(ctx context.Context, meeting int64, c ItemContent, reason string) (record int64, err error) {
	err = s.on(ctx, meeting, "meeting.item_add", func(t *store.Tx, m Meeting) error {
		if err := year.Writable(t, m.Unit, m.Period(), ledger.Reasoned(reason)); err != nil {
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
func (s *Service) ChangeItem(ctx context.Context, record int64, c ItemContent, reason string) error {
	return s.onItem(ctx, record, "meeting.item_change", func(t *store.Tx, i Item) error {
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Change, Reason: reason})
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
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Withdrawal, Reason: reason})
		if err != nil {
			return err
		}
		return Items.End(t, i.Record, entry)
	})
}

func (s *Service) onItem(ctx context.Context, record int64, action string, fn func(*store.Tx, Item) error) error {
	i, _, err := s.Item(ctx, record)
	if err != nil {
		return err
	}
	return s.on(ctx, i.Meeting, action, func(t *store.Tx, _ Meeting) error {
		i, err := ItemByRecord(t, record)
		if err != nil {
			return err
		}
		if i.Ended != 0 {
			return fault.New(fault.Conflict, "meeting.item_gone")
		}
		return fn(t, i)
	})
}
