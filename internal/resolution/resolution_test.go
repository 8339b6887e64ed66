package resolution_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/resolution"
	"hamrong/testkit"

	"pgregory.net/rapid"
)

func TestMain(m *testing.M) { testkit.Main(m) }

func TestCalled_saysTheCongressOnce(t *testing.T) {
	for _, c := range []struct{ name, congress, want string }{
		{"Nghị quyết Đại hội Đảng bộ tỉnh", "XVII", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII"},
		{"Nghị quyết Đại hội lần thứ XVII", "XVII", "Nghị quyết Đại hội lần thứ XVII"},
		{"Nghị quyết Đại hội XII", "XI", "Nghị quyết Đại hội XII lần thứ XI"}, // another number: both are said
		{"Nghị quyết Trung ương 5", "Khóa XI", "Nghị quyết Trung ương 5 Khóa XI"},
		{"Nghị quyết 5", "", "Nghị quyết 5"},
	} {
		if got := resolution.Called(c.name, c.congress); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.name, c.congress, got, c.want)
		}
	}
}

func TestTitle_saysTheNumberOnce(t *testing.T) {
	for _, c := range []struct{ name, number, want string }{
		{"Nghị quyết số 04-NQ/TW", "04-NQ/TW", "Nghị quyết số 04-NQ/TW"},
		{"Nghị quyết số 104-NQ/TW", "số 04-NQ/TW", "Nghị quyết số 104-NQ/TW số 04-NQ/TW"}, // another number
		{"Nghị quyết về chuyển đổi số", "Số: 7", "Nghị quyết về chuyển đổi số, số 7"},
		{"Nghị quyết 5", "", "Nghị quyết 5"},
	} {
		if got := (resolution.Content{Name: c.name, Number: c.number}).Title(); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.name, c.number, got, c.want)
		}
	}
}

func TestInForceOn_followsDatesThenTerm(t *testing.T) {
	for _, c := range []struct {
		name    string
		content resolution.Content
		day     period.Date
		want    bool
	}{
		{"no dates known", resolution.Content{Kind: resolution.Decree}, "2016-05-01", true},
		{"in its term", resolution.Content{Kind: resolution.Decree, Term: "2015-2020"}, "2020-12-31", true},
		{"after its term", resolution.Content{Kind: resolution.Decree, Term: "2015-2020"}, "2021-01-01", false},
		{"before its term", resolution.Content{Kind: resolution.Decree, Term: "2015-2020"}, "2014-12-31", false},
		{"before its date", resolution.Content{Kind: resolution.Decree, Date: "2015-09-30"}, "2015-09-29", false},
		{"in force through its last day", resolution.Content{Kind: resolution.Decree, Until: "2020-10-01"}, "2020-10-01", true},
		{"not in force after its last day", resolution.Content{Kind: resolution.Decree, Until: "2020-10-01"}, "2020-10-02", false},
		{"own dates go before the term", resolution.Content{Kind: resolution.Decree, Term: "2015-2020", Until: "2018-01-01"}, "2019-01-01", false},
		{"a plenum told of never binds", resolution.Content{Kind: resolution.Plenum}, "2016-05-01", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.content.InForceOn(c.day); got != c.want {
				t.Errorf("InForceOn(%s) = %v", c.day, got)
			}
		})
	}
}

func TestCompare_setsDeclaredBesideEntered(t *testing.T) {
	counts := []resolution.Declared{{What: "chương trình trọng tâm", Count: 3}, {What: "khâu đột phá", Count: 2}, {What: "chỉ tiêu", Count: 24},
		{What: "nhóm giải pháp chính", Count: 6}, {What: "đề án", Count: 9}}
	parts := []resolution.Part{{PartContent: resolution.PartContent{Kind: resolution.TargetPart, Text: "a"}}}
	got := resolution.Compare(counts, parts)
	if len(got) != 5 {
		t.Fatalf("%d kinds", len(got))
	}
	for i, missing := range []int{3, 2, 23, 6, 9} {
		if got[i].Missing() != missing {
			t.Errorf("%s: missing %d, want %d", got[i].What, got[i].Missing(), missing)
		}
	}
	if got[4].Kind != "" || got[2].Kind != resolution.TargetPart {
		t.Errorf("kinds %q, %q", got[4].Kind, got[2].Kind)
	}
}

