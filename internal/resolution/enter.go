package resolution

import (
	"slices"

	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/internal/viet"
)

// Enter writes a resolution into the register of the transaction's unit and gives its
// record. A resolution that stands there already is not made twice, whichever document
// tells of it again: created is false, and only what the standing record did not say yet
// (number, motto, goals, counts of another source) is added to it as a next version.
func Enter(t *store.Tx, entry int64, n New) (record int64, created bool, err error) {
	n = n.settle()
	if err := n.validate(); err != nil {
		return 0, false, err
	}
	if err := checkParent(t, n, 0); err != nil {
		return 0, false, err
	}
	if err := checkIssuer(t, n); err != nil {
		return 0, false, err
	}
	standing, err := store.All(t, named, scan, string(n.Kind), viet.Fold(n.Name))
	if err != nil {
		return 0, false, err
	}
	for _, r := range standing {
		if !r.Content.Same(n.Content) {
			continue
		}
		merged, more := r.Content.with(n.Content)
		if !more {
			return r.Record, false, nil
		}
		return r.Record, false, replace(t, r.Record, entry, New{Content: merged, Source: r.Source})
	}
	record, err = Book.Add(t, func() (int64, error) { return insert(t, 0, entry, n) })
	return record, err == nil, err
}

// with adds to a record what another source says and the record does not.
func (c Content) with(d Content) (merged Content, more bool) {
	for _, f := range []struct{ to, from *string }{
		{&c.Issuer, &d.Issuer}, {&c.Term, &d.Term}, {&c.Number, &d.Number}, {&c.Body, &d.Body},
	} {
		if *f.to == "" && *f.from != "" {
			*f.to, more = *f.from, true
		}
	}
	if c.Motto == "" && d.Motto != "" {
		c.Motto, c.MottoAt, more = d.Motto, d.MottoAt, true
	}
	if c.Date == "" && d.Date != "" {
		c.Date, more = d.Date, true
	}
	if c.IssuerUnit == 0 && d.IssuerUnit != 0 {
		c.IssuerUnit, more = d.IssuerUnit, true
	}
	goals, counts, mottos := addGoals(c.Goals, d.Goals), addCounts(c.Counts, d.Counts), c.addMotto(d)
	more = more || len(goals) > len(c.Goals) || len(counts) > len(c.Counts) || len(mottos) > len(c.Mottos)
	c.Goals, c.Counts, c.Mottos = goals, counts, mottos
	return c, more
}

// addMotto sets another source's motto beside the first, where none of them says the same.
func (c Content) addMotto(d Content) []Motto {
	if d.Motto == "" || viet.Same(c.Motto, d.Motto) || slices.ContainsFunc(c.Mottos, func(m Motto) bool { return viet.Same(m.Text, d.Motto) }) {
		return c.Mottos
	}
	return append(slices.Clone(c.Mottos), Motto{Text: d.Motto, At: d.MottoAt})
}

func addGoals(have, also []Goal) []Goal {
	list := append([]Goal(nil), have...)
next:
	for _, g := range also {
		for _, h := range list {
			if h.Year == g.Year && viet.Same(h.Text, g.Text) {
				continue next
			}
		}
		list = append(list, g)
	}
	return list
}

func addCounts(have, also []Declared) []Declared {
	list := slices.Clone(have)
	same := sameParts(slices.Concat(have, also))
	for _, d := range also {
		if !slices.ContainsFunc(list, func(h Declared) bool { return h.Count == d.Count && same(h) == same(d) }) {
			list = append(list, d)
		}
	}
	return list
}

// checkParent refuses a programme that carries out itself, something unknown, or
// something that the unit's people cannot read.
func checkParent(t *store.Tx, n New, record int64) error {
	if n.Parent == 0 {
		return nil
	}
	if n.Parent == record || !n.Kind.Carries() {
		return fault.InvalidField("parent", "resolution.parent_wrong")
	}
	for up, seen := n.Parent, 0; up != 0; seen++ {
		r, err := ByRecord(t, up)
		if fault.KindOf(err) == fault.NotFound {
			return fault.InvalidField("parent", "resolution.parent_wrong")
		}
		if err != nil {
			return err
		}
		if r.Ended != 0 || r.Record == record || seen > 20 {
			return fault.InvalidField("parent", "resolution.parent_wrong")
		}
		up = r.Parent
	}
	return nil
}

// checkIssuer refuses an issuing unit that the unit's people neither may see nor stand below:
// naming it would say that it exists.
func checkIssuer(t *store.Tx, n New) error {
	if n.IssuerUnit == 0 {
		return nil
	}
	known, err := store.All(t, issuing, func(r store.Row) (int, error) { var one int; return one, r.Scan(&one) }, n.IssuerUnit)
	if err == nil && len(known) == 0 {
		err = fault.InvalidField("issuer_unit", "resolution.issuer_wrong")
	}
	return err
}

// insert writes one version; record 0 is the first version of a new record.
func insert(t *store.Tx, record, entry int64, n New) (int64, error) {
	return store.Insert(t, insertResolution, record, entry, n.Source.Document, n.Source.Span.Start, n.Source.Span.End, store.JSON(n.Source.Context),
		n.Kind, n.Name, viet.Fold(n.Name), n.Issuer, n.IssuerUnit, n.Congress, n.Plenum, n.Term, n.Number, n.Date, n.Motto, store.JSON(n.MottoAt), store.JSON(n.Mottos),
		store.JSON(n.Goals), store.JSON(n.Counts), n.Body, n.From, n.Until, n.Parent)
}

// replace ends the standing version of a record and writes the next one.
func replace(t *store.Tx, record, entry int64, n New) error {
	n = n.settle()
	if err := n.validate(); err != nil {
		return err
	}
	if err := checkParent(t, n, record); err != nil {
		return err
	}
	if err := checkIssuer(t, n); err != nil {
		return err
	}
	return Book.Next(t, record, entry, func() (int64, error) { return insert(t, record, entry, n) })
}

// Dependents lists what stands in the way of taking an entry back: its resolutions and
// parts that a later entry changed, parts and programmes added to them since, and those that it ended
// of what was taken back since.
func Dependents(t *store.Tx, entry int64) ([]ledger.Dependent, error) {
	return ledger.Gather(t, entry, records.Changed, records.Linked(carriedBuilt), parts.Changed, parts.Linked(partsBuilt),
		records.Orphaned(carriedGone), parts.Orphaned(partsGone))
}
