package intakeweb_test

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/document"
	"hamrong/internal/report"
	"hamrong/internal/target"
	"hamrong/internal/web/figureweb"
	"hamrong/internal/web/intakeweb"
	"hamrong/internal/web/orgweb"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/route"
	"hamrong/internal/web/targetweb"
	"hamrong/internal/web/titleweb"
	"hamrong/internal/web/yearweb"
	"hamrong/internal/year"
	"hamrong/testkit"
)

// site is the entering pages of a unit, with a report dropped there.
type site struct {
	*pagetest.Site
	t *testing.T
}

func newSite(t *testing.T) site {
	return site{pagetest.New(t, intakeweb.Routes, intakeweb.Locale, figureweb.Locale, orgweb.Locale), t}
}

// drop keeps a report and gives the address of its entering page.
func (s site) drop(name, text string) string {
	s.t.Helper()
	return s.keep(name, text, report.Read(text))
}

// keep is drop with facts of the test's own.
func (s site) keep(name, text string, facts *report.Facts) string {
	s.t.Helper()
	id, _, err := document.New(s.DB, s.Door).Keep(s.Clerk, document.Document{Unit: s.Root, Name: name, Kind: "txt", Text: text, Facts: facts})
	if err != nil {
		s.t.Fatal(err)
	}
	return recordweb.Href("intakes", id, "")
}

// enter sends the page with some fields and gives what it then says.
func (s site) enter(sheet string, values url.Values) string {
	s.t.Helper()
	return pagetest.Visible(s.t, s.entered(sheet, values).Body)
}

// entered sends the page and gives the one that it leads to.
func (s site) entered(sheet string, values url.Values) pagetest.Answer {
	s.t.Helper()
	a := s.Post(s.Clerk, sheet+"/enter", values)
	if a.Status != http.StatusSeeOther || !strings.HasPrefix(a.To, sheet+"?") {
		s.t.Fatalf("entering: %d %q %s", a.Status, a.To, pagetest.Visible(s.t, a.Body))
	}
	return s.Get(s.Clerk, a.To)
}

// close decides and closes a year of the unit.
func (s site) close(of int) {
	s.t.Helper()
	years := year.New(s.DB, s.Door)
	decided := years.Decide(s.Clerk, s.Root, of, year.Deciding{Body: "Đảng ủy Khối", Number: "21-QĐ/ĐUK", On: "2017-01-08"})
	if decided != nil {
		s.t.Fatal(decided)
	}
	if err := years.Close(s.Clerk, s.Root, of); err != nil {
		s.t.Fatal(err)
	}
}

const twoYears = "Kết quả xếp loại năm 2015: 7/18 chi bộ đạt danh hiệu “Trong sạch, vững mạnh”.\n" +
	"Năm 2016, Đảng bộ phấn đấu trên 50% chi bộ đạt trong sạch vững mạnh."

func TestEntry_saysBeforeThatAClosedYearStandsAgainstItsUndo(t *testing.T) {
	s := newSite(t)
	s.enter(s.drop("bao-cao.txt", twoYears), url.Values{"rest": {"1"}})
	s.Says("/entries/1", "Hoàn tác 2 bản ghi")
	s.close(2015)
	s.Says("/entries/1", "Không hoàn tác cả lượt được: có bản ghi thuộc năm đã khóa.", "Sửa hoặc rút từng bản ghi, kèm lý do")
	if a := s.Get(s.Clerk, "/entries/1"); strings.Contains(a.Body, "/entries/1/undo") {
		t.Error("the page offers an undo that will be refused")
	}
	if a := s.Post(s.Clerk, "/entries/1/undo", url.Values{"reason": {"thử"}}); a.Status != http.StatusConflict {
		t.Errorf("undo answers %d", a.Status)
	}
}

func TestEntry_offersTheUndoOfATakingBack(t *testing.T) {
	s := newSite(t)
	s.enter(s.drop("bao-cao.txt", twoYears), url.Values{"rest": {"1"}})
	if err := target.NewService(s.DB, s.Door).Withdraw(s.Clerk, 1, "ghi hai lần"); err != nil {
		t.Fatal(err)
	}
	s.Says("/entries/2", "1 bản ghi", "chi bộ đạt trong sạch vững mạnh", "Hoàn tác 1 bản ghi", "1 bản ghi đã rút đứng lại trong sổ như trước.", "Rút lần nữa ở trang của bản ghi.")
	s.Says(s.Unit("/entries"), "1 Chỉ tiêu. Lý do: ghi hai lần")
	s.Made("/entries/2/undo", url.Values{"reason": {"rút nhầm"}})
	s.Says("/entries/2", "đã hoàn tác")
	s.Refuses("/entries/3/undo", "", url.Values{"reason": {"thử"}})
}

