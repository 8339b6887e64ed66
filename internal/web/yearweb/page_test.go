package yearweb_test

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/figure"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/internal/web/figureweb"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/targetweb"
	"hamrong/internal/web/titleweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
	"hamrong/internal/web/yearweb"
	"hamrong/internal/year"
	"hamrong/testkit"
)

// words gives what the page says at an address, blanks evened out; every key must be known.
func (s *story) words(t *testing.T, lang ui.Lang, address string) string {
	t.Helper()
	cat, err := ui.NewCatalogue(yearweb.Locale, recordweb.Locale, wording.Locale, figureweb.Locale, targetweb.Locale, titleweb.Locale)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	for _, rt := range yearweb.Routes(yearweb.Deps{Base: recordweb.Base{DB: s.db, Door: directory.New(s.db)}}) {
		mux.HandleFunc(rt.Pattern, func(w http.ResponseWriter, r *http.Request) {
			if err := rt.Handle(w, r); err != nil {
				ui.Error(w, r, err)
			}
		})
	}
	w := httptest.NewRecorder()
	mux.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil).WithContext(ui.WithLang(s.ctx, cat, lang)))
	if missing := cat.Missing(); len(missing) > 0 {
		t.Errorf("%s: keys without a sentence: %v", address, missing)
	}
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d", address, w.Code)
	}
	return pagetest.Visible(t, w.Body.String())
}

func (s *story) page(year int) string {
	return "/units/" + strconv.FormatInt(s.unit, 10) + "/years/" + strconv.Itoa(year)
}

func TestYearPage_targetsBesideTheirBaseline(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		s := tell(t, db)
		pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2016)),
			"trên 50 %", "9/18", "50,0 %", "thiếu 1 chi bộ", "cần ít nhất 10/18",
			"từ 15 đến 20 %", "36/168", "21,4 %", "vượt 3 đảng viên", "khung 26 đến 33/168",
			"từ 90 % trở lên", "164/168", "97,6 %", "dư 12 đảng viên",
			"đang ở trên: giữ “Trong sạch, vững mạnh tiêu biểu” năm 2015",
			"Kết quả 2016: chưa có.", "Chưa có kết quả")
		pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2015)),
			"Có 9/18 chi bộ đạt trong sạch, vững mạnh trở lên; 164/168 đảng viên hoàn thành tốt nhiệm vụ trở lên", "2 + 7 + 9 = 18", "suy ra", "18 chi bộ chưa khai tên",
			", năm 2015 · Hàm Rồng", "Nguồn không ghi tổng số; 168 là các mức cộng lại", "Chỉ tiêu năm 2016, so với mức năm 2015")
	})
}

func TestYearPage_higherLevelsCountOnlyWhenTold(t *testing.T) {
	db := testkit.NewDB(t)
	s := tell(t, db)
	if err := targetService(db).CountHigher(s.ctx, s.good, false, "Đọc lại nghị quyết", ""); err != nil {
		t.Fatal(err)
	}
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2016)), "128/168", "76,2 %", "thiếu 24 đảng viên", "không tính mức cao hơn")
}

