package target

import (
	"context"
	"slices"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/viet"
)

// matter is what a target is about, whatever number it asks for. A floor and a ceiling of one
// thing ("ít nhất 15 %", "không quá 20 %") are two matters: both can hold.
type matter struct {
	owner                   int64
	period                  period.Period
	population, level, base string
	ceiling                 bool
}

func (g Target) matter() matter {
	m := matter{owner: g.Owner, period: g.Period, population: g.Population, level: g.Level, base: g.Base}
	if m.population == "" {
		m.population = viet.Fold(g.Subject)
	}
	if m.level == "" {
		m.level = viet.Fold(g.Measure)
	}
	m.ceiling = g.bound() == Below || g.bound() == AtMost
	return m
}

// Alike groups those targets of a list that are about the same matter of the same unit and
// period, two or more in each group: one of them is likely a second wording or a number that
// another replaced, and only the clerk can tell.
func Alike(list []Target) [][]Target {
	var order []matter
	of := map[matter][]Target{}
	for _, g := range list {
		m := g.matter()
		if of[m] == nil {
			order = append(order, m)
		}
		of[m] = append(of[m], g)
	}
	var groups [][]Target
	for _, m := range order {
		if len(of[m]) > 1 {
			groups = append(groups, of[m])
		}
	}
	return groups
}

// AlikeTo lists the standing targets about the same matter as a target, itself left out.
func AlikeTo(t *store.Tx, g Target) ([]Target, error) {
	list, err := Of(t, g.Owner, g.Period)
	return slices.DeleteFunc(list, func(o Target) bool { return o.Record == g.Record || o.matter() != g.matter() }), err
}

// About gives those targets of a list that a new target of a unit would stand beside: about the
// same matter, whatever number they ask for.
func About(list []Target, unit int64, n New) []Target {
	m := Target{Owner: unit, Content: n.settle().Content}.matter()
	return slices.DeleteFunc(slices.Clone(list), func(o Target) bool { return o.matter() != m })
}

// Keep keeps one of the targets about one matter and takes the others back, with the reason. They
// are named, so that one which came meanwhile is not taken back unseen; each needs the right that
// taking it back needs.
func (s *Service) Keep(ctx context.Context, record int64, others []int64, reason string) error {
	var need access.Right
	for _, other := range others {
		g, err := s.Target(ctx, other)
		if err != nil {
			return err
		}
		need |= g.ToWithdraw()
	}
	if need == 0 {
		return fault.New(fault.Conflict, "target.alone")
	}
	return s.desk.On(ctx, need, record, "target.keep", func(t *store.Tx, kept Target) error {
		alike, err := AlikeTo(t, kept)
		if err != nil {
			return err
		}
		seen := len(alike) == len(others)
		for _, g := range alike {
			seen = seen && slices.Contains(others, g.Record) && g.ToWithdraw()&need != 0
		}
		if !seen {
			return ledger.Meanwhile()
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Withdrawal, Reason: reason})
		if err != nil {
			return err
		}
		return records.End(t, alike, entry)
	})
}

// ToWithdraw is the right that taking the target back needs: a draft is withdrawn by whoever
// records, an adopted one by whoever decides.
func (g Target) ToWithdraw() access.Right {
	if g.Decided() {
		return access.Decide
	}
	return access.Record
}
