package report

import (
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

// A text that is cut at both ends, in mid-word if need be, is read like any other.
func TestRead_everyPartOfATextIsRead(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "corpus", "*", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal(err, len(files))
	}
	texts := make([]string, len(files))
	for i, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[i] = string(b)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(rapid.SampledFrom(texts).Draw(t, "text"))
		from := rapid.IntRange(0, len(text)).Draw(t, "from")
		to := rapid.IntRange(from, len(text)).Draw(t, "to")
		part := string(text[from:to])
		checkSpans(t, AsRead(part), Read(part))
	})
}
