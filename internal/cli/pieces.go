package cli

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// place is a part of the text that is marked.
type place struct {
	start, end int    // code points
	class      string // of its style: the group's letter, or "ctx"
	mark       label  // empty where the part is a further or a context place
	first      bool   // the place that the mark's id stands at
}

// piece is a part of a paragraph that is marked in one way.
type piece struct {
	Text  string
	Class string   // "" for text without a fact
	IDs   []string // places that begin here
	Ends  []label  // facts whose place ends here
}

// places lists all marked parts of the text, in the order of their beginnings, the longer first.
func places(r *reading) []place {
	var list []place
	for _, it := range r.items {
		mark := label{it.Mark, strings.ToLower(it.Mark)}
		class := string(it.Group)
		list = append(list, place{it.Span.Start, it.Span.End, class, mark, true})
		for _, sp := range it.Also {
			list = append(list, place{sp.Start, sp.End, class, mark, false})
		}
		for _, sp := range it.Context {
			list = append(list, place{sp.Start, sp.End, "ctx", label{}, false})
		}
	}
	for _, o := range r.facts.Organisations {
		list = append(list, place{o.Source.Start, o.Source.End, "T", label{}, false})
	}
	list = slices.DeleteFunc(list, func(p place) bool { return p.end <= p.start })
	slices.SortStableFunc(list, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return list
}

// eachParagraph gives the text line by line, cut at the bounds of the marked parts;
// empty lines are left out.
func eachParagraph(text string, list []place, give func([]piece) error) error {
	var open []place
	at := 0 // code points before the line
	for row := range strings.SplitSeq(text, "\n") {
		var pieces []piece
		end := at + utf8.RuneCountInString(row)
		for at < end {
			open = slices.DeleteFunc(open, func(p place) bool { return p.end <= at })
			for ; len(list) > 0 && list[0].start <= at; list = list[1:] {
				if list[0].end > at {
					open = append(open, list[0])
				}
			}
			next := bound(at, end, open, list)
			n := bytesOf(row, next-at)
			pieces = appendPiece(pieces, pieceOf(row[:n], at, next, open))
			row, at = row[n:], next
		}
		at = end + 1
		if len(pieces) == 0 {
			continue
		}
		if err := give(pieces); err != nil {
			return err
		}
	}
	return nil
}

// appendPiece joins a piece to the one before where nothing parts them but a place that shows nowhere.
func appendPiece(list []piece, p piece) []piece {
	if last := len(list) - 1; last >= 0 && list[last].Class == p.Class && len(list[last].Ends) == 0 && len(p.IDs) == 0 {
		list[last].Text += p.Text
		list[last].Ends = p.Ends
		return list
	}
	return append(list, p)
}

// bound is where the piece that begins at a code point ends: with the line, with an
// open place, or where the next place begins.
func bound(at, end int, open, list []place) int {
	if len(list) > 0 && list[0].start > at {
		end = min(end, list[0].start)
	}
	for _, p := range open {
		end = min(end, p.end)
	}
	return end
}

// pieceOf styles a piece after the shortest place around it.
func pieceOf(text string, start, end int, open []place) piece {
	p := piece{Text: text}
	best := 0
	for _, o := range open {
		length := o.end - o.start
		if o.class == "ctx" || o.class == "T" {
			length += 1 << 30 // a fact's own colour goes first
		}
		if p.Class == "" || length < best {
			p.Class, best = o.class, length
		}
		if o.first && o.start == start {
			p.IDs = append(p.IDs, o.mark.Anchor)
		}
		if o.end == end && o.mark.Mark != "" {
			p.Ends = append(p.Ends, o.mark)
		}
	}
	return p
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
