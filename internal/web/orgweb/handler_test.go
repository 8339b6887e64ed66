package orgweb_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/web/orgweb"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

func TestLocale_bothLanguagesSayTheSame(t *testing.T) {
	if err := ui.CheckLocale(orgweb.Locale); err != nil {
		t.Error(err)
	}
}

// site is the pages on an empty department, as one person sees them.
type site struct {
	t     *testing.T
	db    *store.DB
	root  int64
	mux   *http.ServeMux
	words *ui.Catalogue
}

func newSite(t *testing.T) *site {
	t.Helper()
	db := testkit.NewDB(t)
	words, err := ui.NewCatalogue(orgweb.Locale, recordweb.Locale, wording.Locale)
	if err != nil {
		t.Fatal(err)
	}
	s := &site{t: t, db: db, root: testkit.Root(t, db), mux: http.NewServeMux(), words: words}
	for _, r := range orgweb.Routes(recordweb.Base{DB: db, Door: directory.New(db)}) {
		s.mux.HandleFunc(r.Pattern, func(w http.ResponseWriter, req *http.Request) {
			if err := r.Handle(w, req); err != nil {
				if fault.KindOf(err) == "" {
					t.Errorf("%s %s: %v", req.Method, req.URL, err)
				}
				ui.Error(w, req, err)
			}
		})
	}
	return s
}

// page is an answer.
type page struct {
	status int
	body   string
	to     string // where it leads
}

func (s *site) ask(ctx context.Context, method, path string, form url.Values) page {
	s.t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(form.Encode()))
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	w := httptest.NewRecorder()
	ui.Languages(s.words, s.mux).ServeHTTP(w, r.WithContext(ctx))
	return page{w.Code, w.Body.String(), w.Header().Get("Location")}
}

func (s *site) get(ctx context.Context, path string) page { return s.ask(ctx, "GET", path, nil) }

func (s *site) at(rest string) string { return "/units/" + strconv.FormatInt(s.root, 10) + rest }

// expect fails unless the answer has the status and holds all of the words.
func (s *site) expect(p page, status int, words ...string) {
	s.t.Helper()
	if p.status != status {
		s.t.Errorf("status %d, want %d: %s", p.status, status, p.body)
	}
	for _, w := range words {
		if !strings.Contains(p.body, w) {
			s.t.Errorf("%q is not on the page:\n%s", w, p.body)
		}
	}
	if missing := s.words.Missing(); len(missing) > 0 {
		s.t.Errorf("sentences that no locale file holds: %v", missing)
	}
}

func TestChild_isFoundedAndShown(t *testing.T) {
	s := newSite(t)
	clerk := testkit.Signed(t, s.db, access.Clerk, s.root)
	s.expect(s.get(clerk, s.at("")), 200, "Đảng bộ Sở Cầu Đá", "Thêm đơn vị", s.at("/paste"), "Chưa có đơn vị trực thuộc")
	s.expect(s.get(clerk, s.at("/children/new")), 200, `name="name"`, `name="decision"`)
	form := url.Values{"name": {""}, "on": {"31/02/2015"}, "decision": {"05-QĐ/ĐU"}}
	s.expect(s.ask(clerk, "POST", s.at("/children"), form), 422, "31/02/2015", "không phải ngày có thật", "05-QĐ/ĐU")
	form.Set("on", "01/03/2014")
	s.expect(s.ask(clerk, "POST", s.at("/children"), form), 422, "Ghi tên đơn vị.")
	form.Set("name", "Chi bộ <Kho>")
	p := s.ask(clerk, "POST", s.at("/children"), form)
	s.expect(p, 303)
	s.expect(s.get(clerk, p.to), 200, "Chi bộ &lt;Kho&gt;", "01/03/2014", "Đã thành lập")
	s.expect(s.get(clerk, s.at("?on=01/01/2014")), 200, "Đang xem theo ngày 01/01/2014", "Không có đơn vị trực thuộc")
	s.expect(s.get(clerk, "/units"), 200, "Chi bộ &lt;Kho&gt;", "2 đơn vị")
	s.expect(s.get(clerk, "/units?q=KHO"), 200, "1 đơn vị có “KHO”")
	s.expect(s.get(clerk, "/units?q=khong+co"), 200, "Không thấy đơn vị nào")
	s.expect(s.get(clerk, "/units?on=01/01/1980"), 200, "Chưa có đơn vị nào")
	s.expect(s.get(clerk, "/units?on=hôm+nay"), 422, "không phải ngày có thật")
}

