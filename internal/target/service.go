package target

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/year"
)

// Service is how people draft, submit, adopt, amend and withdraw targets.
type Service struct{ desk ledger.Desk[Target] }

// NewService gives the service of a database behind its door.
func NewService(db *store.DB, door access.Door) *Service {
	return &Service{ledger.NewDesk(db, door, records)}
}

// Draft writes a new target of a unit as a draft (dự thảo) and gives its record. The paper is
// what it was typed from, "" for none. A closed year is aimed at no more: it takes none, whatever the reason.
func (s *Service) Draft(ctx context.Context, unit int64, c Content, paper string) (record int64, err error) {
	err = s.desk.Write(ctx, access.Record, unit, "target.draft", func(t *store.Tx) error {
		if err := year.Writable(t, unit, c.Period); err != nil {
			return err
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand, Paper: paper})
		if err != nil {
			return err
		}
		var created bool
		record, created, err = Enter(t, entry, New{Content: c})
		if err == nil && !created {
			err = fault.New(fault.Conflict, "target.exists_already")
		}
		return err
	})
	return record, err
}

// Change gives a draft or submitted target another content, with the reason. A target that a
// decision adopted is amended by another decision.
func (s *Service) Change(ctx context.Context, record int64, c Content, e ledger.Edit) error {
	return s.desk.On(ctx, access.Record, record, "target.change", func(t *store.Tx, g Target) error {
		if g.Decided() {
			return fault.New(fault.Conflict, "target.decided_already")
		}
		if err := g.moves(t, c.Period); err != nil {
			return err
		}
		entry, err := records.Edit(t, g, e)
		if err != nil {
			return err
		}
		return replace(t, record, entry, g.says(c))
	})
}

// moves refuses, at the field "period", to give the target another period that is closed: there it
// would be a new one. What stands there already is corrected.
func (g Target) moves(t *store.Tx, to period.Period) error {
	if to == g.Period {
		return nil
	}
	err := year.Writable(t, g.Owner, to)
	if fault.KindOf(err) == fault.Conflict {
		err = fault.InvalidField("period", "target.period_closed", to)
	}
	return err
}

// CountHigher says whether higher levels count as well (tính cả mức cao hơn). It is how the
// target is read, not what it says, so that an adopted one can be read otherwise too, and the usual
// reason does while the year is not closed.
func (s *Service) CountHigher(ctx context.Context, record int64, orHigher bool, reason, usual string) error {
	return s.desk.On(ctx, access.Record, record, "target.count_higher", func(t *store.Tx, g Target) error {
		if g.OrHigher == orHigher {
			return nil
		}
		if err := year.Takes(t, g.Owner, g.Period, reason); err != nil {
			return err
		}
		if !ledger.Reasoned(reason) {
			reason = usual
		}
		n := g.next()
		n.OrHigher = orHigher
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Change, Reason: reason})
		if err != nil {
			return err
		}
		return replace(t, record, entry, n)
	})
}

// Amendment is a decision that changes an adopted target (điều chỉnh chỉ tiêu).
type Amendment struct {
	Content Content
	ledger.Edit
	Decision  string // number
	DecidedOn period.Date
}

// Amend gives an adopted target another content by a decision.
func (s *Service) Amend(ctx context.Context, record int64, a Amendment) error {
	return s.desk.On(ctx, access.Decide, record, "target.amend", func(t *store.Tx, g Target) error {
		if !g.Decided() {
			return fault.New(fault.Conflict, "target.not_decided")
		}
		if a.DecidedOn != "" && a.DecidedOn < g.DecidedOn {
			return fault.InvalidField("decided_on", "target.amended_before", g.Decision, g.DecidedOn)
		}
		if err := g.moves(t, a.Content.Period); err != nil {
			return err
		}
		n := g.says(a.Content)
		n.State, n.Decision, n.DecidedOn = Amended, a.Decision, a.DecidedOn
		entry, err := records.Edit(t, g, a.Edit)
		if err != nil {
			return err
		}
		return replace(t, record, entry, n)
	})
}

// Withdraw takes a target back, with the reason.
func (s *Service) Withdraw(ctx context.Context, record int64, reason string) error {
	g, err := s.Target(ctx, record)
	if err != nil {
		return err
	}
	return s.desk.On(ctx, g.ToWithdraw(), record, "target.withdraw", func(t *store.Tx, now Target) error {
		if now.Decided() != g.Decided() {
			return ledger.Meanwhile()
		}
		_, err := Book.Take(t, record, reason)
		return err
	})
}

// Decided reports whether a decision stands behind the target.
func (g Target) Decided() bool { return g.State == Adopted || g.State == Amended }

// Target gives the last version of a record that the caller may see.
func (s *Service) Target(ctx context.Context, record int64) (Target, error) {
	return s.desk.Last(ctx, record, "target.read")
}
