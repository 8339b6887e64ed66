package task

import (
	"context"

	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
)

// Page is all that a task's page shows.
type Page struct {
	Task      Task
	Versions  []Task
	Notes     []Note
	Programme *resolution.Resolution // the programme or plan, nil for none
	Story     []ledger.Step
	Today     period.Date
}

// Page gives a task's page.
func (s *Service) Page(ctx context.Context, record int64) (p Page, err error) {
	err = s.desk.Read(ctx, 0, "task", func(t *store.Tx) error { p, err = page(t, record); return err })
	return p, err
}

func page(t *store.Tx, record int64) (p Page, err error) {
	p.Today = t.Today()
	h, err := records.History(t, record)
	if err != nil {
		return p, err
	}
	p.Task, p.Versions, p.Story = h.Current, h.Versions, h.Story
	if p.Notes, err = NotesOf(t, record); err != nil {
		return p, err
	}
	if p.Task.Programme != 0 {
		r, err := resolution.ByRecord(t, p.Task.Programme)
		if err != nil && fault.KindOf(err) != fault.NotFound {
			return p, err
		}
		if err == nil && r.Ended == 0 {
			p.Programme = &r
		}
	}
	return p, nil
}

// List is a unit's tasks and the programmes and plans that they belong to.
type List struct {
	Tasks      []Task
	Programmes []resolution.Resolution
	Today      period.Date
}

// List gives a unit's tasks.
func (s *Service) List(ctx context.Context, unit int64) (l List, err error) {
	err = s.desk.Read(ctx, unit, "task.list", func(t *store.Tx) error {
		l = List{Today: t.Today()}
		if l.Tasks, err = Of(t, unit); err != nil {
			return err
		}
		all, err := resolution.Of(t, unit)
		for _, r := range all {
			if r.Kind.Carries() {
				l.Programmes = append(l.Programmes, r)
			}
		}
		return err
	})
	return l, err
}

// OfProgramme lists the tasks of a programme or plan.
func (s *Service) OfProgramme(ctx context.Context, record int64) (list []Task, today period.Date, err error) {
	err = s.desk.Read(ctx, 0, "task.list", func(t *store.Tx) error {
		today = t.Today()
		list, err = OfProgramme(t, record)
		return err
	})
	return list, today, err
}
