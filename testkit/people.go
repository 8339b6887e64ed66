package testkit

import (
	"context"
	"strconv"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/store"
	"hamrong/internal/viet"
)

const why = "tests place units and people without the services that guard them"

var (
	countUnits  = store.Whole(access.Gate, why, `SELECT id FROM unit ORDER BY id LIMIT 1`)
	addUnit     = store.Whole(access.Gate, why, `INSERT INTO unit (line, founded_on) VALUES ('party', '1990-01-01') RETURNING id`)
	addState    = store.Whole(access.Gate, why, `INSERT INTO unit_state (unit_id, valid_from, name, folded, kind, level, parent_id) VALUES ($1, '1990-01-01', $2, $3, $4, $5, NULLIF($6, 0))`)
	addSelf     = store.Whole(access.Gate, why, `INSERT INTO unit_lineage (unit_id, ancestor_id, depth, valid_from, valid_until) VALUES ($1, $1, 0, '1990-01-01', '9999-12-31')`)
	addLineage  = store.Whole(access.Gate, why, `INSERT INTO unit_lineage (unit_id, ancestor_id, depth, valid_from, valid_until) SELECT $1, ancestor_id, depth + 1, valid_from, valid_until FROM unit_lineage WHERE unit_id = $2`)
	addAccount  = store.Whole(access.Gate, why, `INSERT INTO account (login, name, created_at) VALUES ($1, $2, {now}) RETURNING id`)
	anyAccounts = store.Whole(access.Gate, why, `SELECT COUNT(*) FROM account`)
	addGrant    = store.Whole(access.Gate, why, `INSERT INTO access_grant (account_id, role, unit_id, valid_from) VALUES ($1, $2, $3, '1990-01-01') RETURNING id`)
)

// Root gives the database's first unit, founding one if there is none: Đảng bộ Sở Cầu Đá, since 1990.
func Root(t testing.TB, db *store.DB) int64 {
	t.Helper()
	var id int64
	err := db.Read(context.Background(), directory.New(db).Console(0, "test.read"), func(tx *store.Tx) error {
		ids, err := store.All(tx, countUnits, scanID)
		if len(ids) > 0 {
			id = ids[0]
		}
		return err
	})
	if err != nil {
		t.Fatalf("root unit: %v", err)
	}
	if id != 0 {
		return id
	}
	return found(t, db, unit{name: "Đảng bộ Sở Cầu Đá", kind: "dang_bo_co_so", level: "base"})
}

// Unit founds a branch below parent, since 1990.
func Unit(t testing.TB, db *store.DB, parent int64, name string) int64 {
	t.Helper()
	return found(t, db, unit{name: name, kind: "chi_bo", level: "branch", parent: parent})
}

type unit struct {
	name, kind, level string
	parent            int64
}

func found(t testing.TB, db *store.DB, u unit) int64 {
	t.Helper()
	var id int64
	write(t, db, func(tx *store.Tx) (err error) {
		if id, err = store.Insert(tx, addUnit); err != nil {
			return err
		}
		if _, err = tx.Exec(addState, id, u.name, viet.Fold(u.name), u.kind, u.level, u.parent); err != nil {
			return err
		}
		if _, err = tx.Exec(addSelf, id); err != nil {
			return err
		}
		_, err = tx.Exec(addLineage, id, u.parent)
		return err
	})
	return id
}

// Signed gives the context of a new account that holds role over unit; unit 0
// means Root. An account with several roles: call Grant with its id.
func Signed(t testing.TB, db *store.DB, role access.Role, unit int64) context.Context {
	t.Helper()
	if unit == 0 {
		unit = Root(t, db)
	}
	id := Account(t, db)
	Grant(t, db, id, role, unit)
	return access.WithCaller(t.Context(), access.Caller{Account: id})
}

// Account gives a new account without a password and without any grant.
func Account(t testing.TB, db *store.DB) int64 {
	t.Helper()
	var id int64
	write(t, db, func(tx *store.Tx) error {
		n, err := store.One(tx, anyAccounts, scanID)
		if err != nil {
			return err
		}
		login := "nguoi" + strconv.FormatInt(n+1, 10)
		id, err = store.Insert(tx, addAccount, login, "Người "+strconv.FormatInt(n+1, 10))
		return err
	})
	return id
}

// Grant gives an account a role over a unit and all below it, since 1990.
func Grant(t testing.TB, db *store.DB, account int64, role access.Role, unit int64) {
	t.Helper()
	write(t, db, func(tx *store.Tx) error {
		_, err := store.Insert(tx, addGrant, account, string(role), unit)
		return err
	})
}

func write(t testing.TB, db *store.DB, fn func(*store.Tx) error) {
	t.Helper()
	if err := db.Write(context.Background(), directory.New(db).Console(0, "test.place"), fn); err != nil {
		t.Fatalf("place: %v", err)
	}
}

func scanID(r store.Row) (int64, error) { var id int64; return id, r.Scan(&id) }
