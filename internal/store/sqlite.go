package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"hamrong/internal/fault"
)

// File is the database's name in the data directory.
const File = "hamrong.db"

var sqliteDialect = dialect{
	name:       "sqlite",
	identity:   "INTEGER PRIMARY KEY AUTOINCREMENT",
	bytes:      "BLOB",
	snapshot:   sql.LevelDefault,
	code:       sqliteCode,
	migrations: "sqlite3",
}

func openSQLite(ctx context.Context, o Options) (*connections, error) {
	path, err := filepath.Abs(filepath.Join(o.Dir, File))
	if err != nil {
		return nil, err
	}
	if o.ReadOnly {
		if _, err := os.Stat(path); err != nil {
			return nil, fault.Wrap(err, fault.NotFound, "fault.no_data", o.Dir)
		}
		read, err := openReaders(path, o)
		return &connections{dialect: sqliteDialect, read: read}, err
	}
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return nil, fmt.Errorf("data directory: %w", err)
	}
	release, err := lockDir(o.Dir)
	if err != nil {
		return nil, err
	}
	if err := ownerOnly(path); err != nil {
		return nil, errors.Join(err, release())
	}
	write, err := sql.Open("sqlite", dsn(path, pragmas(o), "immediate"))
	if err != nil {
		return nil, errors.Join(err, release())
	}
	write.SetMaxOpenConns(1)
	if err := write.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), write.Close(), release())
	}
	read, err := openReaders(path, o)
	if err != nil {
		return nil, errors.Join(err, write.Close(), release())
	}
	return &connections{dialect: sqliteDialect, write: write, read: read, release: release, fresh: &atomic.Bool{}}, nil
}

// ownerOnly makes a new database's file before SQLite does, so that nobody else on
// the machine can read it; SQLite gives its log the same mode.
func ownerOnly(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("data file: %w", err)
	}
	return f.Close()
}

func openReaders(path string, o Options) (*sql.DB, error) {
	read, err := sql.Open("sqlite", dsn(path, append(pragmas(o), "query_only(1)"), "deferred"))
	if err != nil {
		return nil, err
	}
	read.SetMaxOpenConns(max(4, runtime.NumCPU()))
	read.SetMaxIdleConns(max(4, runtime.NumCPU()))
	return read, nil
}

// pragmas are set on every connection. busy_timeout comes first: the ones after it may have to wait.
func pragmas(o Options) []string {
	sync := "FULL"
	if o.Unsynced {
		sync = "OFF"
	}
	return []string{"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(" + sync + ")", "foreign_keys(1)",
		"cache_size(-65536)", "temp_store(2)", "journal_size_limit(67108864)"}
}

func dsn(path string, pragmas []string, lock string) string {
	return fileURL(path, url.Values{"_pragma": pragmas, "_txlock": {lock}}.Encode())
}

// fileURL names an absolute path, whatever letters are in it.
func fileURL(path, query string) string {
	u := url.URL{Scheme: "file", Path: path, RawQuery: query}
	return u.String()
}

func sqliteCode(err error) violation {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return none
	}
	switch e.Code() {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return unique
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
		return foreignKey
	case sqlite3.SQLITE_CONSTRAINT_CHECK, sqlite3.SQLITE_CONSTRAINT_NOTNULL:
		return check
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return busy
	}
	return none
}
