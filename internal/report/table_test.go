package report

import (
	"fmt"
	"slices"
	"testing"
)

// A row of a table tells of the unit that it names, the row that adds up of the report's own, and a
// row of a population of that population.
func TestRead_aRowOfATableTellsOfTheUnitItNames(t *testing.T) {
	f := Read("Kết quả xếp loại năm 2023\n" +
		"TT\tChi bộ\tTổng số đảng viên\tHTXSNV\tHTTNV\n" +
		"1\tChi bộ Văn phòng\t12\t3\t9\n\t\t\n" +
		"2\tChi bộ Thanh tra\t8\t\t8\n" +
		"\tTổng cộng\t20\t3\t17\n")
	var got []string
	for _, c := range f.Classification {
		scope := "tất cả"
		if c.Scope != nil {
			scope = *c.Scope
		}
		got = append(got, scope+": "+string(c.CategoryNorm)+" "+c.Source.Text)
	}
	want := []string{"Chi bộ Văn phòng: HTXSNV 3", "Chi bộ Văn phòng: HTTNV 9", "Chi bộ Thanh tra: HTTNV 8", "tất cả: HTXSNV 3", "tất cả: HTTNV 17"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A name in capitals goes on over a word that begins positions elsewhere ("nguyên Bí thư").
func TestRead_aNameInCapitalsIsWhole(t *testing.T) {
	f := Read("ĐẢNG BỘ SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG\nNăm 2016 có 7/18 chi bộ trong sạch, vững mạnh.")
	if len(f.Organisations) == 0 || f.Organisations[0].Name != "ĐẢNG BỘ SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG" {
		t.Errorf("found %+v", f.Organisations)
	}
}

// A cell can hold a count with its percent in brackets, and a level in words in a column of its own
// is the unit's own.
func TestRead_cellsOfARowStayApart(t *testing.T) {
	f := Read("Năm 2024:\nChi bộ\tTổng số ĐV\tHTXSNV\tHTTNV\tKHTNV\tXếp loại chi bộ\nChi bộ Văn phòng\t14\t4 (28,6%)\t10 (71,4%)\t0\tHTXSNV\n")
	var got []string
	for _, c := range f.Classification {
		share := ""
		if c.PercentWritten != nil {
			share = " " + *c.PercentWritten
		}
		got = append(got, fmt.Sprintf("%s %s %d/%d%s", c.Subject, c.CategoryNorm, *c.Count, *c.OfTotal, share))
	}
	for _, x := range f.Titles {
		got = append(got, x.Organisation+" "+x.Title)
	}
	want := []string{"ĐV HTXSNV 4/14 28,6", "ĐV HTTNV 10/14 71,4", "ĐV KHTNV 0/14", "Chi bộ Văn phòng HTXSNV"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Whose post somebody holds does not say whose targets follow.
func TestRead_aPostIsNoScope(t *testing.T) {
	f := Read("Đảng bộ Sở Xây dựng tổng kết năm 2024. Đồng chí Trần Thị Nga, Bí thư Chi bộ Văn phòng trình bày báo cáo.\nNăm 2025, phấn đấu 90% chi bộ hoàn thành tốt nhiệm vụ.")
	if len(f.Targets) != 1 || f.Targets[0].Scope == nil || *f.Targets[0].Scope != "Đảng bộ Sở Xây dựng" {
		t.Errorf("targets %+v", f.Targets)
	}
}

// What follows a table is read as text again, and rows that do not fit its head say nothing.
func TestRead_aTableEndsWhereItsTabsEnd(t *testing.T) {
	f := Read("Năm 2023:\nĐơn vị\tTổng số đảng viên\tHTXSNV\tHTTNV\nChi bộ Một\t9\t2\t7\t0\t1\nChi bộ Hai\t9\t2-3\tkhá\nHết bảng.\nChi bộ Ba\t9\t2\t7\n")
	if len(f.Classification) != 0 {
		t.Errorf("found %+v", f.Classification)
	}
}

// A roll of units with their levels in words gives each its level; the number that leads a row counts
// nothing, and a person's level is none of a unit.
func TestRead_aRollGivesEachUnitItsLevel(t *testing.T) {
	f := Read("Kết quả xếp loại tổ chức đảng năm 2019\n\n" +
		"TT\tTên tổ chức đảng\tKết quả xếp loại\n" +
		"1\tChi bộ Văn phòng\tHTXSNV\n" +
		"2\tChi bộ Thanh tra\t14\tHoàn thành tốt nhiệm vụ\n" +
		"3\tLê Thị Mận\tĐảng viên\tHTTNV\n")
	if len(f.Classification) != 0 {
		t.Errorf("results %+v", f.Classification)
	}
	var got []string
	for _, x := range f.Titles {
		got = append(got, x.Organisation+": "+x.Title+" "+string(x.Year))
	}
	want := []string{"Chi bộ Văn phòng: HTXSNV 2019", "Chi bộ Thanh tra: Hoàn thành tốt nhiệm vụ 2019"}
	if !slices.Equal(got, want) {
		t.Errorf("titles %q, want %q", got, want)
	}
}
