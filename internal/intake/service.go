package intake

import (
	"context"
	"errors"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
)

// Service reads the entering page, keeps choices, enters and takes back.
type Service struct {
	db   *store.DB
	door access.Door
}

// New gives the service over a database.
func New(db *store.DB, door access.Door) *Service { return &Service{db: db, door: door} }

// Wish is what the clerk asks to be entered.
type Wish struct {
	Marks   []string // only these; nil for all that were accepted or corrected
	Rest    bool     // take what is not yet decided as accepted
	Placing Placing
}

// Refused is a fact that could not be entered, and why; the rest was.
type Refused struct {
	Mark string
	Err  error
}

// Added is a fact of which the register had a record, to which it added something.
type Added struct {
	Mark       string
	Resolution *resolution.Content // what it added, nil for a conference
}

// Outcome says what an entering did.
type Outcome struct {
	Entry   int64 // 0 when nothing new was written
	Made    []string
	Added   []Added  // stood in the register already, with less
	Already []string // stood in the register already, nothing was added
	Refused []Refused
}

var (
	linkEntered = store.Scoped(access.Record, `INSERT INTO intake_entered (document_id, unit_id, mark, entry_id, kind, record_id, corrections) VALUES ($1, {unit}, $2, $3, $4, $5, $6)`)
	errNothing  = errors.New("nothing new")
)

// Enter writes what the clerk accepted, in one entry: all of it or, when the
// program stops half-way, none. A fact that lacks something (a figure without a
// year) is not entered and is told; facts that stand already add nothing.
func (s *Service) Enter(ctx context.Context, doc int64, w Wish) (out Outcome, err error) {
	err = s.write(ctx, doc, "intake.enter", func(t *store.Tx, sheet Sheet) error {
		out = Outcome{}
		return sheet.enter(t, w, &out)
	})
	if errors.Is(err, errNothing) {
		out.Entry, err = 0, nil
	}
	return out, err
}

func (s *Sheet) enter(t *store.Tx, w Wish, out *Outcome) error {
	entry, err := ledger.Begin(t, ledger.New{Kind: ledger.FromReport, Document: s.Document.ID})
	if err != nil {
		return err
	}
	out.Entry = entry
	done := map[string]int64{}
	for _, it := range s.wished(w) {
		if conference[it.Group] {
			continue
		}
		m, err := s.one(t, entry, it, w.Placing)
		if err == nil {
			done[it.Mark] = m.record
		}
		if err := out.note(t, s, entry, it, m, err); err != nil {
			return err
		}
	}
	if err := s.meetings(t, entry, w, done, out); err != nil {
		return err
	}
	if len(out.Made)+len(out.Added) == 0 {
		return errNothing
	}
	return nil
}

// refusal tells a fact's own fault (a missing year, a unit the clerk may not write
// for, a closed year) from an error that ends everything.
func refusal(err error) error {
	for _, kind := range []fault.Kind{fault.Invalid, fault.Denied, fault.Conflict, fault.NotFound} {
		if errors.Is(err, kind) {
			return err
		}
	}
	return nil
}

// wished lists the items that the wish asks for and that are not entered yet.
func (s *Sheet) wished(w Wish) []Item {
	only := map[string]bool{}
	for _, m := range w.Marks {
		only[m] = true
	}
	var list []Item
	for _, it := range s.Items {
		chosen := it.Choice == Accept || it.Choice == Edit || (it.Open() && w.Rest)
		if chosen && it.Repeat == "" && it.Entered == 0 && (len(only) == 0 || only[it.Mark]) {
			list = append(list, it)
		}
	}
	return list
}
