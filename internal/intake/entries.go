package intake

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/internal/year"
)

// Record is one record that an entry wrote.
type Record struct {
	Table  string
	Record int64
	Name   string // what the record calls itself
}

// Entries lists a unit's entries, newest first.
func (s *Service) Entries(ctx context.Context, unit int64) (list []ledger.Entry, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.See, Unit: unit, Action: "entry.list"})
	if err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, p, func(t *store.Tx) error { list, err = ledger.Of(t, unit); return err })
	return list, err
}

// Entry gives one entry with the records that it wrote.
func (s *Service) Entry(ctx context.Context, id int64) (e ledger.Entry, list []Record, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.See, Action: "entry"})
	if err != nil {
		return e, nil, err
	}
	err = s.db.Read(ctx, p, func(t *store.Tx) error {
		if e, err = ledger.ByID(t, id); err != nil {
			return err
		}
		list, err = written(t, id)
		return err
	})
	return e, list, err
}

func written(t *store.Tx, entry int64) (list []Record, err error) {
	for _, s := range shelves {
		records, err := s.book.Records(t, entry)
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			v, err := s.tell(t, r)
			if err != nil {
				return nil, err
			}
			list = append(list, Record{Table: s.book.Table, Record: r, Name: v.Name})
		}
	}
	return list, nil
}

// Undo takes back all that an entry wrote, and lets what it had ended stand again.
// Where something was built on its records nothing is changed and what stands in
// the way is named.
func (s *Service) Undo(ctx context.Context, id int64, reason string) (built []ledger.Dependent, err error) {
	e, records, err := s.Entry(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(records) == 0 { // the decision on a year is corrected on the year's own page
		return nil, fault.New(fault.Conflict, "intake.entry.not_undoable")
	}
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Record, Unit: e.Unit, Action: "entry.undo"})
	if err != nil {
		return nil, err
	}
	err = s.db.Write(ctx, p, func(t *store.Tx) error {
		var err error
		if built, err = dependents(t, id); err != nil {
			return err
		}
		if len(built) > 0 {
			return fault.New(fault.Conflict, "intake.entry.built", len(built))
		}
		if err := thawed(t, id); err != nil {
			return err
		}
		by, err := ledger.Begin(t, ledger.New{Kind: ledger.Undo, Reason: reason})
		if err != nil {
			return err
		}
		for _, s := range shelves {
			if err := s.book.Undo(t, id, by); err != nil {
				return err
			}
		}
		return ledger.MarkUndone(t, id, by)
	})
	return built, err
}

// Obstacles tells what stands in the way of taking an entry back before anybody tries: what
// was built on its records, and the fault of the closed year for which it wrote.
func (s *Service) Obstacles(ctx context.Context, id int64) (built []ledger.Dependent, closed error, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.See, Action: "entry"})
	if err != nil {
		return nil, nil, err
	}
	err = s.db.Read(ctx, p, func(t *store.Tx) (err error) {
		if built, err = dependents(t, id); err != nil {
			return err
		}
		closed = thawed(t, id)
		if closed != nil && fault.KindOf(closed) != fault.Conflict {
			return closed
		}
		return nil
	})
	return built, closed, err
}

// dependents lists what was built on the records of an entry.
func dependents(t *store.Tx, entry int64) (built []ledger.Dependent, err error) {
	for _, s := range shelves {
		if s.dependents == nil {
			continue
		}
		more, err := s.dependents(t, entry)
		if err != nil {
			return nil, err
		}
		built = append(built, more...)
	}
	return built, nil
}

// thawed refuses to take back an entry that wrote for a closed year: there single
// records are corrected, each with its reason (law 5). The year is that of the unit whose
// record it is: a report tells of several.
func thawed(t *store.Tx, entry int64) error {
	for _, s := range shelves {
		records, err := s.book.Records(t, entry)
		if err != nil {
			return err
		}
		for _, r := range records {
			v, err := s.tell(t, r)
			if err != nil {
				return err
			}
			if err := year.Writable(t, v.Unit, v.Period, false); err != nil {
				return err
			}
		}
	}
	return nil
}
