package cli

import (
	"errors"
	"regexp"

	"github.com/alecthomas/kong"
)

// wordings are the parser's own refusals, and the sentences for them.
var wordings = []struct {
	said *regexp.Regexp
	key  string
}{
	{regexp.MustCompile(`^unexpected argument (.+?)(?:, did you mean .*)?$`), "cli.usage.unexpected"},
	{regexp.MustCompile(`^unknown flag (.+?)(?:, did you mean .*)?$`), "cli.usage.flag"},
	{regexp.MustCompile(`^expected "<(.+?)>"`), "cli.usage.argument"},
	{regexp.MustCompile(`^missing positional arguments (.+)$`), "cli.usage.argument"},
	{regexp.MustCompile(`^missing flags: (.+)$`), "cli.usage.flags"},
	{regexp.MustCompile(`^expected (?:one of )?("\w.*)$`), "cli.usage.command"},
	{regexp.MustCompile(`^(--[\w-]+)(?:=\S+)? must be one of (.+) but got (.+)$`), "cli.usage.choice"},
	{regexp.MustCompile(`^(--[\w-]+)(?:=\S+)?: `), "cli.usage.value"},
}

// unparsed answers arguments that name no command: with help where it was asked for,
// else with a sentence and exit code 2.
func (s *session) unparsed(parser *kong.Kong, err error) int {
	node := parser.Model.Node
	var p *kong.ParseError
	if errors.As(err, &p) && p.Context != nil {
		if selected := p.Context.Selected(); selected != nil {
			node = selected
		}
	}
	if errors.Is(err, errHelp) {
		if err := s.help(s.Stdout, node); err != nil {
			return s.fail(err)
		}
		return exitDone
	}
	text := s.say("cli.usage.other", err.Error())
	for _, w := range wordings {
		if m := w.said.FindStringSubmatch(err.Error()); m != nil {
			args := make([]any, 0, len(m))
			for _, part := range m[1:] {
				args = append(args, part)
			}
			text = s.say(w.key, args...)
			break
		}
	}
	if s.warn("hamrong: "+text+" "+s.say("cli.usage.help", node.FullPath())) != nil {
		return exitUsage // there is nowhere left to say it
	}
	return exitUsage
}
