package main

import (
	"bufio"
	"errors"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// run is one rehearsal under way.
type run struct {
	size
	org    organisation
	cmd    *exec.Cmd
	base   string // http://127.0.0.1:PORT
	setup  string // the one-time set-up link
	people map[string]*person
	unit   map[string]string // name of a unit → its address
	sheet  string            // address of the entering page
	entry  string            // address of what was entered from it
	figure string            // address of a typed figure
	target string            // address of a target drafted by hand

	resolution, programme, task string            // their addresses
	second                      string            // what was entered from the contrary paper
	account                     map[string]string // login → its page
	proven                      []string
	done                        int
	failed                      int
	place                       string // data directory, where it is not the usual one
	ended                       error  // how the program ended
}

// person is somebody with a browser.
type person struct {
	name   string
	client *http.Client
	base   string
	header map[string]string // sent with everything, for what a browser says of itself
}

// errEnd marks a step without which the rest cannot go on.
var errEnd = errors.New("the rehearsal cannot go on")

// rehearse runs every step and tells of each; trouble is "" for one that is proven.
func (r *run) rehearse(tell func(step, trouble string)) {
	defer r.stopProgram()
	for _, s := range steps {
		err := s.do(r)
		r.done++
		if err == nil {
			r.proven = append(r.proven, s.name)
			tell(s.name, "")
			continue
		}
		r.failed++
		tell(s.name, err.Error())
		if errors.Is(err, errEnd) {
			return
		}
	}
}

func (r *run) writeProven(path string) error {
	return os.WriteFile(path, []byte(strings.Join(r.proven, "\n")+"\n"), 0o644)
}

// newPerson opens a browser of nobody in particular.
func (r *run) newPerson(name string) (*person, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	return &person{name: name, base: r.base, client: &http.Client{Jar: jar, Timeout: 60 * time.Second}}, nil
}

func (r *run) build() error {
	if r.program != "" {
		return nil
	}
	r.program = filepath.Join(r.out, "hamrong")
	out, err := exec.Command("go", "build", "-o", r.program, "./cmd/hamrong").CombinedOutput()
	if err != nil {
		return fmt.Errorf("build: %s: %w", out, errEnd)
	}
	return nil
}

var (
	listening = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)
	setupLink = regexp.MustCompile(`http://127\.0\.0\.1:\d+/setup/\S+`)
)

// data is the directory that the program works on.
func (r *run) data() string {
	if r.place != "" {
		return r.place
	}
	return filepath.Join(r.out, "data")
}

// startProgram starts the program on the rehearsal's data directory and waits for
// its address; on the first start it also keeps the set-up link.
func (r *run) startProgram(first bool) error {
	args := []string{"serve", "--data", r.data(), "--address", "127.0.0.1:0"}
	if r.database != "" {
		args = append(args, "--database", r.database)
	}
	r.cmd = exec.Command(r.program, args...)
	r.cmd.Env = append(os.Environ(), "LANG=vi_VN.UTF-8")
	pipe, err := r.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	log, err := os.OpenFile(filepath.Join(r.out, "serve.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	r.cmd.Stderr = log
	if err := r.cmd.Start(); err != nil {
		return fmt.Errorf("%w: %w", err, errEnd)
	}
	r.base = ""
	found := make(chan struct{})
	go r.readAnnouncement(pipe, first, found)
	select {
	case <-found:
		return nil
	case <-time.After(20 * time.Second):
		return fmt.Errorf("the program did not say where it listens; see serve.log: %w", errEnd)
	}
}

func (r *run) readAnnouncement(pipe interface{ Read([]byte) (int, error) }, first bool, found chan<- struct{}) {
	told := false
	for lines := bufio.NewScanner(pipe); lines.Scan(); {
		line := lines.Text()
		if m := setupLink.FindString(line); m != "" {
			r.setup = m
		}
		if m := listening.FindString(line); m != "" {
			r.base = m
		}
		if !told && r.base != "" && (!first || r.setup != "") {
			told = true
			close(found)
		}
	}
}

// stopProgram asks the program to end and waits for it.
func (r *run) stopProgram() {
	if r.cmd == nil || r.cmd.Process == nil {
		return
	}
	if err := r.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return // it has ended already
	}
	r.ended = r.cmd.Wait()
	r.cmd = nil
}

// step is something that people do with the program, and what they must then see.
type step struct {
	name string
	do   func(*run) error
}
