package document

import (
	"errors"

	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Stating names the file that a record of a book was read from, or the paper that it was typed
// from; "" where the caller may not see it or none was named.
func Stating(t *store.Tx, book *ledger.Book, record int64, src ledger.Source) (string, error) {
	if src.Document != 0 {
		name, err := NameOf(t, src.Document)
		if errors.Is(err, fault.NotFound) {
			return "", nil
		}
		return name, err
	}
	entries, err := book.History(t, record)
	if err != nil || len(entries) == 0 {
		return "", err
	}
	return entries[0].Paper, nil
}
