package ledger

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/store"
)

// Desk is where people keep one kind of record by hand: the database behind its door.
// Each call asks the door for its permit and runs in one transaction.
type Desk[R any] struct {
	db      *store.DB
	door    access.Door
	records Records[R]
}

// NewDesk gives the desk of a kind of record.
func NewDesk[R any](db *store.DB, door access.Door, records Records[R]) Desk[R] {
	return Desk[R]{db: db, door: door, records: records}
}

// Read runs fn on what the caller may see of a unit; 0 for all units.
func (d Desk[R]) Read(ctx context.Context, unit int64, action string, fn func(*store.Tx) error) error {
	p, err := d.door.Permit(ctx, access.Ask{Right: access.See, Unit: unit, Action: action})
	if err != nil {
		return err
	}
	return d.db.Read(ctx, p, fn)
}

// Write runs fn in a write for a unit, with the right that it needs.
func (d Desk[R]) Write(ctx context.Context, need access.Right, unit int64, action string, fn func(*store.Tx) error) error {
	p, err := d.door.Permit(ctx, access.Ask{Right: need, Unit: unit, Action: action})
	if err != nil {
		return err
	}
	return d.db.Write(ctx, p, fn)
}

// Last gives the last version of a record that the caller may see.
func (d Desk[R]) Last(ctx context.Context, record int64, action string) (last R, err error) {
	err = d.Read(ctx, 0, action, func(t *store.Tx) error { last, err = d.records.Last(t, record); return err })
	return last, err
}

// On runs fn on the standing version of a record in a write for its unit, with the right
// that it needs. A Conflict fault where the record was taken back, be it a moment ago.
func (d Desk[R]) On(ctx context.Context, need access.Right, record int64, action string, fn func(*store.Tx, R) error) error {
	seen, err := d.Last(ctx, record, action)
	if err != nil {
		return err
	}
	return d.Write(ctx, need, d.records.Version(seen).Unit, action, func(t *store.Tx) error {
		r, err := d.records.Standing(t, record)
		if err != nil {
			return err
		}
		return fn(t, r)
	})
}
