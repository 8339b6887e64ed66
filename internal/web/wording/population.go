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

// Noun is what a number counts: "chi bộ"; in English "1 member", "13 members".
func Noun(ctx context.Context, code string, n int64) string {
	p := rulebook.PopulationOf(code)
	if n == 1 {
		return Say(ctx, p.Single())
	}
	return Say(ctx, p.Name)
}

// NounOf is what a target counts: by the rulebook, or as written where no rulebook has it.
func NounOf(ctx context.Context, c target.Content, n int64) string {
	if rulebook.HasPopulation(c.Population) || c.Subject == "" {
		return Noun(ctx, c.Population, n)
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
