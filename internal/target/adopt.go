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
	Twice  bool // it is meant to adopt several about one matter
}

// Adopt adopts several targets of a unit by one decision, all or none. Drafts may be adopted
// too: one clerk enters from signed paper what the committee has decided. Two about one matter are
// an Invalid fault at the field "twice" unless the decision is said to mean them.
func (s *Service) Adopt(ctx context.Context, unit int64, chosen []int64, d Decision) error {
	return s.several(ctx, access.Decide, unit, "target.adopt", chosen, func(t *store.Tx, list []Target) error {
		if err := d.once(t, list); err != nil {
			return err
		}
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

// once refuses to put two targets about one matter into force unasked: both of the list, or one beside
// another that was decided before.
func (d Decision) once(t *store.Tx, list []Target) error {
	for _, g := range list {
		if d.Twice {
			return nil
		}
		alike, err := AlikeTo(t, g)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(alike, func(o Target) bool {
			return o.Decided() || slices.ContainsFunc(list, func(x Target) bool { return x.Record == o.Record })
		}) {
			return fault.InvalidField("twice", "target.twice", g.Name())
		}
	}
	return nil
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