func TestYearPage_saysWhichTargetsSayTheSameTwice(t *testing.T) {
	db := testkit.NewDB(t)
	s := tell(t, db)
	if text := s.words(t, ui.Vietnamese, s.page(2016)); strings.Contains(text, "đếm riêng từng cái") {
		t.Error("no two targets are about one matter")
	}
	var again int64
	s.write(t, func(tx *store.Tx, entry int64) (err error) {
		again, _, err = target.Enter(tx, entry, target.New{Content: target.Content{Period: "2016", Subject: "chi bộ", Measure: "trong sạch, vững mạnh", Comparator: target.AtLeast, Low: 5500, Unit: target.Percent}})
		return err
	})
	says := "Trong đó 2 chỉ tiêu chỉ nói về 1 việc mà đang được đếm riêng từng cái: chọn giữ một cho mỗi việc"
	text := s.words(t, ui.Vietnamese, s.page(2016))
	pagetest.Demand(t, text, "7 chỉ tiêu năm 2016", says, "Chi bộ trong sạch, vững mạnh cùng việc với chỉ tiêu khác")
	if n := strings.Count(text, "cùng việc với chỉ tiêu khác"); n != 2 {
		t.Errorf("%d rows are marked", n)
	}
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2015)), says)
	if err := targetService(db).Keep(s.ctx, s.tsvm, []int64{again}, "Ghi hai lần"); err != nil {
		t.Fatal(err)
	}
	if text := s.words(t, ui.Vietnamese, s.page(2016)); strings.Contains(text, "đếm riêng từng cái") || !strings.Contains(text, "6 chỉ tiêu năm 2016") {
		t.Error("the target taken back is still counted")
	}
}

func TestYearPage_verdictOnlyByAResultOfItsOwnPeriod(t *testing.T) {
	for _, c := range []struct {
		name  string
		value figure.Value
		want  []string
	}{
		{"10 of 18", figure.Value{Count: n(10), OfTotal: n(18)}, []string{"10/18", "55,6 %", "Kết quả 2016: 1 đạt"}},
		{"9 of 18", figure.Value{Count: n(9), OfTotal: n(18)}, []string{"Kết quả 2016: 1 chưa đạt"}},
		{"50 % alone", figure.Value{Percent: &figure.Percent{Units: 50}}, []string{"Kết quả 2016: 1 chưa kết luận được", "khoảng làm tròn"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := tell(t, testkit.NewDB(t))
			s.result(t, c.value)
			pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2016)), c.want...)
		})
	}
}

func TestYearPage_emptyYearSaysWhatToDoFirst(t *testing.T) {
	db := testkit.NewDB(t)
	s := story{db: db, unit: testkit.Root(t, db)}
	s.ctx = testkit.Signed(t, db, access.Clerk, s.unit)
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2016)), "Năm 2016 chưa có gì", "Nhập từ báo cáo", "Nhập số liệu từ giấy", "Khai đơn vị cấp dưới")
	s.ctx = testkit.Signed(t, db, access.Reader, s.unit)
	if text := s.words(t, ui.Vietnamese, s.page(2016)); strings.Contains(text, "Nhập số liệu từ giấy") {
		t.Error("a reader is offered what he may not do")
	}
}

func TestYearPage_speaksEnglish(t *testing.T) {
	s := tell(t, testkit.NewDB(t))
	pagetest.Demand(t, s.words(t, ui.English, s.page(2016)), "1 branch (chi bộ) short", "12 members to spare", "needs at least 10/18", "No result yet")
}

func TestYearPage_upperLevelAddsWhatIsBelow(t *testing.T) {
	db := testkit.NewDB(t)
	s := tell(t, db)
	child := testkit.Unit(t, db, s.unit, "Chi bộ Văn phòng")
	s.unit = child
	s.write(t, func(tx *store.Tx, entry int64) error {
		for _, f := range []figure.New{fig("đảng viên", "hoàn thành xuất sắc nhiệm vụ", 3, 12), fig("đảng viên", "hoàn thành tốt nhiệm vụ", 9, 12)} {
			if _, _, err := figure.Enter(tx, entry, f); err != nil {
				return err
			}
		}
		return nil
	})
	s.unit = testkit.Root(t, db)
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2015)), "Cộng từ 1 trên 1 đơn vị có số liệu", "Chi bộ Văn phòng", "17 chi bộ chưa khai tên")
	empty := testkit.Unit(t, db, s.unit, "Đảng bộ bộ phận")
	s.unit = testkit.Unit(t, db, empty, "Chi bộ Một")
	s.write(t, func(tx *store.Tx, entry int64) error {
		_, _, err := figure.Enter(tx, entry, fig("đảng viên", "hoàn thành tốt nhiệm vụ", 7, 9))
		return err
	})
	s.unit = empty
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2015)), "Cộng từ 1 trên 1 đơn vị có số liệu: 9 đảng viên.", "Kết quả xếp loại năm 2015 chưa có.",
		"năm 2014: – Cộng từ 1/1 đơn vị: 7", "Cộng – Cộng từ 1/1 đơn vị: 9",
		"Xếp loại đảng viên 2015 cộng từ 1/1 đơn vị", "Số cộng từ 1 trên 1 đơn vị cấp dưới")
	s.unit = testkit.Root(t, db)
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2015)), "Đảng bộ bộ phận số cộng từ các đơn vị dưới nó chưa có 9 – 7 –")
}

