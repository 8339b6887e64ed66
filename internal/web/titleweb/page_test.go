package titleweb_test

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/route"
	"hamrong/internal/web/titleweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/yearweb"
)

func newSite(t *testing.T) *pagetest.Site {
	return pagetest.New(t, func(b recordweb.Base) []route.Route {
		return append(titleweb.Routes(b), yearweb.Routes(yearweb.Deps{Base: b})...)
	}, titleweb.Locale, yearweb.Locale)
}

func TestLocale_fits(t *testing.T) {
	if err := ui.CheckLocale(titleweb.Locale); err != nil {
		t.Error(err)
	}
}

func TestTitles_givenChangedTakenBack(t *testing.T) {
	s := newSite(t)
	s.Says(s.Unit("/titles/new?year=2016"), "Ghi danh hiệu năm 2016")
	s.Complains(s.Unit("/titles"), url.Values{"unit": {"999"}, "wording": {""}, "period": {"2016"}, "status": {"attained"}}, "Chọn một trong các mục có sẵn", "Ô này cần có nội dung")
	form := url.Values{"unit": {strconv.FormatInt(s.Root, 10)}, "wording": {"Trong sạch, vững mạnh tiêu biểu"}, "period": {"2015"}, "status": {"attained"}, "awarded_by": {"Đảng ủy Khối"}}
	s.Made(s.Unit("/titles"), form)
	aim := url.Values{"unit": form["unit"], "wording": {"trong sạch vững mạnh"}, "period": {"2016"}, "status": {"target"}}
	s.Made(s.Unit("/titles"), aim)
	s.Says("/titles/2", "đang ở trên đích", "chưa có")
	s.Says(s.Unit("/years/2015"), "được Đảng ủy Khối công nhận")
	form.Set("reason", "Nhầm")
	form.Set("wording", "Trong sạch, vững mạnh")
	s.Changed("/titles/1", "/titles/1/change", form)
	s.Says("/titles/2", "đúng mức đích")
	s.Made("/titles/1/withdraw", url.Values{"reason": {"Không có quyết định"}})
	s.Says("/titles/1", "đã được rút khỏi sổ")
}

// Two sources that say two titles of one year: neither goes away, and the first leads.
func TestTitles_ofTwoSourcesThatDiffer(t *testing.T) {
	s := newSite(t)
	form := url.Values{"unit": {strconv.FormatInt(s.Root, 10)}, "wording": {"Trong sạch, vững mạnh"}, "period": {"2015"}, "status": {"attained"}, "paper": {"Báo cáo 1"}}
	s.Made(s.Unit("/titles"), form)
	form.Set("wording", "Trong sạch, vững mạnh tiêu biểu")
	form.Set("paper", "Thông báo 2")
	s.Made(s.Unit("/titles"), form)
	s.Says("/titles/1", "Nguồn khác ghi Trong sạch, vững mạnh tiêu biểu (đạt, được công nhận) Thông báo 2 khác danh hiệu này")
	s.Says("/titles/2", "Nguồn khác ghi Trong sạch, vững mạnh (đạt, được công nhận) Báo cáo 1 khác danh hiệu này")
	year := s.Unit("/years/2015")
	s.Says(year, "đạt Trong sạch, vững mạnh . Hai nguồn khác nhau: nguồn sau ghi Trong sạch, vững mạnh tiêu biểu .",
		"hai nguồn khác nhau: nguồn sau ghi Trong sạch, vững mạnh tiêu biểu", ": hai nguồn khác nhau Trong sạch, vững mạnh; Trong sạch, vững mạnh tiêu biểu")
	page := s.Get(s.Clerk, year).Body
	for _, href := range []string{`href="/titles/1"`, `href="/titles/2"`} {
		if !strings.Contains(page, href) {
			t.Errorf("the year's page has no %s", href)
		}
	}
	for aim, note := range map[string]string{"trong sạch vững mạnh": "Kết quả Trong sạch, vững mạnh đạt", "trong sạch vững mạnh tiêu biểu": "các nguồn khác nhau, chưa kết luận được"} {
		made := s.Made(s.Unit("/titles"), url.Values{"unit": form["unit"], "wording": {aim}, "period": {"2015"}, "status": {"target"}})
		s.Says(made, note)
	}
}
