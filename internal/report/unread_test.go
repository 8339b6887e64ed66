package report

import (
	"slices"
	"testing"
)

func TestRead_showsTheFiguresOfWhichNothingCame(t *testing.T) {
	for text, want := range map[string][]string{
		"Năm 2015, 7/18 chi bộ đạt trong sạch, vững mạnh.":                                                          {},
		"Năm 2015, 7/18 chi bộ đạt trong sạch, vững mạnh. Tỷ lệ sinh hoạt đạt 96,5%.":                               {"96,5%"},
		"Có 12 đảng viên được cử đi học. Họp ngày 12/3/2015 theo Kế hoạch số 15-KH/ĐU.":                             {"12"},
		"Giải quyết 1.245 hồ sơ, thu 3,45 tỷ đồng; họp 04 hội nghị, có 2 năm liền đứng thứ 3 toàn tỉnh.":            {"1.245", "3,45", "04"},
		"Ngày 5/9 và sáng 24/12, theo Điều 7 và Quyết định 123, Hội nghị lần thứ 8 họp lúc 14 giờ; đăng lúc 09:15.": {},
		"2.1 Đơn vị\n3\tChi bộ Kế hoạch\t24\t18\nCộng\t55\t11\t41\t3\t0":                                            {"24", "18", "55", "11", "41", "3", "0"},
		"Báo cáo\n12":                  {"12"},
		"Cả năm không có gì phải nói.": {},
	} {
		f := Read(text)
		got := []string{}
		for _, s := range f.Unread {
			got = append(got, s.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	if f := Read(twin(t)); len(f.Unread) > 0 {
		t.Errorf("of the twin nothing came of %v", f.Unread)
	}
}
