package ledger

import "hamrong/internal/store"

// Dependent is something that was built on a record and stands in the way of
// taking the record's entry back: changed since, linked to, decided upon.
type Dependent struct {
	Table  string // the book of the dependent record
	Record int64
	Unit   int64
	Name   string // what the record calls itself: a title, a level as written, a measure
	Why    string // locale key: ChangedSince or LinkedFrom
}

// Why something stands in the way.
const (
	ChangedSince = "ledger.changed_since"
	LinkedFrom   = "ledger.linked_from"
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
func (k Records[R]) Linked(built *store.Stmt) Finder {
	return func(t *store.Tx, entry int64) ([]Dependent, error) {
		found, err := store.All(t, built, k.Scan, entry)
		list := make([]Dependent, 0, len(found))
		for _, r := range found {
			list = append(list, k.dependent(r, LinkedFrom))
		}
		return list, err
	}
}

func (k Records[R]) dependent(r R, why string) Dependent {
	v := k.Version(r)
	return Dependent{Table: k.Book.Table, Record: v.Record, Unit: v.Unit, Name: v.Name, Why: why}
}