func TestLocale(t *testing.T) {
	if err := ui.CheckLocale(yearweb.Locale); err != nil {
		t.Error(err)
	}
}

func TestYearPage_closedYearOffersCorrectionsOnly(t *testing.T) {
	db := testkit.NewDB(t)
	s := tell(t, db)
	years := year.New(db, directory.New(db))
	if err := years.Decide(s.ctx, s.unit, 2015, year.Deciding{Body: "Ban Thường vụ Đảng ủy Khối", Number: "21-QĐ/ĐUK", On: "2016-01-08"}); err != nil {
		t.Fatal(err)
	}
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2015)), "công nhận tại 21-QĐ/ĐUK ngày 08/01/2016", "Khóa năm 2015", "đã công nhận")
	if err := years.Close(s.ctx, s.unit, 2015); err != nil {
		t.Fatal(err)
	}
	text := s.words(t, ui.Vietnamese, s.page(2015))
	pagetest.Demand(t, text, "Năm 2015 đã khóa. Sửa bằng bản đính chính.", "Đính chính số liệu", "đã khóa")
	for _, gone := range []string{"Nhập số liệu từ giấy", "Nhập từ báo cáo", "Ghi danh hiệu"} {
		if strings.Contains(text, gone) {
			t.Errorf("the closed year still offers %q", gone)
		}
	}
}

// A branch whose year was closed with the year of the unit above, and which has nothing of it.
func TestYearPage_closedBranchOffersNothingThatIsRefused(t *testing.T) {
	db := testkit.NewDB(t)
	s := tell(t, db)
	root := s.unit
	s.unit = testkit.Unit(t, db, root, "Chi bộ Văn phòng")
	s.write(t, func(tx *store.Tx, entry int64) error {
		_, _, err := title.Enter(tx, entry, title.New{Content: title.Content{Period: "2014", Wording: "Trong sạch, vững mạnh", Status: title.Attained}})
		return err
	})
	pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2015)), "Nhập từ báo cáo của năm, hoặc nhập số liệu từ giấy.", "Soạn dự thảo, trình cấp ủy")
	years := year.New(db, directory.New(db))
	for _, of := range []int{2015, 2016} {
		if err := years.Decide(s.ctx, root, of, year.Deciding{Body: "Ban Thường vụ Đảng ủy Khối", Number: "21-QĐ/ĐUK", On: period.Date(strconv.Itoa(of+1) + "-01-08")}); err != nil {
			t.Fatal(err)
		}
		if err := years.Close(s.ctx, root, of); err != nil {
			t.Fatal(err)
		}
	}
	text := s.words(t, ui.Vietnamese, s.page(2015))
	pagetest.Demand(t, text, "Chưa có kết quả năm 2015", "Năm đã khóa: chỉ nhận bản đính chính, có lý do.", "Năm ấy đã khóa: không soạn, không giao chỉ tiêu nữa.")
	for _, gone := range []string{"Nhập từ báo cáo", "Độ đầy đủ", "Soạn chỉ tiêu", "Soạn dự thảo"} {
		if strings.Contains(text, gone) {
			t.Errorf("the closed branch's page says %q", gone)
		}
	}
}
