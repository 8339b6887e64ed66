package ledger

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