const wrongShare = "Kết quả xếp loại năm 2015: 7/18 chi bộ (50,0%) đạt danh hiệu “Trong sạch, vững mạnh”."

func TestSheet_checksAgainWithWhatWasCorrected(t *testing.T) {
	s := newSite(t)
	sheet := s.drop("bao-cao.txt", wrongShare)
	s.Says(sheet, "Cần xem 1", "7/18 = 38,89 %, văn bản ghi 50,0 %: không khớp")
	s.Made(sheet, url.Values{"c-X1": {"edit"}, "x-X1-count": {"9"}, "w-X1-count": {"7"}})
	s.Says(sheet, "9/18 = 50 %, văn bản ghi 50,0 %: khớp (tính theo X1 đã sửa)")
	s.Post(s.Clerk, sheet, url.Values{"c-X1": {"edit"}, "x-X1-count": {"tám"}, "w-X1-count": {"7"}})
	if said := pagetest.Visible(t, s.Get(s.Clerk, sheet).Body); strings.Contains(said, "tính theo X1 đã sửa") {
		t.Errorf("a correction that cannot be taken is said to be counted: %s", said)
	}
}

func TestEnter_saysThatSomethingDoesNotAgree(t *testing.T) {
	s := newSite(t)
	a := s.entered(s.drop("bao-cao.txt", wrongShare), url.Values{"rest": {"1"}})
	pagetest.Demand(t, pagetest.Visible(t, a.Body), "Đã ghi 1 dữ kiện vào sổ.", "1 chỗ không khớp")
	if !strings.Contains(a.Body, `href="#can-xem"`) {
		t.Error("no link to what does not agree")
	}
}

// The page after entering is loaded, not sent, again; it says what was done until that is taken back.
func TestEnter_leadsToAPageThatCanBeLoadedAgain(t *testing.T) {
	s := newSite(t)
	sheet := s.drop("bao-cao.txt", twoYears)
	to := s.Post(s.Clerk, sheet+"/enter", url.Values{"rest": {"1"}}).To
	s.Says(to, "Đã ghi 2 dữ kiện vào sổ.")
	s.Says(to, "Đã ghi 2 dữ kiện vào sổ.")
	other := testkit.Signed(t, s.DB, access.Clerk, s.Root)
	if a := s.Get(other, to); a.Status != http.StatusOK || strings.Contains(a.Body, "Đã ghi 2") {
		t.Errorf("another account is told so too (%d)", a.Status)
	}
	s.Made("/entries/1/undo", url.Values{"reason": {"thử"}})
	if a := s.Get(s.Clerk, to); strings.Contains(a.Body, "Đã ghi 2") {
		t.Error("the page says that something was entered which was taken back since")
	}
}

func TestSheet_showsTheYearOfEachRow(t *testing.T) {
	s := newSite(t)
	a := s.Get(s.Clerk, s.drop("bao-cao.txt", twoYears+"\nNhiệm kỳ 2015-2020 phấn đấu kết nạp 20 đảng viên trở lên."))
	for mark, want := range map[string]string{"X1": "Năm 2015", "C1": "Năm 2016", "C2": "Nhiệm kỳ 2015-2020"} {
		_, row, found := strings.Cut(a.Body, `id="r-`+mark+`"`)
		row, _, _ = strings.Cut(row, "<fieldset")
		if !found || !strings.Contains(row, want) {
			t.Errorf("%s does not say %q: %s", mark, want, row)
		}
	}
}

func TestSave_namesTheFactThatIsWrongAndKeepsWhatWasTyped(t *testing.T) {
	s := newSite(t)
	sheet := s.drop("bao-cao.txt", twoYears)
	values := url.Values{"c-X1": {"edit"}, "x-X1-count": {"mười một"}, "w-X1-count": {"7"}, "c-C1": {"leave"}}
	a := s.Post(s.Clerk, sheet, values)
	if a.Status != http.StatusUnprocessableEntity {
		t.Fatalf("answers %d", a.Status)
	}
	pagetest.Demand(t, pagetest.Visible(t, a.Body), "X1: “mười một” không phải số nguyên.")
	for _, want := range []string{`value="mười một"`, `name="c-C1" value="leave" checked`, `aria-invalid="true"`} {
		if !strings.Contains(a.Body, want) {
			t.Errorf("the page shown again has no %s", want)
		}
	}
	s.Says(sheet, "“mười một” không phải số nguyên.", "mười một", "còn 0 chưa xét")
	pagetest.Demand(t, s.enter(sheet, url.Values{}), "1 dữ kiện chưa ghi được.", "“mười một” không phải số nguyên.")
}

