package org

import (
	"errors"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/viet"
)

// maxText is the longest text of a decision or reason, in bytes.
const maxText = 1000

// change is an event about to be written.
type change struct {
	kind  EventKind
	act   Act
	other int64
}

// changed checks the right over a unit and gives its latest state.
func changed(t *store.Tx, unit int64) (*store.Tx, Unit, error) {
	at, err := t.On(access.Structure, unit)
	if err != nil {
		return nil, Unit{}, err
	}
	u, err := Find(at, unit, period.Forever)
	return at, u, err
}

// enter writes the next state of a unit with its event. On the day on which the latest state
// begins the next one takes its place: that state stood for no day.
func enter(t *store.Tx, u Unit, next State, c change) error {
	if err := thawed(t, u.ID, next.From, c.act); err != nil {
		return err
	}
	if next.From == u.From {
		if _, err := t.Exec(reshape, next.values()...); err != nil {
			return err
		}
		return note(t, u.ID, c)
	}
	if _, err := t.Exec(trim, next.From); err != nil {
		return err
	}
	if _, err := store.Insert(t, nextState, next.values()...); err != nil {
		return err
	}
	return note(t, u.ID, c)
}

func note(t *store.Tx, unit int64, c change) error {
	_, err := store.Insert(t, insertEvent, string(c.kind), c.act.On, tidy(c.act.Decision), tidy(c.act.Reason), orNull(c.other))
	if err == nil {
		t.Touched("unit", unit)
	}
	return err
}

// thawed refuses a change that would alter a closed year, unless it is a correction with its reason.
func thawed(t *store.Tx, unit int64, on period.Date, a Act) error {
	if strings.TrimSpace(a.Reason) != "" {
		return nil
	}
	year, err := store.One(t, frozen, func(r store.Row) (y int, err error) {
		var by int64
		return y, r.Scan(&y, &by)
	}, unit, on.Year())
	if errors.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return fault.InvalidField("reason", "org.year_closed", period.Year(year), period.Year(year+1))
}

// unique refuses a unit named like another one of its line below the same parent or in the same
// office: it is more likely the same unit entered twice.
func unique(t *store.Tx, above int64, u Unit) error {
	folded := viet.Fold(u.Name)
	names, err := store.All(t, alike, func(r store.Row) (s string, err error) { return s, r.Scan(&s) },
		above, u.ID, string(u.Line), folded, literal(folded)+" | %")
	if err != nil {
		return err
	}
	for _, other := range names {
		if sameName(other) == sameName(u.Name) {
			return fault.InvalidField("name", "org.name_taken", other)
		}
	}
	return nil
}
