package figure

import (
	"slices"

	"hamrong/internal/period"
	"hamrong/internal/rulebook"
)

// Sheet is the reported figures of one unit and period, sorted into tables.
type Sheet struct {
	Period  period.Period
	Tallies []Tally // one a population, in the order in which they first appear
}

// State says what is known at a row of a table.
type State string

// The states of a row.
const (
	RowStated   State = "stated"   // a source states a count
	RowPercent  State = "percent"  // only a percentage is known
	RowInferred State = "inferred" // 0, since the others reach a written total ("0 (suy ra)")
	RowUnstated State = "unstated" // no source says ("–")
)

// Row is one place of a table with all that sources state there.
type Row struct {
	Place
	Name     rulebook.Level // the level; for another code a level of the wording's name
	State    State
	Figures  []Figure // every source's, the first one's is the figure
	Count    int64    // where RowStated or RowInferred; the bound where qualified
	Conflict bool     // two sources contradict each other ("hai nguồn khác nhau")
}

// Exact reports whether the row's count is known without "gần" or "trên".
func (r Row) Exact() bool {
	return r.State == RowInferred || r.State == RowStated && r.Figures[0].Qualifier == Exactly
}

// Base is the total of a population and where it comes from.
type Base struct {
	Total   int64
	From    From
	Records []int64
}

// Written reports whether a source writes the total.
func (b Base) Written() bool { return b.From != NoBase && b.From != AddedUp }

// Tally is the table of one population in one period.
type Tally struct {
	Period     period.Period
	Population string
	Order      rulebook.Order
	Rows       []Row // the levels of the year, the highest first
	Beside     []Row // what stands beside them: "trở lên" as written, exempt, titles, parts …
	Base       Base
	Sum        int64   // of the rows' exact counts, parts not counted twice
	Parts      []int64 // the summands of Sum, for the proof "2 + 7 + 9"
	Checks     []Check
}

// Assemble sorts the standing figures of one unit and period, the oldest record first.
func Assemble(p period.Period, figures []Figure) Sheet {
	s := Sheet{Period: p}
	var populations []string
	for _, f := range figures {
		if !slices.Contains(populations, f.Population) {
			populations = append(populations, f.Population)
		}
	}
	for _, pop := range populations {
		s.Tallies = append(s.Tallies, tally(p, pop, figures))
	}
	return s
}

// Tally gives the table of a population; without figures it has rows that nothing states.
func (s Sheet) Tally(population string) Tally {
	for _, t := range s.Tallies {
		if t.Population == population {
			return t
		}
	}
	return tally(s.Period, population, nil)
}

// Stated reports whether any source states anything in the table.
func (t Tally) Stated() bool {
	if len(t.Beside) > 0 {
		return true
	}
	for _, r := range t.Rows {
		if len(r.Figures) > 0 {
			return true
		}
	}
	return false
}

func tally(p period.Period, population string, figures []Figure) Tally {
	t := Tally{Period: p, Population: population, Order: rulebook.Levels(p.Last(), population)}
	places := grouped(population, figures)
	for _, level := range t.Order.Levels() {
		t.Rows = append(t.Rows, t.row(level, places))
	}
	for _, g := range places.order {
		if !places.taken[g] {
			t.Beside = append(t.Beside, newRow(places.by[g]))
		}
	}
	t.addUp()
	t.settleBase()
	t.infer()
	t.check()
	return t
}

// group holds figures by their place, in the order in which the places first appear.
type group struct {
	order []Place
	by    map[Place][]Figure
	taken map[Place]bool
}

func grouped(population string, figures []Figure) group {
	g := group{by: map[Place][]Figure{}, taken: map[Place]bool{}}
	for _, f := range figures {
		if f.Population != population {
			continue
		}
		if _, ok := g.by[f.Place]; !ok {
			g.order = append(g.order, f.Place)
		}
		g.by[f.Place] = append(g.by[f.Place], f)
	}
	return g
}

// row makes the row of a level: its own figures or, where there are none, those that state
// it as a part of another level.
func (t Tally) row(level rulebook.Level, g group) Row {
	plain := Place{Period: t.Period, Population: t.Population, Level: level.Code}
	if _, ok := g.by[plain]; !ok {
		for _, p := range g.order {
			if p.Level == level.Code && !p.OrHigher && p.Base == "" && t.Order.Rank(p.Within) >= 0 && p.Within != level.Code {
				plain = p
				break
			}
		}
	}
	list, ok := g.by[plain]
	if !ok {
		return Row{Place: plain, Name: level, State: RowUnstated}
	}
	g.taken[plain] = true
	return newRow(list)
}

