// Package house guards the shape of the tree: imports run one way, one package
// knows the database, files stay short, the README's map is true, no sentence is missing.
package house

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// order lists the domain from what is stood on to what stands on it: a package
// may import only those before it. See docs/architecture.md.
var order = []string{
	"fault", "viet", "period", "access/internal/mint", "access", "store", "access/directory", "account", "ledger", "org", "year", "rulebook",
	"figure", "target", "title", "member", "resolution", "meeting", "task", "archive", "docx", "extract", "report", "document", "intake", "demo",
	"web/ui", "web/route", "web/session", "web/throttle", "web/wording", "web/recordweb", "web/…", "web", "cli",
}

// apart know neither the database nor the domain: files in and out, and the reader.
var apart = []string{"report", "archive", "docx", "extract", "viet", "fault", "period"}

type pkg struct {
	ImportPath string
	Imports    []string
	GoFiles    []string
	Dir        string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,GoFiles,Dir", "hamrong/...")
	cmd.Dir = root(t)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// rank gives a package's place in the order; page packages share one place.
func rank(path string) (int, bool) {
	name, ok := strings.CutPrefix(path, "hamrong/internal/")
	if !ok {
		return 0, false
	}
	place := func(want string) int {
		for i, n := range order {
			if n == want {
				return i
			}
		}
		return -1
	}
	if i := place(name); i >= 0 {
		return i, true
	}
	if strings.HasPrefix(name, "web/") {
		return place("web/…"), true
	}
	return -1, true
}

func TestImports_runOneWay(t *testing.T) {
	for _, p := range packages(t) {
		from, inside := rank(p.ImportPath)
		if !inside {
			continue
		}
		if from < 0 {
			t.Errorf("%s has no place in the order of packages", p.ImportPath)
		}
		for _, imp := range p.Imports {
			if to, ok := rank(imp); ok && to >= from && !strings.HasPrefix(imp, p.ImportPath+"/") {
				t.Errorf("%s imports %s, which stands above or beside it", p.ImportPath, imp)
			}
		}
	}
}

func TestDatabase_isKnownToTheStoreAlone(t *testing.T) {
	for _, p := range packages(t) {
		for _, imp := range p.Imports {
			driver := imp == "database/sql" || strings.HasPrefix(imp, "modernc.org/sqlite") || strings.HasPrefix(imp, "github.com/jackc/pgx")
			if driver && p.ImportPath != "hamrong/internal/store" && !strings.HasPrefix(p.ImportPath, "hamrong/testkit") {
				t.Errorf("%s imports %s", p.ImportPath, imp)
			}
			if imp == "net/http" && !strings.HasPrefix(p.ImportPath, "hamrong/internal/web") && !strings.HasPrefix(p.ImportPath, "hamrong/internal/cli") &&
				!strings.HasPrefix(p.ImportPath, "hamrong/test") {
				t.Errorf("%s imports %s: the domain knows no HTTP", p.ImportPath, imp)
			}
		}
	}
}

func TestReaders_standApartFromTheDomain(t *testing.T) {
	allowed := map[string]bool{}
	for _, name := range apart {
		allowed["hamrong/internal/"+name] = true
	}
	for _, p := range packages(t) {
		if !allowed[p.ImportPath] {
			continue
		}
		for _, imp := range p.Imports {
			if strings.HasPrefix(imp, "hamrong/") && !allowed[imp] {
				t.Errorf("%s imports %s", p.ImportPath, imp)
			}
		}
	}
}

func TestFiles_stayUnder400Lines(t *testing.T) {
	for _, p := range packages(t) {
		for _, name := range p.GoFiles {
			if strings.HasSuffix(name, "_templ.go") {
				continue
			}
			if n := lines(t, filepath.Join(p.Dir, name)); n > 400 {
				t.Errorf("%s/%s has %d lines", p.ImportPath, name, n)
			}
		}
	}
}

func lines(t *testing.T, path string) int {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	s := bufio.NewScanner(f)
	for ; s.Scan(); n++ {
	}
	if s.Err() != nil { // a line too long would end the count early
		t.Fatal(path, s.Err())
	}
	return n
}
