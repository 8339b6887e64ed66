package viet

import (
	"strings"
	"unicode"
)

// Spell writes s composed (NFC), in lower case, with the tone mark of open syllables on
// the first vowel: "UỶ", "uỷ" and "ủy" are all "ủy", "hoà" is "hòa". "Quý" and "toàn" stay.
func Spell(s string) string {
	out := make([]byte, 0, len(s))
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
		if n < 0 {
			n = len(s)
		}
		out = AppendSpelled(out, s[:n])
		s = s[n:]
		n = strings.IndexFunc(s, unicode.IsLetter)
		if n < 0 {
			n = len(s)
		}
		out = append(out, s[:n]...)
		s = s[n:]
	}
	return string(out)
}

// tonePlace moves the tone of a final oa, oe, uy to its first vowel. before is the
// letter in front of the pair, 0 if none: after q the u belongs to the consonant.
func tonePlace(before, first, last rune) (rune, rune) {
	if before == 'q' {
		if bare, tone := splitTone(first); bare == 'u' && last == 'y' && tone > 0 {
			return 'u', withTone('y', tone)
		}
		return first, last
	}
	if first != 'o' && first != 'u' {
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

// toneRows are the vowels with their tones: none, grave, hook, tilde, acute, dot below.
var toneRows = [...]string{"aàảãáạ", "eèẻẽéẹ", "oòỏõóọ", "uùủũúụ", "yỳỷỹýỵ"}

type tonedLetter struct {
	bare rune
	tone int
}

var toneOf, toned = toneTables()

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
