package story

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"unicode/utf16"

	"hamrong/testkit/docxtest"
)

const report = "Kết quả xếp loại năm 2019:\n5/9 chi bộ hoàn thành tốt nhiệm vụ; 4/9 chi bộ hoàn thành nhiệm vụ."

// files are the kinds of file that makefile knows.
var files = map[string]func() []byte{
	"docx":      func() []byte { return docxtest.File(docxtest.Paragraphs(report)) },
	"pictures":  func() []byte { return docxtest.File(docxtest.Paragraphs(report) + picture + picture) },
	"scan":      func() []byte { return docxtest.File(picture) },
	"cut":       func() []byte { b := docxtest.File(docxtest.Paragraphs(report)); return b[:len(b)*2/3] },
	"broken":    func() []byte { return pack("word/document.xml", docxtest.Document(report)[:500]) },
	"bomb":      func() []byte { return docxtest.File(strings.Repeat("<w:p></w:p>", 10<<20)) },
	"liar":      liar,
	"wide":      func() []byte { return docxtest.File("<w:p " + strings.Repeat("a='' ", 1<<20) + "/>") },
	"many":      many,
	"xlsx":      func() []byte { return pack("xl/workbook.xml", "<workbook/>") },
	"odt":       func() []byte { return pack("mimetype", "application/vnd.oasis.opendocument.text") },
	"zip":       func() []byte { return pack("bao-cao.txt", report) },
	"encrypted": func() []byte { return oleFile("EncryptionInfo", "EncryptedPackage") },
	"doc":       func() []byte { return oleFile("WordDocument", "1Table") },
	"pdf":       func() []byte { return []byte("%PDF-1.7\n1 0 obj\n") },
	"rtf":       func() []byte { return []byte(`{\rtf1\ansi Chi b\'f4}`) },
	"png":       func() []byte { return []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR") },
	"jpeg":      func() []byte { return []byte("\xff\xd8\xff\xe0\x00\x10JFIF") },
	"binary":    func() []byte { return bytes.Repeat([]byte{1, 2, 0, 0x9c, 0xff, 7}, 1000) },
	"utf16":     func() []byte { return utf16File(report, true) },
	"bom":       func() []byte { return []byte("\xef\xbb\xbf" + report) },
	"tcvn3": func() []byte {
		return []byte("\xa7\xb6ng b\xe9 S\xeb c\xf3 18 chi b\xe9 ho\xb5n th\xb5nh t\xe8t nhi\xd6m v\xf4 \xae\xad\xcec giao")
	},
	"vni": func() []byte {
		return []byte("\xd1a\xfbng b\xf6\xe4 S\xf4\xfb, 18 chi bo\xe4 hoa\xf8n tha\xf8nh to\xe1t nhie\xe4m vu\xef")
	},
	"cp1258": func() []byte {
		return []byte("18 chi b\xf4\xf2 hoa\xccn tha\xccnh t\xf4\xect nhi\xea\xf2m vu\xf2 \xf0\xfd\xf5\xf2c giao")
	},
	"latin1":     func() []byte { return []byte("caf\xe9 na\xefve") },
	"cp1258html": func() []byte { return []byte("<html><meta charset=windows-1258><p>chi b\xf4\xf2</p></html>") },
	"long":       func() []byte { return bytes.Repeat([]byte("chi bo hoan thanh nhiem vu\n"), 1_000_000) },
	"huge":       func() []byte { return nil },
	"noise":      noise,
	"tags":       func() []byte { return []byte("<html>" + strings.Repeat("<b>", 20<<20)) },
	"attributes": func() []byte { return []byte("<html><p " + strings.Repeat("a ", 10<<20)) },
	"wide16":     func() []byte { return utf16File(strings.Repeat("chi bo ", 5_000_000), true) },
	"ten":        func() []byte { return []byte(tenMegabytes()) },
	"ten-docx":   func() []byte { return docxtest.File(docxtest.Paragraphs(tenMegabytes())) },
	"ten-html": func() []byte {
		return []byte("<html><p>" + strings.ReplaceAll(tenMegabytes(), "\n", "</p>\n<p>"))
	},
}

const picture = `<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>`

func pack(name, data string) []byte { return docxtest.Pack(docxtest.Part{Name: name, Data: data}) }

// liar makes a bomb whose list of contents says that it is small.
func liar() []byte {
	b := docxtest.File(strings.Repeat("<w:p></w:p>", 3<<20))
	at := bytes.LastIndex(b, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(b[at+24:], 1<<20)
	return b
}

// many makes an archive of more parts than any document has.
func many() []byte {
	parts := make([]docxtest.Part, 40_000)
	for i := range parts {
		parts[i].Name = "word/x"
	}
	return docxtest.Pack(parts...)
}

func utf16File(s string, mark bool) []byte {
	var b []byte
	if mark {
		b = append(b, 0xff, 0xfe)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// oleFile makes a container of Office 97 with these entries.
func oleFile(names ...string) []byte {
	b := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 504)...)
	for _, name := range append([]string{"Root Entry"}, names...) {
		entry := append(utf16File(name, false), make([]byte, 128-2*len(name))...)
		binary.LittleEndian.PutUint16(entry[64:], uint16(2*len(name)+2))
		b = append(b, entry...)
	}
	return b
}

// noise makes 60 MB that no format begins with and that no text has.
func noise() []byte {
	b := make([]byte, 60<<20)
	if _, err := rand.NewChaCha8([32]byte{7}).Read(b); err != nil {
		panic(err) // it never fails
	}
	copy(b, "abc")
	return b
}

// tenMegabytes makes a text of 10 MB: reports of the length of a page, one after the other.
func tenMegabytes() string {
	words := strings.Repeat("Cấp ủy phân công từng đồng chí theo dõi, mỗi tháng một lần cùng chi bộ soát lại việc đã làm. ", 20)
	page := report + "\n" + words + "\n"
	return strings.Repeat(page, 10_000_000/len(page)+1)
}
