package org

import (
	"slices"
	"strings"
	"time"

	"hamrong/internal/fault"
	"hamrong/internal/period"
)

// Naming is what a unit is called and what it is.
type Naming struct {
	Name  string
	Short string
	Kind  Kind  // "" for the usual one of the line
	Level Level // "" for the usual one of the kind
}

// Founding is a new unit. Its line is its parent's; only a root and a linked unit name one.
type Founding struct {
	Naming
	Act         // On "" means: as long as what it stands under
	Line   Line // of a root, or of a unit linked to an office
	Parent int64
}

// Limit is what a new or changed unit must fit between.
type Limit struct {
	Line   Line
	Above  *Unit // its parent or lead; nil for a root
	Linked bool  // Above is the lead of the office
	Below  Level // the highest level among its living children; "" for none
	Today  period.Date
}

// found decides about a new unit and gives its first state, or an Invalid fault with
// every field that is wrong.
func found(f Founding, l Limit) (State, error) {
	if f.On == "" {
		f.On = Always
		if l.Above != nil {
			f.On = l.Above.FoundedOn
		}
	}
	var form fault.Form
	first := f.first(&form, l)
	l.checkDay(&form, f.On)
	checkPapers(&form, f.Act)
	return first, form.Err()
}

// first gives the first state of a new unit, and notes what is wrong with what it is called and is.
func (f Founding) first(form *fault.Form, l Limit) State {
	n := f.fit(l.Line, l)
	checkNames(form, n.Name, n.Short)
	l.check(form, n)
	return State{From: f.On, Until: period.Forever, Name: n.Name, Short: n.Short, Kind: n.Kind, Level: n.Level}
}

// fit tidies a naming and fills in the usual kind and level.
func (n Naming) fit(line Line, l Limit) Naming {
	n.Name, n.Short = tidy(n.Name), tidy(n.Short)
	if kinds := line.Kinds(); n.Kind == "" && len(kinds) > 0 {
		n.Kind = kindOfName(n.Name, line)
	}
	if n.Level == "" {
		n.Level = usualLevel(n.Kind, l)
	}
	return n
}

func usualLevel(k Kind, l Limit) Level {
	switch {
	case k == ChiBo, k == DangBoBoPhan:
		return Branch
	case k == DangBoCoSo:
		return Base
	case l.Above == nil:
		return Base
	case l.Linked:
		return l.Above.Level
	case l.Above.Level.rank() > 1:
		return Levels[l.Above.Level.rank()-2]
	}
	return Branch
}

// check notes a kind that the line does not have, a level that does not exist, and a
// unit that would stand above its parent or below its children.
func (l Limit) check(form *fault.Form, n Naming) {
	known := false
	for _, k := range l.Line.Kinds() {
		known = known || k == n.Kind
	}
	if !known {
		form.Add("kind", "org.kind_unknown")
	}
	switch {
	case n.Level.rank() == 0:
		form.Add("level", "org.level_unknown")
	case l.Above != nil && !l.Linked && n.Level.rank() > l.Above.Level.rank():
		form.Add("level", "org.level_above_parent", l.Above.Name)
	case l.Below.rank() > n.Level.rank():
		form.Add("level", "org.level_below_children")
	}
	if l.Above != nil && !l.Linked && l.Above.Kind == ChiBo {
		form.Add("kind", "org.chi_bo_has_no_units", l.Above.Name)
	}
	if l.Below != "" && n.Kind == ChiBo {
		form.Add("kind", "org.chi_bo_with_children")
	}
}

// checkDay notes a day on which what the unit stands under did not exist, or one too far ahead.
func (l Limit) checkDay(form *fault.Form, on period.Date) {
	switch {
	case farAhead(on, l.Today):
		form.Add("on", "org.day_far", on)
	case l.Above != nil && on < l.Above.FoundedOn:
		form.Add("on", "org.day_before_above", l.Above.Name, l.Above.FoundedOn)
	case l.Above != nil && l.Above.Ended():
		form.Add("on", "org.above_ended", l.Above.Name, l.Above.EndedOn)
	}
}

// farAhead reports a day more than a year after today: a slip of the pen more likely than a plan.
func farAhead(on, today period.Date) bool {
	t, err := time.Parse(time.DateOnly, string(today))
	return err != nil || on > period.Day(t.AddDate(1, 0, 0))
}

// checkAct notes what is wrong with the day of a change to a unit in its latest state: the
// past stands, so the day may not come before that state begins.
func checkAct(form *fault.Form, u Unit, a Act, today period.Date) {
	switch {
	case a.On == "":
		form.Add("on", "org.day_missing")
	case u.Ended():
		form.Add("on", "org.ended_already", u.Name, u.EndedOn)
	case a.On < u.From:
		form.Add("on", "org.day_before_state", u.From, u.Name)
	case farAhead(a.On, today):
		form.Add("on", "org.day_far", a.On)
	}
	checkPapers(form, a)
}

