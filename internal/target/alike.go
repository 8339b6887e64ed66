package target

import (
	"hamrong/internal/period"
	"hamrong/internal/viet"
)

// matter is what a target is about, whatever number it asks for.
type matter struct {
	owner                   int64
	period                  period.Period
	population, level, base string
}

func (g Target) matter() matter {
	m := matter{owner: g.Owner, period: g.Period, population: g.Population, level: g.Level, base: g.Base}
	if m.population == "" {
		m.population = viet.Fold(g.Subject)
	}
	if m.level == "" {
		m.level = viet.Fold(g.Measure)
	}
	return m
}

// Alike gives for each target the record of another one in the list that is about the same
// matter of the same unit and period, 0 for none: one of the two is likely a second wording or
// a number that the other replaced, and only the clerk can tell.
func Alike(list []Target) map[int64]int64 {
	first := map[matter]int64{}
	alike := map[int64]int64{}
	for _, g := range list {
		other, ok := first[g.matter()]
		if !ok {
			first[g.matter()] = g.Record
			continue
		}
		alike[g.Record] = other
		if alike[other] == 0 {
			alike[other] = g.Record
		}
	}
	return alike
}
