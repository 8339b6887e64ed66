package pagetest

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

var blanks = regexp.MustCompile(`[\s\x{a0}]+`)

// Visible is the text of a page with the values of its fields in brackets, blanks evened out.
func Visible(t *testing.T, page string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for node := range doc.Descendants() {
		if node.Type == html.TextNode {
			b.WriteString(node.Data + " ")
		}
		if node.Type != html.ElementNode || node.Data != "input" {
			continue
		}
		for _, a := range node.Attr {
			if a.Key == "value" {
				b.WriteString("[" + a.Val + "] ")
			}
		}
	}
	return blanks.ReplaceAllString(b.String(), " ")
}

// Demand demands that a page's text says all of the words.
func Demand(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("the page does not say %q\n%s", w, text)
		}
	}
}
