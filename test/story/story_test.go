// Package story runs the command line as a person does: each file is one story, with
// its commands, what they must print and how they must end.
package story

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"hamrong/internal/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"hamrong":  func() { os.Exit(hamrong()) },
		"measured": measured,
	})
}

func hamrong() int { return cli.Run(context.Background(), os.Args, cli.System()) }

// measured runs the program, and then writes its peak memory behind its errors.
func measured() {
	code := hamrong()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitUnmeasured)
	}
	fmt.Fprintln(os.Stderr, peak.FindString(string(status)))
	os.Exit(code)
}

const exitUnmeasured = 99

var peak = regexp.MustCompile(`VmHWM:\s*(\d+) kB`)

// under runs "under MB CODE COMMAND…": the command, run by measured, must end with that
// exit code and have taken less memory than so many MB.
func under(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: under MB CODE ARGUMENT…")
	}
	exits(ts, false, append([]string{args[1], "measured"}, args[2:]...))
	limit, err := strconv.Atoi(args[0])
	ts.Check(err)
	m := peak.FindStringSubmatch(ts.ReadFile("stderr"))
	if m == nil {
		ts.Fatalf("the memory was not measured")
	}
	kB, err := strconv.Atoi(m[1])
	ts.Check(err)
	ts.Logf("peak memory %d MB", kB/1024)
	if kB >= limit*1024 {
		ts.Fatalf("peak memory %d MB, want under %d", kB/1024, limit)
	}
}

func TestStories(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: ".",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"makefile": makeFile,
			"exits":    exits,
			"under":    under,
		},
	})
}

// exits runs "exits CODE COMMAND…" and demands exactly that exit code; what the
// command printed is in the files out and err.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ARGUMENT…")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	ts.Check(os.WriteFile(ts.MkAbs("out"), []byte(ts.ReadFile("stdout")), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs("err"), []byte(ts.ReadFile("stderr")), 0o600))
	if got != args[0] {
		ts.Fatalf("%s ended with %s, want %s", strings.Join(args[1:], " "), got, args[0])
	}
}

// makeFile runs "makefile KIND NAME": it makes a file that a text file cannot hold.
func makeFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: makefile KIND NAME")
	}
	make, ok := files[args[0]]
	if !ok {
		ts.Fatalf("no file of kind %q", args[0])
	}
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	if args[0] == "huge" {
		ts.Check(f.Truncate(200 << 20))
	} else {
		_, err = bytes.NewReader(make()).WriteTo(f)
		ts.Check(err)
	}
	ts.Check(f.Close())
}
