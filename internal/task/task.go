package task

import (
	"strings"
	"unicode/utf8"

	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
)

// State is how far a task has come.
type State string

// The states.
const (
	Open    State = "open"    // đang thực hiện
	Done    State = "done"    // đã hoàn thành
	Dropped State = "dropped" // thôi thực hiện
)

// States lists the states in the order in which forms offer them.
var States = []State{Open, Done, Dropped}

// Content is what a task says.
type Content struct {
	Programme  int64  // record of the programme or plan, 0 for none
	What       string // nội dung nhiệm vụ
	Who        string // đơn vị, người chủ trì
	DueWritten string // thời hạn as written
	DueOn      period.Date
	State      State
	Outcome    string // what came of it, or why it was dropped
	Place      int    // order in its programme, counted by the package where 0
}

// Task is one version of a task.
type Task struct {
	ID, Record int64
	Unit       int64
	Begun      int64
	Ended      int64 // entry that ended this version, 0 while it stands
	Content
}

func (k Task) version() ledger.Version {
	return ledger.Version{Record: k.Record, Unit: k.Unit, Begun: k.Begun, Ended: k.Ended, Name: k.What}
}

// Late reports whether an open task's day has passed; days is by how many days.
func (c Content) Late(today period.Date) (days int, late bool) {
	if c.State != Open || c.DueOn == "" || c.DueOn >= today {
		return 0, false
	}
	return daysBetween(c.DueOn, today), true
}

// Note is a progress report on a task.
type Note struct {
	ID, Record int64
	Unit       int64
	Begun      int64
	Ended      int64
	Task       int64
	On         period.Date
	Text       string
}

func (n Note) version() ledger.Version {
	return ledger.Version{Record: n.Record, Unit: n.Unit, Begun: n.Begun, Ended: n.Ended, Name: n.Text}
}

const (
	maxText = 2000
	maxLine = 300
)

func (c Content) settle() (Content, error) {
	c.What, c.Who = oneLine(c.What), oneLine(c.Who)
	c.DueWritten, c.Outcome = oneLine(c.DueWritten), strings.TrimSpace(c.Outcome)
	if c.State == "" {
		c.State = Open
	}
	var f fault.Form
	due, err := ParseDue(c.DueWritten)
	if err != nil {
		f.Add("due", "task.due_wrong", c.DueWritten)
	}
	c.DueOn = due
	if c.What == "" {
		f.Add("what", "task.what_missing")
	}
	for _, s := range []struct {
		name, value string
		limit       int
	}{{"what", c.What, maxText}, {"who", c.Who, maxLine}, {"due", c.DueWritten, maxLine}, {"outcome", c.Outcome, maxText}} {
		if utf8.RuneCountInString(s.value) > s.limit {
			f.Add(s.name, "task.too_long", s.limit)
		}
	}
	switch c.State {
	case Open:
	case Done, Dropped:
		if c.Outcome == "" {
			f.Add("outcome", "task.outcome_missing")
		}
	default:
		f.Add("state", "task.state_wrong")
	}
	return c, f.Err()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
