package intake

import (
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/period"
	"hamrong/internal/report"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/internal/year"
)

// made is what became of one item.
type made struct {
	kind    string
	record  int64
	created bool
	adds    *resolution.Content // what a resolution that stands already is told more of
}

// one enters one item; a closed year takes none (law 5). Items of a conference (events, what was presented, what
// participants must do, captions, people) are entered together by meetings.
func (s *Sheet) one(t *store.Tx, entry int64, it Item, p Placing) (m made, err error) {
	unit, ok := s.unitOf(it, p)
	if !ok {
		return m, fault.New(fault.Invalid, "intake.no_unit")
	}
	if t, err = t.On(access.Record, unit); err != nil {
		return m, err
	}
	if err := s.Wrong(it); err != nil {
		return m, err
	}
	src := source(s.Document.ID, it)
	switch it.Group {
	case Class:
		c, err := s.Classification(it)
		if err != nil {
			return m, err
		}
		n, err := FigureOf(c, src)
		if err != nil {
			return m, err
		}
		if err := year.Writable(t, unit, n.Period); err != nil {
			return m, err
		}
		m.kind = figure.Book.Table
		m.record, m.created, err = figure.Enter(t, entry, n)
		return m, err
	case Target:
		c, err := s.Target(it)
		if err != nil {
			return m, err
		}
		n := TargetOf(c, src)
		if err := year.Writable(t, unit, n.Period); err != nil {
			return m, err
		}
		m.kind = target.Book.Table
		m.record, m.created, err = target.Enter(t, entry, n)
		return m, err
	case Title:
		n := titleOf(s.Title(it), src)
		if err := year.Writable(t, unit, n.Period); err != nil {
			return m, err
		}
		m.kind = title.Book.Table
		m.record, m.created, err = title.Enter(t, entry, n)
		return m, err
	default:
		m.kind = resolution.Book.Table
		n := resolutionOf(s.Document.Facts.Resolution.Resolutions[it.Place], s.Document.ID)
		n.Source = src
		standing, err := resolution.Of(t, unit)
		if err != nil {
			return m, err
		}
		if told, ok := n.Tells(standing); ok && told.More {
			m.adds = &told.Adds
		}
		m.record, m.created, err = resolution.Enter(t, entry, n)
		return m, err
	}
}

// resolutionOf makes a record of what was read; a plenum whose results were told
// stays one and is not made a resolution.
func resolutionOf(c report.Resolution, doc int64) resolution.New {
	place := func(s report.Span) resolution.At { return resolution.At{Document: doc, Start: s.Start, End: s.End} }
	var n resolution.New
	n.Kind, n.Name, n.Number, n.Plenum = kindOf(c), c.Name, c.Number, c.Plenum
	n.Congress = text(c.Congress)
	if term, err := period.Parse(text(c.Term)); err == nil {
		n.Term = string(term)
	}
	if c.Motto != nil {
		n.Motto, n.MottoAt = c.Motto.Text, place(c.Motto.Source)
	}
	for _, g := range c.Goals {
		n.Goals = append(n.Goals, resolution.Goal{Year: g.Year, Text: g.Text, At: place(g.Source)})
	}
	for _, p := range c.Counts {
		n.Counts = append(n.Counts, resolution.Declared{What: p.What, Count: p.Count, At: place(p.Source)})
	}
	return n
}

func kindOf(c report.Resolution) resolution.Kind {
	if c.Kind != "" {
		return resolution.Plenum
	}
	for prefix, kind := range map[string]resolution.Kind{
		"Kết luận": resolution.Conclusion, "Chỉ thị": resolution.Directive, "Chương trình": resolution.Programme, "Kế hoạch": resolution.Plan,
	} {
		if strings.HasPrefix(c.Name, prefix) {
			return kind
		}
	}
	return resolution.Decree
}
