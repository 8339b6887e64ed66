package memberweb

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"

	"hamrong/internal/web/ui"
)

// readerRoles gives the codes by which the reader of reports says what a person did, as its
// source has them: the values of its map of roles, and what it gives to who only is named.
func readerRoles(t *testing.T) map[string]bool {
	t.Helper()
	codes := map[string]bool{}
	add := func(e ast.Expr) {
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
			code, err := strconv.Unquote(l.Value)
			if err != nil {
				t.Fatal(err)
			}
			codes[code] = true
		}
	}
	for _, file := range []string{"presented.go", "people.go"} {
		tree, err := parser.ParseFile(token.NewFileSet(), "../../report/"+file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if n.Names[0].Name == "roles" {
					for _, e := range n.Values[0].(*ast.CompositeLit).Elts {
						add(e.(*ast.KeyValueExpr).Value)
					}
				}
			case *ast.AssignStmt:
				if to, ok := n.Lhs[0].(*ast.SelectorExpr); ok && to.Sel.Name == "Role" {
					add(n.Rhs[0])
				}
			}
			return true
		})
	}
	return codes
}

func TestRoleText_wordsEveryRoleOfTheReader(t *testing.T) {
	cat, err := ui.NewCatalogue(Locale)
	if err != nil {
		t.Fatal(err)
	}
	codes := readerRoles(t)
	for _, code := range []string{"presenter", "speaker", "guest", "named"} {
		if !codes[code] {
			t.Errorf("the test does not find the role %q", code)
		}
	}
	ctx := ui.WithLang(t.Context(), cat, ui.Vietnamese)
	for code := range codes {
		if got := roleText(ctx, code); got == code {
			t.Errorf("%q stands on the page as it is", code)
		}
	}
	if got := roleText(ctx, "speaker; thư ký đoàn"); got != "phát biểu, thư ký đoàn" {
		t.Errorf("got %q", got)
	}
}
