package extract

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"

	"hamrong/internal/archive"
	"hamrong/internal/docx"
	"hamrong/internal/fault"
)

// signature is how files of another kind begin.
type signature struct {
	at    int
	bytes string
	key   string // sentence
	name  string // its argument
}

// signatures are looked at in their order.
var signatures = []signature{
	{0, "%PDF-", "extract.other", "PDF"},
	{0, "{\\rtf", "extract.other", "RTF"},
	{0, "\x89PNG\r\n", "extract.image", "PNG"},
	{0, "\xff\xd8\xff", "extract.image", "JPEG"},
	{0, "GIF8", "extract.image", "GIF"},
	{0, "II*\x00", "extract.image", "TIFF"},
	{0, "MM\x00*", "extract.image", "TIFF"},
	{8, "WEBP", "extract.image", "WebP"},
	{4, "ftyphei", "extract.image", "HEIC"},
	{4, "ftypmif1", "extract.image", "HEIC"},
	{4, "ftypavif", "extract.image", "AVIF"},
	{4, "ftyp", "extract.other", "MP4"},
	{0, "8BPS", "extract.image", "Photoshop"},
	{0, "RIFF", "extract.other", "WAV/AVI"},
	{0, "ID3", "extract.other", "MP3"},
	{0, "OggS", "extract.other", "Ogg"},
	{0, "Rar!\x1a", "extract.packed", "RAR"},
	{0, "7z\xbc\xaf\x27\x1c", "extract.packed", "7z"},
	{0, "\x1f\x8b", "extract.packed", "GZIP"},
	{0, "BZh", "extract.packed", "BZIP2"},
	{0, "\xfd7zXZ\x00", "extract.packed", "XZ"},
	{0, "\x28\xb5\x2f\xfd", "extract.packed", "Zstandard"},
	{257, "ustar", "extract.packed", "TAR"},
	{0, "SQLite format 3\x00", "extract.other", "SQLite"},
	{0, "\x7fELF", "extract.program", "ELF"},
	{0, "\xdb\xa5-\x00", "extract.old_doc", ""}, // Word 2
	{0, "\xff\xfe\x00\x00", "extract.encoding", "UTF-32"},
	{0, "\x00\x00\xfe\xff", "extract.encoding", "UTF-32"},
}

// foreign gives the refusal of a file whose first bytes say that it is of another kind.
func foreign(head []byte) error {
	for _, s := range signatures {
		if len(head) < s.at+len(s.bytes) || string(head[s.at:s.at+len(s.bytes)]) != s.bytes {
			continue
		}
		if s.name == "" {
			return unreadable(nil, s.key)
		}
		return unreadable(nil, s.key, s.name)
	}
	switch {
	case bytes.HasPrefix(head, []byte("BM")) && len(head) > 14 && head[6]|head[7]|head[8]|head[9] == 0:
		return unreadable(nil, "extract.image", "BMP")
	case bytes.HasPrefix(head, []byte("MZ")) && bytes.IndexByte(head[:min(len(head), 64)], 0) >= 0:
		return unreadable(nil, "extract.program", "EXE")
	case bytes.Contains(head[:min(len(head), 1024)], []byte("\n%PDF-")):
		return unreadable(nil, "extract.other", "PDF")
	}
	return nil
}

// markup gives the refusal of a text format that is not HTML and not meant to be read by people.
func markup(head []byte) error {
	s := strings.ToLower(string(bytes.TrimPrefix(head[:min(len(head), 4096)], utf8BOM)))
	s = strings.TrimSpace(s)
	switch {
	case strings.HasPrefix(s, "mime-version:"), strings.HasPrefix(s, "from:") && strings.Contains(s, "\nmime-version:"):
		return unreadable(nil, "extract.other", "MHTML (MHT)")
	case strings.HasPrefix(s, "<svg"), strings.HasPrefix(s, "<?xml") && strings.Contains(s, "<svg"):
		return unreadable(nil, "extract.image", "SVG")
	case strings.HasPrefix(s, "<?xml") && strings.Contains(s, "word.document"):
		return unreadable(nil, "extract.other", "Word XML")
	case strings.HasPrefix(s, "<?xml"):
		return unreadable(nil, "extract.other", "XML")
	}
	return nil
}

