package targetweb_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/testkit"
)

func TestAlike_oneIsKeptAndTheOtherTakenBack(t *testing.T) {
	s := newSite(t)
	s.Made(s.Unit("/targets"), draftForm())
	second := draftForm()
	second.Set("low", "60")
	second.Set("paper", "Công văn 12")
	s.Made(s.Unit("/targets"), second)
	s.Made(s.Unit("/targets/adopt"), url.Values{"record": {"1"}, "year": {"2016"}, "decision": {"02-NQ/ĐU"}, "decided_on": {"15/01/2016"}})
	s.Says(s.Unit("/targets?year=2016"), "Cùng việc với chỉ tiêu khác: trên 60 %. Chọn giữ một.", "Cùng việc với chỉ tiêu khác: trên 50 %. Chọn giữ một.")
	s.Says("/targets/2", "còn chỉ tiêu khác ghi trên 50 %", "Chọn chỉ tiêu được giữ")
	s.Says("/targets/1/alike", "trên 50 %", "trên 60 %", "02-NQ/ĐU 15/01/2016", "Công văn 12", "nhập tay", "không chuyển sang chỉ tiêu được giữ")
	both := []string{"1", "2"}
	s.Complains("/targets/1/alike", url.Values{"record": both, "reason": {"Ghi hai lần"}}, "Chọn chỉ tiêu được giữ")
	s.Complains("/targets/1/alike", url.Values{"record": both, "keep": {"1"}, "reason": {""}}, "Ô này cần có nội dung")
	s.Refuses("/targets/1/alike", "keep", url.Values{"record": both, "reason": {"Ghi hai lần"}})
	s.Refuses("/targets/1/alike", "", url.Values{"record": {"1"}, "keep": {"1"}, "reason": {"Ghi hai lần"}})
	elsewhere := draftForm()
	elsewhere.Set("measure", "hoàn thành nhiệm vụ")
	s.Made(s.Unit("/targets"), elsewhere)
	if a := s.Post(s.Clerk, "/targets/3/alike", url.Values{"record": both, "keep": {"1"}, "reason": {"Ghi hai lần"}}); a.Status != http.StatusNotFound {
		t.Errorf("sent to the page of another target: %d", a.Status)
	}
	if to := s.Made("/targets/1/alike", url.Values{"record": both, "keep": {"1"}, "reason": {"Ghi hai lần"}}); to != "/targets/1" {
		t.Errorf("leads to %s", to)
	}
	s.Says("/targets/2", "đã được rút khỏi sổ", "Ghi hai lần", "còn trong sổ", "trên 50 %")
	s.Says("/targets/1/alike", "Không còn chỉ tiêu nào khác cùng việc này")
}

func TestAlike_readersSeeItAndDecideNothing(t *testing.T) {
	s := newSite(t)
	s.Made(s.Unit("/targets"), draftForm())
	second := draftForm()
	second.Set("low", "60")
	s.Made(s.Unit("/targets"), second)
	reader := testkit.Signed(t, s.DB, access.Reader, s.Root)
	if a := s.Get(reader, "/targets/1/alike"); a.Status != http.StatusOK || strings.Contains(a.Body, `method="post"`) {
		t.Errorf("the page: %d, or it offers to write", a.Status)
	}
	if a := s.Post(reader, "/targets/1/alike", url.Values{"record": {"1", "2"}, "keep": {"1"}, "reason": {"x"}}); a.Status != http.StatusNotFound {
		t.Errorf("a reader decides: %d", a.Status)
	}
}

// Two targets about one matter are not ticked beforehand, and adopted both only when that is said.
func TestAdopt_twoOfOneMatterOnlyWhenSaid(t *testing.T) {
	s := newSite(t)
	s.Made(s.Unit("/targets"), draftForm())
	for _, change := range []map[string]string{{"low": "60"}, {"subject": "đảng viên"}} {
		form := draftForm()
		for name, value := range change {
			form.Set(name, value)
		}
		s.Made(s.Unit("/targets"), form)
	}
	list := s.Unit("/targets?year=2016")
	page := s.Get(s.Clerk, list).Body
	for record, want := range map[string]bool{"1": false, "2": false, "3": true} {
		if got := strings.Contains(page, `name="record" value="`+record+`" checked`); got != want {
			t.Errorf("target %s is ticked: %v", record, got)
		}
	}
	s.Says(list, "Không chọn sẵn. Cùng việc với chỉ tiêu khác: trên 60 %.")
	decision := func(records ...string) url.Values {
		return url.Values{"record": records, "year": {"2016"}, "decision": {"02-NQ/ĐU"}, "decided_on": {"15/01/2016"}}
	}
	s.Complains(s.Unit("/targets/adopt"), decision("1", "2"), "có chỉ tiêu khác cùng một việc cũng được chọn hoặc đã giao", "Giao cả các chỉ tiêu cùng một việc")
	s.Says("/targets/1", "dự thảo")
	s.Made(s.Unit("/targets/adopt"), decision("1", "3"))
	s.Complains(s.Unit("/targets/adopt"), decision("2"), "có chỉ tiêu khác cùng một việc cũng được chọn hoặc đã giao")
	said := decision("2")
	said.Set("twice", "1")
	s.Made(s.Unit("/targets/adopt"), said)
	s.Says("/targets/2", "đã giao")
}
