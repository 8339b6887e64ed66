package resolution

import (
	"context"
	"errors"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// AddPart writes one part of a resolution by hand; a Conflict fault where it stands already.
func (s *Service) AddPart(ctx context.Context, resolution int64, c PartContent) (record int64, err error) {
	err = s.desk.On(ctx, access.Record, resolution, "resolution.part_add", func(t *store.Tx, r Resolution) error {
		entry, err := s.partEntry(t, r)
		if err != nil {
			return err
		}
		var created bool
		record, created, err = EnterPart(t, entry, resolution, NewPart{PartContent: c})
		if err == nil && !created {
			err = fault.New(fault.Conflict, "resolution.part_exists")
		}
		return err
	})
	return record, err
}

// partEntry begins the entry of typed parts; a plenum told of has no parts.
func (s *Service) partEntry(t *store.Tx, r Resolution) (int64, error) {
	if r.Kind == Plenum {
		return 0, fault.New(fault.Conflict, "resolution.plenum_no_parts")
	}
	return ledger.Begin(t, ledger.New{Kind: ledger.ByHand})
}

// PreviewParts says, without writing anything, what becomes of each line of a pasted list.
func (s *Service) PreviewParts(ctx context.Context, resolution int64, p Pasted) (list []PastedLine, err error) {
	err = s.desk.Read(ctx, 0, "resolution.part_paste", func(t *store.Tx) error { list, err = previewParts(t, resolution, p); return err })
	return list, err
}

func previewParts(t *store.Tx, resolution int64, p Pasted) ([]PastedLine, error) {
	list, err := ParseList(p)
	if err != nil {
		return nil, err
	}
	standing, err := PartsOf(t, resolution)
	if err != nil {
		return nil, err
	}
	for i := range list {
		if l := &list[i]; l.Verdict == PasteNew {
			l.judge(standing)
			standing = append(standing, Part{PartContent: l.Part.PartContent})
		}
	}
	return list, nil
}

// judge settles what becomes of a line beside the parts that stand, and those of earlier lines.
func (l *PastedLine) judge(standing []Part) {
	l.Part = l.Part.settle()
	var wrong *fault.Error
	if errors.As(l.Part.validate(), &wrong) && len(wrong.Fields) > 0 {
		l.Verdict, l.Key, l.Args = PasteWrong, wrong.Fields[0].Key, wrong.Fields[0].Args
		return
	}
	for _, p := range standing {
		if p.same(l.Part.PartContent) {
			l.Verdict = PasteExists
		}
	}
}

// Counted is how many lines have a verdict.
func Counted(list []PastedLine, v PasteVerdict) int {
	n := 0
	for _, l := range list {
		if l.Verdict == v {
			n++
		}
	}
	return n
}

// PasteParts writes a pasted list of parts in one entry: all of it or, where a line is
// wrong or another number is new than the person has seen, none. Parts that stand already
// are passed over. It says how many were new.
func (s *Service) PasteParts(ctx context.Context, resolution int64, p Pasted) (added int, err error) {
	err = s.desk.On(ctx, access.Record, resolution, "resolution.part_paste", func(t *store.Tx, r Resolution) error {
		list, err := previewParts(t, resolution, p)
		if err != nil {
			return err
		}
		added = Counted(list, PasteNew)
		switch wrong := Counted(list, PasteWrong); {
		case wrong > 0:
			return fault.InvalidField("text", "resolution.paste_wrong", wrong)
		case added == 0:
			return fault.New(fault.Conflict, "resolution.part_exists")
		case added != p.Expected:
			return fault.New(fault.Conflict, "resolution.paste_changed", added, p.Expected)
		}
		entry, err := s.partEntry(t, r)
		if err != nil {
			return err
		}
		for _, l := range list {
			if l.Verdict != PasteNew {
				continue
			}
			if _, _, err := EnterPart(t, entry, resolution, l.Part); err != nil {
				return err
			}
		}
		return nil
	})
	return added, err
}

// ChangePart gives a part another content, with the reason.
func (s *Service) ChangePart(ctx context.Context, record int64, c PartContent, e ledger.Edit) error {
	return s.onPart(ctx, record, "resolution.part_change", func(t *store.Tx, p Part) error {
		entry, err := parts.Edit(t, p, e)
		if err != nil {
			return err
		}
		return replacePart(t, p, entry, NewPart{PartContent: c})
	})
}

// RemovePart takes a part back, with the reason.
func (s *Service) RemovePart(ctx context.Context, record int64, reason string) error {
	return s.onPart(ctx, record, "resolution.part_remove", func(t *store.Tx, p Part) error {
		_, err := Parts.Take(t, p.Record, reason)
		return err
	})
}

func (s *Service) onPart(ctx context.Context, record int64, action string, fn func(*store.Tx, Part) error) error {
	p, _, err := s.Part(ctx, record)
	if err != nil {
		return err
	}
	return s.desk.On(ctx, access.Record, p.Resolution, action, func(t *store.Tx, _ Resolution) error {
		p, err := parts.Standing(t, record)
		if err != nil {
			return err
		}
		return fn(t, p)
	})
}
