package wording

import (
	"context"
	"unicode"
	"unicode/utf8"

	"hamrong/internal/rulebook"
	"hamrong/internal/web/ui"
)

// Say gives a rulebook's wording in the language of the page.
func Say(ctx context.Context, t rulebook.Text) string { return t.In(string(ui.LangOf(ctx))) }

// Capital writes the first letter as a capital.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
