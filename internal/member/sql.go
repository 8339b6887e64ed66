package member

import (
	"hamrong/internal/access"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Book is the ledger's side of the persons, Names that of the names in their roles.
var (
	Book  = ledger.NewBook("person")
	Names = ledger.NewBook("name_in_role")
)

const columns = `m.id, m.record_id, m.unit_id, m.begun_by, COALESCE(m.ended_by, 0), m.name, m.positions, m.note`

const nameColumns = `n.id, n.record_id, n.unit_id, n.begun_by, COALESCE(n.ended_by, 0), COALESCE(n.document_id, 0), n.span_start, n.span_end, n.context,
n.name, n.positions, n.role, n.what, n.meeting_record, n.person_record`

var (
	insertPerson = store.Scoped(access.Record, `INSERT INTO person (record_id, unit_id, begun_by, name, folded, positions, note)
VALUES ($1, {unit}, $2, $3, $4, $5, $6) RETURNING id`)
	ofUnit = store.Scoped(access.See, `SELECT `+columns+` FROM person m
WHERE m.unit_id = $1 AND m.ended_by IS NULL AND {scope:m.unit_id} ORDER BY m.folded, m.record_id`)
	rows = store.Scoped(access.See, `SELECT `+columns+` FROM person m WHERE m.record_id = $1 AND {scope:m.unit_id} ORDER BY m.id`)

	insertName = store.Scoped(access.Record, `INSERT INTO name_in_role (record_id, unit_id, begun_by, document_id, span_start, span_end, context,
name, folded, positions, role, what, meeting_record, person_record)
VALUES ($1, {unit}, $2, NULLIF($3, 0), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`)
	namesOfUnit = store.Scoped(access.See, `SELECT `+nameColumns+` FROM name_in_role n
WHERE n.unit_id = $1 AND n.ended_by IS NULL AND {scope:n.unit_id} ORDER BY n.folded, n.record_id`)
	namesOfPerson = store.Scoped(access.See, `SELECT `+nameColumns+` FROM name_in_role n
WHERE n.person_record = $1 AND n.ended_by IS NULL AND {scope:n.unit_id} ORDER BY n.record_id`)
	namesOfMeeting = store.Scoped(access.See, `SELECT `+nameColumns+` FROM name_in_role n
WHERE n.meeting_record = $1 AND n.ended_by IS NULL AND {scope:n.unit_id} ORDER BY n.span_start, n.record_id`)
	namesOfDocument = store.Scoped(access.See, `SELECT `+nameColumns+` FROM name_in_role n
WHERE n.document_id = $1 AND n.ended_by IS NULL AND {scope:n.unit_id} ORDER BY n.span_start, n.record_id`)
	nameRows    = store.Scoped(access.See, `SELECT `+nameColumns+` FROM name_in_role n WHERE n.record_id = $1 AND {scope:n.unit_id} ORDER BY n.id`)
	linkedSince = store.Scoped(access.See, `SELECT `+nameColumns+` FROM name_in_role n
WHERE n.begun_by <> $1 AND n.ended_by IS NULL AND {scope:n.unit_id}
AND n.person_record IN (SELECT m.record_id FROM person m WHERE m.begun_by = $1 AND m.id = m.record_id) ORDER BY n.id`)
)

// The links to persons that cannot stand again because the person was taken back since.
var linksGone = ledger.Orphans(nameColumns, "name_in_role", "n", "person_record", "person")

var (
	persons = ledger.Records[Person]{Book: Book, Rows: rows, Scan: scan, Version: Person.version, Gone: "member.no_longer_stands"}
	names   = ledger.Records[NameInRole]{Book: Names, Rows: nameRows, Scan: scanName, Version: NameInRole.version, Gone: "member.name_gone"}
)

func scan(r store.Row) (m Person, err error) {
	err = r.Scan(&m.ID, &m.Record, &m.Unit, &m.Begun, &m.Ended, &m.Name, store.JSON(&m.Positions), &m.Note)
	return m, err
}

func scanName(r store.Row) (n NameInRole, err error) {
	err = r.Scan(&n.ID, &n.Record, &n.Unit, &n.Begun, &n.Ended, &n.Source.Document, &n.Source.Span.Start, &n.Source.Span.End, store.JSON(&n.Source.Context),
		&n.Name, store.JSON(&n.Positions), &n.Role, &n.What, &n.Meeting, &n.Person)
	return n, err
}
