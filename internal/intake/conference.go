package intake

import (
	"hamrong/internal/member"
	"hamrong/internal/report"
	"hamrong/internal/store"
)

// roleOf makes a name in its role of a person that the report names; it never makes a person.
func roleOf(p report.Person, meeting int64) member.NewName {
	var n member.NewName
	n.Name, n.Positions, n.Role, n.Meeting = p.Name, p.Positions, p.Role, meeting
	return n
}

// meetings enters the wished items that make up conferences.
func (s *Sheet) meetings(t *store.Tx, entry int64, w Wish, out *Outcome) error { return nil }
