package extract

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"hamrong/internal/fault"
)

// htmlStarts are the beginnings of a file that is HTML whatever its name.
var htmlStarts = []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<div", "<p>", "<p ",
	"<table", "<h1", "<h2", "<h3", "<article", "<section", "<main", "<span", "<center", "<font"}

// isHTML tells HTML by its beginning, or by its name where there is a tag at all.
func (f file) isHTML(order byteOrder) bool {
	head := f.head
	if order != 0 {
		head = bytes.ReplaceAll(head, []byte{0}, nil)
		head = bytes.TrimLeft(head, "\xff\xfe")
	}
	s := strings.ToLower(string(bytes.TrimPrefix(head, utf8BOM)))
	s = afterComments(s)
	for _, start := range htmlStarts {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	if strings.HasPrefix(s, "<?xml") {
		return strings.Contains(s[:min(len(s), 2048)], "<html")
	}
	return (f.hasSuffix(".html") || f.hasSuffix(".htm") || f.hasSuffix(".xhtml")) && strings.Contains(s, "</")
}

// afterComments drops blanks and comments from the front.
func afterComments(s string) string {
	for {
		s = strings.TrimLeft(s, " \t\r\n\f")
		if !strings.HasPrefix(s, "<!--") {
			return s
		}
		_, rest, ok := strings.Cut(s, "-->")
		if !ok {
			return s
		}
		s = rest
	}
}

// asciiBased are the beginnings of the names of encodings whose first half is ASCII, so
// that a page in plain ASCII with entities reads the same in all of them.
var asciiBased = []string{"windows-125", "cp125", "iso-8859", "latin", "us-ascii", "ascii", "tcvn", "viscii", "x-viet", "utf-16"}

// charset refuses a page in another encoding than UTF-8, by its name.
func (f file) charset() error {
	declared := declaredCharset(f.head)
	if bytes.HasPrefix(f.head, utf8BOM) || declared == "" || declared == "utf-8" || declared == "utf8" {
		return nil
	}
	ascii, err := f.isASCII()
	if err != nil {
		return err
	}
	for _, prefix := range asciiBased {
		if ascii && strings.HasPrefix(declared, prefix) {
			return nil
		}
	}
	return unreadable(nil, "extract.encoding", declared)
}

// declaredCharset finds what a page's meta element says of its encoding.
func declaredCharset(head []byte) string {
	z := html.NewTokenizer(bytes.NewReader(head))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			switch string(name) {
			case "body":
				return ""
			case "meta":
				if c := metaCharset(z, more); c != "" {
					return c
				}
			}
		}
	}
}

func metaCharset(z *html.Tokenizer, more bool) string {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		v := strings.ToLower(strings.TrimSpace(string(value)))
		switch string(key) {
		case "charset":
			return clean(v)
		case "content":
			if _, c, ok := strings.Cut(v, "charset="); ok {
				return clean(c)
			}
		}
	}
	return ""
}

// clean keeps what can be the name of an encoding, since it is shown to a person.
func clean(s string) string {
	s = strings.Trim(s, " '\"")
	end := strings.IndexFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && r != ':' && r != '.' && (r < '0' || r > '9') && (r < 'a' || r > 'z')
	})
	if end >= 0 {
		s = s[:end]
	}
	return s[:min(len(s), 40)]
}

// isASCII passes through the file once.
func (f file) isASCII() (bool, error) {
	buf := make([]byte, 64<<10)
	for off := int64(0); off < f.size; {
		n, err := f.r.ReadAt(buf, off)
		for _, c := range buf[:n] {
			if c >= 0x80 {
				return false, nil
			}
		}
		off += int64(n)
		if err == io.EOF {
			break
		}
		if err != nil {
			return false, fmt.Errorf("read file: %w", err)
		}
	}
	return true, nil
}

// checkUTF8 is a reader that refuses what is not UTF-8 as it passes.
type checkUTF8 struct {
	r     io.Reader
	carry []byte // the beginning of a letter that goes on in the next piece
}

func (c *checkUTF8) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if bytes.IndexByte(p[:n], 0) >= 0 {
		return 0, unreadable(nil, "extract.binary")
	}
	piece := append(c.carry, p[:n]...)
	whole := len(piece)
	for i := 1; i <= min(utf8.UTFMax-1, whole); i++ {
		if b := piece[whole-i]; utf8.RuneStart(b) {
			if !utf8.FullRune(piece[whole-i:]) {
				whole -= i
			}
			break
		}
	}
	if !utf8.Valid(piece[:whole]) || err == io.EOF && whole != len(piece) {
		return 0, c.refusal(piece)
	}
	c.carry = append([]byte(nil), piece[whole:]...)
	return n, err
}

func (c *checkUTF8) refusal(piece []byte) *fault.Error { return notUTF8(piece) }
