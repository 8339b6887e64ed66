package intake

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/document"
	"hamrong/internal/fault"
	"hamrong/internal/store"
)

var (
	putChoice = store.Scoped(access.Record, `INSERT INTO intake_choice (document_id, unit_id, mark, choice, edit, account_id, at)
VALUES ($1, {unit}, $2, $3, $4, {caller}, {now})
ON CONFLICT (document_id, mark) DO UPDATE SET choice = excluded.choice, edit = excluded.edit, account_id = excluded.account_id, at = excluded.at`)
	dropChoice = store.Scoped(access.Record, `DELETE FROM intake_choice WHERE document_id = $1 AND mark = $2 AND unit_id = {unit}`)
	choices    = store.Scoped(access.See, `SELECT c.mark, c.choice, c.edit FROM intake_choice c WHERE c.document_id = $1 AND {scope:c.unit_id}`)
	enteredOf  = store.Scoped(access.See, `SELECT n.mark, n.entry_id, n.kind, n.record_id FROM intake_entered n JOIN entry e ON e.id = n.entry_id
WHERE n.document_id = $1 AND e.undone_by IS NULL AND {scope:n.unit_id} ORDER BY n.entry_id`)
)

// Decision is one choice of the clerk about one mark; an empty Choice opens it again.
type Decision struct {
	Mark   string
	Choice Choice
	Fix    Fix
}

// Sheet is a document on the entering page: its facts and what was decided.
type Sheet struct {
	Document document.Document
	Items    []Item
	Placed   Placing // units that were chosen for names and kept

	at map[string]int // place of each mark among the items
}

func newSheet(d document.Document) Sheet {
	s := Sheet{Document: d, Items: Items(d.Facts), Placed: Placing{}, at: map[string]int{}}
	for i, it := range s.Items {
		s.at[it.Mark] = i
	}
	return s
}

// Find gives the item of a mark.
func (s *Sheet) Find(mark string) (*Item, bool) {
	i, ok := s.at[mark]
	if !ok {
		return nil, false
	}
	return &s.Items[i], true
}

// Sheet gives a document's facts with the choices made so far.
func (s *Service) Sheet(ctx context.Context, doc int64) (sheet Sheet, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.See, Action: "intake"})
	if err != nil {
		return sheet, err
	}
	err = s.db.Read(ctx, p, func(t *store.Tx) error { sheet, err = load(t, doc); return err })
	return sheet, err
}

func load(t *store.Tx, doc int64) (sheet Sheet, err error) {
	d, err := document.ByID(t, doc)
	if err != nil {
		return sheet, err
	}
	sheet = newSheet(d)
	made, err := store.All(t, choices, func(r store.Row) (d Decision, err error) {
		var choice, edit string
		if err = r.Scan(&d.Mark, &choice, &edit); err != nil {
			return d, err
		}
		if key, ok := strings.CutPrefix(d.Mark, placeMark); ok {
			sheet.Placed[key], err = strconv.ParseInt(choice, 10, 64)
			return d, err
		}
		d.Choice = Choice(choice)
		d.Fix, err = decodeFix(edit)
		return d, err
	}, doc)
	if err != nil {
		return sheet, err
	}
	for _, d := range made {
		if it, ok := sheet.Find(d.Mark); ok {
			it.Choice, it.Edit = d.Choice, d.Fix
		}
	}
	done, err := store.All(t, enteredOf, scanEntered, doc)
	if err != nil {
		return sheet, err
	}
	for _, e := range done {
		if it, ok := sheet.Find(e.Mark); ok {
			it.Entered, it.RecordOf, it.Entry = e.Record, e.Kind, e.Entry
		}
	}
	return sheet, nil
}

// write runs fn on a document's sheet as it stands in that very transaction, in a write for
// the document's unit.
func (s *Service) write(ctx context.Context, doc int64, action string, fn func(*store.Tx, Sheet) error) error {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.See, Action: action})
	if err != nil {
		return err
	}
	var unit int64
	err = s.db.Read(ctx, p, func(t *store.Tx) (err error) { unit, err = document.UnitOf(t, doc); return err })
	if err != nil {
		return err
	}
	if p, err = s.door.Permit(ctx, access.Ask{Right: access.Record, Unit: unit, Action: action}); err != nil {
		return err
	}
	return s.db.Write(ctx, p, func(t *store.Tx) error {
		sheet, err := load(t, doc)
		if err != nil {
			return err
		}
		return fn(t, sheet)
	})
}

// placeMark begins the mark under which the unit chosen for a name is kept, beside
// the marks of facts, none of which has a colon.
const placeMark = "unit:"

// Place keeps which units the clerk chose for names of the report; nothing is entered
// yet. A name that the report does not have is an Invalid fault and keeps none.
func (s *Service) Place(ctx context.Context, doc int64, placing Placing) error {
	if len(placing) == 0 {
		return nil
	}
	return s.write(ctx, doc, "intake.place", func(t *store.Tx, sheet Sheet) error {
		known := map[string]bool{}
		for _, n := range sheet.Names() {
			known[n.Key] = true
		}
		for key, unit := range placing {
			if !known[key] {
				return fault.New(fault.Invalid, "intake.no_such_mark", key)
			}
			if _, err := t.Exec(putChoice, doc, placeMark+key, strconv.FormatInt(unit, 10), ""); err != nil {
				return err
			}
		}
		t.Touched("document", doc)
		return nil
	})
}

// Decide keeps choices; nothing is entered yet. A mark that the document does not have is an
// Invalid fault and keeps none of them. A wrong correction is one too, with its fields named
// "X9-count", but is kept as it was typed, to be mended: Enter refuses it.
func (s *Service) Decide(ctx context.Context, doc int64, list []Decision) error {
	var wrong fault.Form
	err := s.write(ctx, doc, "intake.decide", func(t *store.Tx, sheet Sheet) error {
		wrong = fault.Form{}
		for _, d := range list {
			it, ok := sheet.Find(d.Mark)
			if !ok {
				return fault.New(fault.Invalid, "intake.no_such_mark", d.Mark)
			}
			if it.Entered != 0 {
				return fault.New(fault.Conflict, "intake.entered_already", d.Mark)
			}
			if err := d.Fix.Validate(it.Group, sheet.read(*it)); err != nil {
				var f *fault.Error
				if !errors.As(err, &f) {
					return err
				}
				for _, x := range f.Fields {
					wrong.Add(d.Mark+"-"+x.Name, x.Key, x.Args...)
				}
			}
			if err := decide(t, doc, d); err != nil {
				return err
			}
		}
		t.Touched("document", doc)
		return nil
	})
	if err != nil {
		return err
	}
	return wrong.Err()
}

func decide(t *store.Tx, doc int64, d Decision) error {
	if d.Choice == "" {
		_, err := t.Exec(dropChoice, doc, d.Mark)
		return err
	}
	if d.Choice == Accept && !d.Fix.Empty() {
		d.Choice = Edit
	}
	if d.Choice != Accept && d.Choice != Edit && d.Choice != Leave {
		return fmt.Errorf("choice %q: %w", d.Choice, fault.Invalid)
	}
	edit, err := d.Fix.encode()
	if err != nil {
		return err
	}
	_, err = t.Exec(putChoice, doc, d.Mark, string(d.Choice), edit)
	return err
}

// entered is a fact that became a record.
type entered struct {
	Mark, Kind    string
	Entry, Record int64
}

func scanEntered(r store.Row) (e entered, err error) {
	return e, r.Scan(&e.Mark, &e.Entry, &e.Kind, &e.Record)
}
