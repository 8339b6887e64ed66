package member

import (
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/internal/viet"
)

// Of lists the standing persons of a unit's register by name.
func Of(t *store.Tx, unit int64) ([]Person, error) { return store.All(t, ofUnit, scan, unit) }

// NamesOf lists the standing names in their roles of a unit's register by name.
func NamesOf(t *store.Tx, unit int64) ([]NameInRole, error) {
	return store.All(t, namesOfUnit, scanName, unit)
}

// NamesOfPerson lists the names that are linked to a person.
func NamesOfPerson(t *store.Tx, person int64) ([]NameInRole, error) {
	return store.All(t, namesOfPerson, scanName, person)
}

// NamesOfMeeting lists the names in their roles at a meeting, in the order of the report.
func NamesOfMeeting(t *store.Tx, meeting int64) ([]NameInRole, error) {
	return store.All(t, namesOfMeeting, scanName, meeting)
}

// NamesOfDocument lists the standing names that were read from a document.
func NamesOfDocument(t *store.Tx, document int64) ([]NameInRole, error) {
	return store.All(t, namesOfDocument, scanName, document)
}

// ByRecord gives the last version of a person, which stands unless Ended says otherwise.
func ByRecord(t *store.Tx, record int64) (Person, error) { return persons.Last(t, record) }

// Tell gives what the ledger tells of a person's last version: whose it is, how it calls itself.
func Tell(t *store.Tx, record int64) (current ledger.Version, all []ledger.Version, err error) {
	return persons.Tell(t, record)
}

// TellName gives what the ledger tells of the last version of a name in its role.
func TellName(t *store.Tx, record int64) (current ledger.Version, all []ledger.Version, err error) {
	return names.Tell(t, record)
}

// Mentions groups names that are written alike, for the clerk to say who is who.
type Mentions struct {
	Name  string
	Names []NameInRole
	Maybe []Person // persons of the same folded name, for the clerk to choose from
}

// Unlinked groups the names that nobody has said anything of yet, beside the persons that
// bear the same name. It proposes nothing more.
func Unlinked(names []NameInRole, persons []Person) []Mentions {
	list := []Mentions{}
	place := map[string]int{}
	for _, n := range names {
		if n.Person != 0 {
			continue
		}
		key := viet.Fold(n.Name)
		i, seen := place[key]
		if !seen {
			i = len(list)
			place[key] = i
			m := Mentions{Name: n.Name}
			for _, p := range persons {
				if viet.Fold(p.Name) == key {
					m.Maybe = append(m.Maybe, p)
				}
			}
			list = append(list, m)
		}
		list[i].Names = append(list[i].Names, n)
	}
	return list
}
