package intakeweb

import (
	"testing"

	"hamrong/internal/intake"
	"hamrong/internal/report"
)

func TestPassages_foldLongRunsWithoutMarksAndKeepEveryLine(t *testing.T) {
	list := passages("a\nb\nc\n\n7 chi bộ\ne", []intake.Stretch{{Span: report.Span{Start: 7, End: 15}, Item: &intake.Item{Mark: "X1"}}})
	folded, lines := 0, 0
	for _, p := range list {
		lines += p.lines()
		if p.Folded {
			folded += p.lines()
		}
	}
	if lines != 6 || folded != 4 {
		t.Fatalf("lines %d, folded %d", lines, folded)
	}
}

func TestAnchor_standsOnceWhereTheAskedSentenceBegins(t *testing.T) {
	asked := intake.Stretch{Span: report.Span{Start: 3, End: 14}, Kind: intake.Asked}
	fact := intake.Stretch{Span: report.Span{Start: 8, End: 18}, Item: &intake.Item{Mark: "X1"}}
	anchors := 0
	for line := range intake.Lines("Có 7/18 chi bộ đạt", []intake.Stretch{asked, fact}) {
		for _, s := range line {
			if anchorOf(s) != "" {
				anchors++
				if s.Text != "7/18 " {
					t.Errorf("the anchor stands at %q", s.Text)
				}
			}
		}
	}
	if anchors != 1 {
		t.Errorf("%d anchors", anchors)
	}
}
