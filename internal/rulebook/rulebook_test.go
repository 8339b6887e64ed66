package rulebook

import (
	"slices"
	"testing"
)

func TestRegimes_casesBesideTheData(t *testing.T) {
	for _, r := range data().regimes {
		if len(r.Cases) == 0 || r.Clause == "" {
			t.Errorf("%s: a rulebook needs its clause and its cases", r.ID)
		}
		for _, c := range r.Cases {
			if c.Year < r.From || c.Year > r.Until {
				t.Errorf("%s: the case %q is of another regime's year %d", r.ID, c.Text, c.Year)
			}
			if got := Levels(c.Year, c.Population).AndHigher(c.Level); !slices.Equal(got, c.AndHigher) {
				t.Errorf("%s: %s: got %v, want %v", r.ID, c.Text, got, c.AndHigher)
			}
		}
	}
}

func TestTitles_casesBesideTheData(t *testing.T) {
	for _, c := range data().titleCases {
		if got := TitleCode(c.Written); got != c.Code {
			t.Errorf("%s: code of %q: got %q, want %q", c.Text, c.Written, got, c.Code)
		}
		if c.Held == "" {
			continue
		}
		if got := CompareTitles(TitleCode(c.Held), c.Code); string(got) != c.Compare {
			t.Errorf("%s: got %s, want %s", c.Text, got, c.Compare)
		}
	}
}

// Every year belongs to one regime, and no two regimes claim the same year.
func TestRegimes_coverEveryYearOnce(t *testing.T) {
	for year := 1990; year <= 2100; year++ {
		n := 0
		for _, r := range data().regimes {
			if r.From <= year && year <= r.Until {
				n++
			}
		}
		if n != 1 {
			t.Errorf("year %d: %d regimes", year, n)
		}
	}
	if _, ok := For(1800); ok {
		t.Error("1800 has no rulebook")
	}
}

func TestPopulationCode_knowsSubjectsAsWritten(t *testing.T) {
	for written, want := range map[string]string{
		"Chi bộ": "chi_bo", "đồng chí đảng viên": "dang_vien", "đồng chí": "dang_vien", "ĐV": "dang_vien", "TCCSĐ": "to_chuc_co_so_dang", "Đảng viên mới": "dang_vien_moi", "đ/c": "dang_vien", "đ/c đảng viên": "dang_vien", "Đ/c": "dang_vien",
		"cá nhân": "ca_nhan", "tổ chức cơ sở đảng": "to_chuc_co_so_dang",
	} {
		if got := PopulationCode(written); got != want {
			t.Errorf("%q: got %q, want %q", written, got, want)
		}
	}
}

func TestKindOf_longerCodesKeepTheirStem(t *testing.T) {
	if KindOf("chi_bo_co_so") != Organisations || KindOf("dang_vien") != Members || KindOf("ho_dan") != Unknown {
		t.Errorf("got %q %q %q", KindOf("chi_bo_co_so"), KindOf("dang_vien"), KindOf("ho_dan"))
	}
}

func TestCodeOf_readsWordingsOfTheLaw(t *testing.T) {
	for written, want := range map[string]string{
		"Trong sạch, Vững mạnh": "TSVM", "“Trong sạch vững mạnh tiêu biểu”": "TSVM_TB", "hoàn thành tốt nhiệm vụ": "HTTNV", "khác": "",
	} {
		if got := CodeOf(written); got != want {
			t.Errorf("%q: got %q, want %q", written, got, want)
		}
	}
}
