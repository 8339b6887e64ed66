package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
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
}

func newWriter(ctx context.Context, db *sql.DB, clock func() time.Time, d dialect) (*writer, error) {
	w := &writer{db: db, clock: clock, dialect: d, queue: make(chan request, 4*maxGroup), done: make(chan struct{})}
	head, err := loadChain(ctx, db)
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
	defer close(w.done)
	for first := range w.queue {
		group := []request{first}
	drain:
		for len(group) < maxGroup {
			select {
			case r, ok := <-w.queue:
				if !ok {
					break drain
				}
				group = append(group, r)
			default:
				break drain
			}
		}
		w.commit(group)
	}
}

// commit runs a group in one transaction. Answers, refusals too, are given after
// the commit: a refusal may rest on a neighbour's row.
func (w *writer) commit(group []request) {
	answers := make([]error, len(group))
	before := w.chain
	err := w.run(group, answers)
	if err != nil {
		w.chain = before
	}
	for i, r := range group {
		if err != nil {
			r.answer <- w.dialect.translate(fmt.Errorf("write: %w", err))
			continue
		}
		r.answer <- answers[i]
	}
}

// run does the work of commit; an error means that nothing of the group was kept.
func (w *writer) run(group []request, answers []error) (err error) {
	ctx := context.Background()
	raw, err := w.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			if e := raw.Rollback(); e != nil && !errors.Is(e, sql.ErrTxDone) {
				err = errors.Join(err, e)
			}
		}
	}()
	at, cache := now(w.clock), &prepared{by: map[*Stmt]*sql.Stmt{}}
	for i, r := range group {
		answers[i], err = w.one(ctx, raw, r, turn{at: at, cache: cache})
		if err != nil {
			return err
		}
	}
	if err := w.chain.seal(ctx, raw, at); err != nil {
		return err
	}
	return raw.Commit()
}

// turn is what the requests of one group share: the time and the prepared statements.
type turn struct {
	at    time.Time
	cache *prepared
}

// one runs a request in its savepoint. refused is the request's own error; err
// is one that ends the whole group.
func (w *writer) one(ctx context.Context, raw *sql.Tx, r request, g turn) (refused, err error) {
	if _, err := raw.ExecContext(ctx, "SAVEPOINT r"); err != nil {
		return nil, err
	}
	before := w.chain
	marks := []mark{}
	t := &Tx{ctx: ctx, raw: raw, permit: r.permit, unit: r.permit.Spec().Unit, now: g.at, dialect: w.dialect, marks: &marks, cache: g.cache}
	refused = guarded(r.fn, t)
	if refused == nil && r.audited {
		refused = w.chain.record(t, marks)
	}
	if refused != nil {
		w.chain = before
		if _, err := raw.ExecContext(ctx, "ROLLBACK TO SAVEPOINT r"); err != nil {
			return nil, errors.Join(refused, err)
		}
	}
	if _, err := raw.ExecContext(ctx, "RELEASE SAVEPOINT r"); err != nil {
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

// prepared keeps the statements of one group, prepared once on the writer's connection;
// database/sql closes them with the transaction.
type prepared struct{ by map[*Stmt]*sql.Stmt }

func (p *prepared) on(ctx context.Context, raw *sql.Tx, s *Stmt) (*sql.Stmt, error) {
	if st, ok := p.by[s]; ok {
		return st, nil
	}
	st, err := raw.PrepareContext(ctx, s.text)
	if err != nil {
		return nil, err
	}
	p.by[s] = st
	return st, nil
}
