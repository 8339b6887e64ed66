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
// targets that say that they come from one of its meetings, and items that it ended of meetings
// and resolutions taken back since.
func Dependents(t *store.Tx, entry int64) ([]ledger.Dependent, error) {
	return ledger.Gather(t, entry, records.Changed, items.Changed, items.Linked(itemsBuilt), adopted,
		items.Orphaned(itemsOfGone), items.Orphaned(itemsAboutGone))
}

// adopted finds the targets of other entries that were adopted at the meetings that the entry
// made, or come from the resolutions that it made.
func adopted(t *store.Tx, entry int64) (list []ledger.Dependent, err error) {
	for _, from := range []struct {
		book *ledger.Book
		of   func(*store.Tx, int64) ([]target.Target, error)
	}{{Book, target.OfMeeting}, {resolution.Book, target.OfResolution}} {
		records, err := from.book.Founded(t, entry)
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
					list = append(list, ledger.Dependent{Table: target.Book.Table, Record: g.Record, Unit: g.Owner, Name: g.Name(), Why: ledger.LinkedFrom})
				}
			}
		}
	}
	return list, nil
}
