package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold writes s for matching and search: lower case, without tone and vowel marks,
// đ as d, every run of blanks as one space, none at the ends. "  Trần ĐÌNH Hoà" is
// "tran dinh hoa". Composed, decomposed and mixed letters fold alike.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) || invisible(r) {
			blank = blank || unicode.IsSpace(r)
			continue
		}
		if blank && b.Len() > 0 {
			b.WriteByte(' ')
		}
		blank = false
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteByte(byte(r))
			continue
		}
		if p, ok := plain[unicode.ToLower(r)]; ok {
			b.WriteByte(p)
		} else if !unicode.Is(unicode.Mn, r) {
			b.WriteString(strings.ToLower(norm.NFKC.String(string(r))))
		}
	}
	return b.String()
}

// Same reports whether a and b are written alike but for case, tone marks and blanks.
func Same(a, b string) bool { return a == b || Fold(a) == Fold(b) }

// Plain gives the lower-case letter without marks for a Vietnamese letter, else r in lower case.
func Plain(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	r = unicode.ToLower(r)
	if p, ok := plain[r]; ok {
		return rune(p)
	}
	return r
}

// invisible reports whether r takes no place on paper: zero-width characters, soft hyphen, BOM.
func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return false
}

// plain maps each composed Vietnamese lower-case letter to its letter without marks.
var plain = plainLetters()

func plainLetters() map[rune]byte {
	m := make(map[rune]byte, 80)
	for base, letters := range map[byte]string{
		'a': "àáảãạăằắẳẵặâầấẩẫậ", 'd': "đð", 'e': "èéẻẽẹêềếểễệ", 'i': "ìíỉĩị",
		'o': "òóỏõọôồốổỗộơờớởỡợ", 'u': "ùúủũụưừứửữự", 'y': "ỳýỷỹỵ",
	} {
		for _, r := range letters {
			m[r] = base
		}
	}
	return m
}
