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
	for round := range 3 {
		time.Sleep(100 * time.Millisecond)
		mu.Lock()
		before := told[:len(told):len(told)]
		mu.Unlock()
		file := filepath.Join(t.TempDir(), "backup.db")
		if err := store.Backup(context.Background(), store.Options{Dir: dir}, file); err != nil {
			t.Fatal(err)
		}
		mu.Lock()
		during := len(told) - len(before)
		mu.Unlock()
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
		if during == 0 {
			t.Errorf("round %d: nothing was written while the backup ran", round)
		}
	}
	stop.Store(true)
	clients.Wait()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}
