package target

import (
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Enter writes a target of the transaction's unit under an entry and gives its record. A
// target that stands already with the same content from the same document, or typed the
// same, adds nothing: created is false and record is the standing one.
func Enter(t *store.Tx, entry int64, n New) (record int64, created bool, err error) {
	n = n.settle()
	if err := n.validate(); err != nil {
		return 0, false, err
	}
	standing, err := Of(t, t.Unit(), n.Period)
	if err != nil {
		return 0, false, err
	}
	for _, g := range standing {
		if g.Source.Document == n.Source.Document && g.Content.Same(n.Content) {
			return g.Record, false, nil
		}
	}
	record, err = Book.Add(t, func() (int64, error) { return insert(t, 0, entry, n) })
	return record, err == nil, err
}

// insert writes one version; record 0 is the first version of a new record.
func insert(t *store.Tx, record, entry int64, n New) (int64, error) {
	return store.Insert(t, insertTarget, record, entry, n.Source.Document, n.Source.Span.Start, n.Source.Span.End, store.JSON(n.Source.Context),
		n.Period, n.Subject, n.Population, n.Measure, n.Level, n.Comparator, n.Low, n.High, n.Unit, n.Base, n.OfTotal,
		n.OrHigher, n.Within, n.Frequency, n.Negated, n.Field, n.Note, n.State, n.Decision, n.DecidedOn,
		n.Resolution, n.Meeting)
}

// replace ends the standing version of a target and writes the next one.
func replace(t *store.Tx, record, entry int64, n New) error {
	n = n.settle()
	if err := n.validate(); err != nil {
		return err
	}
	return Book.Next(t, record, entry, func() (int64, error) { return insert(t, record, entry, n) })
}

// next is the target as what its next version is made from.
func (g Target) next() New {
	return New{Content: g.Content, State: g.State, Decision: g.Decision, DecidedOn: g.DecidedOn, Source: g.Source}
}

// says is the next version with another content. The level of which it is a part and its
// negation stay: the forms do not show them.
func (g Target) says(c Content) New {
	n := g.next()
	c.Within, c.Negated = g.Within, g.Negated
	n.Content = c
	return n
}

// Dependents lists the targets of an entry that a later entry changed, adopted or took
// back, and those that it ended of resolutions and meetings taken back since.
func Dependents(t *store.Tx, entry int64) ([]ledger.Dependent, error) {
	return ledger.Gather(t, entry, records.Changed, records.Orphaned(setGone), records.Orphaned(adoptedGone))
}
