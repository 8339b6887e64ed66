package meetingweb_test

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/resolution"
	"hamrong/internal/web/meetingweb"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/ui"
)

func newSite(t *testing.T) *pagetest.Site {
	return pagetest.New(t, meetingweb.Routes, meetingweb.Locale)
}

func TestLocale_fits(t *testing.T) {
	if err := ui.CheckLocale(meetingweb.Locale); err != nil {
		t.Error(err)
	}
}

var study = url.Values{"kind": {"study"}, "name": {"Hội nghị học tập Nghị quyết Đảng bộ tỉnh"}, "held_on": {"12/11/2015"}, "place": {"Hội trường Sở"}}

func meetings(s *pagetest.Site) string {
	return "/units/" + strconv.FormatInt(s.Root, 10) + "/meetings"
}

func TestMeeting_isTypedChangedAndTakenBack(t *testing.T) {
	s := newSite(t)
	s.Shows(meetings(s), meetings(s)+"/new")
	page := s.Made(meetings(s), study)
	s.Shows(meetings(s), "Hội nghị học tập Nghị quyết Đảng bộ tỉnh", "Hội trường Sở", "2015")
	s.Refuses(meetings(s), "", study)
	s.Refuses(meetings(s), "name", url.Values{"kind": {"study"}, "name": {" "}})
	s.Refuses(meetings(s), "held_on", url.Values{"kind": {"study"}, "name": {"x"}, "held_on": {"32/1/2016"}})
	s.Shows(page+"/change", "Hội trường Sở")
	s.Changed(page+"/change", page+"/change", url.Values{"kind": {"study"}, "name": {"Hội nghị học tập"}, "year": {"2015"}, "place": {"Nhà văn hóa"}, "reason": {"đổi nơi họp"}})
	s.Shows(page, "Nhà văn hóa", "đổi nơi họp")
	s.Refuses(page+"/withdraw", "withdraw-reason", url.Values{})
	s.Made(page+"/withdraw", url.Values{"reason": {"nhầm năm"}})
	if a := s.Get(s.Clerk, page); strings.Contains(a.Body, `method="post"`) {
		t.Error("a withdrawn meeting can still be written to")
	}
}

func TestItems_standInTheirOrderWithPositionsAndResolution(t *testing.T) {
	s := newSite(t)
	page := s.Made(meetings(s), study)
	paper, err := resolution.NewService(s.DB, s.Door).Create(s.Clerk, s.Root, resolution.Content{Kind: resolution.Decree, Name: "Nghị quyết số 7"}, "")
	if err != nil {
		t.Fatal(err)
	}
	s.Shows(page+"/items/new?kind=act", "Nghị quyết số 7", `name="positions"`)
	s.Made(page+"/items", url.Values{"kind": {"act"}, "act": {"opened"}, "who": {"Trần Văn Mẫu"}, "positions": {"Bí thư Đảng ủy\nGiám đốc Sở"}})
	s.Made(page+"/items", url.Values{"kind": {"act"}, "act": {"presented"}, "who": {"Lê Thị Ví Dụ"}, "what": {"nội dung nghị quyết"}, "resolution": {strconv.FormatInt(paper, 10)}})
	s.Made(page+"/items", url.Values{"kind": {"obligation"}, "who": {"toàn thể đảng viên"}, "what": {"viết bài thu hoạch"}, "set_by": {"Trần Văn Mẫu"}})
	s.Made(page+"/items", url.Values{"kind": {"caption"}, "what": {"Quang cảnh hội nghị"}})
	s.Shows(page, "Bí thư Đảng ủy, Giám đốc Sở", "/resolutions/"+strconv.FormatInt(paper, 10), "Viết bài thu hoạch", "Quang cảnh hội nghị")
	body := s.Get(s.Clerk, page).Body
	if strings.Index(body, "Trần Văn Mẫu") > strings.Index(body, "Lê Thị Ví Dụ") {
		t.Error("who opened stands behind who presented")
	}
	if strings.Contains(body, "/people/") {
		t.Error("a name leads to a person though nobody has said that it is one")
	}
	for field, wrong := range map[string]url.Values{
		"what": {"kind": {"act"}, "act": {"presented"}, "who": {"x"}}, "who": {"kind": {"obligation"}, "what": {"x"}}, "act": {"kind": {"act"}, "act": {"sang"}, "who": {"x"}},
		"resolution": {"kind": {"act"}, "act": {"opened"}, "who": {"y"}, "resolution": {"4711"}}} {
		s.Refuses(page+"/items", field, wrong)
	}
	item := itemOf(t, body)
	s.Shows(item, "Trần Văn Mẫu")
	s.Changed(item, item+"/change", url.Values{"kind": {"act"}, "act": {"concluded"}, "who": {"Trần Văn Mẫu"}, "reason": {"ghi nhầm việc"}})
	s.Shows(page, "ghi nhầm việc")
	s.Refuses(item+"/remove", "withdraw-reason", url.Values{})
	s.Made(item+"/remove", url.Values{"reason": {"không có"}})
	if a := s.Get(s.Clerk, item); a.Status != 404 {
		t.Errorf("a removed item is still to be changed: %d", a.Status)
	}
}

func itemOf(t *testing.T, body string) string {
	t.Helper()
	i := strings.Index(body, `href="/meeting-items/`)
	if i < 0 {
		t.Fatal("no item to change")
	}
	rest := body[i+len(`href="`):]
	return rest[:strings.Index(rest, `"`)]
}

func TestMeeting_isReadByReadersAndWrittenByClerks(t *testing.T) {
	s := newSite(t)
	page := s.Made(meetings(s), study)
	s.Denies(page, page+"/items/new", page+"/withdraw")
	s.Denies(meetings(s), meetings(s)+"/new", meetings(s))
}
