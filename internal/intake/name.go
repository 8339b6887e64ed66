package intake

import (
	"cmp"
	"slices"

	"hamrong/internal/report"
	"hamrong/internal/viet"
)

// Named is an organisation that facts of the report speak of. The clerk says
// which unit it is; the program only proposes (law 7).
type Named struct {
	Name  string   // as written
	Key   string   // folded, the name's key in a Placing
	Marks []string // facts about it
	Own   bool     // the organisation that the report itself is about
}

// Placing says which unit each name of the report is, by Key; 0 leaves its facts out.
type Placing map[string]int64

// Names lists the organisations of a sheet's figures, targets and titles, in the
// order in which the text comes to them. A fact without a scope belongs to the
// report's own organisation, whose key is "".
func (s *Sheet) Names() []Named {
	var list []Named
	place := map[string]int{}
	for _, it := range s.Items {
		name, ok := s.About(it)
		if !ok || it.Repeat != "" {
			continue
		}
		key := viet.Fold(name)
		i, seen := place[key]
		if !seen {
			i = len(list)
			place[key] = i
			list = append(list, Named{Name: name, Key: key, Own: name == ""})
		}
		list[i].Marks = append(list[i].Marks, it.Mark)
	}
	slices.SortStableFunc(list, func(a, b Named) int { return cmp.Compare(len(b.Marks), len(a.Marks)) })
	return list
}

// About gives the organisation that an item speaks of, as written.
func (s *Sheet) About(it Item) (string, bool) {
	f := s.Document.Facts
	switch it.Group {
	case Class:
		return text(f.Classification[it.Place].Scope), true
	case Target:
		return text(f.Targets[it.Place].Scope), true
	case Title:
		return f.Titles[it.Place].Organisation, true
	}
	return "", false
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// unitOf finds the unit of an item in a placing; what the clerk did not place is
// the document's own unit for figures and targets, and nobody's for titles.
func (s *Sheet) unitOf(it Item, p Placing) (int64, bool) {
	name, ok := s.About(it)
	if !ok {
		return s.Document.Unit, true
	}
	if unit, placed := p[viet.Fold(name)]; placed {
		return unit, unit != 0
	}
	return s.Document.Unit, name == "" || it.Group != Title
}

// Classification gives the figure behind an item as the clerk means it.
func (s *Sheet) Classification(it Item) (report.Classification, error) {
	return fixedClass(s.Document.Facts.Classification[it.Place], s.meant(it))
}

// Checks works out what agrees and what does not, with the figures and targets as the clerk
// means them.
func (s *Sheet) Checks() []report.Check {
	f := *s.Document.Facts
	if !slices.ContainsFunc(s.Items, Item.corrected) {
		return f.Checks
	}
	f.Classification, f.Targets = slices.Clone(f.Classification), slices.Clone(f.Targets)
	for _, it := range s.Items {
		switch it.Group {
		case Class:
			if c, err := s.Classification(it); err == nil {
				f.Classification[it.Place] = c
			}
		case Target:
			if c, err := s.Target(it); err == nil {
				f.Targets[it.Place] = c
			}
		}
	}
	return report.Checks(f)
}

// Corrected lists which of the marks were corrected, by what can be taken.
func (s *Sheet) Corrected(marks []string) []string {
	var list []string
	for _, mark := range marks {
		if it, ok := s.Find(mark); ok && it.corrected() && s.Wrong(*it) == nil {
			list = append(list, mark)
		}
	}
	return list
}

// Target gives the target behind an item as the clerk means it.
func (s *Sheet) Target(it Item) (report.Target, error) {
	return fixedTarget(s.Document.Facts.Targets[it.Place], s.meant(it))
}

// Title gives the title behind an item as the clerk means it.
func (s *Sheet) Title(it Item) report.Title {
	return fixedTitle(s.Document.Facts.Titles[it.Place], s.meant(it))
}
