package recordweb_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/figure"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/internal/web/figureweb"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/targetweb"
	"hamrong/internal/web/titleweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
	"hamrong/internal/web/yearweb"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// desk is a clerk at the pages of records.
type desk struct {
	t    *testing.T
	db   *store.DB
	unit int64
	ctx  context.Context
	cat  *ui.Catalogue
	mux  *http.ServeMux
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	db := testkit.NewDB(t)
	d := &desk{t: t, db: db, unit: testkit.Root(t, db), mux: http.NewServeMux()}
	d.ctx = testkit.Signed(t, db, access.Clerk, d.unit)
	var err error
	if d.cat, err = ui.NewCatalogue(yearweb.Locale, recordweb.Locale, wording.Locale, figureweb.Locale, targetweb.Locale, titleweb.Locale); err != nil {
		t.Fatal(err)
	}
	door := directory.New(db)
	figures := figure.NewService(db, door)
	for _, routes := range [][]route.Route{
		yearweb.Routes(yearweb.Deps{DB: db, Door: door}), figureweb.Routes(figureweb.Deps{DB: db, Door: door, Figures: figures}),
		targetweb.Routes(targetweb.Deps{DB: db, Door: door, Targets: target.NewService(db, door), Figures: figures}),
		titleweb.Routes(titleweb.Deps{DB: db, Door: door, Titles: title.NewService(db, door)}),
	} {
		for _, rt := range routes {
			d.mux.HandleFunc(rt.Pattern, func(w http.ResponseWriter, r *http.Request) {
				if err := rt.Handle(w, r); err != nil {
					ui.Error(w, r, err)
				}
			})
		}
	}
	t.Cleanup(func() {
		for _, key := range d.cat.Missing() {
			if !strings.HasPrefix(key, "fault.") && !strings.HasPrefix(key, "ledger.") && !strings.HasPrefix(key, "year.") {
				t.Errorf("no sentence for %q", key)
			}
		}
	})
	return d
}

// ask gives the answer's number, where it leads, and what its page says.
func (d *desk) ask(method, path string, form url.Values) (code int, to, text string) {
	d.t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(form.Encode()))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	w := httptest.NewRecorder()
	d.mux.ServeHTTP(w, r.WithContext(ui.WithLang(d.ctx, d.cat, ui.Vietnamese)))
	return w.Code, w.Header().Get("Location"), visible(d.t, w.Body.String())
}

// get demands a page that says all of wants.
func (d *desk) get(path string, wants ...string) {
	d.t.Helper()
	code, _, text := d.ask(http.MethodGet, path, nil)
	if code != http.StatusOK {
		d.t.Fatalf("GET %s: %d %s", path, code, text)
	}
	demand(d.t, path, text, wants...)
}

// send demands that a form is taken, and gives where it leads.
func (d *desk) send(path string, form url.Values) string {
	d.t.Helper()
	code, to, text := d.ask(http.MethodPost, path, form)
	if code != http.StatusSeeOther {
		d.t.Fatalf("POST %s: %d %s", path, code, text)
	}
	return to
}

// refused demands that a form comes back with the sentences of its wrong fields.
func (d *desk) refused(path string, form url.Values, wants ...string) {
	d.t.Helper()
	code, _, text := d.ask(http.MethodPost, path, form)
	if code != http.StatusUnprocessableEntity {
		d.t.Fatalf("POST %s: %d, want it refused: %s", path, code, text)
	}
	demand(d.t, path, text, wants...)
}

func demand(t *testing.T, path, text string, wants ...string) {
	t.Helper()
	for _, w := range wants {
		if !strings.Contains(text, w) {
			t.Errorf("%s does not say %q\n%s", path, w, text)
		}
	}
}

var spaces = regexp.MustCompile(`\s+`)

