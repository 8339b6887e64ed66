package ledger

import (
	"hamrong/internal/fault"
	"hamrong/internal/store"
)

// Edit is why a record changes, and which version of it the form showed: somebody else may
// have written another since.
type Edit struct {
	Seen   int64 // the entry that began the version shown
	Reason string
}

// Why says from which paper something is typed, and why, where that has to be said: a closed
// year takes only corrections with their reason.
type Why struct{ Paper, Reason string }

// Meanwhile is the fault of a change that would write over what its author has not seen.
func Meanwhile() error { return fault.New(fault.Conflict, "ledger.changed_meanwhile") }

// Edit begins the entry of a change to a standing version; a Conflict fault where the form
// showed another one.
func (k Records[R]) Edit(t *store.Tx, standing R, e Edit) (entry int64, err error) {
	if k.Version(standing).Begun != e.Seen {
		return 0, Meanwhile()
	}
	return Begin(t, New{Kind: Change, Reason: e.Reason})
}
