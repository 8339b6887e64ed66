package extract_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"hamrong/testkit/docxtest"
)

// FuzzText asks of any bytes under any name: no panic, and text that is UTF-8, has no
// carriage return and is not longer than a file of that size can make it.
func FuzzText(f *testing.F) {
	f.Add([]byte(sentence), "a.txt")
	f.Add([]byte("<table><tr><td>a<td>b</table><p hidden>x<pre>\r\n"), "a.html")
	f.Add(utf16Bytes(sentence, true), "a.txt")
	f.Add(docxtest.File(docxtest.Paragraphs(sentence)), "a.docx")
	f.Add(oleFile("WordDocument"), "a.doc")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		got, err := text(data, name)
		if err != nil {
			return
		}
		if !utf8.ValidString(got.Text) || strings.Contains(got.Text, "\r") && got.Kind == "txt" {
			t.Errorf("%s: bad text %q", got.Kind, got.Text)
		}
		if got.Kind != "docx" && len(got.Text) > 4*len(data)+4 {
			t.Errorf("%s: %d bytes of text out of %d", got.Kind, len(got.Text), len(data))
		}
	})
}
