package document

import (
	"encoding/json"

	"hamrong/internal/access"
	"hamrong/internal/report"
	"hamrong/internal/store"
)

const head = `d.id, d.unit_id, d.name, d.kind, d.sha256, d.pictures, d.account_id, d.at`

var (
	insert = store.Scoped(access.Record, `INSERT INTO document (unit_id, name, kind, sha256, text_sha256, text, facts, pictures, account_id, at)
VALUES ({unit}, $1, $2, $3, $4, $5, $6, $7, {caller}, {now}) RETURNING id`)
	withText = store.Scoped(access.Record, `SELECT id FROM document WHERE text_sha256 = $1 AND unit_id = {unit} ORDER BY id`)
	byID     = store.Scoped(access.See, `SELECT `+head+`, d.text, d.facts FROM document d WHERE d.id = $1 AND {scope:d.unit_id}`)
	unitOf   = store.Scoped(access.See, `SELECT d.unit_id FROM document d WHERE d.id = $1 AND {scope:d.unit_id}`)
	headByID = store.Scoped(access.See, `SELECT `+head+` FROM document d WHERE d.id = $1 AND {scope:d.unit_id}`)
	ofUnit   = store.Scoped(access.See, `SELECT `+head+` FROM document d WHERE d.unit_id = $1 AND {scope:d.unit_id} ORDER BY d.id DESC`)
)

// UnitOf gives the unit in whose register a document that the caller may see lies, or NotFound.
func UnitOf(t *store.Tx, id int64) (int64, error) { return store.One(t, unitOf, scanID, id) }

// ByID gives one document that the caller may see, or NotFound.
func ByID(t *store.Tx, id int64) (Document, error) { return store.One(t, byID, scan, id) }

// NameOf gives the file name of a document that the caller may see, or NotFound.
func NameOf(t *store.Tx, id int64) (string, error) {
	d, err := Head(t, id)
	return d.Name, err
}

// Head gives a document that the caller may see without its text and what was read in it, or NotFound.
func Head(t *store.Tx, id int64) (Document, error) { return store.One(t, headByID, scanHead, id) }

func scan(r store.Row) (d Document, err error) {
	var facts string
	if err = r.Scan(&d.ID, &d.Unit, &d.Name, &d.Kind, &d.SHA256, &d.Pictures, &d.Account, &d.At, &d.Text, &facts); err != nil {
		return d, err
	}
	d.Facts = new(report.Facts)
	return d, json.Unmarshal([]byte(facts), d.Facts)
}

func scanHead(r store.Row) (d Document, err error) {
	return d, r.Scan(&d.ID, &d.Unit, &d.Name, &d.Kind, &d.SHA256, &d.Pictures, &d.Account, &d.At)
}

func scanID(r store.Row) (int64, error) { var id int64; return id, r.Scan(&id) }
