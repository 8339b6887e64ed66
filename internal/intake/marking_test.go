package intake_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hamrong/internal/intake"
	"hamrong/internal/report"
)

func stated(mark string, start, end int) intake.Stretch {
	return intake.Stretch{Span: report.Span{Start: start, End: end}, Item: &intake.Item{Mark: mark}}
}

func TestLines_loseNoLetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("aăộ\n đ7")), 0, 60, -1).Draw(t, "text")
		var stretches []intake.Stretch
		for range rapid.IntRange(0, 6).Draw(t, "stretches") {
			start := rapid.IntRange(0, 70).Draw(t, "start")
			stretches = append(stretches, stated("X1", start, start+rapid.IntRange(0, 20).Draw(t, "length")))
		}
		var lines []string
		at := 0
		for line := range intake.Lines(text, stretches) {
			words := ""
			for _, s := range line {
				if s.Start != at || s.End != at+len([]rune(s.Text)) || s.Text == "" {
					t.Fatalf("%q stands at %d to %d, behind %d", s.Text, s.Start, s.End, at)
				}
				for _, p := range stretches {
					lies := p.Start <= s.Start && s.End <= p.End && p.Start < p.End
					apart := s.End <= p.Start || p.End <= s.Start || p.Start == p.End
					if !lies && !apart {
						t.Fatalf("%q lies partly in %v", s.Text, p.Span)
					}
				}
				words, at = words+s.Text, s.End
			}
			lines, at = append(lines, words), at+1
		}
		if got := strings.Join(lines, "\n"); got != text {
			t.Fatalf("got %q, want %q", got, text)
		}
	})
}

func TestLines_colourTheShortestStretchAndSayWhereEachEnds(t *testing.T) {
	long, short := stated("H1", 0, 9), stated("G1", 0, 3)
	drawn := intake.Stretch{Span: report.Span{Start: 2, End: 5}, Kind: intake.Drawn}
	var got []string
	for line := range intake.Lines("Năm hai\n\nba", []intake.Stretch{short, long, drawn}) {
		for _, s := range line {
			word := s.Text + "|"
			if f := s.Fact(); f != nil {
				word += f.Mark
			}
			for _, it := range s.Ends() {
				word += "/" + it.Mark
			}
			if s.Lies(intake.Drawn) {
				word += "+"
			}
			got = append(got, word)
		}
		got = append(got, "¶")
	}
	if want := "Nă|G1 m|G1/G1+  h|H1+ ai|H1 ¶ ¶ ba| ¶"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
}

func TestStretches_listWhereAFactIsStatedAndWhatItIsDrawnFrom(t *testing.T) {
	items := []intake.Item{{Mark: "X1", Span: report.Span{Start: 3, End: 9}, Also: []report.Span{{Start: 20, End: 22}}, Context: []report.Span{{Start: 0, End: 2}}}}
	list := intake.Stretches(items)
	if len(list) != 3 || !list[0].First || list[1].First || list[1].Kind != intake.Stated || list[2].Kind != intake.Drawn {
		t.Fatalf("%+v", list)
	}
	for _, p := range list {
		if p.Item != &items[0] {
			t.Errorf("%v is of another fact", p.Span)
		}
	}
}
