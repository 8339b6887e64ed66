package cli

import (
	"fmt"
	"os"

	"hamrong/internal/fault"
	"hamrong/internal/store"
)

// backupCmd copies the data into one file, while a server may be running.
type backupCmd struct {
	dataFlags
	File string `arg:""`
}

// Run writes the file and says how large it is.
func (c *backupCmd) Run(s *session) error {
	if err := store.Backup(s, c.options(), c.File); err != nil {
		return err
	}
	info, err := os.Stat(c.File)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.Stdout, s.say("cli.backup.done", c.File, max(1, info.Size()>>10)))
	return err
}

// restoreCmd puts a backup in the place of the data.
type restoreCmd struct {
	dataFlags
	File    string `arg:""`
	Replace bool
}

// Run restores the file and says where the old data is kept.
func (c *restoreCmd) Run(s *session) error {
	aside, err := store.Restore(s, c.options(), c.File, c.Replace)
	if err != nil {
		return err
	}
	text := s.say("cli.restore.done", c.File)
	if aside != "" {
		text += "\n" + s.say("cli.restore.aside", aside)
	}
	_, err = fmt.Fprintln(s.Stdout, text)
	return err
}

// userCmd is about accounts, for the person at the machine.
type userCmd struct {
	Link userLinkCmd `cmd:""`
}

// errUnfinished ends a command whose findings have been printed.
var errUnfinished = fault.New(fault.Conflict, "cli.verify.found")
