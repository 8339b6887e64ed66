package title

import (
	"hamrong/internal/access"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Book is the ledger's side of the titles.
var Book = ledger.NewBook("title")

const columns = `d.id, d.record_id, d.unit_id, d.begun_by, COALESCE(d.ended_by, 0), COALESCE(d.document_id, 0), d.span_start, d.span_end, d.context,
d.period, d.wording, d.code, d.status, d.awarded_by`

var (
	insertTitle = store.Scoped(access.See, `INSERT INTO title (record_id, unit_id, begun_by, document_id, span_start, span_end, context,
period, wording, code, status, awarded_by)
VALUES ($1, {unit}, $2, NULLIF($3, 0), $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`)
	ofUnit = store.Scoped(access.See, `SELECT `+columns+` FROM title d
WHERE d.unit_id = $1 AND d.ended_by IS NULL AND {scope:d.unit_id} ORDER BY d.period, d.record_id`)
	rows = store.Scoped(access.See, `SELECT `+columns+` FROM title d
WHERE d.record_id = $1 AND {scope:d.unit_id} ORDER BY d.id`)
	ofDocument = store.Scoped(access.See, `SELECT `+columns+` FROM title d
WHERE d.document_id = $1 AND d.ended_by IS NULL AND {scope:d.unit_id} ORDER BY d.span_start, d.id`)
	ofChildren = store.Scoped(access.See, `SELECT `+columns+` FROM title d
JOIN unit_state s ON s.unit_id = d.unit_id AND s.parent_id = $1 AND s.valid_from <= $3 AND s.valid_until > $3
WHERE d.period = $2 AND d.ended_by IS NULL AND {scope:d.unit_id} ORDER BY d.unit_id, d.record_id`)
)

var records = ledger.Records[Title]{Book: Book, Rows: rows, Scan: scan, Version: Title.version, Gone: "title.no_longer_stands"}
