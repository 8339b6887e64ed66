package extract_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"hamrong/internal/extract"
	"hamrong/internal/fault"
	"hamrong/testkit/docxtest"
)

// oleFile makes an OLE container with directory entries of these names.
func oleFile(names ...string) []byte {
	data := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 504)...)
	for _, name := range append([]string{"Root Entry"}, names...) {
		entry := make([]byte, 128)
		units := utf16.Encode([]rune(name))
		for i, u := range units {
			binary.LittleEndian.PutUint16(entry[2*i:], u)
		}
		binary.LittleEndian.PutUint16(entry[64:], uint16(2*len(units)+2))
		data = append(data, entry...)
	}
	return data
}

// bomb makes a DOCX whose main part unpacks to 200 MB and says so, or says that it is small.
func bomb(t *testing.T, honest bool) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	doc := docxtest.Document("<w:p>#</w:p>")
	before, after, _ := strings.Cut(doc, "#")
	blanks := strings.Repeat("<w:x/>", 200_000)
	for _, s := range append(append([]string{before}, slicesOf(blanks, 200)...), after) {
		if _, err := io.WriteString(w, s); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	data := buf.Bytes()
	if !honest {
		at := bytes.Index(data, []byte("PK\x01\x02"))
		binary.LittleEndian.PutUint32(data[at+24:], 20<<20)
	}
	return data
}

func slicesOf(s string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = s
	}
	return out
}