func TestPages_speakEnglishAndExplainTheWords(t *testing.T) {
	s := newSite(t)
	testkit.Unit(t, s.db, s.root, "Chi bộ Một")
	clerk := testkit.Signed(t, s.db, access.Clerk, s.root)
	s.expect(s.get(clerk, s.at("?lang=en")), 200, "chi bộ (Party branch)", "1 unit right below", "grassroots Party organisation")
	for _, path := range []string{"/units?lang=en", s.at("/children/new?lang=en"), s.at("/office/new?lang=en"), s.at("/rename?lang=en"), s.at("/move?lang=en"), s.at("/link?lang=en"),
		s.at("/end?lang=en"), s.at("/paste?lang=en"), s.at("/years/2015/decide?lang=en"), s.at("/years/2015/close?lang=en")} {
		p := s.get(clerk, path)
		s.expect(p, 200, `lang="en"`)
		if strings.Count(p.body, "<h1") != 1 {
			t.Errorf("%s: not one h1", path)
		}
	}
}

func TestPaste_previewsThenFoundsAll(t *testing.T) {
	s := newSite(t)
	clerk := testkit.Signed(t, s.db, access.Clerk, s.root)
	s.expect(s.ask(clerk, "POST", s.at("/paste"), url.Values{"text": {" "}}), 422, "Dán ít nhất một dòng")
	list := url.Values{"text": {"1. Chi bộ Văn phòng\n2. Chi bộ Thanh tra\n3. Chi bộ Văn phòng\nCông đoàn Sở"}}
	s.expect(s.ask(clerk, "POST", s.at("/paste"), list), 200, " đơn vị mới", "trùng dòng trên", "hệ thống khác (công đoàn)", "Sửa 1 dòng")
	list = url.Values{"text": {"1. Chi bộ Văn phòng\n2. Chi bộ Thanh tra"}}
	s.expect(s.ask(clerk, "POST", s.at("/paste"), list), 200, "Thành lập 2 đơn vị")
	list.Set("step", "confirm")
	s.expect(s.ask(clerk, "POST", s.at("/paste"), list), 409, "Từ lúc xem trước đã có thay đổi")
	list.Set("expected", "2")
	s.expect(s.ask(clerk, "POST", s.at("/paste"), list), 303)
	s.expect(s.get(clerk, s.at("")), 200, "2 đơn vị trực thuộc", "Chi bộ Thanh tra")
	s.expect(s.ask(clerk, "POST", s.at("/paste"), list), 409, "Mọi dòng đều đã có")
}

