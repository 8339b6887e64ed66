package account

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/store"
)

// List gives the accounts that hold or held something under the caller's
// administration, each with the grants that the caller may see, by login.
func (s *Service) List(ctx context.Context) ([]Account, error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Administer, Action: "account.list"})
	if err != nil {
		return nil, err
	}
	var list []Account
	err = s.db.Read(ctx, p, func(t *store.Tx) (err error) {
		if list, err = store.All(t, seenAccounts, scanAccount); err != nil {
			return err
		}
		all, err := store.All(t, seenGrants, scanGrant)
		if err != nil {
			return err
		}
		of := map[int64][]Grant{}
		for _, g := range all {
			of[g.Account] = append(of[g.Account], g)
		}
		for i := range list {
			list[i].Grants = of[list[i].ID]
		}
		return nil
	})
	return list, err
}

// Show gives one account as List does, and whether the caller may manage it.
func (s *Service) Show(ctx context.Context, id int64) (a Account, mine bool, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Administer, Action: "account.show"})
	if err != nil {
		return Account{}, false, err
	}
	err = s.db.Read(ctx, p, func(t *store.Tx) error {
		if a, err = store.One(t, seenAccount, scanAccount, id); err != nil {
			return err
		}
		all, err := store.All(t, seenGrants, scanGrant)
		if err != nil {
			return err
		}
		for _, g := range all {
			if g.Account == id {
				a.Grants = append(a.Grants, g)
			}
		}
		n, err := store.One(t, foreignGrants, scanInt, id)
		mine = n == 0
		return err
	})
	return a, mine, err
}

// Owner gives the name of the organisation: its first unit. "" before set-up.
func (s *Service) Owner(ctx context.Context) (string, error) {
	var names []string
	err := s.db.Read(ctx, s.door.Gate("account.owner"), func(t *store.Tx) (err error) {
		names, err = store.All(t, ownerName, func(r store.Row) (n string, err error) { return n, r.Scan(&n) })
		return err
	})
	if err != nil || len(names) == 0 {
		return "", err
	}
	return names[0], nil
}

// Place is a unit over which the caller may give grants.
type Place struct {
	Unit  int64
	Name  string
	Depth int // below the unit of the caller's grant
}

// maxPlaces bounds a list of choice; beyond it a unit is reached from its own page.
const maxPlaces = 400

var (
	places = store.Scoped(access.Administer, `SELECT s.unit_id, s.name, (SELECT COUNT(*) FROM unit_lineage l WHERE l.unit_id = s.unit_id AND l.valid_from <= {today} AND l.valid_until > {today} AND {scope:l.ancestor_id}) - 1
FROM unit_state s WHERE s.valid_from <= {today} AND s.valid_until > {today} AND {scope:s.unit_id} ORDER BY 3, s.place, s.sort_key, s.unit_id LIMIT 400`)
	place = store.Scoped(access.Administer, `SELECT s.unit_id, s.name, 0 FROM unit_state s
WHERE s.unit_id = $1 AND s.valid_from <= {today} AND s.valid_until > {today} AND {scope:s.unit_id}`)
)

// Places lists the units over which the caller may give grants, the nearest
// first, at most 400; wanted, if not 0, is among them when the caller may.
func (s *Service) Places(ctx context.Context, wanted int64) ([]Place, error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Administer, Action: "account.places"})
	if err != nil {
		return nil, err
	}
	var list []Place
	err = s.db.Read(ctx, p, func(t *store.Tx) (err error) {
		if list, err = store.All(t, places, scanPlace); err != nil || wanted == 0 || len(list) < maxPlaces {
			return err
		}
		one, err := store.All(t, place, scanPlace, wanted)
		list = append(one, list...)
		return err
	})
	return list, err
}

func scanPlace(r store.Row) (p Place, err error) { return p, r.Scan(&p.Unit, &p.Name, &p.Depth) }
