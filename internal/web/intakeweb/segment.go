package intakeweb

import (
	"strings"

	"hamrong/internal/intake"
	"hamrong/internal/web/ui"
)

// runs is a line of the text with its marks, each followed by the signs of the facts that end there.
func (p paragraph) runs() ui.Runs {
	var list ui.Runs
	for _, s := range p.Segments {
		list = append(list, runOf(s))
		for _, it := range s.Ends() {
			list = append(list, ui.Run{Text: it.Mark, Look: ui.RunLink, Class: "sign " + kindOf(it.Group), Href: "#r-" + it.Mark})
		}
	}
	return list
}

// runOf shows a segment; the cells of a table's row, which tabs part, are parted by a line.
func runOf(s intake.Segment) ui.Run {
	s.Text = strings.ReplaceAll(s.Text, "\t", " │ ")
	fact := s.Fact()
	switch {
	case s.Lies(intake.Asked):
		return ui.Run{Text: s.Text, Look: ui.RunMarked, Class: "here", ID: anchorOf(s)}
	case fact != nil:
		return ui.Run{Text: s.Text, Look: ui.RunSpan, Class: "said " + kindOf(fact.Group) + " " + stateOf(*fact), Mark: fact.Mark}
	case s.Lies(intake.Unread):
		return ui.Run{Text: s.Text, Look: ui.RunSpan, Class: "unread", ID: unreadAnchor(s)}
	case s.Lies(intake.Drawn):
		return ui.Run{Text: s.Text, Look: ui.RunSpan, Class: "from"}
	}
	return ui.Run{Text: s.Text}
}