func TestSheet_offersToCorrectThePositionsOfAPerson(t *testing.T) {
	s := newSite(t)
	sheet := s.drop("bao-cao.txt", "Hội nghị tổng kết năm 2015 do đồng chí Lê Văn Cầu, Bí thư Đảng ủy khai mạc.")
	s.Made(sheet, url.Values{"c-G1": {"edit"}, "x-G1-more": {"Phó Bí thư Đảng ủy"}, "w-G1-more": {"Bí thư Đảng ủy"}})
	s.Says(sheet, "Lê Văn Cầu Phó Bí thư Đảng ủy", "Sửa G1")
}

// What is typed without a script goes with whichever choice was ticked: only "Bỏ" leaves it out.
func TestSheet_takesACorrectionWithoutItsTick(t *testing.T) {
	for choice, want := range map[string]string{"": "8/18", "accept": "8/18", "edit": "8/18", "leave": ""} {
		t.Run(choice, func(t *testing.T) {
			s := newSite(t)
			sheet := s.drop("bao-cao.txt", twoYears)
			values := url.Values{"x-X1-count": {"8"}, "w-X1-count": {"7"}, "x-C1-measure": {"a "}, "w-C1-measure": {"a\r\n"}}
			if choice != "" {
				values.Set("c-X1", choice)
			}
			s.Made(sheet, values)
			row := textOfRow(t, s.Get(s.Clerk, sheet).Body, "X1")
			if left := strings.Contains(row, "left-out"); left != (want == "") {
				t.Errorf("left out is %v: %s", left, row)
			}
			if !strings.Contains(row, want) {
				t.Errorf("no %q in %s", want, row)
			}
			s.Says(sheet, "còn 1 chưa xét")
			values.Set("rest", "1")
			pagetest.Demand(t, s.enter(sheet, values), "Đã ghi")
		})
	}
}

// A cleared field is not the same as one left as it was read: it takes away what was read, or is asked for.
func TestSheet_aClearedFieldTakesAwayWhatWasRead(t *testing.T) {
	s := newSite(t)
	sheet := s.drop("bao-cao.txt", wrongShare+"\nNăm 2016, Đảng bộ phấn đấu trên 50% chi bộ đạt trong sạch vững mạnh.")
	s.Made(sheet, url.Values{"x-X1-percent": {""}, "w-X1-percent": {"50,0"}, "x-X1-count": {"7"}, "w-X1-count": {"7"}})
	s.Says(sheet, "Tỷ lệ %: nguồn ghi “50,0”, bỏ khi nhập.")
	s.Made(sheet, url.Values{"x-C1-year": {""}, "w-C1-year": {"2016"}})
	s.Says(sheet, "Đã bỏ “2016” của báo cáo.", "Năm hoặc nhiệm kỳ: nguồn ghi “2016”, bỏ khi nhập.")
	a := s.Post(s.Clerk, sheet, url.Values{"x-C1-values": {" "}, "w-C1-values": {"50"}})
	if a.Status != http.StatusUnprocessableEntity {
		t.Fatalf("a target without a value: %d", a.Status)
	}
	field := regexp.MustCompile(`<p class="wrong" id="x-C1-values-wrong">Ô này cần có[^<]*</p><input [^>]*> *<input type="text" id="x-C1-values"[^>]* value="" [^>]*aria-invalid="true" aria-describedby="x-C1-values-wrong">`)
	if row := textOfRow(t, s.Get(s.Clerk, sheet).Body, "C1"); !field.MatchString(row) {
		t.Errorf("the field does not say what is wrong: %s", row)
	}
	said := s.enter(sheet, url.Values{"x-C1-values": {"60"}, "w-C1-values": {"50"}})
	pagetest.Demand(t, said, "Đã ghi 2 dữ kiện vào sổ.", "Tỷ lệ %: nguồn ghi “50,0”, bỏ khi nhập.")
}

// A list shows what was read even where it has no such choice: else a browser would send its first.
func TestSheet_aListKeepsWhatItDoesNotHave(t *testing.T) {
	s := newSite(t)
	facts := report.Read(twoYears)
	facts.Classification[0].CategoryNorm = "DVK"
	a := s.Get(s.Clerk, s.keep("bao-cao.txt", twoYears, facts))
	row := textOfRow(t, a.Body, "X1")
	_, list, _ := strings.Cut(row, `<select id="x-X1-level"`)
	list, _, found := strings.Cut(list, "</select>")
	if !found || !strings.Contains(list, "selected") {
		t.Errorf("no choice of the list is the one that was read: %s", list)
	}
}

