package durability

import (
	"bufio"
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"hamrong/internal/access/directory"
	"hamrong/internal/store"
)

func TestKill_everyAcknowledgedWriteIsFoundAgain(t *testing.T) {
	dir := t.TempDir()
	told := map[string]bool{}
	for round := range 3 {
		before := len(told)
		for _, key := range killed(t, dir, time.Duration(300+200*round)*time.Millisecond) {
			told[key] = true
		}
		if len(told)-before < 64 {
			t.Fatalf("round %d: %d answers before the kill: no load", round, len(told)-before)
		}
		found := stored(t, store.Options{Dir: dir})
		for key := range told {
			if !found[key] {
				t.Fatalf("round %d: %s was acknowledged and is lost", round, key)
			}
		}
		t.Logf("round %d: %d acknowledged, %d found", round, len(told), len(found))
	}
}

// killed runs a child under load and kills it some time after its first answer.
func killed(t *testing.T, dir string, after time.Duration) []string {
	t.Helper()
	cmd := child("load", dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	answers := make(chan string)
	go acknowledged(bufio.NewScanner(out), answers)
	var list []string
	first := true
	for key := range answers {
		if first {
			first = false
			time.AfterFunc(after, func() {
				if err := cmd.Process.Signal(syscall.SIGKILL); err != nil {
					t.Error(err)
				}
			})
		}
		list = append(list, key)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the child ended by itself")
	}
	return list
}

func TestBackup_underLoadHoldsWhatWasAcknowledgedBefore(t *testing.T) {
	dir := t.TempDir()
	db, err := store.Open(context.Background(), store.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	p := directory.New(db).Console(0, "durability")
	var (
		stop    atomic.Bool
		clients sync.WaitGroup
		mu      sync.Mutex
		told    []string
	)
	for c := range 16 {
		clients.Go(func() {
			for i := 0; !stop.Load(); i++ {
				key := fmt.Sprintf("%d-%d", c, i)
				if err := put(db, p, key, nil); err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				told = append(told, key)
				mu.Unlock()
			}
		})
	}
	// answers gives what has been acknowledged once there are at least so many.
	answers := func(least int) []string {
		for {
			mu.Lock()
			list := told[:len(told):len(told)]
			mu.Unlock()
			if len(list) >= least || t.Failed() {
				return list
			}
			time.Sleep(time.Millisecond)
		}
	}
	meanwhile, before := 0, []string(nil)
	for round := range 3 {
		before = answers(len(before) + 64) // the load is on
		file := filepath.Join(t.TempDir(), "backup.db")
		if err := store.Backup(context.Background(), store.Options{Dir: dir}, file); err != nil {
			t.Fatal(err)
		}
		during := len(answers(0)) - len(before)
		meanwhile += during
		restored := filepath.Join(t.TempDir(), "restored")
		if _, err := store.Restore(context.Background(), store.Options{Dir: restored}, file, false); err != nil {
			t.Fatal(err)
		}
		found := stored(t, store.Options{Dir: restored})
		for _, key := range before {
			if !found[key] {
				t.Errorf("round %d: %s was acknowledged before the backup and is not in it", round, key)
			}
		}
		t.Logf("round %d: %d acknowledged before, %d in the backup, %d written meanwhile", round, len(before), len(found), during)
	}
	stop.Store(true)
	clients.Wait()
	if meanwhile == 0 { // of all rounds: on one core a small backup may take its turn whole
		t.Error("nothing was written while the backups ran")
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}
