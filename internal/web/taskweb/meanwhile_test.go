package taskweb_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/task"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/route"
	"hamrong/internal/web/taskweb"
	"hamrong/testkit"
)

func TestChange_isRefusedWhereTheTaskWasSettledMeanwhile(t *testing.T) {
	var other *testkit.Meanwhile
	s := pagetest.New(t, func(b recordweb.Base) []route.Route {
		other = &testkit.Meanwhile{Door: b.Door, Action: "task.change"}
		return taskweb.Routes(recordweb.Base{DB: b.DB, Door: other})
	}, taskweb.Locale)
	tasks := task.NewService(s.DB, s.Door)
	record, err := tasks.Create(s.Clerk, s.Root, task.Content{What: "Tổ chức lớp bồi dưỡng"}, "")
	if err != nil {
		t.Fatal(err)
	}
	page := "/tasks/" + strconv.FormatInt(record, 10)
	change := func(form pagetest.Answer) pagetest.Answer {
		return s.Post(s.Clerk, page+"/change", url.Values{"what": {"Tổ chức hai lớp"}, "reason": {"thêm lớp"}, "seen": {pagetest.Seen(form.Body)}})
	}
	stands := func(when string, a pagetest.Answer, what string, state task.State) {
		t.Helper()
		p, err := tasks.Page(s.Clerk, record)
		if err != nil || p.Task.What != what || p.Task.State != state {
			t.Errorf("%s: %d, the task is %q, %s, %v", when, a.Status, p.Task.What, p.Task.State, err)
		}
	}
	told := func(when string, a pagetest.Answer) {
		t.Helper()
		if a.Status != http.StatusConflict || !strings.Contains(a.Body, "Có người vừa đổi nội dung này") || !strings.Contains(a.Body, "Tổ chức hai lớp") {
			t.Errorf("%s: %d %s", when, a.Status, a.Body)
		}
	}

	form := s.Get(s.Clerk, page+"/change")
	other.Do = func() {
		if err := tasks.Settle(s.Clerk, record, task.Done, "32 người dự"); err != nil {
			t.Error(err)
		}
	}
	a := change(form)
	other.Do = nil
	told("settled while the change was on its way", a)
	stands("settled while the change was on its way", a, "Tổ chức lớp bồi dưỡng", task.Done)

	a = change(form)
	told("settled while the form was open", a)
	stands("settled while the form was open", a, "Tổ chức lớp bồi dưỡng", task.Done)

	if a = change(s.Get(s.Clerk, page+"/change")); a.Status != http.StatusSeeOther {
		t.Errorf("opened again: %d %s", a.Status, a.Body)
	}
	stands("opened again", a, "Tổ chức hai lớp", task.Done)
}
