package cli

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hamrong/internal/intake"
	"hamrong/internal/report"
)

func TestPieces_areColouredNamedAndSigned(t *testing.T) {
	r := &reading{facts: &report.Facts{Organisations: []report.Organisation{{Source: report.Span{Start: 4, End: 7}}, {Source: report.Span{Start: 8, End: 10}}}}, items: []intake.Item{
		{Mark: "H1", Group: intake.Caption, Span: report.Span{Start: 0, End: 7}},
		{Mark: "G1", Group: intake.Person, Span: report.Span{Start: 0, End: 3}, Context: []report.Span{{Start: 5, End: 6}, {Start: 11, End: 13}}},
	}}
	var got []piece
	for line := range intake.Lines("Năm hai ba bốn", r.stretches()) {
		got = append(got, piecesOf(line)...)
	}
	want := []piece{
		{Text: "Năm", Class: "G", IDs: []string{"h1", "g1"}, Ends: []label{{"G1", "g1"}}},
		{Text: " hai", Class: "H", Ends: []label{{"H1", "h1"}}},
		{Text: " "}, {Text: "ba", Class: "T"}, {Text: " "}, {Text: "bố", Class: "ctx"}, {Text: "n"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
