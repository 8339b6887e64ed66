package ledger

import (
	"hamrong/internal/access"
	"hamrong/internal/store"
)

// Dependent is something that was built on a record and stands in the way of
// taking the record's entry back: changed since, linked to, decided upon.
type Dependent struct {
	Table  string // the book of the dependent record
	Record int64
	Unit   int64
	Name   string // what the record calls itself: a title, a level as written, a measure
	Why    string // locale key: ChangedSince, LinkedFrom or BaseGone
}

// Why something stands in the way.
const (
	ChangedSince = "ledger.changed_since"
	LinkedFrom   = "ledger.linked_from"
	BaseGone     = "ledger.base_gone"
)

// Finder finds what stands in the way of taking an entry back.
type Finder func(t *store.Tx, entry int64) ([]Dependent, error)

// Gather lists what all the finders find, in their order.
func Gather(t *store.Tx, entry int64, finders ...Finder) ([]Dependent, error) {
	list := []Dependent{}
	for _, find := range finders {
		more, err := find(t, entry)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	return list, nil
}

// Changed finds the records of an entry that a later entry changed or took back.
func (k Records[R]) Changed(t *store.Tx, entry int64) ([]Dependent, error) {
	records, err := k.Book.Changed(t, entry)
	if err != nil {
		return nil, err
	}
	list := make([]Dependent, 0, len(records))
	for _, record := range records {
		last, err := k.Last(t, record)
		if err != nil {
			return nil, err
		}
		list = append(list, k.dependent(last, ChangedSince))
	}
	return list, nil
}

// Linked finds what a statement gives for an entry ($1): standing records of others that
// point to what the entry wrote.
func (k Records[R]) Linked(built *store.Stmt) Finder { return k.found(built, LinkedFrom) }

// Orphaned finds what a statement of Orphans gives for an entry: what it ended, and what cannot
// stand again because its base was taken back since.
func (k Records[R]) Orphaned(orphans *store.Stmt) Finder { return k.found(orphans, BaseGone) }

// Orphans is the statement of the versions that an entry ($1) ended and whose base does not stand
// any more, unless the same entry ended the base too. The columns are those of the table, which is
// called by the name; the link holds the base's record, 0 or NULL for none.
func Orphans(columns, table, name, link, base string) *store.Stmt {
	return store.Scoped(access.See, `SELECT `+columns+` FROM `+table+` `+name+`
WHERE `+name+`.ended_by = $1 AND `+name+`.begun_by <> $1 AND `+name+`.`+link+` <> 0 AND {scope:`+name+`.unit_id} AND NOT EXISTS (
SELECT 1 FROM `+base+` base WHERE base.record_id = `+name+`.`+link+` AND (base.ended_by IS NULL OR base.ended_by = $1)) ORDER BY `+name+`.id`)
}

func (k Records[R]) found(q *store.Stmt, why string) Finder {
	return func(t *store.Tx, entry int64) ([]Dependent, error) {
		found, err := store.All(t, q, k.Scan, entry)
		list := make([]Dependent, 0, len(found))
		for _, r := range found {
			list = append(list, k.dependent(r, why))
		}
		return list, err
	}
}

func (k Records[R]) dependent(r R, why string) Dependent {
	v := k.Version(r)
	return Dependent{Table: k.Book.Table, Record: v.Record, Unit: v.Unit, Name: v.Name, Why: why}
}
