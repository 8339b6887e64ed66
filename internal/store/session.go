package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"hamrong/internal/access"
)

// Sessions keeps the sessions of signed-in browsers. It is the store of package
// scs; it writes through the one writer but leaves no audit entry. The cookie's
// token itself is never on disk, only its hash.
type Sessions struct{ db *DB }

// Sessions gives the database's session store.
func (db *DB) Sessions() *Sessions { return &Sessions{db: db} }

// Find gives the data of a live session.
func (s *Sessions) Find(token string) (data []byte, found bool, err error) {
	var expires int64
	err = s.db.readers.QueryRow(`SELECT data, expires_at FROM session WHERE token = $1`, tokenHash(token)).Scan(&data, &expires)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("session: %w", err)
	}
	if expires <= s.db.Now().UnixMilli() {
		return nil, false, nil
	}
	return data, true, nil
}

// Commit keeps a session's data until its expiry.
func (s *Sessions) Commit(token string, data []byte, expiry time.Time) error {
	return s.write(`INSERT INTO session (token, data, expires_at) VALUES ($1, $2, $3)
ON CONFLICT (token) DO UPDATE SET data = excluded.data, expires_at = excluded.expires_at`, tokenHash(token), data, expiry.UnixMilli())
}

// Delete ends a session.
func (s *Sessions) Delete(token string) error {
	return s.write(`DELETE FROM session WHERE token = $1`, tokenHash(token))
}

// Sweep forgets sessions that have expired.
func (s *Sessions) Sweep() error {
	return s.write(`DELETE FROM session WHERE expires_at <= $1`, s.db.Now().UnixMilli())
}

func (s *Sessions) write(text string, args ...any) error {
	fn := func(t *Tx) error {
		if err := t.cache.exec(t.ctx, text, args...); err != nil {
			return fmt.Errorf("session: %w", err)
		}
		return nil
	}
	return s.db.submit(context.Background(), request{permit: access.Permit{}, fn: fn})
}

func tokenHash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