// packages are the ZIP formats that are not DOCX: a part that only they have, or what
// their part "mimetype" begins with.
var packages = []struct{ prefix, mime, name string }{
	{"xl/", "", "Excel (XLSX)"},
	{"ppt/", "", "PowerPoint (PPTX)"},
	{"visio/", "", "Visio (VSDX)"},
	{"", "application/vnd.oasis.opendocument.text", "OpenDocument (ODT)"},
	{"", "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument (ODS)"},
	{"", "application/vnd.oasis.opendocument.presentation", "OpenDocument (ODP)"},
	{"", "application/vnd.oasis.opendocument", "OpenDocument"},
	{"", "application/epub+zip", "EPUB"},
	{"META-INF/MANIFEST.MF", "", "JAR"},
}

// otherPackage gives the refusal of an archive that is not a DOCX.
func otherPackage(a *archive.Archive) error {
	if _, ok := docx.MainPart(a); ok {
		return nil
	}
	mime := mimetype(a)
	for _, p := range packages {
		if p.prefix != "" && a.HasUnder(p.prefix) || p.mime != "" && strings.HasPrefix(mime, p.mime) {
			return unreadable(nil, "extract.other", p.name)
		}
	}
	if a.HasUnder("word/") || a.Has("[Content_Types].xml") {
		return unreadable(docx.ErrDamaged, "extract.damaged_docx")
	}
	return unreadable(nil, "extract.packed", "ZIP")
}

// mimetype reads the part by which OpenDocument and EPUB say what they are; "" when
// there is none that can be read.
func mimetype(a *archive.Archive) string {
	r, err := a.Part("mimetype", 200)
	if err != nil {
		return ""
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		return ""
	}
	return string(b)
}

// oleMagic begins the container of Office 97 to 2003, and of encrypted newer files.
var oleMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

// oleStreams are the entries of an OLE container that say what it is, the surest first.
var oleStreams = []struct{ entry, key, name string }{
	{"EncryptedPackage", "extract.encrypted", ""},
	{"WordDocument", "extract.old_doc", ""},
	{"Workbook", "extract.other", "Excel 97-2003 (XLS)"},
	{"Book", "extract.other", "Excel 5 (XLS)"},
	{"PowerPoint Document", "extract.other", "PowerPoint 97-2003 (PPT)"},
	{"__properties_version1.0", "extract.other", "Outlook (MSG)"},
}

// ole names what an OLE container holds. Its directory entries have 128 bytes each, on
// bounds of 128 bytes, wherever in the file they lie: the file is passed through once. One
// that holds none of them is what its name says.
func (f file) ole() error {
	best := len(oleStreams)
	buf := make([]byte, 128<<10)
	for off := int64(0); off < f.size && best > 0; off += int64(len(buf)) {
		n, err := f.r.ReadAt(buf, off)
		if err != nil && err != io.EOF {
			return err
		}
		for i := 0; i+128 <= n; i += 128 {
			if at := oleEntry(buf[i : i+128]); at >= 0 {
				best = min(best, at)
			}
		}
	}
	if best == len(oleStreams) {
		if f.hasSuffix(".doc") {
			return unreadable(nil, "extract.old_doc")
		}
		return unreadable(nil, "extract.other", "OLE")
	}
	s := oleStreams[best]
	var refusal *fault.Error
	if refusal = unreadable(nil, s.key); s.name != "" {
		refusal = unreadable(nil, s.key, s.name)
	}
	return refusal
}

// oleEntry gives the place in oleStreams of the entry that the bytes are, or -1.
func oleEntry(b []byte) int {
	n := int(binary.LittleEndian.Uint16(b[64:])) // bytes of the name with its closing zero
	if n < 4 || n > 64 || n%2 != 0 || b[n-1] != 0 || b[n-2] != 0 {
		return -1
	}
	name := make([]byte, 0, 32)
	for i := 0; i < n-2; i += 2 {
		if b[i+1] != 0 {
			return -1
		}
		name = append(name, b[i])
	}
	for i, s := range oleStreams {
		if s.entry == string(name) {
			return i
		}
	}
	return -1
}
