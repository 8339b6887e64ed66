package intakeweb_test

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/web/recordweb/pagetest"
)

// What the register holds against or beside a report is told before it is entered.

func TestSheet_saysBeforeWhatAClosedYearRefuses(t *testing.T) {
	s := newSite(t)
	sheet := s.drop("bao-cao.txt", twoYears)
	s.close(2015)
	s.Says(sheet, "1 dữ kiện thuộc năm đã khóa, không ghi được từ báo cáo: X1.", "Năm 2015 đã khóa: không ghi từ báo cáo.", "Nhận hết và ghi 1 dữ kiện")
	said := s.enter(sheet, url.Values{"rest": {"1"}})
	pagetest.Demand(t, said, "Đã ghi 1 dữ kiện vào sổ.", "1 dữ kiện chưa ghi được.", "Năm 2015 đã khóa. Sửa bằng bản đính chính.")
}

func TestSheet_showsWhatTheBookSaysAtTheSamePlace(t *testing.T) {
	s := newSite(t)
	s.enter(s.drop("bao-cao.txt", twoYears), url.Values{"rest": {"1"}})
	second := s.drop("doi-chieu.txt", "Kết quả xếp loại năm 2015: 8/18 chi bộ đạt danh hiệu “Trong sạch, vững mạnh”.")
	s.Says(second, "Cần xem 1", "X1 Sổ đang ghi 7/18 (bao-cao.txt).")
	pagetest.Demand(t, s.enter(second, url.Values{"rest": {"1"}}), "Đã ghi 1 dữ kiện vào sổ.", "1 chỗ không khớp", "Sổ đang ghi 7/18 (bao-cao.txt).")
}

func TestSheet_saysWhichTargetOfTheBookIsAboutTheSameMatter(t *testing.T) {
	s := newSite(t)
	s.enter(s.drop("bao-cao.txt", twoYears), url.Values{"rest": {"1"}})
	second := s.drop("ke-hoach.txt", "Năm 2016, Đảng bộ phấn đấu trên 60% chi bộ đạt trong sạch vững mạnh; 90% đảng viên hoàn thành tốt nhiệm vụ.")
	s.Says(second, "Cần xem 1", "C1 Sổ đã có chỉ tiêu về việc này: Chi bộ đạt trong sạch vững mạnh, trên 50 %.")
}

func TestSheet_saysWhichTitleOfTheBookAnotherSourceContradicts(t *testing.T) {
	s := newSite(t)
	own := func(sheet string) url.Values {
		values := url.Values{"rest": {"1"}}
		for _, m := range regexp.MustCompile(`name="(u-[^"]+)"`).FindAllStringSubmatch(s.Get(s.Clerk, sheet).Body, -1) {
			values.Set(m[1], strconv.FormatInt(s.Root, 10))
		}
		return values
	}
	first := s.drop("bao-cao.txt", "Năm 2015, Đảng bộ Sở đạt danh hiệu “Trong sạch, vững mạnh”.")
	pagetest.Demand(t, s.enter(first, own(first)), "Đã ghi 1 dữ kiện vào sổ.")
	second := s.drop("doi-chieu.txt", "Năm 2015, Đảng bộ Sở đạt danh hiệu “Trong sạch, vững mạnh tiêu biểu”.")
	values := own(second)
	values.Del("rest")
	s.Made(second, values) // the name's unit is kept
	s.Says(second, "Cần xem 1", "D1 Sổ đang ghi “Trong sạch, vững mạnh” (bao-cao.txt).")
	if a := s.Get(s.Clerk, second); !strings.Contains(a.Body, `href="/titles/1"`) {
		t.Error("the title of the book does not open")
	}
}

func TestSheet_saysWhichFigureStandsInNoTable(t *testing.T) {
	s := newSite(t)
	s.Says(s.drop("dia-phuong.txt", "Kết quả năm 2015: 7/18 địa phương hoàn thành tốt nhiệm vụ."), "Không biểu nào của trang năm đếm “địa phương”")
	body := pagetest.Visible(t, s.Get(s.Clerk, s.drop("chi-bo.txt", twoYears)).Body)
	if strings.Contains(body, "Không biểu nào") {
		t.Error(body)
	}
}
