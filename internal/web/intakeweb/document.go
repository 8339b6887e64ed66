package intakeweb

import (
	"net/http"
	"slices"
	"strconv"
	"unicode/utf8"

	"hamrong/internal/document"
	"hamrong/internal/intake"
	"hamrong/internal/report"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// documentView is a report's text with its marks, for anyone who opens a figure.
type documentView struct {
	recordweb.Place
	Document document.Document
	Passages []passage
	Quote    string // the words of the span that was asked for
}

// document shows the text of a report: GET /documents/{id}. With ?from= and ?to= the
// span between them is shown; a figure of the register opens here (law 3).
func (h handler) document(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	s, err := h.intake.Sheet(r.Context(), id)
	if err != nil {
		return err
	}
	place, err := h.UnitPlace(r, s.Document.Unit)
	if err != nil {
		return err
	}
	v := documentView{Place: place, Document: s.Document}
	marked := intake.Stretches(s.Items)
	if at, ok := asked(r, s.Document.Text); ok {
		marked = append(drawnFor(s.Items, at), intake.Stretch{Span: at, Kind: intake.Asked})
		v.Quote = string([]rune(s.Document.Text)[at.Start:at.End])
	}
	v.Passages = passages(s.Document.Text, marked)
	return ui.Render(w, r, http.StatusOK, documentPage(v))
}

// asked reads the span of the address; one outside the text is no span.
func asked(r *http.Request, text string) (at report.Span, ok bool) {
	from, errFrom := strconv.Atoi(r.URL.Query().Get("from"))
	to, errTo := strconv.Atoi(r.URL.Query().Get("to"))
	ok = errFrom == nil && errTo == nil && from >= 0 && from < to && to <= utf8.RuneCountInString(text)
	return report.Span{Start: from, End: to}, ok
}

// drawnFor lists where the years and scopes of the facts of a sentence come from.
func drawnFor(items []intake.Item, at report.Span) []intake.Stretch {
	return slices.DeleteFunc(intake.Stretches(items), func(p intake.Stretch) bool { return p.Kind != intake.Drawn || p.Item.Span != at })
}
