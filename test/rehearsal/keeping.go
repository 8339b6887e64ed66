package main

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

var keepingSteps = []step{
	{"no page says an internal error, and no word lacks its sentence", noTrouble},
	{"a form that was taken leads on: loading the page again sends nothing again", formsLeadOn},
	{"verify finds nothing wrong while the program runs", verifyRunning},
	{"a backup is made while the program runs, restored elsewhere, and says the same figures", restoreElsewhere},
	{"the program ends when asked, and starts again with everything in place", startAgain},
	{"every page and form of the program was passed", everyRoute},
}

func noTrouble(r *run) error {
	for _, address := range []string{"/", "/units", r.home(), r.home() + "/entries", r.home() + "/documents", r.home() + "/targets", r.home() + "/resolutions", r.home() + "/meetings", r.home() + "/tasks",
		r.home() + "/people", r.sheet, r.entry, r.second, r.target, r.figure, r.resolution, r.programme, r.task, "/audit", "/accounts", "/account"} {
		for _, lang := range []string{"", "?lang=en", "?lang=vi"} {
			pg, err := r.clerk().open(address + lang)
			if err != nil {
				return err
			}
			if m := regexp.MustCompile(`\[[a-z]+(\.[a-z_]+)+\]`).FindString(pg.text); m != "" {
				return fmt.Errorf("%s: a word without a sentence: %s", pg.url, m)
			}
			if err := pg.owned(); err != nil {
				return err
			}
		}
	}
	lines, err := r.requests()
	if err != nil {
		return err
	}
	for _, l := range lines {
		if l.status >= http.StatusInternalServerError {
			return fmt.Errorf("%s answered %d", l.route, l.status)
		}
	}
	return nil
}

// owned demands of each form of a page that it says along whose page it stands on.
func (pg *page) owned() error {
	for _, form := range pg.find(func(n *html.Node) bool { return n.Data == "form" && attr(n, "method") == "post" }) {
		if action := attr(form, "action"); action != "/sign-out" && held(form).Get("form_of") == "" {
			return fmt.Errorf("%s: the form to %s does not say whose it is", pg.url, action)
		}
	}
	return nil
}

// formsLeadOn demands of each form that was taken a redirect. Who only looks at what a pasted list
// would become has written nothing.
func formsLeadOn(r *run) error {
	lines, err := r.requests()
	if err != nil {
		return err
	}
	looking := []string{"POST /units/{id}/paste", "POST /resolutions/{record}/parts/paste"}
	for _, l := range lines {
		if strings.HasPrefix(l.route, "POST ") && l.status < http.StatusMultipleChoices && !slices.Contains(looking, l.route) {
			return fmt.Errorf("%s answers %d with a page", l.route, l.status)
		}
	}
	return nil
}

// command runs the program on the command line on a data directory.
func (r *run) command(data string, args ...string) (string, error) {
	args = append(args, "--data", data)
	if r.database != "" {
		args = append(args, "--database", r.database)
	}
	cmd := exec.Command(r.program, args...)
	cmd.Env = append(os.Environ(), "LANG=vi_VN.UTF-8")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func verifyRunning(r *run) error {
	out, err := r.command(r.data(), "verify")
	if err != nil || !strings.Contains(out, "✓") || strings.Contains(out, "✗") {
		return fmt.Errorf("verify: %v: %s", err, out)
	}
	head := regexp.MustCompile(`[0-9]+:[0-9a-f]{64}`).FindString(out)
	if out, err = r.command(r.data(), "verify", "--head", head); head == "" || err != nil {
		return fmt.Errorf("verify --head %s: %w: %s", head, err, out)
	}
	return nil
}

func restoreElsewhere(r *run) error {
	file := filepath.Join(r.out, "backup.hamrong")
	if err := os.RemoveAll(file); err != nil {
		return err
	}
	out, err := r.command(r.data(), "backup", file)
	if r.database != "" { // PostgreSQL has tools of its own, and the program says so
		if err == nil || !strings.Contains(out, "pg_dump") {
			return fmt.Errorf("backup of PostgreSQL: %v: %s", err, out)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("backup: %w: %s", err, out)
	}
	before, err := r.yearPage(r.home(), r.year+1)
	if err != nil {
		return err
	}
	fresh := filepath.Join(r.out, "restored")
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	if out, err = r.command(fresh, "restore", file); err != nil {
		return fmt.Errorf("restore: %w: %s", err, out)
	}
	if out, err = r.command(fresh, "verify"); err != nil {
		return fmt.Errorf("verify after restore: %w: %s", err, out)
	}
	r.stopProgram()
	old := r.data()
	r.place = fresh
	defer func() { r.place = old }()
	if err := r.startProgram(false); err != nil {
		return err
	}
	if err := r.enter("clerk", "thuky", password); err != nil {
		return err
	}
	after, err := r.yearPage(r.home(), r.year+1)
	if err != nil {
		return err
	}
	if before.text != after.text {
		return fmt.Errorf("the restored page differs:\n%s\n%s", before.text, after.text)
	}
	return nil
}

func startAgain(r *run) error {
	before, err := r.yearPage(r.home(), r.year+1)
	if err != nil {
		return err
	}
	r.stopProgram()
	if r.ended != nil {
		return fmt.Errorf("asked to end, the program ended with %w", r.ended)
	}
	if err := r.startProgram(false); err != nil {
		return err
	}
	if err := r.enter("clerk", "thuky", password); err != nil {
		return err
	}
	after, err := r.yearPage(r.home(), r.year+1)
	if err == nil && before.text != after.text {
		err = errors.New("the page of the year differs after a new start")
	}
	return err
}

// routes.txt lists every page and form of the program; a test of the program keeps it true.
//
//go:embed routes.txt
var routeList string

// request is one line of the program's log.
type request struct {
	route  string
	status int
}

var logLine = regexp.MustCompile(`msg=request .*route="([^"]+)" status=(\d+)`)

// requests reads the program's log.
func (r *run) requests() ([]request, error) {
	f, err := os.Open(filepath.Join(r.out, "serve.log"))
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // read only
	var list []request
	s := bufio.NewScanner(f)
	for s.Scan() {
		if m := logLine.FindStringSubmatch(s.Text()); m != nil {
			q := request{route: m[1]}
			if _, err := fmt.Sscan(m[2], &q.status); err != nil {
				return nil, err
			}
			list = append(list, q)
		}
	}
	return list, s.Err()
}

// everyRoute compares the log with the list: each route must have done its work once.
func everyRoute(r *run) error {
	lines, err := r.requests()
	if err != nil {
		return err
	}
	passed := map[string]bool{}
	for _, l := range lines {
		passed[l.route] = passed[l.route] || l.status < http.StatusBadRequest
	}
	var missing []string
	for route := range strings.Lines(routeList) {
		if route = strings.TrimSpace(route); route != "" && !passed[route] && !r.tooEarly(route) {
			missing = append(missing, route)
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("%d of the program's routes were not passed:\n%s", len(missing), strings.Join(missing, "\n"))
	}
	return nil
}

// tooEarly reports a route that can only refuse while the rehearsed year lies ahead.
func (r *run) tooEarly(route string) bool {
	_, path, _ := strings.Cut(route, "/units/{id}/")
	switch path {
	case "end", "link", "move", "rename":
		return r.far()
	case "years/{year}/decide", "years/{year}/close":
		return !r.lived()
	}
	return false
}
