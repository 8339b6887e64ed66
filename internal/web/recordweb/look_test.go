package recordweb_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"hamrong/internal/web/ui"
	"hamrong/testkit"
	"hamrong/testkit/browser"
)

// TestLook opens each sort of page in Chromium, wide and narrow: axe finds nothing, nothing
// scrolls sideways, the browser complains of nothing. With HAMRONG_SHOTS set to a folder it
// leaves pictures.
func TestLook(t *testing.T) {
	d := newDesk(t)
	d.furnish()
	mux := http.NewServeMux()
	mux.Handle("GET /static/", ui.Static())
	mux.Handle("/", ui.Languages(d.cat, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lang := ui.LangOf(r.Context())
		d.mux.ServeHTTP(w, r.WithContext(ui.WithLang(d.ctx, d.cat, lang)))
	})))
	srv := httptest.NewServer(ui.Secure(mux))
	t.Cleanup(srv.Close)
	b := browser.Start(t)
	tabs := map[string]*browser.Tab{
		"1280": b.Tab(t, browser.Options{Width: 1280, Height: 900, Language: "vi"}),
		"390":  b.Tab(t, browser.Options{Width: 390, Height: 844, Touch: true, NoScript: true, Language: "vi"}),
	}
	shots := os.Getenv("HAMRONG_SHOTS")
	for name, path := range map[string]string{
		"year-2015": d.at("/years/2015"), "year-2016": d.at("/years/2016"), "year-empty": d.at("/years/2005"),
		"sheet": d.at("/years/2015/figures"), "figure": "/figures/1", "worked": d.at("/years/2015/worked?population=dang_vien&level=HTTNV&up=1"),
		"targets": d.at("/targets?year=2016"), "target": "/targets/1", "target-edit": "/targets/1/edit", "target-new": d.at("/targets/new?year=2016"),
		"title": "/titles/2", "title-new": d.at("/titles/new?year=2016"),
	} {
		for width, tab := range tabs {
			tab.Open(srv.URL + path)
			tab.NoSidewaysScroll()
			tab.Axe()
			if shots != "" {
				tab.Screenshot(filepath.Join(shots, name+"-"+width+".png"))
			}
		}
	}
}

// furnish types the figures of two years, targets, titles and branches.
func (d *desk) furnish() {
	d.t.Helper()
	for _, name := range []string{"Chi bộ Văn phòng Sở", "Chi bộ Thanh tra Sở", "Chi bộ Khí tượng thủy văn và Biến đổi khí hậu"} {
		testkit.Unit(d.t, d.db, d.unit, name)
	}
	d.send(d.at("/years/2014/figures"), url.Values{"count.chi_bo.TSVM_TB": {"1"}, "count.chi_bo.TSVM": {"6"}, "count.chi_bo.HTTNV": {"11"}, "base.chi_bo": {"18"},
		"count.dang_vien.HTXSNV": {"31"}, "count.dang_vien.HTTNV": {"129"}, "count.dang_vien.HTNV": {"5"}, "paper": {"Báo cáo 2014"}})
	d.send(d.at("/years/2015/figures"), url.Values{"count.chi_bo.TSVM_TB": {"2"}, "count.chi_bo.TSVM": {"7"}, "count.chi_bo.HTTNV": {"9"}, "base.chi_bo": {"18"},
		"count.dang_vien.HTXSNV": {"36"}, "count.dang_vien.HTTNV": {"128"}, "count.dang_vien.HTNV": {"4"}, "paper": {"Báo cáo 2015"}})
	for _, g := range [][]string{
		{"chi bộ", "đạt trong sạch, vững mạnh", ">", "50", "", "%", "1"}, {"đảng viên", "hoàn thành tốt nhiệm vụ", ">=", "90", "", "%", "1"},
		{"đảng viên", "hoàn thành xuất sắc nhiệm vụ", "range", "15", "20", "%", ""}, {"đảng viên mới", "xét, đề nghị kết nạp", ">=", "5", "", "count", ""},
		{"cá nhân", "đạt danh hiệu “Lao động tiên tiến”", ">", "80", "", "%", ""},
	} {
		form := url.Values{"subject": {g[0]}, "measure": {g[1]}, "comparator": {g[2]}, "low": {g[3]}, "high": {g[4]}, "unit": {g[5]}, "or_higher": {g[6]}, "period": {"2016"}}
		d.send(d.at("/targets"), form)
	}
	d.send("/targets/4/result", url.Values{"period": {"2015"}, "count": {"3"}})
	unit := strconv.FormatInt(d.unit, 10)
	d.send(d.at("/titles"), url.Values{"unit": {unit}, "wording": {"Trong sạch, vững mạnh tiêu biểu"}, "period": {"2015"}, "status": {"attained"}, "awarded_by": {"Đảng bộ Khối các cơ quan tỉnh"}})
	d.send(d.at("/titles"), url.Values{"unit": {unit}, "wording": {"Trong sạch, vững mạnh"}, "period": {"2016"}, "status": {"target"}})
}
