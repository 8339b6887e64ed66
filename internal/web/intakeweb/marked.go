package intakeweb

import (
	"cmp"
	"slices"
	"strings"

	"hamrong/internal/intake"
	"hamrong/internal/report"
)

// piece is a run of text under the same facts.
type piece struct {
	Text  string
	Mark  string // mark of the innermost fact, "" for plain text
	Class string // its kind and state: "fact k-x open"
	Ends  []sign // facts that end here; their marks are printed after the piece
	From  bool   // a year or scope is taken from here
	Here  bool   // the span that was asked for
	First bool   // the first piece of the span that was asked for, its anchor
}

// sign is a mark printed in the text.
type sign struct{ Mark, Kind string }

// paragraph is one line of the text; without facts it may be folded away.
type paragraph struct {
	Pieces []piece
	Facts  bool
}

// span is one coloured stretch.
type span struct {
	start, end int
	mark       string
	kind       string // k-x …; "from" for a context, "here" for the span asked for
	state      string
}

// passage is a paragraph, or a run of paragraphs without facts that folds.
type passage struct {
	Paragraphs []paragraph
	Folded     bool
}

func (p passage) lines() int { return len(p.Paragraphs) }

// spansOf lists the stretches of a sheet's items.
func spansOf(items []intake.Item) []span {
	var list []span
	for _, it := range items {
		kind := "k-" + strings.ToLower(string(it.Group))
		state := stateOf(it)
		for _, s := range append([]report.Span{it.Span}, it.Also...) {
			list = append(list, span{s.Start, s.End, it.Mark, kind, state})
		}
		for _, c := range it.Context {
			list = append(list, span{c.Start, c.End, "", "from", ""})
		}
	}
	return list
}

// stateOf is solid once decided, dashed before, struck when left out.
func stateOf(it intake.Item) string {
	switch {
	case it.Entered != 0:
		return "st-in"
	case it.Choice == intake.Leave:
		return "st-left"
	case it.Choice == intake.Accept, it.Choice == intake.Edit:
		return "st-taken"
	}
	return "st-open"
}

// cutText cuts a text into paragraphs of pieces. Work grows with the text and the
// number of spans, not with their product: spans are met in order of their start.
func cutText(text string, spans []span) []paragraph {
	runes := []rune(text)
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	cuts := boundaries(runes, spans)
	var (
		out  []paragraph
		line paragraph
		open []span
		next int
	)
	for i := 0; i+1 < len(cuts); i++ {
		from, to := cuts[i], cuts[i+1]
		open = slices.DeleteFunc(open, func(s span) bool { return s.end <= from })
		for next < len(spans) && spans[next].start <= from {
			if spans[next].end > from {
				open = append(open, spans[next])
			}
			next++
		}
		if runes[from] == '\n' {
			out = append(out, line)
			line = paragraph{}
			continue
		}
		p := pieceOf(string(runes[from:to]), open, from, to)
		line.Facts = line.Facts || p.Class != "" || p.From || p.Here
		line.Pieces = append(line.Pieces, p)
	}
	return append(out, line)
}

func pieceOf(text string, open []span, from, to int) piece {
	p := piece{Text: text}
	for _, s := range open {
		switch s.kind {
		case "from":
			p.From = true
		case "here":
			p.Here = true
			p.First = p.First || s.start == from
		default:
			p.Mark, p.Class = s.mark, "said "+s.kind+" "+s.state
			if s.end == to {
				p.Ends = append(p.Ends, sign{s.mark, s.kind})
			}
		}
	}
	return p
}

// boundaries lists where pieces begin and end: at spans and at newlines.
func boundaries(runes []rune, spans []span) []int {
	cuts := []int{0, len(runes)}
	for _, s := range spans {
		if s.start >= 0 && s.end <= len(runes) && s.start < s.end {
			cuts = append(cuts, s.start, s.end)
		}
	}
	for i, r := range runes {
		if r == '\n' {
			cuts = append(cuts, i, i+1)
		}
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

// foldFrom is how many lines without facts in a row are folded away.
const foldFrom = 3

// fold gathers paragraphs into passages; long runs without facts fold.
func fold(list []paragraph) []passage {
	var out []passage
	for i := 0; i < len(list); {
		j := i
		for j < len(list) && !list[j].Facts {
			j++
		}
		if j-i >= foldFrom {
			out = append(out, passage{Paragraphs: list[i:j], Folded: true})
			i = j
			continue
		}
		j = max(j, i+1)
		out = append(out, passage{Paragraphs: list[i:j]})
		i = j
	}
	return out
}
