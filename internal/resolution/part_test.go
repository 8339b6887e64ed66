package resolution

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKindOf_theFirstWordThatFitsDecides(t *testing.T) {
	for what, want := range map[string]PartKind{
		"chương trình trọng tâm":     KeyProgramme,
		"khâu đột phá":               Breakthrough,
		"chỉ tiêu chủ yếu":           TargetPart,
		"nhiệm vụ":                   TaskPart,
		"nhiệm vụ trọng tâm":         TaskPart,
		"nhóm nhiệm vụ, giải pháp":   Solution,
		"nhóm giải pháp":             Solution,
		"chương trình, nhiệm vụ lớn": KeyProgramme,
		"trọng tâm":                  KeyProgramme,
		"quan điểm chỉ đạo":          "",
	} {
		if got, ok := KindOf(what); got != want || ok != (want != "") {
			t.Errorf("%s: got %q, want %q", what, got, want)
		}
	}
}

func TestTitle_saysTheNumberOnce(t *testing.T) {
	for want, c := range map[string]Content{
		"Nghị quyết số 11-NQ/ĐU":                       {Name: "Nghị quyết", Number: "11-NQ/ĐU"},
		"Nghị quyết số 12-NQ/ĐU":                       {Name: "Nghị quyết", Number: "Số 12-NQ/ĐU"},
		"Nghị quyết về chuyển đổi số, số 11-NQ/ĐU":     {Name: "Nghị quyết về chuyển đổi số", Number: "11-NQ/ĐU"},
		"Nghị quyết Đại hội lần thứ XVIII số 01-NQ/ĐH": {Name: "Nghị quyết Đại hội", Congress: "XVIII", Number: "01-NQ/ĐH"},
	} {
		if got := c.Title(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestWeigh_whatContradictsStandsBesideAndIsNeverAdded(t *testing.T) {
	of := func(document int64, count int, what string) Declared {
		return Declared{Count: count, What: what, At: At{Document: document}}
	}
	for name, c := range map[string]struct {
		counts []Declared
		want   []Stated
	}{
		"the same words": {[]Declared{of(1, 28, "chỉ tiêu"), of(1, 5, "quan điểm"), of(2, 30, "Chỉ tiêu"), of(3, 28, "chỉ tiêu"), of(4, 30, "chỉ tiêu")},
			[]Stated{{of(1, 28, "chỉ tiêu"), []Declared{of(2, 30, "Chỉ tiêu")}}, {of(1, 5, "quan điểm"), nil}}},
		"the same kind in other words": {[]Declared{of(1, 28, "chỉ tiêu"), of(2, 30, "chỉ tiêu chủ yếu"), of(1, 7, "nhóm giải pháp"), of(2, 7, "nhóm giải pháp chính")},
			[]Stated{{of(1, 28, "chỉ tiêu"), []Declared{of(2, 30, "chỉ tiêu chủ yếu")}}, {of(1, 7, "nhóm giải pháp"), nil}}},
		"two sorts that a source tells apart": {[]Declared{of(1, 12, "nhiệm vụ"), of(1, 5, "nhiệm vụ trọng tâm"), of(2, 5, "nhiệm vụ trọng tâm"), of(2, 13, "nhiệm vụ")},
			[]Stated{{of(1, 12, "nhiệm vụ"), []Declared{of(2, 13, "nhiệm vụ")}}, {of(1, 5, "nhiệm vụ trọng tâm"), nil}}},
		"some of them": {[]Declared{of(1, 28, "chỉ tiêu"), of(2, 10, "chỉ tiêu về kinh tế")},
			[]Stated{{of(1, 28, "chỉ tiêu"), nil}, {of(2, 10, "chỉ tiêu về kinh tế"), nil}}},
	} {
		if got := Weigh(c.counts); !cmp.Equal(got, c.want) {
			t.Errorf("%s: got %+v", name, got)
		}
	}
	p := Compare([]Declared{of(1, 28, "chỉ tiêu"), of(2, 30, "chỉ tiêu")}, nil)[0]
	if s, ok := p.Disputed(); !ok || s.Count != 28 || p.Missing() != 28 {
		t.Errorf("disputed %+v, missing %d", s, p.Missing())
	}
}

func TestCompare_tasksDeclaredAreMetByTasksEntered(t *testing.T) {
	got := Compare([]Declared{{Count: 2, What: "nhiệm vụ"}, {Count: 3, What: "quan điểm"}}, []Part{{PartContent: PartContent{Kind: TaskPart}}, {PartContent: PartContent{Kind: TaskPart}}})
	if len(got) != 2 || got[0].Kind != TaskPart || got[0].Missing() != 0 || got[1].Kind != "" {
		t.Errorf("got %+v", got)
	}
}
