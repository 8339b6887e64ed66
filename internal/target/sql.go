package target

import (
	"hamrong/internal/access"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Book is the ledger's side of the targets.
var Book = ledger.NewBook("target")

const columns = `g.id, g.record_id, g.unit_id, g.begun_by, COALESCE(g.ended_by, 0), COALESCE(g.document_id, 0), g.span_start, g.span_end, g.context,
g.period, g.subject, g.population, g.measure, g.level, g.comparator, g.value_low, g.value_high, g.value_unit, g.base, g.of_total,
g.or_higher, g.within, g.frequency, g.negated, g.field, g.note, g.state, g.decision, g.decided_on,
COALESCE(g.resolution_record, 0), COALESCE(g.meeting_record, 0)`

var (
	insertTarget = store.Scoped(access.See, `INSERT INTO target (record_id, unit_id, begun_by, document_id, span_start, span_end, context,
period, subject, population, measure, level, comparator, value_low, value_high, value_unit, base, of_total,
or_higher, within, frequency, negated, field, note, state, decision, decided_on, resolution_record, meeting_record)
VALUES ($1, {unit}, $2, NULLIF($3, 0), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
$24, $25, $26, NULLIF($27, 0), NULLIF($28, 0)) RETURNING id`)
	ofUnit = store.Scoped(access.See, `SELECT `+columns+` FROM target g
WHERE g.unit_id = $1 AND g.period = $2 AND g.ended_by IS NULL AND {scope:g.unit_id} ORDER BY g.record_id`)
	allOfUnit = store.Scoped(access.See, `SELECT `+columns+` FROM target g
WHERE g.unit_id = $1 AND g.ended_by IS NULL AND {scope:g.unit_id} ORDER BY g.period DESC, g.record_id`)
	rows = store.Scoped(access.See, `SELECT `+columns+` FROM target g
WHERE g.record_id = $1 AND {scope:g.unit_id} ORDER BY g.id`)
	ofDocument = store.Scoped(access.See, `SELECT `+columns+` FROM target g
WHERE g.document_id = $1 AND g.ended_by IS NULL AND {scope:g.unit_id} ORDER BY g.span_start, g.id`)
	ofResolution = store.Scoped(access.See, `SELECT `+columns+` FROM target g
WHERE g.resolution_record = $1 AND g.ended_by IS NULL AND {scope:g.unit_id} ORDER BY g.record_id`)
	ofMeeting = store.Scoped(access.See, `SELECT `+columns+` FROM target g
WHERE g.meeting_record = $1 AND g.ended_by IS NULL AND {scope:g.unit_id} ORDER BY g.record_id`)
	periods = store.Scoped(access.See, `SELECT DISTINCT g.period FROM target g
WHERE g.unit_id = $1 AND g.ended_by IS NULL AND {scope:g.unit_id} ORDER BY g.period`)
)

// What cannot stand again because its base was taken back since.
var (
	setGone     = ledger.Orphans(columns, "target", "g", "resolution_record", "resolution")
	adoptedGone = ledger.Orphans(columns, "target", "g", "meeting_record", "meeting")
)

var records = ledger.Records[Target]{Book: Book, Rows: rows, Scan: scan, Version: Target.version, Gone: "target.no_longer_stands"}
