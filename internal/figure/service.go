package figure

import (
	"context"
	"errors"
	"fmt"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/year"
)

// Service is how people enter and change figures by hand.
type Service struct{ desk ledger.Desk[Figure] }

// NewService gives the service of a database behind its door.
func NewService(db *store.DB, door access.Door) *Service {
	return &Service{ledger.NewDesk(db, door, records)}
}

// Line is one figure of a typed sheet. Record is the typed figure that stands at its place, 0
// for none; an empty Value (no count, no percent) takes it back.
type Line struct {
	New
	Record int64
	Seen   int64 // the entry that began the version which the sheet showed, 0 where it showed none
}

// Paper is a sheet of figures typed from a paper (nhập tay từ giấy).
type Paper struct {
	Unit   int64
	Period period.Period
	Name   string // the paper, with number and date, as the clerk names it
	Reason string // needed where a standing figure changes, or the year is closed
	Lines  []Line
}

// Typed is what came of a typed sheet.
type Typed struct {
	Created, Changed, Withdrawn, Same int
	Entry                             int64 // the entry of what was created, 0 for none
}

// Type writes a sheet of typed figures, all or none. New figures stand under one entry,
// changed and withdrawn ones under entries with the reason. Faults name the field of line i
// as "count.i", "percent.i", "of_total.i".
func (s *Service) Type(ctx context.Context, sheet Paper) (Typed, error) {
	var done Typed
	err := s.desk.Write(ctx, access.Record, sheet.Unit, "figure.type", func(t *store.Tx) error {
		done = Typed{}
		return typeSheet(t, sheet, &done)
	})
	return done, err
}

func typeSheet(t *store.Tx, sheet Paper, done *Typed) error {
	if err := year.Takes(t, sheet.Unit, sheet.Period, sheet.Reason); err != nil {
		return err
	}
	var wrong fault.Form
	var changed []change
	var fresh []New
	for i, l := range sheet.Lines {
		l.Period, l.Source = sheet.Period, ledger.Source{}
		empty := l.Count == nil && l.Percent == nil && l.OfTotal == nil
		n := l.settle()
		if !empty {
			if err := addFields(&wrong, n.validate(), i); err != nil {
				return err
			}
		}
		if l.Record != 0 {
			c, same, err := compare(t, l, n.Value, empty)
			if err != nil {
				return err
			}
			if same {
				done.Same++
			} else {
				changed = append(changed, c)
			}
			continue
		}
		if l.Seen != 0 {
			return ledger.Meanwhile()
		}
		if empty {
			continue
		}
		if err := unseen(t, n); err != nil {
			return err
		}
		fresh = append(fresh, n)
	}
	if err := wrong.Err(); err != nil {
		return err
	}
	if err := writeFresh(t, sheet, fresh, done); err != nil {
		return err
	}
	return writeChanged(t, sheet, changed, done)
}

// change is one standing figure of a sheet that is to say something else, or nothing more.
type change struct {
	figure   Figure
	value    Value
	withdraw bool
}

func compare(t *store.Tx, l Line, v Value, empty bool) (change, bool, error) {
	f, err := ByRecord(t, l.Record)
	if err != nil {
		return change{}, false, err
	}
	if f.Ended != 0 || f.Unit != t.Unit() || f.Begun != l.Seen {
		return change{}, false, ledger.Meanwhile()
	}
	return change{figure: f, value: v, withdraw: empty}, !empty && f.Same(v), nil
}

// unseen refuses a new figure where another was typed since the sheet was opened: the sheet
// would have shown it.
func unseen(t *store.Tx, n New) error {
	standing, err := At(t, t.Unit(), n.Place)
	for _, f := range standing {
		if f.Source.Document == 0 && !f.Value.Same(n.Value) {
			return ledger.Meanwhile()
		}
	}
	return err
}

// addFields takes over the wrong fields of a line; any other error is given back.
func addFields(form *fault.Form, err error, line int) error {
	var f *fault.Error
	if err == nil || !errors.As(err, &f) {
		return err
	}
	for _, field := range f.Fields {
		form.Add(fmt.Sprintf("%s.%d", field.Name, line), field.Key, field.Args...)
	}
	return nil
}

func writeFresh(t *store.Tx, sheet Paper, fresh []New, done *Typed) error {
	if len(fresh) == 0 {
		return nil
	}
	entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand, Paper: sheet.Name, Reason: sheet.Reason})
	if err != nil {
		return err
	}
	done.Entry = entry
	for _, n := range fresh {
		_, created, err := Enter(t, entry, n)
		if err != nil {
			return err
		}
		if created {
			done.Created++
		} else {
			done.Same++
		}
	}
	return nil
}

func writeChanged(t *store.Tx, sheet Paper, changed []change, done *Typed) error {
	entries := map[ledger.Kind]int64{}
	for _, c := range changed {
		kind := ledger.Change
		if c.withdraw {
			kind = ledger.Withdrawal
		}
		if entries[kind] == 0 {
			entry, err := ledger.Begin(t, ledger.New{Kind: kind, Paper: sheet.Name, Reason: sheet.Reason})
			if err != nil {
				return err
			}
			entries[kind] = entry
		}
		if c.withdraw {
			if err := Book.End(t, c.figure.Record, entries[kind]); err != nil {
				return err
			}
			done.Withdrawn++
			continue
		}
		if err := replace(t, c.figure, entries[kind], c.value); err != nil {
			return err
		}
		done.Changed++
	}
	return nil
}

// Put types one figure of a unit at the place that n names. A figure that stands there already
// with the same value is a Conflict fault; one with another value stands beside it.
func (s *Service) Put(ctx context.Context, unit int64, n New, w ledger.Why) error {
	n.Source = ledger.Source{}
	return s.desk.Write(ctx, access.Record, unit, "figure.type", func(t *store.Tx) error {
		if err := year.Takes(t, unit, n.Period, w.Reason); err != nil {
			return err
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand, Paper: w.Paper, Reason: w.Reason})
		if err != nil {
			return err
		}
		_, created, err := Enter(t, entry, n)
		if err == nil && !created {
			err = fault.New(fault.Conflict, "figure.exists_already")
		}
		return err
	})
}

// Change gives a figure another value, with the reason. The first value stands in the history.
func (s *Service) Change(ctx context.Context, record int64, v Value, e ledger.Edit) error {
	return s.desk.On(ctx, access.Record, record, "figure.change", func(t *store.Tx, f Figure) error {
		entry, err := records.Edit(t, f, e)
		if err != nil {
			return err
		}
		if v.Qualifier == "" {
			v.Qualifier = f.Qualifier
		}
		if f.Same(v) {
			return fault.InvalidField("count", "figure.nothing_changed")
		}
		return replace(t, f, entry, v)
	})
}

// Withdraw takes a figure back, with the reason.
func (s *Service) Withdraw(ctx context.Context, record int64, reason string) error {
	return s.desk.On(ctx, access.Record, record, "figure.withdraw", func(t *store.Tx, _ Figure) error {
		_, err := Book.Take(t, record, reason)
		return err
	})
}
