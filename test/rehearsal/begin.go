package main

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
)

var beginning = []step{
	{"the program builds and starts on an empty data directory", startFresh},
	{"without an account every page leads to the sign-in page", strangers},
	{"the one-time set-up link founds the root unit and the first account", setUp},
	{"the set-up link works once", setUpOnce},
	{"a wrong password is refused with a sentence, the right one lets in", signIn},
}

func startFresh(r *run) error {
	if err := r.build(); err != nil {
		return err
	}
	if err := r.startProgram(true); err != nil {
		return err
	}
	var err error
	r.people = map[string]*person{}
	r.people["clerk"], err = r.newPerson(r.org.clerk)
	return err
}

func (r *run) clerk() *person { return r.people["clerk"] }

func strangers(r *run) error {
	stranger, err := r.newPerson("người lạ")
	if err != nil {
		return err
	}
	for _, address := range []string{"/", "/units", "/units/1", "/accounts", "/audit", "/intakes/1"} {
		pg, err := stranger.ask(http.MethodGet, address, "", nil)
		if err != nil {
			return err
		}
		if pg.url.Path != "/sign-in" {
			return fmt.Errorf("a stranger asked for %s and is at %s, status %d", address, pg.url.Path, pg.status)
		}
	}
	return nil
}

const password = "mật khẩu dài của thư ký"

func setUp(r *run) error {
	pg, err := r.clerk().open(r.setup)
	if err != nil {
		return errors.Join(err, errEnd)
	}
	if pg, err = pg.send("/setup/", map[string]any{"unit_name": "", "name": r.org.clerk, "login": "thuky", "password": password, "again": password}); err != nil {
		return err
	}
	if pg.status != http.StatusUnprocessableEntity {
		return fmt.Errorf("set-up without a name for the unit: status %d", pg.status)
	}
	pg, err = pg.send("/setup/", map[string]any{"unit_name": r.org.top, "unit_kind": "dang_bo", "unit_level": "province", "name": r.org.clerk, "login": "thuky", "password": password, "again": password})
	if err != nil {
		return errors.Join(err, errEnd)
	}
	if pg.status != http.StatusOK || strings.HasPrefix(pg.url.Path, "/setup") {
		return fmt.Errorf("after set-up at %s, status %d: %s: %w", pg.url.Path, pg.status, clip(pg.text), errEnd)
	}
	return nil
}

func setUpOnce(r *run) error {
	stranger, err := r.newPerson("người lạ")
	if err != nil {
		return err
	}
	pg, err := stranger.ask(http.MethodGet, r.setup, "", nil)
	if err == nil && pg.status == http.StatusOK {
		err = fmt.Errorf("the used set-up link still opens: %s", clip(pg.text))
	}
	return err
}

func signIn(r *run) error {
	p, err := r.newPerson(r.org.clerk)
	if err != nil {
		return err
	}
	pg, err := p.open("/sign-in")
	if err != nil {
		return err
	}
	pg, err = pg.send("/sign-in", map[string]any{"login": "thuky", "password": "sai hoàn toàn"})
	if err := refused(pg, err, "Tên đăng nhập hoặc mật khẩu không đúng"); err != nil {
		return err
	}
	if pg, err = pg.send("/sign-in", map[string]any{"login": "thuky", "password": password}); err != nil {
		return err
	}
	if pg.status != http.StatusOK || pg.url.Path == "/sign-in" {
		return fmt.Errorf("the right password leads to %s, status %d: %w", pg.url.Path, pg.status, errEnd)
	}
	r.people["clerk"] = p
	pg, err = p.open("/units")
	if err != nil {
		return err
	}
	r.unit = map[string]string{}
	return r.remember(pg, r.org.top)
}

var unitAddress = regexp.MustCompile(`^/units/\d+$`)

// remember notes the address of a unit that a page links to by its name.
func (r *run) remember(pg *page, name string) error {
	to, err := pg.follow(name)
	if err != nil {
		return err
	}
	if !unitAddress.MatchString(to.url.Path) {
		return fmt.Errorf("%q leads to %s, not to a unit", name, to.url.Path)
	}
	r.unit[name] = to.url.Path
	return nil
}

// home is the department's address.
func (r *run) home() string { return r.unit[r.org.name] }

// yearPage opens the page of a unit's year.
func (r *run) yearPage(unit string, year int) (*page, error) {
	return r.clerk().open(fmt.Sprintf("%s/years/%d", unit, year))
}
