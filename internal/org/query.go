package org

import (
	"errors"
	"slices"

	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// day gives the day that is read: today for none.
func day(t *store.Tx, on period.Date) period.Date {
	if on == "" {
		return t.Today()
	}
	return on
}

// Find gives a unit that the caller may see as it was on a day ("" for today), or NotFound.
// The day period.Forever gives its latest state.
func Find(t *store.Tx, unit int64, on period.Date) (Unit, error) {
	return store.One(t, unitOn, scanUnit, unit, day(t, on))
}

// ChildrenOf lists the units right below one in its line on a day, in their order.
func ChildrenOf(t *store.Tx, unit int64, on period.Date) ([]Unit, error) {
	return store.All(t, childrenOn, scanUnit, unit, day(t, on))
}

// LinkedTo lists the units that belong to the same office (cùng cơ quan) as the lead on a day.
func LinkedTo(t *store.Tx, lead int64, on period.Date) ([]Unit, error) {
	return store.All(t, linkedOn, scanUnit, lead, day(t, on))
}

// LeadOf gives the lead of the office that a linked unit belongs to on a day, or NotFound.
func LeadOf(t *store.Tx, unit int64, on period.Date) (Unit, error) {
	return store.One(t, leadOn, scanUnit, unit, day(t, on))
}

// Step is one step of the way from the top to a unit.
type Step struct {
	Unit
	Open bool // the caller may open its page; otherwise only its name is shown
}

// PathTo gives the way from the top to a unit on a day, the unit itself last. It follows the
// unit's own line; for a linked unit without a parent, its office's.
func PathTo(t *store.Tx, unit int64, on period.Date) ([]Step, error) {
	u, err := Find(t, unit, on)
	if err != nil {
		return nil, err
	}
	on = max(day(t, on), u.FoundedOn)
	byID := map[int64]Step{}
	_, err = store.All(t, pathOn, func(r store.Row) (s Step, err error) {
		var depth, open int
		err = r.Scan(append(s.Unit.fields(), &depth, &open)...)
		s.Open = open == 1
		byID[s.ID] = s
		return s, err
	}, unit, on)
	if err != nil {
		return nil, err
	}
	lead, err := LeadOf(t, unit, on)
	if err != nil && !errors.Is(err, fault.NotFound) {
		return nil, err
	}
	path := []Step{}
	for id := unit; id != 0; {
		s, ok := byID[id]
		if !ok {
			break
		}
		path = append(path, s)
		if id = s.Parent; id == 0 && s.ID == unit {
			id = lead.ID
		}
	}
	slices.Reverse(path)
	return path, nil
}

// Past is a state that a unit had, with the name of its parent then.
type Past struct {
	State
	Under string
}

// History is all that is known of a unit over time, oldest first.
type History struct {
	States []Past
	Events []Event
}

// Until gives the history as it stood on a day: what came later is left out.
func (h History) Until(day period.Date) History {
	h.States = slices.DeleteFunc(slices.Clone(h.States), func(s Past) bool { return s.From > day })
	h.Events = slices.DeleteFunc(slices.Clone(h.Events), func(e Event) bool { return e.On > day })
	return h
}

// HistoryOf gives a unit's states and events.
func HistoryOf(t *store.Tx, unit int64) (h History, err error) {
	h.States, err = store.All(t, states, func(r store.Row) (s Past, err error) {
		return s, r.Scan(append(s.State.fields(), &s.Under)...)
	}, unit)
	if err != nil {
		return h, err
	}
	h.Events, err = store.All(t, events, func(r store.Row) (e Event, err error) {
		return e, r.Scan(&e.ID, &e.Unit, &e.Kind, &e.On, &e.Decision, &e.Reason, &e.Other, &e.Account, &e.At, &e.Named, &e.Who)
	}, unit)
	return h, err
}

func (s *State) fields() []any {
	return []any{&s.From, &s.Until, &s.Name, &s.Short, &s.Kind, &s.Level, &s.Parent, &s.Place}
}

func (u *Unit) fields() []any {
	return append([]any{&u.ID, &u.Line, &u.FoundedOn, &u.EndedOn}, u.State.fields()...)
}

func scanUnit(r store.Row) (u Unit, err error) { return u, r.Scan(u.fields()...) }

func scanInt(r store.Row) (n int, err error) { return n, r.Scan(&n) }

func scanID(r store.Row) (id int64, err error) { return id, r.Scan(&id) }

func scanDay(r store.Row) (d period.Date, err error) { return d, r.Scan(&d) }

func scanLevel(r store.Row) (l Level, err error) { return l, r.Scan(&l) }
