package ledger

import (
	"encoding/json"
	"fmt"
)

// Span is a piece of a document's text: code points from Start up to, not including, End.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Source is where a record was read: the document, the sentence, and the further
// places that it takes its year or scope from. The zero Source is a record typed
// by hand, whose entry may name a paper.
type Source struct {
	Document int64
	Span     Span
	Context  []Span
}

// ContextText is the stored form of the context, a JSON list, "[]" for none.
func (s Source) ContextText() (string, error) {
	if len(s.Context) == 0 {
		return "[]", nil
	}
	raw, err := json.Marshal(s.Context)
	if err != nil {
		return "", fmt.Errorf("context of a source: %w", err)
	}
	return string(raw), nil
}

// ParseContext reads the stored form of a context.
func ParseContext(text string) ([]Span, error) {
	if text == "" || text == "[]" {
		return nil, nil
	}
	var spans []Span
	if err := json.Unmarshal([]byte(text), &spans); err != nil {
		return nil, fmt.Errorf("context of a source %q: %w", text, err)
	}
	return spans, nil
}

// Dependent is something that was built on a record and stands in the way of
// taking the record's entry back: changed since, linked to, decided upon.
type Dependent struct {
	Table  string // the book of the dependent record
	Record int64
	Unit   int64
	Name   string // what the record calls itself: a title, a level as written, a measure
	Why    string // locale key: "ledger.changed_since", "ledger.linked_from" …
}
