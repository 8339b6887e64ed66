package resolution

import (
	"regexp"
	"strings"

	"hamrong/internal/fault"
)

// Pasted is a list of parts pasted as text.
type Pasted struct {
	Kind  PartKind // of the lines that no heading governs
	Text  string   // one part a line
	Field string   // field of work of all lines that no heading governs
	// Expected is how many new parts the person has seen in the preview.
	Expected int
}

// marker is the number or bullet with which a line of a list begins.
// "3.600 USD" begins with a figure: sub-numbers have at most two digits, and no digit
// follows a number and its mark directly.
var marker = regexp.MustCompile(`^(?:\(?(\d{1,2}(?:\.\d{1,2})+)[.)]?\s+|\(?(\d{1,3}|[a-zđ]|[IVX]{1,5})[.)](?:\s+|$)|(\d{1,3}|[a-zđ])[.)](?:[^\d\s])|[-–—+•*]\s*)`)

// maxPasted bounds the lines of one list.
const maxPasted = 500

// PasteVerdict is what becomes of one line of a pasted list.
type PasteVerdict string

// The verdicts.
const (
	PasteNew     PasteVerdict = "new"     // becomes a part
	PasteExists  PasteVerdict = "exists"  // stands already, or an earlier line says the same
	PasteHeading PasteVerdict = "heading" // names the kind or the field of the lines below it
	PasteWrong   PasteVerdict = "wrong"   // cannot be a part; Key says why
)

// PastedLine is one line of a pasted list.
type PastedLine struct {
	Line    int    // from 1, as it was pasted
	Text    string // as it was pasted
	Part    NewPart
	Verdict PasteVerdict
	Key     string // locale key of what is wrong, with Args
	Args    []any
}

// ParseList reads a pasted list: one part a line, with its number or bullet if it has
// one. A line that names a kind ("II. NHIỆM VỤ TRỌNG TÂM") rules the kind of the lines below
// it; one that ends with a colon ("Về kinh tế:") is their field of work. Nothing but headings
// and blanks is an Invalid fault.
func ParseList(p Pasted) ([]PastedLine, error) {
	var list []PastedLine
	kind, field, count, at := p.Kind, strings.TrimSpace(p.Field), 0, 0
	for line := range strings.Lines(p.Text) {
		at++
		written := strings.Join(strings.Fields(line), " ")
		number, text := cutMarker(written)
		if text == "" {
			continue
		}
		l := PastedLine{Line: at, Text: written, Verdict: PasteNew}
		head, colon := strings.CutSuffix(text, ":")
		if k, of, ok := kindHeading(head, colon); ok {
			kind, field, l.Verdict = k, strings.TrimSpace(p.Field), PasteHeading
			if of != "" {
				field = of
			}
		} else if colon || shouted(text) {
			field, l.Verdict = heading(head), PasteHeading
		} else {
			count++
			l.Part.Number, l.Part.Text = number, text
		}
		l.Part.Kind, l.Part.Field, l.Part.State = kind, field, Planned
		list = append(list, l)
	}
	switch {
	case count == 0:
		return nil, fault.InvalidField("text", "resolution.paste_empty")
	case count > maxPasted:
		return nil, fault.InvalidField("text", "resolution.paste_long", count, maxPasted)
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
