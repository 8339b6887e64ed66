package intakeweb

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"hamrong/internal/document"
	"hamrong/internal/intake"
	"hamrong/internal/report"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

// sent is what a browser sends of a row that nobody touched.
func sent(r row) url.Values {
	f := url.Values{"c-" + r.Mark: {string(r.Choice)}}
	for _, x := range r.Fields {
		f.Set(r.id(x), x.Value)
		f.Set("w-"+r.Mark+"-"+x.Name, x.Read)
	}
	return f
}

func corrected(t *testing.T) (*intake.Sheet, row) {
	t.Helper()
	words, err := ui.NewCatalogue(Locale)
	if err != nil {
		t.Fatal(err)
	}
	facts := report.Read("Năm 2016, Đảng bộ phấn đấu trên 50% chi bộ đạt trong sạch vững mạnh.")
	s := &intake.Sheet{Document: document.Document{Facts: facts}, Items: intake.Items(facts)}
	if len(s.Items) != 1 {
		t.Fatalf("%d facts", len(s.Items))
	}
	s.Items[0].Choice, s.Items[0].Edit = intake.Edit, intake.Fix{Values: "60"}
	return s, rowOf(ui.WithLang(t.Context(), words, ui.Vietnamese), s, s.Items[0])
}

func TestRow_keepsACorrectionWhenThePageIsSentAgain(t *testing.T) {
	s, r := corrected(t)
	if list := decisions(s, sent(r)); len(list) != 0 {
		t.Errorf("a page sent untouched decides anew: %+v", list)
	}
	f := sent(r)
	f.Set("x-"+r.Mark+"-values", "70")
	if list := decisions(s, f); len(list) != 1 || list[0].Fix.Values != "70" {
		t.Errorf("a second correction became %+v", list)
	}
}

func TestRow_showsARefusedCorrectionAsItWasSent(t *testing.T) {
	_, r := corrected(t)
	f := sent(r)
	f.Set("x-"+r.Mark+"-values", "rất nhiều")
	r.resend(f)
	for _, x := range r.Fields {
		if x.Name == "values" && x.Value != "rất nhiều" {
			t.Errorf("what was typed is gone: %q", x.Value)
		}
	}
}

// A unit is founded in the middle of deciding: its fields are sent with the sheet, so no choice made above is lost.
func TestFounding_isSentWithTheChoicesOfTheSheet(t *testing.T) {
	s, _ := corrected(t)
	v := sheetView{Place: recordweb.Place{Write: true}, Sheet: s, Total: 1, Names: []nameLine{{Named: intake.Named{Key: "cong doan", Name: "Công đoàn"}, Found: true}}}
	words, err := ui.NewCatalogue(Locale)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := founding(v).Render(ui.WithLang(t.Context(), words, ui.Vietnamese), &b); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "<form") {
		t.Error("founding has a form of its own: the sheet's choices stay behind")
	}
	for _, name := range []string{"fn-cong doan", "fl-cong doan", "found"} {
		if !regexp.MustCompile(`<(input|select|button)[^>]*name="` + name + `"[^>]*form="sheet"|<button[^>]*form="sheet"[^>]*name="` + name + `"`).MatchString(b.String()) {
			t.Errorf("%q is not sent with the sheet: %s", name, b.String())
		}
	}
}
