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

func TestCompare_tasksDeclaredAreMetByTasksEntered(t *testing.T) {
	got := Compare([]Declared{{Count: 2, What: "nhiệm vụ"}, {Count: 3, What: "quan điểm"}}, []Part{{PartContent: PartContent{Kind: TaskPart}}, {PartContent: PartContent{Kind: TaskPart}}})
	if len(got) != 2 || got[0].Kind != TaskPart || got[0].Missing() != 0 || got[1].Kind != "" {
		t.Errorf("got %+v", got)
	}
}
