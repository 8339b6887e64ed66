package recordweb

import (
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Trail is where a record comes from.
type Trail struct {
	Quote Quote
	Paper string // the paper that it was typed from, "" for none named
	Typed bool   // it was typed, not read
}

// Load reads where a record of this story comes from.
func Load(t *store.Tx, story []ledger.Step, src ledger.Source) (trail Trail, err error) {
	trail.Typed = src.Document == 0
	if len(story) > 0 {
		trail.Paper = story[0].Paper
	}
	if !trail.Typed {
		trail.Quote, err = quote(t, src)
	}
	return trail, err
}
