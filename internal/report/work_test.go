package report

import (
	"strings"
	"testing"
)

// TestRead_worksInProportionToTheText compares how much memory is taken for one text and
// for sixteen of it, in lines and in one line: reading that looks back over the whole
// text, or keeps all of it, takes more than its share.
func TestRead_worksInProportionToTheText(t *testing.T) {
	one := twin(t)
	for name, text := range map[string]string{"lines": one + "\n", "one line": strings.ReplaceAll(one, "\n", "; ") + "; ", "one sentence": strings.NewReplacer("\n", ", ", ".", ",", ";", ",").Replace(one)} {
		single := testing.AllocsPerRun(5, func() { Read(text) })
		many := testing.AllocsPerRun(3, func() { Read(strings.Repeat(text, 16)) })
		if many > 17*single+200 {
			t.Errorf("%s: %v allocations for one, %v for sixteen", name, single, many)
		}
	}
}

// TestRead_findsAllOfALongText counts the facts of a report repeated: none is lost where
// a long line is read in parts.
func TestRead_findsAllOfALongText(t *testing.T) {
	text := "Năm 2015, 7/18 chi bộ đạt trong sạch, vững mạnh. "
	f := Read(strings.Repeat(text, 5000))
	if n := len(f.Classification); n != 5000 {
		t.Errorf("%d facts of 5000", n)
	}
}
