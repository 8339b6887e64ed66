package resolution

import (
	"hamrong/internal/store"
	"hamrong/internal/viet"
)

// EnterPart writes a part of a resolution of the transaction's unit. A part of the same
// kind and words that stands already is not made twice.
func EnterPart(t *store.Tx, entry, resolution int64, n NewPart) (record int64, created bool, err error) {
	n = n.settle()
	if err := n.validate(); err != nil {
		return 0, false, err
	}
	standing, err := PartsOf(t, resolution)
	if err != nil {
		return 0, false, err
	}
	last := 0
	for _, p := range standing {
		if p.same(n.PartContent) {
			return p.Record, false, nil
		}
		last = max(last, p.Place)
	}
	if n.Place == 0 {
		n.Place = last + 1
	}
	record, err = Parts.Add(t, func() (int64, error) { return writePart(t, Part{Resolution: resolution}, entry, n) })
	return record, err == nil, err
}

// same reports whether two parts are one: of one kind and number, in the same words.
func (c PartContent) same(d PartContent) bool {
	return c.Kind == d.Kind && c.Number == d.Number && viet.Same(c.Text, d.Text)
}

// writePart writes the next version of a part; one with record 0 is a new one of its resolution.
func writePart(t *store.Tx, p Part, entry int64, n NewPart) (int64, error) {
	return store.Insert(t, insertPart, p.Record, entry, n.Source.Document, n.Source.Span.Start, n.Source.Span.End, store.JSON(n.Source.Context),
		p.Resolution, n.Kind, n.Number, n.Text, n.Field, n.State, n.Place)
}

// replacePart ends the standing version of a part and writes the next one.
func replacePart(t *store.Tx, p Part, entry int64, n NewPart) error {
	n = n.settle()
	if err := n.validate(); err != nil {
		return err
	}
	if n.Place == 0 {
		n.Place = p.Place
	}
	n.Source = p.Source
	return Parts.Next(t, p.Record, entry, func() (int64, error) { return writePart(t, p, entry, n) })
}
