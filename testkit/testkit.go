// Package testkit gives tests a real database and people to act in it.
package testkit

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"hamrong/internal/store"
)

// Main runs a package's tests and ends the PostgreSQL that they may have started:
//
//	func TestMain(m *testing.M) { testkit.Main(m) }
func Main(m *testing.M) {
	mainCalled = true
	code := m.Run()
	if err := stopServer(); err != nil {
		os.Stderr.WriteString("testkit: " + err.Error() + "\n")
		code = max(code, 1)
	}
	os.Exit(code)
}

// mainCalled tells Databases that somebody will end the server.
var mainCalled bool

// NewDB gives an empty SQLite database of the newest schema, closed with the test.
func NewDB(t testing.TB) *store.DB { return NewDBAt(t, time.Now) }

// NewDBAt is NewDB with a clock of the test's own.
func NewDBAt(t testing.TB, clock func() time.Time) *store.DB {
	t.Helper()
	return open(t, store.Options{Dir: emptyDir(t), Clock: clock})
}

// Databases runs a test on SQLite and on PostgreSQL, each time on an empty database.
func Databases(t *testing.T, test func(t *testing.T, db *store.DB)) {
	t.Helper()
	Places(t, func(t *testing.T, o store.Options) { test(t, open(t, o)) })
}

// Places is Databases for tests that open and close the database themselves.
func Places(t *testing.T, test func(t *testing.T, o store.Options)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, store.Options{Dir: emptyDir(t)}) })
	t.Run("postgres", func(t *testing.T) { test(t, store.Options{Dir: t.TempDir(), URL: NewPostgres(t)}) })
}

func open(t testing.TB, o store.Options) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), o)
	if err != nil {
		t.Fatalf("open database: %v", err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("close database: %v", err)
		}
	})
	return db
}

// migrated is the content of an empty SQLite database, made once a test run.
var migrated = sync.OnceValues(func() (content []byte, err error) {
	dir, err := os.MkdirTemp("", "hamrong-empty-")
	if err != nil {
		return nil, err
	}
	defer func() {
		if e := os.RemoveAll(dir); err == nil {
			err = e
		}
	}()
	db, err := store.Open(context.Background(), store.Options{Dir: dir})
	if err != nil {
		return nil, err
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(dir, store.File))
})

// emptyDir is a data directory with an empty database of the newest schema.
func emptyDir(t testing.TB) string {
	t.Helper()
	content, err := migrated()
	if err != nil {
		t.Fatalf("migrate: %v", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, store.File), content, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}
