package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/period"
)

// Tx is one transaction under one permit.
type Tx struct {
	ctx     context.Context
	raw     *sql.Tx
	permit  access.Permit
	rights  access.Right // the permit's, or fewer after On
	unit    int64
	now     time.Time
	dialect dialect
	marks   *[]mark  // audit entries of a write; nil while reading
	cache   *inGroup // nil while reading
	failed  *error   // the first error of the database; shared by the copies that On gives
}

// mark is one thing that a write touched.
type mark struct {
	kind string
	id   int64
	unit int64
}

// Now is the transaction's one time.
func (t *Tx) Now() time.Time { return t.now }

// Today is the transaction's day in the permit's calendar.
func (t *Tx) Today() period.Date { return t.permit.Spec().Today }

// Unit is the unit for which the permit was asked, or the one of On.
func (t *Tx) Unit() int64 { return t.unit }

// Caller is the account that acts, 0 for the program itself.
func (t *Tx) Caller() int64 { return t.permit.Spec().Caller }

const standing = `SELECT 1 WHERE {scope:$1}`

var inScope = map[access.Right]*Stmt{
	access.See:        Scoped(access.See, standing),
	access.Record:     Scoped(access.Record, standing),
	access.Structure:  Scoped(access.Structure, standing),
	access.Decide:     Scoped(access.Decide, standing),
	access.Administer: Scoped(access.Administer, standing),
}

// On gives the same transaction for another unit, after checking in the database
// that the caller holds every right in need over it as well. It carries those
// rights and no others: On(access.See, …) cannot write. A Denied fault if the
// caller does not hold them.
func (t *Tx) On(need access.Right, unit int64) (*Tx, error) {
	if need == 0 || need&^(access.See|access.Record|access.Structure|access.Decide|access.Administer) != 0 {
		return nil, fmt.Errorf("store: On with the right %b", need)
	}
	for right, q := range inScope {
		if need&right == 0 {
			continue
		}
		list, err := All(t, q, func(r Row) (int, error) { var n int; return n, r.Scan(&n) }, unit)
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			return nil, fault.New(fault.Denied, "fault.denied")
		}
	}
	other := *t
	other.unit, other.rights = unit, access.Implied(need)
	return &other, nil
}

// Touched names a thing that this write made or changed, for the audit chain: ids, never names.
func (t *Tx) Touched(kind string, id int64) {
	if t.marks != nil {
		*t.marks = append(*t.marks, mark{kind: kind, id: id, unit: t.unit})
	}
}

// Row is what a scan function reads from.
type Row interface{ Scan(dest ...any) error }

// All gives every row of a statement; never nil with a nil error.
func All[T any](t *Tx, s *Stmt, scan func(Row) (T, error), args ...any) (list []T, err error) {
	rows, err := t.query(s, args)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	list = []T{}
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, fmt.Errorf("scan %s: %w", s.text, err)
		}
		list = append(list, v)
	}
	if err := rows.Err(); err != nil {
		return nil, t.fail(s, err)
	}
	return list, nil
}

// One gives the first row of a statement, or a NotFound fault.
func One[T any](t *Tx, s *Stmt, scan func(Row) (T, error), args ...any) (T, error) {
	list, err := All(t, s, scan, args...)
	if err != nil {
		var zero T
		return zero, err
	}
	if len(list) == 0 {
		var zero T
		return zero, fault.New(fault.NotFound, "fault.not_found")
	}
	return list[0], nil
}

// Insert runs an INSERT … RETURNING id and gives the id.
func Insert(t *Tx, s *Stmt, args ...any) (int64, error) {
	return One(t, s, func(r Row) (int64, error) { var id int64; return id, r.Scan(&id) }, args...)
}

// Exec runs a statement and says how many rows it changed.
func (t *Tx) Exec(s *Stmt, args ...any) (int64, error) {
	all, err := t.begin(s, args)
	if err != nil {
		return 0, err
	}
	var res sql.Result
	if t.cache == nil {
		res, err = t.raw.ExecContext(t.ctx, s.text, all...)
	} else if st, e := t.cache.on(t.ctx, s.text); e != nil {
		err = e
	} else {
		res, err = st.ExecContext(t.ctx, all...)
	}
	if err != nil {
		return 0, t.fail(s, err)
	}
	return res.RowsAffected()
}

func (t *Tx) query(s *Stmt, args []any) (*sql.Rows, error) {
	all, err := t.begin(s, args)
	if err != nil {
		return nil, err
	}
	var rows *sql.Rows
	if t.cache == nil {
		rows, err = t.raw.QueryContext(t.ctx, s.text, all...)
	} else if st, e := t.cache.on(t.ctx, s.text); e != nil {
		err = e
	} else {
		rows, err = st.QueryContext(t.ctx, all...)
	}
	if err != nil {
		return nil, t.fail(s, err)
	}
	return rows, nil
}

// begin completes a statement's arguments. After an error of the database the
// transaction runs nothing more: PostgreSQL would refuse it, SQLite might have
// rolled back already and would run it outside of any transaction.
func (t *Tx) begin(s *Stmt, args []any) ([]any, error) {
	if *t.failed != nil {
		return nil, *t.failed
	}
	return s.args(t, args)
}

// fail notes an error of the database; the request cannot be kept any more.
func (t *Tx) fail(s *Stmt, err error) error {
	*t.failed = t.dialect.translate(fmt.Errorf("%s: %w", s.text, err))
	return *t.failed
}
