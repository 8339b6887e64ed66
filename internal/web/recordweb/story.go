package recordweb

import (
	"context"
	"strings"
	"time"

	"hamrong/internal/ledger"
	"hamrong/internal/web/ui"
)

// Step is one entry of a story with what it changed field by field.
type Step struct {
	ledger.Step
	Changes []Change
}

// Change is one field that an entry changed.
type Change struct{ Label, Old, New string }

// Field is one field of a version, for the comparison with the next one.
type Field struct{ Label, Value string }

// Version is one version of a record as its fields.
type Version struct {
	Begun  int64 // the entry that wrote it
	Ended  int64 // the entry that ended it, 0 while it stands
	Fields []Field
}

// Tell joins the steps of a story with what each changed in the record itself. The versions
// come in their order.
func Tell(steps []ledger.Step, versions []Version) []Step {
	list := make([]Step, 0, len(steps))
	for _, s := range steps {
		one := Step{Step: s}
		for i, v := range versions {
			if old := before(versions[:i], v); old != nil && v.Begun == s.ID {
				one.Changes = append(one.Changes, differences(old.Fields, v.Fields)...)
			}
		}
		list = append(list, one)
	}
	return list
}

// before gives of the earlier versions the one that stood when a version was written: after an
// undo it is none of those that the undo ended. Nil for the first version.
func before(earlier []Version, v Version) *Version {
	for i := len(earlier) - 1; i >= 0; i-- {
		if earlier[i].Ended == 0 || earlier[i].Ended >= v.Begun {
			return &earlier[i]
		}
	}
	return nil
}

// differences compares two versions that list the same fields in the same order.
func differences(old, now []Field) []Change {
	var list []Change
	for i := range min(len(old), len(now)) {
		if old[i].Value != now[i].Value {
			list = append(list, Change{now[i].Label, old[i].Value, now[i].Value})
		}
	}
	return list
}

func moment(s Step) time.Time { return time.UnixMilli(s.At) }

// parts leaves of what a step wrote the parts of the record, whose ids are negative in a
// story; the record's own versions are told by their fields.
func parts(list []ledger.Version) []ledger.Version {
	var out []ledger.Version
	for _, v := range list {
		if v.Record < 0 {
			out = append(out, v)
		}
	}
	return out
}

// shown bounds how many parts one step names.
const shown = 5

func changeLine(ctx context.Context, c Change) string {
	none := ui.T(ctx, "record.story.none")
	return ui.T(ctx, "record.story.field", c.Label, short(c.Old, none), short(c.New, none))
}

// longest is how many letters of a value the story shows.
const longest = 120

func short(s, none string) string {
	if s == "" {
		return none
	}
	if r := []rune(s); len(r) > longest {
		return string(r[:longest]) + " …"
	}
	return s
}

func namesOf(ctx context.Context, list []ledger.Version) string {
	var names []string
	for _, v := range list[:min(shown, len(list))] {
		names = append(names, short(v.Name, "…"))
	}
	text := strings.Join(names, "; ")
	if more := len(list) - shown; more > 0 {
		text += ui.T(ctx, "record.story.more", more)
	}
	return text
}
