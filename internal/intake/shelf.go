package intake

import (
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/meeting"
	"hamrong/internal/member"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/task"
	"hamrong/internal/title"
)

// shelf is one kind of record that an entry can have written.
type shelf struct {
	book       *ledger.Book
	tell       func(*store.Tx, int64) (current ledger.Version, all []ledger.Version, err error)
	dependents ledger.Finder // nil where the shelf that the records belong to tells them
}

// shelves are all of them; undoing an entry goes through each.
var shelves = []shelf{
	{figure.Book, figure.Tell, figure.Dependents},
	{target.Book, target.Tell, target.Dependents},
	{title.Book, title.Tell, title.Dependents},
	{resolution.Book, resolution.Tell, resolution.Dependents},
	{meeting.Book, meeting.Tell, meeting.Dependents},
	{meeting.Items, meeting.TellItem, nil},
	{member.Names, member.TellName, member.Dependents},
	{resolution.Parts, resolution.TellPart, nil},
	{member.Book, member.Tell, nil},
	{task.Book, task.Tell, task.Dependents},
	{task.Notes, task.TellNote, nil},
}

// told gives a record of the shelf as the page of an entry shows it, and the unit whose it is.
func (s shelf) told(t *store.Tx, record int64) (Record, int64, error) {
	one := Record{Table: s.book.Table, Record: record}
	switch s.book {
	case figure.Book:
		f, err := figure.ByRecord(t, record)
		one.Name, one.Of, one.Value = f.Name(), f.Period, &f.Value
		return one, f.Unit, err
	case target.Book:
		g, err := target.ByRecord(t, record)
		one.Name, one.Of, one.Aim = g.Name(), g.Period, &g.Content
		return one, g.Owner, err
	}
	v, _, err := s.tell(t, record)
	one.Name, one.Of = v.Name, v.Period
	return one, v.Unit, err
}
