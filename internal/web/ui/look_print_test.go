package ui

import (
	"regexp"
	"strings"
	"testing"
)

// What says how far a page can be trusted, and a sheet of typed figures, stand on paper too.
func TestPrint_keepsTheRailAndTheSheet(t *testing.T) {
	css, err := staticFiles.ReadFile("static/css/90-print.css")
	if err != nil {
		t.Fatal(err)
	}
	hidden := regexp.MustCompile(`(?m)^ *(.*) \{ display: none !important; \}`).FindSubmatch(css)
	if hidden == nil {
		t.Fatal("the stylesheet hides nothing on paper")
	}
	for selector := range strings.SplitSeq(string(hidden[1]), ", ") {
		if selector == ".rail" || selector == ".form > :not(.tbl)" || selector == ".form:not(:has(> .tbl))" {
			t.Errorf("%s is not printed", selector)
		}
	}
}
