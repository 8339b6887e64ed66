package intakeweb

import (
	"context"
	"runtime"

	"hamrong/internal/fault"
)

// longText is the length in bytes from which a text waits for its turn among the long ones:
// real reports are shorter.
const longText = 1 << 20

// turns bounds how many reports are worked on at once, since a long one full of figures takes
// hundreds of megabytes while it is read: the long ones follow one another, the others are as
// many at once as there are cores, and nobody's short report waits behind a long one.
type turns struct{ short, long chan struct{} }

func newTurns() turns {
	return turns{short: make(chan struct{}, max(1, runtime.NumCPU())), long: make(chan struct{}, 1)}
}

// take waits for the turn of a text of so many bytes and gives what ends it.
func (t turns) take(ctx context.Context, size int) (end func(), err error) {
	lane := t.short
	if size > longText {
		lane = t.long
	}
	select {
	case lane <- struct{}{}:
		return func() { <-lane }, nil
	case <-ctx.Done():
		return nil, fault.Wrap(ctx.Err(), fault.Unavailable, "fault.busy")
	}
}
