package store

import (
	"bytes"
	"context"
	"database/sql"
	"embed"
	"io/fs"
	"log/slog"
	"time"

	"github.com/pressly/goose/v3"

	"hamrong/internal/fault"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema up to date. The migrations are one text for both
// databases; IDENTITY stands for an id that the database counts and BLOB_BYTES
// for raw bytes, the two things that they spell differently.
func migrate(ctx context.Context, db *sql.DB, d dialect) error {
	p, err := provider(db, d)
	if err != nil {
		return err
	}
	if err := notNewer(ctx, p); err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

// current refuses a schema that is not exactly this program's.
func current(ctx context.Context, db *sql.DB, d dialect) error {
	p, err := provider(db, d)
	if err != nil {
		return err
	}
	if err := notNewer(ctx, p); err != nil {
		return err
	}
	pending, err := p.HasPending(ctx)
	if err == nil && pending {
		err = fault.New(fault.Conflict, "fault.schema_older")
	}
	return err
}

// notNewer refuses data that a later release of this program has already changed.
func notNewer(ctx context.Context, p *goose.Provider) error {
	known, has, err := versions(ctx, p)
	if err == nil && has > known {
		err = fault.New(fault.Conflict, "fault.schema_newer")
	}
	return err
}

func versions(ctx context.Context, p *goose.Provider) (known, has int64, err error) {
	sources := p.ListSources()
	has, err = p.GetDBVersion(ctx)
	return sources[len(sources)-1].Version, has, err
}

func provider(db *sql.DB, d dialect) (*goose.Provider, error) {
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.Dialect(d.migrations), db, spelled{sub, d.identity, d.bytes}, goose.WithSlog(slog.New(slog.DiscardHandler)))
}

// spelled is the migrations' file system in one dialect's spelling.
type spelled struct {
	fs.FS
	identity, bytes string
}

// Open gives a migration with IDENTITY replaced.
func (s spelled) Open(name string) (fs.File, error) {
	raw, err := fs.ReadFile(s.FS, name)
	if err != nil {
		return s.FS.Open(name) // a folder, or an error that says what is missing
	}
	text := bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("IDENTITY"), []byte(s.identity)), []byte("BLOB_BYTES"), []byte(s.bytes))
	return &migration{Reader: bytes.NewReader(text), name: name, size: int64(len(text))}, nil
}

// migration is one opened file; it describes itself.
type migration struct {
	*bytes.Reader
	name string
	size int64
}

func (m *migration) Stat() (fs.FileInfo, error) { return m, nil }

// Close has nothing to give back.
func (m *migration) Close() error { return nil }

// Name is the file's name.
func (m *migration) Name() string { return m.name }

// Size is the length of the respelled text.
func (m *migration) Size() int64 { return m.size }

// Mode says that the file can be read only.
func (m *migration) Mode() fs.FileMode { return 0o444 }

// ModTime is unknown: the file is part of the program.
func (m *migration) ModTime() time.Time { return time.Time{} }

// IsDir is false: folders are passed through.
func (m *migration) IsDir() bool { return false }

// Sys has nothing beneath it.
func (m *migration) Sys() any { return nil }
