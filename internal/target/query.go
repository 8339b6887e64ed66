package target

import (
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Of lists a unit's standing targets of a period, the oldest record first.
func Of(t *store.Tx, unit int64, p period.Period) ([]Target, error) {
	return store.All(t, ofUnit, scan, unit, string(p))
}

// ForYear lists a unit's standing targets of a year: its own, then those of each term that
// the year belongs to.
func ForYear(t *store.Tx, unit int64, year int) ([]Target, error) {
	list, err := Of(t, unit, period.Year(year))
	if err != nil {
		return nil, err
	}
	all, err := Periods(t, unit)
	if err != nil {
		return nil, err
	}
	for _, p := range all {
		if p.IsYear() || year < p.First() || year > p.Last() {
			continue
		}
		more, err := Of(t, unit, p)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	return list, nil
}

// OfUnit lists all of a unit's standing targets, the newest period first.
func OfUnit(t *store.Tx, unit int64) ([]Target, error) { return store.All(t, allOfUnit, scan, unit) }

// History gives a record through time; NotFound if there is no such record.
func History(t *store.Tx, record int64) (ledger.History[Target], error) {
	return records.History(t, record)
}

// ByRecord gives the last version of a record, which stands unless Ended says otherwise.
func ByRecord(t *store.Tx, record int64) (Target, error) { return records.Last(t, record) }

// Tell gives what the ledger tells of a record's last version: whose it is, how it calls itself.
func Tell(t *store.Tx, record int64) (current ledger.Version, all []ledger.Version, err error) {
	return records.Tell(t, record)
}

// OfDocument lists the standing targets that were read from a document, in the order of its text.
func OfDocument(t *store.Tx, document int64) ([]Target, error) {
	return store.All(t, ofDocument, scan, document)
}

// OfResolution lists the standing targets that a resolution sets.
func OfResolution(t *store.Tx, record int64) ([]Target, error) {
	return store.All(t, ofResolution, scan, record)
}

// OfMeeting lists the standing targets that a conference adopted.
func OfMeeting(t *store.Tx, record int64) ([]Target, error) {
	return store.All(t, ofMeeting, scan, record)
}

// Periods lists the periods for which a unit has standing targets, the oldest first.
func Periods(t *store.Tx, unit int64) ([]period.Period, error) {
	return store.All(t, periods, func(r store.Row) (p period.Period, err error) { return p, r.Scan(&p) }, unit)
}

func scan(r store.Row) (g Target, err error) {
	err = r.Scan(&g.ID, &g.Record, &g.Owner, &g.Begun, &g.Ended, &g.Source.Document, &g.Source.Span.Start, &g.Source.Span.End, store.JSON(&g.Source.Context),
		&g.Period, &g.Subject, &g.Population, &g.Measure, &g.Level, &g.Comparator, &g.Low, &g.High, &g.Unit, &g.Base, &g.OfTotal,
		&g.OrHigher, &g.Within, &g.Frequency, &g.Negated, &g.Field, &g.Note, &g.State, &g.Decision, &g.DecidedOn,
		&g.Resolution, &g.Meeting)
	return g, err
}
