package figure

import (
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/rulebook"
)

// Place is what one figure is about, together with its unit.
type Place struct {
	Period     period.Period
	Population string // chi_bo, dang_vien …
	Level      string // code of a level, a title or another measure
	OrHigher   bool   // "trở lên" stands on the level
	Within     string // code of the level of which it is a part ("trong đó"), "" for none
	Base       string // what the percent is of where that is not the population ("so với số …"), folded
}

// Qualifier says how exact a figure is meant.
type Qualifier string

// The qualifiers.
const (
	Exactly Qualifier = "="
	Nearly  Qualifier = "nearly" // gần
	Over    Qualifier = "over"   // trên, hơn, ít nhất
)

// Value is what a source states at a place. Nothing in it is worked out.
type Value struct {
	Count     *int64   // nil when only a percent is written
	OfTotal   *int64   // the base, where written ("7/18")
	Percent   *Percent // where written
	Qualifier Qualifier
	Negated   bool // "không có …": the count is 0
}

// Figure is one version of a reported figure.
type Figure struct {
	ID     int64
	Record int64
	Unit   int64
	Begun  int64 // entry that wrote this version
	Ended  int64 // entry that changed or took it back, 0 while it stands
	Place
	Value
	Subject  string // as written: "đồng chí đảng viên"
	Category string // as written: "Trong sạch, Vững mạnh"
	Source   ledger.Source
}

// New is a figure to be entered for the transaction's unit. Population, Level and
// Within may be left empty where Subject, Category and the wording of Within name them.
type New struct {
	Place
	Value
	Subject  string
	Category string
	Source   ledger.Source
}

// settle fills in the codes that the wording gives and evens out the rest.
func (n New) settle() New {
	if n.Population == "" {
		n.Population = rulebook.PopulationCode(n.Subject)
	}
	if n.Level == "" {
		n.Level = LevelCode(n.Category)
	}
	if n.Within != "" && !rulebook.IsLevel(n.Within) {
		n.Within = LevelCode(n.Within)
	}
	if n.Base != "" {
		n.Base = rulebook.PopulationCode(n.Base)
	}
	if n.Qualifier == "" {
		n.Qualifier = Exactly
	}
	if n.Negated && n.Count == nil {
		n.Count = new(int64)
	}
	return n
}

// LevelCode gives the code of a level or title as written; another measure is folded with "_".
func LevelCode(wording string) string {
	if c := rulebook.CodeOf(wording); c != "" {
		return c
	}
	if c := rulebook.TitleCode(wording); c != "" {
		return c
	}
	return rulebook.PopulationCode(wording)
}

// validate tells what is wrong at which field. What a document states is stored as it
// states it, even where it contradicts itself: the checks show that (law 4).
func (n New) validate() error {
	var f fault.Form
	if n.Period == "" {
		f.Add("period", "figure.period_missing")
	} else if _, err := period.Parse(string(n.Period)); err != nil {
		f.Add("period", "figure.period_wrong", string(n.Period))
	}
	if n.Population == "" {
		f.Add("population", "figure.population_missing")
	}
	if n.Level == "" {
		f.Add("level", "figure.level_missing")
	}
	n.Value.check(&f, n.Source.Document == 0)
	return f.Err()
}

// largest bounds what a count can be: as many as the nation has people, and small enough
// that the exact fractions below fit an int64.
const largest = 100_000_000

func (v Value) check(f *fault.Form, typed bool) {
	if v.Count == nil && v.Percent == nil {
		f.Add("count", "figure.value_missing")
	}
	if v.Count != nil && (*v.Count < 0 || *v.Count > largest) {
		f.Add("count", "figure.count_wrong")
	}
	if v.OfTotal != nil && (*v.OfTotal < 1 || *v.OfTotal > largest) {
		f.Add("of_total", "figure.total_wrong")
	} else if typed && v.OfTotal != nil && v.Count != nil && *v.Count > *v.OfTotal {
		f.Add("count", "figure.count_over_total", *v.Count, *v.OfTotal)
	}
	if v.Percent != nil && (v.Percent.Digits < 0 || v.Percent.Digits > maxDigits || v.Percent.Units < 0 || typed && v.Percent.over100()) {
		f.Add("percent", "figure.percent_wrong")
	}
	switch v.Qualifier {
	case Exactly, Nearly, Over:
	default:
		f.Add("qualifier", "figure.qualifier_wrong")
	}
}

// Same reports whether two values state the same.
func (v Value) Same(w Value) bool {
	return same(v.Count, w.Count) && same(v.OfTotal, w.OfTotal) && same(v.Percent, w.Percent) && v.Qualifier == w.Qualifier && v.Negated == w.Negated
}

func same[T comparable](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// Contradicts reports whether two values of one place cannot both be true: exact counts
// or bases that differ, or percentages whose rounding intervals do not meet.
func (v Value) Contradicts(w Value) bool {
	if v.OfTotal != nil && w.OfTotal != nil && *v.OfTotal != *w.OfTotal {
		return true
	}
	if v.Count != nil && w.Count != nil {
		a, b := v.bounds(), w.bounds()
		return a.Hi < b.Lo || b.Hi < a.Lo
	}
	a, okA := v.interval()
	b, okB := w.interval()
	return okA && okB && (a.hi.less(b.lo) || b.hi.less(a.lo))
}

// bounds gives what the count can be; v.Count is not nil.
func (v Value) bounds() Bounds {
	switch v.Qualifier {
	case Nearly:
		return Bounds{Lo: 0, Hi: *v.Count}
	case Over:
		hi := int64(largest)
		if v.OfTotal != nil {
			hi = *v.OfTotal
		}
		return Bounds{Lo: *v.Count, Hi: hi}
	}
	return Bounds{Lo: *v.Count, Hi: *v.Count}
}
