package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/fault"
)

// maxGroup bounds how many requests share one commit.
const maxGroup = 128

// request is one waiting write.
type request struct {
	permit  access.Permit
	fn      func(*Tx) error
	audited bool
	answer  chan error
}

// writer is the one place that changes the database.
type writer struct {
	db      *sql.DB
	clock   func() time.Time
	dialect dialect
	queue   chan request
	done    chan struct{}
	mu      sync.RWMutex // guards closed and sends on queue
	closed  bool
	chain   chain
	stale   *atomic.Bool // the chain in memory may not be the database's: read it again
	ready   prepared
}

func newWriter(ctx context.Context, c *connections, clock func() time.Time) (*writer, error) {
	w := &writer{db: c.write, clock: clock, dialect: c.dialect, stale: c.fresh,
		queue: make(chan request, 4*maxGroup), done: make(chan struct{}), ready: prepared{db: c.write, by: map[string]*sql.Stmt{}}}
	head, err := loadChain(ctx, c.write)
	if err != nil {
		return nil, err
	}
	w.chain = head
	go w.loop()
	return w, nil
}

// submit queues a request and waits for its commit. The context is looked at
// before queueing only: once queued, a cancelled request must not interrupt the
// connection, or the whole group is lost.
func (w *writer) submit(ctx context.Context, r request) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	r.answer = make(chan error, 1)
	w.mu.RLock()
	if w.closed {
		w.mu.RUnlock()
		return fault.New(fault.Unavailable, "fault.closing")
	}
	w.queue <- r
	w.mu.RUnlock()
	return <-r.answer
}

func (w *writer) stop() {
	w.mu.Lock()
	if !w.closed {
		w.closed = true
		close(w.queue)
	}
	w.mu.Unlock()
	<-w.done
}

func (w *writer) loop() {
	ended := false
	defer func() {
		if ended {
			close(w.done)
			return
		}
		// A request has ended the goroutine (runtime.Goexit, as a failing test
		// does); commit has answered its group, the next group needs a new one.
		go w.loop()
	}()
	for first := range w.queue {
		w.commit(w.gather(first))
	}
	ended = true
}

// gather takes what waits behind first, without waiting for more.
func (w *writer) gather(first request) []request {
	group := []request{first}
	for len(group) < maxGroup {
		select {
		case r, ok := <-w.queue:
			if !ok {
				return group
			}
			group = append(group, r)
		default:
			return group
		}
	}
	return group
}

// commit runs a group in one transaction. Answers, refusals too, are given after
// the commit: a refusal may rest on a neighbour's row.
func (w *writer) commit(group []request) {
	answers := make([]error, len(group))
	err := errors.New("a request ended the writer")
	defer func() {
		if err != nil {
			w.stale.Store(true)
			err = w.dialect.translate(fmt.Errorf("write: %w", err))
		}
		for i, r := range group {
			if err != nil {
				r.answer <- err
				continue
			}
			r.answer <- answers[i]
		}
	}()
	err = w.run(group, answers)
	if err == nil {
		w.ready.learn()
	}
}

// run does the work of commit; an error means that nothing of the group was kept,
// or that nobody knows whether it was.
func (w *writer) run(group []request, answers []error) (err error) {
	ctx := context.Background()
	raw, err := w.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		// After a commit this does nothing; it also runs when a request ends the goroutine.
		if e := raw.Rollback(); e != nil && !errors.Is(e, sql.ErrTxDone) {
			err = errors.Join(err, e)
		}
	}()
	if w.stale.Swap(false) {
		if w.chain, err = loadChain(ctx, raw); err != nil {
			return err
		}
	}
	g := turn{at: now(w.clock), cache: w.ready.within(raw)}
	for i, r := range group {
		answers[i], err = w.one(ctx, raw, r, g)
		if err != nil {
			return err
		}
	}
	if err := w.chain.seal(ctx, raw, g.at); err != nil {
		return err
	}
	return raw.Commit()
}

// turn is what the requests of one group share: the time and the prepared statements.
type turn struct {
	at    time.Time
	cache *inGroup
}

// one runs a request in its savepoint. refused is the request's own error; err
// is one that ends the whole group.
func (w *writer) one(ctx context.Context, raw *sql.Tx, r request, g turn) (refused, err error) {
	if err := g.cache.exec(ctx, "SAVEPOINT r"); err != nil {
		return nil, err
	}
	before := w.chain
	marks := []mark{}
	spec := r.permit.Spec()
	t := &Tx{ctx: ctx, raw: raw, permit: r.permit, rights: spec.Rights, unit: spec.Unit, now: g.at, dialect: w.dialect, marks: &marks, cache: g.cache, failed: new(error)}
	refused = guarded(r.fn, t)
	if refused == nil {
		refused = *t.failed // a request may not swallow an error of the database
	}
	if refused == nil && r.audited {
		refused = w.chain.record(t, marks)
	}
	if refused != nil {
		w.chain = before
		if _, err := raw.ExecContext(ctx, "ROLLBACK TO SAVEPOINT r"); err != nil {
			return nil, errors.Join(refused, err)
		}
	}
	if err := g.cache.exec(ctx, "RELEASE SAVEPOINT r"); err != nil {
		return nil, errors.Join(refused, err)
	}
	return refused, nil
}

// guarded turns a panic in fn into an error, so that one request never takes its neighbours with it.
func guarded(fn func(*Tx) error, t *Tx) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic in a write: %v\n%s", v, debug.Stack())
		}
	}()
	return fn(t)
}
