// Package mint makes permits. Go's rule for internal folders lets only the
// packages below internal/access import it, so nobody else can make one: a
// forged permit does not compile, and the zero permit is refused by the store.
package mint

import "hamrong/internal/period"

// Right is a set of things that may be done; a grant of a role gives some of them over a subtree.
type Right uint32

// The rights. Each of the writing ones implies See.
const (
	See        Right = 1 << iota // read units, years, figures, targets, documents
	Record                       // enter, change and take back records (nhập liệu)
	Structure                    // found, rename, move and end units (tổ chức)
	Decide                       // adopt targets, decide and close a year (quyết định)
	Administer                   // accounts, grants, audit chain (quản trị)
	Gate                         // the program's own work before anyone is known: sign-in, set-up
)

// Spec is what a permit says.
type Spec struct {
	Rights Right
	Caller int64       // account; 0 is the program itself
	Whole  bool        // over the whole tree: the program itself only
	Unit   int64       // the unit that was asked for; 0 for lists over all that the caller may see
	Today  period.Date // the day by whose tree the scope is taken
	AsOf   period.Date // a past day whose tree counts as well when reading; Today if none
	Action string      // what the audit chain records, "unit.rename"
}

// Permit is one checked right to act. Only New makes one that is worth anything.
type Permit struct{ spec Spec }

// New mints a permit.
func New(s Spec) Permit {
	if s.AsOf == "" {
		s.AsOf = s.Today
	}
	return Permit{spec: s}
}

// Covers reports whether the permit carries all rights in need. The zero permit covers nothing.
func (p Permit) Covers(need Right) bool { return need != 0 && p.spec.Rights&need == need }

// Spec gives a copy of what the permit says.
func (p Permit) Spec() Spec { return p.spec }
