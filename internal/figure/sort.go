package figure

import (
	"errors"
	"fmt"

	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// sorting is the lines of a sheet by what becomes of them.
type sorting struct {
	wrong   fault.Form
	fresh   []New
	changed []change
	same    int
	differ  []int // the lines that a document contradicts
}

// take sorts line i.
func (s *sorting) take(t *store.Tx, i int, l Line) error {
	empty := l.Count == nil && l.Percent == nil && l.OfTotal == nil
	n := l.settle()
	if !empty {
		if err := addFields(&s.wrong, n.validate(), i); err != nil {
			return err
		}
	}
	switch {
	case l.Record != 0:
		c, same, err := compare(t, l, n.Value, empty)
		if err != nil {
			return err
		}
		if same {
			s.same++
			return nil
		}
		s.changed = append(s.changed, c)
	case l.Seen != 0:
		return ledger.Meanwhile()
	}
	if empty {
		return nil
	}
	contradicted, err := beside(t, n, l.Record == 0)
	if contradicted {
		s.differ = append(s.differ, i)
	}
	if l.Record == 0 {
		s.fresh = append(s.fresh, n)
	}
	return err
}

// ask says at each line that a document contradicts that it does, and asks once whether it is meant.
func (s *sorting) ask(lines []Line) {
	for _, i := range s.differ {
		name := "count"
		if lines[i].Count == nil {
			name = "percent"
		}
		s.wrong.Add(fmt.Sprintf("%s.%d", name, i), "figure.two_sources")
	}
	if len(s.differ) > 0 {
		s.wrong.Add("beside", "figure.beside.ask")
	}
}

// change is one standing figure of a sheet that is to say something else, or nothing more.
type change struct {
	figure   Figure
	value    Value
	withdraw bool
}

func compare(t *store.Tx, l Line, v Value, empty bool) (change, bool, error) {
	f, err := ByRecord(t, l.Record)
	if err != nil {
		return change{}, false, err
	}
	if f.Ended != 0 || f.Unit != t.Unit() || f.Begun != l.Seen {
		return change{}, false, ledger.Meanwhile()
	}
	return change{figure: f, value: v, withdraw: empty}, !empty && f.Same(v), nil
}

// beside looks at what stands at the place of a typed figure: whether a document contradicts it. A
// new one is refused where another was typed since the sheet was opened, which would have shown it.
func beside(t *store.Tx, n New, fresh bool) (contradicted bool, err error) {
	standing, err := At(t, t.Unit(), n.Place)
	for _, f := range standing {
		if f.Source.Document != 0 {
			contradicted = contradicted || f.Contradicts(n.Value)
		} else if fresh && !f.Value.Same(n.Value) {
			return false, ledger.Meanwhile()
		}
	}
	return contradicted, err
}

// addFields takes over the wrong fields of a line; any other error is given back.
func addFields(form *fault.Form, err error, line int) error {
	var f *fault.Error
	if err == nil || !errors.As(err, &f) {
		return err
	}
	for _, field := range f.Fields {
		form.Add(fmt.Sprintf("%s.%d", field.Name, line), field.Key, field.Args...)
	}
	return nil
}
