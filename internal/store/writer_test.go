package store_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/store"
	"hamrong/testkit"
)

var errOwn = errors.New("the request's own refusal")

// requests are what a request may do, and whether it may be acknowledged.
var requests = []struct {
	name string
	kept bool
	run  func(t *store.Tx, key string) error
}{
	{"keeps", true, func(t *store.Tx, key string) error { return set(t, key) }},
	{"keeps two", true, func(t *store.Tx, key string) error { return errors.Join(set(t, key), set(t, key+" more")) }},
	{"refuses", false, func(t *store.Tx, key string) error { return errors.Join(set(t, key), errOwn) }},
	{"panics", false, func(t *store.Tx, key string) error {
		if err := set(t, key); err != nil {
			return err
		}
		panic("out of its mind")
	}},
	{"breaks a key", false, func(t *store.Tx, key string) error {
		if err := set(t, key); err != nil {
			return err
		}
		return set(t, key)
	}},
	{"refers to nothing", false, func(t *store.Tx, key string) error {
		if err := set(t, key); err != nil {
			return err
		}
		_, err := store.Insert(t, addOffice)
		return err
	}},
	{"fails in SQL", false, func(t *store.Tx, key string) error {
		if err := set(t, key); err != nil {
			return err
		}
		_, err := t.Exec(nonsense)
		return err
	}},
}

var nonsense = store.Whole(access.Gate, why, `UPDATE there_is_no_such_table SET a = 1`)

func set(t *store.Tx, key string) error {
	_, err := t.Exec(insertSetting, key, "")
	return err
}

func TestWrite_failuresNeverHurtNeighbours(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		const n = 700
		results := make([]error, n)
		var all sync.WaitGroup
		for i := range n {
			all.Go(func() {
				r := requests[i%len(requests)]
				results[i] = db.Write(context.Background(), console(db), func(tx *store.Tx) error { return r.run(tx, fmt.Sprint("key ", i)) })
			})
		}
		all.Wait()
		acknowledged := int64(0)
		for i, err := range results {
			r := requests[i%len(requests)]
			if (err == nil) != r.kept {
				t.Fatalf("a request that %s was answered with %v", r.name, err)
			}
			if has(t, db, fmt.Sprint("key ", i)) != r.kept {
				t.Fatalf("a request that %s: its row is kept: %v, want %v", r.name, !r.kept, r.kept)
			}
			if err == nil {
				acknowledged++
			}
		}
		if got := verify(t, db); got != acknowledged {
			t.Errorf("the chain holds %d entries, %d requests were acknowledged", got, acknowledged)
		}
	})
}

func TestWrite_translatesRefusalsOfTheDatabase(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		if err := put(db, "twice"); err != nil {
			t.Fatal(err)
		}
		if err := put(db, "twice"); !errors.Is(err, fault.Conflict) {
			t.Errorf("a key twice: %v, want a conflict", err)
		}
		err := db.Write(context.Background(), console(db), func(tx *store.Tx) error { _, err := store.Insert(tx, addOffice); return err })
		if !errors.Is(err, fault.Conflict) {
			t.Errorf("a reference to nothing: %v, want a conflict", err)
		}
	})
}

// Errors that end the transaction under the group's feet, as a full disk does.
var (
	rollsBack       = store.Whole(access.Gate, why, `INSERT OR ROLLBACK INTO setting (key, value) VALUES ('there', '') RETURNING key`)
	losesConnection = store.Whole(access.Gate, why, `SELECT pg_terminate_backend(pg_backend_pid())`)
)

func TestWrite_fatalErrorFailsTheWholeGroupAndNothingAfter(t *testing.T) {
	testkit.Places(t, func(t *testing.T, o store.Options) {
		db, fatal := open(t, o), rollsBack
		if o.URL != "" {
			fatal = losesConnection
		}
		defer closed(t, db)
		if err := put(db, "there"); err != nil {
			t.Fatal(err)
		}
		hold := make(chan struct{})
		var all sync.WaitGroup
		all.Go(func() { // keeps the writer busy until the others wait as one group
			err := db.Write(context.Background(), console(db), func(tx *store.Tx) error { <-hold; return set(tx, "before") })
			if err != nil {
				t.Errorf("the group before: %v", err)
			}
		})
		time.Sleep(50 * time.Millisecond)
		results := make([]error, 20)
		for i := range results {
			all.Go(func() {
				results[i] = db.Write(context.Background(), console(db), func(tx *store.Tx) error {
					if i == 7 {
						_, _ = store.All(tx, fatal, scanText)
						return set(tx, "outside of any transaction")
					}
					return set(tx, fmt.Sprint("group ", i))
				})
			})
		}
		time.Sleep(100 * time.Millisecond)
		close(hold)
		all.Wait()
		failed := 0
		for i, err := range results {
			if err == nil && !has(t, db, fmt.Sprint("group ", i)) && i != 7 {
				t.Errorf("request %d was acknowledged and is not there", i)
			}
			if err != nil {
				failed++
				if has(t, db, fmt.Sprint("group ", i)) {
					t.Errorf("request %d failed and is there", i)
				}
			}
		}
		if has(t, db, "outside of any transaction") {
			t.Error("the request went on after its transaction had ended")
		}
		if failed < 2 {
			t.Errorf("%d requests failed: the group did not fail as one", failed)
		}
		if err := put(db, "after"); err != nil {
			t.Errorf("the group after: %v", err)
		}
		verify(t, db)
	})
}

