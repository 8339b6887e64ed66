package ui

import (
	"testing"
	"testing/fstest"
)

func TestLocale_bothLanguagesHaveTheSameKeys(t *testing.T) {
	err := CheckLocale(locale)
	if err != nil {
		t.Fatal(err)
	}
}

func TestCheckLocale_refuses(t *testing.T) {
	tests := map[string][2]string{
		"a key of one language":    {`{"a": "x", "b": "y"}`, `{"a": "x"}`},
		"a key only in English":    {`{"a": "x"}`, `{"a": "x", "b": "y"}`},
		"another placeholder":      {`{"a": "x {0}"}`, `{"a": "x {1}"}`},
		"a placeholder left out":   {`{"a": "x {0}"}`, `{"a": "x"}`},
		"an unclosed placeholder":  {`{"a": "x {0"}`, `{"a": "x {0"}`},
		"bold that is not closed":  {`{"a": "**x"}`, `{"a": "x"}`},
		"something that is no map": {`["a"]`, `{}`},
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			src := fstest.MapFS{
				"locale/vi.json": {Data: []byte(text[0])},
				"locale/en.json": {Data: []byte(text[1])},
			}
			if CheckLocale(src) == nil {
				t.Error("accepted")
			}
		})
	}
}

func TestNewCatalogue_refusesKeyOfTwoSources(t *testing.T) {
	src := fstest.MapFS{
		"locale/vi.json": {Data: []byte(`{"ui.menu": "x"}`)},
		"locale/en.json": {Data: []byte(`{"ui.menu": "x"}`)},
	}
	_, err := NewCatalogue(src)
	if err == nil {
		t.Error("the frame's own key was replaced")
	}
}
