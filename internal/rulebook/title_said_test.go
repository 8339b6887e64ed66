package rulebook_test

import (
	"testing"

	"hamrong/internal/rulebook"
)

func TestTitleSaid_isTheNameOnlyWhereTheWordsAreTheSame(t *testing.T) {
	name, ok := rulebook.TitleName("TTLDXS")
	if !ok {
		t.Fatal("no such title")
	}
	for wording, want := range map[string]string{"Tập thể Lao độngXuất sắc": name.VI, "Tập thể lao động xuất sắc tiêu biểu": "Tập thể lao động xuất sắc tiêu biểu"} {
		if got := rulebook.TitleSaid("TTLDXS", wording); got != want {
			t.Errorf("%q is said as %q", wording, got)
		}
	}
	if got := rulebook.TitleSaid("", "Cờ thi đua"); got != "Cờ thi đua" {
		t.Errorf("a title that no rulebook has: %q", got)
	}
}
