package report

import (
	"slices"
	"testing"
)

func TestRead_showsTheFiguresOfWhichNothingCame(t *testing.T) {
	for text, want := range map[string][]string{
		"Năm 2015, 7/18 chi bộ đạt trong sạch, vững mạnh.":                              {},
		"Năm 2015, 7/18 chi bộ đạt trong sạch, vững mạnh. Tỷ lệ sinh hoạt đạt 96,5%.":   {"96,5%"},
		"Có 12 đảng viên được cử đi học. Họp ngày 12/3/2015 theo Kế hoạch số 15-KH/ĐU.": {"12"},
		"Cả năm không có gì phải nói.":                                                  {},
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
