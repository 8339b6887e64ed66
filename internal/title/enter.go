package title

import (
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Enter writes a title of the transaction's unit under an entry and gives its record. A
// title that stands already from the same document, or typed the same, adds nothing:
// created is false and record is the standing one.
func Enter(t *store.Tx, entry int64, n New) (record int64, created bool, err error) {
	n = n.settle()
	if err := n.validate(); err != nil {
		return 0, false, err
	}
	standing, err := Of(t, t.Unit())
	if err != nil {
		return 0, false, err
	}
	for _, d := range standing {
		if d.Source.Document == n.Source.Document && d.Content.Same(n.Content) {
			return d.Record, false, nil
		}
	}
	record, err = Book.Add(t, func() (int64, error) { return insert(t, 0, entry, n) })
	return record, err == nil, err
}

// insert writes one version; record 0 is the first version of a new record.
func insert(t *store.Tx, record, entry int64, n New) (int64, error) {
	return store.Insert(t, insertTitle, record, entry, n.Source.Document, n.Source.Span.Start, n.Source.Span.End, store.JSON(n.Source.Context),
		n.Period, n.Wording, n.Code, n.Status, n.AwardedBy)
}

// Dependents lists the titles of an entry that a later entry changed or took back.
func Dependents(t *store.Tx, entry int64) ([]ledger.Dependent, error) {
	return records.Changed(t, entry)
}
