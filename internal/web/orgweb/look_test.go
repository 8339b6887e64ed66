package orgweb_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/web/ui"
	"hamrong/testkit"
	"hamrong/testkit/browser"
)

// TestLook opens pages of each sort in Chromium, wide and narrow: axe finds nothing, nothing scrolls
// sideways, the browser complains of nothing. With HAMRONG_SHOTS set to a folder it leaves pictures.
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

	mux := http.NewServeMux()
	mux.Handle("GET /static/", ui.Static())
	mux.Handle("/", ui.Languages(s.words, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mux.ServeHTTP(w, r.WithContext(access.WithCaller(r.Context(), access.Caller{Account: account})))
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
		"tree": "/units", "unit": s.at(""), "rename": branch + "/rename", "close": s.at("/years/2015/close"),
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
	tab := tabs["1280"]
	tab.Open(srv.URL + s.at("/paste"))
	tab.Eval(`document.querySelector("#f-text").value = "1. Chi bộ Thanh tra\n2. Chi bộ Văn phòng\n3. Công đoàn Sở\n4. Chi bộ Thanh tra"`, nil)
	tab.Go("main form button")
	tab.Axe()
	if shots != "" {
		tab.Screenshot(filepath.Join(shots, "preview-1280.png"))
	}
}
