package org

import (
	"testing"

	"hamrong/internal/period"
)

func named1(id, lead int64, line Line, kind Kind, name string) known {
	return known{Unit: Unit{ID: id, Line: line, EndedOn: period.Forever, State: State{Name: name, Kind: kind, Until: period.Forever}}, lead: lead}
}

// office1 is the family of a department's report.
func office1() []known {
	list := []known{
		named1(1, 0, Party, DangBo, "Đảng bộ tỉnh Lam Giang"),
		named1(2, 0, Party, DangBo, "Đảng bộ Khối các cơ quan tỉnh"),
		named1(3, 0, Party, DangBoCoSo, "Đảng bộ Sở Tài nguyên và Môi trường"),
		named1(4, 3, Administration, CoQuan, "Cơ quan Sở Tài nguyên và Môi trường"),
		named1(5, 3, Union, CongDoan, "Công đoàn cơ sở Sở Tài nguyên và Môi trường"),
		named1(6, 3, Youth, DoanThanhNien, "Đoàn TNCS Hồ Chí Minh Sở Tài nguyên và Môi trường"),
		named1(7, 3, Veterans, HoiCuuChienBinh, "Hội Cựu chiến binh Sở Tài nguyên và Môi trường"),
		named1(8, 0, Party, ChiBo, "Chi bộ Văn phòng Sở"),
		named1(9, 0, Party, ChiBo, "Chi bộ 3"),
		named1(10, 0, Party, ChiBo, "Chi bộ 13"),
		named1(11, 0, Party, ChiBo, "Trung tâm Công nghệ thông tin"),
		named1(12, 0, Party, ChiBo, "Chi bộ Kế hoạch - Tài chính"),
	}
	list[2].Short = "Sở TN&MT"
	return list
}

func TestMatch_namesOfAReport(t *testing.T) {
	for name, want := range map[string]int64{
		"Đảng bộ Sở": 3,
		"ĐẢNG BỘ SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG": 3,
		"Đảng ủy Sở":                    3,
		"BCH Đảng bộ Sở":                3,
		"Đảng bộ Sở TN&MT":              3,
		"Đảng bộ Sở TNMT":               3,
		"Đảng bộ Khối":                  2,
		"Đảng bộ Khối các cơ quan tỉnh": 2,
		"Đảng bộ tỉnh":                  1,
		"Công đoàn Sở":                  5,
		"Công đoàn":                     5,
		"Đoàn thanh niên":               6,
		"Đoàn TN Sở":                    6,
		"Hội Cựu chiến binh":            7,
		"Hội CCB Sở":                    7,
		"Tập thể Cơ quan Sở":            4,
		"Chi bộ Văn phòng":              8,
		"Chi bộ 3":                      9,
		"chi bộ 13":                     10,
		"Chi bộ 5":                      0,
		"Chi bộ Trung tâm CNTT":         11,
		"TRUNG TÂM CÔNG NGHỆ THÔNG TIN": 11,
		"Chi bộ Kế hoạch – Tài chính":   12,
		"chi bộ":                        0,
		"Phường Mây":                    0,
		"":                              0,
		"  ":                            0,
	} {
		got := match(name, 3, office1())
		switch {
		case want == 0 && len(got) > 0:
			t.Errorf("%q: got %q (%d), want nothing", name, got[0].Unit.Name, got[0].Score)
		case want != 0 && len(got) == 0:
			t.Errorf("%q: got nothing, want unit %d", name, want)
		case want != 0 && got[0].Unit.ID != want:
			t.Errorf("%q: got %q (%d), want unit %d", name, got[0].Unit.Name, got[0].Score, want)
		}
	}
}

func TestMatch_aFormerNameComesAfterAStandingOne(t *testing.T) {
	list := office1()
	former := named1(20, 0, Party, ChiBo, "Chi bộ 3")
	former.Until = "2014-01-01"
	got := match("Chi bộ 3", 3, append([]known{former}, list...))
	if len(got) != 2 || got[0].Unit.ID != 9 || got[1].Unit.ID != 20 {
		t.Fatalf("got %+v", got)
	}
}

func TestMatch_fromALinkedUnitsOwnReport(t *testing.T) {
	got := match("Đảng bộ Sở", 5, office1())
	if len(got) == 0 || got[0].Unit.ID != 3 {
		t.Fatalf("got %+v", got)
	}
}