// parts reads a list without its headings.
func parts(p resolution.Pasted) ([]resolution.PastedLine, error) {
	list, err := resolution.ParseList(p)
	return slices.DeleteFunc(list, func(l resolution.PastedLine) bool { return l.Verdict == resolution.PasteHeading }), err
}

func TestParseList_aHeadingRulesTheKindAndTheFieldOfTheLinesBelow(t *testing.T) {
	list, err := resolution.ParseList(resolution.Pasted{Kind: resolution.TargetPart, Text: `I. CHỈ TIÊU
1. Tốc độ tăng trưởng 12 %
Về xã hội:
2. Giảm hộ nghèo theo chương trình mục tiêu
II. NHIỆM VỤ TRỌNG TÂM
1. Xây dựng chỉ tiêu sát thực tế
2. Đổi mới chương trình công tác
Chương trình nông thôn mới hoàn thành năm 2027
III. Giải pháp chủ yếu
- Tăng cường kiểm tra
Các chỉ tiêu về môi trường:
3. Trồng 2.000 cây xanh
Ba khâu đột phá
a) Cải cách hành chính
IV. TỔ CHỨC THỰC HIỆN
- Quán triệt trong toàn Đảng bộ`})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"heading target", "new target", "heading target xã hội", "new target xã hội", "heading task", "new task", "new task", "new task",
		"heading solution", "new solution", "heading target môi trường", "new target môi trường", "heading breakthrough", "new breakthrough",
		"heading breakthrough TỔ CHỨC THỰC HIỆN", "new breakthrough TỔ CHỨC THỰC HIỆN"}
	var got []string
	for _, l := range list {
		got = append(got, strings.TrimSpace(string(l.Verdict)+" "+string(l.Part.Kind)+" "+l.Part.Field))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestParseList_readsNumbersBulletsAndHeadings(t *testing.T) {
	list, err := parts(resolution.Pasted{Kind: resolution.TargetPart, Field: "chung", Text: `
1. Tốc độ tăng trưởng bình quân 12%
- Thu nhập bình quân đầu người 3.600 USD

I. Về xã hội:
2.1 Tỷ lệ hộ nghèo giảm 2,5 % mỗi năm
a) 80% xã đạt chuẩn
3.600 hộ dân có nước sạch
4.Mười trường mới`})
	if err != nil {
		t.Fatal(err)
	}
	want := []resolution.PartContent{
		{Number: "1", Text: "Tốc độ tăng trưởng bình quân 12%", Field: "chung"},
		{Text: "Thu nhập bình quân đầu người 3.600 USD", Field: "chung"},
		{Number: "2.1", Text: "Tỷ lệ hộ nghèo giảm 2,5 % mỗi năm", Field: "xã hội"},
		{Number: "a", Text: "80% xã đạt chuẩn", Field: "xã hội"},
		{Text: "3.600 hộ dân có nước sạch", Field: "xã hội"},
		{Number: "4", Text: "Mười trường mới", Field: "xã hội"},
	}
	if len(list) != len(want) {
		t.Fatalf("%d parts: %+v", len(list), list)
	}
	for i, w := range want {
		w.Kind, w.State = resolution.TargetPart, resolution.Planned
		if list[i].Part.PartContent != w {
			t.Errorf("line %d: %+v", i+1, list[i].Part.PartContent)
		}
	}
}

func TestParseList_refusesNothing(t *testing.T) {
	for _, text := range []string{"", "\n \n", "Về kinh tế:\n"} {
		_, err := resolution.ParseList(resolution.Pasted{Kind: resolution.TargetPart, Text: text})
		if !errors.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestParseList_losesNoLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.StringMatching(`[A-ZĐ][a-zàáâđêôơưịỹ]{2,8}( [a-z0-9àđêôơưịỹ]{1,6}){0,4}`), 1, 20).Draw(t, "lines")
		text := ""
		for _, l := range lines {
			text += rapid.SampledFrom([]string{"", "- ", "1. ", "2) ", "+ ", "  • "}).Draw(t, "lead") + l + rapid.SampledFrom([]string{"\n", "\r\n", "\n\n"}).Draw(t, "end")
		}
		list, err := parts(resolution.Pasted{Kind: resolution.Solution, Text: text})
		if err != nil || len(list) != len(lines) {
			t.Fatalf("%d of %d lines, %v", len(list), len(lines), err)
		}
		for i, l := range lines {
			if list[i].Part.Text != l {
				t.Fatalf("line %d: %q, want %q", i, list[i].Part.Text, l)
			}
		}
	})
}
