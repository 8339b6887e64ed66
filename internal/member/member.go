package member

import (
	"strings"
	"unicode/utf8"

	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/viet"
)

// Lengths in characters that the fields may have.
const (
	maxName  = 120
	maxLine  = 300
	maxNote  = 2000
	maxLines = 20
)

// Content is what is known of a person.
type Content struct {
	Name      string
	Positions []string // chức vụ, the highest first as the clerk gives them
	Note      string
}

// Person is one version of a person's record.
type Person struct {
	ID, Record int64
	Unit       int64 // the unit that keeps the record
	Begun      int64
	Ended      int64 // entry that ended this version, 0 while it stands
	Content
}

func (m Person) version() ledger.Version {
	return ledger.Version{Record: m.Record, Unit: m.Unit, Begun: m.Begun, Ended: m.Ended, Name: m.Name}
}

// New is a person to be entered.
type New struct{ Content }

// RoleContent is a name as a report gives it.
type RoleContent struct {
	Name      string
	Positions []string // as the source gives them there
	Role      string   // what the person did, in words: "giới thiệu nghị quyết"
	What      string   // where: the conference or paper, in words
	Meeting   int64    // record of the meeting, 0 where not known
	Person    int64    // record of the person that it is, 0 while nobody said so
}

// NameInRole is one version of a name in its role.
type NameInRole struct {
	ID, Record int64
	Unit       int64
	Begun      int64
	Ended      int64
	RoleContent
	Source ledger.Source // the first mention; the others stand in its context
}

func (n NameInRole) version() ledger.Version {
	return ledger.Version{Record: n.Record, Unit: n.Unit, Begun: n.Begun, Ended: n.Ended, Name: n.Name}
}

// NewName is a name in its role to be entered.
type NewName struct {
	RoleContent
	Source ledger.Source
}

func (n New) settle() New {
	n.Name = oneLine(n.Name)
	n.Positions = lines(n.Positions)
	n.Note = strings.TrimSpace(n.Note)
	return n
}

func (n New) validate() error {
	var f fault.Form
	checkName(&f, n.Name)
	checkPositions(&f, n.Positions)
	if utf8.RuneCountInString(n.Note) > maxNote {
		f.Add("note", "member.too_long", maxNote)
	}
	return f.Err()
}

func (n NewName) settle() NewName {
	n.Name, n.Role, n.What = oneLine(n.Name), oneLine(n.Role), oneLine(n.What)
	n.Positions = lines(n.Positions)
	return n
}

func (n NewName) validate() error {
	var f fault.Form
	checkName(&f, n.Name)
	checkPositions(&f, n.Positions)
	for _, s := range []struct{ name, value string }{{"role", n.Role}, {"what", n.What}} {
		if utf8.RuneCountInString(s.value) > maxLine {
			f.Add(s.name, "member.too_long", maxLine)
		}
	}
	return f.Err()
}

func checkName(f *fault.Form, name string) {
	switch {
	case name == "":
		f.Add("name", "member.name_missing")
	case utf8.RuneCountInString(name) > maxName:
		f.Add("name", "member.too_long", maxName)
	case strings.ContainsAny(name, "0123456789"):
		f.Add("name", "member.name_digits")
	}
}

func checkPositions(f *fault.Form, list []string) {
	if len(list) > maxLines {
		f.Add("positions", "member.positions_many", maxLines)
	}
	for _, s := range list {
		if utf8.RuneCountInString(s) > maxLine {
			f.Add("positions", "member.too_long", maxLine)
			return
		}
	}
}

// lines evens out a list of positions and leaves empty ones out.
func lines(list []string) []string {
	out := make([]string, 0, len(list))
	for _, s := range list {
		if s = oneLine(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Same reports whether two mentions say the same of the same name.
func (c RoleContent) Same(d RoleContent) bool {
	return viet.Same(c.Name, d.Name) && viet.Same(c.Role, d.Role) && viet.Same(c.What, d.What) && c.Meeting == d.Meeting &&
		viet.Same(strings.Join(c.Positions, ", "), strings.Join(d.Positions, ", "))
}

// oneLine evens out the blanks of a text that stands on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
