package resolution

import (
	"strings"
	"unicode/utf8"

	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/viet"
)

// Lengths in characters that the fields may have, and how long their lists.
const (
	maxName  = 500
	maxShort = 100
	maxText  = 4000
	maxBody  = 500_000
	maxLines = 500 // goals, or declared numbers, of one resolution
)

// settle evens out blanks.
func (n New) settle() New {
	for _, s := range []*string{&n.Name, &n.Issuer, &n.Congress, &n.Plenum, &n.Term, &n.Number, &n.Motto} {
		*s = strings.Join(strings.Fields(*s), " ")
	}
	n.Body = strings.TrimSpace(strings.ReplaceAll(n.Body, "\r\n", "\n"))
	if t, err := period.Parse(n.Term); err == nil {
		n.Term = string(t)
	}
	goals := make([]Goal, 0, len(n.Goals))
	for _, g := range n.Goals {
		g.Text = strings.Join(strings.Fields(g.Text), " ")
		if g.Text != "" || g.Year != 0 {
			goals = append(goals, g)
		}
	}
	n.Goals = goals
	counts := make([]Declared, 0, len(n.Counts))
	for _, c := range n.Counts {
		c.What = strings.Join(strings.Fields(c.What), " ")
		if c.What != "" || c.Count != 0 {
			counts = append(counts, c)
		}
	}
	n.Counts = counts
	mottos := make([]Motto, 0, len(n.Mottos))
	for _, m := range n.Mottos {
		m.Text = strings.Join(strings.Fields(m.Text), " ")
		if n.Motto == "" {
			n.Motto, n.MottoAt = m.Text, m.At // the first that is left
		} else if m.Text != "" && !viet.Same(m.Text, n.Motto) {
			mottos = append(mottos, m)
		}
	}
	n.Mottos = mottos
	if n.Motto == "" {
		n.MottoAt = At{}
	}
	return n
}

// validate tells what is wrong at which field of the form.
func (n New) validate() error {
	var f fault.Form
	if !n.Kind.Known() {
		f.Add("kind", "resolution.kind_wrong")
	}
	if n.Name == "" {
		f.Add("name", "resolution.name_missing")
	}
	tooLong(&f, "name", n.Name, maxName)
	tooLong(&f, "issuer", n.Issuer, maxName)
	tooLong(&f, "congress", n.Congress, maxShort)
	tooLong(&f, "plenum", n.Plenum, maxShort)
	tooLong(&f, "number", n.Number, maxShort)
	tooLong(&f, "motto", n.Motto, maxName)
	for _, m := range n.Mottos {
		tooLong(&f, "mottos", m.Text, maxName)
	}
	tooLong(&f, "body", n.Body, maxBody)
	if _, err := period.Parse(n.Term); err != nil {
		f.Add("term", "resolution.term_wrong", n.Term)
	}
	if n.From != "" && n.Until != "" && n.Until < n.From {
		f.Add("until", "resolution.until_before_from")
	}
	n.checkLists(&f)
	for name, lines := range map[string]int{"goals": len(n.Goals), "counts": len(n.Counts), "mottos": len(n.Mottos)} {
		if lines > maxLines {
			f.Add(name, "resolution.too_many_lines", maxLines)
		}
	}
	return f.Err()
}

func (n New) checkLists(f *fault.Form) {
	for _, g := range n.Goals {
		if g.Text == "" || g.Year != 0 && (g.Year < 1930 || g.Year > 2200) || utf8.RuneCountInString(g.Text) > maxText {
			f.Add("goals", "resolution.goal_wrong")
			break
		}
	}
	for _, c := range n.Counts {
		if c.What == "" || c.Count < 1 || c.Count > 100_000 || utf8.RuneCountInString(c.What) > maxShort {
			f.Add("counts", "resolution.count_wrong")
			break
		}
	}
}

func tooLong(f *fault.Form, name, value string, limit int) {
	if utf8.RuneCountInString(value) > limit {
		f.Add(name, "resolution.too_long", limit)
	}
}

func (n NewPart) settle() NewPart {
	n.Text = strings.Join(strings.Fields(n.Text), " ")
	n.Field = strings.Join(strings.Fields(n.Field), " ")
	n.Number = strings.Trim(strings.TrimSpace(n.Number), ".)")
	if n.State == "" {
		n.State = Planned
	}
	return n
}

func (n NewPart) validate() error {
	var f fault.Form
	switch n.Kind {
	case KeyProgramme, Breakthrough, TargetPart, TaskPart, Solution:
	default:
		f.Add("kind", "resolution.part_kind_wrong")
	}
	switch n.State {
	case Planned, Underway, Done, Dropped:
	default:
		f.Add("state", "resolution.part_state_wrong")
	}
	if n.Text == "" {
		f.Add("text", "resolution.part_text_missing")
	}
	tooLong(&f, "text", n.Text, maxText)
	tooLong(&f, "field", n.Field, maxShort)
	tooLong(&f, "number", n.Number, 20)
	return f.Err()
}
