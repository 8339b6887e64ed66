package year

import (
	"hamrong/internal/access"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// book is kept inside: an undo that took back a closing would reopen the year.
var book = ledger.NewBook("unit_year")

const columns = `y.record_id, y.unit_id, y.year, y.stage, y.body, y.number, y.decided_on, y.closed_on`

var (
	standing = store.Scoped(access.See, `SELECT `+columns+` FROM unit_year y WHERE y.unit_id = $1 AND y.year = $2 AND y.ended_by IS NULL AND {scope:y.unit_id}`)
	all      = store.Scoped(access.See, `SELECT `+columns+` FROM unit_year y WHERE y.unit_id = $1 AND y.ended_by IS NULL AND {scope:y.unit_id} ORDER BY y.year`)
	versions = store.Scoped(access.See, `SELECT `+columns+`, y.begun_by, COALESCE(y.ended_by, 0) FROM unit_year y
WHERE y.unit_id = $1 AND y.year = $2 AND {scope:y.unit_id} ORDER BY y.id`)
	// closers are the unit itself and the units above it at the end of the year that have closed it, nearest first.
	// What stands above is named even to someone who may not open it: it is why he is refused.
	closers = store.Scoped(access.See, `SELECT y.unit_id, s.name FROM unit_year y
JOIN unit u ON u.id = y.unit_id JOIN unit_state s ON s.unit_id = u.id AND s.valid_until = u.ended_on
LEFT JOIN unit_lineage l ON l.unit_id = $1 AND l.ancestor_id = y.unit_id AND l.valid_from <= $3 AND l.valid_until > $3
WHERE y.year = $2 AND y.stage = 'closed' AND y.ended_by IS NULL AND (y.unit_id = $1 OR l.depth IS NOT NULL) AND {scope:$1}
ORDER BY COALESCE(l.depth, 0) LIMIT 1`)
	life   = store.Scoped(access.Decide, `SELECT u.founded_on, u.ended_on FROM unit u WHERE u.id = {unit}`)
	insert = store.Scoped(access.Decide, `INSERT INTO unit_year (record_id, unit_id, begun_by, year, stage, body, number, decided_on, closed_on)
VALUES ($1, {unit}, $2, $3, $4, $5, $6, $7, $8) RETURNING id`)
)
