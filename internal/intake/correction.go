package intake

import (
	"strconv"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Correction is one field of a fact that the clerk corrected while entering it. It is kept with
// the record, because the sentence that the record opens to says something else.
type Correction struct {
	Field string `json:"field"` // year, level, count …, named as on the entering page
	Read  string `json:"read"`  // what the source says, "" where it says nothing
	Meant string `json:"meant"` // what was entered, as typed; "" where the clerk took it away
	Entry int64  `json:"-"`     // the entry that wrote it: who and when
}

var correctionsOf = store.Whole(access.See, "what was corrected while entering a record stands beside it, for those who may see the record",
	`SELECT n.entry_id, n.corrections FROM intake_entered n WHERE n.kind = $1 AND n.record_id = $2 ORDER BY n.entry_id, n.mark`)

// CorrectionsOf lists what was corrected when a record of a book, which the caller may see, was entered.
func CorrectionsOf(t *store.Tx, book *ledger.Book, record int64) (list []Correction, err error) {
	_, err = store.All(t, correctionsOf, func(r store.Row) (int, error) {
		var entry int64
		var made []Correction
		err := r.Scan(&entry, store.JSON(&made))
		for _, c := range made {
			c.Entry = entry
			list = append(list, c)
		}
		return len(made), err
	}, book.Table, record)
	return list, err
}

var correctedFigures = store.Scoped(access.See, `SELECT n.record_id, n.corrections FROM intake_entered n
JOIN figure f ON f.record_id = n.record_id WHERE n.kind = $1 AND f.unit_id = $2 AND f.period = $3 AND f.ended_by IS NULL
AND {scope:f.unit_id} ORDER BY n.record_id`)

// CorrectedFigures lists the records of a unit's standing figures of a period that were corrected while they were entered.
func CorrectedFigures(t *store.Tx, unit int64, p period.Period) (records []int64, err error) {
	_, err = store.All(t, correctedFigures, func(r store.Row) (int64, error) {
		var record int64
		var made []Correction
		err := r.Scan(&record, store.JSON(&made))
		if len(made) > 0 {
			records = append(records, record)
		}
		return record, err
	}, figure.Book.Table, unit, string(p))
	return records, err
}

// fieldNames are the names of fields that mean something of their own in a group.
var fieldNames = map[Group]map[string]string{
	Target: {"year": "period", "higher": "or_higher", "words": "subject", "more": "measure"},
	Title:  {"more": "title"},
	Person: {"more": "positions"},
}

// Corrections lists the fields of an item that the clerk corrected.
func (s *Sheet) Corrections(it Item) []Correction {
	list := []Correction{}
	if !it.corrected() {
		return list
	}
	read := s.read(it).fields()
	for i, f := range s.meant(it).fields() {
		if f.value == "" {
			continue
		}
		name := f.name
		if own, ok := fieldNames[it.Group][name]; ok {
			name = own
		}
		list = append(list, Correction{Field: name, Read: read[i].value, Meant: typed(f.value)})
	}
	return list
}

// Wrong says which fields of an item's correction are wrong, as a fault with a sentence at each.
func (s *Sheet) Wrong(it Item) error { return it.Edit.Validate(it.Group, s.read(it)) }

// meant is an item's correction, none while it is wrong.
func (s *Sheet) meant(it Item) Fix {
	if s.Wrong(it) != nil {
		return Fix{}
	}
	return it.Edit
}

// read gives what the report says of an item, in the fields of a correction.
func (s *Sheet) read(it Item) Fix {
	f := s.Document.Facts
	switch it.Group {
	case Class:
		c := f.Classification[it.Place]
		return Fix{Year: string(c.Year), Level: string(c.CategoryNorm), Count: digits(c.Count), OfTotal: digits(c.OfTotal),
			Percent: text(c.PercentWritten), OrHigher: yesNo(c.CumulativeUp), Words: c.Subject}
	case Target:
		c := f.Targets[it.Place]
		return Fix{Year: string(c.Period), Level: string(c.Level), Values: decimals(c.Values), Comparator: string(c.Comparator),
			OrHigher: yesNo(c.OrHigher), Words: c.Subject, More: c.Measure}
	case Title:
		c := f.Titles[it.Place]
		return Fix{Year: string(c.Year), More: c.Title}
	case Person:
		return Fix{More: strings.Join(f.People[it.Place].Positions, "; ")}
	}
	return Fix{}
}

func digits(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func decimals(values []float64) string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
	}
	return strings.Join(list, " - ")
}
