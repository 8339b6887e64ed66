package targetweb_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/web/figureweb"
	"hamrong/internal/web/orgweb"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/route"
	"hamrong/internal/web/targetweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/year"
	"hamrong/testkit"
)

func newSite(t *testing.T) *pagetest.Site {
	return pagetest.New(t, targetweb.Routes, targetweb.Locale, figureweb.Locale)
}

func TestLocale_fits(t *testing.T) {
	if err := ui.CheckLocale(targetweb.Locale); err != nil {
		t.Error(err)
	}
}

func draftForm() url.Values {
	return url.Values{"subject": {"chi bộ"}, "measure": {"đạt trong sạch, vững mạnh"}, "comparator": {">"}, "low": {"50"}, "unit": {"%"}, "period": {"2016"}, "or_higher": {"1"}, "level": {""}}
}

func TestTargets_draftedAdoptedJudged(t *testing.T) {
	s := newSite(t)
	s.Says(s.Unit("/targets/new?year=2016"), "Soạn chỉ tiêu năm 2016")
	bad := draftForm()
	bad.Set("low", "năm mươi")
	bad.Set("subject", "")
	s.Complains(s.Unit("/targets"), bad, "không phải số", "Ô này cần có nội dung")
	if to := s.Made(s.Unit("/targets"), draftForm()); to != "/targets/1" {
		t.Fatalf("leads to %s", to)
	}
	s.Says(s.Unit("/targets?year=2016"), "Chi bộ đạt trong sạch, vững mạnh", "dự thảo")
	s.Complains(s.Unit("/targets/adopt"), url.Values{"record": {"1"}, "year": {"2016"}}, "Ô này cần có nội dung")
	s.Made(s.Unit("/targets/submit"), url.Values{"record": {"1"}, "year": {"2016"}})
	s.Says("/targets/1", "đã trình cấp ủy")
	s.Made(s.Unit("/targets/adopt"), url.Values{"record": {"1"}, "year": {"2016"}, "decision": {"02-NQ/ĐU"}, "decided_on": {"15/01/2016"}})
	s.Says("/targets/1", "đã giao", "02-NQ/ĐU", "15/01/2016", "Chưa có kết quả")
	s.Complains("/targets/1/result", url.Values{"period": {"2016"}}, "Ghi số lượng hoặc tỷ lệ")
	s.Made("/targets/1/result", url.Values{"period": {"2015"}, "count": {"9"}, "of_total": {"18"}})
	s.Says("/targets/1", "Chưa có kết quả", "Chưa tới", "thiếu 1 chi bộ")
	s.Made("/targets/1/result", url.Values{"period": {"2016"}, "count": {"10"}, "of_total": {"18"}, "paper": {"Báo cáo 2016"}})
	s.Says("/targets/1", "Đạt", "10/18", "55,6 %")
	s.Says("/targets/1/edit", "Điều chỉnh theo quyết định")
	amend := draftForm()
	amend.Set("low", "60")
	s.Complains("/targets/1/amend", amend, "Ô này cần có nội dung")
	amend.Set("decision", "07-NQ/ĐU")
	amend.Set("decided_on", "01/07/2015")
	amend.Set("reason", "Giao thêm")
	s.Complains("/targets/1/amend", amend, "không thể có trước quyết định mà nó điều chỉnh: 02-NQ/ĐU, ngày 15/01/2016")
	amend.Set("decided_on", "01/07/2016")
	amend.Set("reason", "Giao thêm")
	s.Changed("/targets/1/edit", "/targets/1/amend", amend)
	s.Says("/targets/1", "trên 60 %", "Chưa đạt", "đã điều chỉnh")
	s.Made("/targets/1/higher", url.Values{})
	s.Says("/targets/1", "không tính mức cao hơn")
	s.Made("/targets/1/withdraw", url.Values{"reason": {"Trùng"}})
	s.Says("/targets/1", "đã được rút khỏi sổ")
}

func TestDraft_saysThatItWasWrittenBeforeTheNext(t *testing.T) {
	s := newSite(t)
	form := draftForm()
	form.Set("next", "1")
	a := s.Post(s.Clerk, s.Unit("/targets"), form)
	s.Says(a.To, "Soạn chỉ tiêu năm 2016", "Đã ghi")
}

