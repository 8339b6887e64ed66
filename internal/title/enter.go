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
	id, err := insert(t, 0, entry, n)
	if err != nil {
		return 0, false, err
	}
	return id, true, Book.First(t, id)
}

// insert writes one version; record 0 is the first version of a new record.
func insert(t *store.Tx, record, entry int64, n New) (int64, error) {
	context, err := n.Source.ContextText()
	if err != nil {
		return 0, err
	}
	return store.Insert(t, insertTitle, record, entry, n.Source.Document, n.Source.Span.Start, n.Source.Span.End, context,
		string(n.Period), n.Wording, n.Code, string(n.Status), n.AwardedBy, n.Awarding)
}

// Dependents lists the titles of an entry that a later entry changed or took back.
func Dependents(t *store.Tx, entry int64) ([]ledger.Dependent, error) {
	records, err := Book.Changed(t, entry)
	if err != nil {
		return nil, err
	}
	list := make([]ledger.Dependent, 0, len(records))
	for _, r := range records {
		last, err := ByRecord(t, r)
		if err != nil {
			return nil, err
		}
		list = append(list, ledger.Dependent{Table: Book.Table, Record: r, Unit: last.Unit, Name: last.Wording, Why: "ledger.changed_since"})
	}
	return list, nil
}
