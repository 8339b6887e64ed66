package intake

import (
	"strings"

	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/meeting"
	"hamrong/internal/member"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/title"
)

// shelf is one kind of record that an entry can have written.
type shelf struct {
	book       *ledger.Book
	dependents func(*store.Tx, int64) ([]ledger.Dependent, error)
	name       func(*store.Tx, int64) (string, error)
}

// shelves are all of them; undoing an entry goes through each.
var shelves = []shelf{
	{figure.Book, figure.Dependents, func(t *store.Tx, r int64) (string, error) {
		f, err := figure.ByRecord(t, r)
		return f.Subject + ": " + f.Category, err
	}},
	{target.Book, target.Dependents, func(t *store.Tx, r int64) (string, error) {
		g, err := target.ByRecord(t, r)
		return g.Subject + " " + g.Measure, err
	}},
	{title.Book, title.Dependents, func(t *store.Tx, r int64) (string, error) {
		x, err := title.ByRecord(t, r)
		return x.Wording, err
	}},
	{resolution.Book, resolution.Dependents, func(t *store.Tx, r int64) (string, error) {
		x, err := resolution.ByRecord(t, r)
		return strings.TrimSpace(x.Name + " " + x.Congress), err
	}},
	{meeting.Book, meeting.Dependents, func(t *store.Tx, r int64) (string, error) {
		x, err := meeting.ByRecord(t, r)
		return x.Name, err
	}},
	{meeting.Items, nil, func(t *store.Tx, r int64) (string, error) {
		x, err := meeting.ItemByRecord(t, r)
		return strings.TrimSpace(x.Who + " " + x.What), err
	}},
	{member.Names, member.Dependents, func(t *store.Tx, r int64) (string, error) {
		x, err := member.NameByRecord(t, r)
		return x.Name, err
	}},
	{resolution.Parts, nil, func(t *store.Tx, r int64) (string, error) {
		x, err := resolution.PartByRecord(t, r)
		return x.Text, err
	}},
}
