package intakeweb

import (
	"strings"
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

func TestParagraph_keepsTheTextAsRead(t *testing.T) {
	text := "Năm 2016: <7/18> chi bộ đạt, 87%."
	unread := intake.Stretch{Span: report.Span{Start: 29, End: 32}, Kind: intake.Unread}
	year := intake.Stretch{Span: report.Span{Start: 0, End: 8}, Kind: intake.Drawn, Item: &intake.Item{}}
	var b strings.Builder
	for line := range intake.Lines(text, []intake.Stretch{year, unread}) {
		if err := (paragraph{Segments: line}).runs().Render(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
	}
	if want := `<p><span class="from">Năm 2016</span>: &lt;7/18&gt; chi bộ đạt, <span class="unread" id="n-29">87%</span>.</p>`; b.String() != want {
		t.Errorf("got %s", b.String())
	}
}
