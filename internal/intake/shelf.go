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
	tell       func(*store.Tx, int64) (ledger.Version, error)
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
