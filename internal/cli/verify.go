package cli

import (
	"errors"
	"fmt"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/store"
)

// verifyCmd recomputes what can be recomputed and compares, beside a running server.
type verifyCmd struct {
	dataFlags
}

// check is one thing that verify recomputes. It gives what it looked at, as a
// sentence, and a sentence for each thing that is wrong.
type check func(s *session, db *store.DB, p access.Permit) (looked string, wrong []string, err error)

// verifications are run in this order.
var verifications = []check{checkFile, checkChain}

// Run prints a line a check and fails when one of them found something.
func (c *verifyCmd) Run(s *session) (err error) {
	o := c.options()
	o.ReadOnly = true
	db, err := store.Open(s, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	p := directory.New(db).Console(0, "verify")
	found := 0
	for _, run := range verifications {
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
	return s.say("cli.verify.chain", n), nil, err
}
