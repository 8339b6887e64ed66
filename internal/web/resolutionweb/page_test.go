package resolutionweb_test

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/ledger"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/resolutionweb"
	"hamrong/internal/web/ui"
)

func newSite(t *testing.T) *pagetest.Site {
	return pagetest.New(t, resolutionweb.Routes, resolutionweb.Locale)
}

func TestLocale_fits(t *testing.T) {
	if err := ui.CheckLocale(resolutionweb.Locale); err != nil {
		t.Error(err)
	}
}

// congress is a resolution as a clerk types it.
var congress = url.Values{"kind": {"resolution"}, "name": {"Nghị quyết Đại hội Đảng bộ tỉnh"}, "congress": {"XVII"}, "term": {"2015-2020"},
	"number": {"01-NQ/ĐH"}, "date": {"30/9/2015"}, "motto": {"Kỷ cương - Đổi mới"}, "goals": {"đến năm 2020 tỉnh khá\n2030: tỉnh công nghiệp"},
	"counts": {"24 chỉ tiêu\n3 khâu đột phá"}, "paper": {"bản in"}}

func units(s *pagetest.Site) string { return "/units/" + strconv.FormatInt(s.Root, 10) }

func TestResolution_isTypedChangedAndTakenBack(t *testing.T) {
	s := newSite(t)
	s.Shows(units(s)+"/resolutions", "/resolutions/new")
	s.Shows(units(s)+"/resolutions/new", `name="counts"`)
	page := s.Made(units(s)+"/resolutions", congress)
	s.Shows(page, "XVII", "Kỷ cương - Đổi mới", "2030", "24 chỉ tiêu", "01-NQ/ĐH")
	if a := s.Get(s.Clerk, page); !strings.Contains(a.Body, "24 chỉ tiêu: đã nhập 0") || !strings.Contains(a.Body, "Đã nhập 0 trong 27 phần") {
		t.Errorf("declared and entered are not said: %s", a.Body)
	}
	s.Refuses(units(s)+"/resolutions", "", congress)
	s.Shows(page+"/change", "2020: tỉnh khá", "3 khâu đột phá")
	changed := url.Values{"kind": {"resolution"}, "name": {"Nghị quyết Đại hội Đảng bộ tỉnh"}, "congress": {"XVIII"}, "reason": {"gõ nhầm"}}
	s.Changed(page+"/change", page+"/change", changed)
	s.Shows(page, "XVIII", "gõ nhầm")
	s.Refuses(page+"/withdraw", "withdraw-reason", url.Values{})
	s.Made(page+"/withdraw", url.Values{"reason": {"nhầm đơn vị"}})
	a := s.Get(s.Clerk, page)
	if strings.Contains(a.Body, `method="post"`) || !strings.Contains(a.Body, "nhầm đơn vị") {
		t.Error("a withdrawn resolution can still be written to, or does not say why it went")
	}
}

