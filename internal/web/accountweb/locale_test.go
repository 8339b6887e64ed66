package accountweb

import (
	"testing"

	"hamrong/internal/web/ui"
)

func TestLocale_bothLanguagesFit(t *testing.T) {
	if err := ui.CheckLocale(Locale); err != nil {
		t.Error(err)
	}
}

func TestLocalPath_staysHere(t *testing.T) {
	for next, want := range map[string]string{
		"/units/7?year=2016": "/units/7?year=2016", "/units/7#x": "/units/7", "": "/", "units": "/", "//x": "/", "/\\x": "/", "http://x/": "/",
		"/%2f/x": "/", "/a\nb": "/", "javascript:x": "/", "/\t/x": "/",
	} {
		if got := localPath(next); got != want {
			t.Errorf("localPath(%q) = %q, want %q", next, got, want)
		}
	}
}
