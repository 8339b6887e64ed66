package resolution

import (
	"regexp"
	"strings"

	"hamrong/internal/fault"
)

// Pasted is a list of parts pasted as text.
type Pasted struct {
	Kind  PartKind
	Text  string // one part a line
	Field string // field of work of all lines that no heading governs
}

// marker is the number or bullet with which a line of a list begins.
// "3.600 USD" begins with a figure: sub-numbers have at most two digits, and no digit
// follows a number and its mark directly.
var marker = regexp.MustCompile(`^(?:\(?(\d{1,2}(?:\.\d{1,2})+)[.)]?\s+|\(?(\d{1,3}|[a-zđ]|[IVX]{1,5})[.)](?:\s+|$)|(\d{1,3}|[a-zđ])[.)](?:[^\d\s])|[-–—+•*]\s*)`)

// maxPasted bounds the lines of one list.
const maxPasted = 500

// ParseList reads a pasted list: one part a line, with its number or bullet if it has
// one. A line that ends with a colon ("Về kinh tế:") is a heading: the field of work of
// the lines below it. Nothing but headings and blanks is an Invalid fault.
func ParseList(p Pasted) ([]NewPart, error) {
	var list []NewPart
	field := strings.TrimSpace(p.Field)
	for line := range strings.Lines(p.Text) {
		text := strings.Join(strings.Fields(line), " ")
		if text == "" {
			continue
		}
		number, text := cutMarker(text)
		if head, ok := strings.CutSuffix(text, ":"); ok {
			field = heading(head)
			continue
		}
		if text == "" {
			continue
		}
		list = append(list, NewPart{PartContent: PartContent{Kind: p.Kind, Number: number, Text: text, Field: field, State: Planned}})
	}
	switch {
	case len(list) == 0:
		return nil, fault.InvalidField("text", "resolution.paste_empty")
	case len(list) > maxPasted:
		return nil, fault.InvalidField("text", "resolution.paste_long", len(list), maxPasted)
	}
	return list, nil
}

// cutMarker takes the number or bullet off a line.
func cutMarker(line string) (number, text string) {
	m := marker.FindStringSubmatchIndex(line)
	if m == nil {
		return "", line
	}
	for _, group := range [...]int{2, 4, 6} {
		if m[group] >= 0 {
			number = line[m[group]:m[group+1]]
		}
	}
	end := m[1]
	if m[6] >= 0 {
		end = m[7] + 1 // "1.Một": the letter behind the mark is the text's
	}
	return number, strings.TrimSpace(line[end:])
}

// heading gives the field of work that a heading names: "Về kinh tế" is kinh tế.
func heading(s string) string {
	for _, lead := range []string{"Về ", "về ", "Lĩnh vực ", "lĩnh vực "} {
		s = strings.TrimPrefix(s, lead)
	}
	return strings.TrimSpace(s)
}
