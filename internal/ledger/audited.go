package ledger

import (
	"hamrong/internal/access"
	"hamrong/internal/store"
)

// unaudited compares what the register and the audit chain say of the same entry, so that
// neither can be cut off or written anew alone.
var unaudited = store.Whole(access.Administer, "verify looks at the whole register", `SELECT e.id FROM entry e WHERE NOT EXISTS (
SELECT 1 FROM audit a WHERE a.kind = 'entry' AND a.object_id = e.id AND a.unit_id = e.unit_id AND a.account_id = e.account_id AND a.at = e.at) ORDER BY e.id`)

// Unaudited lists the entries of which the audit chain does not tell, or tells another unit,
// account or time.
func Unaudited(t *store.Tx) ([]int64, error) { return store.All(t, unaudited, scanID) }
