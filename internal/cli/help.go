package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

// errHelp ends the parsing: help was asked for.
var errHelp = errors.New("help")

// helpFlag is --help. It acts before anything else is demanded of the arguments.
type helpFlag bool

// BeforeReset is called by the parser where the flag stands.
func (helpFlag) BeforeReset() error { return errHelp }

// IsBool tells the parser that the flag takes no value.
func (helpFlag) IsBool() bool { return true }

// help writes what a command does, its arguments and flags, or the list of commands.
func (s *session) help(w io.Writer, n *kong.Node) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n\n%s\n", s.say("cli.help.usage"), usage(n), s.say(helpKey(n)))
	var rows [][2]string
	for _, c := range n.Children {
		if !c.Hidden {
			rows = append(rows, [2]string{c.Name, s.say(helpKey(c))})
		}
	}
	s.section(&b, "cli.help.commands", rows)
	rows = nil
	for _, p := range n.Positional {
		rows = append(rows, [2]string{strings.ToUpper(p.Name), s.say(helpKey(n) + "." + p.Name)})
	}
	s.section(&b, "cli.help.arguments", rows)
	rows = nil
	for _, f := range n.Flags {
		if f.Name == "help" {
			continue
		}
		rows = append(rows, [2]string{flagName(f), s.say(helpKey(n) + "." + f.Name)})
	}
	rows = append(rows, [2]string{"-h, --help", s.say("cli.help.flag")})
	s.section(&b, "cli.help.flags", rows)
	if len(n.Children) > 0 {
		fmt.Fprintf(&b, "\n%s\n", s.say("cli.help.more"))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (s *session) section(b *strings.Builder, title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	width := 0
	for _, r := range rows {
		width = max(width, columns(r[0]))
	}
	fmt.Fprintf(b, "\n%s\n", s.say(title))
	for _, r := range rows {
		fmt.Fprintf(b, "  %s%s  %s\n", r[0], strings.Repeat(" ", width-columns(r[0])), r[1])
	}
}

// helpKey is the locale key of a command's help: "cli.read", or "cli.app" for the program.
func helpKey(n *kong.Node) string {
	if n.Parent == nil {
		return "cli.app"
	}
	path := n.Name
	for p := n.Parent; p.Parent != nil; p = p.Parent {
		path = p.Name + "." + path
	}
	return "cli." + path
}

func usage(n *kong.Node) string {
	text := n.FullPath()
	if len(n.Children) > 0 {
		text += " <command>"
	}
	for _, p := range n.Positional {
		name := strings.ToUpper(p.Name)
		if !p.Required {
			name = "[" + name + "]"
		}
		text += " " + name
	}
	for _, f := range n.Flags {
		if n.Parent == nil {
			break
		}
		if f.Required {
			text += " " + flagName(f)
		} else {
			text += " [" + flagName(f) + "]"
		}
	}
	return text
}

func flagName(f *kong.Flag) string {
	text := "--" + f.Name
	switch {
	case f.Enum != "":
		text += "=" + strings.ReplaceAll(f.Enum, ",", "|")
	case !f.IsBool():
		text += "=" + strings.ToUpper(f.Name)
	}
	return text
}