func TestSheet_whatWasLeftOutCanBeEnteredAfterTheRest(t *testing.T) {
	s := newSite(t)
	sheet := s.drop("bao-cao.txt", twoYears)
	s.enter(sheet, url.Values{"c-X1": {"leave"}, "c-C1": {"accept"}})
	a := s.Get(s.Clerk, sheet)
	pagetest.Demand(t, pagetest.Visible(t, a.Body), "Lưu lựa chọn", "Nhận Sửa Bỏ")
	if !strings.Contains(a.Body, `formaction="`+sheet+`/enter"`) {
		t.Error("nothing enters the fact that was left out")
	}
	pagetest.Demand(t, s.enter(sheet, url.Values{"c-X1": {"accept"}}), "Đã ghi 1 dữ kiện vào sổ.")
	if a := s.Get(s.Clerk, sheet); strings.Contains(pagetest.Visible(t, a.Body), "Lưu lựa chọn") || strings.Contains(a.Body, `class="tick-heads"`) {
		t.Error("with all entered the page still offers choices")
	}
}

func TestSave_saysWhatWasTakenAsReadBecauseNothingWasChanged(t *testing.T) {
	s := newSite(t)
	sheet := s.drop("bao-cao.txt", twoYears)
	values := url.Values{"c-X1": {"edit"}, "x-X1-count": {"7"}, "w-X1-count": {"7"}, "c-C1": {"edit"}, "x-C1-values": {"60"}, "w-C1-values": {"50"}}
	says := "1 dữ kiện chọn “Sửa” nhưng không ô nào thay đổi: coi là “Nhận”, ghi như đã đọc."
	s.Says(s.Post(s.Clerk, sheet, values).To, "Đã lưu các lựa chọn.", says)
	pagetest.Demand(t, s.enter(sheet, values), "Đã ghi 2 dữ kiện vào sổ.", says)
	values.Set("c-X1", "accept")
	if a := s.Get(s.Clerk, s.Post(s.Clerk, s.drop("khac.txt", twoYears+"."), values).To); strings.Contains(a.Body, "coi là “Nhận”") {
		t.Error("it says so where nothing was to be corrected")
	}
}

// textOfRow is the markup of one fact's row.
func textOfRow(t *testing.T, body, mark string) string {
	t.Helper()
	before, row, found := strings.Cut(body, `id="r-`+mark+`"`)
	if !found {
		t.Fatalf("no row of %s", mark)
	}
	row, _, _ = strings.Cut(row, `class="fact-row`)
	return before[strings.LastIndex(before, "<div"):] + row
}

// What was corrected while entering stands beside the sentence that says something else.
func TestEnter_keepsWhatTheSourceSaysBesideACorrection(t *testing.T) {
	s := site{pagetest.New(t, func(b recordweb.Base) []route.Route {
		return slices.Concat(intakeweb.Routes(b), figureweb.Routes(b), targetweb.Routes(b), titleweb.Routes(b), yearweb.Routes(yearweb.Deps{Base: b}))
	}, intakeweb.Locale, figureweb.Locale, targetweb.Locale, titleweb.Locale, orgweb.Locale, yearweb.Locale), t}
	sheet := s.drop("bao-cao.txt", twoYears+"\nNăm 2015, Đảng bộ Sở đạt danh hiệu “Trong sạch, vững mạnh”.")
	a := s.Get(s.Clerk, sheet)
	values := url.Values{"rest": {"1"},
		"x-X1-count": {"8"}, "w-X1-count": {"7"}, "x-C1-year": {"2017"}, "w-C1-year": {"2016"}, "x-C1-comparator": {">="}, "w-C1-comparator": {">"},
		"x-D1-year": {"2014"}, "w-D1-year": {"2015"}}
	for _, m := range regexp.MustCompile(`name="(u-[^"]+)"`).FindAllStringSubmatch(a.Body, -1) {
		values.Set(m[1], strconv.FormatInt(s.Root, 10))
	}
	pagetest.Demand(t, s.enter(sheet, values), "Đã ghi 3 dữ kiện vào sổ.", "Số lượng: nguồn ghi “7”, sửa khi nhập thành “8”.")
	s.Says(sheet, "Số lượng: nguồn ghi “7”, sửa khi nhập thành “8”.")
	s.Says("/figures/1", "Sửa khi nhập, ", "Số lượng: nguồn ghi “7”, sửa khi nhập thành “8”.", "số báo cáo, sửa khi nhập")
	s.Says(s.Unit("/years/2015"), "8 sửa", "sửa: sửa khi nhập so với báo cáo", "số theo báo cáo, có sửa khi nhập", "1 số đã sửa khi nhập so với báo cáo")
	s.Says(s.Unit("/years/2016"), "8 sửa", "sửa: sửa khi nhập so với báo cáo")
	s.Says("/targets/1", "Năm hoặc nhiệm kỳ: nguồn ghi “2016”, sửa khi nhập thành “2017”.", "So sánh: nguồn ghi “trên”, sửa khi nhập thành “từ … trở lên”.")
	s.Says("/titles/1", "Năm: nguồn ghi “2015”, sửa khi nhập thành “2014”.")
	for _, page := range []string{"/targets/1", "/titles/1"} {
		if strings.Contains(s.Get(s.Clerk, page).Body, "Năm, phạm vi lấy từ") {
			t.Errorf("%s says of a corrected year that it comes from the report", page)
		}
	}
}

