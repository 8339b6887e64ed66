// Package docxtest makes DOCX files for tests.
package docxtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strings"
)

// ContentTypes and Relationships are the two small parts that every DOCX has.
const (
	ContentTypes = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	Relationships = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
)

// Part is one part of a package: its name and what is in it.
type Part struct{ Name, Data string }

// Pack makes a ZIP file of parts, in their order.
func Pack(parts ...Part) []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, p := range parts {
		w, err := z.Create(p.Name)
		if err != nil {
			panic(err) // a buffer does not fail
		}
		if _, err := w.Write([]byte(p.Data)); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return buf.Bytes()
}

// File makes a DOCX of the elements inside w:body.
func File(body string) []byte {
	return Pack(Part{"[Content_Types].xml", ContentTypes}, Part{"_rels/.rels", Relationships},
		Part{"word/document.xml", Document(body)})
}

// Document makes the main part of the elements inside w:body.
func Document(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document` +
		` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"` +
		` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
		` xmlns:v="urn:schemas-microsoft-com:vml"><w:body>` + body + `</w:body></w:document>`
}

// Paragraphs makes the elements of plain paragraphs, one a line of text.
func Paragraphs(text string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString(`<w:p><w:r><w:t xml:space="preserve">`)
		if err := xml.EscapeText(&b, []byte(line)); err != nil {
			panic(err)
		}
		b.WriteString(`</w:t></w:r></w:p>`)
	}
	return b.String()
}
