package meeting

import (
	"hamrong/internal/store"
	"hamrong/internal/viet"
)

// Enter writes a meeting of the transaction's unit and gives its record. A meeting that
// stands already (same name, no other year or day) is not made twice, whichever document
// tells of it again: created is false, and only what the standing record did not say yet
// is added to it as a next version.
func Enter(t *store.Tx, entry int64, n New) (record int64, created bool, err error) {
	n = n.settle()
	if err := n.validate(); err != nil {
		return 0, false, err
	}
	standing, err := store.All(t, named, scan, viet.Fold(n.Name))
	if err != nil {
		return 0, false, err
	}
	for _, m := range standing {
		if !m.Content.Same(n.Content) {
			continue
		}
		merged, more := m.Content.with(n.Content)
		if !more {
			return m.Record, false, nil
		}
		return m.Record, false, replace(t, m.Record, entry, New{Content: merged, Source: m.Source})
	}
	record, err = Book.Add(t, func() (int64, error) { return insert(t, 0, entry, n) })
	return record, err == nil, err
}

// with adds to a record what another source says and the record does not.
func (c Content) with(d Content) (merged Content, more bool) {
	if c.Year == 0 && d.Year != 0 {
		c.Year, more = d.Year, true
	}
	if c.HeldOn == "" && d.HeldOn != "" {
		c.HeldOn, more = d.HeldOn, true
	}
	if c.DateWritten == "" && d.DateWritten != "" {
		c.DateWritten, more = d.DateWritten, true
	}
	if c.Place == "" && d.Place != "" {
		c.Place, more = d.Place, true
	}
	if c.SignedBy == "" && d.SignedBy != "" {
		c.SignedBy, c.SignedAt, more = d.SignedBy, d.SignedAt, true
	}
	return c, more
}

// EnterItem writes an item of a meeting of the transaction's unit. An item that says the
// same of the same persons is not made twice. Its place on the page is after the last one
// unless it is given.
func EnterItem(t *store.Tx, entry, meeting int64, n NewItem) (record int64, created bool, err error) {
	n = n.settle()
	if err := n.validate(); err != nil {
		return 0, false, err
	}
	if err := checkResolution(t, n.Resolution); err != nil {
		return 0, false, err
	}
	standing, err := ItemsOf(t, meeting)
	if err != nil {
		return 0, false, err
	}
	last := 0
	for _, i := range standing {
		if i.same(n.ItemContent) {
			return i.Record, false, nil
		}
		last = max(last, i.Place)
	}
	if n.Place == 0 {
		n.Place = last + 1
	}
	record, err = Items.Add(t, func() (int64, error) { return writeItem(t, Item{Meeting: meeting}, entry, n) })
	return record, err == nil, err
}

// writeItem writes the next version of an item; one with record 0 is a new one of its meeting.
func writeItem(t *store.Tx, i Item, entry int64, n NewItem) (int64, error) {
	return store.Insert(t, insertItem, i.Record, entry, n.Source.Document, n.Source.Span.Start, n.Source.Span.End, store.JSON(n.Source.Context),
		i.Meeting, n.Kind, n.Act, n.Who, store.JSON(n.Positions), n.What, n.SetBy, n.Resolution, n.Name, n.Place)
}

// replaceItem ends the standing version of an item and writes the next one, which keeps
// the sentence that the item was read from.
func replaceItem(t *store.Tx, i Item, entry int64, n NewItem) error {
	n = n.settle()
	if n.Place == 0 {
		n.Place = i.Place
	}
	n.Source = i.Source
	if err := n.validate(); err != nil {
		return err
	}
	if err := checkResolution(t, n.Resolution); err != nil {
		return err
	}
	return Items.Next(t, i.Record, entry, func() (int64, error) { return writeItem(t, i, entry, n) })
}

func insert(t *store.Tx, record, entry int64, n New) (int64, error) {
	return store.Insert(t, insertMeeting, record, entry, n.Source.Document, n.Source.Span.Start, n.Source.Span.End, store.JSON(n.Source.Context),
		n.Kind, n.Name, viet.Fold(n.Name), n.Year, n.DateWritten, n.HeldOn, n.Place, n.SignedBy, store.JSON(n.SignedAt))
}

// replace ends the standing version of a meeting and writes the next one.
func replace(t *store.Tx, record, entry int64, n New) error {
	n = n.settle()
	if err := n.validate(); err != nil {
		return err
	}
	return Book.Next(t, record, entry, func() (int64, error) { return insert(t, record, entry, n) })
}
