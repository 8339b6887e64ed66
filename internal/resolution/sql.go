package resolution

import (
	"hamrong/internal/access"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Book is the ledger's side of the resolutions, Parts that of their parts. What an entry
// wrote stands in both.
var (
	Book  = ledger.NewBook("resolution")
	Parts = ledger.NewBook("resolution_part")
)

const columns = `r.id, r.record_id, r.unit_id, r.begun_by, COALESCE(r.ended_by, 0), COALESCE(r.document_id, 0), r.span_start, r.span_end, r.context,
r.kind, r.name, r.issuer, COALESCE(r.issuer_unit, 0), r.congress, r.plenum, r.term, r.number, r.dated_on, r.motto, r.motto_at, r.mottos,
r.goals, r.counts, r.body, r.from_on, r.until_on, r.parent_record`

const partColumns = `p.id, p.record_id, p.unit_id, p.begun_by, COALESCE(p.ended_by, 0), COALESCE(p.document_id, 0), p.span_start, p.span_end, p.context,
p.resolution_record, p.kind, p.number, p.text, p.field, p.state, p.place`

// readable is true for resolutions of units over which the caller may read, and for those
// of units above one in which the caller holds a role: a resolution comes down to them.
const readable = `({scope:r.unit_id} OR EXISTS (SELECT 1 FROM access_grant ag JOIN unit_lineage al ON al.unit_id = ag.unit_id
WHERE ag.account_id = {caller} AND al.ancestor_id = r.unit_id AND al.valid_from <= {today} AND al.valid_until > {today} AND {scope:ag.unit_id}))`

var (
	insertResolution = store.Scoped(access.Record, `INSERT INTO resolution (record_id, unit_id, begun_by, document_id, span_start, span_end, context,
kind, name, folded, issuer, issuer_unit, congress, plenum, term, number, dated_on, motto, motto_at, mottos, goals, counts, body, from_on, until_on, parent_record)
VALUES ($1, {unit}, $2, NULLIF($3, 0), $4, $5, $6, $7, $8, $9, $10, NULLIF($11, 0), $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25) RETURNING id`)
	ofUnit = store.Scoped(access.See, `SELECT `+columns+` FROM resolution r
WHERE r.unit_id = $1 AND r.ended_by IS NULL AND {scope:r.unit_id} ORDER BY r.record_id`)
	named = store.Scoped(access.See, `SELECT `+columns+` FROM resolution r
WHERE r.unit_id = {unit} AND r.kind = $1 AND r.folded = $2 AND r.ended_by IS NULL ORDER BY r.record_id`)
	reaching = store.Scoped(access.See, `SELECT `+columns+` FROM resolution r
JOIN unit_lineage l ON l.unit_id = $1 AND l.ancestor_id = r.unit_id AND l.valid_from <= $2 AND l.valid_until > $2
WHERE {scope:l.unit_id} AND r.ended_by IS NULL ORDER BY l.depth, r.record_id`)
	rows = store.Scoped(access.See, `SELECT `+columns+` FROM resolution r
WHERE r.record_id = $1 AND `+readable+` ORDER BY r.id`)
	ofParent = store.Scoped(access.See, `SELECT `+columns+` FROM resolution r
WHERE r.parent_record = $1 AND r.ended_by IS NULL AND {scope:r.unit_id} ORDER BY r.unit_id, r.record_id`)

	issuing = store.Scoped(access.See, `SELECT 1 WHERE {scope:$1} OR EXISTS (
SELECT 1 FROM unit_lineage l WHERE l.unit_id = {unit} AND l.ancestor_id = $1)`)

	insertPart = store.Scoped(access.Record, `INSERT INTO resolution_part (record_id, unit_id, begun_by, document_id, span_start, span_end, context,
resolution_record, kind, number, text, field, state, place)
VALUES ($1, {unit}, $2, NULLIF($3, 0), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`)
	partsOf = store.Scoped(access.See, `SELECT `+partColumns+` FROM resolution_part p JOIN resolution r ON r.id = p.resolution_record
WHERE p.resolution_record = $1 AND p.ended_by IS NULL AND `+readable+` ORDER BY p.place, p.id`)
	partRows = store.Scoped(access.See, `SELECT `+partColumns+` FROM resolution_part p
WHERE p.record_id = $1 AND {scope:p.unit_id} ORDER BY p.id`)
	partRowsOf = store.Scoped(access.See, `SELECT `+partColumns+` FROM resolution_part p
WHERE p.resolution_record = $1 AND {scope:p.unit_id} ORDER BY p.id`)
	builtOn = store.Scoped(access.See, `SELECT b.name FROM (
SELECT r.unit_id, r.name FROM resolution r WHERE r.parent_record = $1 AND r.ended_by IS NULL
UNION ALL SELECT k.unit_id, k.what FROM task k WHERE k.programme_record = $1 AND k.ended_by IS NULL
UNION ALL SELECT m.unit_id, m.name FROM meeting_item i JOIN meeting m ON m.record_id = i.meeting_record AND m.ended_by IS NULL
WHERE i.resolution_record = $1 AND i.ended_by IS NULL
UNION ALL SELECT g.unit_id, g.subject || ' ' || g.measure FROM target g WHERE g.resolution_record = $1 AND g.ended_by IS NULL
) b WHERE {scope:b.unit_id}`)
	partsBuilt = store.Scoped(access.See, `SELECT `+partColumns+` FROM resolution_part p
WHERE p.begun_by <> $1 AND p.ended_by IS NULL AND {scope:p.unit_id}
AND p.resolution_record IN (SELECT r.record_id FROM resolution r WHERE r.begun_by = $1 AND r.id = r.record_id) ORDER BY p.id`)
	carriedBuilt = store.Scoped(access.See, `SELECT `+columns+` FROM resolution r
WHERE r.begun_by <> $1 AND r.ended_by IS NULL AND {scope:r.unit_id}
AND r.parent_record IN (SELECT o.record_id FROM resolution o WHERE o.begun_by = $1 AND o.id = o.record_id) ORDER BY r.id`)
)

// What cannot stand again because its base was taken back since.
var (
	carriedGone = ledger.Orphans(columns, "resolution", "r", "parent_record", "resolution")
	partsGone   = ledger.Orphans(partColumns, "resolution_part", "p", "resolution_record", "resolution")
)

var (
	records = ledger.Records[Resolution]{Book: Book, Rows: rows, Scan: scan, Version: Resolution.version, Gone: "resolution.no_longer_stands"}
	parts   = ledger.Records[Part]{Book: Parts, Rows: partRows, Scan: scanPart, Version: Part.version, Gone: "resolution.part_gone"}
)

func scan(row store.Row) (r Resolution, err error) {
	err = row.Scan(&r.ID, &r.Record, &r.Unit, &r.Begun, &r.Ended, &r.Source.Document, &r.Source.Span.Start, &r.Source.Span.End, store.JSON(&r.Source.Context),
		&r.Kind, &r.Name, &r.Issuer, &r.IssuerUnit, &r.Congress, &r.Plenum, &r.Term, &r.Number, &r.Date, &r.Motto, store.JSON(&r.MottoAt), store.JSON(&r.Mottos),
		store.JSON(&r.Goals), store.JSON(&r.Counts), &r.Body, &r.From, &r.Until, &r.Parent)
	return r, err
}

func scanPart(row store.Row) (p Part, err error) {
	err = row.Scan(&p.ID, &p.Record, &p.Unit, &p.Begun, &p.Ended, &p.Source.Document, &p.Source.Span.Start, &p.Source.Span.End, store.JSON(&p.Source.Context),
		&p.Resolution, &p.Kind, &p.Number, &p.Text, &p.Field, &p.State, &p.Place)
	return p, err
}
