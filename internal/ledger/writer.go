package ledger

import (
	"errors"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/store"
)

var writerName = store.Whole(access.See, "who wrote an entry stands beside it, for those who may see the entry",
	`SELECT a.name FROM account a WHERE a.id = $1`)

// Writer gives the name of the account that wrote an entry, "" for the program itself.
func Writer(t *store.Tx, e Entry) (string, error) {
	name, err := store.One(t, writerName, func(r store.Row) (string, error) { var s string; return s, r.Scan(&s) }, e.Account)
	if errors.Is(err, fault.NotFound) {
		return "", nil
	}
	return name, err
}
