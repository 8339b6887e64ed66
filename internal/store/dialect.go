package store

import (
	"database/sql"
	"errors"
	"sync/atomic"
)

// connections are the two pools on one database.
type connections struct {
	dialect dialect
	write   *sql.DB // one connection; nil when only reading
	read    *sql.DB
	release func() error // gives up the writer's lock, if there is one
	fresh   *atomic.Bool // set when the writer got a new connection
}

func (c *connections) close() error {
	errs := []error{c.read.Close()}
	if c.write != nil {
		errs = append(errs, c.write.Close())
	}
	if c.release != nil {
		errs = append(errs, c.release())
	}
	return errors.Join(errs...)
}

// dialect is the little in which the two databases differ.
type dialect struct {
	name       string
	identity   string // column definition of an id that the database counts
	bytes      string // column type of raw bytes
	snapshot   sql.IsolationLevel
	code       func(error) violation
	migrations string // goose's name of the dialect
}

// violation is what the database refused, read from its error code and never from its text.
type violation uint8

const (
	none violation = iota
	unique
	foreignKey
	check
	busy
)
