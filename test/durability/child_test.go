package durability

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/store"
)

// Variables that make this test binary the writing process.
const (
	roleVar     = "HAMRONG_DURABILITY_ROLE" // "groups" or "load"
	dirVar      = "HAMRONG_DURABILITY_DIR"
	unsyncedVar = "HAMRONG_DURABILITY_UNSYNCED"
)

func TestMain(m *testing.M) {
	role := os.Getenv(roleVar)
	if role == "" {
		os.Exit(m.Run())
	}
	if err := write(role); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// child is this binary as a writing process.
func child(role, dir string, before ...string) *exec.Cmd {
	args := append(before, os.Args[0])
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), roleVar+"="+role, dirVar+"="+dir)
	cmd.Stderr = os.Stderr
	return cmd
}

var (
	insert = store.Whole(access.Gate, "rows of a test", `INSERT INTO setting (key, value) VALUES ($1, $2)`)
	keys   = store.Whole(access.Gate, "rows of a test", `SELECT key FROM setting`)
)

func put(db *store.DB, p access.Permit, key string, wait <-chan struct{}) error {
	return db.Write(context.Background(), p, func(t *store.Tx) error {
		if wait != nil {
			<-wait
		}
		_, err := t.Exec(insert, key, "value of "+key)
		return err
	})
}

func write(role string) error {
	db, err := store.Open(context.Background(), store.Options{Dir: os.Getenv(dirVar), Unsynced: os.Getenv(unsyncedVar) != ""})
	if err != nil {
		return err
	}
	p := directory.New(db).Console(0, "durability")
	if role == "load" {
		return load(db, p)
	}
	for round := range rounds {
		if err := group(db, p, round); err != nil {
			return err
		}
	}
	return db.Close()
}

const (
	rounds  = 5
	members = 8
)

// group writes one group of several requests: the first holds the writer until
// the others wait behind it. Every answer is told by one write to standard output.
func group(db *store.DB, p access.Permit, round int) error {
	hold := make(chan struct{})
	errs := make(chan error, members+1)
	var all sync.WaitGroup
	all.Go(func() { errs <- put(db, p, fmt.Sprintf("holder-%d", round), hold) })
	time.Sleep(100 * time.Millisecond)
	for i := range members {
		all.Go(func() {
			key := fmt.Sprintf("%d-%d", round, i)
			err := put(db, p, key, nil)
			if err == nil {
				_, err = os.Stdout.WriteString("ack " + key + "\n")
			}
			errs <- err
		})
	}
	time.Sleep(300 * time.Millisecond)
	close(hold)
	all.Wait()
	for range members + 1 {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// load writes from 64 clients until it is killed.
func load(db *store.DB, p access.Permit) error {
	errs := make(chan error, 64)
	start := time.Now().UnixNano()
	for c := range 64 {
		go func() {
			for i := 0; ; i++ {
				key := fmt.Sprintf("%d-%d-%d", start, c, i)
				if err := put(db, p, key, nil); err != nil {
					errs <- err
					return
				}
				if _, err := os.Stdout.WriteString("ack " + key + "\n"); err != nil {
					errs <- err
					return
				}
			}
		}()
	}
	return <-errs
}

// acknowledged reads the answers that a child told.
func acknowledged(out *bufio.Scanner, told chan<- string) {
	defer close(told)
	for out.Scan() {
		if key, ok := cutAck(out.Text()); ok {
			told <- key
		}
	}
}

func cutAck(line string) (string, bool) {
	if len(line) < 5 || line[:4] != "ack " {
		return "", false
	}
	return line[4:], true
}

// stored gives the keys in a database and checks its audit chain.
func stored(t *testing.T, o store.Options) map[string]bool {
	t.Helper()
	db, err := store.Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	p := directory.New(db).Console(0, "durability")
	set := map[string]bool{}
	err = db.Read(context.Background(), p, func(tx *store.Tx) error {
		list, err := store.All(tx, keys, func(r store.Row) (k string, err error) { return k, r.Scan(&k) })
		for _, k := range list {
			set[k] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	entries, err := db.VerifyAudit(context.Background(), p)
	if err != nil {
		t.Error(err)
	}
	if int(entries) != len(set) {
		t.Errorf("%d rows and %d audit entries", len(set), entries)
	}
	if problems, err := db.Check(context.Background(), p); err != nil || len(problems) > 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
	return set
}
