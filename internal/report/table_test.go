package report

import (
	"slices"
	"testing"
)

// A row of a table tells of the unit that it names, the row that adds up of the report's own, and a
// row of a population of that population.
func TestRead_aRowOfATableTellsOfTheUnitItNames(t *testing.T) {
	f := Read("Kết quả xếp loại năm 2023\n" +
		"TT\tChi bộ\tTổng số đảng viên\tHTXSNV\tHTTNV\n" +
		"1\tChi bộ Văn phòng\t12\t3\t9\n" +
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

// What follows a table is read as text again, and rows that do not fit its head say nothing.
func TestRead_aTableEndsWhereItsTabsEnd(t *testing.T) {
	f := Read("Năm 2023:\nĐơn vị\tTổng số đảng viên\tHTXSNV\tHTTNV\nChi bộ Một\t9\t2\t7\t0\t1\nChi bộ Hai\t9\t2-3\tkhá\nHết bảng.\nChi bộ Ba\t9\t2\t7\n")
	if len(f.Classification) != 0 {
		t.Errorf("found %+v", f.Classification)
	}
}
