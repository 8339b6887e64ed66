package wording

import (
	"context"

	"hamrong/internal/intake"
	"hamrong/internal/target"
	"hamrong/internal/web/ui"
)

// Comparator names how a target compares, without its values.
func Comparator(ctx context.Context, c target.Comparator) string {
	return ui.T(ctx, "wording.comparator."+string(c))
}

// Corrected says what was corrected while entering, a sentence for each field.
func Corrected(ctx context.Context, list []intake.Correction) []string {
	var said []string
	for _, c := range list {
		label := ui.T(ctx, "wording.field."+c.Field)
		switch {
		case c.Read == "":
			said = append(said, ui.T(ctx, "wording.corrected.unsaid", label, fieldValue(ctx, c.Field, c.Meant)))
		case c.Meant == "":
			said = append(said, ui.T(ctx, "wording.corrected.gone", label, fieldValue(ctx, c.Field, c.Read)))
		default:
			said = append(said, ui.T(ctx, "wording.corrected", label, fieldValue(ctx, c.Field, c.Read), fieldValue(ctx, c.Field, c.Meant)))
		}
	}
	return said
}

// fieldValue words what a field of a correction holds.
func fieldValue(ctx context.Context, field, value string) string {
	switch field {
	case "level":
		return Level(ctx, value, false)
	case "comparator":
		return Comparator(ctx, target.Comparator(value))
	case "higher", "or_higher":
		return ui.T(ctx, "wording."+value)
	}
	return value
}