func TestText_refuses(t *testing.T) {
	whole := docxtest.File(docxtest.Paragraphs(sentence))
	locked := bytes.Clone(whole)
	for at := 0; ; {
		i := bytes.Index(locked[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		locked[at+i+8] |= 1
		at += i + 4
	}
	pack := func(name, data string) []byte { return docxtest.Pack(docxtest.Part{Name: name, Data: data}) }
	stored := func(name, data string) []byte {
		var buf bytes.Buffer
		z := zip.NewWriter(&buf)
		h := &zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(data)),
			CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data))}
		w, err := z.CreateRaw(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, data); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return buf.Bytes()
	}
	tcvn3 := []byte("\xa7\xb6ng b\xe9 S\xeb c\xf3 18 chi b\xe9, n\xa8m nay ho\xb5n th\xb5nh t\xe8t nhi\xd6m v\xf4 \xae\xad\xcec giao")
	for _, c := range []struct {
		name string
		data []byte
		file string
		key  string
		arg  any
	}{
		{"nothing", nil, "a.txt", "extract.empty", nil},
		{"blanks only", []byte(" \r\n\t "), "a.txt", "extract.no_text", nil},
		{"an HTML page without text", []byte("<html><script>x</script></html>"), "a.html", "extract.no_text", nil},
		{"a scan", docxtest.File("<w:p><w:r><pic:pic/></w:r></w:p>"), "a.docx", "extract.only_pictures", 1},
		{"random bytes", []byte("\x01\x02\x00\x9c\xff\x07abc"), "a.txt", "extract.binary", nil},
		{"control signs", []byte("abc\x01\x02\x03\x04def"), "a.txt", "extract.binary", nil},
		{"a cut-off DOCX", whole[:len(whole)/2], "a.docx", "extract.damaged_docx", nil},
		{"a DOCX cut off under another name", whole[:len(whole)-10], "a", "extract.damaged_docx", nil},
		{"a DOCX without its main part", docxtest.Pack(docxtest.Part{Name: "[Content_Types].xml", Data: docxtest.ContentTypes}), "a.docx", "extract.damaged_docx", nil},
		{"a DOCX of broken XML", pack("word/document.xml", "<w:document"), "a.docx", "extract.damaged_docx", nil},
		{"a DOCX nested deeply", docxtest.File(strings.Repeat("<w:x>", 2000) + strings.Repeat("</w:x>", 2000)), "a.docx", "extract.too_deep", nil},
		{"a zip bomb", bomb(t, true), "a.docx", "extract.bomb", nil},
		{"a zip bomb that lies", bomb(t, false), "a.docx", "extract.bomb", nil},
		{"an encrypted ZIP part", locked, "a.docx", "extract.encrypted", nil},
		{"an encrypted DOCX", oleFile("EncryptionInfo", "EncryptedPackage"), "a.docx", "extract.encrypted", nil},
		{"old Word", oleFile("Workbook", "WordDocument"), "a.doc", "extract.old_doc", nil},
		{"old Excel", oleFile("Workbook"), "a.xls", "extract.other", "Excel 97-2003 (XLS)"},
		{"old Word by its name", oleFile("x"), "Báo cáo.DOC", "extract.old_doc", nil},
		{"another OLE file", oleFile("x"), "a.bin", "extract.other", "OLE"},
		{"PDF", []byte("%PDF-1.7\nabc"), "a.docx", "extract.other", "PDF"},
		{"RTF", []byte(`{\rtf1\ansi}`), "a.doc", "extract.other", "RTF"},
		{"XLSX", pack("xl/workbook.xml", "<x/>"), "a.docx", "extract.other", "Excel (XLSX)"},
		{"ODT", stored("mimetype", "application/vnd.oasis.opendocument.text"), "a.odt", "extract.other", "OpenDocument (ODT)"},
		{"a ZIP", pack("a.txt", "x"), "a.zip", "extract.packed", "ZIP"},
		{"a broken ZIP", []byte("PK\x03\x04abcdefgh"), "a.zip", "extract.damaged_zip", nil},
		{"PNG", []byte("\x89PNG\r\n\x1a\n"), "a.png", "extract.image", "PNG"},
		{"JPEG", []byte("\xff\xd8\xff\xe0abc"), "a.docx", "extract.image", "JPEG"},
		{"SVG", []byte("<svg xmlns='x'></svg>"), "a.svg", "extract.image", "SVG"},
		{"Word's own XML", []byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>`), "a.xml", "extract.other", "Word XML"},
		{"a page saved as one file", []byte("MIME-Version: 1.0\nContent-Type: multipart/related"), "a.mht", "extract.other", "MHTML (MHT)"},
		{"a program", []byte("\x7fELF\x02\x01"), "a", "extract.program", "ELF"},
		{"TCVN3", tcvn3, "a.txt", "extract.encoding", "TCVN3 (ABC)"},
		{"a TCVN3 font in a DOCX", docxtest.File(docxtest.Paragraphs(latin1(append(tcvn3, tcvn3...)))), "a.docx", "extract.encoding", "TCVN3 (ABC)"},
		{"VNI", []byte("\xd1a\xfbng b\xf6\xe4 S\xf4\xfb, 18 chi bo\xe4 hoa\xf8n tha\xf8nh to\xe1t nhie\xe4m vu\xef \xf1\xf6\xf4\xefc giao"), "a.txt", "extract.encoding", "VNI"},
		{"windows-1258", []byte("\xd0a\xd2ng b\xf4\xf2 S\xf5\xd2, 18 chi b\xf4\xf2 hoa\xccn tha\xccnh t\xf4\xect nhi\xea\xf2m vu\xf2 \xf0\xfd\xf5\xf2c giao"), "a.txt", "extract.encoding", "windows-1258"},
		{"an HTML page that names its encoding", []byte("<meta charset=windows-1258><p>b\xf4\xf2</p>"), "a.html", "extract.encoding", "windows-1258"},
		{"an HTML page in none", []byte("<p>b\xff\xfe</p>"), "a.html", "extract.not_utf8", nil},
		{"Latin-1", []byte("caf\xe9 na\xefve"), "a.txt", "extract.not_utf8", nil},
		{"UTF-32", []byte("\xff\xfe\x00\x00a\x00\x00\x00"), "a.txt", "extract.encoding", "UTF-32"},
		{"UTF-16 cut off", append([]byte("\xff\xfe"), "a\x00b"...), "a.txt", "extract.cut_utf16", nil},
	} {
		t.Run(c.name, func(t *testing.T) { wantFault(t, c.data, c.file, c.key, c.arg) })
	}
}

func wantFault(t *testing.T, data []byte, file, key string, arg any) {
	t.Helper()
	got, err := text(data, file)
	var f *fault.Error
	if !errors.As(err, &f) {
		t.Fatalf("got %d bytes of %s, %v, want a refusal", len(got.Text), got.Kind, err)
	}
	if f.Key != key || arg != nil && (len(f.Args) != 1 || f.Args[0] != arg) {
		t.Errorf("got %s %v (%v), want %s %v", f.Key, f.Args, f.Err, key, arg)
	}
	for _, lang := range []string{"vi", "en"} {
		if _, ok := sentences(t, lang)[key]; !ok {
			t.Errorf("no sentence for %s in %s", key, lang)
		}
	}
}

func sentences(t *testing.T, lang string) map[string]any {
	t.Helper()
	raw, err := extract.Locale.ReadFile("locale/" + lang + ".json")
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]any{}
	if err := json.Unmarshal(raw, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// latin1 shows bytes as an old font's document has them in Unicode.
func latin1(b []byte) string {
	var s strings.Builder
	for _, c := range b {
		s.WriteRune(rune(c))
	}
	return s.String()
}

// unread is a file that must not be read.
type unread struct{ t *testing.T }

func (u unread) ReadAt([]byte, int64) (int, error) {
	u.t.Error("the file was read")
	return 0, io.EOF
}

func TestText_refusesALargeFileUnread(t *testing.T) {
	_, err := extract.Text(unread{t}, extract.MaxFile+1, "a.docx")
	if fault.KindOf(err) != fault.TooLarge {
		t.Errorf("got %v", err)
	}
}

func TestText_refusesTooMuchText(t *testing.T) {
	line := strings.Repeat("x", 1<<20)
	wantFault(t, []byte(strings.Repeat(line, 20)), "a.txt", "extract.too_long", extract.MaxText/1_000_000)
	wantFault(t, []byte(strings.Repeat("<p>"+line, 20)), "a.html", "extract.too_long", nil)
	wantFault(t, []byte("<p>"+line+line+line), "a.html", "extract.huge_piece", nil)
	wantFault(t, docxtest.File(docxtest.Paragraphs(line+line+line)), "a.docx", "extract.huge_piece", nil)
	wantFault(t, append([]byte("<div>"), bytes.Repeat([]byte("<div>"), 2000)...), "a.html", "extract.too_deep", nil)
}

func TestText_givesTheErrorOfTheDisk(t *testing.T) {
	_, err := extract.Text(failing{}, 100, "a.txt")
	if !errors.Is(err, errDisk) {
		t.Errorf("got %v", err)
	}
}

var errDisk = errors.New("disk")

type failing struct{}

func (failing) ReadAt([]byte, int64) (int, error) { return 0, errDisk }
