package session

import (
	"testing"
	"time"
)

func TestCarried_isForItsAccountAloneAndForAWhile(t *testing.T) {
	now := time.Date(2026, 1, 25, 8, 0, 0, 0, time.UTC)
	c := NewCarried[string](3, func() time.Time { return now })
	word := c.Put(7, "đã ghi 42")
	if _, ok := c.Get(8, word); ok {
		t.Error("another account gets it")
	}
	if _, ok := c.Take(8, word); ok {
		t.Error("another account takes it")
	}
	for range 2 {
		if got, ok := c.Get(7, word); !ok || got != "đã ghi 42" {
			t.Errorf("got %q, %v", got, ok)
		}
	}
	if got, ok := c.Take(7, word); !ok || got != "đã ghi 42" {
		t.Errorf("took %q, %v", got, ok)
	}
	if _, ok := c.Get(7, word); ok {
		t.Error("it is there after it was taken")
	}
	word = c.Put(7, "x")
	now = now.Add(carriedFor + time.Second)
	if _, ok := c.Get(7, word); ok {
		t.Error("it is there after its time")
	}
	c.Put(7, "y")
	if len(c.list) != 1 {
		t.Errorf("%d are kept, want what is past its time gone", len(c.list))
	}
	var words []string
	for range 4 {
		now = now.Add(time.Second)
		words = append(words, c.Put(7, "z"))
	}
	for i, word := range words {
		if _, ok := c.Get(7, word); ok != (i > 0) {
			t.Errorf("of four with room for three, number %d is kept: %v", i+1, ok)
		}
	}
}
