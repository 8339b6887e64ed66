package cli

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestEachParagraph_marksTheShortestPlaceAndSaysWhereEachEnds(t *testing.T) {
	list := []place{
		{0, 9, "H", label{"H1", "h1"}, true},
		{0, 3, "G", label{"G1", "g1"}, true},
		{2, 5, "ctx", label{}, false},
	}
	var got [][]piece
	err := eachParagraph("Năm hai\n\nba", list, func(p []piece) error { got = append(got, slices.Clone(p)); return nil })
	if err != nil {
		t.Fatal(err)
	}
	want := [][]piece{{
		{Text: "Năm", Class: "G", IDs: []string{"h1", "g1"}, Ends: []label{{"G1", "g1"}}},
		{Text: " hai", Class: "H"},
	}, {
		{Text: "ba"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEachParagraph_givesBackTheWholeText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[aộ\n ]{0,30}`).Draw(t, "text")
		var list []place
		for range rapid.IntRange(0, 6).Draw(t, "places") {
			start := rapid.IntRange(0, 30).Draw(t, "start")
			list = append(list, place{start: start, end: start + rapid.IntRange(1, 8).Draw(t, "length"), class: "X", mark: label{"X1", "x1"}})
		}
		slices.SortFunc(list, func(a, b place) int { return a.start - b.start })
		var lines []string
		err := eachParagraph(text, list, func(pieces []piece) error {
			line := ""
			for _, p := range pieces {
				line += p.Text
			}
			lines = append(lines, line)
			return nil
		})
		want := slices.DeleteFunc(strings.Split(text, "\n"), func(s string) bool { return s == "" })
		if err != nil || !slices.Equal(lines, want) {
			t.Fatalf("got %q, want %q", lines, want)
		}
	})
}
