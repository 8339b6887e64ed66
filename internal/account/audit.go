package account

import (
	"context"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/store"
)

// Act is one entry of the audit chain: ids and no names, so that erasing a person leaves it whole.
type Act struct {
	ID      int64
	At      time.Time
	Account int64 // 0 for the program itself
	Action  string
	Unit    int64 // 0 for what belongs to no unit
	Kind    string
	Object  int64
}

// PerPage is how many entries Trail gives at once.
const PerPage = 50

// told are the entries that the caller may read.
const told = `({scope:a.unit_id} OR (a.unit_id = 0 AND EXISTS (
  SELECT 1 FROM unit_state r WHERE r.parent_id IS NULL AND r.valid_from <= {today} AND r.valid_until > {today} AND {scope:r.unit_id})))`

var (
	trail = store.Scoped(access.Administer, `SELECT a.id, a.at, a.account_id, a.action, a.unit_id, a.kind, a.object_id FROM audit a
WHERE (a.id < $1 OR $1 = 0) AND `+told+` ORDER BY a.id DESC LIMIT $2`)
	newer = store.Scoped(access.Administer, `SELECT a.id FROM audit a WHERE a.id >= $1 AND `+told+` ORDER BY a.id LIMIT $2`)
)

// Trail gives the entries before an id, newest first; before 0 means the newest.
// What belongs to no unit shows to administrators of a first unit.
func (s *Service) Trail(ctx context.Context, before int64) ([]Act, error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Administer, Action: "audit.read"})
	if err != nil {
		return nil, err
	}
	var list []Act
	err = s.db.Read(ctx, p, func(t *store.Tx) (err error) {
		list, err = store.All(t, trail, func(r store.Row) (a Act, err error) {
			var at int64
			err = r.Scan(&a.ID, &at, &a.Account, &a.Action, &a.Unit, &a.Kind, &a.Object)
			a.At = time.UnixMilli(at)
			return a, err
		}, before, PerPage)
		return err
	})
	return list, err
}

// Newer gives what Trail is asked with for the page just before the one that begins before an id;
// 0 where that page is the newest.
func (s *Service) Newer(ctx context.Context, before int64) (int64, error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Administer, Action: "audit.read"})
	if err != nil {
		return 0, err
	}
	var ids []int64
	err = s.db.Read(ctx, p, func(t *store.Tx) (err error) {
		ids, err = store.All(t, newer, func(r store.Row) (id int64, err error) { return id, r.Scan(&id) }, before, PerPage+1)
		return err
	})
	if err != nil || len(ids) <= PerPage {
		return 0, err
	}
	return ids[PerPage], nil
}

// Verify recomputes the whole chain and gives how many entries it holds; an error
// names the first place where it does not hold.
func (s *Service) Verify(ctx context.Context) (int64, error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Administer, Action: "audit.verify"})
	if err != nil {
		return 0, err
	}
	return s.db.VerifyAudit(ctx, p)
}
