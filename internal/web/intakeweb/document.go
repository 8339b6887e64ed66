package intakeweb

import (
	"net/http"
	"strconv"

	"hamrong/internal/document"
	"hamrong/internal/intake"
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
	spans := spansOf(s.Items)
	if from, to, ok := asked(r, s.Document.Text); ok {
		spans = append(stretch(s.Items, from, to), span{from, to, "", "here", ""})
		v.Quote = string([]rune(s.Document.Text)[from:to])
	}
	v.Passages = fold(cutText(s.Document.Text, spans))
	return ui.Render(w, r, http.StatusOK, documentPage(v))
}

// asked reads the span of the address; one outside the text is no span.
func asked(r *http.Request, text string) (from, to int, ok bool) {
	from, errFrom := strconv.Atoi(r.URL.Query().Get("from"))
	to, errTo := strconv.Atoi(r.URL.Query().Get("to"))
	ok = errFrom == nil && errTo == nil && from >= 0 && from < to && to <= len([]rune(text))
	return from, to, ok
}

// stretch keeps of a fact's stretches the places that its year and scope come from.
func stretch(items []intake.Item, from, to int) []span {
	var list []span
	for _, it := range items {
		if it.Span.Start != from || it.Span.End != to {
			continue
		}
		for _, c := range it.Context {
			list = append(list, span{c.Start, c.End, "", "from", ""})
		}
	}
	return list
}
