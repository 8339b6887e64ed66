package store_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"hamrong/internal/access"
	"hamrong/internal/store"
	"hamrong/testkit"
)

var sessionTokens = store.Whole(access.Gate, why, `SELECT token FROM session`)

func TestSessions_keepOnlyTheHashUntilTheirExpiry(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		s := db.Sessions()
		for token, expiry := range map[string]time.Time{"live": db.Now().Add(time.Hour), "dead": db.Now().Add(-time.Hour)} {
			if err := s.Commit(token, []byte("data of "+token), expiry); err != nil {
				t.Fatal(err)
			}
		}
		if data, found, err := s.Find("live"); err != nil || !found || string(data) != "data of live" {
			t.Errorf("live: %q, %v, %v", data, found, err)
		}
		if _, found, err := s.Find("dead"); err != nil || found {
			t.Errorf("dead: %v, %v", found, err)
		}
		if err := s.Sweep(); err != nil {
			t.Fatal(err)
		}
		var tokens []string
		err := db.Read(context.Background(), console(db), func(tx *store.Tx) (err error) { tokens, err = store.All(tx, sessionTokens, scanText); return err })
		if err != nil || len(tokens) != 1 || strings.Contains(tokens[0], "live") {
			t.Errorf("kept after the sweep: %q, %v", tokens, err)
		}
		if err := s.Delete("live"); err != nil {
			t.Fatal(err)
		}
		if _, found, _ := s.Find("live"); found {
			t.Error("found after its end")
		}
		if got := verify(t, db); got != 0 {
			t.Errorf("sessions left %d audit entries", got)
		}
	})
}

func TestOpen_keepsTheFilesToTheirOwner(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "đường dẫn có dấu ?#%")
	db := open(t, store.Options{Dir: dir})
	if err := put(db, "x"); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", f.Name(), info.Mode(), err)
		}
	}
	closed(t, db)
}

func TestOpen_refusesDataOfANewerRelease(t *testing.T) {
	testkit.Places(t, func(t *testing.T, o store.Options) {
		db := open(t, o)
		newer := store.Whole(access.Gate, why, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, TRUE)`)
		err := db.Write(context.Background(), console(db), func(tx *store.Tx) error { _, err := tx.Exec(newer); return err })
		if err != nil {
			t.Fatal(err)
		}
		closed(t, db)
		for _, reading := range []bool{false, true} {
			o.ReadOnly = reading
			if _, err := store.Open(context.Background(), o); err == nil || !strings.Contains(err.Error(), "schema_newer") {
				t.Errorf("read only %v: %v", reading, err)
			}
		}
	})
}

func TestWriter_goesOnAfterPostgreSQLDroppedItsConnection(t *testing.T) {
	url := testkit.NewPostgres(t)
	db := open(t, store.Options{URL: url})
	defer closed(t, db)
	if err := put(db, "before"); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	c, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := c.Close(ctx); err != nil {
			t.Error(err)
		}
	}()
	if _, err := c.Exec(ctx, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`); err != nil {
		t.Fatal(err)
	}
	for range 3 { // the first may find the dead connection
		if err = put(db, "after"); err == nil {
			break
		}
	}
	if err != nil || !has(t, db, "after") {
		t.Errorf("after the loss: %v", err)
	}
	if second, err := store.Open(ctx, store.Options{URL: url}); err == nil {
		t.Error("a second writer got in after the loss", second.Close())
	}
	verify(t, db)
}
