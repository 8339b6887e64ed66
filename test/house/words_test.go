package house

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// speaking are the functions that take a sentence's key, and the place of the key among their
// arguments: ui.T(ctx, key), fault.New(kind, key), form.Add(field, key), in.Wrong(field, key) …
var speaking = map[string]int{"T": 1, "Rich": 0, "say": 0, "New": 1, "Wrap": 2, "InvalidField": 1, "Add": 1, "Wrong": 1}

// TestWords_eachHasItsSentenceAndIsSaid demands a sentence for each key that the program names as
// a whole, and a place in the program for each sentence, be its key put together from two parts.
func TestWords_eachHasItsSentenceAndIsSaid(t *testing.T) {
	keys := sentences(t)
	said := map[string]bool{} // every text of the program that a key can be, or be put together from
	for _, file := range goFiles(t) {
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if text, ok := literal(n); ok {
					said[text] = true
				}
			case *ast.CallExpr:
				if key, ok := keyOf(n); ok && !keys[key] {
					t.Errorf("%s: %q has no sentence", set.Position(n.Pos()), key)
				}
			}
			return true
		})
	}
	for key := range keys {
		if !spoken(key, said) {
			t.Errorf("nothing says %q", key)
		}
	}
}

// keyOf gives the key that a call names as a whole.
func keyOf(call *ast.CallExpr) (string, bool) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	at, ok := speaking[name]
	if !ok || at >= len(call.Args) {
		return "", false
	}
	lit, ok := call.Args[at].(*ast.BasicLit)
	if !ok {
		return "", false
	}
	key, ok := literal(lit)
	return key, ok && strings.Contains(key, ".") && !strings.ContainsAny(key, " /%")
}

func literal(n *ast.BasicLit) (string, bool) {
	if n.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(n.Value)
	return text, err == nil
}

// spoken reports whether the program names a key, or a part of it that ends where a word of the
// key does: "year." + stage, the help of a command and its flags.
func spoken(key string, said map[string]bool) bool {
	if said[key] || strings.HasPrefix(key, "cli.") {
		return true
	}
	for i, r := range key {
		if (r == '.' || r == '_') && said[key[:i+1]] || r == '.' && said[key[:i]] && said[key[i:]] {
			return true
		}
	}
	return false
}

// sentences gives the keys of all locale files; that both languages have the same ones is tested beside them.
func sentences(t *testing.T) map[string]bool {
	t.Helper()
	keys := map[string]bool{}
	for _, file := range files(t, "/locale/vi.json") {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]json.RawMessage
		if err := json.Unmarshal(raw, &words); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for key := range words {
			keys[key] = true
		}
	}
	if len(keys) < 500 {
		t.Fatalf("only %d sentences found", len(keys))
	}
	return keys
}

func goFiles(t *testing.T) (list []string) {
	for _, file := range files(t, ".go") {
		if !strings.HasSuffix(file, "_test.go") {
			list = append(list, file)
		}
	}
	return list
}

// files lists the files below internal whose path ends so.
func files(t *testing.T, suffix string) (list []string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join(root(t), "internal"), func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(filepath.ToSlash(path), suffix) {
			list = append(list, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}
