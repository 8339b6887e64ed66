package org

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// FoundAbove founds the unit above the top so far and gives its id. Own gives the first rights
// over it, in the same transaction: nobody has one yet. It needs the rights Structure and Administer
// over the former top.
func (s *Service) FoundAbove(ctx context.Context, top int64, f Founding, own func(t *store.Tx, unit int64) error) (id int64, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Structure | access.Administer, Unit: top, Action: "unit.found_above"})
	if err != nil {
		return 0, err
	}
	err = s.db.Write(ctx, p, func(t *store.Tx) error {
		if id, err = FoundAbove(t, top, f); err != nil {
			return err
		}
		return own(t, id)
	})
	return id, err
}

// FoundAbove founds the unit above the one that stood at the top so far, which stands under it from
// the founding's day on: before that day nothing changes. It needs the right Structure over the
// former top.
func FoundAbove(t *store.Tx, unit int64, f Founding) (int64, error) {
	at, u, err := changed(t, unit)
	if err != nil {
		return 0, err
	}
	_, err = LeadOf(at, u.ID, period.Forever)
	if u.Parent != 0 || err == nil {
		return 0, fault.New(fault.Conflict, "org.not_the_top", u.Name)
	}
	if fault.KindOf(err) != fault.NotFound {
		return 0, err
	}
	first, next, err := foundAbove(u, f, t.Today())
	if err != nil {
		return 0, err
	}
	id, err := insert(at, foundedBelow, newUnit{line: u.Line, state: first, act: f.Act})
	if err != nil {
		return 0, err
	}
	if err := derive(at, id); err != nil {
		return 0, err
	}
	next.Parent, next.Place = id, 1
	if err := enter(at, u, next, change{kind: Moved, act: f.Act, other: id}); err != nil {
		return 0, err
	}
	return id, derive(at, u.ID)
}

// foundAbove decides about founding a unit above u, the top so far, and gives the first state of the
// one and the next of the other.
func foundAbove(u Unit, f Founding, today period.Date) (first, next State, err error) {
	if f.Level == "" {
		f.Level = Levels[min(u.Level.rank(), len(Levels)-1)]
	}
	var form fault.Form
	first = f.first(&form, Limit{Line: u.Line, Below: u.Level, Today: today})
	checkAct(&form, u, f.Act, today)
	if sameName(first.Name) == sameName(u.Name) {
		form.Add("name", "org.name_taken", u.Name)
	}
	next = u.State
	next.From = f.On
	return first, next, form.Err()
}
