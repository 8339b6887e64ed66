package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// verifyCmd recomputes what can be recomputed and compares, beside a running server.
type verifyCmd struct {
	dataFlags
	Head string
}

// check is one thing that verify recomputes. It gives what it looked at, as a
// sentence, and a sentence for each thing that is wrong.
type check func(s *session, db *store.DB, p access.Permit) (looked string, wrong []string, err error)

// verifications are run in this order.
var verifications = []check{checkFile, checkChain, checkEntries}

// Run prints a line a check and fails when one of them found something.
func (c *verifyCmd) Run(s *session) (err error) {
	checks := verifications
	if c.Head != "" {
		noted, err := readHead(c.Head)
		if err != nil {
			return err
		}
		checks = append(slices.Clip(checks), noted)
	}
	o := c.options()
	o.ReadOnly = true
	db, err := store.Open(s, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	p := directory.New(db).Console(0, "verify")
	found := 0
	for _, run := range checks {
		looked, wrong, err := run(s, db, p)
		if err != nil {
			return err
		}
		sign := "✓ "
		if len(wrong) > 0 {
			sign = "✗ "
		}
		if _, err := fmt.Fprintln(s.Stdout, sign+looked); err != nil {
			return err
		}
		for _, w := range wrong {
			if _, err := fmt.Fprintln(s.Stdout, "  "+w); err != nil {
				return err
			}
		}
		found += len(wrong)
	}
	if found > 0 {
		return errUnfinished
	}
	return nil
}

// checkFile asks the database about its own pages and references.
func checkFile(s *session, db *store.DB, p access.Permit) (string, []string, error) {
	wrong, err := db.Check(s, p)
	return s.say("cli.verify.file"), wrong, err
}

// checkChain recomputes the audit chain.
func checkChain(s *session, db *store.DB, p access.Permit) (string, []string, error) {
	n, err := db.VerifyAudit(s, p)
	var broken *store.BrokenChain
	if errors.As(err, &broken) {
		return s.say("cli.verify.chain", n), []string{s.say("cli.verify.broken", broken.First, broken.Last)}, nil
	}
	if err != nil || n == 0 {
		return s.say("cli.verify.chain", n), nil, err
	}
	h, err := db.AuditHead(s, p)
	return s.say("cli.verify.chain", n) + " " + s.say("cli.verify.ends", fmt.Sprintf("%d:%s", h.Last, h.Hash)), nil, err
}

// mostNamed is how many findings of one kind are named.
const mostNamed = 20

// checkEntries compares the entries of the register with the audit chain.
func checkEntries(s *session, db *store.DB, p access.Permit) (string, []string, error) {
	var alone []int64
	err := db.Read(s, p, func(t *store.Tx) (err error) { alone, err = ledger.Unaudited(t); return err })
	wrong := []string{}
	for _, id := range alone[:min(len(alone), mostNamed)] {
		wrong = append(wrong, s.say("cli.verify.unaudited", id))
	}
	if more := len(alone) - mostNamed; more > 0 {
		wrong = append(wrong, s.say("cli.verify.more", more))
	}
	return s.say("cli.verify.entries"), wrong, err
}

// readHead reads a head as verify printed it earlier and gives the check that it still stands.
func readHead(text string) (check, error) {
	line, hash, _ := strings.Cut(text, ":")
	last, err := strconv.ParseInt(line, 10, 64)
	if err != nil || hash == "" {
		return nil, fault.Wrap(err, fault.Invalid, "cli.verify.bad_head", text)
	}
	return func(s *session, db *store.DB, p access.Permit) (string, []string, error) {
		kept, err := db.KeepsHead(s, p, store.Head{Last: last, Hash: hash})
		var wrong []string
		if !kept {
			wrong = []string{s.say("cli.verify.head_gone", last)}
		}
		return s.say("cli.verify.noted", last), wrong, err
	}, nil
}
