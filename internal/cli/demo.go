package cli

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"

	"hamrong/internal/demo"
	"hamrong/internal/fault"
	"hamrong/internal/store"
	"hamrong/internal/web/ui"
)

// demoCmd shows an invented department's year, afresh each time.
type demoCmd struct {
	Address string `default:"127.0.0.1:8080"`
}

// Run builds the demo in a folder of its own, which goes with it, and serves it.
func (c *demoCmd) Run(s *session) (err error) {
	host, _, err := net.SplitHostPort(c.Address)
	if err != nil || !loopback(host) {
		return fault.New(fault.Invalid, "cli.demo.this_machine_only", c.Address)
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(s.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
	dir, err := os.MkdirTemp("", "hamrong-demo-")
	if err != nil {
		return fmt.Errorf("demo folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	db, err := store.Open(s, store.Options{Dir: filepath.Join(dir, "data")})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	built, err := demo.Build(s, db)
	if err != nil {
		return err
	}
	report := filepath.Join(dir, demo.SecondName)
	if err := os.WriteFile(report, demo.Second, 0o600); err != nil {
		return fmt.Errorf("demo report: %w", err)
	}
	l, err := listenOrFree(c.Address)
	if err != nil {
		return err
	}
	site := site{db: db, listener: l, demo: true}
	handler, err := site.handler()
	if err != nil {
		return errors.Join(err, l.Close())
	}
	if err := s.welcome(site, built, report); err != nil {
		return errors.Join(err, l.Close())
	}
	return site.serve(s, handler)
}

// listenOrFree takes the address, or another free port of this machine when it is taken.
func listenOrFree(address string) (net.Listener, error) {
	l, err := net.Listen("tcp", address)
	if err == nil {
		return l, nil
	}
	return net.Listen("tcp", "127.0.0.1:0")
}

// welcome prints a one-time link for each role, and where the second report lies.
func (s *session) welcome(t site, d demo.Demo, report string) error {
	text := s.say("cli.demo.ready", t.url()) + "\n\n" + s.say("cli.demo.links") + "\n"
	for _, p := range d.People {
		text += fmt.Sprintf("  %-14s %s/links/%s\n", ui.T(s, "cli.demo.role."+string(p.Role)), t.url(), p.Secret)
	}
	text += "\n" + s.say("cli.demo.page", fmt.Sprintf("%s/units/%d/years/%d", t.url(), d.Department, demo.Year+1)) + "\n" + s.say("cli.demo.report", report) + "\n" + s.say("cli.demo.stop") + "\n"
	_, err := io.WriteString(s.Stdout, text)
	return err
}
