package target

import (
	"context"
	"slices"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/year"
)

// Submit puts drafts of a unit to the committee (trình cấp ủy), all or none.
func (s *Service) Submit(ctx context.Context, unit int64, chosen []int64) error {
	return s.several(ctx, access.Record, unit, "target.submit", chosen, func(t *store.Tx, list []Target) error {
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand})
		if err != nil {
			return err
		}
		for _, g := range list {
			if g.State != Draft {
				return fault.New(fault.Conflict, "target.not_a_draft", g.Measure)
			}
			n := g.next()
			n.State = Submitted
			if err := replace(t, g.Record, entry, n); err != nil {
				return err
			}
		}
		return nil
	})
}

// Decision is what adopts targets: its number and its date (nghị quyết, quyết định).
type Decision struct {
	Number string
	Date   period.Date
}

// Adopt adopts several targets of a unit by one decision, all or none. Drafts may be adopted
// too: one clerk enters from signed paper what the committee has decided.
func (s *Service) Adopt(ctx context.Context, unit int64, chosen []int64, d Decision) error {
	return s.several(ctx, access.Decide, unit, "target.adopt", chosen, func(t *store.Tx, list []Target) error {
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Decision, Paper: d.Number})
		if err != nil {
			return err
		}
		for _, g := range list {
			if g.Decided() {
				return fault.New(fault.Conflict, "target.adopted_already", g.Measure)
			}
			n := g.next()
			n.State, n.Decision, n.DecidedOn = Adopted, d.Number, d.Date
			if err := replace(t, g.Record, entry, n); err != nil {
				return err
			}
		}
		return nil
	})
}

// several runs fn on standing targets of one unit in one write.
func (s *Service) several(ctx context.Context, need access.Right, unit int64, action string, chosen []int64, fn func(*store.Tx, []Target) error) error {
	return s.desk.Write(ctx, need, unit, action, func(t *store.Tx) error {
		if len(chosen) == 0 {
			return fault.InvalidField("record", "target.none_chosen")
		}
		list := make([]Target, 0, len(chosen))
		for _, record := range slices.Compact(slices.Sorted(slices.Values(chosen))) {
			g, err := records.Standing(t, record)
			if err != nil {
				return err
			}
			if g.Owner != unit {
				return fault.New(fault.NotFound, "fault.not_found")
			}
			if err := year.Writable(t, unit, g.Period); err != nil {
				return err
			}
			list = append(list, g)
		}
		return fn(t, list)
	})
}
