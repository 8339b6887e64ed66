package testkit

import (
	"context"

	"hamrong/internal/access"
)

// Meanwhile is a door at which somebody else does something just before the write of an
// action is let in: between the look at a record and the write to it.
type Meanwhile struct {
	access.Door
	Action string
	Do     func() // nil for nothing
}

// Permit lets in whom the door behind it lets in.
func (m *Meanwhile) Permit(ctx context.Context, ask access.Ask) (access.Permit, error) {
	if m.Do != nil && ask.Action == m.Action && ask.Right != access.See {
		m.Do()
	}
	return m.Door.Permit(ctx, ask)
}
