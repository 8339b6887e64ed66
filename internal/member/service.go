package member

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Service reads and keeps persons and names.
type Service struct{ desk ledger.Desk[Person] }

// NewService gives the service over a database.
func NewService(db *store.DB, door access.Door) *Service {
	return &Service{ledger.NewDesk(db, door, persons)}
}

// Register is a unit's persons and the names that reports gave.
type Register struct {
	Persons  []Person
	Names    []NameInRole
	Unlinked []Mentions
}

// Register gives the people page of a unit.
func (s *Service) Register(ctx context.Context, unit int64) (r Register, err error) {
	err = s.desk.Read(ctx, unit, "person.list", func(t *store.Tx) (err error) {
		if r.Persons, err = Of(t, unit); err != nil {
			return err
		}
		r.Names, err = NamesOf(t, unit)
		r.Unlinked = Unlinked(r.Names, r.Persons)
		return err
	})
	return r, err
}

// File is one person with the names linked to it and its story.
type File struct {
	Person   Person
	Versions []Person
	Names    []NameInRole
	Story    []ledger.Step
}

// File gives a person's page.
func (s *Service) File(ctx context.Context, record int64) (f File, err error) {
	err = s.desk.Read(ctx, 0, "person", func(t *store.Tx) (err error) {
		h, err := persons.History(t, record)
		if err != nil {
			return err
		}
		f.Person, f.Versions, f.Story = h.Current, h.Versions, h.Story
		f.Names, err = NamesOfPerson(t, record)
		return err
	})
	return f, err
}

// Create makes a person by hand, and links the names that the clerk says are this person.
func (s *Service) Create(ctx context.Context, unit int64, n New, w Why) (record int64, err error) {
	err = s.desk.Write(ctx, access.Record, unit, "person.create", func(t *store.Tx) error {
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.ByHand, Reason: w.Reason, Paper: w.Paper})
		if err != nil {
			return err
		}
		if record, err = EnterPerson(t, entry, n); err != nil {
			return err
		}
		return linkAll(t, w.Names, record, entry)
	})
	return record, err
}

// Why says from which paper or for which reason something is written, and which names it concerns.
type Why struct {
	Reason string
	Paper  string
	Names  []int64 // records of names in their roles
}

// Link says that names are a person of the same unit; person 0 says that they are nobody's again.
func (s *Service) Link(ctx context.Context, unit, person int64, w Why) error {
	return s.desk.Write(ctx, access.Record, unit, "person.link", func(t *store.Tx) error {
		if person != 0 {
			m, err := ByRecord(t, person)
			if fault.KindOf(err) == fault.NotFound || err == nil && (m.Ended != 0 || m.Unit != unit) {
				return fault.InvalidField("person", "member.person_wrong")
			}
			if err != nil {
				return err
			}
		}
		entry, err := ledger.Begin(t, ledger.New{Kind: ledger.Change, Reason: w.Reason, Paper: w.Paper})
		if err != nil {
			return err
		}
		return linkAll(t, w.Names, person, entry)
	})
}

func linkAll(t *store.Tx, chosen []int64, person, entry int64) error {
	for _, record := range chosen {
		n, err := names.Standing(t, record)
		if err != nil {
			return err
		}
		if n.Unit != t.Unit() {
			return fault.New(fault.NotFound, "fault.not_found")
		}
		if err := link(t, n, person, entry); err != nil {
			return err
		}
	}
	return nil
}

// Change corrects a person's record, with its reason.
func (s *Service) Change(ctx context.Context, record int64, n New, e ledger.Edit) error {
	return s.desk.On(ctx, access.Record, record, "person.change", func(t *store.Tx, m Person) error {
		entry, err := persons.Edit(t, m, e)
		if err != nil {
			return err
		}
		return replacePerson(t, record, entry, n)
	})
}

// Withdraw takes a person's record back, with its reason; the names linked to it are names again.
func (s *Service) Withdraw(ctx context.Context, record int64, reason string) error {
	return s.desk.On(ctx, access.Record, record, "person.withdraw", func(t *store.Tx, _ Person) error {
		entry, err := Book.Take(t, record, reason)
		if err != nil {
			return err
		}
		linked, err := NamesOfPerson(t, record)
		if err != nil {
			return err
		}
		for _, n := range linked {
			if err := link(t, n, 0, entry); err != nil {
				return err
			}
		}
		return nil
	})
}
