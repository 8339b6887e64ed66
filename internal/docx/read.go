package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"hamrong/internal/archive"
)

// maxRelationships bounds the small part that names the main part.
const maxRelationships = 1 << 20

// MainPart gives the name of the part that holds the document's text: the one that the
// package names as its office document, else the usual one; ok is false when the
// archive has neither, or when the part is not Word's.
func MainPart(a *archive.Archive) (name string, ok bool) {
	const usual = "word/document.xml"
	if named := officeDocument(a); strings.HasPrefix(strings.ToLower(named), "word/") && a.Has(named) {
		return named, true
	}
	return usual, a.Has(usual)
}

// officeDocument reads the name of the main part from the package's relationships. A
// broken list is no reason to refuse a document that has its usual part: it gives "".
func officeDocument(a *archive.Archive) string {
	r, err := a.Part("_rels/.rels", maxRelationships)
	if err != nil {
		return ""
	}
	defer r.Close()
	var list struct {
		Relationship []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if xml.NewDecoder(r).Decode(&list) != nil {
		return ""
	}
	for _, rel := range list.Relationship {
		if strings.HasSuffix(rel.Type, "/officeDocument") {
			return strings.TrimPrefix(path.Clean("/"+rel.Target), "/")
		}
	}
	return ""
}

// Read reads the document of an opened DOCX. It gives, wrapped, an error of this
// package or of package archive.
func Read(a *archive.Archive, limits Limits) (Document, error) {
	limits = limits.orDefaults()
	name, ok := MainPart(a)
	if !ok {
		return Document{}, fmt.Errorf("%w: no main part", ErrDamaged)
	}
	part, err := a.Part(name, limits.XML)
	if err != nil {
		return Document{}, err
	}
	defer part.Close()
	return readBody(part, limits)
}

// readBody reads the XML of the main part.
func readBody(r io.Reader, limits Limits) (Document, error) {
	guard := &tokenGuard{r: r, max: limits.Token}
	dec := xml.NewDecoder(guard)
	b := newBody(limits)
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return Document{}, cause(err)
		}
		guard.since = 0
		if err := b.token(tok); err != nil {
			return Document{}, err
		}
	}
	return b.document()
}

// cause keeps the errors that say why, and calls every other one damage.
func cause(err error) error {
	for _, known := range []error{ErrHugePiece, archive.ErrBomb, archive.ErrDamaged} {
		if errors.Is(err, known) {
			return err
		}
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}

// tokenGuard ends the reading when one token has grown too large: the decoder holds a
// token whole in memory.
type tokenGuard struct {
	r     io.Reader
	max   int
	since int // bytes read since the last token
}

func (g *tokenGuard) Read(p []byte) (int, error) {
	if g.since > g.max {
		return 0, ErrHugePiece
	}
	n, err := g.r.Read(p)
	g.since += n
	return n, err
}
