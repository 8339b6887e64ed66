package year

import (
	"context"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Service is what people do with a unit's year.
type Service struct {
	db   *store.DB
	door access.Door
}

// New gives the service on a database behind a door.
func New(db *store.DB, door access.Door) *Service { return &Service{db: db, door: door} }

// Decide records the decision on a unit's year. On a year that is decided already, or closed,
// it corrects the recorded decision and needs a reason.
func (s *Service) Decide(ctx context.Context, unit int64, year int, d Deciding) error {
	return s.write(ctx, unit, "year.decide", func(t *store.Tx) error { return Decide(t, unit, year, d) })
}

// Close closes a decided year for a unit and all below it, for good.
func (s *Service) Close(ctx context.Context, unit int64, year int) error {
	return s.write(ctx, unit, "year.close", func(t *store.Tx) error { return Close(t, unit, year) })
}

func (s *Service) write(ctx context.Context, unit int64, action string, fn func(*store.Tx) error) error {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Decide, Unit: unit, Action: action})
	if err != nil {
		return err
	}
	return s.db.Write(ctx, p, fn)
}

// Decide is Service.Decide inside a transaction; it needs the right Decide over the unit.
func Decide(t *store.Tx, unit int64, year int, d Deciding) error {
	d = Deciding{Body: tidy(d.Body), Number: tidy(d.Number), On: d.On, Reason: tidy(d.Reason)}
	at, y, alive, err := begin(t, unit, year)
	if err != nil {
		return err
	}
	next, err := decide(y, d, alive, t.Today())
	if err != nil {
		return err
	}
	entry := ledger.New{Kind: ledger.Decision, Paper: d.paper()}
	if y.Stage != Open || y.Frozen {
		entry.Kind, entry.Reason = ledger.Change, d.Reason
	}
	return enter(at, y, next, entry)
}

// Close is Service.Close inside a transaction; it needs the right Decide over the unit.
func Close(t *store.Tx, unit int64, year int) error {
	at, y, alive, err := begin(t, unit, year)
	if err != nil {
		return err
	}
	if err := lived(year, alive, t.Today()); err != nil {
		return err
	}
	next, err := shut(y, t.Today())
	if err != nil {
		return err
	}
	return enter(at, y, next, ledger.New{Kind: ledger.Decision})
}

// begin checks the right over the unit and gives its year and its life.
func begin(t *store.Tx, unit int64, year int) (at *store.Tx, y Year, alive span, err error) {
	at, err = t.On(access.Decide, unit)
	if err != nil {
		return at, y, alive, err
	}
	if year < 1900 || year > 9998 {
		return at, y, alive, fault.New(fault.NotFound, "fault.not_found")
	}
	alive, err = store.One(at, life, func(r store.Row) (l span, err error) { return l, r.Scan(&l.from, &l.until) })
	if err != nil {
		return at, y, alive, err
	}
	y, err = State(at, unit, period.Year(year))
	return at, y, alive, err
}

// enter writes the next state of a year as the next version of its record.
func enter(t *store.Tx, y, next Year, entry ledger.New) error {
	by, err := ledger.Begin(t, entry)
	if err != nil {
		return err
	}
	write := func() (int64, error) {
		return store.Insert(t, insert, y.record, by, next.Year, string(next.Stage), next.Body, next.Number, next.On, next.ClosedOn)
	}
	if y.record != 0 {
		return book.Next(t, y.record, by, write)
	}
	_, err = book.Add(t, write)
	return err
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
