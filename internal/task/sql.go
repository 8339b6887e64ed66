package task

import (
	"hamrong/internal/access"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Book is the ledger's side of the tasks, Notes that of the notes on their progress.
var (
	Book  = ledger.NewBook("task")
	Notes = ledger.NewBook("task_note")
)

const columns = `k.id, k.record_id, k.unit_id, k.begun_by, COALESCE(k.ended_by, 0), k.programme_record, k.what, k.who, k.due_written, k.due_on,
k.state, k.outcome, k.place`

const noteColumns = `n.id, n.record_id, n.unit_id, n.begun_by, COALESCE(n.ended_by, 0), n.task_record, n.noted_on, n.text`

var (
	insertTask = store.Scoped(access.Record, `INSERT INTO task (record_id, unit_id, begun_by, programme_record, what, who, due_written, due_on, state, outcome, place)
VALUES ($1, {unit}, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`)
	ofUnit = store.Scoped(access.See, `SELECT `+columns+` FROM task k
WHERE k.unit_id = $1 AND k.ended_by IS NULL AND {scope:k.unit_id} ORDER BY k.programme_record, k.place, k.id`)
	ofProgramme = store.Scoped(access.See, `SELECT `+columns+` FROM task k
WHERE k.programme_record = $1 AND k.ended_by IS NULL AND {scope:k.unit_id} ORDER BY k.place, k.id`)
	rows  = store.Scoped(access.See, `SELECT `+columns+` FROM task k WHERE k.record_id = $1 AND {scope:k.unit_id} ORDER BY k.id`)
	built = store.Scoped(access.See, `SELECT `+columns+` FROM task k
WHERE k.begun_by <> $1 AND k.ended_by IS NULL AND {scope:k.unit_id}
AND k.programme_record IN (SELECT r.record_id FROM resolution r WHERE r.begun_by = $1 AND r.id = r.record_id) ORDER BY k.id`)

	insertNote = store.Scoped(access.Record, `INSERT INTO task_note (record_id, unit_id, begun_by, task_record, noted_on, text)
VALUES (0, {unit}, $1, $2, $3, $4) RETURNING id`)
	noteRows = store.Scoped(access.See, `SELECT `+noteColumns+` FROM task_note n WHERE n.record_id = $1 AND {scope:n.unit_id} ORDER BY n.id`)
	notesOf  = store.Scoped(access.See, `SELECT `+noteColumns+` FROM task_note n
WHERE n.task_record = $1 AND n.ended_by IS NULL AND {scope:n.unit_id} ORDER BY n.noted_on, n.id`)
)

// What cannot stand again because its base was taken back since.
var (
	tasksGone = ledger.Orphans(columns, "task", "k", "programme_record", "resolution")
	notesGone = ledger.Orphans(noteColumns, "task_note", "n", "task_record", "task")
)

var (
	records = ledger.Records[Task]{Book: Book, Rows: rows, Scan: scan, Version: Task.version, Gone: "task.no_longer_stands"}
	notes   = ledger.Records[Note]{Book: Notes, Rows: noteRows, Scan: scanNote, Version: Note.version, Gone: "task.no_longer_stands"}
)

func scan(r store.Row) (k Task, err error) {
	err = r.Scan(&k.ID, &k.Record, &k.Unit, &k.Begun, &k.Ended, &k.Programme, &k.What, &k.Who, &k.DueWritten, &k.DueOn, &k.State, &k.Outcome, &k.Place)
	return k, err
}

func scanNote(r store.Row) (n Note, err error) {
	return n, r.Scan(&n.ID, &n.Record, &n.Unit, &n.Begun, &n.Ended, &n.Task, &n.On, &n.Text)
}
