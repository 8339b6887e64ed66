package extract_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"hamrong/internal/extract"
	"hamrong/testkit/docxtest"
)

func text(data []byte, name string) (extract.Extracted, error) {
	return extract.Text(bytes.NewReader(data), int64(len(data)), name)
}

func utf16Bytes(s string, big bool) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

const sentence = "Năm 2019, 5/9 chi bộ hoàn thành tốt nhiệm vụ."

func TestText_plain(t *testing.T) {
	two := sentence + "\n" + sentence
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"UTF-8", []byte(two), two},
		{"a byte order mark is dropped", []byte("\xef\xbb\xbf" + two), two},
		{"CRLF and CR are one newline each", []byte("a\r\nb\rc\n\n"), "a\nb\nc\n\n"},
		{"decomposed letters stay", []byte("Đa\u0309ng bô\u0323"), "Đa\u0309ng bô\u0323"},
		{"UTF-16 LE with mark", append([]byte("\xff\xfe"), utf16Bytes(two, false)...), two},
		{"UTF-16 BE with mark", append([]byte("\xfe\xff"), utf16Bytes(two, true)...), two},
		{"UTF-16 LE without mark", utf16Bytes(two+" 😀", false), two + " 😀"},
		{"UTF-16 BE without mark", utf16Bytes("a\r\nb, chi bo", true), "a\nb, chi bo"},
		{"a less-than sign is no HTML", []byte("3 < 5, 5 > 3"), "3 < 5, 5 > 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := text(c.data, "a.txt")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(extract.Extracted{Text: c.want, Kind: extract.Plain}, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestText_docxUnderAnyName(t *testing.T) {
	data := docxtest.File(docxtest.Paragraphs(sentence+"\nb") + "<w:p><w:r><pic:pic/><w:footnoteReference/></w:r></w:p>")
	for _, name := range []string{"a.docx", "a.txt", ""} {
		got, err := text(data, name)
		want := extract.Extracted{Text: sentence + "\nb\n", Kind: extract.DOCX, Pictures: 1, Footnotes: 1}
		if err != nil || got != want {
			t.Errorf("%q: got %+v, %v", name, got, err)
		}
	}
}

func TestText_html(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"paragraphs", "<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body><p>a <b>b</b>\n c</p><p>d</p>e<div>f</div></body></html>", "a b c\nd\ne\nf"},
		{"no blank inside a word", "<p>Chi <i>b</i>ộ</p>", "Chi bộ"},
		{"entities", "<p>&#7879; &amp; &agrave;&nbsp;x</p>", "ệ & à\u00a0x"},
		{"br", "<p>a<br>b <br/> c<br></p><p>d</p>", "a\nb\nc\nd"},
		{"a table", "<p>x</p><table><tr><th>a<th>b</tr><tr><td><p>c</p></td><td><p>d</p><p>e</p></td><td>f</td></tr></table>y", "x\na\tb\nc\td\ne\tf\ny"},
		{"empty cells", "<table><tr><td></td><td>b</td><td></td></tr><tr><td>c</td><td></td><td>d</td></tr></table>", "\tb\nc\t\td"},
		{"a table in a cell", "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>", "a\tb\tc\td"},
		{"lists without numbers", "<ol><li>a<li>b</ol>", "a\nb"},
		{"what is not text", "<p>a</p><script>x<p></script><style>y</style><template><p>z</p></template><noscript>n</noscript><nav><a>menu</a></nav><!-- c --><select><option>o</select><p>b</p>", "a\nb"},
		{"a script that is written as closed", "<html><script src=x />var x</script><p>a</p>", "a"},
		{"what is hidden", `<p>a</p><p hidden>h<p>b<span style="display: none">h<span>h</span></span>c</p><div style="VISIBILITY:hidden"><p>x</p></div>`, "a\nbc"},
		{"list numbers that Word made", `<p><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>a</p>`, "a"},
		{"pre", "<pre>a\r\n  b</pre>", "a\n  b"},
		{"a byte order mark", "\ufeff<p>a</p>", "a"},
		{"pictures written into the page", `<p>a<img src="data:image/png;base64,` + strings.Repeat("QUJD", 800_000) + `">b</p>`, "ab"},
		{"UTF-8 declared", `<meta charset="UTF-8"><p>ộ</p>`, "ộ"},
		{"plain ASCII reads the same in old encodings", `<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><p>&#7897;</p>`, "ộ"},
		{"tags left open", "<div><p>a<div>b<table><tr><td>c</div>", "a\nb\nc"},
		{"an end tag too many", "<p>a</div></p></table>b", "a\nb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := c.in
			if !strings.HasPrefix(in, "<") && !strings.HasPrefix(in, "\ufeff") {
				in = "<body>" + in
			}
			got, err := text([]byte(in), "a.html")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got.Text); diff != "" || got.Kind != extract.HTML {
				t.Errorf("%s %s", got.Kind, diff)
			}
		})
	}
}

func TestText_htmlInUTF16(t *testing.T) {
	got, err := text(append([]byte("\xff\xfe"), utf16Bytes("<html><p>chi bộ</p></html>", false)...), "a.htm")
	if err != nil || got.Text != "chi bộ" || got.Kind != extract.HTML {
		t.Errorf("got %+v, %v", got, err)
	}
}
