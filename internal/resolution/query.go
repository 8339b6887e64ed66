package resolution

import (
	"hamrong/internal/ledger"
	"regexp"
	"strings"

	"hamrong/internal/period"
	"hamrong/internal/store"
)

// numberSign is the word that people type before a number.
var numberSign = regexp.MustCompile(`(?i)^số:?\s+`)

// Title is how the record is called on one line: name, congress and number, each once.
func (c Content) Title() string {
	title := Called(c.Name, c.Congress)
	if number := numberSign.ReplaceAllString(c.Number, ""); number != "" && !strings.Contains(" "+title+" ", " "+number+" ") {
		if strings.HasSuffix(title, " số") { // "… chuyển đổi số"
			title += ","
		}
		title += " số " + number
	}
	return title
}

// Called is the name of a paper with the number of its congress, where the name does not say it.
func Called(name, congress string) string {
	switch {
	case congress == "" || strings.Contains(" "+name+" ", " "+congress+" "):
		return name
	case strings.HasPrefix(strings.ToLower(congress), "khóa") || strings.Contains(name, "lần thứ"):
		return name + " " + congress
	}
	return name + " lần thứ " + congress
}

// Of lists the standing records of a unit's register, the oldest first.
func Of(t *store.Tx, unit int64) ([]Resolution, error) { return store.All(t, ofUnit, scan, unit) }

// Reaching lists the standing records that reach a unit on a day: those of its own
// register, then those of the units above it, the nearest first. What a report told the
// unit of and the issuing body holds as well comes once, as the unit's own.
func Reaching(t *store.Tx, unit int64, day period.Date) ([]Resolution, error) {
	all, err := store.All(t, reaching, scan, unit, string(day))
	if err != nil {
		return nil, err
	}
	list := make([]Resolution, 0, len(all))
next:
	for _, r := range all {
		for _, kept := range list {
			if kept.Content.Same(r.Content) {
				continue next
			}
		}
		list = append(list, r)
	}
	return list, nil
}

// InForce lists the records that bind a unit on any day of a year: its own and those of the
// units above it, among them those that it studied and so holds in its register.
func InForce(t *store.Tx, unit int64, year int) ([]Resolution, error) {
	first, last := period.Date(period.Year(year)+"-01-01"), period.Year(year).End()
	all, err := Reaching(t, unit, last)
	if err != nil {
		return nil, err
	}
	list := make([]Resolution, 0, len(all))
	for _, r := range all {
		if r.InForceDuring(first, last) {
			list = append(list, r)
		}
	}
	return list, nil
}

// Versions lists the versions of a record, the oldest first; NotFound if there is no such record.
func Versions(t *store.Tx, record int64) ([]Resolution, error) { return records.Versions(t, record) }

// ByRecord gives the last version of a record, which stands unless Ended says otherwise.
func ByRecord(t *store.Tx, record int64) (Resolution, error) { return records.Last(t, record) }

// Tell gives what the ledger tells of a record's last version: whose it is, how it calls itself.
func Tell(t *store.Tx, record int64) (current ledger.Version, all []ledger.Version, err error) {
	return records.Tell(t, record)
}

// CarriedBy lists the standing programmes and plans that carry a record out, in all units
// that the caller may see.
func CarriedBy(t *store.Tx, record int64) ([]Resolution, error) {
	return store.All(t, ofParent, scan, record)
}

// PartsOf lists the standing parts of a resolution in their order.
func PartsOf(t *store.Tx, resolution int64) ([]Part, error) {
	return store.All(t, partsOf, scanPart, resolution)
}

// PartByRecord gives the last version of a part.
func PartByRecord(t *store.Tx, record int64) (Part, error) { return parts.Last(t, record) }

// TellPart gives what the ledger tells of a part's last version.
func TellPart(t *store.Tx, record int64) (current ledger.Version, all []ledger.Version, err error) {
	return parts.Tell(t, record)
}
