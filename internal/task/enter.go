package task

import (
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/viet"
)

// Enter writes a task of the transaction's unit and gives its record. The same words in
// the same programme add nothing.
func Enter(t *store.Tx, entry int64, c Content) (record int64, created bool, err error) {
	if c, err = c.settle(); err != nil {
		return 0, false, err
	}
	if err := checkProgramme(t, c.Programme); err != nil {
		return 0, false, err
	}
	standing, err := Of(t, t.Unit())
	if err != nil {
		return 0, false, err
	}
	last := 0
	for _, k := range standing {
		if k.Programme != c.Programme {
			continue
		}
		if viet.Same(k.What, c.What) && viet.Same(k.Who, c.Who) && k.DueOn == c.DueOn {
			return k.Record, false, nil
		}
		last = max(last, k.Place)
	}
	if c.Place == 0 {
		c.Place = last + 1
	}
	record, err = Book.Add(t, func() (int64, error) { return insert(t, 0, entry, c) })
	return record, err == nil, err
}

// checkProgramme refuses a programme that is not one of the transaction's unit.
func checkProgramme(t *store.Tx, record int64) error {
	if record == 0 {
		return nil
	}
	r, err := resolution.ByRecord(t, record)
	if fault.KindOf(err) == fault.NotFound || err == nil && (r.Ended != 0 || r.Unit != t.Unit() || !r.Kind.Carries()) {
		return fault.InvalidField("programme", "task.programme_wrong")
	}
	return err
}

func insert(t *store.Tx, record, entry int64, c Content) (int64, error) {
	return store.Insert(t, insertTask, record, entry, c.Programme, c.What, c.Who, c.DueWritten, c.DueOn, c.State, c.Outcome, c.Place)
}

// replace ends the standing version of a task and writes the next one.
func replace(t *store.Tx, k Task, entry int64, c Content) error {
	c, err := c.settle()
	if err != nil {
		return err
	}
	if c.Place == 0 {
		c.Place = k.Place
	}
	if err := checkProgramme(t, c.Programme); err != nil {
		return err
	}
	return Book.Next(t, k.Record, entry, func() (int64, error) { return insert(t, k.Record, entry, c) })
}

// Dependents lists the tasks of an entry that a later entry changed, tasks written since for its
// programmes, and tasks that it ended of programmes taken back since.
func Dependents(t *store.Tx, entry int64) ([]ledger.Dependent, error) {
	return ledger.Gather(t, entry, records.Changed, records.Linked(built),
		records.Orphaned(tasksGone), notes.Orphaned(notesGone))
}

// Of lists a unit's standing tasks, programme by programme.
func Of(t *store.Tx, unit int64) ([]Task, error) { return store.All(t, ofUnit, scan, unit) }

// OfProgramme lists the standing tasks of a programme or plan in their order.
func OfProgramme(t *store.Tx, record int64) ([]Task, error) {
	return store.All(t, ofProgramme, scan, record)
}

// Tell gives what the ledger tells of a record's last version: whose it is, how it calls itself.
func Tell(t *store.Tx, record int64) (current ledger.Version, all []ledger.Version, err error) {
	return records.Tell(t, record)
}

// TellNote gives what the ledger tells of a note.
func TellNote(t *store.Tx, record int64) (current ledger.Version, all []ledger.Version, err error) {
	return notes.Tell(t, record)
}

// NotesOf lists the notes on a task's progress, the oldest first.
func NotesOf(t *store.Tx, record int64) ([]Note, error) {
	return store.All(t, notesOf, scanNote, record)
}
