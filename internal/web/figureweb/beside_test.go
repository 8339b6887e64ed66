package figureweb_test

import (
	"net/url"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/document"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/report"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb/pagetest"
)

// told enters a figure of 2015 as a report's.
func told(t *testing.T, s *pagetest.Site, name string, f figure.New) {
	t.Helper()
	id, _, err := document.New(s.DB, s.Door).Keep(s.Clerk, document.Document{Unit: s.Root, Name: name, Kind: "txt", Text: name, Facts: &report.Facts{}})
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Door.Permit(s.Clerk, access.Ask{Right: access.Record, Unit: s.Root, Action: "test.enter"})
	if err != nil {
		t.Fatal(err)
	}
	f.Period, f.Source = "2015", ledger.Source{Document: id}
	err = s.DB.Write(s.Clerk, p, func(tx *store.Tx) error {
		entry, err := ledger.Begin(tx, ledger.New{Kind: ledger.ByHand})
		if err == nil {
			_, _, err = figure.Enter(tx, entry, f)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What a sheet says otherwise than a report is told before it is written, with the way to correct the report's figure.
func TestSheet_tellsThatAReportSaysOtherwise(t *testing.T) {
	s := newSite(t)
	sheet := s.Unit("/years/2015/figures")
	if body := s.Get(s.Clerk, sheet).Body; strings.Contains(body, "Sửa con số này") || strings.Contains(body, `name="beside"`) {
		t.Error("an empty year offers to correct what it has not")
	}
	seven, of := int64(7), int64(18)
	told(t, s, "bao-cao.txt", figure.New{Place: figure.Place{Population: "chi_bo", Level: "TSVM"}, Value: figure.Value{Count: &seven, OfTotal: &of}})
	s.Says(sheet, "7/18 · bao-cao.txt Sửa con số này", "Số gõ vào ô không thay số đã có từ nguồn khác")
	if body := s.Get(s.Clerk, sheet).Body; !strings.Contains(body, `href="/figures/1#sua"`) || strings.Contains(body, `name="beside"`) {
		t.Error("no way to the form that corrects the figure, or asked before anything was typed")
	}
	typed := url.Values{"count.chi_bo.TSVM": {"8"}, "base.chi_bo": {"18"}}
	s.Complains(sheet, typed, "Trong sạch, vững mạnh: Số lượng: Hai nguồn khác nhau: văn bản đã đọc ghi khác.", "sửa ở chính số đó", "Ghi cả hai số", "[8]")
	s.Says(s.Unit("/years/2015"), "7")
	if strings.Contains(s.Get(s.Clerk, s.Unit("/years/2015")).Body, "hai nguồn khác nhau") {
		t.Error("a refused sheet wrote")
	}
	typed.Set("beside", "1")
	s.Made(sheet, typed)
	s.Says(s.Unit("/years/2015"), "hai nguồn khác nhau")
	if body := pagetest.Visible(t, s.English(s.Clerk, sheet).Body); !strings.Contains(body, "Correct this figure") {
		t.Error("the English page does not say how a figure is corrected")
	}
}
