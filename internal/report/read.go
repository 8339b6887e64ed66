package report

import "unicode/utf8"

// Read finds the facts of text. It never fails: a text of another genre has few or no
// facts. Invalid UTF-8 counts as one code point a byte.
func Read(text string) *Facts {
	return &Facts{
		OffsetUnit:     OffsetUnit,
		Chars:          utf8.RuneCountInString(text),
		Classification: []Classification{},
		Targets:        []Target{},
		Titles:         []Title{},
		Resolution:     Resolutions{Resolutions: []Resolution{}},
		People:         []Person{},
		Organisations:  []Organisation{},
		Documents:      []Document{},
		Events:         []Event{},
		Presented:      []Presented{},
		Obligations:    []Obligation{},
		Captions:       []Caption{},
		Checks:         []Check{},
	}
}
