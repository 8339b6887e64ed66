// Package extract takes the text out of a report's file: plain text, DOCX or HTML.
//
// What a file is, its content says; the name only decides what the content leaves
// open. Text comes out as the reader counts it: a byte order mark is dropped, CRLF is
// one newline, letters stay composed or decomposed as they were. Of DOCX and HTML the
// text is the paragraphs joined by a newline, the cells of a row by a tab.
//
// A file that cannot be read is refused with a *fault.Error whose sentence, in
// locale/, names what the file is. Memory stays bounded whatever the file says of
// itself: nothing of a refused file is held beyond a few megabytes.
package extract

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"strings"

	"hamrong/internal/archive"
	"hamrong/internal/docx"
	"hamrong/internal/fault"
)

// Locale holds the sentences of the refusals, in both languages.
//
//go:embed locale
var Locale embed.FS

// Limits of a file.
const (
	MaxFile = 64 << 20   // bytes of the file
	MaxText = 20_000_000 // bytes of its text in UTF-8; the longest report seen has 0.3 MB
)

// Kind says what a readable file is.
type Kind string

// The kinds that are read.
const (
	Plain Kind = "txt"
	DOCX  Kind = "docx"
	HTML  Kind = "html"
)

// Extracted is the text of a file, and what was left aside.
type Extracted struct {
	Text      string
	Kind      Kind
	Pictures  int // pictures of a DOCX or HTML, not read
	Footnotes int // footnotes and endnotes of a DOCX, not read
}

// Text reads the size bytes of r; name is the file's name, for what its content leaves
// open. It gives a *fault.Error for a file that is refused, else an error of r.
func Text(r io.ReaderAt, size int64, name string) (Extracted, error) {
	switch {
	case size == 0:
		return Extracted{}, unreadable(nil, "extract.empty")
	case size > MaxFile:
		return Extracted{}, TooLarge()
	}
	head := make([]byte, min(size, headSize))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return Extracted{}, fmt.Errorf("read head of file: %w", err)
	}
	f := file{r: r, size: size, name: name, head: head}
	var got Extracted
	var err error
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		got, err = f.zipped()
	case bytes.HasPrefix(head, oleMagic):
		return Extracted{}, f.ole()
	default:
		if err := foreign(head); err != nil {
			return Extracted{}, err
		}
		got, err = f.text()
	}
	if err != nil {
		return Extracted{}, err
	}
	if strings.TrimSpace(got.Text) == "" {
		if got.Pictures > 0 {
			return Extracted{}, unreadable(nil, "extract.only_pictures", got.Pictures)
		}
		return Extracted{}, unreadable(nil, "extract.no_text")
	}
	if enc := legacyFont(got.Text); enc != "" {
		return Extracted{}, unreadable(nil, "extract.encoding", enc)
	}
	return got, nil
}

// TooLarge is the refusal of a file of more than MaxFile bytes, for callers that stop
// reading before they have a file.
func TooLarge() *fault.Error {
	return fault.New(fault.TooLarge, "extract.too_large", MaxFile>>20)
}

// file is a file that is being read.
type file struct {
	r    io.ReaderAt
	size int64
	name string
	head []byte // its beginning
}

// headSize is how much of a file is looked at to tell what it is.
const headSize = 64 << 10

// hasSuffix tells whether the file's name ends so, whatever the case.
func (f file) hasSuffix(s string) bool { return strings.HasSuffix(strings.ToLower(f.name), s) }

func (f file) zipped() (Extracted, error) {
	a, err := archive.Open(f.r, f.size)
	if err != nil {
		return Extracted{}, f.zipFault(err)
	}
	if err := otherPackage(a); err != nil {
		return Extracted{}, err
	}
	doc, err := docx.Read(a, docx.Limits{Text: MaxText, Token: maxToken})
	if err != nil {
		return Extracted{}, f.zipFault(err)
	}
	return Extracted{Text: doc.Text, Kind: DOCX, Pictures: doc.Pictures, Footnotes: doc.Footnotes}, nil
}

// zipFault gives the sentence for what is wrong with a DOCX.
func (f file) zipFault(err error) error {
	switch {
	case errors.Is(err, archive.ErrBomb):
		return fault.Wrap(err, fault.TooLarge, "extract.bomb")
	case errors.Is(err, archive.ErrEncrypted):
		return unreadable(err, "extract.encrypted")
	case errors.Is(err, docx.ErrHugePiece):
		return hugePiece(err)
	case errors.Is(err, docx.ErrTooLong):
		return tooLong(err)
	case errors.Is(err, docx.ErrTooDeep):
		return unreadable(err, "extract.too_deep")
	case errors.Is(err, docx.ErrDamaged):
		return unreadable(err, "extract.damaged_docx")
	case errors.Is(err, archive.ErrDamaged):
		if f.hasSuffix(".docx") || bytes.Contains(f.head, []byte("[Content_Types].xml")) || bytes.Contains(f.head, []byte("word/")) {
			return unreadable(err, "extract.damaged_docx")
		}
		return unreadable(err, "extract.damaged_zip")
	}
	return err
}

func unreadable(cause error, key string, args ...any) *fault.Error {
	return fault.Wrap(cause, fault.Unreadable, key, args...)
}

func tooLong(cause error) *fault.Error {
	return fault.Wrap(cause, fault.TooLarge, "extract.too_long", MaxText/1_000_000)
}

func hugePiece(cause error) *fault.Error {
	return fault.Wrap(cause, fault.TooLarge, "extract.huge_piece", maxToken>>20)
}
