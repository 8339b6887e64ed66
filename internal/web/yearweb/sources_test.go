package yearweb_test

import (
	"strings"
	"testing"

	"hamrong/internal/access/directory"
	"hamrong/internal/document"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/report"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/ui"
	"hamrong/testkit"
)

func TestSources_nameThePapersThatWereTypedFrom(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		s := tell(t, db)
		pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2015)), "Báo cáo tổng kết 13 dữ kiện trên trang này, nhập tay ngày", "Số nhập từ giấy.")
		figures := figure.NewService(db, directory.New(db))
		put := func(level, paper string) {
			t.Helper()
			f := figure.New{Place: figure.Place{Period: "2015", Population: "dang_vien", Level: level}, Value: figure.Value{Count: n(0)}}
			if err := figures.Put(s.ctx, s.unit, f, ledger.Why{Paper: paper}); err != nil {
				t.Fatal(err)
			}
		}
		put("KHTNV", "Biểu 2 ngày 10/01/2016")
		pagetest.Demand(t, s.words(t, ui.Vietnamese, s.page(2015)), "Báo cáo tổng kết 13 dữ kiện", "Biểu 2 ngày 10/01/2016 1 dữ kiện trên trang này, nhập tay ngày")
		if err := targetService(db).Adopt(s.ctx, s.unit, []int64{s.tsvm}, target.Decision{Number: "02-NQ/ĐU", Date: "2016-01-15"}); err != nil {
			t.Fatal(err)
		}
		text := s.words(t, ui.Vietnamese, s.page(2015))
		pagetest.Demand(t, text, "Báo cáo tổng kết 13 dữ kiện") // its decision is not what a target was typed from
		facts := report.Read("Năm 2015: 2/18 chi bộ.")
		id, _, err := document.New(db, directory.New(db)).Keep(s.ctx, document.Document{Unit: s.unit, Name: "bao-cao.txt", Kind: "txt", Text: "Năm 2015: 2/18 chi bộ.", Facts: facts})
		if err != nil {
			t.Fatal(err)
		}
		s.write(t, func(tx *store.Tx, entry int64) error {
			f := fig("tổ chức", "hoàn thành nhiệm vụ", 1, 0)
			f.Source = ledger.Source{Document: id, Span: ledger.Span{Start: 0, End: 5}}
			_, _, err := figure.Enter(tx, entry, f)
			return err
		})
		text = s.words(t, ui.Vietnamese, s.page(2015))
		pagetest.Demand(t, text, "bao-cao.txt 1 dữ kiện trên trang này, đọc ngày", "Báo cáo tổng kết 13 dữ kiện", "từ 1 văn bản", "Một phần nhập từ giấy.")
		if strings.Contains(text, "Số nhập từ giấy") {
			t.Error("the figures are said to be typed, all of them")
		}
	})
}
