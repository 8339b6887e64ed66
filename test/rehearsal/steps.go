package main

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
)

// steps is the year in order. Every capability of the program adds to it.
var steps = []struct {
	name string
	do   func(*run) error
}{
	{"the program builds and starts on an empty data directory", startFresh},
	{"without an account every page leads to the sign-in page", strangers},
	{"the one-time set-up link founds the root unit and the first account", setUp},
	{"the set-up link works once", setUpOnce},
	{"a wrong password is refused with a sentence, the right one lets in", signIn},
	{"a report is dropped as DOCX and every figure is found", dropReport},
	{"the same report again adds nothing", dropAgain},
	{"what is not a report is refused with a sentence and nothing is kept", dropBroken},
	{"all facts are entered in one entry", enterAll},
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
	pg, err := stranger.ask(http.MethodGet, "/units", "", nil)
	if err != nil {
		return err
	}
	if strings.HasPrefix(pg.url.Path, "/units") {
		return fmt.Errorf("a stranger saw /units, status %d", pg.status)
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
	pg, err = pg.send("/setup/", map[string]any{"unit_name": r.org.name, "unit_kind": "dang_bo_co_so", "unit_level": "base", "name": r.org.clerk, "login": "thuky", "password": password, "again": password})
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
	if pg, err = pg.send("/sign-in", map[string]any{"login": "thuky", "password": "sai hoàn toàn"}); err != nil {
		return err
	}
	if pg.status == http.StatusOK && pg.url.Path != "/sign-in" {
		return errors.New("a wrong password let somebody in")
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
	return r.remember(pg, r.org.name)
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

func dropReport(r *run) error {
	f, err := r.paper(r.org.results)
	if err != nil {
		return err
	}
	pg, err := r.drop(f)
	if err != nil {
		return err
	}
	r.sheet = pg.url.Path
	for _, n := range append(r.org.results.units[:], r.org.results.members[:]...) {
		if n > 0 {
			if err := pg.says(dotted(n)); err != nil {
				return err
			}
		}
	}
	t := r.org.targets
	return pg.says(fmt.Sprintf("trên %d %%", t.units), fmt.Sprintf("từ %d %% trở lên", t.good), fmt.Sprintf("từ %d đến %d %%", t.from, t.to), fmt.Sprintf("từ %d trở lên", t.admit))
}

func (r *run) drop(f *file) (*page, error) {
	pg, err := r.clerk().open(r.home() + "/documents/new")
	if err != nil {
		return nil, err
	}
	pg, err = pg.send("/documents", map[string]any{"file": f})
	if err == nil && (pg.status != http.StatusOK || !strings.HasPrefix(pg.url.Path, "/intakes/")) {
		err = fmt.Errorf("dropping %s leads to %s, status %d: %s", f.name, pg.url.Path, pg.status, clip(pg.text))
	}
	return pg, err
}

func dropAgain(r *run) error {
	f, err := r.paper(r.org.results)
	if err != nil {
		return err
	}
	pg, err := r.drop(f)
	if err != nil {
		return err
	}
	if pg.url.Path != r.sheet {
		return fmt.Errorf("the same report became %s beside %s", pg.url.Path, r.sheet)
	}
	return pg.says("đã được đọc trước đây")
}

func dropBroken(r *run) error {
	for _, f := range []*file{{"trong.docx", nil}, {"anh.docx", []byte("\x89PNG\r\n\x1a\n0000")}, {"cut.docx", []byte("PK\x03\x04 nothing more")}} {
		pg, err := r.clerk().open(r.home() + "/documents/new")
		if err != nil {
			return err
		}
		if pg, err = pg.send("/documents", map[string]any{"file": f}); err != nil {
			return err
		}
		if pg.status != http.StatusUnprocessableEntity {
			return fmt.Errorf("%s: status %d: %s", f.name, pg.status, clip(pg.text))
		}
		if pg, err = r.clerk().open(r.home() + "/documents"); err != nil {
			return err
		}
		if err := pg.silent(f.name); err != nil {
			return err
		}
	}
	return nil
}

func enterAll(r *run) error {
	pg, err := r.clerk().open(r.sheet)
	if err != nil {
		return err
	}
	if pg, err = pg.press("rest", map[string]any{}); err != nil {
		return err
	}
	return pg.says("Đã ghi", "Xem lượt ghi")
}
