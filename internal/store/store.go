// Package store keeps everything in one database: SQLite in the data directory,
// or PostgreSQL when that is outgrown. It alone imports database/sql, and it
// answers nobody without a permit of package access (law 9).
//
// All writes go through one writer, which commits concurrent requests in groups
// with a savepoint each: what was acknowledged is on disk (law 11), a failed
// request takes no neighbour with it, and the audit chain has one head.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/fault"
)

// DB is the open database. It is safe for concurrent use.
type DB struct {
	dialect dialect
	readers *sql.DB
	writer  *writer
	clock   func() time.Time
	closeFn func() error
}

// Options say where the data is.
type Options struct {
	Dir      string           // data directory; the database is Dir/hamrong.db unless URL is given
	URL      string           // postgres://… ; "" means SQLite
	Clock    func() time.Time // nil means time.Now
	ReadOnly bool             // beside a running server: nothing is created, migrated or written
	Unsynced bool             // synchronous=OFF: only for the test that proves that the durability test can fail
}

// Open opens, creates and migrates the database. Only one program may write a database at a time.
func Open(ctx context.Context, o Options) (*DB, error) {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	connect := openSQLite
	if o.URL != "" {
		connect = openPostgres
	}
	c, err := connect(ctx, o)
	if err != nil {
		return nil, err
	}
	db := &DB{dialect: c.dialect, readers: c.read, clock: o.Clock, closeFn: c.close}
	if o.ReadOnly {
		err = current(ctx, c.read, c.dialect)
	} else if err = migrate(ctx, c.write, c.dialect); err == nil {
		db.writer, err = newWriter(ctx, c, o.Clock)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open database: %w", err), c.close())
	}
	return db, nil
}

// Close waits for the writer's last group and closes the database.
func (db *DB) Close() error {
	if db.writer != nil {
		db.writer.stop()
	}
	return db.closeFn()
}

// Now is the database's clock, UTC, cut to milliseconds.
func (db *DB) Now() time.Time { return now(db.clock) }

func now(clock func() time.Time) time.Time { return clock().UTC().Truncate(time.Millisecond) }

// Read runs fn over one consistent view of the data.
func (db *DB) Read(ctx context.Context, p access.Permit, fn func(*Tx) error) (err error) {
	if !p.Covers(access.See) && !p.Covers(access.Gate) {
		return fmt.Errorf("store: read without a permit: %w", fault.Denied)
	}
	raw, err := db.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: db.dialect.snapshot})
	if err != nil {
		return fmt.Errorf("begin read: %w", err)
	}
	defer func() {
		if e := raw.Rollback(); e != nil && !errors.Is(e, sql.ErrTxDone) && err == nil && ctx.Err() == nil {
			err = fmt.Errorf("end read: %w", e)
		}
	}()
	spec := p.Spec()
	return fn(&Tx{ctx: ctx, raw: raw, permit: p, rights: spec.Rights, unit: spec.Unit, now: db.Now(), dialect: db.dialect, failed: new(error)})
}

// Write runs fn in the writer's next group and returns when it is on disk. fn
// must be quick and may not call Read or Write itself. If fn returns an error
// nothing of it is kept. Every write leaves at least one audit entry.
func (db *DB) Write(ctx context.Context, p access.Permit, fn func(*Tx) error) error {
	if p.Spec().Rights&^access.See == 0 {
		return fmt.Errorf("store: write without a permit: %w", fault.Denied)
	}
	return db.submit(ctx, request{permit: p, fn: fn, audited: true})
}

func (db *DB) submit(ctx context.Context, r request) error {
	if db.writer == nil {
		return fault.New(fault.Unavailable, "fault.read_only")
	}
	return db.writer.submit(ctx, r)
}

// Check lists what the database itself finds wrong with its content: damaged
// pages, references to rows that are not there. PostgreSQL keeps both by itself.
func (db *DB) Check(ctx context.Context, p access.Permit) ([]string, error) {
	if !p.Covers(access.Administer) {
		return nil, fmt.Errorf("store: check without the right to administer: %w", fault.Denied)
	}
	if db.dialect.name != sqliteDialect.name {
		return nil, nil
	}
	return whole(ctx, db.readers)
}
