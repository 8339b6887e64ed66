package cli

import (
	"iter"
	"strconv"
	"strings"
	"unicode"

	"hamrong/internal/intake"
	"hamrong/internal/report"
	"hamrong/internal/resolution"
	"hamrong/internal/target"
	"hamrong/internal/web/wording"
)

// line is one fact in words.
type line struct {
	Mark   string
	Anchor string // its id on a page
	Figure string // the number, or what stands in its place
	Year   string
	Text   string
	Note   string // what the reader has to say about it
	Span   report.Span
}

// count gives the number of facts in a group.
func (r *reading) count(g intake.Group) int {
	n := 0
	for i := range r.items {
		if r.items[i].Group == g {
			n++
		}
	}
	return n
}

// lines puts the facts of a group into words, one at a time: a long report has many.
func (s *session) lines(r *reading, g intake.Group) iter.Seq[line] {
	return func(yield func(line) bool) {
		for i := range r.items {
			if r.items[i].Group == g && !yield(s.describe(r.facts, r.items[i])) {
				return
			}
		}
	}
}

// describe puts a fact into words.
func (s *session) describe(f *report.Facts, it intake.Item) line {
	l := line{Mark: it.Mark, Anchor: labelOf(it.Mark).Anchor, Span: it.Span}
	switch it.Group {
	case intake.Class:
		s.classification(&l, f.Classification[it.Place])
	case intake.Target:
		s.target(&l, f.Targets[it.Place])
	case intake.Title:
		t := f.Titles[it.Place]
		l.Figure, l.Year, l.Text = s.say("cli.status."+string(t.Status)), string(t.Year), t.Organisation+": "+t.Title
		if t.AwardedBy != nil {
			l.Note = s.say("cli.read.awarded", *t.AwardedBy)
		}
	case intake.Resolution:
		s.resolution(&l, f.Resolution.Resolutions[it.Place])
	case intake.Person:
		p := f.People[it.Place]
		l.Text = strings.Join(append([]string{p.Name}, p.Positions...), ", ")
	case intake.Event:
		e := f.Events[it.Place]
		l.Year, l.Text, l.Note = string(e.Year), e.Name, joined(e.DateWritten, e.Place)
	case intake.Act:
		p := f.Presented[it.Place]
		l.Text, l.Note = p.Who+": "+s.say("cli.act."+string(p.Act))+" "+joined(p.What), joined(p.Event)
	case intake.Obligation:
		o := f.Obligations[it.Place]
		l.Text, l.Note = o.Who+": "+o.What, joined(o.SetBy)
	case intake.Caption:
		l.Text = f.Captions[it.Place].Text
	case intake.Publication:
		l.Text = f.Publisher.Name
	}
	if it.Doubt != "" {
		l.Note = both(l.Note, s.say("cli.read.doubt"))
	}
	if it.Repeat != "" {
		l.Note = both(l.Note, s.say("cli.read.repeat", it.Repeat))
	}
	l.Text, l.Note = printable(l.Text), printable(l.Note)
	return l
}

func (s *session) classification(l *line, c report.Classification) {
	l.Figure, l.Year, l.Text = wording.Reported(s, c), string(c.Year), c.Category
	if c.Subject != "" {
		l.Text = c.Subject + ": " + c.Category
	}
	if c.CumulativeUp {
		l.Text += " " + s.say("cli.read.or_higher")
	}
	if c.Within != "" {
		l.Note = s.say("cli.read.within", c.Within)
	}
	if c.Scope != nil {
		l.Note = both(l.Note, *c.Scope)
	}
}

func (s *session) target(l *line, t report.Target) {
	l.Figure, l.Year = wording.Asked(s, t), string(t.Period)
	l.Text = target.Named(t.Subject, t.Measure)
	if t.OrHigher {
		l.Note = s.say("cli.read.or_higher.proposed")
	}
	if t.Frequency == "yearly" {
		l.Note = both(l.Note, s.say("cli.read.yearly"))
	}
	if t.Scope != nil {
		l.Note = both(l.Note, *t.Scope)
	}
}

func (s *session) resolution(l *line, r report.Resolution) {
	l.Text = resolution.Called(r.Name, joined(r.Congress))
	var parts []string
	for _, c := range r.Counts {
		parts = append(parts, strconv.Itoa(c.Count)+" "+c.What)
	}
	if r.Motto != nil {
		parts = append(parts, s.say("cli.read.motto", r.Motto.Text))
	}
	for _, g := range r.Goals {
		parts = append(parts, s.say("cli.read.goal", strconv.Itoa(g.Year), g.Text))
	}
	if r.Kind != "" {
		parts = append(parts, s.say("cli.read.plenum"))
	}
	l.Note = strings.Join(parts, "; ")
}

func both(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

func joined(parts ...*string) string {
	text := ""
	for _, p := range parts {
		if p != nil {
			text = both(text, *p)
		}
	}
	return text
}

// printable makes one line of text from a file, without what a terminal would obey.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

// columns is how many columns of a terminal a Vietnamese text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}
