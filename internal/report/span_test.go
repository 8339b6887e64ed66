package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// codePoints cuts text as offsets count it: an invalid byte is one.
func codePoints(text string) []string {
	var out []string
	for len(text) > 0 {
		_, n := utf8.DecodeRuneInString(text)
		out = append(out, text[:n])
		text = text[n:]
	}
	return out
}

type failer interface{ Errorf(string, ...any) }

// checkSpans checks that every place lies in the text and says what stands there, and
// that checks and repeats point at facts.
func checkSpans(t failer, text string, f *Facts) {
	points := codePoints(text)
	if f.Chars != len(points) {
		t.Errorf("%d code points, want %d", f.Chars, len(points))
	}
	var places []Span
	f.eachSpan(func(s ...Span) { places = append(places, s...) })
	for _, s := range append(places, f.Unread...) {
		if s.Start < 0 || s.End > len(points) || s.Start >= s.End {
			t.Errorf("span %d to %d of %d", s.Start, s.End, len(points))
			continue
		}
		if got := strings.Join(points[s.Start:s.End], ""); got != s.Text {
			t.Errorf("span %d to %d is %q, says %q", s.Start, s.End, got, s.Text)
		}
	}
	for i, c := range f.Classification {
		if c.RepeatOf != nil && (*c.RepeatOf == i || *c.RepeatOf < 0 || *c.RepeatOf >= len(f.Classification)) {
			t.Errorf("classification %d repeats %d", i, *c.RepeatOf)
		}
	}
	sizes := map[string]int{"classification": len(f.Classification), "targets": len(f.Targets)}
	for _, c := range f.Checks {
		for _, r := range c.Facts {
			if r.Place < 0 || r.Place >= sizes[r.List] {
				t.Errorf("check %q points at %s %d", c.Text, r.List, r.Place)
			}
		}
	}
}

// pieces are parts of reports from which the properties build texts.
var pieces = []string{
	"Năm 2015, ", "có 7/18 chi bộ đạt trong sạch, vững mạnh", " (chiếm 38,9%)", ", trong đó ", "; ", ". ", "\n", "\r\n", "+ ",
	"36 đồng chí đảng viên hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ: 7 đ/c", "lần lượt là 3, 12 và 2",
	"phấn đấu ", "trên 50% chi bộ ", "từ 15-20% ", "trở lên", "Đồng chí Trần Văn Nam, Bí thư Đảng ủy ", "phát biểu khai mạc hội nghị",
	"Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII ", "5 chương trình", "“", "”", "(", ")", " !important;", "đá !important;nh giá",
	"\u00a0", "\ufeff", "\xff", "%0", "Số 12-HD/HU", "ngày 3/4/2019", "không có chi bộ yếu kém", "Một số hình ảnh", "SỞ XÂY DỰNG",
	"\t", "\nĐơn vị\tTổng số đảng viên\tHTXSNV\t%\tHTTNV\n", "\n1\tChi bộ Một\t12\t3\t25\t9\n", "\t\tSL\t%\tSL\t%\n", "tăng từ 12 chi bộ năm 2018 lên 14 chi bộ năm 2019", "bằng 12% so với tổng số đảng viên", "đến năm 2020 ", "mục tiêu ", "phải ", "yêu cầu ",
}

func TestRead_placesLieInTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "text"), "")
		checkSpans(t, AsRead(text), Read(text))
	})
}

func TestRead_isTheSameForDecomposedLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.ToValidUTF8(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "text"), ""), "?")
		a, b := Read(text), Read(norm.NFD.String(text))
		if len(a.Classification) != len(b.Classification) || len(a.Targets) != len(b.Targets) || len(a.People) != len(b.People) || len(a.Checks) != len(b.Checks) {
			t.Fatalf("composed %d %d, decomposed %d %d", len(a.Classification), len(a.Targets), len(b.Classification), len(b.Targets))
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add(strings.Join(pieces, " "))
	f.Add("Kết quả: 02/10 đồng chí xếp loại: Hoàn thành xuất sắc nhiệm vụ, 08/10 hoàn thành tốt nhiệm vụ")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) { checkSpans(t, AsRead(text), Read(text)) })
}
