package intake

import (
	"strings"

	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/meeting"
	"hamrong/internal/member"
	"hamrong/internal/period"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/task"
	"hamrong/internal/title"
)

// shelf is one kind of record that an entry can have written.
type shelf struct {
	book       *ledger.Book
	dependents func(*store.Tx, int64) ([]ledger.Dependent, error)
	name       func(*store.Tx, int64) (string, error)
	period     func(*store.Tx, int64) (period.Period, error) // nil where records belong to no year
}

// shelves are all of them; undoing an entry goes through each.
var shelves = []shelf{
	{book: figure.Book, dependents: figure.Dependents, name: func(t *store.Tx, r int64) (string, error) {
		f, err := figure.ByRecord(t, r)
		return f.Subject + ": " + f.Category, err
	}, period: func(t *store.Tx, r int64) (period.Period, error) {
		f, err := figure.ByRecord(t, r)
		return f.Period, err
	}},
	{book: target.Book, dependents: target.Dependents, name: func(t *store.Tx, r int64) (string, error) {
		g, err := target.ByRecord(t, r)
		return g.Subject + " " + g.Measure, err
	}, period: func(t *store.Tx, r int64) (period.Period, error) {
		g, err := target.ByRecord(t, r)
		return g.Period, err
	}},
	{book: title.Book, dependents: title.Dependents, name: func(t *store.Tx, r int64) (string, error) {
		x, err := title.ByRecord(t, r)
		return x.Wording, err
	}, period: func(t *store.Tx, r int64) (period.Period, error) {
		x, err := title.ByRecord(t, r)
		return x.Period, err
	}},
	{book: resolution.Book, dependents: resolution.Dependents, name: func(t *store.Tx, r int64) (string, error) {
		x, err := resolution.ByRecord(t, r)
		return strings.TrimSpace(x.Name + " " + x.Congress), err
	}},
	{book: meeting.Book, dependents: meeting.Dependents, name: func(t *store.Tx, r int64) (string, error) {
		x, err := meeting.ByRecord(t, r)
		return x.Name, err
	}},
	{book: meeting.Items, name: func(t *store.Tx, r int64) (string, error) {
		x, err := meeting.ItemByRecord(t, r)
		return strings.TrimSpace(x.Who + " " + x.What), err
	}},
	{book: member.Names, dependents: member.Dependents, name: func(t *store.Tx, r int64) (string, error) {
		x, err := member.NameByRecord(t, r)
		return x.Name, err
	}},
	{book: resolution.Parts, name: func(t *store.Tx, r int64) (string, error) {
		x, err := resolution.PartByRecord(t, r)
		return x.Text, err
	}},
	{book: member.Book, name: func(t *store.Tx, r int64) (string, error) {
		x, err := member.ByRecord(t, r)
		return x.Name, err
	}},
	{book: task.Book, dependents: task.Dependents, name: func(t *store.Tx, r int64) (string, error) {
		x, err := task.ByRecord(t, r)
		return x.What, err
	}},
	// A note is told by the task that it stands at.
	{book: task.Notes, name: func(*store.Tx, int64) (string, error) { return "", nil }},
}
