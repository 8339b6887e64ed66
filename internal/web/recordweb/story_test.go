package recordweb

import (
	"slices"
	"testing"

	"hamrong/internal/ledger"
	"hamrong/internal/web/ui"
)

func TestLocale_fits(t *testing.T) {
	if err := ui.CheckLocale(Locale); err != nil {
		t.Error(err)
	}
}

func TestTell_namesTheFieldsThatAnEntryChanged(t *testing.T) {
	steps := []ledger.Step{{Entry: ledger.Entry{ID: 1}}, {Entry: ledger.Entry{ID: 4}}, {Entry: ledger.Entry{ID: 9}}}
	versions := []Version{
		{Begun: 1, Fields: []Field{{"Tên", "A"}, {"Số", ""}}},
		{Begun: 4, Fields: []Field{{"Tên", "A"}, {"Số", "7"}}},
	}
	got := Tell(steps, versions)
	if len(got) != 3 || len(got[0].Changes) != 0 || len(got[2].Changes) != 0 {
		t.Fatalf("%+v", got)
	}
	if want := (Change{"Số", "", "7"}); len(got[1].Changes) != 1 || got[1].Changes[0] != want {
		t.Errorf("%+v", got[1].Changes)
	}
}

func TestTell_comparesWithWhatStoodThen(t *testing.T) {
	steps := []ledger.Step{{Entry: ledger.Entry{ID: 1}}, {Entry: ledger.Entry{ID: 4}}, {Entry: ledger.Entry{ID: 6}}, {Entry: ledger.Entry{ID: 9}}}
	got := Tell(steps, []Version{
		{Begun: 1, Ended: 9, Fields: []Field{{"Số", "7"}}},
		{Begun: 4, Ended: 6, Fields: []Field{{"Số", "8"}}}, // undone by entry 6: the first one stood again
		{Begun: 9, Fields: []Field{{"Số", "10"}}},
	})
	for i, want := range [][]Change{nil, {{"Số", "7", "8"}}, nil, {{"Số", "7", "10"}}} {
		if !slices.Equal(got[i].Changes, want) {
			t.Errorf("step %d: %+v, want %+v", i, got[i].Changes, want)
		}
	}
}

func TestSpanHref_isEmptyForWhatWasTyped(t *testing.T) {
	if got := SpanHref(0, 3, 9); got != "" {
		t.Error(got)
	}
	if got := SpanHref(2, 3, 9); got != "/documents/2?from=3&to=9#m" {
		t.Error(got)
	}
}
