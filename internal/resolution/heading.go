package resolution

import (
	"strings"
	"unicode"

	"hamrong/internal/viet"
)

// headWords are the words of which a heading of parts consists beside those of partWords
// ("Các chỉ tiêu chủ yếu đến năm 2030"); a line with any other word is a part or a field.
var headWords = wordSet("cac hai ba bon nam sau bay tam nhung mot so he thong nhom chu yeu chinh cu the trong tam va lon muc tieu phuong huong " +
	"chi nhiem vu giai phap khau dot pha chuong trinh den nam giai doan ky dai hoi thuc hien can")

// leadWords may stand before the kind in a heading that goes on: "Nhóm chỉ tiêu về kinh tế:".
var leadWords = wordSet("cac nhung mot so he thong nhom")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// kindHeading tells a heading that names a kind of part, with the field of work that it may
// name besides: all in capitals, of nothing but the words of such headings, or with a colon
// and the kind first.
func kindHeading(text string, colon bool) (kind PartKind, field string, ok bool) {
	what, of, about := strings.Cut(text, " về ")
	kind, ok = KindOf(what)
	if !ok {
		return "", "", false
	}
	words := strings.FieldsFunc(viet.Fold(what), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	only := true
	for _, w := range words {
		only = only && (headWords[w] || number(w))
	}
	if !colon {
		return kind, "", shouted(text) || only && !about
	}
	return kind, strings.TrimSpace(of), only || begins(words)
}

func number(w string) bool { return strings.Trim(w, "0123456789") == "" }

// begins reports whether a kind is what a heading's words begin with.
func begins(words []string) bool {
	for i, w := range words {
		if !leadWords[w] && !number(w) {
			_, ok := KindOf(strings.Join(words[i:min(i+2, len(words))], " "))
			return ok
		}
	}
	return false
}

// shouted reports a text all in capitals, as headings are written; a single word in capitals
// may be a short name.
func shouted(text string) bool {
	return strings.Contains(text, " ") && strings.IndexFunc(text, unicode.IsLower) < 0 && strings.IndexFunc(text, unicode.IsUpper) >= 0
}