func TestChild_isAskedForTheKindThatItsNameDoesNotTell(t *testing.T) {
	s := newSite(t)
	clerk := testkit.Signed(t, s.db, access.Clerk, s.root)
	s.expect(s.ask(clerk, "POST", s.at("/rename"), url.Values{"name": {"Đảng bộ Sở Cầu Đá"}, "kind": {"dang_bo"}, "level": {"province"}}), 422, "Chữa chỗ ghi sai")
	s.expect(s.ask(clerk, "POST", s.at("/rename"), url.Values{"name": {"Đảng bộ Sở Cầu Đá"}, "kind": {"dang_bo"}, "level": {"province"}, "reason": {"thiết lập nhầm"}}), 303)
	s.expect(s.get(clerk, s.at("")), 200, "thiết lập nhầm", "đảng bộ cấp trên cơ sở")
	form := url.Values{"name": {"Đảng bộ Công ty Gạch"}}
	s.expect(s.ask(clerk, "POST", s.at("/children"), form), 422, "Tên chưa nói rõ loại", "đảng bộ cơ sở", `value="dang_bo_co_so" selected`, `value="base" selected`)
	s.expect(s.get(clerk, s.at("")), 200, "Chưa có đơn vị trực thuộc")
	form.Set("kind", "dang_bo")
	s.expect(s.ask(clerk, "POST", s.at("/children"), form), 303)
	s.expect(s.ask(clerk, "POST", s.at("/children"), url.Values{"name": {"Đảng bộ huyện Đá"}}), 303)
	p := s.get(clerk, s.at(""))
	s.expect(p, 200, "Đảng bộ Công ty Gạch", "Đảng bộ huyện Đá")
	below := strings.Split(strings.Split(p.body[strings.Index(p.body, "Đảng bộ Công ty Gạch")-60:], `/units/`)[1], `"`)[0]
	s.expect(s.get(clerk, "/units/"+below), 200, "Thành lập, thuộc Đảng bộ Sở Cầu Đá")
	if form := s.get(clerk, s.at("/move")); strings.Contains(form.body, `<option value="`+below+`"`) {
		t.Error("a unit may move below its own child")
	}
}

func TestChanges_saySentencesAtTheFields(t *testing.T) {
	s := newSite(t)
	cell := testkit.Unit(t, s.db, s.root, "Chi bộ Một")
	path := "/units/" + strconv.FormatInt(cell, 10)
	clerk := testkit.Signed(t, s.db, access.Clerk, s.root)
	s.expect(s.ask(clerk, "POST", path+"/rename", url.Values{"name": {"Chi bộ Hai"}, "kind": {"chi_bo"}, "level": {"branch"}, "on": {"01/01/1980"}}), 422, "Từ 01/01/1990 đơn vị là")
	s.expect(s.ask(clerk, "POST", path+"/rename", url.Values{"name": {"Chi bộ Hai"}, "kind": {"chi_bo"}, "level": {"branch"}, "on": {"01/01/2015"}}), 303)
	s.expect(s.ask(clerk, "POST", path+"/move", url.Values{"on": {"01/01/2016"}}), 422, "Chọn đơn vị sẽ trực thuộc.")
	s.expect(s.ask(clerk, "POST", path+"/move", url.Values{"on": {"01/01/2016"}, "parent": {strconv.FormatInt(cell, 10)}}), 422, "nằm bên dưới")
	s.expect(s.ask(clerk, "POST", path+"/link", url.Values{"on": {"01/01/2016"}, "lead": {strconv.FormatInt(s.root, 10)}}), 422, "cùng hệ thống")
	s.expect(s.get(clerk, s.at("/end")), 200, "Còn 1 đơn vị", "Chi bộ Hai")
	s.expect(s.ask(clerk, "POST", s.at("/end"), url.Values{"on": {"01/01/2016"}}), 409, "Chi bộ Hai")
	s.expect(s.ask(clerk, "POST", path+"/end", url.Values{"on": {"01/06/2016"}, "decision": {"09-QĐ/ĐU"}}), 303)
	s.expect(s.get(clerk, path), 200, "đã kết thúc từ 01/06/2016", "Chi bộ Một", "09-QĐ/ĐU", "Kết thúc")
	s.expect(s.get(clerk, path+"?on=01/02/2016"), 200, "Chi bộ Hai")
	s.expect(s.ask(clerk, "POST", s.at("/office"), url.Values{"name": {"Công đoàn Sở"}}), 422, "Chọn một trong các mục")
	s.expect(s.ask(clerk, "POST", s.at("/office"), url.Values{"name": {"Công đoàn Sở"}, "line": {"union"}}), 303)
	s.expect(s.get(clerk, s.at("")), 200, "Công đoàn Sở")
}

