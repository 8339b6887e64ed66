package resolution

import "testing"

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

func TestCompare_tasksDeclaredAreMetByTasksEntered(t *testing.T) {
	got := Compare([]Declared{{Count: 2, What: "nhiệm vụ"}, {Count: 3, What: "quan điểm"}}, []Part{{PartContent: PartContent{Kind: TaskPart}}, {PartContent: PartContent{Kind: TaskPart}}})
	if len(got) != 2 || got[0].Kind != TaskPart || got[0].Missing() != 0 || got[1].Kind != "" {
		t.Errorf("got %+v", got)
	}
}
