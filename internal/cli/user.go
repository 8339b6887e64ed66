package cli

import (
	"errors"
	"fmt"
	"strings"

	"hamrong/internal/access/directory"
	"hamrong/internal/account"
	"hamrong/internal/store"
)

// userLinkCmd makes a one-time link into an account, for an administrator who has
// lost his password. The server must not be running.
type userLinkCmd struct {
	dataFlags
	Login string `arg:""`
	URL   string `name:"url" default:"http://127.0.0.1:8080" env:"HAMRONG_URL"`
}

// Run prints the link.
func (c *userLinkCmd) Run(s *session) (err error) {
	db, err := store.Open(s, c.options())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	door := directory.New(db)
	secret, err := account.New(db, door).LinkByLogin(s, door.Console(0, "account.link"), c.Login)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.Stdout, s.say("cli.user.link.done", c.Login, strings.TrimSuffix(c.URL, "/")+"/links/"+secret))
	return err
}
