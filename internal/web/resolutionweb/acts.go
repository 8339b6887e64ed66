package resolutionweb

import (
	"context"
	"strconv"

	"hamrong/internal/meeting"
	"hamrong/internal/task"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

// deedKey names what an item of a meeting did with the resolution.
func deedKey(i meeting.Item) string {
	if i.Kind != meeting.Act || i.Act == "" {
		return string(meeting.OtherDeed)
	}
	return string(i.Act)
}

func yearText(y int) string { return strconv.Itoa(y) }

// taskTable lists the tasks of a programme: what, who, by when, how far.
func taskTable(ctx context.Context, v showView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "resolution.tasks"), Hidden: true, Layout: ui.Blocks, Numbered: true, Empty: ui.T(ctx, "resolution.tasks.empty"), Columns: []ui.Column{
		{Head: ui.T(ctx, "resolution.task.what"), Place: ui.PlaceTitle}, {Head: ui.T(ctx, "resolution.task.who"), Width: ui.Width20, Place: ui.PlaceLeft},
		{Head: ui.T(ctx, "resolution.task.due"), Width: ui.Width16, Place: ui.PlaceRight}, {Head: ui.T(ctx, "resolution.task.state"), Width: ui.Width16, Place: ui.PlaceState}}}
	for _, k := range v.Tasks {
		state := ui.Cell{Text: ui.T(ctx, "resolution.task.state."+string(k.State)), Tone: ui.ToneMuted}
		if k.State == task.Done {
			state.Icon, state.Tone = ui.IconMet, ui.ToneMet
		}
		if days, late := k.Late(v.Today); late {
			state = ui.Cell{Text: ui.T(ctx, "resolution.task.late", days), Icon: ui.IconClock, Tone: ui.ToneShort}
		}
		due := k.DueWritten
		if due == "" {
			due = ui.T(ctx, "resolution.task.no_due")
		}
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: k.What, Href: recordweb.Href("tasks", k.Record, "")}, {Text: or(k.Who, "–")}, {Text: due}, state}})
	}
	return t
}

// tasksDone words how many tasks of a programme there are, how many are done and how many late.
func tasksDone(ctx context.Context, v showView) string {
	done, late := 0, 0
	for _, k := range v.Tasks {
		if k.State == task.Done {
			done++
		}
		if _, is := k.Late(v.Today); is {
			late++
		}
	}
	return ui.T(ctx, "resolution.lead.tasks", len(v.Tasks), done, late)
}
