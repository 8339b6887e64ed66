package viet

import (
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold_dropsMarksCaseAndBlanks(t *testing.T) {
	for in, want := range map[string]string{
		"  Trần ĐÌNH\u00a0 Hoà ":   "tran dinh hoa",
		"Ðảng uỷ":                  "dang uy",
		"CHI BỘ số 3":              "chi bo so 3",
		"kết\u200bnạp":             "ketnap",
		norm.NFD.String("Đường 9"): "duong 9",
		"":                         "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSpell_putsTheToneOnTheFirstVowelOfAnOpenSyllable(t *testing.T) {
	for in, want := range map[string]string{
		"UỶ": "ủy", "hoá": "hóa", "khoẻ": "khỏe", "toàn": "toàn", "quý": "quý", "qúy": "quý",
		"Đảng uỷ khoá XI": "đảng ủy khóa xi", "thuỷ-nông": "thủy-nông", "hoa": "hoa", "loà": "lòa",
	} {
		if got := Spell(in); got != want {
			t.Errorf("Spell(%q) = %q, want %q", in, got, want)
		}
		if got := Spell(norm.NFD.String(in)); got != want {
			t.Errorf("Spell of %q decomposed = %q, want %q", in, got, want)
		}
	}
}

func TestFold_isTheSameForComposedAndDecomposed(t *testing.T) {
	letters := []rune("aăâeêioôơuưyđAĂĐ ốếựủẵỹ nghq")
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.SampledFrom(letters)).Draw(t, "s"))
		if Fold(s) != Fold(norm.NFD.String(s)) || Fold(Fold(s)) != Fold(s) || Spell(Spell(s)) != Spell(s) {
			t.Fatalf("%q: %q, %q", s, Fold(s), Fold(norm.NFD.String(s)))
		}
	})
}
