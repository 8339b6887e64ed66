package wording

import (
	"context"

	"hamrong/internal/intake"
	"hamrong/internal/ledger"
	"hamrong/internal/report"
)

// Reported writes what a report states of a share as Value writes what is entered of it.
func Reported(ctx context.Context, c report.Classification) string {
	n, err := intake.FigureOf(c, ledger.Source{})
	if err != nil { // a percentage of more digits than are entered: as written
		return *c.PercentWritten + "\u00a0%"
	}
	return Value(ctx, n.Value)
}

// Asked writes what a report asks for as Aim writes what is entered of it.
func Asked(ctx context.Context, t report.Target) string {
	return Aim(ctx, intake.TargetOf(t, ledger.Source{}).Content)
}
