package extract

// The encodings of Vietnamese before Unicode, by the bytes above 0x7f that each of them uses.
const (
	tcvn3       = "TCVN3 (ABC)"
	vni         = "VNI"
	windows1258 = "windows-1258"
)

// marks1258 stand after a vowel as its tone; letters1258 stand alone.
const (
	marks1258   = "\xcc\xec\xd2\xde\xf2"
	letters1258 = "\xe3\xf0\xf5\xfd\xc3\xd0\xd5\xdd"
	// marksVNI stand after a vowel; lettersVNI stand alone (đ, ơ, ư, and i with its tones).
	marksVNI   = "\xe0\xe1\xe2\xe3\xe4\xe5\xe8\xe9\xea\xeb\xef\xf5\xf8\xf9\xfa\xfb\xfc\xd8\xd9\xdb\xcf\xd5\xc1\xc2"
	lettersVNI = "\xf1\xd1\xf4\xf6\xee\xe6\xec\xed\xf2\xf3"
)

// legacyBytes guesses which of the old encodings the bytes are in; "" when none fits.
func legacyBytes(raw []byte) string {
	raw = raw[:min(len(raw), headSize)]
	var high, abc, win, sni int
	for i, c := range raw {
		if c < 0x80 {
			continue
		}
		high++
		afterVowel := i > 0 && vowel(raw[i-1])
		if tcvn3Letter(c) {
			abc++
		}
		if has(letters1258, c) || afterVowel && has(marks1258, c) {
			win++
		}
		if has(lettersVNI, c) || afterVowel && has(marksVNI, c) {
			sni++
		}
	}
	if high < 4 {
		return ""
	}
	switch {
	case abc*4 >= high:
		return tcvn3
	case win >= sni && win*10 >= high*6:
		return windows1258
	case sni*10 >= high*6:
		return vni
	}
	return ""
}

// tcvn3Letter tells the bytes that stand for đ, ă, â, ê, ô, ơ, ư and the toned a in TCVN3.
// The other encodings have signs there that hardly stand in a Vietnamese text.
func tcvn3Letter(c byte) bool { return c >= 0xa1 && c <= 0xbe }

func has(set string, c byte) bool {
	for i := range len(set) {
		if set[i] == c {
			return true
		}
	}
	return false
}

func vowel(c byte) bool {
	return has("aeiouyAEIOUY\xe2\xea\xf4\xe3\xf5\xfd\xf6", c)
}

// legacyFont tells a Unicode text whose letters are those of an old Vietnamese font
// (".VnTime", "VNI-Times"): it has no letter that only Vietnamese has, and its Latin
// letters with marks are the bytes of that encoding.
func legacyFont(text string) string {
	var raw []byte
	for _, r := range text {
		switch {
		case r >= 0x100 && r < 0x2000:
			return "" // ă, đ, ơ, ư, the toned letters, or another script
		case r < 0x100:
			raw = append(raw, byte(r))
		}
		if len(raw) >= headSize {
			break
		}
	}
	high := 0
	for _, c := range raw {
		if c >= 0xa1 {
			high++
		}
	}
	if high < 20 || high*10 < len(raw) {
		return ""
	}
	if enc := legacyBytes(raw); enc == tcvn3 || enc == vni {
		return enc
	}
	return ""
}
