package member

import (
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/internal/viet"
)

// EnterName writes a name in its role into the register of the transaction's unit and
// gives its record. The same mention of the same document adds nothing. It never makes a
// person and never links to one that the caller does not name.
func EnterName(t *store.Tx, entry int64, n NewName) (record int64, created bool, err error) {
	n = n.settle()
	if err := n.validate(); err != nil {
		return 0, false, err
	}
	standing, err := NamesOf(t, t.Unit())
	if err != nil {
		return 0, false, err
	}
	for _, s := range standing {
		if s.Source.Document == n.Source.Document && s.RoleContent.Same(n.RoleContent) {
			return s.Record, false, nil
		}
	}
	record, err = Names.Add(t, func() (int64, error) { return writeName(t, 0, entry, n) })
	return record, err == nil, err
}

func writeName(t *store.Tx, record, entry int64, n NewName) (int64, error) {
	return store.Insert(t, insertName, record, entry, n.Source.Document, n.Source.Span.Start, n.Source.Span.End, store.JSON(n.Source.Context),
		n.Name, viet.Fold(n.Name), store.JSON(n.Positions), n.Role, n.What, n.Meeting, n.Person)
}

func replaceName(t *store.Tx, record, entry int64, n NewName) error {
	n = n.settle()
	if err := n.validate(); err != nil {
		return err
	}
	return Names.Next(t, record, entry, func() (int64, error) { return writeName(t, record, entry, n) })
}

// EnterPerson writes a person into the register of the transaction's unit. Two persons may
// bear one name: the clerk has said that this is another one.
func EnterPerson(t *store.Tx, entry int64, n New) (record int64, err error) {
	n = n.settle()
	if err := n.validate(); err != nil {
		return 0, err
	}
	return Book.Add(t, func() (int64, error) { return writePerson(t, 0, entry, n) })
}

func writePerson(t *store.Tx, record, entry int64, n New) (int64, error) {
	return store.Insert(t, insertPerson, record, entry, n.Name, viet.Fold(n.Name), store.JSON(n.Positions), n.Note)
}

func replacePerson(t *store.Tx, record, entry int64, n New) error {
	n = n.settle()
	if err := n.validate(); err != nil {
		return err
	}
	return Book.Next(t, record, entry, func() (int64, error) { return writePerson(t, record, entry, n) })
}

// link says that a name is a person (0: that it is nobody known).
func link(t *store.Tx, name NameInRole, person, entry int64) error {
	c := name.RoleContent
	c.Person = person
	return replaceName(t, name.Record, entry, NewName{RoleContent: c, Source: name.Source})
}

// Dependents lists what stands in the way of taking an entry back: its names and persons
// that a later entry changed, linked or took back, names linked to its persons since, and links that it ended to persons
// taken back since.
func Dependents(t *store.Tx, entry int64) ([]ledger.Dependent, error) {
	return ledger.Gather(t, entry, names.Changed, persons.Changed, names.Linked(linkedSince), names.Orphaned(linksGone))
}
