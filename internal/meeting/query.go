package meeting

import (
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Of lists a unit's standing meetings, the newest year first.
func Of(t *store.Tx, unit int64) ([]Meeting, error) { return store.All(t, ofUnit, scan, unit) }

// Versions lists the versions of a record, the oldest first; NotFound if there is no such record.
func Versions(t *store.Tx, record int64) ([]Meeting, error) { return records.Versions(t, record) }

// ByRecord gives the last version of a meeting, which stands unless Ended says otherwise.
func ByRecord(t *store.Tx, record int64) (Meeting, error) { return records.Last(t, record) }

// Tell gives what the ledger tells of a record's last version: whose it is, how it calls itself.
func Tell(t *store.Tx, record int64) (current ledger.Version, all []ledger.Version, err error) {
	return records.Tell(t, record)
}

// OfDocument lists the standing meetings that were first read from a document, in the order of its text.
func OfDocument(t *store.Tx, document int64) ([]Meeting, error) {
	return store.All(t, ofDocument, scan, document)
}

// Studying lists the meetings at which a resolution was studied or told of.
func Studying(t *store.Tx, resolution int64) ([]Meeting, error) {
	return store.All(t, studying, scan, resolution)
}

// ItemsOf lists the standing items of a meeting in the report's own order.
func ItemsOf(t *store.Tx, meeting int64) ([]Item, error) {
	return store.All(t, itemsOf, scanItem, meeting)
}

// ItemsAbout lists the items, of all meetings that the caller may see, about a resolution.
func ItemsAbout(t *store.Tx, resolution int64) ([]Item, error) {
	return store.All(t, itemsAbout, scanItem, resolution)
}

// ItemByRecord gives the last version of an item.
func ItemByRecord(t *store.Tx, record int64) (Item, error) { return items.Last(t, record) }

// TellItem gives what the ledger tells of an item's current version, which speaks of its meeting's
// year, and of all versions: each speaks of every year that the meeting had while it stood.
func TellItem(t *store.Tx, record int64) (current ledger.Version, all []ledger.Version, err error) {
	list, err := items.Versions(t, record)
	if err != nil {
		return current, nil, err
	}
	for _, i := range list {
		meetings, err := Versions(t, i.Meeting)
		if err != nil {
			return current, nil, err
		}
		for _, m := range meetings {
			if (i.Ended == 0 || m.Begun <= i.Ended) && (m.Ended == 0 || m.Ended > i.Begun) {
				v := i.version()
				v.Period = m.Period()
				all = append(all, v)
			}
		}
		if i.ID == items.Current(list).ID {
			current = i.version()
			current.Period = records.Current(meetings).Period()
		}
	}
	return current, all, nil
}
