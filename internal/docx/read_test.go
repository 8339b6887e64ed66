package docx_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hamrong/internal/archive"
	"hamrong/internal/docx"
	"hamrong/testkit/docxtest"
)

func read(data []byte, limits docx.Limits) (docx.Document, error) {
	a, err := archive.Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return docx.Document{}, err
	}
	return docx.Read(a, limits)
}

func p(inner string) string { return "<w:p>" + inner + "</w:p>" }
func r(text string) string  { return "<w:r><w:t>" + text + "</w:t></w:r>" }
func pr(text string) string { return p(r(text)) }
func tc(inner string) string {
	return "<w:tc><w:tcPr><w:tcW w:w=\"1\"/></w:tcPr>" + inner + "</w:tc>"
}
func tr(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
func box(inner string) string   { return "<w:txbxContent>" + inner + "</w:txbxContent>" }
func alt(choice, fallback string) string {
	return "<mc:AlternateContent><mc:Choice Requires=\"wps\">" + choice + "</mc:Choice><mc:Fallback>" + fallback + "</mc:Fallback></mc:AlternateContent>"
}

func TestRead_text(t *testing.T) {
	fld := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs are joined by a newline, empty ones stay", pr("a") + "<w:p/>" + pr("b"), "a\n\nb"},
		{"runs of a paragraph are one text", p(r("Chi ") + r("bộ")), "Chi bộ"},
		{"tab, break and hyphen", p("<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t></w:r>"), "a\tb\nc\nd-e"},
		{"a page break is not text", p("<w:r><w:t>a</w:t><w:br w:type=\"page\"/><w:t>b</w:t></w:r>"), "ab"},
		{"entities", pr("A &amp; B &#7879;"), "A & B ệ"},
		{"line ends in the XML are blanks", pr("a\r\nb"), "a b"},
		{"symbols and soft hyphens are left out", p(r("a") + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:softHyphen/></w:r>" + r("b")), "ab"},
		{"cells by a tab, rows by a newline", pr("x") + "<w:tbl>" + tr(tc(pr("a")), tc(pr("b"))) + tr(tc("<w:p/>"), tc(pr("d"))) + "</w:tbl>" + pr("y"), "x\na\tb\n\td\ny"},
		{"a table first", "<w:tbl>" + tr(tc(pr("a")), tc(pr("b"))) + "</w:tbl>", "a\tb"},
		{"paragraphs of one cell", "<w:tbl>" + tr(tc(pr("a")+pr("b")), tc(pr("c"))) + "</w:tbl>", "a\nb\tc"},
		{"a table in a cell", "<w:tbl>" + tr(tc(pr("a")), tc("<w:tbl>"+tr(tc(pr("b")), tc(pr("c")))+"</w:tbl>"+pr("d")), tc(pr("e"))) + "</w:tbl>", "a\tb\tc\nd\te"},
		{"inserted text stays, deleted goes", p("<w:ins>" + r("a") + "</w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del>" + r("c")), "ac"},
		{"moved text stands where it went", p("<w:moveFrom>"+r("a")+"</w:moveFrom>"+r("b")) + p("<w:moveTo>"+r("a")+"</w:moveTo>"), "b\na"},
		{"a deleted end joins two paragraphs", p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"+r("a")) + pr("b") + pr("c"), "ab\nc"},
		{"a deleted row goes", "<w:tbl>" + tr(tc(pr("a"))) + tr("<w:trPr><w:del/></w:trPr>"+tc(pr("b"))) + tr(tc(pr("c")), tc(pr("d"))) + "</w:tbl>" + pr("e"), "a\nc\td\ne"},
		{"properties of before a change do not count", p("<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>"), "a"},
		{"hidden text goes", p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>b</w:t></w:r>" + r("c")), "bc"},
		{"field codes go, results stay", p(fld("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + r("code") + fld("separate") + r("7") + fld("end") + r("!")), "7!"},
		{"a field inside a field's code", p(fld("begin") + fld("begin") + fld("separate") + r("in") + fld("end") + r("x") + fld("separate") + r("out") + fld("end")), "inout"},
		{"a field without an end swallows nothing more", p(fld("begin")+r("code")) + pr("a"), "\na"},
		{"links and content controls", p("<w:hyperlink>" + r("a") + "</w:hyperlink><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + r("b") + "</w:sdtContent></w:sdt>"), "ab"},
		{"the prompt of an empty content control goes", p("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("Click here") + "</w:sdtContent></w:sdt>" + r("b")), "b"},
		{"a text box is read once, after its paragraph", p(r("a")+"<w:r>"+alt(box(pr("box")+pr("two")), "<w:pict>"+box(pr("box"))+"</w:pict>")+"</w:r>"+r("b")) + pr("c"), "ab\nbox\ntwo\nc"},
		{"a box known to old Word only", p("<w:r><mc:AlternateContent><mc:Fallback>" + box(pr("x")) + "</mc:Fallback></mc:AlternateContent></w:r>"), "\nx"},
		{"formulas", p("<m:oMath><m:r><m:t>7/18</m:t></m:r></m:oMath>" + r(" chi bộ")), "7/18 chi bộ"},
		{"ruby without its reading", p("<w:r><w:ruby><w:rt>" + r("x") + "</w:rt><w:rubyBase>" + r("a") + "</w:rubyBase></w:ruby></w:r>"), "a"},
		{"decomposed letters stay", pr("đa\u0309ng"), "đa\u0309ng"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := read(docxtest.File(c.body), docx.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got.Text); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRead_countsWhatItLeavesAside(t *testing.T) {
	pict := "<w:drawing><pic:pic/></w:drawing>"
	got, err := read(docxtest.File(
		p("<w:r>"+pict+"</w:r><w:r><w:pict><v:imagedata/></w:pict><w:footnoteReference/><w:endnoteReference/></w:r>")+
			p("<w:r>"+alt(pict, "<w:pict><v:imagedata/></w:pict>")+"</w:r>")), docx.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if want := (docx.Document{Text: "\n", Pictures: 3, Footnotes: 2}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestRead_findsAMainPartOfAnotherNameAndTheStrictNamespace(t *testing.T) {
	doc := strings.ReplaceAll(docxtest.Document(pr("a")), "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
	data := docxtest.Pack(
		docxtest.Part{Name: "_rels/.rels", Data: strings.ReplaceAll(docxtest.Relationships, "word/document.xml", "/word/document2.xml")},
		docxtest.Part{Name: "word/document2.xml", Data: doc})
	got, err := read(data, docx.Limits{})
	if err != nil || got.Text != "a" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestRead_refuses(t *testing.T) {
	deep := strings.Repeat("<w:x>", 600) + strings.Repeat("</w:x>", 600)
	main := func(xml string) []byte { return docxtest.Pack(docxtest.Part{Name: "word/document.xml", Data: xml}) }
	for _, c := range []struct {
		name   string
		data   []byte
		limits docx.Limits
		want   error
	}{
		{"no main part", docxtest.Pack(docxtest.Part{Name: "x", Data: "y"}), docx.Limits{}, docx.ErrDamaged},
		{"an empty main part", main(""), docx.Limits{}, docx.ErrDamaged},
		{"another document", main("<html/>"), docx.Limits{}, docx.ErrDamaged},
		{"XML that is cut off", main(docxtest.Document(pr("a"))[:430]), docx.Limits{}, docx.ErrDamaged},
		{"a document type", main("<!DOCTYPE x [<!ENTITY a 'b'>]>" + docxtest.Document("")), docx.Limits{}, docx.ErrDamaged},
		{"deep nesting", docxtest.File(deep), docx.Limits{}, docx.ErrTooDeep},
		{"too much text", docxtest.File(pr("12345") + pr("67890")), docx.Limits{Text: 9}, docx.ErrTooLong},
		{"too many paragraphs", docxtest.File(strings.Repeat("<w:p/>", 10)), docx.Limits{Paragraphs: 9}, docx.ErrTooLong},
		{"one piece of text too large", docxtest.File(pr(strings.Repeat("x", 50_000))), docx.Limits{Token: 10_000}, docx.ErrHugePiece},
		{"a main part too large", docxtest.File(pr("x")), docx.Limits{XML: 100}, archive.ErrBomb},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := read(c.data, c.limits); !errors.Is(err, c.want) {
				t.Errorf("got %+v, %v, want %v", got, err, c.want)
			}
		})
	}
}

func TestRead_givesBackAnyPlainText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.StringMatching(`[a-zA-Z0-9 àảãáạđĐớợ&<>"'\n%/-]{0,200}`).Draw(t, "text")
		got, err := read(docxtest.File(docxtest.Paragraphs(want)), docx.Limits{})
		if err != nil || got.Text != want {
			t.Fatalf("got %q, %v, want %q", got.Text, err, want)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add(docxtest.Document(pr("a") + "<w:tbl>" + tr("<w:trPr><w:del/></w:trPr>"+tc(pr("a")), tc(pr("b"))) + "</w:tbl>"))
	f.Add(docxtest.Document(p("<w:r>" + alt(box(pr("x")), box(pr("y"))) + "<w:fldChar w:fldCharType=\"begin\"/></w:r>")))
	f.Fuzz(func(t *testing.T, main string) {
		got, err := read(docxtest.Pack(docxtest.Part{Name: "word/document.xml", Data: main}), docx.Limits{Text: 10_000})
		if err == nil && (!utf8.ValidString(got.Text) || len(got.Text) > 10_000) {
			t.Errorf("text is not UTF-8 or over its limit: %q", got.Text)
		}
	})
}
