package report

import (
	"strings"
	"testing"
)

// found gives the first check of a kind whose text holds all the words, nil if none.
func (f *Facts) found(kind CheckKind, words ...string) *Check {
	for i := range f.Checks {
		c := &f.Checks[i]
		all := c.Kind == kind
		for _, w := range words {
			all = all && strings.Contains(c.Text, w)
		}
		if all {
			return c
		}
	}
	return nil
}

func TestCheck_comparesWhatTheTextSays(t *testing.T) {
	yes, no := true, false
	for _, c := range []struct {
		name, text string
		kind       CheckKind
		words      []string
		holds      *bool
	}{
		{"parts make the base", "Năm 2015, 2/18 chi bộ trong sạch, vững mạnh tiêu biểu; 7/18 chi bộ trong sạch, vững mạnh; 9/18 chi bộ hoàn thành tốt nhiệm vụ.",
			CheckSum, []string{"2 + 7 + 9 = 18"}, &yes},
		{"parts miss the base", "Năm 2015, 2/18 chi bộ trong sạch, vững mạnh tiêu biểu; 7/18 chi bộ trong sạch, vững mạnh; 8/18 chi bộ hoàn thành tốt nhiệm vụ.",
			CheckSum, []string{"2 + 7 + 8 = 17", "không khớp"}, &no},
		{"no base is written", "Năm 2015, 36 đảng viên hoàn thành xuất sắc nhiệm vụ, 128 đảng viên hoàn thành tốt nhiệm vụ, 4 đảng viên hoàn thành nhiệm vụ.",
			CheckSum, []string{"36 + 128 + 4 = 168"}, nil},
		{"the total stands before its parts", "Năm 2019, toàn Đảng bộ có 12 chi bộ: 2 chi bộ hoàn thành xuất sắc nhiệm vụ, 9 chi bộ hoàn thành tốt nhiệm vụ, 1 chi bộ hoàn thành nhiệm vụ.",
			CheckSum, []string{"2 + 9 + 1 = 12, tổng số 12: khớp"}, &yes},
		{"the total is missed", "Năm 2019, về viên chức: tổng số 270 người; trong đó 50 người hoàn thành xuất sắc nhiệm vụ, 205 người hoàn thành tốt nhiệm vụ.",
			CheckSum, []string{"50 + 205 = 255, tổng số 270: không khớp"}, &no},
		{"the rest was exempt", "Năm 2019, tổng số đảng viên: 214, trong đó: 50 đảng viên hoàn thành xuất sắc nhiệm vụ; 160 đảng viên hoàn thành tốt nhiệm vụ; miễn đánh giá: 4 đảng viên.",
			CheckSum, []string{"50 + 160 = 210, thêm 4", "tổng số 214: khớp"}, &yes},
		{"the last row is how many were assessed", "Kết quả năm 2019\nMức\tSố đảng viên\nHoàn thành xuất sắc nhiệm vụ\t41\nHoàn thành tốt nhiệm vụ\t158\nTổng số được đánh giá\t199\nVề viên chức: tổng số 25 người; trong đó 5 người hoàn thành xuất sắc nhiệm vụ, 20 người hoàn thành tốt nhiệm vụ.",
			CheckSum, []string{"41 + 158 = 199, số được đánh giá 199: khớp"}, &yes},
		{"another population after the last row", "Kết quả năm 2019\nMức\tSố đảng viên\nHoàn thành xuất sắc nhiệm vụ\t41\nHoàn thành tốt nhiệm vụ\t158\nTổng số được đánh giá\t199\nVề viên chức: tổng số 25 người; trong đó 5 người hoàn thành xuất sắc nhiệm vụ, 20 người hoàn thành tốt nhiệm vụ.",
			CheckSum, []string{"5 + 20 = 25, tổng số 25: khớp"}, &yes},
		{"the last row is the total", "Kết quả năm 2019\nMức\tSố đảng viên\nHoàn thành xuất sắc nhiệm vụ\t41\nHoàn thành tốt nhiệm vụ\t158\nCộng\t200",
			CheckSum, []string{"41 + 158 = 199, tổng số 200: không khớp"}, &no},
		{"bases differ", "Năm 2015, 2/18 chi bộ hoàn thành xuất sắc nhiệm vụ; 7/17 chi bộ hoàn thành tốt nhiệm vụ.", CheckSum, []string{"khác nhau"}, &no},
		{"a percent of its count", "Năm 2019, 9/13 chi bộ hoàn thành tốt nhiệm vụ, đạt 69,2%.", CheckPercent, []string{"9/13", "69,2"}, &yes},
		{"a percent rounded to the unit", "Năm 2019, 2/3 chi bộ hoàn thành tốt nhiệm vụ, đạt 67%.", CheckPercent, []string{"2/3"}, &yes},
		{"a percent cut off instead of rounded", "Năm 2019, 2/3 chi bộ hoàn thành tốt nhiệm vụ, đạt 66%.", CheckPercent, []string{"không khớp"}, &no},
		{"a percent only bounded", "Năm 2019, 24/41 chi bộ hoàn thành tốt nhiệm vụ, chiếm gần 59%.", CheckPercent, []string{"24/41"}, &yes},
		{"percents over a hundred", "Năm 2019, đảng viên hoàn thành xuất sắc nhiệm vụ chiếm 20%; hoàn thành tốt nhiệm vụ chiếm 85%.", CheckSum, []string{"quá 100"}, &no},
		{"a base carried over", "Năm 2019, 4/11 chi bộ hoàn thành xuất sắc nhiệm vụ; 6 chi bộ hoàn thành tốt nhiệm vụ; 1 chi bộ hoàn thành nhiệm vụ.", CheckBase, []string{"Cơ số 11"}, &yes},
		{"a base that counts and percents agree on", "Năm 2019, 15 đảng viên hoàn thành xuất sắc nhiệm vụ, chiếm 20,83%; 55 đảng viên hoàn thành tốt nhiệm vụ, chiếm 76,39%.", CheckBase, []string{"72"}, &yes},
		{"no base fits", "Năm 2019, 15 đảng viên hoàn thành xuất sắc nhiệm vụ, chiếm 20%; 55 đảng viên hoàn thành tốt nhiệm vụ, chiếm 80%.", CheckBase, []string{"không cùng"}, &no},
		{"more than there are", "Năm 2019, 13/12 chi bộ hoàn thành tốt nhiệm vụ.", CheckContradiction, []string{"13", "12"}, &no},
		{"two figures for one level", "Năm 2019 có 13 chi bộ hoàn thành tốt nhiệm vụ.\nNhư vậy năm 2019, 14 chi bộ hoàn thành tốt nhiệm vụ.", CheckContradiction, []string{"13 và 14"}, &no},
		{"targets of nested levels", "Năm 2016, phấn đấu 90% đảng viên hoàn thành tốt nhiệm vụ; 20% đảng viên hoàn thành xuất sắc nhiệm vụ.", CheckTarget, []string{"quá 100"}, nil},
	} {
		f := Read(c.text)
		got := f.found(c.kind, c.words...)
		if got == nil {
			t.Errorf("%s: no such check in %+v", c.name, f.Checks)
			continue
		}
		if (got.Holds == nil) != (c.holds == nil) || got.Holds != nil && *got.Holds != *c.holds {
			t.Errorf("%s: %q holds %v", c.name, got.Text, got.Holds)
		}
	}
}

func TestCheck_worksNothingOutIntoTheFacts(t *testing.T) {
	f := Read("Năm 2015, 36 đảng viên hoàn thành xuất sắc nhiệm vụ, 128 đảng viên hoàn thành tốt nhiệm vụ.")
	for _, c := range f.Classification {
		if c.Percent != nil || c.OfTotal != nil {
			t.Errorf("%+v: a figure that the text does not write", c)
		}
	}
}

func TestParseNumber_readsDotAsThousandsAndCommaAsDecimals(t *testing.T) {
	for in, want := range map[string]struct {
		value   float64
		decimal bool
	}{
		"2.315": {2315, false}, "41,7": {41.7, true}, "1.234,5": {1234.5, true}, "03": {3, false}, "1.204.560": {1204560, false}, "13,2": {13.2, true}, "100": {100, false},
	} {
		v, dec, ok := parseNumber(in)
		if !ok || v != want.value || dec != want.decimal {
			t.Errorf("%s is %v %v %v", in, v, dec, ok)
		}
	}
	if _, _, ok := parseNumber("1.23.4"); ok {
		t.Error("1.23.4 is a number")
	}
}
