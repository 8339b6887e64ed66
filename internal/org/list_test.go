package org

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseList_readsListsAsTheyAreWritten(t *testing.T) {
	type line struct {
		Name    string
		Short   string
		Kind    Kind
		Verdict Verdict
	}
	for text, want := range map[string][]line{
		"1. Chi bộ Văn phòng\n2) Chi bộ Thanh tra\r\n\n 3.Chi bộ Kho ;": {
			{"Chi bộ Văn phòng", "", ChiBo, Fresh}, {"Chi bộ Thanh tra", "", ChiBo, Fresh}, {"Chi bộ Kho", "", ChiBo, Fresh}},
		"STT\tTên chi bộ\tLoại\n1\tĐảng bộ bộ phận Kho\tđảng bộ bộ phận\tĐBK\n2\tThanh tra": {
			{"Đảng bộ bộ phận Kho", "ĐBK", DangBoBoPhan, Fresh}, {"Thanh tra", "", ChiBo, Fresh}},
		"- Chi bộ 1\n+ Chi bộ 2\n• Chi bộ 12; CB12; chi_bo": {
			{"Chi bộ 1", "", ChiBo, Fresh}, {"Chi bộ 2", "", ChiBo, Fresh}, {"Chi bộ 12", "CB12", ChiBo, Fresh}},
		"a) Phòng Đo đạc\n(2) Phòng Bản đồ": {{"Phòng Đo đạc", "", ChiBo, Fresh}, {"Phòng Bản đồ", "", ChiBo, Fresh}},
		"Chi bộ A; Chi bộ B":                {{"Chi bộ A", "", ChiBo, Wrong}},
		"Chi bộ A\nCHI BỘ A\nchi bộ  a.":    {{"Chi bộ A", "", ChiBo, Fresh}, {"CHI BỘ A", "", ChiBo, Duplicate}, {"chi bộ a", "", ChiBo, Duplicate}},
		"Chi bộ Lê\nChi bộ Lễ":              {{"Chi bộ Lê", "", ChiBo, Fresh}, {"Chi bộ Lễ", "", ChiBo, Fresh}},
		"Chi bộ Hoà\nChi bộ Hòa":            {{"Chi bộ Hoà", "", ChiBo, Fresh}, {"Chi bộ Hòa", "", ChiBo, Duplicate}},
		"Chi bộ A\nCộng: 12 chi bộ":         {{"Chi bộ A", "", ChiBo, Fresh}, {"Cộng: 12 chi bộ", "", ChiBo, Sum}},
		"Tổng cộng:\nTổng số 1 đơn vị":      {{"Tổng cộng", "", ChiBo, Sum}, {"Tổng số 1 đơn vị", "", ChiBo, Sum}},
		"Cộng\t12\nCộng Hòa":                {{"Cộng", "12", ChiBo, Sum}, {"Cộng Hòa", "", ChiBo, Fresh}},
		"Công đoàn Sở":                      {{"Công đoàn Sở", "", ChiBo, Wrong}},
		"1.\n***\n2 5":                      {{"", "", ChiBo, Wrong}, {"", "", ChiBo, Wrong}, {"2 5", "", ChiBo, Wrong}},
		"Chi bộ \x00 lạ":                    {{"Chi bộ \x00 lạ", "", ChiBo, Wrong}},
		"Chi bộ Kho\nChi bộ Đã có":          {{"Chi bộ Kho", "", ChiBo, Fresh}, {"Chi bộ Đã có", "", ChiBo, Exists}},
		"  \n\t\n":                          {},
	} {
		got := []line{}
		for _, p := range judge(parseList(text, Party), []Unit{{ID: 5, State: State{Name: "Chi bộ đã có"}}}) {
			got = append(got, line{p.Naming.Name, p.Naming.Short, p.Naming.Kind, p.Verdict})
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q (-want +got):\n%s", text, d)
		}
	}
}
