package intakeweb

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// whole joins the pieces again.
func whole(list []paragraph) string {
	lines := make([]string, len(list))
	for i, p := range list {
		for _, x := range p.Pieces {
			lines[i] += x.Text
		}
	}
	return strings.Join(lines, "\n")
}

func TestCutText_losesNoLetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("aăé\n đ7")), 0, 60, -1).Draw(t, "text")
		n := len([]rune(text))
		var spans []span
		for range rapid.IntRange(0, 6).Draw(t, "spans") {
			from := rapid.IntRange(0, n).Draw(t, "from")
			spans = append(spans, span{from, rapid.IntRange(from, n).Draw(t, "to"), "X1", "k-x", "open"})
		}
		if got := whole(cutText(text, spans)); got != text {
			t.Fatalf("got %q, want %q", got, text)
		}
	})
}

func TestCutText_printsEachMarkOnceAtItsEnd(t *testing.T) {
	text := "Có 7/18 chi bộ đạt"
	list := cutText(text, []span{{3, 14, "X1", "k-x", "open"}, {8, 14, "T1", "k-t", "open"}})
	var signs []string
	for _, p := range list[0].Pieces {
		for _, e := range p.Ends {
			signs = append(signs, e.Mark)
		}
	}
	if got := strings.Join(signs, " "); got != "X1 T1" {
		t.Fatalf("marks %q", got)
	}
}

func TestFold_keepsEveryLine(t *testing.T) {
	list := cutText("a\nb\nc\nd\n7 chi bộ\ne", []span{{8, 16, "X1", "k-x", "open"}})
	folded, lines := 0, 0
	for _, p := range fold(list) {
		lines += p.lines()
		if p.Folded {
			folded += p.lines()
		}
	}
	if lines != 6 || folded != 4 {
		t.Fatalf("lines %d, folded %d", lines, folded)
	}
}
