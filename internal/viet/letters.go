package viet

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// AppendSpelled appends word to dst as Spell writes it. The word holds letters and
// combining marks only; no memory is taken for composed words.
func AppendSpelled(dst []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		if word[i] >= 0xcc && word[i] <= 0xcd { // combining marks U+0300 to U+036F
			word = norm.NFC.String(word)
			break
		}
	}
	var two, last rune // the letters before, for the place of the tone
	start := len(dst)
	for _, r := range word {
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
		} else if r == 'ð' || r == 'Ð' {
			r = 'đ' // the Icelandic letter that stands for đ in old files
		} else {
			r = unicode.ToLower(r)
		}
		dst = utf8.AppendRune(dst, r)
		two, last = last, r
	}
	if two == 0 || last < utf8.RuneSelf && last != 'y' && two < utf8.RuneSelf {
		return dst
	}
	before := rune(0)
	if cut := len(dst) - utf8.RuneLen(two) - utf8.RuneLen(last); cut > start {
		before, _ = utf8.DecodeLastRune(dst[start:cut])
	}
	a, b := tonePlace(before, two, last)
	if a != two || b != last {
		dst = dst[:len(dst)-utf8.RuneLen(two)-utf8.RuneLen(last)]
		dst = utf8.AppendRune(utf8.AppendRune(dst, a), b)
	}
	return dst
}

// AppendPlain appends an already spelled word without its marks.
func AppendPlain(dst, spelled []byte) []byte {
	for len(spelled) > 0 {
		r, n := utf8.DecodeRune(spelled)
		spelled = spelled[n:]
		if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
			continue
		}
		dst = utf8.AppendRune(dst, Plain(r))
	}
	return dst
}
