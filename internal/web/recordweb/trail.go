package recordweb

import (
	"errors"
	"strconv"
	"time"

	"hamrong/internal/document"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Trail is where a record comes from and what became of it.
type Trail struct {
	Quote   Quote
	Paper   string // the paper that it was typed from, "" for none named
	Typed   bool   // it was typed, not read
	Stands  bool   // it was not taken back
	History []Step
}

// Quote is the sentence that states a record, with the words around it.
type Quote struct {
	Document string // file name, "" where the reader may not open it
	Href     string // the sentence in the document
	Before   string
	Words    string
	After    string
	Context  []string // further places: the year, the scope
}

// Step is one entry of a record's history.
type Step struct {
	Kind   ledger.Kind
	At     time.Time
	Who    string
	Reason string
	Paper  string
	Href   string
	Undone bool
}

// around is how many letters of the text stand before and after a quoted sentence.
const around = 160

// Load reads where a record comes from and what became of it.
func Load(t *store.Tx, book *ledger.Book, record int64, src ledger.Source) (Trail, error) {
	trail := Trail{Typed: src.Document == 0, Stands: true}
	entries, err := book.History(t, record)
	if err != nil {
		return trail, err
	}
	for _, e := range entries {
		who, err := ledger.Writer(t, e)
		if err != nil {
			return trail, err
		}
		trail.History = append(trail.History, Step{Kind: e.Kind, At: time.UnixMilli(e.At), Who: who, Reason: e.Reason, Paper: e.Paper,
			Href: "/entries/" + strconv.FormatInt(e.ID, 10), Undone: e.UndoneBy != 0})
	}
	if len(entries) > 0 {
		trail.Paper = entries[0].Paper
	}
	if src.Document != 0 {
		trail.Quote, err = quote(t, src)
	}
	return trail, err
}

func quote(t *store.Tx, src ledger.Source) (Quote, error) {
	d, err := document.ByID(t, src.Document)
	if errors.Is(err, fault.NotFound) {
		return Quote{}, nil
	}
	if err != nil {
		return Quote{}, err
	}
	q := cut([]rune(d.Text), src)
	q.Document, q.Href = d.Name, SpanHref(src)
	return q, nil
}

// SpanHref is the sentence of a source in its document.
func SpanHref(src ledger.Source) string {
	return "/documents/" + strconv.FormatInt(src.Document, 10) + "?from=" + strconv.Itoa(src.Span.Start) + "&to=" + strconv.Itoa(src.Span.End) + "#m"
}

// cut takes the quoted words and what stands around them in the same line of the text. Spans
// outside the text are cut off.
func cut(text []rune, src ledger.Source) Quote {
	in := func(i int) int { return min(max(i, 0), len(text)) }
	start, end := in(src.Span.Start), in(src.Span.End)
	end = max(start, end)
	from, to := start, end
	for from > 0 && start-from < around && text[from-1] != '\n' {
		from--
	}
	for to < len(text) && to-end < around && text[to] != '\n' {
		to++
	}
	q := Quote{Before: string(text[from:start]), Words: string(text[start:end]), After: string(text[end:to])}
	if from > 0 && text[from-1] != '\n' {
		q.Before = "… " + q.Before
	}
	if to < len(text) && text[to] != '\n' {
		q.After += " …"
	}
	for _, c := range src.Context {
		if a, b := in(c.Start), in(c.End); a < b {
			q.Context = append(q.Context, string(text[a:b]))
		}
	}
	return q
}
