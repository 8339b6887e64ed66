package orgweb_test

import (
	"net/http"
	"net/url"
	"strconv"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/testkit"
)

// TestLook opens pages of each sort in Chromium.
func TestLook(t *testing.T) {
	s := newSite(t)
	account := testkit.Account(t, s.db)
	testkit.Grant(t, s.db, account, access.Clerk, s.root)
	clerk := access.WithCaller(t.Context(), access.Caller{Account: account})
	s.expect(s.ask(clerk, "POST", s.at("/paste"), url.Values{"text": {"Chi bộ Văn phòng Sở\nChi bộ Khí tượng thủy văn và Biến đổi khí hậu\nĐảng bộ bộ phận Kho"}, "step": {"confirm"}, "expected": {"3"}}), 303)
	s.expect(s.ask(clerk, "POST", s.at("/office"), url.Values{"name": {"Công đoàn Sở"}, "line": {"union"}}), 303)
	s.expect(s.ask(clerk, "POST", s.at("/years/2015/decide"), url.Values{"body": {"Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh"}, "number": {"21-QĐ/ĐUK"}, "on": {"08/01/2016"}}), 303)
	branch := "/units/" + strconv.FormatInt(s.root+1, 10)
	s.expect(s.ask(clerk, "POST", branch+"/rename", url.Values{"name": {"Chi bộ Văn phòng"}, "kind": {"chi_bo"}, "level": {"branch"}, "on": {"01/03/2014"}, "decision": {"05-QĐ/ĐU"}}), 303)

	look := pagetest.NewLook(t, s.words, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mux.ServeHTTP(w, r.WithContext(access.WithCaller(r.Context(), access.Caller{Account: account})))
	}))
	look.Sound(map[string]string{
		"tree": "/units", "unit": s.at(""), "rename": branch + "/rename", "close": s.at("/years/2015/close"),
	})
	look.At(look.Wide, s.at("/paste"))
	look.Wide.Eval(`document.querySelector("#f-text").value = "1. Chi bộ Thanh tra\n2. Chi bộ Văn phòng\n3. Công đoàn Sở\n4. Chi bộ Thanh tra"`, nil)
	look.Wide.Go("main form button")
	look.Seen(look.Wide, "preview-1280")
}