// visible is the page's text, with the values of its fields.
func visible(t *testing.T, page string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(node *html.Node) {
		if node.Type == html.TextNode {
			b.WriteString(node.Data + " ")
		}
		if node.Data == "input" {
			for _, a := range node.Attr {
				if a.Key == "value" {
					b.WriteString("[" + a.Val + "] ")
				}
			}
		}
		for c := node.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return spaces.ReplaceAllString(strings.ReplaceAll(b.String(), "\u00a0", " "), " ")
}

func (d *desk) at(rest string) string { return "/units/" + strconv.FormatInt(d.unit, 10) + rest }

func TestFigures_typedOpenedChangedTakenBack(t *testing.T) {
	d := newDesk(t)
	d.get(d.at("/years/2015/figures"), "Nhập số liệu xếp loại năm 2015", "Yếu kém")
	d.refused(d.at("/years/2015/figures"), url.Values{"count.chi_bo.TSVM": {"bảy"}, "base.chi_bo": {"18"}}, "“bảy” không phải số nguyên", "[bảy]")
	d.refused(d.at("/years/2015/figures"), url.Values{"count.chi_bo.TSVM": {"19"}, "base.chi_bo": {"18"}}, "19 lớn hơn tổng số 18")
	if to := d.send(d.at("/years/2015/figures"), url.Values{"count.chi_bo.TSVM_TB": {"2"}, "count.chi_bo.TSVM": {"7"}, "count.chi_bo.HTTNV": {"9"}, "base.chi_bo": {"18"}, "paper": {"Quyết định 21-QĐ/ĐU"}}); to != d.at("/years/2015") {
		t.Errorf("leads to %s", to)
	}
	d.get(d.at("/years/2015"), "2 + 7 + 9 = 18", "38,9 %")
	d.get("/figures/2", "7/18 chi bộ: Trong sạch, vững mạnh, năm 2015", "Nhập tay từ: Quyết định 21-QĐ/ĐU", "Người 1")
	d.get(d.at("/years/2015/worked?population=chi_bo&level=TSVM&up=1"), "9/18 = 50,0 %", "Trong sạch, vững mạnh tiêu biểu", "2/18", "7/18")
	d.refused("/figures/2/change", url.Values{"count": {"8"}, "of_total": {"18"}}, "Ô này cần có nội dung")
	d.send("/figures/2/change", url.Values{"count": {"8"}, "of_total": {"18"}, "reason": {"Theo bản chính"}})
	d.get("/figures/2", "8/18", "7/18", "Theo bản chính")
	old := url.Values{"count.chi_bo.TSVM": {"7"}, "seen.chi_bo.TSVM": {"1"}, "base.chi_bo": {"18"}, "reason": {"Đếm lại"}}
	code, _, text := d.ask(http.MethodPost, d.at("/years/2015/figures"), old)
	if code != http.StatusConflict || !strings.Contains(text, "vừa được người khác sửa") || !strings.Contains(text, "[7]") {
		t.Errorf("a sheet opened before the change: %d %s", code, text)
	}
	d.get(d.at("/years/2015"), "các mức cộng lại là 19, tổng ghi 18", "Cần xem")
	d.send("/figures/2/withdraw", url.Values{"reason": {"Ghi nhầm"}})
	d.get("/figures/2", "đã được rút khỏi sổ")
	if code, _, _ := d.ask(http.MethodGet, "/figures/99", nil); code != http.StatusNotFound {
		t.Errorf("no such figure: %d", code)
	}
}

func draftForm() url.Values {
	return url.Values{"subject": {"chi bộ"}, "measure": {"đạt trong sạch, vững mạnh"}, "comparator": {">"}, "low": {"50"}, "unit": {"%"}, "period": {"2016"}, "or_higher": {"1"}, "level": {""}}
}

func TestTargets_draftedAdoptedJudged(t *testing.T) {
	d := newDesk(t)
	d.get(d.at("/targets/new?year=2016"), "Soạn chỉ tiêu năm 2016")
	bad := draftForm()
	bad.Set("low", "năm mươi")
	bad.Set("subject", "")
	d.refused(d.at("/targets"), bad, "không phải số", "Ô này cần có nội dung")
	if to := d.send(d.at("/targets"), draftForm()); to != "/targets/1" {
		t.Fatalf("leads to %s", to)
	}
	d.get(d.at("/targets?year=2016"), "Chi bộ đạt trong sạch, vững mạnh", "dự thảo")
	d.refused(d.at("/targets/adopt"), url.Values{"record": {"1"}, "year": {"2016"}}, "Ô này cần có nội dung")
	d.send(d.at("/targets/submit"), url.Values{"record": {"1"}, "year": {"2016"}})
	d.get("/targets/1", "đã trình cấp ủy")
	d.send(d.at("/targets/adopt"), url.Values{"record": {"1"}, "year": {"2016"}, "decision": {"02-NQ/ĐU"}, "decided_on": {"15/01/2016"}})
	d.get("/targets/1", "đã giao", "02-NQ/ĐU", "15/01/2016", "Chưa có kết quả")
	d.refused("/targets/1/result", url.Values{"period": {"2016"}}, "Ghi số lượng hoặc tỷ lệ")
	d.send("/targets/1/result", url.Values{"period": {"2015"}, "count": {"9"}, "of_total": {"18"}})
	d.get("/targets/1", "Chưa có kết quả", "Chưa tới", "thiếu 1 chi bộ")
	d.send("/targets/1/result", url.Values{"period": {"2016"}, "count": {"10"}, "of_total": {"18"}, "paper": {"Báo cáo 2016"}})
	d.get("/targets/1", "Đạt", "10/18", "55,6 %")
	d.get("/targets/1/edit", "Điều chỉnh theo quyết định")
	amend := draftForm()
	amend.Set("low", "60")
	d.refused("/targets/1/amend", amend, "Ô này cần có nội dung")
	amend.Set("decision", "07-NQ/ĐU")
	amend.Set("decided_on", "01/07/2016")
	amend.Set("reason", "Giao thêm")
	d.send("/targets/1/amend", amend)
	d.get("/targets/1", "trên 60 %", "Chưa đạt", "đã điều chỉnh")
	d.send("/targets/1/higher", url.Values{})
	d.get("/targets/1", "không tính mức cao hơn")
	d.send("/targets/1/withdraw", url.Values{"reason": {"Trùng"}})
	d.get("/targets/1", "đã được rút khỏi sổ")
}

func TestTitles_givenChangedTakenBack(t *testing.T) {
	d := newDesk(t)
	d.get(d.at("/titles/new?year=2016"), "Ghi danh hiệu năm 2016")
	d.refused(d.at("/titles"), url.Values{"unit": {"999"}, "wording": {""}, "period": {"2016"}, "status": {"attained"}}, "Chọn một trong các mục có sẵn", "Ô này cần có nội dung")
	form := url.Values{"unit": {strconv.FormatInt(d.unit, 10)}, "wording": {"Trong sạch, vững mạnh tiêu biểu"}, "period": {"2015"}, "status": {"attained"}, "awarded_by": {"Đảng ủy Khối"}}
	d.send(d.at("/titles"), form)
	aim := url.Values{"unit": form["unit"], "wording": {"trong sạch vững mạnh"}, "period": {"2016"}, "status": {"target"}}
	d.send(d.at("/titles"), aim)
	d.get("/titles/2", "đang ở trên đích", "chưa có")
	d.get(d.at("/years/2015"), "được Đảng ủy Khối công nhận")
	form.Set("reason", "Nhầm")
	form.Set("wording", "Trong sạch, vững mạnh")
	d.send("/titles/1/change", form)
	d.get("/titles/2", "đúng mức đích")
	d.send("/titles/1/withdraw", url.Values{"reason": {"Không có quyết định"}})
	d.get("/titles/1", "đã được rút khỏi sổ")
}

func TestLocales(t *testing.T) {
	for _, err := range []error{ui.CheckLocale(recordweb.Locale), ui.CheckLocale(wording.Locale), ui.CheckLocale(figureweb.Locale), ui.CheckLocale(targetweb.Locale), ui.CheckLocale(titleweb.Locale)} {
		if err != nil {
			t.Error(err)
		}
	}
}
