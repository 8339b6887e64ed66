package ledger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/store"
)

// Kind says what sort of act an entry is.
type Kind string

// The kinds of entry.
const (
	FromReport Kind = "report"     // accepted from a report that was read (nhập từ báo cáo)
	ByHand     Kind = "hand"       // typed in (nhập tay)
	Change     Kind = "change"     // a record changed, with its reason (sửa)
	Withdrawal Kind = "withdrawal" // a record taken back, with its reason (rút)
	Undo       Kind = "undo"       // a whole entry taken back (hoàn tác)
	Decision   Kind = "decision"   // a state reached by a decision with number and date (quyết định)
)

// Entry is one act of writing into the register.
type Entry struct {
	ID       int64
	Unit     int64
	Kind     Kind
	Account  int64
	At       int64  // milliseconds since 1970, UTC
	Reason   string // why; required for Change, Withdrawal, Undo
	Paper    string // the paper that it was typed from, with number and date, as the clerk names it
	Document int64  // the document it was read from, 0 for none
	UndoneBy int64  // the entry that took it back, 0 while it stands
}

// New is what is given to begin an entry.
type New struct {
	Kind     Kind
	Reason   string
	Paper    string
	Document int64
}

// Reasoned reports whether a reason says anything, with a letter or a digit at least: blanks, signs
// and what nobody sees are no reason.
func Reasoned(reason string) bool {
	return strings.ContainsFunc(reason, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// reasoned are the kinds that nobody writes without saying why.
var reasoned = map[Kind]bool{Change: true, Withdrawal: true, Undo: true}

const columns = `e.id, e.unit_id, e.kind, e.account_id, e.at, e.reason, e.paper, COALESCE(e.document_id, 0), COALESCE(e.undone_by, 0)`

var (
	insertEntry = store.Scoped(access.See, `INSERT INTO entry (unit_id, kind, account_id, at, reason, paper, document_id)
VALUES ({unit}, $1, {caller}, {now}, $2, $3, NULLIF($4, 0)) RETURNING id`)
	entryByID  = store.Scoped(access.See, `SELECT `+columns+` FROM entry e WHERE e.id = $1 AND {scope:e.unit_id}`)
	entries    = store.Scoped(access.See, `SELECT `+columns+` FROM entry e WHERE e.unit_id = $1 AND {scope:e.unit_id} ORDER BY e.id DESC LIMIT 500`)
	markUndone = store.Scoped(access.Record, `UPDATE entry SET undone_by = $2 WHERE id = $1 AND undone_by IS NULL AND {scope:entry.unit_id}`)
)

// maxSaid bounds a reason and the name of a paper, in characters: lists of entries show them all.
const maxSaid = 4000

// Begin writes an entry for the transaction's unit and gives its id. A missing
// reason is an Invalid fault at the field "reason", as is one of more than 4000 characters;
// so is the name of a paper, at "paper".
func Begin(t *store.Tx, n New) (int64, error) {
	n.Reason, n.Paper = strings.TrimSpace(n.Reason), strings.TrimSpace(n.Paper)
	var long fault.Form
	for name, said := range map[string]string{"reason": n.Reason, "paper": n.Paper} {
		if utf8.RuneCountInString(said) > maxSaid {
			long.Add(name, "ledger.too_long", maxSaid)
		}
	}
	if err := long.Err(); err != nil {
		return 0, err
	}
	if reasoned[n.Kind] && !Reasoned(n.Reason) {
		return 0, fault.InvalidField("reason", "ledger.reason_missing")
	}
	id, err := store.Insert(t, insertEntry, string(n.Kind), n.Reason, n.Paper, n.Document)
	if err != nil {
		return 0, err
	}
	t.Touched("entry", id)
	return id, nil
}

// ByID gives one entry that the caller may see, or NotFound.
func ByID(t *store.Tx, id int64) (Entry, error) { return store.One(t, entryByID, scan, id) }

// Of lists a unit's last 500 entries, newest first.
func Of(t *store.Tx, unit int64) ([]Entry, error) { return store.All(t, entries, scan, unit) }

// MarkUndone notes that an entry was taken back by another; a Conflict fault if it was already.
func MarkUndone(t *store.Tx, id, by int64) error {
	n, err := t.Exec(markUndone, id, by)
	if err != nil {
		return err
	}
	if n == 0 {
		return fault.New(fault.Conflict, "ledger.undone_already")
	}
	return nil
}

func scan(r store.Row) (e Entry, err error) {
	var kind string
	err = r.Scan(&e.ID, &e.Unit, &kind, &e.Account, &e.At, &e.Reason, &e.Paper, &e.Document, &e.UndoneBy)
	e.Kind = Kind(kind)
	return e, err
}
