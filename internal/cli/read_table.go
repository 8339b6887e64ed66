package cli

import (
	"bufio"
	"fmt"
	"strings"

	"hamrong/internal/intake"
	"hamrong/internal/report"
)

// writeTable prints the checks and then the facts in their groups, a line each.
func (s *session) writeTable(w *bufio.Writer, r *reading) error {
	// A bufio.Writer keeps its first error, which Flush gives.
	fmt.Fprintln(w, s.say("cli.read.head", printable(r.name), string(r.text.Kind), r.facts.Chars, len(r.items)))
	if aside := s.leftAside(r.text); aside != "" {
		fmt.Fprintln(w, aside)
	}
	if len(r.items) == 0 {
		fmt.Fprintln(w, s.say("cli.read.nothing"))
	}
	s.tableChecks(w, "cli.read.look", checksThat(r.facts, false))
	s.tableChecks(w, "cli.read.agree", checksThat(r.facts, true))
	for _, group := range intake.Groups {
		s.tableGroup(w, r, group)
	}
	s.tableNames(w, r.facts)
	return w.Flush()
}

// checksThat gives the checks that hold, or those that do not or cannot be decided.
func checksThat(f *report.Facts, hold bool) []report.Check {
	var list []report.Check
	for _, c := range f.Checks {
		if (c.Holds != nil && *c.Holds) == hold {
			list = append(list, c)
		}
	}
	return list
}

func (s *session) tableChecks(w *bufio.Writer, title string, list []report.Check) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s (%d)\n", s.say(title), len(list))
	for _, c := range list {
		fmt.Fprintf(w, "  %s  [%s]\n", printable(c.Text), strings.Join(intake.CheckMarks(c), " "))
	}
}

func (s *session) tableGroup(w *bufio.Writer, r *reading, group intake.Group) {
	count := r.count(group)
	if count == 0 {
		return
	}
	mark, figure, year := 0, 0, 0
	for l := range s.lines(r, group) {
		mark, figure, year = max(mark, columns(l.Mark)), max(figure, columns(l.Figure)), max(year, columns(l.Year))
	}
	fmt.Fprintf(w, "\n%s (%d)\n", s.say("cli.group."+string(group)), count)
	for l := range s.lines(r, group) {
		fmt.Fprintf(w, "  %s%s%s%s", pad(l.Mark, mark), pad(l.Figure, figure), pad(l.Year, year), l.Text)
		if l.Note != "" {
			fmt.Fprintf(w, " · %s", l.Note)
		}
		fmt.Fprintf(w, "  [%d–%d]\n", l.Span.Start, l.Span.End)
	}
}

// pad fills a cell to its width and the gap behind it; a column without content takes no room.
func pad(s string, width int) string {
	if width == 0 {
		return ""
	}
	return s + strings.Repeat(" ", width-columns(s)+2)
}

// tableNames prints what is named but is no fact to enter: organisations and documents.
func (s *session) tableNames(w *bufio.Writer, f *report.Facts) {
	names := func(key string, n int, name func(int) string) {
		if n == 0 {
			return
		}
		fmt.Fprintf(w, "\n%s (%d)\n", s.say(key), n)
		for i := range n {
			fmt.Fprintf(w, "  %s\n", printable(name(i)))
		}
	}
	names("cli.read.organisations", len(f.Organisations), func(i int) string { return f.Organisations[i].Name })
	names("cli.read.documents", len(f.Documents), func(i int) string { return f.Documents[i].Kind + " " + f.Documents[i].Number })
}
