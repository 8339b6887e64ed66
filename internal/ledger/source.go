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
