package year

import (
	"errors"

	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// State gives a unit's year. A term of years is as its last year; the unknown period "" is open.
func State(t *store.Tx, unit int64, p period.Period) (Year, error) {
	y := Year{Unit: unit, Year: p.Last(), Stage: Open, ClosedOn: period.Forever}
	if p == "" {
		return y, nil
	}
	found, err := store.One(t, standing, scan, unit, p.Last())
	if err == nil {
		y = found
	} else if !errors.Is(err, fault.NotFound) {
		return y, err
	}
	_, err = store.One(t, closers, func(r store.Row) (int64, error) {
		return y.FrozenBy, r.Scan(&y.FrozenBy, &y.FrozenName)
	}, unit, p.Last(), p.End())
	if errors.Is(err, fault.NotFound) {
		return y, nil
	}
	y.Frozen = err == nil
	return y, err
}

// Writable refuses, with a Conflict fault, a write of a record of a closed year. A correction
// is taken: the caller has made sure that it carries its reason.
func Writable(t *store.Tx, unit int64, p period.Period, correction bool) error {
	if correction || p == "" {
		return nil
	}
	y, err := State(t, unit, p)
	if err != nil {
		return err
	}
	return writable(y, correction)
}

// Known lists the years of a unit that are decided or closed, oldest first. Frozen is left
// out of account: a year closed above alone is not in the list.
func Known(t *store.Tx, unit int64) ([]Year, error) { return store.All(t, all, scan, unit) }

// Version is one state that a year had, and who brought it about.
type Version struct {
	Year
	Entry   int64
	Account int64
	At      int64 // milliseconds since 1970, UTC
	Reason  string
}

// HistoryOf lists the states of a unit's year, oldest first.
func HistoryOf(t *store.Tx, unit int64, year int) ([]Version, error) {
	return store.All(t, versions, func(r store.Row) (v Version, err error) {
		return v, r.Scan(append(v.Year.fields(), &v.Entry, &v.Account, &v.At, &v.Reason)...)
	}, unit, year)
}

func (y *Year) fields() []any {
	return []any{&y.record, &y.Unit, &y.Year, &y.Stage, &y.Body, &y.Number, &y.On, &y.ClosedOn}
}

func scan(r store.Row) (y Year, err error) { return y, r.Scan(y.fields()...) }
