package yearweb_test

import (
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/account"
	"hamrong/internal/figure"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/ui"
	"hamrong/testkit"
)

// enter writes figures as a report of a year states them.
func (s *story) enter(t *testing.T, year int, list ...figure.New) {
	t.Helper()
	s.write(t, func(tx *store.Tx, entry int64) error {
		for _, f := range list {
			f.Period = period.Year(year)
			if _, _, err := figure.Enter(tx, entry, f); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestYearPage_doesNotCompareACountWithAnotherLevelInItWithOneWithout(t *testing.T) {
	s := tell(t, testkit.NewDB(t))
	part := fig("Chi bộ", "Trong sạch, vững mạnh tiêu biểu", 3, 0)
	part.Within = "Trong sạch, vững mạnh"
	s.enter(t, 2016, fig("Chi bộ", "Trong sạch, vững mạnh", 10, 18), part, fig("Chi bộ", "Hoàn thành tốt nhiệm vụ", 8, 18))
	text := s.words(t, ui.Vietnamese, s.page(2016))
	pagetest.Demand(t, text, "10 + 8 = 18", "+1")
	if strings.Contains(text, "+3") {
		t.Error("10 with the 3 exemplary ones in it stands as 3 more than 7 without")
	}
}

func TestYearPage_namesBothNumbersWhereSourcesDiffer(t *testing.T) {
	s := tell(t, testkit.NewDB(t))
	s.enter(t, 2015, fig("Chi bộ", "Trong sạch, vững mạnh", 8, 18))
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2015)), "hai nguồn khác nhau: nguồn sau ghi 8/18")
}

func TestYearPage_hasNoShareWhereALevelIsLeftOutAndNoTotalIsStated(t *testing.T) {
	s := tell(t, testkit.NewDB(t))
	s.enter(t, 2016, fig("đảng viên", "hoàn thành xuất sắc nhiệm vụ", 33, 0), fig("đảng viên", "hoàn thành tốt nhiệm vụ", 134, 0))
	text := s.words(t, ui.Vietnamese, s.page(2016))
	pagetest.Demand(t, text, "chưa biết tổng số nên chưa tính tỷ lệ", "167 đảng viên hoàn thành tốt nhiệm vụ trở lên", "chưa kết luận được")
	if strings.Contains(text, "167/167") {
		t.Error("all of those who were counted stand as all there are")
	}
}

func TestYearPage_writesThousandsInTheProofAsElsewhere(t *testing.T) {
	s := tell(t, testkit.NewDB(t))
	s.enter(t, 2016, fig("đảng viên", "hoàn thành xuất sắc nhiệm vụ", 1406, 3600), fig("đảng viên", "hoàn thành tốt nhiệm vụ", 2057, 3600), fig("đảng viên", "hoàn thành nhiệm vụ", 137, 3600))
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2016)), "1.406 + 2.057 + 137 = 3.600")
}

func TestYearPage_aTargetOfATermWaitsForItsResultInTheLastYear(t *testing.T) {
	s := tell(t, testkit.NewDB(t))
	s.write(t, func(tx *store.Tx, entry int64) error {
		_, _, err := target.Enter(tx, entry, target.New{Content: target.Content{Period: "2015-2020", Subject: "đảng viên mới", Measure: "kết nạp", Comparator: target.AtLeast, Low: 3000, Unit: target.Count}})
		return err
	})
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2016)), "Ghi kết quả của 6 chỉ tiêu 2016", "cho cả nhiệm kỳ 2015-2020")
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2020)), "Ghi kết quả của 1 chỉ tiêu 2020")
}

func TestYearPage_ofAUnitFoundedLaterSaysSo(t *testing.T) {
	db := testkit.NewDB(t)
	s := tell(t, db)
	admin := testkit.Signed(t, db, access.Administrator, s.unit)
	founding := org.Founding{Naming: org.Naming{Name: "Đảng bộ Vùng Hạ", Kind: org.DangBo}, Act: org.Act{On: "2016-03-01"}}
	top, err := org.New(db, directory.New(db)).FoundAbove(admin, s.unit, founding, account.Own)
	if err != nil {
		t.Fatal(err)
	}
	if text := s.words(t, ui.Vietnamese, s.page(2015)); strings.Contains(text, "đơn vị chưa có") || strings.Contains(text, founding.Name) {
		t.Errorf("the unit that stood at the top in 2015 is told of its later superior: %s", text)
	}
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2016)), founding.Name)
	s.unit, s.ctx = top, admin
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2015)), "Năm 2015 đơn vị chưa có, thành lập ngày 01/03/2016", "Cộng từ 1 trên 1 đơn vị có số liệu")
	if text := s.words(t, ui.Vietnamese, s.page(2016)); strings.Contains(text, "đơn vị chưa có,") {
		t.Error("the year of the founding is said to be before it")
	}
}
