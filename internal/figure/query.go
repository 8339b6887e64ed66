package figure

import (
	"fmt"

	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Of lists a unit's standing figures of a period, the oldest record first.
func Of(t *store.Tx, unit int64, p period.Period) ([]Figure, error) {
	return store.All(t, ofUnit, scan, unit, string(p))
}

// At lists the standing figures at one place of a unit, the oldest record first.
func At(t *store.Tx, unit int64, p Place) ([]Figure, error) {
	return store.All(t, atPlace, scan, unit, string(p.Period), p.Population, p.Level, p.OrHigher, p.Within, p.Base)
}

// Places are figures by their places.
type Places map[Place][]Figure

// ByPlace sorts figures by their places; at each they keep their order.
func ByPlace(list []Figure) Places {
	places := Places{}
	for _, f := range list {
		places[f.Place] = append(places[f.Place], f)
	}
	return places
}

// Against lists the figures at the place of one to be entered that cannot be true together with it.
func (p Places) Against(n New) []Figure {
	n = n.settle()
	var list []Figure
	for _, f := range p[n.Place] {
		if f.Contradicts(n.Value) {
			list = append(list, f)
		}
	}
	return list
}

// History gives a record through time; NotFound if there is no such record.
func History(t *store.Tx, record int64) (ledger.History[Figure], error) {
	return records.History(t, record)
}

// ByRecord gives the last version of a record, which stands unless Ended says otherwise.
func ByRecord(t *store.Tx, record int64) (Figure, error) { return records.Last(t, record) }

// Tell gives what the ledger tells of a record's last version: whose it is, how it calls itself.
func Tell(t *store.Tx, record int64) (current ledger.Version, all []ledger.Version, err error) {
	return records.Tell(t, record)
}

// OfDocument lists the standing figures that were read from a document, in the order of its text.
func OfDocument(t *store.Tx, document int64) ([]Figure, error) {
	return store.All(t, ofDocument, scan, document)
}

// Periods lists the periods for which a unit has standing figures, the oldest first.
func Periods(t *store.Tx, unit int64) ([]period.Period, error) {
	return store.All(t, years, func(r store.Row) (p period.Period, err error) { return p, r.Scan(&p) }, unit)
}

// Having lists the units right below one, by the tree of a day, of which a figure of the period stands.
func Having(t *store.Tx, unit int64, p period.Period, day period.Date) ([]int64, error) {
	return store.All(t, having, func(r store.Row) (id int64, err error) { return id, r.Scan(&id) }, unit, string(p), string(day))
}

// Part is a figure of a unit underneath, with the direct child through which it hangs.
type Part struct {
	Child int64
	Figure
}

// Below lists what the nearest units under a unit report for a period, by the tree of a day:
// each direct child's own figures or, where it has none of the population, those of the
// nearest units under it.
func Below(t *store.Tx, unit int64, p period.Period, day period.Date) ([]Part, error) {
	return store.All(t, below, func(r store.Row) (Part, error) {
		var part Part
		f, err := scanAfter(r, &part.Child)
		part.Figure = f
		return part, err
	}, unit, string(p), string(day))
}

func scan(r store.Row) (Figure, error) { return scanAfter(r) }

// scanAfter reads a figure from a row, after further columns before it.
func scanAfter(r store.Row, first ...any) (f Figure, err error) {
	var (
		count, total, units number
		digits              int
	)
	err = r.Scan(append(first, &f.ID, &f.Record, &f.Unit, &f.Begun, &f.Ended, &f.Source.Document, &f.Source.Span.Start, &f.Source.Span.End, store.JSON(&f.Source.Context),
		&f.Period, &f.Population, &f.Level, &f.OrHigher, &f.Within, &f.Base, &f.Subject, &f.Category,
		&count, &total, &units, &digits, &f.Qualifier, &f.Negated)...)
	f.Count, f.OfTotal = count.n, total.n
	if units.n != nil {
		f.Percent = &Percent{Units: *units.n, Digits: digits}
	}
	return f, err
}

// number is a whole number that a column may lack.
type number struct{ n *int64 }

// Scan reads a column.
func (x *number) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		x.n = nil
	case int64:
		x.n = &v
	default:
		return fmt.Errorf("number from %T", src)
	}
	return nil
}