func TestWrite_survivesARequestThatEndsItsGoroutine(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		err := db.Write(context.Background(), console(db), func(tx *store.Tx) error {
			if err := set(tx, "gone"); err != nil {
				return err
			}
			runtime.Goexit()
			return nil
		})
		if err == nil || has(t, db, "gone") {
			t.Errorf("answered with %v, kept: %v", err, has(t, db, "gone"))
		}
		if err := put(db, "after"); err != nil {
			t.Errorf("the next write: %v", err)
		}
		verify(t, db)
	})
}

func TestWrite_swallowedErrorStaysTheRequestsOwn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		err := db.Write(context.Background(), console(db), func(tx *store.Tx) error {
			if err := set(tx, "swallowed"); err != nil {
				return err
			}
			_, _ = tx.Exec(nonsense)
			_ = set(tx, "swallowed too")
			return nil
		})
		if err == nil || has(t, db, "swallowed") || has(t, db, "swallowed too") {
			t.Errorf("answered with %v, kept: %v", err, has(t, db, "swallowed"))
		}
		if err := put(db, "after"); err != nil {
			t.Error(err)
		}
		verify(t, db)
	})
}

func TestWrite_refusesAfterCloseAndWhenCancelled(t *testing.T) {
	testkit.Places(t, func(t *testing.T, o store.Options) {
		db := open(t, o)
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		err := db.Write(ctx, console(db), func(tx *store.Tx) error { return set(tx, "late") })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %v", err)
		}
		closed(t, db)
		if err := put(db, "closed"); !errors.Is(err, fault.Unavailable) {
			t.Errorf("closed: %v", err)
		}
		db = open(t, o)
		defer closed(t, db)
		if has(t, db, "late") || has(t, db, "closed") {
			t.Error("a refused write is there")
		}
	})
}

func TestOpen_oneWriterAtATime(t *testing.T) {
	testkit.Places(t, func(t *testing.T, o store.Options) {
		db := open(t, o)
		second, err := store.Open(context.Background(), o)
		if !errors.Is(err, fault.Conflict) {
			t.Fatalf("a second writer: %v, %v", second, err)
		}
		reading := o
		reading.ReadOnly = true
		beside, err := store.Open(context.Background(), reading)
		if err != nil {
			t.Fatalf("reading beside the writer: %v", err)
		}
		if err := put(db, "seen"); err != nil {
			t.Fatal(err)
		}
		if !has(t, beside, "seen") {
			t.Error("the reader beside does not see what was acknowledged")
		}
		if err := put(beside, "written"); !errors.Is(err, fault.Unavailable) {
			t.Errorf("the reader beside writes: %v", err)
		}
		closed(t, beside)
		closed(t, db)
		closed(t, open(t, o))
	})
}

func TestOpen_continuesTheChain(t *testing.T) {
	testkit.Places(t, func(t *testing.T, o store.Options) {
		for i := range 3 {
			db := open(t, o)
			for j := range 3 {
				if err := put(db, fmt.Sprint(i, " ", j)); err != nil {
					t.Fatal(err)
				}
			}
			if got := verify(t, db); got != int64(3*(i+1)) {
				t.Errorf("after %d openings the chain holds %d entries", i+1, got)
			}
			closed(t, db)
		}
	})
}

func TestOpen_failsWithoutAPasswordInTheError(t *testing.T) {
	_, err := store.Open(context.Background(), store.Options{URL: "postgres://u:geheim@127.0.0.1:notaport/x"})
	if err == nil || strings.Contains(err.Error(), "geheim") {
		t.Errorf("got %v", err)
	}
}