func TestYear_isDecidedThenClosed(t *testing.T) {
	s := newSite(t)
	clerk := testkit.Signed(t, s.db, access.Clerk, s.root)
	decide, closing := s.at("/years/2015/decide"), s.at("/years/2015/close")
	s.expect(s.get(clerk, closing), 200, "Năm 2015 chưa được công nhận")
	s.expect(s.ask(clerk, "POST", closing, url.Values{"sure": {"1"}}), 409)
	s.expect(s.ask(clerk, "POST", decide, url.Values{"on": {"08/01/2014"}}), 422, "Ghi nơi quyết định.", "trước năm 2015")
	form := url.Values{"body": {"Đảng ủy Khối"}, "number": {"21-QĐ/ĐUK"}, "on": {"08/01/2015"}}
	s.expect(s.ask(clerk, "POST", decide, form), 422, "trước tháng 12 năm 2015", `name="early" value="08/01/2015"`)
	form.Set("on", "08/01/2016")
	p := s.ask(clerk, "POST", decide, form)
	s.expect(p, 303)
	if p.to != s.at("/years/2015") {
		t.Errorf("leads to %s", p.to)
	}
	s.expect(s.get(clerk, decide), 200, "đã có quyết định", "21-QĐ/ĐUK", `name="reason"`, "Số liệu vẫn sửa được cho đến khi khóa.")
	s.expect(s.ask(clerk, "POST", decide, url.Values{"body": {"Đảng ủy Khối"}, "number": {"12-QĐ/ĐUK"}, "on": {"08/01/2016"}, "reason": {"gõ nhầm số"}}), 303)
	s.expect(s.get(clerk, decide), 200, "gõ nhầm số", "“21-QĐ/ĐUK” thành “12-QĐ/ĐUK”")
	testkit.Unit(t, s.db, s.root, "Chi bộ Một")
	told := testkit.Unit(t, s.db, s.root, "Chi bộ Hai")
	for _, population := range []string{"dang_vien", "chi_bo"} {
		put := figure.New{Place: figure.Place{Period: "2015", Population: population, Level: "HTNV"}, Value: figure.Value{Count: new(int64)}}
		if err := figure.NewService(s.db, directory.New(s.db)).Put(clerk, told, put, ledger.Why{}); err != nil {
			t.Fatal(err)
		}
	}
	draft := target.Content{Period: "2015", Subject: "chi bộ", Measure: "đạt trong sạch vững mạnh", Comparator: target.AtLeast, Low: 5000, Unit: target.Percent}
	if _, err := target.NewService(s.db, directory.New(s.db)).Draft(clerk, s.root, draft, ""); err != nil {
		t.Fatal(err)
	}
	s.expect(s.get(clerk, closing), 200, "Khóa năm 2015", "1 trong 2 đơn vị trực thuộc chưa có số liệu nào của năm 2015", "1 chỉ tiêu của năm 2015 chưa giao",
		"Không mở lại được, kể cả khi khóa nhầm", "Còn làm được, mỗi lần ghi lý do", "Không làm được nữa", "Nhập từ báo cáo của năm 2015")
	s.expect(s.ask(clerk, "POST", closing, url.Values{}), 422, "không mở lại được:</b>", "Đánh dấu ô này rồi mới khóa")
	s.expect(s.ask(clerk, "POST", closing, url.Values{"sure": {"1"}}), 303)
	s.expect(s.get(clerk, closing), 200, "đã khóa từ")
	s.expect(s.get(clerk, decide), 200, "Năm vẫn khóa; số liệu chỉ nhận bản đính chính, có lý do.")
	s.expect(s.get(clerk, s.at("")), 200, "đã khóa", "12-QĐ/ĐUK")
	s.expect(s.ask(clerk, "POST", s.at("/children"), url.Values{"name": {"Chi bộ Mới"}}), 422, "Năm 2015 đã khóa.")
	s.expect(s.ask(clerk, "POST", s.at("/children"), url.Values{"name": {"Chi bộ Mới"}, "on": {"01/01/2016"}}), 303)
	s.expect(s.get(clerk, s.at("/years/abc/close")), 404)
	s.expect(s.get(clerk, s.at("/years/9/close")), 404)
}

