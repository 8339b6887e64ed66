package ledger

import (
	"slices"

	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Version is what the ledger tells of one version of a record.
type Version struct {
	Record, Unit int64
	Begun        int64         // the entry that wrote it
	Ended        int64         // the entry that ended it, 0 while it stands
	Name         string        // what the record calls itself
	Period       period.Period // the year or term that it speaks of, "" for none
}

// Step is one entry in the story of a record and its parts: who, when, why, and what it
// wrote for the first time, changed and took back.
type Step struct {
	Entry
	By                      string // name of the account, "" for the program itself
	Added, Changed, Removed []Version
}

// Story tells the versions of a record and of all its parts entry by entry, the oldest
// first; the parts by the negative of their ids, apart from the record's own. Entries that
// the caller may not see are left out.
func Story(t *store.Tx, versions []Version, parts ...Version) ([]Step, error) {
	byEntry := map[int64]*Step{}
	at := func(id int64) *Step {
		if byEntry[id] == nil {
			byEntry[id] = &Step{}
		}
		return byEntry[id]
	}
	versions = slices.Clone(versions)
	for _, p := range parts {
		p.Record = -p.Record
		versions = append(versions, p)
	}
	// A version that its own entry went on to complete was never seen by anybody.
	versions = slices.DeleteFunc(versions, func(v Version) bool { return v.Begun == v.Ended })
	ended := map[[2]int64]bool{} // record and the entry that ended a version of it
	for _, v := range versions {
		if v.Ended != 0 {
			ended[[2]int64{v.Record, v.Ended}] = true
		}
	}
	begun := map[[2]int64]bool{}
	for _, v := range versions {
		key := [2]int64{v.Record, v.Begun}
		begun[key] = true
		if s := at(v.Begun); ended[key] {
			s.Changed = append(s.Changed, v)
		} else {
			s.Added = append(s.Added, v)
		}
	}
	for _, v := range versions {
		if v.Ended != 0 && !begun[[2]int64{v.Record, v.Ended}] {
			s := at(v.Ended)
			s.Removed = append(s.Removed, v)
		}
	}
	return written(t, byEntry)
}

// written fills in who wrote the entries, and puts them in their order.
func written(t *store.Tx, byEntry map[int64]*Step) ([]Step, error) {
	ids := make([]int64, 0, len(byEntry))
	for id := range byEntry {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	steps := make([]Step, 0, len(ids))
	for _, id := range ids {
		found, err := store.All(t, entryByID, scan, id)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			continue
		}
		s := byEntry[id]
		s.Entry = found[0]
		if s.By, err = Writer(t, s.Entry); err != nil {
			return nil, err
		}
		steps = append(steps, *s)
	}
	return steps, nil
}
