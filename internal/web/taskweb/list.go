package taskweb

import (
	"context"
	"net/http"

	"hamrong/internal/period"
	"hamrong/internal/resolution"
	"hamrong/internal/task"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// listView is a unit's tasks, programme by programme.
type listView struct {
	recordweb.Place
	Groups []group
	Today  period.Date
	Late   int
	Open   int
}

// group is the tasks of one programme; its Record is 0 for tasks of none.
type group struct {
	Programme resolution.Resolution
	Tasks     []task.Task
}

// GET /units/{id}/tasks
func (h *handler) list(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	var v listView
	if v.Place, err = h.UnitPlace(r, unit); err != nil {
		return err
	}
	list, err := h.tasks.List(r.Context(), unit)
	if err != nil {
		return err
	}
	v.Today = list.Today
	v.Groups = groups(list)
	for _, k := range list.Tasks {
		if _, late := k.Late(v.Today); late {
			v.Late++
		}
		if k.State == task.Open {
			v.Open++
		}
	}
	return ui.Render(w, r, http.StatusOK, listPage(v))
}

// groups puts the tasks to their programmes; a programme without tasks is listed too.
func groups(l task.List) []group {
	var out []group
	for _, p := range append(l.Programmes, resolution.Resolution{}) {
		g := group{Programme: p}
		for _, k := range l.Tasks {
			if k.Programme == p.Record {
				g.Tasks = append(g.Tasks, k)
			}
		}
		if p.Record != 0 || len(g.Tasks) > 0 {
			out = append(out, g)
		}
	}
	return out
}

func groupTitle(ctx context.Context, g group) string {
	if g.Programme.Record == 0 {
		return ui.T(ctx, "task.list.none")
	}
	return g.Programme.Title()
}

func table(ctx context.Context, v listView, g group) ui.Table {
	t := ui.Table{Caption: groupTitle(ctx, g), Hidden: true, Numbered: true, Layout: ui.Blocks, Empty: ui.T(ctx, "task.list.group_empty"), Columns: []ui.Column{
		{Head: ui.T(ctx, "task.what"), Place: ui.PlaceTitle}, {Head: ui.T(ctx, "task.who"), Width: ui.Width20, Place: ui.PlaceLeft},
		{Head: ui.T(ctx, "task.due"), Width: ui.Width16, Place: ui.PlaceRight}, {Head: ui.T(ctx, "task.state"), Width: ui.Width16, Place: ui.PlaceState}}}
	for _, k := range g.Tasks {
		state := stateOf(ctx, k, v.Today)
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: k.What, Href: href(k.Record)}, {Text: or(k.Who, "–")}, {Text: or(k.DueWritten, ui.T(ctx, "task.no_due"))},
			{Icon: iconOf(state), Text: state.Text, Tone: state.Tone}}})
	}
	return t
}

func iconOf(v ui.Verdict) ui.Icon {
	if v.Icon == ui.IconNone && v.Tone == ui.ToneMet {
		return ui.IconMet
	}
	return v.Icon
}

// stateOf words how far a task has come; a late one says by how many days.
func stateOf(ctx context.Context, k task.Task, today period.Date) ui.Verdict {
	if days, late := k.Late(today); late {
		return ui.Verdict{Icon: ui.IconClock, Text: ui.T(ctx, "task.late", days), Tone: ui.ToneShort}
	}
	v := ui.Verdict{Text: ui.T(ctx, "task.state."+string(k.State)), Tone: ui.ToneMuted}
	if k.State == task.Done {
		v.Tone = ui.ToneMet
	}
	return v
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
