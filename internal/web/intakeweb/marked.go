package intakeweb

import (
	"strings"

	"hamrong/internal/intake"
)

// paragraph is one line of the text; without marks it may be folded away.
type paragraph struct {
	Segments []intake.Segment
	Marked   bool
}

// passage is a paragraph, or a run of paragraphs without marks that folds.
type passage struct {
	Paragraphs []paragraph
	Folded     bool
}

func (p passage) lines() int { return len(p.Paragraphs) }

// foldFrom is how many lines without marks in a row are folded away.
const foldFrom = 3

// passages cuts a text into its lines with their marks; long runs without marks fold.
func passages(text string, marked []intake.Stretch) []passage {
	var out []passage
	var plain []paragraph
	unfold := func() {
		if len(plain) > 0 {
			out = append(out, passage{Paragraphs: plain, Folded: len(plain) >= foldFrom})
			plain = nil
		}
	}
	for line := range intake.Lines(text, marked) {
		p := paragraph{Segments: line}
		for _, s := range line {
			p.Marked = p.Marked || len(s.Stretches) > 0
		}
		if !p.Marked {
			plain = append(plain, p)
			continue
		}
		unfold()
		out = append(out, passage{Paragraphs: []paragraph{p}})
	}
	unfold()
	return out
}

// kindOf is the class of a group's colour: "k-x".
func kindOf(g intake.Group) string { return "k-" + strings.ToLower(string(g)) }

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

// anchorOf is the id of the first segment of the sentence that was asked for, "" elsewhere.
func anchorOf(s intake.Segment) string {
	for _, in := range s.Stretches {
		if in.Kind == intake.Asked && s.Begins(in) {
			return "m"
		}
	}
	return ""
}
