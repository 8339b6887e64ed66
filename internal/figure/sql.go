package figure

import (
	"hamrong/internal/access"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Book is the ledger's side of the figures.
var Book = ledger.NewBook("figure")

const columns = `f.id, f.record_id, f.unit_id, f.begun_by, COALESCE(f.ended_by, 0), COALESCE(f.document_id, 0), f.span_start, f.span_end, f.context,
f.period, f.population, f.level, f.or_higher, f.within, f.percent_base, f.subject, f.category,
f.count, f.of_total, f.percent, f.percent_digits, f.qualifier, f.negated`

var (
	insertFigure = store.Scoped(access.See, `INSERT INTO figure (record_id, unit_id, begun_by, document_id, span_start, span_end, context,
period, population, level, or_higher, within, percent_base, subject, category, count, of_total, percent, percent_digits, qualifier, negated)
VALUES ($1, {unit}, $2, NULLIF($3, 0), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) RETURNING id`)
	ofUnit = store.Scoped(access.See, `SELECT `+columns+` FROM figure f
WHERE f.unit_id = $1 AND f.period = $2 AND f.ended_by IS NULL AND {scope:f.unit_id} ORDER BY f.record_id`)
	atPlace = store.Scoped(access.See, `SELECT `+columns+` FROM figure f
WHERE f.unit_id = $1 AND f.period = $2 AND f.population = $3 AND f.level = $4 AND f.or_higher = $5 AND f.within = $6 AND f.percent_base = $7
AND f.ended_by IS NULL AND {scope:f.unit_id} ORDER BY f.record_id`)
	rows = store.Scoped(access.See, `SELECT `+columns+` FROM figure f
WHERE f.record_id = $1 AND {scope:f.unit_id} ORDER BY f.id`)
	ofDocument = store.Scoped(access.See, `SELECT `+columns+` FROM figure f
WHERE f.document_id = $1 AND f.ended_by IS NULL AND {scope:f.unit_id} ORDER BY f.span_start, f.id`)
	years = store.Scoped(access.See, `SELECT DISTINCT f.period FROM figure f
WHERE f.unit_id = $1 AND f.ended_by IS NULL AND {scope:f.unit_id} ORDER BY f.period`)
	having = store.Scoped(access.See, `SELECT DISTINCT f.unit_id FROM figure f
JOIN unit_state s ON s.unit_id = f.unit_id AND s.parent_id = $1 AND s.valid_from <= $3 AND s.valid_until > $3
WHERE f.period = $2 AND f.ended_by IS NULL AND {scope:f.unit_id} ORDER BY f.unit_id`)

	// below finds the figures of the nearest units underneath that have any of the population in
	// the period: a direct child, or where it has none the units under it, and so on down.
	below = store.Scoped(access.See, `SELECT c.ancestor_id, `+columns+` FROM figure f
JOIN unit_lineage l ON l.unit_id = f.unit_id AND l.ancestor_id = $1 AND l.depth > 0 AND l.valid_from <= $3 AND l.valid_until > $3
JOIN unit_lineage c ON c.unit_id = f.unit_id AND c.depth = l.depth - 1 AND c.valid_from <= $3 AND c.valid_until > $3
WHERE f.period = $2 AND f.ended_by IS NULL AND {scope:f.unit_id}
AND NOT EXISTS (SELECT 1 FROM unit_lineage m
  JOIN figure g ON g.unit_id = m.ancestor_id AND g.period = f.period AND g.population = f.population AND g.ended_by IS NULL
  WHERE m.unit_id = f.unit_id AND m.depth > 0 AND m.depth < l.depth AND m.valid_from <= $3 AND m.valid_until > $3)
ORDER BY f.unit_id, f.record_id`)
)

var records = ledger.Records[Figure]{Book: Book, Rows: rows, Scan: scan, Version: Figure.version, Gone: "figure.no_longer_stands"}
