package cli

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"hamrong/internal/fault"
	"hamrong/internal/web"
	"hamrong/internal/web/ui"
)

// Locale holds the words of the command line.
//
//go:embed locale
var Locale embed.FS

// app lists the commands.
type app struct {
	Help helpFlag `short:"h"`

	Demo    demoCmd    `cmd:""`
	Serve   serveCmd   `cmd:""`
	Read    readCmd    `cmd:""`
	Backup  backupCmd  `cmd:""`
	Restore restoreCmd `cmd:""`
	Verify  verifyCmd  `cmd:""`
	User    userCmd    `cmd:""`
	Version versionCmd `cmd:""`
}

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// Env is what a command knows of the world around it.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
}

// System is the process's own environment.
func System() Env {
	return Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv}
}

// session is one run of one command. Its context ends when the program is asked to stop.
type session struct {
	context.Context
	Env
}

// say gives the sentence of a locale key.
func (s *session) say(key string, args ...any) string { return ui.T(s, key, args...) }

// warn writes a sentence to the error output.
func (s *session) warn(text string) error {
	_, err := fmt.Fprintln(s.Stderr, text)
	return err
}

// Run runs the command that args name, args[0] being the program, and gives its exit code.
func Run(ctx context.Context, args []string, env Env) int {
	words, err := ui.NewCatalogue(append(web.Locales(), Locale)...)
	if err != nil {
		fmt.Fprintln(env.Stderr, "hamrong:", err)
		return exitFailed
	}
	s := &session{Context: ui.WithLang(ctx, words, language(env.Getenv)), Env: env}
	parser, err := newParser()
	if err != nil {
		return s.fail(err)
	}
	if len(args) < 2 {
		if err := s.help(s.Stderr, parser.Model.Node); err != nil {
			return exitFailed
		}
		return exitUsage
	}
	command, err := parser.Parse(asked(args[1:]))
	if err != nil {
		return s.unparsed(parser, err)
	}
	if err := command.Run(s); err != nil {
		return s.fail(err)
	}
	return exitDone
}

// asked reads "help" and "help read" as "--help" and "read --help".
func asked(args []string) []string {
	if args[0] != "help" {
		return args
	}
	return append(slices.Clone(args[1:]), "--help")
}

func newParser() (*kong.Kong, error) {
	return kong.New(&app{}, kong.Name("hamrong"), kong.NoDefaultHelp(), kong.Exit(func(int) {}))
}

// language settles the language as POSIX orders the variables.
func language(getenv func(string) string) ui.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "vi") {
				return ui.Vietnamese
			}
			return ui.English
		}
	}
	return ui.English
}

// named is an error that concerns one thing that the person named, such as a file.
type named struct {
	name string
	err  error
}

func (n named) Error() string { return n.name + ": " + n.err.Error() }
func (n named) Unwrap() error { return n.err }

// fail writes the sentence of a refusal, or the error itself when it is none.
func (s *session) fail(err error) int {
	var f *fault.Error
	text := s.say("cli.failed", err.Error())
	if errors.As(err, &f) {
		text = s.say(f.Key, f.Args...)
		for _, field := range f.Fields {
			text += "\n" + field.Name + ": " + s.say(field.Key, field.Args...)
		}
		var n named
		if errors.As(err, &n) {
			text = n.name + ": " + text
		}
	}
	if s.warn("hamrong: "+text) != nil {
		return exitFailed // there is nowhere left to say it
	}
	return exitFailed
}
