package wording

import (
	"context"
	"strconv"
	"strings"

	"hamrong/internal/figure"
	"hamrong/internal/web/ui"
)

// Percent writes a percentage with the digits that were written: "97,6 %", "50 %".
func Percent(ctx context.Context, p figure.Percent) string {
	digits := strconv.FormatInt(p.Units, 10)
	for len(digits) <= p.Digits {
		digits = "0" + digits
	}
	whole, frac := digits[:len(digits)-p.Digits], digits[len(digits)-p.Digits:]
	sign, mark := "\u00a0%", ","
	if ui.LangOf(ctx) == ui.English {
		sign, mark = "%", "."
	}
	if frac != "" {
		whole += mark + frac
	}
	return whole + sign
}

// PlainPercent writes a percentage as a field holds it: "97,6".
func PlainPercent(p figure.Percent) string {
	return strings.TrimSuffix(Percent(context.Background(), p), "\u00a0%")
}

// Value writes what a source states: "7/18", "36", "50 %", "gần 98 %".
func Value(ctx context.Context, v figure.Value) string {
	text := ""
	switch {
	case v.Count != nil && v.OfTotal != nil:
		text = ui.Number(ctx, *v.Count) + "/" + ui.Number(ctx, *v.OfTotal)
	case v.Count != nil:
		text = ui.Number(ctx, *v.Count)
	case v.Percent != nil:
		text = Percent(ctx, *v.Percent)
	}
	if v.Count != nil && v.Percent != nil {
		text += " (" + Percent(ctx, *v.Percent) + ")"
	}
	switch v.Qualifier {
	case figure.Nearly:
		return ui.T(ctx, "wording.nearly", text)
	case figure.Over:
		return ui.T(ctx, "wording.over", text)
	}
	return text
}

// Amount writes what is known of a share: "9/18", "164/168", "50 %", "ít nhất 7/18"; "" for nothing.
func Amount(ctx context.Context, a figure.Amount) string {
	if !a.Known {
		return ""
	}
	if !a.Counted {
		if a.Percent == nil {
			return "…"
		}
		return Value(ctx, figure.Value{Percent: a.Percent, Qualifier: a.Qualifier})
	}
	text := ui.Number(ctx, a.Count.Lo)
	if a.Total > 0 {
		text += "/" + ui.Number(ctx, a.Total)
	}
	if !a.Count.Exact() {
		if a.Qualifier == figure.Nearly {
			return ui.T(ctx, "wording.nearly", ui.Number(ctx, a.Count.Hi))
		}
		return ui.T(ctx, "wording.atleast", text)
	}
	return text
}

// Share writes an exact amount's share with one decimal, "" where there is none.
func Share(ctx context.Context, a figure.Amount) string {
	if a.Counted && a.Count.Exact() && a.Total > 0 {
		return ui.Share(ctx, a.Count.Lo, a.Total)
	}
	return ""
}
