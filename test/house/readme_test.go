package house

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// place is a folder that the README's map names.
var place = regexp.MustCompile("`((?:cmd|internal|rulebooks|testkit|test|docs)[a-z/]*)`")

func TestReadme_mapIsTrue(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(root(t), "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, tree, found := strings.Cut(string(raw), "## The tree")
	if !found {
		t.Fatal("README.md has no map of the tree")
	}
	named := map[string]bool{}
	for _, m := range place.FindAllStringSubmatch(tree, -1) {
		named[m[1]] = true
		if info, err := os.Stat(filepath.Join(root(t), m[1])); err != nil || !info.IsDir() {
			t.Errorf("README.md names %s, which is no folder", m[1])
		}
	}
	dirs, err := os.ReadDir(filepath.Join(root(t), "internal"))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dirs {
		if d.IsDir() && !named["internal/"+d.Name()] {
			t.Errorf("README.md does not name internal/%s", d.Name())
		}
	}
}
