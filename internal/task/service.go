package task

import (
	"context"
	"strings"
	"unicode/utf8"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Service is how people keep tasks.
type Service struct{ desk ledger.Desk[Task] }

// NewService gives the service of a database behind its door.
func NewService(db *store.DB, door access.Door) *Service {
	return &Service{ledger.NewDesk(db, door, records)}
}

// Create writes a task of a unit by hand; a Conflict fault where it stands already.
func (s *Service) Create(ctx context.Context, unit int64, c Content, paper string) (record int64, err error) {
	err = s.desk.Write(ctx, access.Record, unit, "task.create", func(t *store.Tx) error {
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand, Paper: paper})
		if err != nil {
			return err
		}
		var created bool
		record, created, err = Enter(t, entry, c)
		if err == nil && !created {
			err = fault.New(fault.Conflict, "task.exists_already")
		}
		return err
	})
	return record, err
}

// Change gives a task another content, with the reason. How far it has come is not changed
// here but settled.
func (s *Service) Change(ctx context.Context, record int64, c Content, e ledger.Edit) error {
	return s.desk.On(ctx, access.Record, record, "task.change", func(t *store.Tx, k Task) error {
		entry, err := records.Edit(t, k, e)
		if err != nil {
			return err
		}
		c.State, c.Outcome = k.State, k.Outcome
		return replace(t, k, entry, c)
	})
}

// Settle says that a task is done or dropped, or open again. What came of it, or why, is
// the entry's reason as well.
func (s *Service) Settle(ctx context.Context, record int64, state State, outcome string) error {
	return s.desk.On(ctx, access.Record, record, "task.settle", func(t *store.Tx, k Task) error {
		c := k.Content
		c.State, c.Outcome = state, outcome
		if strings.TrimSpace(outcome) == "" {
			return fault.InvalidField("outcome", "task.outcome_missing")
		}
		if state == k.State {
			return fault.New(fault.Conflict, "task.state_already")
		}
		if state == Open {
			c.Outcome = ""
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Change, Reason: outcome})
		if err != nil {
			return err
		}
		return replace(t, k, entry, c)
	})
}

// Note writes a note on a task's progress; no day means today.
func (s *Service) Note(ctx context.Context, record int64, on period.Date, text string) error {
	text = strings.TrimSpace(text)
	return s.desk.On(ctx, access.Record, record, "task.note", func(t *store.Tx, k Task) error {
		if on == "" {
			on = t.Today()
		}
		switch {
		case text == "":
			return fault.InvalidField("text", "task.note_missing")
		case utf8.RuneCountInString(text) > maxText:
			return fault.InvalidField("text", "task.too_long", maxText)
		case on > t.Today():
			return fault.InvalidField("on", "task.note_ahead")
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand})
		if err != nil {
			return err
		}
		_, err = Notes.Add(t, func() (int64, error) { return store.Insert(t, insertNote, entry, k.Record, on, text) })
		return err
	})
}

// Withdraw takes a task and its notes back, with the reason.
func (s *Service) Withdraw(ctx context.Context, record int64, reason string) error {
	return s.desk.On(ctx, access.Record, record, "task.withdraw", func(t *store.Tx, _ Task) error {
		entry, err := Book.Take(t, record, reason)
		if err != nil {
			return err
		}
		list, err := NotesOf(t, record)
		if err != nil {
			return err
		}
		return notes.End(t, list, entry)
	})
}
