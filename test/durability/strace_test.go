package durability

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// seen is what the system calls of one run showed.
type seen struct {
	writes int // to the log
	syncs  int // of the log
	acks   int
	early  int // answers given while something written to the log was not yet synced
}

func TestCommit_syncsTheLogBeforeItsFirstAnswer(t *testing.T) {
	if got := watch(t, ""); got.early > 0 || got.acks != rounds*members || got.writes == 0 || got.syncs < rounds {
		t.Errorf("synchronous=FULL: %+v, want %d answers, none of them early", got, rounds*members)
	}
	// The same watch must see the difference, or it proves nothing.
	if got := watch(t, "1"); got.early == 0 || got.acks != rounds*members {
		t.Errorf("synchronous=OFF: %+v, want early answers", got)
	}
}

// watch runs the child under strace and reads what it did.
func watch(t *testing.T, unsynced string) seen {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Fatal("strace is missing: install it (Debian: apt-get install strace)")
	}
	trace := filepath.Join(t.TempDir(), "trace")
	cmd := child("groups", t.TempDir(), "strace", "-f", "-y", "-s", "16", "-o", trace, "-e", "trace=write,pwrite64,writev,pwritev,fsync,fdatasync,sync_file_range")
	cmd.Env = append(cmd.Env, unsyncedVar+"="+unsynced)
	if out, err := cmd.Output(); err != nil {
		t.Fatalf("strace: %v\n%s", err, out)
	}
	f, err := os.Open(trace)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	return follow(t, bufio.NewScanner(f))
}

var (
	begun   = regexp.MustCompile(`^(\d+) +(\w+)\(\d+<([^>]*)>(.*)$`)
	resumed = regexp.MustCompile(`^(\d+) +<\.\.\. (\w+) resumed>.*= (-?\d+)`)
)

// follow reads the calls in their order. A write counts from where it begins, a
// sync from where it has ended, so that overlapping calls are judged strictly.
func follow(t *testing.T, lines *bufio.Scanner) seen {
	t.Helper()
	var s seen
	dirty := false
	waiting := map[string]bool{} // threads inside a sync of the log
	synced := func() { s.syncs, dirty = s.syncs+1, false }
	for lines.Scan() {
		line := lines.Text()
		if m := resumed.FindStringSubmatch(line); m != nil {
			if waiting[m[1]] && m[3] == "0" {
				synced()
			}
			delete(waiting, m[1])
			continue
		}
		m := begun.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		thread, call, file, rest := m[1], m[2], m[3], m[4]
		log := strings.HasSuffix(file, "-wal")
		switch {
		case log && strings.Contains(call, "sync") && strings.Contains(rest, "unfinished"):
			waiting[thread] = true
		case log && strings.Contains(call, "sync") && strings.HasSuffix(rest, "= 0"):
			synced()
		case log:
			s.writes, dirty = s.writes+1, true
		case strings.Contains(rest, `"ack `):
			s.acks++
			if dirty {
				s.early++
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return s
}
