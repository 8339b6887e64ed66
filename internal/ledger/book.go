package ledger

import (
	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/store"
)

// Book is the ledger's side of one table of records.
type Book struct {
	Table string // also the kind in the audit chain

	fresh, end, touched, founded, later, beyond, close, reopen, history, wrote *store.Stmt
}

// NewBook gives the book of a table that has the ledger's columns. The table's
// name is part of the program, never of a request.
func NewBook(table string) *Book {
	return &Book{
		Table:   table,
		fresh:   store.Scoped(access.See, `UPDATE `+table+` SET record_id = id WHERE id = $1 AND unit_id = {unit}`),
		end:     store.Scoped(access.See, `UPDATE `+table+` SET ended_by = $2 WHERE record_id = $1 AND ended_by IS NULL AND unit_id = {unit}`),
		touched: store.Scoped(access.See, `SELECT DISTINCT record_id FROM `+table+` WHERE (begun_by = $1 OR ended_by = $1) AND {scope:`+table+`.unit_id} ORDER BY record_id`),
		founded: store.Scoped(access.See, `SELECT record_id FROM `+table+` WHERE begun_by = $1 AND id = record_id AND {scope:`+table+`.unit_id} ORDER BY record_id`),
		later:   store.Scoped(access.See, `SELECT DISTINCT record_id FROM `+table+` WHERE begun_by = $1 AND ended_by IS NOT NULL AND ended_by <> $1 AND {scope:`+table+`.unit_id} ORDER BY record_id`),
		beyond:  store.Scoped(access.Record, `SELECT COUNT(*) FROM `+table+` WHERE (begun_by = $1 OR ended_by = $1) AND NOT {scope:`+table+`.unit_id}`),
		close:   store.Scoped(access.Record, `UPDATE `+table+` SET ended_by = $2 WHERE begun_by = $1 AND ended_by IS NULL AND {scope:`+table+`.unit_id}`),
		reopen:  store.Scoped(access.Record, `UPDATE `+table+` SET ended_by = NULL WHERE ended_by = $1 AND begun_by <> $1 AND {scope:`+table+`.unit_id}`),
		wrote: store.Scoped(access.See, `SELECT w.entry, COUNT(*) FROM (
SELECT b.begun_by AS entry, b.record_id FROM `+table+` b JOIN entry e ON e.id = b.begun_by WHERE e.unit_id = $1 AND {scope:b.unit_id}
UNION SELECT b.ended_by, b.record_id FROM `+table+` b JOIN entry e ON e.id = b.ended_by WHERE e.unit_id = $1 AND {scope:b.unit_id}) w GROUP BY w.entry`),
		history: store.Scoped(access.See, `SELECT `+columns+` FROM entry e WHERE e.id IN (
SELECT begun_by FROM `+table+` WHERE record_id = $1 UNION SELECT ended_by FROM `+table+` WHERE record_id = $1) AND {scope:e.unit_id} ORDER BY e.id`),
	}
}

// Add writes the first version of a new record with insert, which gives the id of its row,
// written with record_id 0: that id becomes the record's.
func (b *Book) Add(t *store.Tx, insert func() (int64, error)) (record int64, err error) {
	if record, err = insert(); err != nil {
		return 0, err
	}
	if _, err = t.Exec(b.fresh, record); err != nil {
		return 0, err
	}
	t.Touched(b.Table, record)
	return record, nil
}

// End ends the standing version of a record. NotFound if none stands.
func (b *Book) End(t *store.Tx, record, entry int64) error {
	n, err := t.Exec(b.end, record, entry)
	if err != nil {
		return err
	}
	if n == 0 {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	t.Touched(b.Table, record)
	return nil
}

// Next ends the standing version of a record and writes the next one with insert, which
// gives the id of its row. NotFound if none stands.
func (b *Book) Next(t *store.Tx, record, entry int64, insert func() (int64, error)) error {
	if err := b.End(t, record, entry); err != nil {
		return err
	}
	id, err := insert()
	if err != nil {
		return err
	}
	t.Touched(b.Table, id)
	return nil
}

// Take takes a record back (rút) and gives the entry that says why, under which what
// belongs to the record can be ended too.
func (b *Book) Take(t *store.Tx, record int64, reason string) (entry int64, err error) {
	if entry, err = Begin(t, New{Kind: Withdrawal, Reason: reason}); err != nil {
		return 0, err
	}
	return entry, b.End(t, record, entry)
}

// Records lists the records of which an entry began or ended a version: those that it wrote, changed
// or took back.
func (b *Book) Records(t *store.Tx, entry int64) ([]int64, error) {
	return store.All(t, b.touched, scanID, entry)
}

// Founded lists the records whose first version an entry wrote: they are gone once it is undone.
func (b *Book) Founded(t *store.Tx, entry int64) ([]int64, error) {
	return store.All(t, b.founded, scanID, entry)
}

// Wrote counts, by entry, the records of the book that each entry of a unit wrote, changed or took back.
func (b *Book) Wrote(t *store.Tx, unit int64) (map[int64]int, error) {
	counts := map[int64]int{}
	_, err := store.All(t, b.wrote, func(r store.Row) (entry int64, err error) {
		var n int
		err = r.Scan(&entry, &n)
		counts[entry] = n
		return entry, err
	}, unit)
	return counts, err
}

// Changed lists the records of an entry that a later entry changed or took back.
func (b *Book) Changed(t *store.Tx, entry int64) ([]int64, error) {
	return store.All(t, b.later, scanID, entry)
}

// Undo takes back what an entry wrote in this book and lets what it had ended
// stand again. The caller has made sure that nothing was built on it. A Denied fault where
// the entry wrote for a unit over which the caller may not record: nothing is undone by half.
func (b *Book) Undo(t *store.Tx, entry, by int64) error {
	beyond, err := store.One(t, b.beyond, func(r store.Row) (n int64, err error) { return n, r.Scan(&n) }, entry)
	if err != nil {
		return err
	}
	if beyond > 0 {
		return fault.New(fault.Denied, "ledger.undo_beyond")
	}
	if _, err := t.Exec(b.close, entry, by); err != nil {
		return err
	}
	_, err = t.Exec(b.reopen, entry)
	return err
}

// History lists the entries that wrote, changed and ended a record, oldest first.
func (b *Book) History(t *store.Tx, record int64) ([]Entry, error) {
	return store.All(t, b.history, scan, record)
}

func scanID(r store.Row) (int64, error) { var id int64; return id, r.Scan(&id) }
