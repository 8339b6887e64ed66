package meeting

import (
	"hamrong/internal/access"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Book is the ledger's side of the meetings, Items that of what happened there. What an
// entry wrote stands in both.
var (
	Book  = ledger.NewBook("meeting")
	Items = ledger.NewBook("meeting_item")
)

const columns = `m.id, m.record_id, m.unit_id, m.begun_by, COALESCE(m.ended_by, 0), COALESCE(m.document_id, 0), m.span_start, m.span_end, m.context,
m.kind, m.name, m.year, m.date_written, m.held_on, m.venue, m.signed_by, m.signed_at`

const itemColumns = `i.id, i.record_id, i.unit_id, i.begun_by, COALESCE(i.ended_by, 0), COALESCE(i.document_id, 0), i.span_start, i.span_end, i.context,
i.meeting_record, i.kind, i.act, i.who, i.positions, i.what, i.set_by, i.resolution_record, i.name_record, i.place`

var (
	insertMeeting = store.Scoped(access.Record, `INSERT INTO meeting (record_id, unit_id, begun_by, document_id, span_start, span_end, context,
kind, name, folded, year, date_written, held_on, venue, signed_by, signed_at)
VALUES ($1, {unit}, $2, NULLIF($3, 0), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id`)
	ofUnit = store.Scoped(access.See, `SELECT `+columns+` FROM meeting m
WHERE m.unit_id = $1 AND m.ended_by IS NULL AND {scope:m.unit_id} ORDER BY m.year DESC, m.held_on, m.record_id`)
	named = store.Scoped(access.See, `SELECT `+columns+` FROM meeting m
WHERE m.unit_id = {unit} AND m.folded = $1 AND m.ended_by IS NULL ORDER BY m.record_id`)
	rows       = store.Scoped(access.See, `SELECT `+columns+` FROM meeting m WHERE m.record_id = $1 AND {scope:m.unit_id} ORDER BY m.id`)
	ofDocument = store.Scoped(access.See, `SELECT `+columns+` FROM meeting m
WHERE m.document_id = $1 AND m.ended_by IS NULL AND {scope:m.unit_id} ORDER BY m.span_start, m.id`)
	studying = store.Scoped(access.See, `SELECT `+columns+` FROM meeting m
WHERE m.ended_by IS NULL AND {scope:m.unit_id} AND m.record_id IN
(SELECT i.meeting_record FROM meeting_item i WHERE i.resolution_record = $1 AND i.ended_by IS NULL) ORDER BY m.year, m.held_on, m.record_id`)

	insertItem = store.Scoped(access.Record, `INSERT INTO meeting_item (record_id, unit_id, begun_by, document_id, span_start, span_end, context,
meeting_record, kind, act, who, positions, what, set_by, resolution_record, name_record, place)
VALUES ($1, {unit}, $2, NULLIF($3, 0), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING id`)
	itemsOf = store.Scoped(access.See, `SELECT `+itemColumns+` FROM meeting_item i
WHERE i.meeting_record = $1 AND i.ended_by IS NULL AND {scope:i.unit_id} ORDER BY i.place, i.id`)
	itemRows   = store.Scoped(access.See, `SELECT `+itemColumns+` FROM meeting_item i WHERE i.record_id = $1 AND {scope:i.unit_id} ORDER BY i.id`)
	itemRowsOf = store.Scoped(access.See, `SELECT `+itemColumns+` FROM meeting_item i WHERE i.meeting_record = $1 AND {scope:i.unit_id} ORDER BY i.id`)
	itemsAbout = store.Scoped(access.See, `SELECT `+itemColumns+` FROM meeting_item i
WHERE i.resolution_record = $1 AND i.ended_by IS NULL AND {scope:i.unit_id} ORDER BY i.meeting_record, i.place`)
	itemsBuilt = store.Scoped(access.See, `SELECT `+itemColumns+` FROM meeting_item i
WHERE i.begun_by <> $1 AND i.ended_by IS NULL AND {scope:i.unit_id}
AND (i.meeting_record IN (SELECT m.record_id FROM meeting m WHERE m.begun_by = $1 AND m.id = m.record_id)
OR i.resolution_record IN (SELECT r.record_id FROM resolution r WHERE r.begun_by = $1 AND r.id = r.record_id)) ORDER BY i.id`)
)

// What cannot stand again because its base was taken back since.
var (
	itemsOfGone    = ledger.Orphans(itemColumns, "meeting_item", "i", "meeting_record", "meeting")
	itemsAboutGone = ledger.Orphans(itemColumns, "meeting_item", "i", "resolution_record", "resolution")
)

var (
	records = ledger.Records[Meeting]{Book: Book, Rows: rows, Scan: scan, Version: Meeting.version, Gone: "meeting.no_longer_stands"}
	items   = ledger.Records[Item]{Book: Items, Rows: itemRows, Scan: scanItem, Version: Item.version, Gone: "meeting.item_gone"}
)

func scan(row store.Row) (m Meeting, err error) {
	err = row.Scan(&m.ID, &m.Record, &m.Unit, &m.Begun, &m.Ended, &m.Source.Document, &m.Source.Span.Start, &m.Source.Span.End, store.JSON(&m.Source.Context),
		&m.Kind, &m.Name, &m.Year, &m.DateWritten, &m.HeldOn, &m.Place, &m.SignedBy, store.JSON(&m.SignedAt))
	return m, err
}

func scanItem(row store.Row) (i Item, err error) {
	err = row.Scan(&i.ID, &i.Record, &i.Unit, &i.Begun, &i.Ended, &i.Source.Document, &i.Source.Span.Start, &i.Source.Span.End, store.JSON(&i.Source.Context),
		&i.Meeting, &i.Kind, &i.Act, &i.Who, store.JSON(&i.Positions), &i.What, &i.SetBy, &i.Resolution, &i.Name, &i.Place)
	return i, err
}
