package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"hamrong/internal/fault"
)

// Backup writes one consistent copy of the SQLite database in o.Dir to file while
// a server may be writing, checks it, and gives it its name only when it is whole
// and on disk. It acts for the person at the machine, who can read the files anyway.
func Backup(ctx context.Context, o Options, file string) (err error) {
	if o.URL != "" {
		return fault.New(fault.Invalid, "fault.backup_postgres")
	}
	source, err := filepath.Abs(filepath.Join(o.Dir, File))
	if err != nil {
		return err
	}
	if file, err = filepath.Abs(file); err != nil {
		return err
	}
	if _, err := os.Stat(source); err != nil {
		return fault.Wrap(err, fault.NotFound, "fault.no_data", o.Dir)
	}
	if _, err := os.Lstat(file); !errors.Is(err, os.ErrNotExist) {
		return fault.Wrap(err, fault.Conflict, "fault.file_exists", file)
	}
	part, err := emptyPart(file)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "fault.cannot_write", file)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(part))
		}
	}()
	if err := vacuumInto(ctx, source, part); err != nil {
		return err
	}
	if err := inspect(ctx, part); err != nil {
		return err
	}
	return publish(part, file)
}

// emptyPart makes an empty file beside the one to come, readable by its owner alone.
func emptyPart(file string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".part-*")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// vacuumInto copies by a connection of its own, so that the writer never waits.
func vacuumInto(ctx context.Context, source, to string) (err error) {
	db, err := sql.Open("sqlite", dsn(source, []string{"busy_timeout(5000)"}, "deferred"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := db.ExecContext(ctx, `VACUUM INTO $1`, to); err != nil {
		return fmt.Errorf("copy database: %w", err)
	}
	return nil
}

// inspect opens a copy without changing it and demands that it is whole and ours.
func inspect(ctx context.Context, file string) (err error) {
	file, err = filepath.Abs(file)
	if err != nil {
		return err
	}
	db, err := sql.Open("sqlite", fileURL(file, "mode=ro&immutable=1"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	var ours int
	if err := db.QueryRowContext(ctx, `SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ('goose_db_version', 'audit_seal', 'unit_lineage')`).Scan(&ours); err != nil || ours != 3 {
		return fault.Wrap(err, fault.Unreadable, "fault.not_a_backup", file)
	}
	problems, err := whole(ctx, db)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return fault.New(fault.Unreadable, "fault.damaged", file, problems[0])
	}
	p, err := provider(db, sqliteDialect)
	if err != nil {
		return err
	}
	return notNewer(ctx, p)
}

// whole lists what SQLite itself finds wrong: damaged pages, references to rows that are not there.
func whole(ctx context.Context, db *sql.DB) ([]string, error) {
	problems, err := texts(ctx, db, `SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'`)
	if err != nil {
		return nil, fmt.Errorf("check database: %w", err)
	}
	broken, err := texts(ctx, db, `SELECT "table" || ' -> ' || parent || ' (' || COUNT(*) || ')' FROM pragma_foreign_key_check GROUP BY "table", parent`)
	if err != nil {
		return nil, fmt.Errorf("check references: %w", err)
	}
	return append(problems, broken...), nil
}

func texts(ctx context.Context, db *sql.DB, query string) (list []string, err error) {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, rows.Err()
}

// publish puts a finished file on disk under its name.
func publish(part, file string) error {
	if err := syncPath(part); err != nil {
		return err
	}
	if err := os.Rename(part, file); err != nil {
		return err
	}
	return syncPath(filepath.Dir(file))
}

func syncPath(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Restore puts a backup in the place of the data in o.Dir. It refuses while a
// server has the data open, a file that is not a whole backup, and, without
// replace, to touch data that is there already; with replace the old data is kept
// aside under the name that it returns.
func Restore(ctx context.Context, o Options, file string, replace bool) (aside string, err error) {
	if o.URL != "" {
		return "", fault.New(fault.Invalid, "fault.restore_postgres")
	}
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() {
		return "", fault.Wrap(err, fault.NotFound, "fault.no_file", file)
	}
	if err := inspect(ctx, file); err != nil {
		return "", err
	}
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return "", fault.Wrap(err, fault.Invalid, "fault.cannot_write", o.Dir)
	}
	release, err := lockDir(o.Dir)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, release()) }()
	target := filepath.Join(o.Dir, File)
	_, err = os.Stat(target)
	exists := err == nil
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", err
	}
	if exists && !replace {
		return "", fault.New(fault.Conflict, "fault.data_exists", o.Dir)
	}
	part, err := copied(file, target)
	if err != nil {
		return "", err
	}
	if exists {
		if aside, err = setAside(o, target); err != nil {
			return "", errors.Join(err, os.Remove(part))
		}
	}
	return aside, publish(part, target)
}

// copied copies file beside target and syncs it.
func copied(file, target string) (part string, err error) {
	from, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	if part, err = emptyPart(target); err != nil {
		return "", err
	}
	to, err := os.OpenFile(part, os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(to, from)
	if err = errors.Join(err, to.Sync(), to.Close()); err != nil {
		return "", errors.Join(err, os.Remove(part))
	}
	return part, nil
}

// setAside renames the data with its log, which belongs to it.
func setAside(o Options, target string) (string, error) {
	clock := o.Clock
	if clock == nil {
		clock = time.Now
	}
	aside := target + ".before-" + clock().Format("20060102-150405.000")
	for _, suffix := range []string{"-wal", ""} { // the log first: it is worth nothing alone, the data without it might look whole
		if err := os.Rename(target+suffix, aside+suffix); err != nil && !(suffix != "" && errors.Is(err, os.ErrNotExist)) {
			return "", err
		}
	}
	if err := os.Remove(target + "-shm"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", err
	}
	return aside, nil
}
