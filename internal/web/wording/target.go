package wording

import (
	"context"
	"strings"

	"hamrong/internal/target"
	"hamrong/internal/viet"
	"hamrong/internal/web/ui"
)

// doing are openings of measures that are done to what is counted, which Vietnamese names after
// them: "xét, đề nghị kết nạp đảng viên mới".
var doing = []string{"xet", "de nghi", "ket nap", "phat trien", "boi duong", "thanh lap", "to chuc", "cu ", "gioi thieu", "trong", "xay dung", "tao viec lam", "thu hut"}

// TargetName is the target as a line of a table: "Chi bộ đạt trong sạch vững mạnh".
func TargetName(c target.Content) string {
	folded := viet.Fold(c.Measure)
	for _, opening := range doing {
		if c.Unit == target.Count && strings.HasPrefix(folded, opening) && !strings.Contains(folded, viet.Fold(c.Subject)) {
			return Capital(strings.TrimSpace(c.Measure + " " + c.Subject))
		}
	}
	return Capital(c.Name())
}

// Aim writes what is to be reached: "trên 50 %", "từ 5 trở lên", "từ 15 đến 20 %".
func Aim(ctx context.Context, c target.Content) string {
	low, high := aimValue(ctx, c, c.Low), aimValue(ctx, c, c.High)
	if c.OfTotal > 0 {
		low += "/" + ui.Number(ctx, c.OfTotal)
	}
	switch c.Comparator {
	case target.Above:
		return ui.T(ctx, "wording.aim.above", low)
	case target.AtLeast:
		return ui.T(ctx, "wording.aim.atleast", low)
	case target.Below:
		return ui.T(ctx, "wording.aim.below", low)
	case target.AtMost:
		return ui.T(ctx, "wording.aim.atmost", low)
	case target.Range:
		return ui.T(ctx, "wording.aim.range", bare(ctx, c.Low), high)
	case target.RangeUp:
		return ui.T(ctx, "wording.aim.rangeup", bare(ctx, c.Low), high)
	}
	return low
}

func bare(ctx context.Context, hundredths int64) string {
	return ui.LangOf(ctx).Decimal(hundredths, 2)
}

func aimValue(ctx context.Context, c target.Content, v int64) string {
	switch c.Unit {
	case target.Percent:
		return ui.Percent(ctx, v)
	case target.PerMille:
		return bare(ctx, v) + "\u00a0‰"
	}
	return bare(ctx, v)
}

// State is the word for a target's state.
func State(ctx context.Context, s target.State) string { return ui.T(ctx, "wording.state."+string(s)) }
