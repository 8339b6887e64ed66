package figureweb_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/web/figureweb"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/yearweb"
	"hamrong/testkit"
)

func newSite(t *testing.T) *pagetest.Site {
	return pagetest.New(t, func(b recordweb.Base) []route.Route {
		return append(figureweb.Routes(b), yearweb.Routes(yearweb.Deps{Base: b})...)
	}, figureweb.Locale, yearweb.Locale)
}

func TestLocale_fits(t *testing.T) {
	if err := ui.CheckLocale(figureweb.Locale); err != nil {
		t.Error(err)
	}
}

func TestFigures_typedOpenedChangedTakenBack(t *testing.T) {
	s := newSite(t)
	s.Says(s.Unit("/years/2015/figures"), "Nhập số liệu xếp loại năm 2015", "Yếu kém")
	s.Complains(s.Unit("/years/2015/figures"), url.Values{"count.chi_bo.TSVM": {"bảy"}, "base.chi_bo": {"18"}}, "“bảy” không phải số nguyên", "[bảy]")
	s.Complains(s.Unit("/years/2015/figures"), url.Values{"count.chi_bo.TSVM": {"19"}, "base.chi_bo": {"18"}}, "19 lớn hơn tổng số 18")
	s.Complains(s.Unit("/years/2015/figures"), url.Values{"percent.chi_bo.TSVM": {"101"}}, "Trong sạch, vững mạnh: Tỷ lệ %: Tỷ lệ từ 0 đến 100.")
	if a := s.Post(s.Clerk, s.Unit("/years/2015/figures"), url.Values{"count.chi_bo.TSVM_TB": {"2"}, "count.chi_bo.TSVM": {"7"}, "count.chi_bo.HTTNV": {"9"}, "base.chi_bo": {"18"}, "paper": {"Quyết định 21-QĐ/ĐU"}}); a.To != s.Unit("/years/2015?kept") {
		t.Errorf("leads to %s", a.To)
	}
	s.Says(s.Unit("/years/2015?kept"), "Đã ghi", "2 + 7 + 9 = 18", "38,9 %")
	s.Says("/figures/2", "7/18 chi bộ: Trong sạch, vững mạnh, năm 2015", "Nhập tay từ: Quyết định 21-QĐ/ĐU", "Người 1")
	if !strings.Contains(s.Get(s.Clerk, "/figures/2").Body, `<section class="part noprint" aria-labelledby="sua">`) {
		t.Error("the heading of what only the screen offers is printed")
	}
	s.Says(s.Unit("/years/2015/worked?population=chi_bo&level=TSVM&up=1"), "9/18 = 50,0 %", "Trong sạch, vững mạnh tiêu biểu", "2/18", "7/18")
	s.Says(s.Unit("/years/2015/worked?population=chi_bo"), "2/18", "7/18", "9/18", "Yếu kém", "suy ra từ tổng")
	s.Complains("/figures/2/change", url.Values{"count": {"8"}, "of_total": {"18"}}, "Ô này cần có nội dung")
	s.Changed("/figures/2", "/figures/2/change", url.Values{"count": {"8"}, "of_total": {"18"}, "reason": {"Theo bản chính"}})
	s.Says("/figures/2", "8/18", "7/18", "Theo bản chính")
	old := url.Values{"count.chi_bo.TSVM": {"7"}, "seen.chi_bo.TSVM": {"1"}, "base.chi_bo": {"18"}, "reason": {"Đếm lại"}}
	a := s.Post(s.Clerk, s.Unit("/years/2015/figures"), old)
	if a.Status != http.StatusConflict {
		t.Errorf("a sheet opened before the change: %d", a.Status)
	}
	pagetest.Demand(t, pagetest.Visible(t, a.Body), "Có người vừa đổi nội dung này", "[7]")
	s.Says(s.Unit("/years/2015"), "các mức cộng lại là 19, tổng ghi 18", "Cần xem")
	s.Made("/figures/2/withdraw", url.Values{"reason": {"Ghi nhầm"}})
	s.Says("/figures/2", "đã được rút khỏi sổ")
	if a := s.Get(s.Clerk, "/figures/99"); a.Status != http.StatusNotFound {
		t.Errorf("no such figure: %d", a.Status)
	}
}

func TestSheet_keepsWhatIsTypedForAFurtherPopulation(t *testing.T) {
	s := newSite(t)
	sheet := s.Unit("/years/2015/figures")
	form := s.Get(s.Clerk, sheet+"?also=dang_bo").Body
	_, to, _ := strings.Cut(form, ` action="`+sheet)
	to, _, _ = strings.Cut(sheet+to, `"`)
	if !strings.Contains(form, `name="count.dang_bo.TSVM"`) {
		t.Fatal("no block for the further population")
	}
	s.Made(to, url.Values{"count.dang_bo.TSVM": {"3"}, "base.dang_bo": {"5"}})
	s.Says("/figures/1", "3/5")
	blocks := func(page string) int {
		t.Helper()
		return strings.Count(s.Get(s.Clerk, page).Body, `name="base.`)
	}
	// What is typed has its block from then on, and no second one where it is asked for.
	if plain, asked, unknown := blocks(sheet), blocks(sheet+"?also=dang_bo"), blocks(sheet+"?also=ai_do"); plain != 3 || asked != 3 || unknown != 3 {
		t.Errorf("%d blocks, %d with one that stands, %d with one that nobody knows; want 3", plain, asked, unknown)
	}
	branch := recordweb.UnitHref(testkit.Unit(t, s.DB, s.Root, "Chi bộ Một")) + "/years/2015/figures"
	if plain, asked := blocks(branch), blocks(branch+"?also=chi_bo"); plain != 1 || asked != 2 {
		t.Errorf("a branch has %d blocks, %d with one that was asked for; want its members, and that", plain, asked)
	}
}

// A figure that stands as a part of another level shows at its own level, and the further populations are parted.
func TestSheet_showsWhatStandsAsAPartOfAnotherLevel(t *testing.T) {
	s := newSite(t)
	part := figure.New{Place: figure.Place{Period: "2015", Population: "chi_bo", Level: "TSVM_TB", Within: "TSVM"}, Value: figure.Value{Count: new(int64)}}
	*part.Count = 3
	if err := figure.NewService(s.DB, s.Door).Put(s.Clerk, s.Root, part, ledger.Why{}); err != nil {
		t.Fatal(err)
	}
	sheet := s.Unit("/years/2015/figures")
	s.Says(sheet, "3 (trong số Trong sạch, vững mạnh)")
	if body := s.Get(s.Clerk, sheet).Body; !strings.Contains(body, "Thêm bảng cho: <a ") || !strings.Contains(body, "cá nhân</a>; <a ") || strings.Contains(body, "viên chức</a>;") {
		t.Error("the further populations are not parted, or the last one is followed by a mark")
	}
}
