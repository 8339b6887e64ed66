package resolution

import (
	"context"

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

// PasteParts writes a pasted list of parts in one entry: all of it or, where a line is
// wrong, none. Parts that stand already are passed over. It says how many were new.
func (s *Service) PasteParts(ctx context.Context, resolution int64, p Pasted) (added int, err error) {
	list, err := ParseList(p)
	if err != nil {
		return 0, err
	}
	err = s.desk.On(ctx, access.Record, resolution, "resolution.part_paste", func(t *store.Tx, r Resolution) error {
		added = 0
		entry, err := s.partEntry(t, r)
		if err != nil {
			return err
		}
		for i, n := range list {
			_, created, err := EnterPart(t, entry, resolution, n)
			if fault.KindOf(err) == fault.Invalid {
				return fault.InvalidField("text", "resolution.paste_line_wrong", i+1)
			}
			if err != nil {
				return err
			}
			if created {
				added++
			}
		}
		if added == 0 {
			return fault.New(fault.Conflict, "resolution.part_exists")
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