// A resolution that the register has already: what contradicts it is shown before, what was added is said after.
func TestEnter_saysWhatItAddsToAResolution(t *testing.T) {
	s := newSite(t)
	told := func(name string, programmes int, motto string) string {
		facts := report.Read(twoYears)
		facts.Classification, facts.Targets, facts.Checks = nil, nil, nil
		at := report.Span{Start: 0, End: 5}
		facts.Resolution.Resolutions = []report.Resolution{{Name: "Nghị quyết Đại hội Đảng bộ Sở", Source: at, Motto: &report.Motto{Text: motto, Source: at},
			Counts: []report.PartCount{{What: "chương trình trọng tâm", Count: programmes, Source: at}}}}
		return s.keep(name, twoYears+name, facts)
	}
	all := url.Values{"rest": {"1"}}
	pagetest.Demand(t, s.enter(told("a.txt", 5, "Đoàn kết"), all), "Đã ghi 1 dữ kiện vào sổ.")
	second := told("b.txt", 3, "Đổi mới")
	s.Says(second, "Cần xem 2", "N1 Sổ đang ghi 5 chương trình trọng tâm.", "N1 Sổ đang ghi phương châm “Đoàn kết”.", "ghi sẽ bổ sung: 3 chương trình trọng tâm; phương châm “Đổi mới”, đặt bên cạnh phương châm đang ghi.")
	said := s.enter(second, all)
	pagetest.Demand(t, said, "1 dữ kiện đã có trong sổ, đã bổ sung điều sổ chưa có.", "N1: 3 chương trình trọng tâm", "Đã bổ sung vào sổ.", "Xem lượt ghi")
	if a := s.Get(s.Clerk, second+"/enter"); a.To != second {
		t.Errorf("opened again, the page leads to %q (%d)", a.To, a.Status)
	}
	if strings.Contains(said, "không ghi lần nữa") {
		t.Error("it says that nothing was written")
	}
	s.Says("/entries/2", "1 bản ghi", "Nghị quyết Đại hội Đảng bộ Sở")
	third := told("c.txt", 5, "Đoàn kết")
	s.Says(third, "Đã có trong sổ, báo cáo này không nói thêm gì.")
	pagetest.Demand(t, s.enter(third, all), "Không có gì mới để ghi.", "1 dữ kiện đã có trong sổ, không ghi lần nữa.")
	s.Made("/entries/2/undo", url.Values{"reason": {"thử"}})
	s.Says(second, "ghi sẽ bổ sung: 3 chương trình trọng tâm; phương châm “Đổi mới”, đặt bên cạnh phương châm đang ghi.")
}

func TestEntries_sayWhoFromWhereAndHowMuch(t *testing.T) {
	s := newSite(t)
	s.enter(s.drop("bao-cao.txt", twoYears), url.Values{"rest": {"1"}})
	by := pagetest.Visible(t, s.Get(s.Clerk, "/entries/1").Body)
	_, by, _ = strings.Cut(by, "Người ghi ")
	by, _, found := strings.Cut(by, " Nguồn")
	if !found || by == "" {
		t.Fatal("the page of an entry does not say who wrote it")
	}
	s.Says("/units/1/entries", " · "+by+" · bao-cao.txt · 1 Số liệu, 1 Chỉ tiêu")
	s.Says("/entries/1", "Mở báo cáo bao-cao.txt", "Số liệu · 7/18 · Năm 2015", "Chỉ tiêu · trên 50 % · Năm 2016")
}
