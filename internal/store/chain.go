package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/fault"
)

// chain is the head of the audit chain. Entries carry ids and no names, so that
// erasing a person leaves the chain whole; each commit group is sealed by the
// hash of its entries and of the seal before.
type chain struct {
	last  int64  // id of the last audit entry
	head  string // hash of the last seal
	lines []string
	first int64 // first entry of the open group, 0 for none
}

const insertAudit = `INSERT INTO audit (id, at, account_id, action, unit_id, kind, object_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`

// querier is the pool or a transaction on it.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func loadChain(ctx context.Context, db querier) (chain, error) {
	var c chain
	if err := db.QueryRowContext(ctx, `SELECT COALESCE(MAX(id), 0) FROM audit`).Scan(&c.last); err != nil {
		return c, fmt.Errorf("audit head: %w", err)
	}
	err := db.QueryRowContext(ctx, `SELECT hash FROM audit_seal ORDER BY last_id DESC LIMIT 1`).Scan(&c.head)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return c, fmt.Errorf("audit seal: %w", err)
	}
	return c, nil
}

// record adds the entries of one request.
func (c *chain) record(t *Tx, marks []mark) error {
	spec := t.permit.Spec()
	if len(marks) == 0 {
		marks = []mark{{unit: spec.Unit}}
	}
	for _, m := range marks {
		c.last++
		args := []any{c.last, t.now.UnixMilli(), spec.Caller, spec.Action, m.unit, m.kind, m.id}
		if err := t.cache.exec(t.ctx, insertAudit, args...); err != nil {
			return fmt.Errorf("audit: %w", err)
		}
		if c.first == 0 {
			c.first = c.last
		}
		// A copy: the slice may be shared with the head kept for going back.
		c.lines = append(c.lines[:len(c.lines):len(c.lines)], auditLine(c.last, t.now.UnixMilli(), spec.Caller, spec.Action, m))
	}
	return nil
}

// seal closes the group; a group without entries needs no seal.
func (c *chain) seal(ctx context.Context, raw *sql.Tx, at time.Time) error {
	if c.first == 0 {
		return nil
	}
	hash := sealHash(c.head, c.lines)
	_, err := raw.ExecContext(ctx, `INSERT INTO audit_seal (first_id, last_id, at, hash) VALUES ($1, $2, $3, $4)`, c.first, c.last, at.UnixMilli(), hash)
	if err != nil {
		return fmt.Errorf("audit seal: %w", err)
	}
	c.head, c.lines, c.first = hash, nil, 0
	return nil
}

func auditLine(id, at, account int64, action string, m mark) string {
	return fmt.Sprintf("%d %d %d %q %d %q %d", id, at, account, action, m.unit, m.kind, m.id)
}

func sealHash(previous string, lines []string) string {
	sum := sha256.Sum256([]byte(previous + "\n" + strings.Join(lines, "\n")))
	return hex.EncodeToString(sum[:])
}

// BrokenChain says where the audit chain does not hold.
type BrokenChain struct {
	First, Last int64  // the entries of the seal that does not hold
	How         string // what is wrong there
}

// Error tells the operator.
func (b *BrokenChain) Error() string {
	return fmt.Sprintf("audit chain broken between entries %d and %d: %s", b.First, b.Last, b.How)
}

// VerifyAudit recomputes the whole chain and counts its entries; a *BrokenChain
// names the first place that does not hold.
func (db *DB) VerifyAudit(ctx context.Context, p access.Permit) (entries int64, err error) {
	if !p.Covers(access.Administer) {
		return 0, fmt.Errorf("store: audit without the right to administer: %w", fault.Denied)
	}
	err = db.Read(ctx, p, func(t *Tx) error {
		seals, err := All(t, allSeals, scanSeal)
		if err != nil {
			return err
		}
		previous := seal{}
		for _, s := range seals {
			lines, err := All(t, sealedEntries, scanAuditLine, s.first, s.last)
			if err != nil {
				return err
			}
			if how := s.fault(previous, lines); how != "" {
				return &BrokenChain{First: s.first, Last: s.last, How: how}
			}
			previous = s
			entries += int64(len(lines))
		}
		left, err := One(t, countAfter, func(r Row) (n int64, err error) { return n, r.Scan(&n) }, previous.last)
		if err == nil && left > 0 {
			err = &BrokenChain{First: previous.last + 1, Last: previous.last + left, How: "entries without a seal"}
		}
		return err
	})
	return entries, err
}

// Head is the end of an audit chain: its last entry, and the seal that stands on all before it.
// A chain cut off behind a seal, or written anew, is whole in itself; who noted its head
// elsewhere can tell.
type Head struct {
	Last int64
	Hash string
}

// AuditHead gives the end of the chain; zero before the first entry.
func (db *DB) AuditHead(ctx context.Context, p access.Permit) (h Head, err error) {
	seals, err := db.seals(ctx, p, lastSeal)
	if err == nil && len(seals) > 0 {
		h = Head{Last: seals[0].last, Hash: seals[0].hash}
	}
	return h, err
}

// KeepsHead reports whether the chain still holds the entries that ended with a head noted before.
func (db *DB) KeepsHead(ctx context.Context, p access.Permit, h Head) (bool, error) {
	seals, err := db.seals(ctx, p, sealOf, h.Last, h.Hash)
	return len(seals) > 0, err
}

func (db *DB) seals(ctx context.Context, p access.Permit, q *Stmt, args ...any) (list []seal, err error) {
	if !p.Covers(access.Administer) {
		return nil, fmt.Errorf("store: audit without the right to administer: %w", fault.Denied)
	}
	err = db.Read(ctx, p, func(t *Tx) error { list, err = All(t, q, scanSeal, args...); return err })
	return list, err
}

func scanSeal(r Row) (s seal, err error) { return s, r.Scan(&s.first, &s.last, &s.hash) }

// seal closes the entries of one commit group.
type seal struct {
	first, last int64
	hash        string
}

// fault says what is wrong with a seal over the lines that it should cover, "" for nothing.
func (s seal) fault(previous seal, lines []string) string {
	switch {
	case s.first != previous.last+1:
		return "a seal is missing before it"
	case int64(len(lines)) != s.last-s.first+1:
		return "entries are missing"
	case sealHash(previous.hash, lines) != s.hash:
		return "an entry or seal was changed"
	}
	return ""
}

var (
	allSeals      = Whole(access.Administer, "the audit chain is one for the whole database", `SELECT first_id, last_id, hash FROM audit_seal ORDER BY last_id`)
	lastSeal      = Whole(access.Administer, "the audit chain is one for the whole database", `SELECT first_id, last_id, hash FROM audit_seal ORDER BY last_id DESC LIMIT 1`)
	sealOf        = Whole(access.Administer, "the audit chain is one for the whole database", `SELECT first_id, last_id, hash FROM audit_seal WHERE last_id = $1 AND hash = $2`)
	sealedEntries = Whole(access.Administer, "the audit chain is one for the whole database", `SELECT id, at, account_id, action, unit_id, kind, object_id FROM audit WHERE id >= $1 AND id <= $2 ORDER BY id`)
	countAfter    = Whole(access.Administer, "the audit chain is one for the whole database", `SELECT COUNT(*) FROM audit WHERE id > $1`)
)

func scanAuditLine(r Row) (string, error) {
	var (
		id, at, account int64
		action          string
		m               mark
	)
	err := r.Scan(&id, &at, &account, &action, &m.unit, &m.kind, &m.id)
	return auditLine(id, at, account, action, m), err
}
