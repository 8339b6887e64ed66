package cli

import (
	"strings"

	"hamrong/internal/intake"
)

// piece is a part of a paragraph as the page draws it.
type piece struct {
	Text  string
	Class string   // of its style: the group's letter, "ctx", "T"; "" for text without a fact
	IDs   []string // facts whose own sentence begins here
	Ends  []label  // facts of which a stretch ends here
}

// labelOf is a fact's mark with the id of its place.
func labelOf(mark string) label { return label{mark, strings.ToLower(mark)} }

// stretches lists what of the text is marked: the facts, and the organisations that are named.
func (r *reading) stretches() []intake.Stretch {
	list := intake.Stretches(r.items)
	for _, o := range r.facts.Organisations {
		list = append(list, intake.Stretch{Span: o.Source, Kind: intake.Organisation})
	}
	return list
}

// piecesOf draws a line. Segments that look alike are one piece where nothing is printed between them.
func piecesOf(line []intake.Segment) []piece {
	var list []piece
	for _, s := range line {
		p := pieceOf(s)
		if last := len(list) - 1; last >= 0 && list[last].Class == p.Class && len(list[last].Ends) == 0 && len(p.IDs) == 0 {
			list[last].Text += p.Text
			list[last].Ends = p.Ends
			continue
		}
		list = append(list, p)
	}
	return list
}

func pieceOf(s intake.Segment) piece {
	p := piece{Text: s.Text}
	switch fact := s.Fact(); {
	case fact != nil:
		p.Class = string(fact.Group)
	case s.Lies(intake.Drawn):
		p.Class = "ctx"
	case s.Lies(intake.Organisation):
		p.Class = "T"
	}
	for _, in := range s.Stretches {
		if in.First && s.Begins(in) {
			p.IDs = append(p.IDs, labelOf(in.Item.Mark).Anchor)
		}
	}
	for _, it := range s.Ends() {
		p.Ends = append(p.Ends, labelOf(it.Mark))
	}
	return p
}
