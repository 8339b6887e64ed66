package wording

import (
	"context"

	"hamrong/internal/web/ui"
	"hamrong/internal/year"
)

// Stage says how far a unit's year has come on a day of the year today; one that is closed above
// is closed.
func Stage(ctx context.Context, y year.Year, today int) string {
	switch {
	case y.Frozen:
		return ui.T(ctx, "wording.stage.closed")
	case y.Stage == year.Decided:
		return ui.T(ctx, "wording.stage.decided")
	case y.Year > today:
		return ui.T(ctx, "wording.stage.ahead")
	case y.Year < today:
		return ui.T(ctx, "wording.stage.past")
	}
	return ui.T(ctx, "wording.stage.open")
}
