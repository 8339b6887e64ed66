// Package directory is the door that knows the grants: it loads them and the
// dated tree from the store and mints permits.
package directory

import (
	"context"
	"errors"
	"fmt"

	"hamrong/internal/access"
	"hamrong/internal/access/internal/mint"
	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Directory answers the callers of one database. It implements access.Door.
type Directory struct{ db *store.DB }

// New gives the door of a database.
func New(db *store.DB) *Directory { return &Directory{db: db} }

var (
	holds    = store.Scoped(access.See, `SELECT 1 WHERE {scope:$1}`)
	holdsAny = store.Whole(access.Gate, "the caller's own grants decide whether there is anything to list",
		`SELECT g.role FROM access_grant g JOIN account a ON a.id = g.account_id
WHERE g.account_id = $1 AND a.disabled_at = 0 AND g.valid_from <= {today} AND g.valid_until > {today}`)
)

// Permit checks what the caller of ctx asks and mints the permit for it. Someone
// who may not even see the unit is told NotFound, so that nobody learns what exists.
func (d *Directory) Permit(ctx context.Context, ask access.Ask) (access.Permit, error) {
	caller := access.From(ctx)
	if caller.Account == 0 {
		return access.Permit{}, fault.New(fault.Denied, "fault.sign_in_first")
	}
	spec := mint.Spec{Rights: access.Implied(ask.Right), Caller: caller.Account, Unit: ask.Unit, Today: d.today(), AsOf: ask.Period.End(), Action: ask.Action}
	granted := mint.New(spec)
	spec.Rights |= access.Gate // for reading the grants themselves
	err := d.db.Read(ctx, mint.New(spec), func(t *store.Tx) error { return judge(t, ask) })
	if err != nil {
		return access.Permit{}, err
	}
	return granted, nil
}

// judge holds an ask against the caller's grants and, for a unit, the dated tree.
func judge(t *store.Tx, ask access.Ask) error {
	if ask.Right&access.Gate != 0 || ask.Right == 0 {
		return fmt.Errorf("door: nobody may ask for the right %b", ask.Right)
	}
	roles, err := store.All(t, holdsAny, func(r store.Row) (access.Role, error) { var s string; err := r.Scan(&s); return access.Role(s), err }, t.Caller())
	if err != nil {
		return err
	}
	var held access.Right
	for _, r := range roles {
		held |= r.Rights()
	}
	if held&access.See == 0 {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	if held&ask.Right != ask.Right {
		return refuse(t, ask.Unit)
	}
	if ask.Unit == 0 {
		return nil
	}
	if writes := ask.Right &^ access.See; writes != 0 {
		_, err = t.On(writes, ask.Unit)
		if errors.Is(err, fault.Denied) {
			return refuse(t, ask.Unit)
		}
		return err
	}
	return seen(t, ask.Unit)
}

// refuse says Denied for a unit that the caller may see, NotFound for any other.
func refuse(t *store.Tx, unit int64) error {
	if unit != 0 {
		if err := seen(t, unit); err != nil {
			return err
		}
	}
	return fault.New(fault.Denied, "fault.denied")
}

func seen(t *store.Tx, unit int64) error {
	_, err := store.One(t, holds, func(r store.Row) (int, error) { var n int; return n, r.Scan(&n) }, unit)
	return err
}

func (d *Directory) today() period.Date { return period.Day(d.db.Now().Local()) }

// Gate mints the permit for what happens before anyone is known: sign-in, one-time
// links, sessions. It reads and writes accounts and grants only, by the right Gate.
func (d *Directory) Gate(action string) access.Permit {
	return mint.New(mint.Spec{Rights: access.Gate, Whole: true, Today: d.today(), Action: action})
}

// Console mints the permit of the program itself, for commands that the person at
// the machine runs (set-up of the first unit, demo, verify) and for nothing that a
// request over the network asks.
func (d *Directory) Console(unit int64, action string) access.Permit {
	all := access.See | access.Record | access.Structure | access.Decide | access.Administer | access.Gate
	return mint.New(mint.Spec{Rights: all, Whole: true, Unit: unit, Today: d.today(), Action: action})
}
