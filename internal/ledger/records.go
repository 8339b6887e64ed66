package ledger

import (
	"hamrong/internal/fault"
	"hamrong/internal/store"
)

// Records is how one kind of record is read, whose versions are values of R.
type Records[R any] struct {
	Book    *Book
	Rows    *store.Stmt // the versions of the record $1 that the caller may see, the oldest first
	Scan    func(store.Row) (R, error)
	Version func(R) Version // what the ledger tells of a version
	Gone    string          // locale key of the sentence that a record was taken back
}

// Versions lists the versions of a record, the oldest first; NotFound if there is no such record.
func (k Records[R]) Versions(t *store.Tx, record int64) ([]R, error) {
	list, err := store.All(t, k.Rows, k.Scan, record)
	if err == nil && len(list) == 0 {
		err = fault.New(fault.NotFound, "fault.not_found")
	}
	return list, err
}

// Current gives of the versions of a record the one that stands, or the one that stood last: after
// an undo it is an earlier one that stands again.
func (k Records[R]) Current(versions []R) R {
	current := versions[0]
	for _, r := range versions[1:] {
		ended, latest := k.Version(r).Ended, k.Version(current).Ended
		if ended == 0 || latest != 0 && ended > latest {
			current = r
		}
	}
	return current
}

// Last gives the current version of a record, which stands unless it was ended.
func (k Records[R]) Last(t *store.Tx, record int64) (last R, err error) {
	list, err := k.Versions(t, record)
	if err != nil {
		return last, err
	}
	return k.Current(list), nil
}

// History is a record through time.
type History[R any] struct {
	Current  R
	Versions []R // the oldest first
	Story    []Step
}

// History gives a record through time; NotFound if there is no such record.
func (k Records[R]) History(t *store.Tx, record int64) (h History[R], err error) {
	if h.Versions, err = k.Versions(t, record); err != nil {
		return h, err
	}
	h.Current = k.Current(h.Versions)
	h.Story, err = Story(t, k.Told(h.Versions))
	return h, err
}

// Tell gives what the ledger tells of the current version of a record, and of all its versions.
func (k Records[R]) Tell(t *store.Tx, record int64) (current Version, all []Version, err error) {
	list, err := k.Versions(t, record)
	if err != nil {
		return current, nil, err
	}
	return k.Version(k.Current(list)), k.Told(list), nil
}

// Standing gives a record's standing version; a Conflict fault where it was taken back.
func (k Records[R]) Standing(t *store.Tx, record int64) (R, error) {
	last, err := k.Last(t, record)
	if err == nil && k.Version(last).Ended != 0 {
		err = fault.New(fault.Conflict, k.Gone)
	}
	return last, err
}

// End ends standing versions under an entry: those of the parts of what it takes back.
func (k Records[R]) End(t *store.Tx, list []R, entry int64) error {
	for _, r := range list {
		if err := k.Book.End(t, k.Version(r).Record, entry); err != nil {
			return err
		}
	}
	return nil
}

// Told gives versions as a story is told from them.
func (k Records[R]) Told(list []R) []Version {
	told := make([]Version, 0, len(list))
	for _, r := range list {
		told = append(told, k.Version(r))
	}
	return told
}
