package meetingweb

import (
	"testing"

	"hamrong/internal/figure"
	"hamrong/internal/meeting"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

func TestFigureTable_namesWhatIsCountedAsWritten(t *testing.T) {
	cat, err := ui.NewCatalogue(Locale, wording.Locale)
	if err != nil {
		t.Fatal(err)
	}
	f := figure.Figure{Place: figure.Place{Population: "nguoi"}, Subject: "người"}
	v := showView{Page: meeting.Page{Told: meeting.Told{Figures: []figure.Figure{f}}}}
	table := figureTable(ui.WithLang(t.Context(), cat, ui.Vietnamese), v)
	if got := table.Rows[0].Cells[1].Text; got != "người" {
		t.Errorf("got %q, want the word of the report and not its code", got)
	}
}
