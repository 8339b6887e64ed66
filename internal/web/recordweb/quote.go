package recordweb

import (
	"errors"

	"hamrong/internal/document"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// Quote is the sentence that states a record, with the words around it.
type Quote struct {
	Document string // file name, "" where the reader may not open it
	Href     string // the sentence in the document
	Before   string
	Words    string
	After    string
	Context  []string // further places: the year, the scope
}

// around is how many letters of the text stand before and after a quoted sentence.
const around = 160

func quote(t *store.Tx, src ledger.Source) (Quote, error) {
	d, err := document.ByID(t, src.Document)
	if errors.Is(err, fault.NotFound) {
		return Quote{}, nil
	}
	if err != nil {
		return Quote{}, err
	}
	q := cut([]rune(d.Text), src)
	q.Document, q.Href = d.Name, SourceHref(src)
	return q, nil
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
