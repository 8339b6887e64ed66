package org

import (
	"errors"

	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// FoundRoot founds the first unit of a line, under nothing. It needs a permit with the
// right Gate (set-up) and refuses when the line has a first unit already.
func FoundRoot(t *store.Tx, f Founding) (int64, error) {
	if f.Line == "" {
		f.Line = Party
	}
	n, err := store.One(t, rootsOfLine, scanInt, string(f.Line))
	if err != nil {
		return 0, err
	}
	if n > 0 {
		return 0, fault.New(fault.Conflict, "org.root_exists")
	}
	first, err := found(f, Limit{Line: f.Line, Today: t.Today()})
	if err != nil {
		return 0, err
	}
	id, err := insert(t, foundedFirst, newUnit{line: f.Line, state: first, act: f.Act})
	if err != nil {
		return 0, err
	}
	_, err = t.Exec(rootLineage, id, id, 0, first.From, period.Forever)
	return id, err
}

// Found founds a unit below f.Parent in its line. It needs the right Structure over the parent.
func Found(t *store.Tx, f Founding) (int64, error) {
	at, parent, err := changed(t, f.Parent)
	if err != nil {
		return 0, err
	}
	first, err := found(f, Limit{Line: parent.Line, Above: &parent, Today: t.Today()})
	if err != nil {
		return 0, err
	}
	if err := unique(at, parent.ID, Unit{Line: parent.Line, State: first}); err != nil {
		return 0, err
	}
	if err := thawed(at, parent.ID, first.From, f.Act); err != nil {
		return 0, err
	}
	first.Parent = parent.ID
	first.Place, err = store.One(at, nextPlace, scanInt, parent.ID)
	if err != nil {
		return 0, err
	}
	id, err := insert(at, foundedBelow, newUnit{line: parent.Line, state: first, act: f.Act, other: parent.ID})
	if err != nil {
		return 0, err
	}
	return id, derive(at, id)
}

// FoundLinked founds a unit of another line (f.Line) in the office of lead. It needs the
// right Structure over the lead.
func FoundLinked(t *store.Tx, lead int64, f Founding) (int64, error) {
	at, head, err := changed(t, lead)
	if err != nil {
		return 0, err
	}
	if f.Line == head.Line {
		return 0, fault.InvalidField("line", "org.link_same_line", head.Name)
	}
	first, err := found(f, Limit{Line: f.Line, Above: &head, Linked: true, Today: t.Today()})
	if err != nil {
		return 0, err
	}
	if err := unique(at, head.ID, Unit{Line: f.Line, State: first}); err != nil {
		return 0, err
	}
	if err := thawed(at, head.ID, first.From, f.Act); err != nil {
		return 0, err
	}
	id, err := insert(at, foundedBelow, newUnit{line: f.Line, state: first, act: f.Act, other: head.ID})
	if err != nil {
		return 0, err
	}
	if _, err := store.Insert(at, foundedBelow.office, id, head.ID, first.From); err != nil {
		return 0, err
	}
	return id, derive(at, id)
}

// newUnit is what insert writes.
type newUnit struct {
	line  Line
	state State
	act   Act
	other int64
}

func insert(t *store.Tx, q foundingStmts, n newUnit) (int64, error) {
	s := n.state
	id, err := store.Insert(t, q.unit, string(n.line), s.From)
	if err != nil {
		return 0, err
	}
	if _, err := store.Insert(t, q.state, append([]any{id}, s.values()...)...); err != nil {
		return 0, err
	}
	_, err = store.Insert(t, q.event, id, string(Founded), s.From, tidy(n.act.Decision), tidy(n.act.Reason), orNull(n.other))
	if err != nil {
		return 0, err
	}
	t.Touched("unit", id)
	return id, nil
}

// values are the columns of a state from valid_from on.
func (s State) values() []any {
	return []any{s.From, s.Name, s.Short, searched(s.Name, s.Short), sortKey(s.Name), string(s.Kind), string(s.Level), orNull(s.Parent), s.Place}
}

func orNull(id int64) any {
	if id == 0 {
		return nil
	}
	return id
}

// Rename gives a unit another name, kind or level from a day on. It needs the right Structure over it.
func Rename(t *store.Tx, unit int64, r Renaming) error {
	at, u, err := changed(t, unit)
	if err != nil {
		return err
	}
	if u.Ended() {
		return fault.InvalidField("on", "org.ended_already", u.Name, u.EndedOn)
	}
	l := Limit{Line: u.Line, Today: t.Today()}
	if u.Parent != 0 {
		parent, err := store.One(at, parentOf, scanUnit, u.ID)
		if err != nil {
			return err
		}
		l.Above = &parent
	}
	levels, err := store.All(at, childLevels, scanLevel)
	if err != nil {
		return err
	}
	for _, level := range levels {
		if level.rank() > l.Below.rank() {
			l.Below = level
		}
	}
	if r.Level == "" {
		r.Level = u.Level
	}
	if r.Kind == "" {
		r.Kind = u.Kind
	}
	r = r.from(u)
	next, err := rename(u, r, l)
	if err != nil {
		return err
	}
	if u.Parent != 0 {
		named := u
		named.Name = next.Name
		if err := unique(at, u.Parent, named); err != nil {
			return err
		}
	}
	return enter(at, u, next, change{kind: Renamed, act: r.Act})
}

// Move puts a unit with all below it under another parent from a day on. It needs the right
// Structure over the unit and over the new parent. What was before the day does not change.
func Move(t *store.Tx, unit int64, m Moving) error {
	at, u, err := changed(t, unit)
	if err != nil {
		return err
	}
	if m.Parent == 0 {
		return fault.InvalidField("parent", "org.parent_missing")
	}
	under, parent, err := changed(t, m.Parent)
	if err != nil {
		return err
	}
	uncles, err := store.All(under, laterAbove, scanID, parent.ID, m.On)
	if err != nil {
		return err
	}
	next, err := move(u, parent, m, uncles, t.Today())
	if err != nil {
		return err
	}
	if err := thawed(under, parent.ID, m.On, m.Act); err != nil {
		return err
	}
	next.Place, err = store.One(under, nextPlace, scanInt, parent.ID)
	if err != nil {
		return err
	}
	if err := enter(at, u, next, change{kind: Moved, act: m.Act, other: parent.ID}); err != nil {
		return err
	}
	return derive(at, u.ID)
}

// End ends a unit on a day, the first on which it no longer exists. It needs the right Structure over it.
func End(t *store.Tx, unit int64, a Act) error {
	at, u, err := changed(t, unit)
	if err != nil {
		return err
	}
	below, err := store.All(at, after, func(r store.Row) (s string, err error) { return s, r.Scan(&s) }, a.On)
	if err != nil {
		return err
	}
	if err := end(u, a, below, t.Today()); err != nil {
		return err
	}
	if err := thawed(at, u.ID, a.On, a); err != nil {
		return err
	}
	for _, q := range []*store.Stmt{trim, trimLink, endUnit} {
		if _, err := at.Exec(q, a.On); err != nil {
			return err
		}
	}
	if err := note(at, u.ID, change{kind: Ended, act: a}); err != nil {
		return err
	}
	return derive(at, u.ID)
}

// Link makes a unit part of the office of a lead of another line from a day on; a link that
// it had ends that day. It needs the right Structure over both.
func Link(t *store.Tx, unit int64, k Linking) error {
	at, u, err := changed(t, unit)
	if err != nil {
		return err
	}
	if k.Lead == 0 {
		return fault.InvalidField("lead", "org.lead_missing")
	}
	with, lead, err := changed(t, k.Lead)
	if err != nil {
		return err
	}
	o := office{lead: lead}
	if o.above, err = store.All(with, laterAbove, scanID, lead.ID, k.On); err != nil {
		return err
	}
	if o.since, err = store.One(at, openLink, scanDay); err != nil && !errors.Is(err, fault.NotFound) {
		return err
	}
	if err := link(u, k, o, t.Today()); err != nil {
		return err
	}
	if err := thawed(at, u.ID, k.On, k.Act); err != nil {
		return err
	}
	if err := thawed(with, lead.ID, k.On, k.Act); err != nil {
		return err
	}
	if _, err := at.Exec(dropLink, k.On); err != nil {
		return err
	}
	if _, err := at.Exec(trimLink, k.On); err != nil {
		return err
	}
	if _, err := store.Insert(at, insertLink, lead.ID, k.On); err != nil {
		return err
	}
	if err := note(at, u.ID, change{kind: Linked, act: k.Act, other: lead.ID}); err != nil {
		return err
	}
	return derive(at, u.ID)
}
