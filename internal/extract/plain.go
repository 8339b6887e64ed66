package extract

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"hamrong/internal/fault"
)

// text reads a file that is no container: plain text or HTML.
func (f file) text() (Extracted, error) {
	order := utf16Order(f.head)
	limit := int64(MaxText)
	if order != 0 {
		limit = 2 * MaxText
	} else if notText(f.head) {
		return Extracted{}, unreadable(nil, "extract.binary")
	}
	html := f.isHTML(order)
	if !html {
		if err := markup(f.head); err != nil {
			return Extracted{}, err
		}
	}
	if html && order == 0 {
		limit = MaxFile // most of a saved page is not its text
	}
	if f.size > limit {
		return Extracted{}, tooLong(nil)
	}
	if html && order == 0 {
		mark := int64(0)
		if bytes.HasPrefix(f.head, utf8BOM) {
			mark = int64(len(utf8BOM))
		}
		return f.htmlText(io.NewSectionReader(f.r, mark, f.size-mark))
	}
	raw := make([]byte, f.size)
	if _, err := f.r.ReadAt(raw, 0); err != nil && err != io.EOF {
		return Extracted{}, fmt.Errorf("read file: %w", err)
	}
	s, err := decode(raw, order)
	if err != nil {
		return Extracted{}, err
	}
	if html {
		return f.htmlText(strings.NewReader(s))
	}
	if len(s) > MaxText {
		return Extracted{}, tooLong(nil)
	}
	return Extracted{Text: newlines.Replace(s), Kind: Plain}, nil
}

// newlines makes every line end one newline.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// decode makes UTF-8 of raw and drops the byte order mark.
func decode(raw []byte, order byteOrder) (string, error) {
	if order != 0 {
		return decodeUTF16(raw, order)
	}
	raw = bytes.TrimPrefix(raw, utf8BOM)
	if !utf8.Valid(raw) {
		return "", notUTF8(raw)
	}
	if notText(raw) {
		return "", unreadable(nil, "extract.binary")
	}
	return string(raw), nil
}

var utf8BOM = []byte("\xef\xbb\xbf")

// notUTF8 names the encoding of bytes that are not UTF-8, if it can be told.
func notUTF8(raw []byte) *fault.Error {
	if enc := legacyBytes(raw); enc != "" {
		return unreadable(nil, "extract.encoding", enc)
	}
	return unreadable(nil, "extract.not_utf8")
}

// notText tells that bytes are data: a zero byte, or more than one in a hundred
// that no text has.
func notText(b []byte) bool {
	odd := 0
	for _, c := range b {
		switch {
		case c == 0:
			return true
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v', c == 0x7f:
			odd++
		}
	}
	return odd > len(b)/100
}

// byteOrder is that of UTF-16; zero when the text is not UTF-16.
type byteOrder int

const (
	littleEndian byteOrder = 1 + iota
	bigEndian
)

// utf16Order tells UTF-16 by its mark, or by every second byte being zero as often as
// the blanks and plain letters of a text make it, and the others hardly ever.
func utf16Order(head []byte) byteOrder {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return littleEndian
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return bigEndian
	}
	pairs := len(head) / 2
	even, odd := 0, 0
	for i := range pairs {
		if head[2*i] == 0 {
			even++
		}
		if head[2*i+1] == 0 {
			odd++
		}
	}
	switch {
	case pairs < 4:
		return 0
	case odd*2 > pairs && even*20 < odd:
		return littleEndian
	case even*2 > pairs && odd*20 < even:
		return bigEndian
	}
	return 0
}

func decodeUTF16(raw []byte, order byteOrder) (string, error) {
	var b strings.Builder
	b.Grow(min(len(raw)*3/4, MaxText))
	unit := func(i int) rune {
		if order == littleEndian {
			return rune(raw[i]) | rune(raw[i+1])<<8
		}
		return rune(raw[i])<<8 | rune(raw[i+1])
	}
	if len(raw)%2 != 0 {
		return "", unreadable(nil, "extract.cut_utf16")
	}
	for i := 0; i < len(raw); i += 2 {
		r := unit(i)
		if i == 0 && r == '\ufeff' {
			continue
		}
		if utf16.IsSurrogate(r) {
			if i += 2; i >= len(raw) {
				return "", unreadable(nil, "extract.cut_utf16")
			}
			if r = utf16.DecodeRune(r, unit(i)); r == utf8.RuneError {
				return "", unreadable(nil, "extract.binary")
			}
		}
		if r == 0 {
			return "", unreadable(nil, "extract.binary")
		}
		b.WriteRune(r)
		if b.Len() > MaxText {
			return "", tooLong(nil)
		}
	}
	return b.String(), nil
}
