package recordweb

import (
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Trail is where a record comes from and what became of it.
type Trail struct {
	Quote Quote
	Paper string // the paper that it was typed from, "" for none named
	Typed bool   // it was typed, not read
	Story []ledger.Step
}

// Load reads where a record comes from and what became of it.
func Load(t *store.Tx, book *ledger.Book, record int64, src ledger.Source) (Trail, error) {
	trail := Trail{Typed: src.Document == 0}
	entries, err := book.History(t, record)
	if err != nil {
		return trail, err
	}
	for _, e := range entries {
		who, err := ledger.Writer(t, e)
		if err != nil {
			return trail, err
		}
		trail.Story = append(trail.Story, ledger.Step{Entry: e, By: who})
	}
	if len(entries) > 0 {
		trail.Paper = entries[0].Paper
	}
	if src.Document != 0 {
		trail.Quote, err = quote(t, src)
	}
	return trail, err
}
