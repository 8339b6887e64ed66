package intakeweb

import (
	"os"
	"path/filepath"
	"testing"

	"hamrong/internal/report"
	"hamrong/internal/web/ui"
)

// Every check that the reader writes about the texts of its corpus has words in both languages, and
// the Vietnamese ones are its own.
func TestCheckText_knowsEveryCheckOfTheReader(t *testing.T) {
	files, err := filepath.Glob("../../report/testdata/corpus/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d texts, %v", len(files), err)
	}
	cat, err := ui.NewCatalogue(Locale)
	if err != nil {
		t.Fatal(err)
	}
	vietnamese, english := ui.WithLang(t.Context(), cat, ui.Vietnamese), ui.WithLang(t.Context(), cat, ui.English)
	said := 0
	for _, file := range files {
		for _, c := range checksOf(t, file) {
			said++
			if got := checkText(vietnamese, c.Text); got != c.Text {
				t.Errorf("%s: %q is said as %q", file, c.Text, got)
			}
			if got := checkText(english, c.Text); got == c.Text {
				t.Errorf("%s: %q has no English", file, c.Text)
			}
		}
	}
	if said == 0 {
		t.Error("no text has a check")
	}
}

func checksOf(t *testing.T, file string) []report.Check {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return report.Read(string(raw)).Checks
}
