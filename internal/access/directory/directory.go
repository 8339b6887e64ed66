// Package directory is the door that knows the grants: it loads them and the
// dated tree from the store and mints permits.
package directory

import (
	"context"

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
	rights := access.Implied(ask.Right)
	roles, err := d.roles(ctx, caller.Account)
	if err != nil {
		return access.Permit{}, err
	}
	if !anyCovers(roles, rights) {
		return access.Permit{}, refusal(roles, ask)
	}
	p := mint.New(mint.Spec{Rights: rights, Caller: caller.Account, Unit: ask.Unit, Today: d.today(), AsOf: ask.Period.End(), Action: ask.Action})
	if ask.Unit == 0 {
		return p, nil
	}
	return p, d.within(ctx, p, ask)
}

// within checks the unit of the ask against the caller's grants in the dated tree.
func (d *Directory) within(ctx context.Context, p access.Permit, ask access.Ask) error {
	return d.db.Read(ctx, p, func(t *store.Tx) error {
		writes := ask.Right &^ access.See
		if writes == 0 {
			return seen(t, ask.Unit)
		}
		if _, err := t.On(writes, ask.Unit); err != nil {
			if e := seen(t, ask.Unit); e != nil {
				return e
			}
			return err
		}
		return nil
	})
}

func seen(t *store.Tx, unit int64) error {
	_, err := store.One(t, holds, func(r store.Row) (int, error) { var n int; return n, r.Scan(&n) }, unit)
	return err
}

func (d *Directory) roles(ctx context.Context, account int64) ([]access.Role, error) {
	var roles []access.Role
	err := d.db.Read(ctx, d.Gate("grants"), func(t *store.Tx) (err error) {
		roles, err = store.All(t, holdsAny, func(r store.Row) (access.Role, error) { var s string; err := r.Scan(&s); return access.Role(s), err }, account)
		return err
	})
	return roles, err
}

func anyCovers(roles []access.Role, need access.Right) bool {
	for _, r := range roles {
		if r.Rights()&need == need {
			return true
		}
	}
	return false
}

func refusal(roles []access.Role, ask access.Ask) error {
	if anyCovers(roles, access.See) && ask.Right != access.See {
		return fault.New(fault.Denied, "fault.denied")
	}
	return fault.New(fault.NotFound, "fault.not_found")
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
