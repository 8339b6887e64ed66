package title

import (
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Of lists all of a unit's standing titles, the oldest period first.
func Of(t *store.Tx, unit int64) ([]Title, error) { return store.All(t, ofUnit, scan, unit) }

// OfChildren lists the standing titles, in a period, of the direct children of a unit by the tree of a day.
func OfChildren(t *store.Tx, unit int64, p period.Period, day period.Date) ([]Title, error) {
	return store.All(t, ofChildren, scan, unit, string(p), string(day))
}

// History gives a record through time; NotFound if there is no such record.
func History(t *store.Tx, record int64) (ledger.History[Title], error) {
	return records.History(t, record)
}

// Tell gives what the ledger tells of a record's last version: whose it is, how it calls itself.
func Tell(t *store.Tx, record int64) (current ledger.Version, all []ledger.Version, err error) {
	return records.Tell(t, record)
}

// OfDocument lists the standing titles that were read from a document, in the order of its text.
func OfDocument(t *store.Tx, document int64) ([]Title, error) {
	return store.All(t, ofDocument, scan, document)
}

func scan(r store.Row) (d Title, err error) {
	err = r.Scan(&d.ID, &d.Record, &d.Unit, &d.Begun, &d.Ended, &d.Source.Document, &d.Source.Span.Start, &d.Source.Span.End, store.JSON(&d.Source.Context),
		&d.Period, &d.Wording, &d.Code, &d.Status, &d.AwardedBy)
	return d, err
}
