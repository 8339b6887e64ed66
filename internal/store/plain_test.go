package store

import "testing"

func TestPlain_keepsYesAndNoAsNumbers(t *testing.T) {
	for given, want := range map[any]any{true: 1, false: 0, "true": "true", 7: 7} {
		if got := plain(given); got != want {
			t.Errorf("%v is kept as %v", given, got)
		}
	}
	if _, ok := plain([]byte("x")).([]byte); !ok {
		t.Error("a value that cannot be compared is changed")
	}
}
