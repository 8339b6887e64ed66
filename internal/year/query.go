package year

import (
	"errors"

	"hamrong/internal/fault"
	"hamrong/internal/ledger"
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

// Version is one state that a year had.
type Version struct {
	Year
	Begun int64 // the entry that wrote it
	Ended int64 // entry that ended it, 0 while it stands
}

// Versions lists the states of a unit's year, the oldest first; none for a year that was never decided.
func Versions(t *store.Tx, unit int64, year int) ([]Version, error) {
	return store.All(t, versions, func(r store.Row) (v Version, err error) {
		return v, r.Scan(append(v.Year.fields(), &v.Begun, &v.Ended)...)
	}, unit, year)
}

// Story tells the states of a year entry by entry.
func Story(t *store.Tx, list []Version) ([]ledger.Step, error) {
	told := make([]ledger.Version, 0, len(list))
	for _, v := range list {
		told = append(told, ledger.Version{Record: v.record, Unit: v.Unit, Begun: v.Begun, Ended: v.Ended, Period: v.Year.Period()})
	}
	return ledger.Story(t, told)
}

func (y *Year) fields() []any {
	return []any{&y.record, &y.Unit, &y.Year, &y.Stage, &y.Body, &y.Number, &y.On, &y.ClosedOn}
}

func scan(r store.Row) (y Year, err error) { return y, r.Scan(y.fields()...) }
