package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// program builds the program once for all sizes.
func program(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "hamrong")
	if out, err := exec.Command("go", "build", "-o", file, "hamrong/cmd/hamrong").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return file
}

func TestRehearsal_livesTheYearInEverySize(t *testing.T) {
	file := program(t)
	for _, s := range []size{
		{seed: 7, year: 2025, branches: 7, members: 53},
		{seed: 3, year: 2015, branches: 1, members: 3},
		{seed: 2, year: 2019, branches: 1, members: 1},
		{seed: 6, year: 2012, branches: 60, members: 3000},
		{seed: 5, year: 2021, branches: 2, members: 9, database: testkit.NewPostgres(t)},
	} {
		s.out, s.program = t.TempDir(), file
		r := &run{size: s, org: invent(s)}
		r.rehearse(func(step, trouble string) {
			if trouble != "" {
				t.Errorf("%d, %d branches: %s\n%s", s.year, s.branches, step, trouble)
			}
		})
	}
}

func TestStatus_isWhatTheRehearsalProves(t *testing.T) {
	have, err := os.ReadFile("../../docs/status.md")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, s := range steps {
		all[s.name] = true
	}
	// Every step is proven by the test above, or that test is red.
	if want := status(all); string(have) != want {
		t.Errorf("docs/status.md is out of date: go run ./test/rehearsal --out DIR --status docs/status.md")
	}
}
