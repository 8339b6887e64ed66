package intake

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"hamrong/internal/report"
)

// StretchKind is why a stretch of the text is marked.
type StretchKind uint8

// The kinds of stretches.
const (
	Stated       StretchKind = iota // a fact is stated here
	Drawn                           // a fact's year, scope or subject is taken from here
	Organisation                    // an organisation is named here
	Asked                           // the reader asked to be shown this
	Unread                          // a figure of which no fact came
)

// Stretch is a part of a report's text that is marked.
type Stretch struct {
	report.Span
	Kind  StretchKind
	Item  *Item // the fact, for Stated and Drawn
	First bool  // the fact's own sentence, not a further one
}

// Stretches lists where facts are stated, and where their years and scopes come from.
func Stretches(items []Item) []Stretch {
	var list []Stretch
	for i := range items {
		it := &items[i]
		list = append(list, Stretch{Span: it.Span, Item: it, First: true})
		for _, s := range it.Also {
			list = append(list, Stretch{Span: s, Item: it})
		}
		for _, s := range it.Context {
			list = append(list, Stretch{Span: s, Kind: Drawn, Item: it})
		}
	}
	return list
}

// Segment is a run of a line of the text that lies in the same stretches.
type Segment struct {
	report.Span
	Text      string
	Stretches []Stretch // those that begin earlier first, of these the longer first
}

// Fact is the fact that the segment is coloured for: of those stated here the one with the
// shortest stretch, nil where none is.
func (s Segment) Fact() *Item {
	var fact *Item
	shortest := 0
	for _, p := range s.Stretches {
		if length := p.End - p.Start; p.Kind == Stated && (fact == nil || length < shortest) {
			fact, shortest = p.Item, length
		}
	}
	return fact
}

// Lies reports whether the segment lies in a stretch of a kind.
func (s Segment) Lies(in StretchKind) bool {
	return slices.ContainsFunc(s.Stretches, func(p Stretch) bool { return p.Kind == in })
}

// Begins reports whether a stretch begins with the segment.
func (s Segment) Begins(p Stretch) bool { return p.Start == s.Start }

// Ends lists the facts of which a stretch ends with the segment: behind it their marks are printed.
func (s Segment) Ends() []*Item {
	var list []*Item
	for _, p := range s.Stretches {
		if p.Kind == Stated && p.End == s.End {
			list = append(list, p.Item)
		}
	}
	return list
}

// Lines cuts a text into its lines and these at the bounds of the stretches. Work grows with the
// text and the number of stretches, not with their product: stretches are met in order of their
// beginnings. An empty line has no segments; a stretch without letters is passed over.
func Lines(text string, stretches []Stretch) iter.Seq[[]Segment] {
	stretches = slices.DeleteFunc(slices.Clone(stretches), func(p Stretch) bool { return p.End <= p.Start })
	slices.SortStableFunc(stretches, func(a, b Stretch) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	return func(yield func([]Segment) bool) {
		var open []Stretch
		rest := stretches
		at := 0 // code points before what is cut
		for line := range strings.SplitSeq(text, "\n") {
			var segments []Segment
			end := at + utf8.RuneCountInString(line)
			for at < end {
				open = slices.DeleteFunc(open, func(p Stretch) bool { return p.End <= at })
				for ; len(rest) > 0 && rest[0].Start <= at; rest = rest[1:] {
					if rest[0].End > at {
						open = append(open, rest[0])
					}
				}
				next := bound(end, open, rest)
				n := bytesOf(line, next-at)
				segments = append(segments, Segment{Span: report.Span{Start: at, End: next}, Text: line[:n], Stretches: slices.Clone(open)})
				line, at = line[n:], next
			}
			at = end + 1
			if !yield(segments) {
				return
			}
		}
	}
}

// bound is where a segment ends: with the line, with an open stretch, or where the next stretch begins.
func bound(end int, open, rest []Stretch) int {
	if len(rest) > 0 {
		end = min(end, rest[0].Start)
	}
	for _, p := range open {
		end = min(end, p.End)
	}
	return end
}

// bytesOf gives the length in bytes of the first n code points.
func bytesOf(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}
