package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Spell writes s composed (NFC), in lower case, with the tone mark of open syllables on
// the first vowel: "UỶ", "uỷ" and "ủy" are all "ủy", "hoà" is "hòa". "Quý" and "toàn" stay.
func Spell(s string) string {
	s = strings.ToLower(norm.NFC.String(s))
	rs := []rune(s)
	for i := 1; i < len(rs); i++ {
		if i+1 < len(rs) && unicode.IsLetter(rs[i+1]) {
			continue
		}
		rs[i-1], rs[i] = tonePlace(onset(rs, i-1), rs[i-1], rs[i])
	}
	return string(rs)
}

// onset gives the letter before place i, 0 at a word's beginning.
func onset(rs []rune, i int) rune {
	if i > 0 && unicode.IsLetter(rs[i-1]) {
		return rs[i-1]
	}
	return 0
}

// tonePlace moves the tone of a final oa, oe, uy to its first vowel. before is the
// letter in front of the pair: after q the u belongs to the consonant.
func tonePlace(before, first, last rune) (rune, rune) {
	if before == 'q' {
		if bare, tone := splitTone(first); bare == 'u' && last == 'y' && tone > 0 {
			return 'u', withTone('y', tone)
		}
		return first, last
	}
	bare, tone := splitTone(last)
	if tone == 0 {
		return first, last
	}
	if first == 'o' && (bare == 'a' || bare == 'e') || first == 'u' && bare == 'y' {
		return withTone(first, tone), bare
	}
	return first, last
}

// Rows of a vowel: bare, grave, hook, tilde, acute, dot below.
var toneRows = [...]string{"aàảãáạ", "eèẻẽéẹ", "oòỏõóọ", "uùủũúụ", "yỳỷỹýỵ"}

var toneOf, toned = toneTables()

type tonedLetter struct {
	bare rune
	tone int
}

func toneTables() (map[rune]tonedLetter, map[tonedLetter]rune) {
	of, to := map[rune]tonedLetter{}, map[tonedLetter]rune{}
	for _, row := range toneRows {
		rs := []rune(row)
		for i, r := range rs {
			of[r] = tonedLetter{rs[0], i}
			to[tonedLetter{rs[0], i}] = r
		}
	}
	return of, to
}

func splitTone(r rune) (rune, int) {
	t, ok := toneOf[r]
	if !ok {
		return r, 0
	}
	return t.bare, t.tone
}

func withTone(bare rune, tone int) rune {
	if r, ok := toned[tonedLetter{bare, tone}]; ok {
		return r
	}
	return bare
}