func checkPapers(form *fault.Form, a Act) {
	if len(a.Decision) > maxText {
		form.Add("decision", "org.text_long")
	}
	if len(a.Reason) > maxText {
		form.Add("reason", "org.text_long")
	}
}

// Renaming is a new name, kind or level of a unit from a day on. Without a day but with a
// reason it corrects what was entered by mistake, from the day on which that state begins.
type Renaming struct {
	Naming
	Act
}

// from gives the renaming its day.
func (r Renaming) from(u Unit) Renaming {
	if r.On == "" && strings.TrimSpace(r.Reason) != "" {
		r.On = u.From
	}
	return r
}

// rename decides about a renaming of a unit in its latest state.
func rename(u Unit, r Renaming, l Limit) (State, error) {
	var form fault.Form
	n := r.fit(u.Line, l)
	checkNames(&form, n.Name, n.Short)
	l.check(&form, n)
	if r.On == "" {
		form.Add("on", "org.day_or_reason")
	} else {
		checkAct(&form, u, r.Act, l.Today)
	}
	next := u.State
	next.Name, next.Short, next.Kind, next.Level = n.Name, n.Short, n.Kind, n.Level
	if next == u.State {
		form.Add("name", "org.nothing_changed")
	}
	next.From = r.On
	return next, form.Err()
}

// Moving puts a unit under another parent from a day on.
type Moving struct {
	Parent int64
	Act
}

// move decides about moving a unit in its latest state under parent. above are the
// ancestors of the parent, itself included, on the day or later.
func move(u Unit, parent Unit, m Moving, above []int64, today period.Date) (State, error) {
	var form fault.Form
	checkAct(&form, u, m.Act, today)
	switch {
	case parent.ID == u.Parent:
		form.Add("parent", "org.move_already", parent.Name)
	case slices.Contains(above, u.ID):
		form.Add("parent", "org.move_cycle", parent.Name, u.Name)
	case parent.Line != u.Line:
		form.Add("parent", "org.move_line", parent.Name)
	case parent.Kind == ChiBo:
		form.Add("parent", "org.chi_bo_has_no_units", parent.Name)
	case parent.Level.rank() < u.Level.rank():
		form.Add("parent", "org.level_above_parent", parent.Name)
	case parent.Ended():
		form.Add("parent", "org.above_ended", parent.Name, parent.EndedOn)
	case m.On != "" && m.On < parent.FoundedOn:
		form.Add("on", "org.day_before_above", parent.Name, parent.FoundedOn)
	}
	next := u.State
	next.From, next.Parent = m.On, parent.ID
	return next, form.Err()
}

// end decides about the end of a unit; below are the names of units that live under it or
// are linked to it on that day or later.
func end(u Unit, a Act, below []string, today period.Date) error {
	var form fault.Form
	checkAct(&form, u, a, today)
	if !u.Ended() && a.On == u.From {
		form.Add("on", "org.end_same_day", u.From)
	}
	if err := form.Err(); err != nil {
		return err
	}
	if len(below) > 0 {
		return fault.New(fault.Conflict, "org.end_children", u.Name, len(below), some(below))
	}
	return nil
}

// Linking makes a unit part of the office of its lead (cùng cơ quan) from a day on.
type Linking struct {
	Lead int64
	Act
}

// office is what a link is decided from.
type office struct {
	lead  Unit
	since period.Date // when the unit's present link begins; "" for none
	above []int64     // ancestors of the lead, itself included, on the day or later
}

// link decides about linking a unit to the lead of an office.
func link(u Unit, k Linking, o office, today period.Date) error {
	lead := o.lead
	var form fault.Form
	switch {
	case k.On == "":
		form.Add("on", "org.day_missing")
	case k.On < u.FoundedOn:
		form.Add("on", "org.day_before_above", u.Name, u.FoundedOn)
	case k.On < lead.FoundedOn:
		form.Add("on", "org.day_before_above", lead.Name, lead.FoundedOn)
	case o.since != "" && k.On < o.since:
		form.Add("on", "org.day_before_link", o.since)
	case u.Ended():
		form.Add("on", "org.ended_already", u.Name, u.EndedOn)
	case farAhead(k.On, today):
		form.Add("on", "org.day_far", k.On)
	}
	switch {
	case lead.Line == u.Line:
		form.Add("lead", "org.link_same_line", lead.Name)
	case slices.Contains(o.above, u.ID):
		form.Add("lead", "org.move_cycle", lead.Name, u.Name)
	case lead.Ended():
		form.Add("lead", "org.above_ended", lead.Name, lead.EndedOn)
	}
	checkPapers(&form, k.Act)
	return form.Err()
}

// some joins the first five names.
func some(names []string) string {
	if len(names) > 5 {
		return strings.Join(names[:5], ", ") + " …"
	}
	return strings.Join(names, ", ")
}
