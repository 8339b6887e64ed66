package meeting

import (
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/target"
)

// checkResolution refuses a link to a resolution that does not stand or cannot be read.
func checkResolution(t *store.Tx, record int64) error {
	if record == 0 {
		return nil
	}
	r, err := resolution.ByRecord(t, record)
	if fault.KindOf(err) == fault.NotFound || err == nil && r.Ended != 0 {
		return fault.InvalidField("resolution", "meeting.resolution_wrong")
	}
	return err
}

// Dependents lists what stands in the way of taking an entry back: its meetings and items
// that a later entry changed, items added since to its meetings or about its resolutions,
// and targets that say that they come from one of its meetings.
func Dependents(t *store.Tx, entry int64) ([]ledger.Dependent, error) {
	list := []ledger.Dependent{}
	changed, err := Book.Changed(t, entry)
	if err != nil {
		return nil, err
	}
	for _, record := range changed {
		m, err := ByRecord(t, record)
		if err != nil {
			return nil, err
		}
		list = append(list, ledger.Dependent{Table: Book.Table, Record: record, Unit: m.Unit, Name: m.Name, Why: "ledger.changed_since"})
	}
	items, err := Items.Changed(t, entry)
	if err != nil {
		return nil, err
	}
	for _, record := range items {
		i, err := ItemByRecord(t, record)
		if err != nil {
			return nil, err
		}
		list = append(list, i.dependent("ledger.changed_since"))
	}
	built, err := store.All(t, itemsBuilt, scanItem, entry)
	if err != nil {
		return nil, err
	}
	for _, i := range built {
		list = append(list, i.dependent("ledger.linked_from"))
	}
	return adopted(t, entry, list)
}

// adopted adds the targets of other entries that were adopted at the entry's meetings or
// come from its resolutions.
func adopted(t *store.Tx, entry int64, list []ledger.Dependent) ([]ledger.Dependent, error) {
	for _, from := range []struct {
		book *ledger.Book
		of   func(*store.Tx, int64) ([]target.Target, error)
	}{{Book, target.OfMeeting}, {resolution.Book, target.OfResolution}} {
		records, err := from.book.Records(t, entry)
		if err != nil {
			return nil, err
		}
		for _, record := range records {
			targets, err := from.of(t, record)
			if err != nil {
				return nil, err
			}
			for _, g := range targets {
				if g.Begun != entry {
					list = append(list, ledger.Dependent{Table: target.Book.Table, Record: g.Record, Unit: g.Owner,
						Name: g.Subject + " " + g.Measure, Why: "ledger.linked_from"})
				}
			}
		}
	}
	return list, nil
}

func (i Item) dependent(why string) ledger.Dependent {
	name := i.What
	if name == "" {
		name = i.Who
	}
	return ledger.Dependent{Table: Items.Table, Record: i.Record, Unit: i.Unit, Name: name, Why: why}
}
