package access_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// refusals are what the compiler says to each case that must not compile. Its
// twin, which does compile, shows that nothing else was wrong with it.
var refusals = map[string]string{
	"forged_literal":            "cannot refer to unexported field spec",
	"minted_outside":            "hamrong/internal/access/internal/mint", // not allowed, or not importable: the go command says one or the other
	"other_type":                "cannot use permit{}",
	"no_permit":                 "cannot use nil as access.Permit value",
	"statement_by_hand":         "cannot refer to unexported field need",
	"text_instead_of_statement": "cannot use \"DELETE FROM audit\"",
	"pool":                      "db.readers undefined",
	"widened":                   "cannot assign to p.Spec().Rights",
	"on_another_permit":         "cannot refer to unexported field permit",
}

func TestPermit_forgeriesDoNotCompileAndTheirTwinsDo(t *testing.T) {
	files, err := filepath.Glob("testdata/compile/*")
	if err != nil || len(files) != 2*len(refusals) {
		t.Fatalf("%d case files for %d refusals, %v", len(files), len(refusals), err)
	}
	for name, said := range refusals {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if out, err := compile(t, name+".compiles"); err != nil {
				t.Errorf("the twin does not compile: %s", out)
			}
			out, err := compile(t, name+".refused")
			if err == nil {
				t.Error("it compiles")
			} else if !strings.Contains(out, said) {
				t.Errorf("refused for another reason:\n%swant: %s", out, said)
			}
		})
	}
}

// compile builds a case as if it were a package of the program beside the
// domain. Each has a folder of its own: the go command knows a folder by the
// names, sizes and times of its files, and a checkout may give two cases the same.
func compile(t *testing.T, name string) (string, error) {
	t.Helper()
	source, err := filepath.Abs(filepath.Join("testdata", "compile", name))
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join("internal", "permitcase_"+strings.ReplaceAll(name, ".", "_"))
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{filepath.Join(root, folder, "case.go"): source}})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "overlay.json")
	if err := os.WriteFile(file, overlay, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "build", "-overlay", file, "./"+folder)
	cmd.Dir = root
	out, err := cmd.CombinedOutput()
	return string(out), err
}
