// Command rehearsal lives whole years of an invented organisation through HTTP
// alone: it starts the program on an empty data directory, does what its people
// do, works out by itself what every page must then say, and compares.
//
//	go run ./test/rehearsal --seed 7 --year 2025 --branches 18 --members 168 --out DIR
//
// It prints a line a step; the last line is "rehearsal: N steps, F failed". It
// imports nothing of the program.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// size is what the rehearsal is asked to live through.
type size struct {
	seed     uint64
	year     int // the closed year that the report tells of; targets are for the year after
	branches int
	members  int
	out      string
	program  string // path of a built program; "" builds it
	database string // postgres://… or "" for SQLite
	status   string // file for what was proven; "" for none
}

func main() {
	var s size
	flag.Uint64Var(&s.seed, "seed", 7, "whatever the people and figures are made from")
	flag.IntVar(&s.year, "year", 2025, "the year that the first report tells of")
	flag.IntVar(&s.branches, "branches", 18, "number of branches")
	flag.IntVar(&s.members, "members", 168, "number of members")
	flag.StringVar(&s.out, "out", "", "folder for papers and logs")
	flag.StringVar(&s.program, "program", "", "the built program; built if not given")
	flag.StringVar(&s.database, "database", "", "postgres://…; SQLite if not given")
	flag.StringVar(&s.status, "status", "", "the file that says what is proven, docs/status.md")
	flag.Parse()
	if s.out == "" || s.branches < 1 || s.members < s.branches || s.year < 1950 || s.year > 2150 {
		fmt.Fprintln(os.Stderr, "rehearsal: --out DIR is needed; at least one branch, and a member in each")
		os.Exit(2)
	}
	os.Exit(live(s))
}

// prepare makes the folder and clears what an earlier rehearsal left of its own there.
func prepare(out string) error {
	for _, own := range []string{"data", "restored", "backup.hamrong", "serve.log", "proven.txt"} {
		if err := os.RemoveAll(filepath.Join(out, own)); err != nil {
			return err
		}
	}
	return os.MkdirAll(out, 0o755)
}

// live runs every step and gives the exit code.
func live(s size) int {
	if err := prepare(s.out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	r := &run{size: s, org: invent(s)}
	began := time.Now()
	r.rehearse(func(step, trouble string) {
		if trouble == "" {
			fmt.Printf("ok    %-100s %5d ms\n", step, time.Since(began).Milliseconds())
		} else {
			fmt.Printf("FAIL  %s\n      %s\n", step, strings.ReplaceAll(trouble, "\n", "\n      "))
		}
		began = time.Now()
	})
	if err := r.writeProven(filepath.Join(s.out, "proven.txt")); err != nil {
		r.failed++
		fmt.Println("FAIL  write proven.txt:", err)
	}
	if s.status != "" {
		proven := map[string]bool{}
		for _, name := range r.proven {
			proven[name] = true
		}
		if err := os.WriteFile(s.status, []byte(status(proven)), 0o644); err != nil {
			r.failed++
			fmt.Println("FAIL  write the status:", err)
		}
	}
	fmt.Printf("rehearsal: %d steps, %d failed\n", r.done, r.failed)
	if r.failed > 0 {
		return 1
	}
	return 0
}
