package wording

import (
	"context"

	"hamrong/internal/target"
	"hamrong/internal/web/ui"
)

// Distance words how far an amount is from a target: "thiếu 1 chi bộ"; "" where it says nothing.
func Distance(ctx context.Context, d target.Distance, of target.Content) string {
	say := func(key string, n int64) string { return ui.T(ctx, key, n, NounOf(ctx, of, n)) }
	switch {
	case !d.Known:
		return ""
	case d.Short > 0:
		return say("wording.short", d.Short)
	case d.Over > 0:
		return say("wording.over_by", d.Over)
	case d.Ranged:
		return say("wording.room", d.Room)
	case d.Spare > 0:
		return say("wording.spare", d.Spare)
	}
	return ""
}

// Need words which counts fit: "cần ít nhất 10/18", "khung 26 đến 33/168".
func Need(ctx context.Context, d target.Distance) string {
	of := ""
	if d.Total > 0 {
		of = "/" + ui.Number(ctx, d.Total)
	}
	switch {
	case !d.Known:
		return ""
	case d.Empty:
		return ui.T(ctx, "wording.need.none")
	case d.HasMin && d.HasMax && d.Min == d.Max:
		return ui.T(ctx, "wording.need.just", ui.Number(ctx, d.Min)+of)
	case d.HasMin && d.HasMax:
		return ui.T(ctx, "wording.need.range", d.Min, ui.Number(ctx, d.Max)+of)
	case d.HasMin:
		return ui.T(ctx, "wording.need.min", ui.Number(ctx, d.Min)+of)
	case d.HasMax:
		return ui.T(ctx, "wording.need.max", ui.Number(ctx, d.Max)+of)
	}
	return ""
}

// Standing is the word for how a baseline stands to a target.
func Standing(ctx context.Context, s target.Standing) ui.Verdict {
	v := ui.Verdict{Text: ui.T(ctx, "wording.standing."+string(s)), Tone: ui.ToneShort}
	switch s {
	case target.OnTarget, target.InRange:
		v.Tone = ui.ToneMet
	case target.Outside:
		v.Icon = ui.IconOver
	case target.Unsure, target.NoFigure:
		v.Tone = ui.ToneUnknown
	}
	return v
}

// Outcome is the word for a verdict.
func Outcome(ctx context.Context, v target.Verdict) ui.Verdict {
	w := ui.Verdict{Text: ui.T(ctx, "wording.outcome."+string(v.Outcome)), Tone: ui.ToneShort}
	switch v.Outcome {
	case target.Met:
		w.Tone = ui.ToneMet
	case target.NotMet:
		if v.Position == target.Beyond {
			w.Icon = ui.IconOver
		}
	case target.Undecided, target.NoResult:
		w.Tone = ui.ToneUnknown
	}
	return w
}
