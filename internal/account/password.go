package account

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"

	"hamrong/internal/fault"
)

// The bounds of a password, in characters. Length is all that is asked for;
// rules about kinds of characters make people choose worse ones (NIST SP 800-63B).
const (
	MinPassword = 12
	maxPassword = 128
)

// costs are argon2id's: 19 MiB and two passes, the second line of OWASP's table,
// so that a deadline evening on a small machine does not run out of memory.
var costs = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// hashing bounds how many passwords are worked on at once: each takes a core and 19 MiB.
var hashing = make(chan struct{}, max(1, runtime.NumCPU()))

// unknown is compared against when there is no such account, so that the answer
// takes as long as for one that exists.
var unknown = sync.OnceValues(func() (string, error) { return argon2id.CreateHash("nobody has this password", costs) })

// checkPassword notes what is wrong with a new password of the account called login.
func checkPassword(form *fault.Form, field, password, login string) {
	n := utf8.RuneCountInString(norm.NFC.String(password))
	switch {
	case n < MinPassword:
		form.Add(field, "account.password_short", MinPassword)
	case n > maxPassword:
		form.Add(field, "account.password_long", maxPassword)
	case guessable(password, login):
		form.Add(field, "account.password_guessable")
	}
}

// guessable reports a password that a stranger tries first: the login itself, the
// product's name, few characters over and over, or one of the lists' favourites.
func guessable(password, login string) bool {
	p := strings.ToLower(norm.NFC.String(password))
	distinct := map[rune]bool{}
	for _, r := range p {
		distinct[r] = true
	}
	if len(distinct) < 5 {
		return true
	}
	rest := p
	for _, word := range append([]string{login}, favourites...) {
		if word != "" {
			rest = strings.ReplaceAll(rest, word, "")
		}
	}
	return utf8.RuneCountInString(rest) < 4
}

// favourites are pieces of which the most used passwords are made, here and elsewhere.
var favourites = []string{"hamrong", "hàm rồng", "matkhau", "mật khẩu", "password", "passw0rd", "admin", "administrator", "quantri", "quản trị",
	"qwertyuiop", "qwerty", "asdfghjkl", "zxcvbnm", "1q2w3e4r5t", "1q2w3e4r", "1234567890", "123456789", "12345678", "123456", "12345", "1234", "0987654321", "987654321",
	"abcdef", "abc123", "iloveyou", "anhyeuem", "emyeuanh", "vietnam", "việt nam", "thanhhoa", "thanh hoá", "dangvien", "đảng viên", "chibo", "chi bộ", "letmein", "welcome"}

func hash(ctx context.Context, password string) (string, error) {
	if err := acquire(ctx); err != nil {
		return "", err
	}
	defer func() { <-hashing }()
	h, err := argon2id.CreateHash(norm.NFC.String(password), costs)
	if err != nil {
		return "", fmt.Errorf("hash password: %w", err)
	}
	return h, nil
}

// matches compares a password with a hash. An empty hash takes as long and never matches.
func matches(ctx context.Context, password, hash string) (bool, error) {
	none := hash == ""
	if none {
		var err error
		if hash, err = unknown(); err != nil {
			return false, fmt.Errorf("hash password: %w", err)
		}
	}
	if len(password) > 4*maxPassword {
		password = "" // no account has one so long; do not spend work on it
	}
	if err := acquire(ctx); err != nil {
		return false, err
	}
	defer func() { <-hashing }()
	ok, err := argon2id.ComparePasswordAndHash(norm.NFC.String(password), hash)
	if err != nil {
		return false, fmt.Errorf("compare password: %w", err)
	}
	return ok && !none, nil
}

// acquire waits for a place among those who hash.
func acquire(ctx context.Context) error {
	select {
	case hashing <- struct{}{}:
		return nil
	case <-ctx.Done():
		return fault.Wrap(ctx.Err(), fault.Unavailable, "fault.busy")
	}
}