// A day before the year's December is asked about once: sent again it is taken, another such day is
// asked about anew.
func TestYear_asksOnceAboutAnEarlyDay(t *testing.T) {
	s := newSite(t)
	clerk := testkit.Signed(t, s.db, access.Clerk, s.root)
	const asked = "trước tháng 12 năm 2015"
	form := func(on, early string) url.Values {
		return url.Values{"body": {"Đảng ủy Khối"}, "on": {on}, "early": {early}, "reason": {"thử " + on}}
	}
	decide := s.at("/years/2015/decide")
	for _, c := range []struct {
		on, early string
		status    int
	}{
		{"30/11/2015", "", 422},
		{"01/12/2015", "", 303},
		{"30/11/2015", "29/11/2015", 422},
		{"30/11/2015", "30/11/2015", 303},
		{"08/01/2016", "", 303}, // of the year after
	} {
		p := s.ask(clerk, "POST", decide, form(c.on, c.early))
		s.expect(p, c.status)
		if said := strings.Contains(p.body, asked) && strings.Contains(p.body, `name="early" value="`+c.on+`"`); said != (c.status == 422) {
			t.Errorf("%s, asked about %q: the page asks: %v", c.on, c.early, said)
		}
	}
	s.expect(s.ask(clerk, "POST", decide, form("31/12/2014", "31/12/2014")), 422, "trước năm 2015")
}

func TestForms_onlyForWhoMay(t *testing.T) {
	s := newSite(t)
	one, two := testkit.Unit(t, s.db, s.root, "Chi bộ Một"), testkit.Unit(t, s.db, s.root, "Chi bộ Hai")
	reader, other := testkit.Signed(t, s.db, access.Reader, s.root), testkit.Signed(t, s.db, access.Clerk, two)
	path := "/units/" + strconv.FormatInt(one, 10)
	for _, form := range []string{"/children/new", "/office/new", "/rename", "/move", "/link", "/end", "/paste", "/years/2015/decide", "/years/2015/close"} {
		for name, who := range map[string]context.Context{"reader": reader, "clerk of another branch": other} {
			if p := s.get(who, path+form); p.status != 404 {
				t.Errorf("%s opens %s: %d", name, form, p.status)
			}
		}
	}
	s.expect(s.get(other, path), 404)
	p := s.get(reader, path)
	s.expect(p, 200)
	for _, word := range []string{"/rename", "/paste", "/decide", "/documents/new"} {
		if strings.Contains(p.body, word) {
			t.Errorf("the reader is offered %s", word)
		}
	}
	if p := s.get(reader, "/units/0"); p.status != 404 {
		t.Errorf("unit 0: %d", p.status)
	}
}

func TestShow_tellsWhoMayReadAPastDayAloneNothingThatCameAfter(t *testing.T) {
	s := newSite(t)
	clerk := testkit.Signed(t, s.db, access.Clerk, s.root)
	left := testkit.Unit(t, s.db, s.root, "Chi bộ Bến Đò")
	moved := "/units/" + strconv.FormatInt(testkit.Unit(t, s.db, left, "Tổ Lưới Kéo"), 10)
	s.expect(s.ask(clerk, "POST", moved+"/move", url.Values{"parent": {strconv.FormatInt(s.root, 10)}, "on": {"01/05/2016"}, "decision": {"77-QĐ/ĐU"}}), 303)
	s.expect(s.ask(clerk, "POST", moved+"/rename", url.Values{"name": {"Chi bộ Khơi Xa"}, "kind": {"chi_bo"}, "level": {"branch"}, "on": {"01/06/2016"}}), 303)
	s.expect(s.get(clerk, moved+"?on=01/01/2015"), 200, "Tổ Lưới Kéo", "Chi bộ Khơi Xa", "77-QĐ/ĐU")

	reader := testkit.Signed(t, s.db, access.Reader, left)
	s.expect(s.get(reader, moved), 404)
	p := s.get(reader, moved+"?on=01/01/2015")
	s.expect(p, 200, "Tổ Lưới Kéo", "Chi bộ Bến Đò")
	for _, later := range []string{"Chi bộ Khơi Xa", "77-QĐ/ĐU"} {
		if strings.Contains(p.body, later) {
			t.Errorf("the page tells of %q", later)
		}
	}
}
