package docx

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// Namespaces that carry text; each has an older and a strict ISO name.
var spaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             "w",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":  "mc",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":     "pic",
	"http://purl.oclc.org/ooxml/drawingml/picture":                 "pic",
	"http://schemas.openxmlformats.org/drawingml/2006/chart":       "c",
	"http://purl.oclc.org/ooxml/drawingml/chart":                   "c",
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":     "dgm",
	"http://purl.oclc.org/ooxml/drawingml/diagram":                 "dgm",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":   "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":               "m",
	"urn:schemas-microsoft-com:vml":                                "v",
}

// body walks through the elements of the main part and writes the text.
type body struct {
	limits Limits
	doc    Document
	flow   *flow
	outer  []*flow // flows around the text box that is being read

	depth  int
	skipTo int // while depth is above it nothing is read; -1 when nothing is skipped

	inParaProps, inRowProps bool
	inText                  bool
	hidden                  bool   // the run is hidden text
	placeholder             bool   // the content control shows its prompt only
	fields                  []bool // complex fields that are open: in their code (true) or their result
	rows                    []int  // depths of the open table rows
	choices                 []bool // of each mc:AlternateContent: one alternative was read

	sawDocument bool
}

func newBody(l Limits) *body {
	b := &body{limits: l, skipTo: -1}
	b.flow = &flow{budget: &budget{text: l.Text, paragraphs: l.Paragraphs}}
	return b
}

func (b *body) token(tok xml.Token) error {
	switch t := tok.(type) {
	case xml.StartElement:
		b.depth++
		if b.depth > b.limits.Depth {
			return ErrTooDeep
		}
		if !b.skipping() {
			b.start(t)
		}
	case xml.EndElement:
		b.depth--
		if b.skipTo >= 0 && b.depth <= b.skipTo {
			b.skipTo = -1
			if len(b.rows) == 0 || b.rows[len(b.rows)-1] != b.depth+1 {
				break // the end of the element that was left out; a deleted row still ends
			}
		}
		if !b.skipping() {
			b.end(t.Name)
		}
	case xml.CharData:
		if b.inText && !b.skipping() {
			b.text(blanks.Replace(string(t)))
		}
	case xml.Directive:
		return fmt.Errorf("%w: it has a document type", ErrDamaged)
	}
	return b.flow.budget.err
}

// blanks are what line ends and tabs in the XML stand for.
var blanks = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

func (b *body) skipping() bool { return b.skipTo >= 0 && b.depth > b.skipTo }

// skip leaves out the element that just began.
func (b *body) skip() { b.skipTo = b.depth - 1 }

func (b *body) text(s string) {
	if b.hidden || len(b.fields) > 0 && b.fields[len(b.fields)-1] {
		return
	}
	b.flow.write(s)
}

func (b *body) document() (Document, error) {
	if !b.sawDocument {
		return Document{}, fmt.Errorf("%w: no document element", ErrDamaged)
	}
	b.doc.Text = b.flow.out.String()
	return b.doc, nil
}

func attr(t xml.StartElement, local string) string {
	for _, a := range t.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// on tells whether a switch such as <w:vanish/> is on.
func on(t xml.StartElement) bool {
	switch attr(t, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}
