package store

import (
	"context"
	"testing"
)

func TestOpen_migratesTwice(t *testing.T) {
	dir := t.TempDir()
	for range 2 {
		db, err := Open(context.Background(), Options{Dir: dir})
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Sessions().Commit("token", []byte("x"), db.Now().Add(1e12)); err != nil {
			t.Fatal(err)
		}
		if _, found, err := db.Sessions().Find("token"); err != nil || !found {
			t.Fatalf("found %v, %v", found, err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
