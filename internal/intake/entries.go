package intake

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/document"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/year"
)

// Record is one record that an entry wrote, changed or took back.
type Record struct {
	Table  string
	Record int64
	Name   string // what the record calls itself
	Of     period.Period
	Unit   string          // the name of the unit whose it is, where that is not the entry's
	Value  *figure.Value   // of a figure
	Aim    *target.Content // of a target
}

// Wrote is how many records of a table an entry wrote, changed or took back.
type Wrote struct {
	Table string
	Count int
}

// Written is an entry with who wrote it, from what, and how much.
type Written struct {
	ledger.Entry
	By    string // "" for the program itself
	File  string // name of the document that it was read from, "" for none or one that may not be opened
	Wrote []Wrote
}

// Entries lists a unit's entries, newest first.
func (s *Service) Entries(ctx context.Context, unit int64) (list []Written, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.See, Unit: unit, Action: "entry.list"})
	if err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, p, func(t *store.Tx) error { list, err = entries(t, unit); return err })
	return list, err
}

func entries(t *store.Tx, unit int64) ([]Written, error) {
	all, err := ledger.Of(t, unit)
	if err != nil {
		return nil, err
	}
	list := make([]Written, len(all))
	by, files := map[int64]string{}, map[int64]string{}
	for i, e := range all {
		name, known := by[e.Account]
		file, read := files[e.Document]
		if list[i], err = signed(t, e, known && read); err != nil {
			return nil, err
		}
		if known && read {
			list[i].By, list[i].File = name, file
		}
		by[e.Account], files[e.Document] = list[i].By, list[i].File
	}
	for _, s := range shelves {
		counts, err := s.book.Wrote(t, unit)
		if err != nil {
			return nil, err
		}
		for i, e := range all {
			if n := counts[e.ID]; n > 0 {
				list[i].Wrote = append(list[i].Wrote, Wrote{s.book.Table, n})
			}
		}
	}
	return list, nil
}

// signed adds to an entry who wrote it and from which file, unless that is known.
func signed(t *store.Tx, e ledger.Entry, known bool) (w Written, err error) {
	w.Entry = e
	if known {
		return w, nil
	}
	if w.By, err = ledger.Writer(t, e); err != nil || e.Document == 0 {
		return w, err
	}
	if w.File, err = document.NameOf(t, e.Document); fault.KindOf(err) == fault.NotFound {
		err = nil
	}
	return w, err
}

// Entry gives one entry with the records that it wrote, changed or took back.
func (s *Service) Entry(ctx context.Context, id int64) (e Written, list []Record, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.See, Action: "entry"})
	if err != nil {
		return e, nil, err
	}
	err = s.db.Read(ctx, p, func(t *store.Tx) error {
		one, err := ledger.ByID(t, id)
		if err != nil {
			return err
		}
		if e, err = signed(t, one, false); err != nil {
			return err
		}
		list, err = written(t, one)
		return err
	})
	return e, list, err
}

func written(t *store.Tx, e ledger.Entry) (list []Record, err error) {
	names := map[int64]string{e.Unit: ""}
	for _, s := range shelves {
		records, err := s.book.Records(t, e.ID)
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			one, unit, err := s.told(t, r)
			if err != nil {
				return nil, err
			}
			if _, known := names[unit]; !known {
				u, err := org.Find(t, unit, t.Today())
				if err != nil && fault.KindOf(err) != fault.NotFound {
					return nil, err
				}
				names[unit] = u.Name
			}
			one.Unit = names[unit]
			list = append(list, one)
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
	if e.Kind == ledger.Undo { // what it took back is entered again
		return nil, fault.New(fault.Conflict, "intake.entry.undo_stays")
	}
	if len(records) == 0 && e.UndoneBy == 0 { // the decision on a year is corrected on the year's own page
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
// record it is: a report tells of several; and of what the undo would end and let stand again,
// not of what the record says by now: its year can have been changed.
func thawed(t *store.Tx, entry int64) error {
	for _, s := range shelves {
		records, err := s.book.Records(t, entry)
		if err != nil {
			return err
		}
		for _, r := range records {
			_, versions, err := s.tell(t, r)
			if err != nil {
				return err
			}
			for _, v := range versions {
				if v.Begun != entry && v.Ended != entry {
					continue
				}
				if err := year.Writable(t, v.Unit, v.Period); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
