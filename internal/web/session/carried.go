package session

import (
	"crypto/rand"
	"maps"
	"slices"
	"sync"
	"time"
)

// Carried keeps what the answer to a form has to tell on the page that it leads to, where a
// sentence (Tell) does not do: in memory, for the account that sent the form, for a few minutes.
type Carried[T any] struct {
	mu   sync.Mutex
	list map[string]carried[T]
	most int
	now  func() time.Time
}

type carried[T any] struct {
	account int64
	value   T
	until   time.Time
}

// carriedFor is how long something is carried.
const carriedFor = 5 * time.Minute

// NewCarried carries nothing yet, and at most so many: what was put in longest ago gives way. now
// is the server's clock.
func NewCarried[T any](most int, now func() time.Time) *Carried[T] {
	return &Carried[T]{list: map[string]carried[T]{}, most: most, now: now}
}

// Put keeps a value and gives the word for the address by which Get and Take find it.
func (c *Carried[T]) Put(account int64, value T) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.now()
	maps.DeleteFunc(c.list, func(_ string, v carried[T]) bool { return now.After(v.until) })
	if len(c.list) >= c.most {
		words := slices.Collect(maps.Keys(c.list))
		delete(c.list, slices.MinFunc(words, func(a, b string) int { return c.list[a].until.Compare(c.list[b].until) }))
	}
	word := rand.Text()
	c.list[word] = carried[T]{account, value, now.Add(carriedFor)}
	return word
}

// Get gives a value to its account, again when the page is loaded again.
func (c *Carried[T]) Get(account int64, word string) (value T, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, ok := c.list[word]
	if !ok || v.account != account || c.now().After(v.until) {
		return value, false
	}
	return v.value, true
}

// Take gives a value to its account once.
func (c *Carried[T]) Take(account int64, word string) (value T, ok bool) {
	if value, ok = c.Get(account, word); ok {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.list, word)
	}
	return value, ok
}
