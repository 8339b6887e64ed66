package store_test

import (
	"context"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/store"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

const why = "a statement of a test"

var (
	insertSetting = store.Whole(access.Gate, why, `INSERT INTO setting (key, value) VALUES ($1, $2)`)
	countSettings = store.Whole(access.Gate, why, `SELECT COUNT(*) FROM setting WHERE key = $1`)
	allSettings   = store.Whole(access.Gate, why, `SELECT key FROM setting`)
	addOffice     = store.Whole(access.Gate, why, `INSERT INTO unit_office (unit_id, lead_id, valid_from) VALUES (9999, 9999, '2020-01-01') RETURNING id`)
)

func open(t *testing.T, o store.Options) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

func closed(t *testing.T, db *store.DB) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func console(db *store.DB) access.Permit { return directory.New(db).Console(0, "test") }

func put(db *store.DB, key string) error {
	return db.Write(context.Background(), console(db), func(t *store.Tx) error {
		_, err := t.Exec(insertSetting, key, "")
		return err
	})
}

func has(t *testing.T, db *store.DB, key string) bool {
	t.Helper()
	var n int64
	err := db.Read(context.Background(), console(db), func(tx *store.Tx) (err error) {
		n, err = store.One(tx, countSettings, scanInt, key)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n > 0
}

func verify(t *testing.T, db *store.DB) int64 {
	t.Helper()
	n, err := db.VerifyAudit(context.Background(), console(db))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func scanInt(r store.Row) (int64, error) { var n int64; return n, r.Scan(&n) }

func scanText(r store.Row) (string, error) { var s string; return s, r.Scan(&s) }
