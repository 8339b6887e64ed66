// Command run runs every test of the module, shows what failed, and ends with how
// many tests ran. A skipped test is a failure: nothing here is optional.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// event is one line of go test -json.
type event struct {
	Action  string
	Package string
	Test    string
	Output  string
	Elapsed float64
}

// tally counts the tests of a run.
type tally struct {
	passed, failed, skipped int
	output                  map[string]*strings.Builder // by package and test, shown if it fails
}

func main() {
	// -count=1: some tests build the program beside them, of which the cache of results knows nothing.
	cmd := exec.Command("go", "test", "-count=1", "-json", "-timeout", "14m", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		fail(err)
	}
	if err := cmd.Start(); err != nil {
		fail(err)
	}
	t := tally{output: map[string]*strings.Builder{}}
	if err := t.read(out); err != nil {
		fail(err)
	}
	err = cmd.Wait()
	fmt.Printf("%d passed, %d failed, %d skipped\n", t.passed, t.failed, t.skipped)
	if err != nil || t.failed > 0 || t.skipped > 0 || t.passed == 0 {
		os.Exit(1)
	}
}

func (t *tally) read(r io.Reader) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			fmt.Println(lines.Text()) // a build error is no JSON
			continue
		}
		t.add(e)
	}
	return lines.Err()
}

func (t *tally) add(e event) {
	key := e.Package + " " + e.Test
	switch e.Action {
	case "output", "build-output":
		b := t.output[key]
		if b == nil {
			b = &strings.Builder{}
			t.output[key] = b
		}
		b.WriteString(e.Output)
		if e.Action == "build-output" {
			fmt.Print(e.Output)
		}
	case "pass":
		if e.Test != "" {
			t.passed++
		} else {
			fmt.Printf("ok   %s %.1fs\n", e.Package, e.Elapsed)
		}
		delete(t.output, key)
	case "fail":
		if e.Test != "" {
			t.failed++
		} else {
			fmt.Printf("FAIL %s %.1fs\n", e.Package, e.Elapsed)
		}
		if b := t.output[key]; b != nil {
			fmt.Print(b.String())
		}
	case "skip":
		if e.Test != "" {
			t.skipped++
			fmt.Printf("SKIP %s\n", key)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
