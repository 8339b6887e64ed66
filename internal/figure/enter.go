package figure

import (
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Enter writes a figure of the transaction's unit under an entry and gives its record.
// What stands already, the same value at the same place from the same document (or typed
// under the same conditions), adds nothing: created is false and record is the standing one.
func Enter(t *store.Tx, entry int64, n New) (record int64, created bool, err error) {
	n = n.settle()
	if err := n.validate(); err != nil {
		return 0, false, err
	}
	standing, err := At(t, t.Unit(), n.Place)
	if err != nil {
		return 0, false, err
	}
	for _, f := range standing {
		if f.Source.Document == n.Source.Document && f.Value.Same(n.Value) {
			return f.Record, false, nil
		}
	}
	record, err = Book.Add(t, func() (int64, error) { return insert(t, 0, entry, n) })
	return record, err == nil, err
}

// insert writes one version; record 0 is the first version of a new record.
func insert(t *store.Tx, record, entry int64, n New) (int64, error) {
	var percent, digits any
	digits = 0
	if n.Percent != nil {
		percent, digits = n.Percent.Units, n.Percent.Digits
	}
	return store.Insert(t, insertFigure, record, entry, n.Source.Document, n.Source.Span.Start, n.Source.Span.End, store.JSON(n.Source.Context),
		n.Period, n.Population, n.Level, n.OrHigher, n.Within, n.Base, n.Subject, n.Category,
		nullable(n.Count), nullable(n.OfTotal), percent, digits, n.Qualifier, n.Negated)
}

// replace ends the standing version of a record and writes the next one.
func replace(t *store.Tx, f Figure, entry int64, v Value) error {
	n := New{Place: f.Place, Value: v, Subject: f.Subject, Category: f.Category, Source: f.Source}.settle()
	n.Source.Document = f.Source.Document
	if err := n.validate(); err != nil {
		return err
	}
	return Book.Next(t, f.Record, entry, func() (int64, error) { return insert(t, f.Record, entry, n) })
}

func nullable(n *int64) any {
	if n == nil {
		return nil
	}
	return *n
}

// Dependents lists the figures of an entry that a later entry changed or took back. Nothing
// else is built on a figure: tables and verdicts are worked out anew on each reading.
func Dependents(t *store.Tx, entry int64) ([]ledger.Dependent, error) {
	return records.Changed(t, entry)
}

func (f Figure) version() ledger.Version {
	return ledger.Version{Record: f.Record, Unit: f.Unit, Begun: f.Begun, Ended: f.Ended, Name: f.Name(), Period: f.Period}
}

// Name is what the figure calls itself in a list: what is counted and on which level, as written.
func (f Figure) Name() string {
	switch {
	case f.Subject == "":
		return f.Category
	case f.Category == "":
		return f.Subject
	}
	return f.Subject + ": " + f.Category
}
