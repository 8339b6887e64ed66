package target

import (
	"strings"

	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/rulebook"
	"hamrong/internal/viet"
)

// Comparator is how a target compares.
type Comparator string

// The comparators.
const (
	Equal   Comparator = "="
	Above   Comparator = ">"        // trên
	AtLeast Comparator = ">="       // từ … trở lên
	Below   Comparator = "<"        // dưới
	AtMost  Comparator = "<="       // không quá
	Range   Comparator = "range"    // từ … đến …
	RangeUp Comparator = "range_up" // từ … đến … trở lên
)

// Comparators lists the comparators in the order in which forms offer them.
var Comparators = []Comparator{Above, AtLeast, Equal, Range, RangeUp, Below, AtMost}

// Unit is what the values of a target count.
type Unit string

// The units of values.
const (
	Percent  Unit = "%"
	Count    Unit = "count"
	PerMille Unit = "per mille"
)

// Units lists the units in the order in which forms offer them.
var Units = []Unit{Percent, Count, PerMille}

// State is how far a target has come.
type State string

// The states of a target. A withdrawn target is a record without a standing version.
const (
	Draft     State = "draft"     // dự thảo
	Submitted State = "submitted" // đã trình cấp ủy
	Adopted   State = "adopted"   // đã giao theo quyết định, nghị quyết
	Amended   State = "amended"   // đã điều chỉnh
)

// Yearly is the frequency of a target of a term that holds for each of its years (hằng năm).
const Yearly = "yearly"

// Content is what a target says.
type Content struct {
	Period     period.Period
	Subject    string // as written: "chi bộ"
	Population string // its code, chi_bo
	Measure    string // as written: "đạt trong sạch vững mạnh"
	Level      string // code of the level, title or measure that it is on
	Comparator Comparator
	Low        int64 // hundredths of Unit
	High       int64 // the other end of a range, else Low
	Unit       Unit
	Base       string // what the percent is of where that is not the population, folded
	OfTotal    int64  // 11 of "11/11", 0 for none
	OrHigher   bool   // higher levels count as well (tính cả mức cao hơn)
	Within     string // code of the level of which it is a part, "" for none
	Frequency  string // Yearly or ""
	Negated    bool
	Field      string // field of work (lĩnh vực)
	Note       string
	Resolution int64 // record of the resolution that sets it, 0 for none
	Meeting    int64 // record of the conference that adopted it, 0 for none
}

// Target is one version of a target.
type Target struct {
	ID     int64
	Record int64
	Owner  int64 // the unit whose target it is
	Begun  int64
	Ended  int64 // entry that ended this version, 0 while it stands
	Content
	State     State
	Decision  string // number of the decision that adopted or amended it
	DecidedOn period.Date
	Source    ledger.Source
}

func (g Target) version() ledger.Version {
	return ledger.Version{Record: g.Record, Unit: g.Owner, Begun: g.Begun, Ended: g.Ended, Name: g.Name(), Period: g.Period}
}

// Name is what the target calls itself in a list: who is to reach what, as written.
func (c Content) Name() string { return Named(c.Subject, c.Measure) }

// Named joins the words of a target; a measure that says its subject again says all: "tốc độ tăng
// trưởng đạt".
func Named(subject, measure string) string {
	folded := viet.Fold(measure)
	if strings.HasPrefix(strings.TrimPrefix(strings.TrimPrefix(folded, "ty le "), "ti le "), viet.Fold(subject)) {
		return measure
	}
	return strings.TrimSpace(subject + " " + measure)
}

// New is a target to be entered for the transaction's unit. Population and Level may be
// left empty where Subject and Measure name them; an empty State is Draft.
type New struct {
	Content
	State     State
	Decision  string
	DecidedOn period.Date
	Source    ledger.Source
}

// Ranged reports whether the comparator has two values.
func (c Comparator) Ranged() bool { return c == Range || c == RangeUp }

// HasHigher reports whether the target is on a level that has higher ones in its year,
// so that "or higher" makes a difference.
func (c Content) HasHigher() bool {
	return rulebook.Levels(c.Period.First(), c.Population).Rank(c.Level) > 0
}

// LessIsBetter reports whether the target is on one of the lowest levels, or negated.
func (c Content) LessIsBetter() bool {
	return c.Negated || rulebook.LevelOf(c.Level).Worse || fallsTo(c.Measure) || fallsTo(c.Subject)
}

// fallsTo reports whether the words say to what a thing is to fall: "tỷ lệ hộ nghèo giảm còn 2 %".
func fallsTo(words string) bool {
	words = viet.Spell(words)
	return strings.Contains(words, "giảm còn") || strings.Contains(words, "xuống còn")
}

// Same reports whether two targets say the same.
func (c Content) Same(d Content) bool {
	c.Note, d.Note = "", ""
	c.OrHigher, d.OrHigher = false, false
	c.Field, d.Field = "", ""
	c.Resolution, d.Resolution, c.Meeting, d.Meeting = 0, 0, 0, 0
	return c == d
}
