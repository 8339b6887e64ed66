package intakeweb

import (
	"context"
	"errors"
	"testing"

	"hamrong/internal/fault"
)

func TestTurns_letLongTextsFollowOneAnotherAndShortOnesPass(t *testing.T) {
	turns := newTurns()
	end, err := turns.take(context.Background(), longText+1)
	if err != nil {
		t.Fatal(err)
	}
	gone, leave := context.WithCancel(context.Background())
	leave()
	for range 64 { // a free turn and a reader who left are chosen between by chance
		if _, err := turns.take(gone, longText+1); !errors.Is(err, fault.Unavailable) {
			t.Fatalf("a second long text beside the first: %v", err)
		}
	}
	short, err := turns.take(context.Background(), longText)
	if err != nil {
		t.Fatalf("a short text behind a long one: %v", err)
	}
	short()
	end()
	if end, err = turns.take(context.Background(), longText+1); err != nil {
		t.Fatalf("a long text after another: %v", err)
	}
	end()
}