func newRow(list []Figure) Row {
	first := list[0]
	r := Row{Place: first.Place, Name: rulebook.LevelOf(first.Level), Figures: list, State: RowPercent}
	if !rulebook.IsLevel(first.Level) {
		r.Name.Name = rulebook.Text{VI: first.Category}
		if name, ok := rulebook.TitleName(first.Level); ok {
			r.Name.Name = name
		}
	}
	if first.Count != nil {
		r.State, r.Count = RowStated, *first.Count
	}
	for _, f := range list[1:] {
		r.Conflict = r.Conflict || first.Value.Contradicts(f.Value)
	}
	return r
}

// insideOther reports whether a row is part of another row's count, so that it is not added again.
func (t Tally) insideOther(r Row) bool {
	if r.Within == "" {
		return false
	}
	i := t.Order.Rank(r.Within)
	return i >= 0 && t.Rows[i].State == RowStated
}

func (t *Tally) addUp() {
	for _, r := range t.Rows {
		if r.State == RowStated && r.Exact() && !t.insideOther(r) {
			t.Sum += r.Count
			t.Parts = append(t.Parts, r.Count)
		}
	}
}

// settleBase finds the total of the population: as written with a level, or the count of
// those assessed, or else the levels' counts added, which is said wherever it is used. Added
// they are only where every level has its count but the lowest, of which reports are silent
// when nobody is in it: a level that was left out would make every share too great.
func (t *Tally) settleBase() {
	for _, r := range append(slices.Clone(t.Rows), t.Beside...) {
		if r.Within != "" || r.Place.Base != "" || (r.Name.Beside && r.Level != "COMBINED") {
			continue
		}
		for _, f := range r.Figures {
			if f.OfTotal == nil {
				continue
			}
			switch {
			case t.Base.From == NoBase:
				t.Base = Base{Total: *f.OfTotal, From: Stated, Records: []int64{f.Record}}
			case *f.OfTotal != t.Base.Total:
				t.Base.From = Differing
				t.Base.Records = append(t.Base.Records, f.Record)
			}
		}
	}
	if t.Base.From != NoBase {
		return
	}
	for _, r := range t.Beside {
		if r.Level == "COVERAGE" && r.State == RowStated && r.Exact() && r.Count > 0 {
			t.Base = Base{Total: r.Count, From: FromRoster, Records: []int64{r.Figures[0].Record}}
			return
		}
	}
	if len(t.Parts) >= 2 && t.Sum > 0 && t.allCounted() && !slices.ContainsFunc(t.Open(), func(level string) bool { return !rulebook.LevelOf(level).Worse }) {
		t.Base = Base{Total: t.Sum, From: AddedUp}
		for _, r := range t.Rows {
			if r.State == RowStated {
				t.Base.Records = append(t.Base.Records, r.Figures[0].Record)
			}
		}
	}
}

// allCounted reports whether every row that a source states has an exact count.
func (t Tally) allCounted() bool {
	for _, r := range t.Rows {
		if r.State == RowPercent || r.State == RowStated && !r.Exact() {
			return false
		}
	}
	return true
}

// Contains reports whether the count of a level, as written, has another level's in it ("10 trong
// sạch, vững mạnh, trong đó 3 tiêu biểu").
func (t Tally) Contains(level string) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Within == level && t.insideOther(r) })
}

// Open lists the levels of the year of which no source says anything: where the total is the
// levels added up, they may hold more.
func (t Tally) Open() []string {
	var list []string
	for _, r := range t.Rows {
		if _, chosen := t.Order.Chosen[r.Level]; r.State == RowUnstated && !chosen {
			list = append(list, r.Level)
		}
	}
	return list
}

// infer marks rows that nothing states as 0 where the others reach a total that a source writes.
func (t *Tally) infer() {
	if t.Base.From != Stated && t.Base.From != FromRoster || t.Sum != t.Base.Total || !t.allCounted() {
		return
	}
	for i, r := range t.Rows {
		if _, chosen := t.Order.Chosen[r.Level]; r.State == RowUnstated && !chosen {
			t.Rows[i].State = RowInferred
		}
	}
}
