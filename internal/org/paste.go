package org

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Pasting is a list of units to be founded at once below one parent.
type Pasting struct {
	Parent int64
	Text   string // one unit a line, see parseList
	Level  Level  // of all; "" for the usual one of each kind
	Act
	Expected int // how many new units the person has seen in the preview
}

// Preview is what a pasted list would make.
type Preview struct {
	Lines  []Pasted
	New    int
	Wrong  int
	Exists int // those that stand already, and those that the list has twice
	Sums   int // lines that only add the list up
}

// PreviewPaste says, without writing anything, what becomes of each line of a list.
func PreviewPaste(t *store.Tx, p Pasting) (Preview, error) {
	parent, err := Find(t, p.Parent, period.Forever)
	if err != nil {
		return Preview{}, err
	}
	list := parseList(p.Text, parent.Line)
	switch {
	case len(list) == 0:
		return Preview{}, fault.InvalidField("text", "org.paste_empty")
	case len(list) > maxPasted:
		return Preview{}, fault.InvalidField("text", "org.paste_long", maxPasted, len(list))
	}
	standing, err := ChildrenOf(t, p.Parent, lastDay)
	if err != nil {
		return Preview{}, err
	}
	l := Limit{Line: parent.Line, Above: &parent, Today: t.Today()}
	for i := range list {
		list[i].Naming.Level = p.Level
		list[i].fit(p.Act, l)
	}
	list = judge(list, standing)
	return Preview{Lines: list, New: count(list, Fresh), Wrong: count(list, Wrong), Exists: count(list, Exists) + count(list, Duplicate), Sums: count(list, Sum)}, nil
}

// lastDay is the last one that a state still open covers.
const lastDay period.Date = "9999-12-30"

// fit notes what founding the line would refuse, but for what is wrong with the day and the
// decision: these are the same for all lines and belong to their own fields.
func (p *Pasted) fit(a Act, l Limit) {
	if p.Verdict != Fresh {
		return
	}
	f := Founding{Naming: p.Naming, Act: a, Parent: l.Above.ID}
	p.Naming = f.Naming.fit(l.Line, l)
	var form fault.Form
	l.check(&form, p.Naming)
	if fields := fieldsOf(form.Err()); len(fields) > 0 {
		p.Verdict, p.Key, p.Args = Wrong, fields[0].Key, fields[0].Args
	}
}

// Paste founds every new unit of a list, or none. Lines that exist already are passed over; a
// wrong line, or another number of new ones than the person has seen, refuses the whole.
func Paste(t *store.Tx, p Pasting) ([]int64, error) {
	at, err := t.On(access.Structure, p.Parent)
	if err != nil {
		return nil, err
	}
	v, err := PreviewPaste(at, p)
	if err != nil {
		return nil, err
	}
	switch {
	case v.Wrong > 0:
		return nil, fault.InvalidField("text", "org.paste_wrong", v.Wrong)
	case v.New == 0:
		return nil, fault.New(fault.Conflict, "org.paste_nothing_new")
	case v.New != p.Expected:
		return nil, fault.New(fault.Conflict, "org.paste_changed", v.New, p.Expected)
	}
	ids := make([]int64, 0, v.New)
	for _, line := range v.Lines {
		if line.Verdict != Fresh {
			continue
		}
		id, err := Found(at, Founding{Naming: line.Naming, Act: p.Act, Parent: p.Parent})
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// PreviewPaste says what becomes of each line of a list; see the function PreviewPaste.
func (s *Service) PreviewPaste(ctx context.Context, p Pasting) (v Preview, err error) {
	permit, err := s.door.Permit(ctx, access.Ask{Right: access.Structure, Unit: p.Parent, Action: "unit.paste"})
	if err != nil {
		return v, err
	}
	err = s.db.Read(ctx, permit, func(t *store.Tx) error { v, err = PreviewPaste(t, p); return err })
	return v, err
}

// Paste founds the units of a list at once and gives their ids; see the function Paste.
func (s *Service) Paste(ctx context.Context, p Pasting) (ids []int64, err error) {
	err = s.write(ctx, p.Parent, "unit.paste", func(t *store.Tx) error { ids, err = Paste(t, p); return err })
	return ids, err
}
