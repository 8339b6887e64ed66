package accountweb

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/web/ui"
)

// written are the functions that write with the action they are given.
var written = map[string]bool{"Write": true, "On": true, "write": true, "manage": true, "note": true, "several": true, "onItem": true}

var action = regexp.MustCompile(`^[a-z]+\.[a-z_]+$`)

// acts gives the actions that the program's own source writes into the audit chain, and the
// kinds of things that they touch.
func acts(t *testing.T) (actions, kinds map[string]bool) {
	t.Helper()
	actions, kinds = map[string]bool{}, map[string]bool{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "web/") {
			return err
		}
		raw, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, raw, 0)
		if err != nil {
			return err
		}
		for _, d := range tree.Decls {
			gather(d, actions, kinds)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return actions, kinds
}

// gather finds the actions and kinds of one declaration: those of its writing calls, and the
// questions to the door of a function that writes.
func gather(d ast.Decl, actions, kinds map[string]bool) {
	writes, asked := false, []string{}
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if k, ok := n.Key.(*ast.Ident); ok && k.Name == "Action" {
				asked = append(asked, literal(n.Value))
			}
		case *ast.CallExpr:
			switch name := called(n); {
			case name == "Touched" || name == "NewBook":
				kinds[literal(n.Args[0])] = true
			case name == "Console":
				actions[literal(n.Args[1])] = true
			case written[name]:
				writes = true
				for _, a := range n.Args {
					if gate, ok := a.(*ast.CallExpr); ok && called(gate) == "Gate" {
						a = gate.Args[0]
					}
					actions[literal(a)] = true
				}
			}
		}
		return true
	})
	for _, a := range asked {
		actions[a] = actions[a] || writes
	}
}

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

// literal is a string as the source has it, "" for anything else.
func literal(e ast.Expr) string {
	if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
		if s, err := strconv.Unquote(l.Value); err == nil {
			return s
		}
	}
	return ""
}

func TestAudit_hasWordsForEveryActionAndThing(t *testing.T) {
	cat, err := ui.NewCatalogue(Locale)
	if err != nil {
		t.Fatal(err)
	}
	actions, kinds := acts(t)
	for _, a := range []string{"entry.undo", "target.amend", "meeting.item_add", "account.sign_in", "unit.paste", "year.close", "account.disable", "grant.give"} {
		if !actions[a] {
			t.Errorf("the test does not find the action %s", a)
		}
	}
	for _, k := range []string{"access_grant", "name_in_role", "unit_year", "figure"} {
		if !kinds[k] {
			t.Errorf("the test does not find the kind %s", k)
		}
	}
	for a, writes := range actions {
		if writes && action.MatchString(a) && !cat.Has("account.act."+a) {
			t.Errorf("no words for the action %s", a)
		}
	}
	for k := range kinds {
		if k != "" && !cat.Has("account.thing."+k) {
			t.Errorf("no words for the kind %s", k)
		}
	}
}
