package recordweb

import (
	"context"
	"slices"

	"hamrong/internal/intake"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// Trail is where a record comes from.
type Trail struct {
	Quote Quote
	Paper string // the paper that it was typed from, "" for none named
	Typed bool   // it was typed, not read

	Corrections []intake.Correction // what was corrected while it was entered
	Entered     ledger.Step         // by whom and when that was
}

// Load reads where a record of a book, of this story, comes from.
func Load(t *store.Tx, book *ledger.Book, record int64, story []ledger.Step, src ledger.Source) (trail Trail, err error) {
	trail.Typed = src.Document == 0
	if len(story) > 0 {
		trail.Paper = story[0].Paper
	}
	if trail.Typed {
		return trail, nil
	}
	if trail.Quote, err = quote(t, src); err != nil {
		return trail, err
	}
	if trail.Corrections, err = intake.CorrectionsOf(t, book, record); err != nil {
		return trail, err
	}
	for _, s := range story {
		if slices.ContainsFunc(trail.Corrections, func(c intake.Correction) bool { return c.Entry == s.ID }) {
			trail.Entered = s
		}
	}
	return trail, nil
}

// corrected heads the list of what was corrected: by whom and when, where the caller may see the entry.
func (t Trail) corrected(ctx context.Context) string {
	if t.Entered.ID == 0 {
		return ui.T(ctx, "record.corrected.closed")
	}
	return ui.T(ctx, "record.corrected", t.Entered.By, ui.LangOf(ctx).Moment(moment(Step{Step: t.Entered})))
}

// Corrected reports whether one of the fields was corrected while the record was entered.
func (t Trail) Corrected(fields ...string) bool {
	return slices.ContainsFunc(t.Corrections, func(c intake.Correction) bool { return slices.Contains(fields, c.Field) })
}

// corrections says what was corrected, a sentence for each field.
func (t Trail) corrections(ctx context.Context) []string {
	return wording.Corrected(ctx, t.Corrections)
}

// drawn heads the places that the record draws its year and scope from: not its year, where that was corrected.
func (t Trail) drawn(ctx context.Context) string {
	if t.Corrected("year", "period") {
		return ui.T(ctx, "record.source.context_corrected")
	}
	return ui.T(ctx, "record.source.context")
}