func TestAmend_byTheCommitteeThatDecides(t *testing.T) {
	s := newSite(t)
	s.Made(s.Unit("/targets"), draftForm())
	s.Made(s.Unit("/targets/adopt"), url.Values{"record": {"1"}, "year": {"2016"}, "decision": {"02-NQ/ĐU"}, "decided_on": {"15/01/2016"}})
	committee := testkit.Signed(t, s.DB, access.Committee, s.Root)
	if a := s.Get(committee, "/targets/1/edit"); a.Status != http.StatusOK {
		t.Errorf("the form: %d %s", a.Status, a.Body)
	}
	amend := draftForm()
	for name, value := range map[string]string{"low": "60", "decision": "07-NQ/ĐU", "decided_on": "01/07/2016", "reason": "Giao thêm", "seen": pagetest.Seen(s.Get(committee, "/targets/1/edit").Body)} {
		amend.Set(name, value)
	}
	if a := s.Post(committee, "/targets/1/amend", amend); a.Status != http.StatusSeeOther {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	s.Says("/targets/1", "trên 60 %", "07-NQ/ĐU")
}

// A closed year takes corrections alone: each form that is not one already asks for the reason, and
// the history shows it.
func TestTargets_ofAClosedYearAskForTheReason(t *testing.T) {
	s := pagetest.New(t, func(b recordweb.Base) []route.Route { return slices.Concat(targetweb.Routes(b), figureweb.Routes(b)) }, targetweb.Locale, figureweb.Locale, orgweb.Locale)
	s.Made(s.Unit("/targets"), draftForm())
	s.Made(s.Unit("/targets/adopt"), url.Values{"record": {"1"}, "year": {"2016"}, "decision": {"02-NQ/ĐU"}, "decided_on": {"15/01/2016"}})
	draft := draftForm()
	draft.Set("subject", "đảng viên")
	s.Made(s.Unit("/targets"), draft)
	s.Says(s.Unit("/targets?year=2016"), "Soạn chỉ tiêu", "Trình cấp ủy", "Giao các chỉ tiêu đã chọn")
	years := year.New(s.DB, s.Door)
	if err := years.Decide(s.Clerk, s.Root, 2016, year.Deciding{Body: "Đảng ủy Khối", Number: "21-QĐ/ĐUK", On: "2017-01-08"}); err != nil {
		t.Fatal(err)
	}
	if err := years.Close(s.Clerk, s.Root, 2016); err != nil {
		t.Fatal(err)
	}
	s.Says(s.Unit("/targets?year=2016"), "Năm 2016 đã khóa: không soạn, trình, giao chỉ tiêu nữa.")
	shut := pagetest.Visible(t, s.Get(s.Clerk, s.Unit("/targets?year=2016")).Body)
	for _, gone := range []string{"Soạn chỉ tiêu", "Trình cấp ủy", "Giao các chỉ tiêu đã chọn"} {
		if strings.Contains(shut, gone) {
			t.Errorf("the closed year still offers %q", gone)
		}
	}
	amend := draftForm()
	for name, value := range map[string]string{"low": "60", "decision": "07-NQ/ĐU", "decided_on": "01/07/2016"} {
		amend.Set(name, value)
	}
	const asked = "Năm 2016 đã khóa, chỉ nhận đính chính: ghi lý do."
	for _, x := range []struct {
		form   string
		values url.Values
		asked  string
	}{
		{"/targets/1/result", url.Values{"period": {"2016"}, "count": {"10"}, "of_total": {"18"}}, asked},
		{"/targets/1/higher", url.Values{"back": {"year"}}, asked},
		{"/targets/1/amend", amend, "Ô này cần có nội dung"},
		{"/targets/1/withdraw", url.Values{}, "Ô này cần có nội dung"},
	} {
		s.Complains(x.form, x.values, "Lý do", x.asked)
		x.values.Set("reason", "Đính chính theo "+x.form)
		if x.form == "/targets/1/amend" {
			s.Changed("/targets/1/edit", x.form, x.values)
		} else {
			s.Made(x.form, x.values)
		}
		page := "/targets/1"
		if x.form == "/targets/1/result" {
			page = "/figures/1"
		}
		s.Says(page, "Đính chính theo "+x.form)
	}
}
