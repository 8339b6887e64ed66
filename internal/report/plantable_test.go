package report

import (
	"fmt"
	"slices"
	"testing"
)

// A table of targets gives a target for each row and column that is aimed at: none for what was
// reached, none for money, and its row numbers count nothing.
func TestRead_aTableOfTargetsGivesOneForEachColumnAimedAt(t *testing.T) {
	f := Read("Các chỉ tiêu chủ yếu\n" +
		"TT\tChỉ tiêu\tĐơn vị tính\tThực hiện 2024\tKế hoạch 2025\tNăm 2026\n" +
		"I Xây dựng Đảng\n" +
		"1\tTỷ lệ chi bộ hoàn thành tốt nhiệm vụ\t%\t88\t90\ttrên 92\n" +
		"2\tKết nạp đảng viên mới\tĐảng viên\t4\t5\t6\n" +
		"3\tThu ngân sách\tTỷ đồng\t10\t11\t12\n" +
		"Hết bảng.\n")
	if len(f.Classification) != 0 {
		t.Errorf("results %+v", f.Classification)
	}
	var got []string
	for _, x := range f.Targets {
		got = append(got, fmt.Sprint(x.Subject, " ", x.Comparator, x.Values[0], " ", x.Unit, " ", x.Period))
	}
	want := []string{
		"chi bộ =90 % 2025", "chi bộ >92 % 2026",
		"đảng viên mới =5 count 2025", "đảng viên mới =6 count 2026",
	}
	if !slices.Equal(got, want) {
		t.Errorf("targets %q, want %q", got, want)
	}
}
