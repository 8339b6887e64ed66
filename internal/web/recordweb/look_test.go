package recordweb_test

import (
	"net/url"
	"slices"
	"strconv"
	"testing"

	"hamrong/internal/web/figureweb"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/route"
	"hamrong/internal/web/targetweb"
	"hamrong/internal/web/titleweb"
	"hamrong/internal/web/yearweb"
	"hamrong/testkit"
)

// TestLook opens each sort of page of a year and its records.
func TestLook(t *testing.T) {
	s := pagetest.New(t, func(b recordweb.Base) []route.Route {
		return slices.Concat(yearweb.Routes(yearweb.Deps{Base: b}), figureweb.Routes(b), targetweb.Routes(b), titleweb.Routes(b))
	}, yearweb.Locale, figureweb.Locale, targetweb.Locale, titleweb.Locale)
	furnish(t, s)
	pagetest.NewLook(t, s.Words, s).Sound(map[string]string{
		"year-2015": s.Unit("/years/2015"), "year-2016": s.Unit("/years/2016"), "year-empty": s.Unit("/years/2005"),
		"sheet": s.Unit("/years/2015/figures"), "figure": "/figures/1", "worked": s.Unit("/years/2015/worked?population=dang_vien&level=HTTNV&up=1"),
		"targets": s.Unit("/targets?year=2016"), "target": "/targets/1", "target-edit": "/targets/1/edit", "target-new": s.Unit("/targets/new?year=2016"),
		"title": "/titles/2", "title-new": s.Unit("/titles/new?year=2016"),
	})
}

// furnish types the figures of two years, targets, titles and branches.
func furnish(t *testing.T, s *pagetest.Site) {
	t.Helper()
	for _, name := range []string{"Chi bộ Văn phòng Sở", "Chi bộ Thanh tra Sở", "Chi bộ Khí tượng thủy văn và Biến đổi khí hậu"} {
		testkit.Unit(t, s.DB, s.Root, name)
	}
	s.Made(s.Unit("/years/2014/figures"), url.Values{"count.chi_bo.TSVM_TB": {"1"}, "count.chi_bo.TSVM": {"6"}, "count.chi_bo.HTTNV": {"11"}, "base.chi_bo": {"18"},
		"count.dang_vien.HTXSNV": {"31"}, "count.dang_vien.HTTNV": {"129"}, "count.dang_vien.HTNV": {"5"}, "paper": {"Báo cáo 2014"}})
	s.Made(s.Unit("/years/2015/figures"), url.Values{"count.chi_bo.TSVM_TB": {"2"}, "count.chi_bo.TSVM": {"7"}, "count.chi_bo.HTTNV": {"9"}, "base.chi_bo": {"18"},
		"count.dang_vien.HTXSNV": {"36"}, "count.dang_vien.HTTNV": {"128"}, "count.dang_vien.HTNV": {"4"}, "paper": {"Báo cáo 2015"}})
	for _, g := range [][]string{
		{"chi bộ", "đạt trong sạch, vững mạnh", ">", "50", "", "%", "1"}, {"đảng viên", "hoàn thành tốt nhiệm vụ", ">=", "90", "", "%", "1"},
		{"đảng viên", "hoàn thành xuất sắc nhiệm vụ", "range", "15", "20", "%", ""}, {"đảng viên mới", "xét, đề nghị kết nạp", ">=", "5", "", "count", ""},
		{"cá nhân", "đạt danh hiệu “Lao động tiên tiến”", ">", "80", "", "%", ""},
	} {
		form := url.Values{"subject": {g[0]}, "measure": {g[1]}, "comparator": {g[2]}, "low": {g[3]}, "high": {g[4]}, "unit": {g[5]}, "or_higher": {g[6]}, "period": {"2016"}}
		s.Made(s.Unit("/targets"), form)
	}
	s.Made("/targets/4/result", url.Values{"period": {"2015"}, "count": {"3"}})
	unit := strconv.FormatInt(s.Root, 10)
	s.Made(s.Unit("/titles"), url.Values{"unit": {unit}, "wording": {"Trong sạch, vững mạnh tiêu biểu"}, "period": {"2015"}, "status": {"attained"}, "awarded_by": {"Đảng bộ Khối các cơ quan tỉnh"}})
	s.Made(s.Unit("/titles"), url.Values{"unit": {unit}, "wording": {"Trong sạch, vững mạnh"}, "period": {"2016"}, "status": {"target"}})
}
