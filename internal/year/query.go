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

// Writable refuses, with a Conflict fault, for a closed year what is no correction: what comes from
// a report or takes a whole entry back, and new targets and decisions on them.
func Writable(t *store.Tx, unit int64, p period.Period) error {
	if p == "" {
		return nil
	}
	y, err := State(t, unit, p)
	if err != nil {
		return err
	}
	if key := y.frozen(); key != "" {
		return fault.New(fault.Conflict, key, y.Period(), y.FrozenName)
	}
	return nil
}

// Takes is Writable for what a person writes (law 5): a closed year takes corrections alone, each
// with its reason. Without one it is an Invalid fault at the field "reason". Changes and takings
// back have theirs in any year (ledger.Begin).
func Takes(t *store.Tx, unit int64, p period.Period, reason string) error {
	if ledger.Reasoned(reason) {
		return nil
	}
	err := Writable(t, unit, p)
	var closed *fault.Error
	if errors.As(err, &closed) && closed.Kind == fault.Conflict {
		return fault.InvalidField("reason", closed.Key+".reason", closed.Args...)
	}
	return err
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