func TestResolution_setsBesideWhatAnotherSourceSays(t *testing.T) {
	s := newSite(t)
	page := s.Made(units(s)+"/resolutions", congress)
	p, err := directory.New(s.DB).Permit(s.Clerk, access.Ask{Right: access.Record, Unit: s.Root, Action: "test"})
	if err != nil {
		t.Fatal(err)
	}
	at := resolution.At{Document: 77, Start: 1, End: 5} // a document that the clerk may not open
	err = s.DB.Write(s.Clerk, p, func(tx *store.Tx) error {
		entry, err := ledger.Begin(tx, ledger.New{Kind: ledger.ByHand})
		if err != nil {
			return err
		}
		_, _, err = resolution.Enter(tx, entry, resolution.New{Content: resolution.Content{Kind: resolution.Decree, Name: "Nghị quyết Đại hội Đảng bộ tỉnh", Congress: "XVII",
			Motto: "Đoàn kết", MottoAt: at, Counts: []resolution.Declared{{What: "chỉ tiêu", Count: 30, At: at}}}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	s.Says(page, "24 chỉ tiêu (nguồn khác ghi 30)", "Các nguồn nêu khác nhau: 24 chỉ tiêu (nhập tay); 30 chỉ tiêu (văn bản đồng chí không được mở).", "Chỉ tiêu: các nguồn khác nhau",
		"24 chỉ tiêu: đã nhập 0", "Đã nhập 0 trong 27 phần", "Phương châm “Kỷ cương - Đổi mới” nhập tay", "Nguồn khác ghi “Đoàn kết” văn bản đồng chí không được mở", "Phương châm: các nguồn khác nhau")
	s.Shows(page+"/change", "30 chỉ tiêu", `name="mottos"`, "Đoàn kết")
	settled := url.Values{"kind": {"resolution"}, "name": {"Nghị quyết Đại hội Đảng bộ tỉnh"}, "congress": {"XVII"}, "motto": {"Đoàn kết"}, "mottos": {""}, "counts": {"30 chỉ tiêu"}, "reason": {"Xem văn bản"}}
	s.Changed(page+"/change", page+"/change", settled)
	if text := pagetest.Visible(t, s.Get(s.Clerk, page).Body); strings.Contains(text, "các nguồn khác nhau") || strings.Contains(text, "guồn khác ghi") {
		t.Error("what was settled is still marked")
	}
}

func TestResolution_refusesAtTheFields(t *testing.T) {
	s := newSite(t)
	for field, value := range map[string]string{"name": "", "date": "31/2/2016", "term": "2020-2015", "counts": "nhiều chỉ tiêu", "kind": "edict"} {
		wrong := url.Values{}
		for k, v := range congress {
			wrong[k] = v
		}
		wrong[field] = []string{value}
		s.Refuses(units(s)+"/resolutions", field, wrong)
	}
}

func TestParts_arePastedChangedAndRemoved(t *testing.T) {
	s := newSite(t)
	page := s.Made(units(s)+"/resolutions", congress)
	s.Shows(page+"/parts/paste", `name="text"`)
	s.Refuses(page+"/parts/paste", "text", url.Values{"kind": {"target"}, "text": {"Về kinh tế:"}})
	list := "I. CHỈ TIÊU\nVề kinh tế:\n1. Tăng trưởng 12 %\n2. Thu ngân sách tăng 10 %\nII. NHIỆM VỤ TRỌNG TÂM\n1. Cải cách thủ tục"
	seen := s.Post(s.Clerk, page+"/parts/paste", url.Values{"kind": {"target"}, "text": {list}})
	for _, word := range []string{"6 dòng", "<strong>3</strong><strong> phần mới</strong>", "3 đề mục", "Nhập 2 chỉ tiêu, 1 nhiệm vụ", "kinh tế"} {
		if !strings.Contains(seen.Body, word) {
			t.Errorf("the preview does not say %q", word)
		}
	}
	if strings.Contains(s.Get(s.Clerk, page).Body, "Tăng trưởng 12 %") {
		t.Error("the preview has entered a part")
	}
	if a := s.Post(s.Clerk, page+"/parts/paste", url.Values{"kind": {"target"}, "text": {list}, "step": {"confirm"}, "expected": {"2"}}); a.Status != 409 {
		t.Errorf("another list than the one seen was answered %d", a.Status)
	}
	s.Made(page+"/parts/paste", url.Values{"kind": {"target"}, "text": {list}, "step": {"confirm"}, "expected": {"3"}})
	s.Shows(page, "Cải cách thủ tục")
	s.Shows(page, "Tăng trưởng 12 %", "kinh tế")
	s.Shows(page+"/parts/new", `name="field"`)
	s.Refuses(page+"/parts", "text", url.Values{"kind": {"solution"}, "state": {"planned"}})
	s.Made(page+"/parts", url.Values{"kind": {"solution"}, "state": {"planned"}, "text": {"Cải cách hành chính"}})
	part := partOf(t, s, page)
	s.Shows(part, "Tăng trưởng 12 %")
	s.Changed(part, part+"/change", url.Values{"kind": {"target"}, "number": {"1"}, "text": {"Tăng trưởng 13 %"}, "field": {"kinh tế"}, "state": {"underway"}, "reason": {"theo bản ký"}})
	s.Shows(page, "Tăng trưởng 13 %")
	s.Refuses(part+"/remove", "withdraw-reason", url.Values{})
	s.Made(part+"/remove", url.Values{"reason": {"trùng"}})
	if a := s.Get(s.Clerk, part); a.Status != 404 {
		t.Errorf("a removed part is still to be changed: %d", a.Status)
	}
}

// partOf gives the address of the first part of a resolution's page.
func partOf(t *testing.T, s *pagetest.Site, page string) string {
	t.Helper()
	body := s.Get(s.Clerk, page).Body
	i := strings.Index(body, `href="/parts/`)
	if i < 0 {
		t.Fatal("no part to change")
	}
	rest := body[i+len(`href="`):]
	return rest[:strings.Index(rest, `"`)]
}

func TestProgramme_comesUnderItsResolution(t *testing.T) {
	s := newSite(t)
	page := s.Made(units(s)+"/resolutions", congress)
	record := strings.TrimPrefix(page, "/resolutions/")
	s.Shows(units(s)+"/resolutions/new?kind=programme&parent="+record, `value="`+record+`" selected`)
	programme := s.Made(units(s)+"/resolutions", url.Values{"kind": {"programme"}, "name": {"Chương trình hành động số 5"}, "parent": {record}})
	s.Shows(page, "Chương trình hành động số 5")
	s.Shows(programme, "XVII", "/tasks/new?programme=")
	s.Refuses(page+"/withdraw", "", url.Values{"reason": {"nhầm"}})
}

func TestPlenum_isNotShownAsAResolution(t *testing.T) {
	s := newSite(t)
	page := s.Made(units(s)+"/resolutions", url.Values{"kind": {"plenum"}, "name": {"Hội nghị lần thứ 9"}, "plenum": {"9"}})
	a := s.Get(s.Clerk, page)
	if !strings.Contains(a.Body, "không phải nghị quyết") || strings.Contains(a.Body, "/parts/paste") {
		t.Errorf("a plenum told of looks like a resolution: %s", a.Body)
	}
	if a := s.Post(s.Clerk, page+"/parts", url.Values{"kind": {string(resolution.Solution)}, "text": {"x"}}); a.Status != 409 {
		t.Errorf("a part of a plenum: %d", a.Status)
	}
}

func TestResolution_isReadByReadersAndWrittenByClerks(t *testing.T) {
	s := newSite(t)
	page := s.Made(units(s)+"/resolutions", congress)
	s.Denies(page, page+"/change", page+"/withdraw")
	s.Denies(units(s)+"/resolutions", units(s)+"/resolutions/new", units(s)+"/resolutions")
}

func TestResolution_namesItsPartsInEnglish(t *testing.T) {
	s := newSite(t)
	page := s.Made(units(s)+"/resolutions", congress)
	said := pagetest.Visible(t, s.English(s.Clerk, page).Body)
	pagetest.Demand(t, said, "Entered of declared Breakthrough (khâu đột phá)", "Target (chỉ tiêu)")
	s.Says(page, "Khâu đột phá", "Chỉ tiêu")
}
