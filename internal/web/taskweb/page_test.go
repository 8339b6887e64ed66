package taskweb_test

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/resolution"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/taskweb"
	"hamrong/internal/web/ui"
)

func newSite(t *testing.T) *pagetest.Site {
	return pagetest.New(t, taskweb.Routes, taskweb.Locale)
}

func TestLocale_fits(t *testing.T) {
	if err := ui.CheckLocale(taskweb.Locale); err != nil {
		t.Error(err)
	}
}

func TestTask_isTypedNotedSettledAndTakenBack(t *testing.T) {
	s := newSite(t)
	tasks := "/units/" + strconv.FormatInt(s.Root, 10) + "/tasks"
	plan, err := resolution.NewService(s.DB, s.Door).Create(s.Clerk, s.Root, resolution.Content{Kind: resolution.Plan, Name: "Kế hoạch số 3"}, "")
	if err != nil {
		t.Fatal(err)
	}
	id := strconv.FormatInt(plan, 10)
	s.Shows(tasks+"/new?programme="+id, `value="`+id+`" selected`)
	s.Refuses(tasks, "what", url.Values{"due": {"quý II/2016"}})
	s.Refuses(tasks, "due", url.Values{"what": {"x"}, "due": {"31/2/2016"}})
	s.Refuses(tasks, "programme", url.Values{"what": {"x"}, "programme": {"4711"}})
	new := url.Values{"what": {"Tổ chức lớp bồi dưỡng"}, "who": {"Chi bộ Văn phòng"}, "due": {"quý II/2016"}, "programme": {id}}
	if to := s.Made(tasks, new); to != "/resolutions/"+id {
		t.Errorf("leads to %s", to)
	}
	s.Refuses(tasks, "", new)
	s.Shows(tasks, "Kế hoạch số 3", "Tổ chức lớp bồi dưỡng", "quý II/2016")
	if a := s.Get(s.Clerk, tasks); !strings.Contains(a.Body, "1 trễ hạn") {
		t.Error("a task whose quarter has passed is not late")
	}
	page := "/tasks/1"
	s.Shows(page, "30", "Kế hoạch số 3")
	s.Refuses(page+"/notes", "text", url.Values{})
	s.Made(page+"/notes", url.Values{"text": {"đã mời giảng viên"}})
	s.Refuses(page+"/settle", "outcome", url.Values{"state": {"done"}})
	s.Refuses(page+"/settle", "", url.Values{"state": {"open"}, "outcome": {"x"}})
	s.Made(page+"/settle", url.Values{"state": {"done"}, "outcome": {"32 người dự"}})
	s.Shows(page, "đã mời giảng viên", "32 người dự")
	s.Shows(page+"/change", "Chi bộ Văn phòng")
	s.Changed(page+"/change", page+"/change", url.Values{"what": {"Tổ chức lớp bồi dưỡng"}, "who": {"Chi bộ Hai"}, "due": {"quý II/2016"}, "programme": {id}, "reason": {"đổi người"}})
	s.Shows(page, "Chi bộ Hai", "đổi người", "32 người dự")
	s.Made(page+"/withdraw", url.Values{"reason": {"nhầm"}})
	if a := s.Get(s.Clerk, page); strings.Contains(a.Body, `method="post"`) {
		t.Error("a withdrawn task can still be written to")
	}
}

func TestTask_isReadByReadersAndWrittenByClerks(t *testing.T) {
	s := newSite(t)
	tasks := "/units/" + strconv.FormatInt(s.Root, 10) + "/tasks"
	page := s.Made(tasks, url.Values{"what": {"Một việc"}})
	s.Denies(page, page+"/change", page+"/settle")
	s.Denies(tasks, tasks+"/new", tasks)
}
