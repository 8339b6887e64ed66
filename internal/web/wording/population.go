package wording

import (
	"context"

	"hamrong/internal/figure"
	"hamrong/internal/rulebook"
	"hamrong/internal/target"
)

// Population names what is counted: "chi bộ".
func Population(ctx context.Context, code string) string {
	return Say(ctx, rulebook.PopulationOf(code).Name)
}

// Noun is what is counted as Vietnamese says it in either language, since English would need
// its plural: "chi bộ".
func Noun(code string) string { return rulebook.PopulationOf(code).Name.VI }

// NounOf is what a target counts: by the rulebook, or as written where no rulebook has it.
func NounOf(c target.Content) string {
	if rulebook.HasPopulation(c.Population) || c.Subject == "" {
		return Noun(c.Population)
	}
	return c.Subject
}

// Counted is what a figure counts: by the rulebook, or as written where no rulebook has it.
func Counted(ctx context.Context, f figure.Figure) string {
	if rulebook.HasPopulation(f.Population) || f.Subject == "" {
		return Population(ctx, f.Population)
	}
	return f.Subject
}
