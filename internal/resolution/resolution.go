package resolution

import (
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/viet"
)

// Kind says what a record of this package is.
type Kind string

// The kinds.
const (
	Decree     Kind = "resolution" // nghị quyết
	Conclusion Kind = "conclusion" // kết luận
	Directive  Kind = "directive"  // chỉ thị
	Programme  Kind = "programme"  // chương trình hành động
	Plan       Kind = "plan"       // kế hoạch
	Plenum     Kind = "plenum"     // kết quả hội nghị được thông tin, not a resolution
)

// Kinds lists the kinds in the order in which forms offer them.
var Kinds = []Kind{Decree, Conclusion, Directive, Programme, Plan, Plenum}

// Known reports whether there is such a kind.
func (k Kind) Known() bool {
	for _, one := range Kinds {
		if one == k {
			return true
		}
	}
	return false
}

// Carries reports whether the kind is one by which a unit carries out another's resolution.
func (k Kind) Carries() bool { return k == Programme || k == Plan }

// At is a place in a document's text, code points from Start up to, not including, End.
// The zero At is a thing typed by hand.
type At struct {
	Document int64 `json:"document,omitempty"`
	Start    int   `json:"start,omitempty"`
	End      int   `json:"end,omitempty"`
}

// Goal is an aim with the year that it is set for (mục tiêu đến năm …); Year 0 is none stated.
type Goal struct {
	Year int    `json:"year,omitempty"`
	Text string `json:"text"`
	At   At     `json:"at"`
}

// Declared is how many parts of a kind the resolution is said to have ("28 chỉ tiêu").
type Declared struct {
	What  string `json:"what"`
	Count int    `json:"count"`
	At    At     `json:"at"`
}

// Motto is a motto as a source states it.
type Motto struct {
	Text string `json:"text"`
	At   At     `json:"at"`
}

// Content is what a record says.
type Content struct {
	Kind       Kind
	Name       string // "Nghị quyết Đại hội Đảng bộ tỉnh"
	Issuer     string // issuing body as written
	IssuerUnit int64  // the unit that issued it, 0 where not known here
	Congress   string // number of the congress as written, "XVIII", or "Khóa XI"
	Plenum     string // number of the plenum (hội nghị lần thứ), "14"
	Term       string // "2015-2020"
	Number     string // số, ký hiệu
	Date       period.Date
	Motto      string // phương châm
	MottoAt    At
	Mottos     []Motto // other mottos that other sources state, beside the first
	Goals      []Goal
	Counts     []Declared
	Body       string      // its text, "" where there is none
	From       period.Date // in force from, "" where not known
	Until      period.Date // last day on which it is in force, "" where not known
	Parent     int64       // record that this programme or plan carries out, 0 for none
}

// Resolution is one version of a record.
type Resolution struct {
	ID     int64
	Record int64
	Unit   int64 // the unit whose register holds it
	Begun  int64
	Ended  int64 // entry that ended this version, 0 while it stands
	Content
	Source ledger.Source
}

func (r Resolution) version() ledger.Version {
	return ledger.Version{Record: r.Record, Unit: r.Unit, Begun: r.Begun, Ended: r.Ended, Name: r.Title()}
}

// New is a record to be entered for the transaction's unit.
type New struct {
	Content
	Source ledger.Source
}

// Same reports whether two records are about one and the same paper or plenum: the same
// kind, name, congress, plenum and, where both have one, number. The issuing body does
// not count, because reports often leave it to the name.
func (c Content) Same(d Content) bool {
	if c.Kind != d.Kind || c.Parent != d.Parent || !viet.Same(c.Name, d.Name) {
		return false
	}
	if !viet.Same(c.Congress, d.Congress) || c.Plenum != d.Plenum {
		return false
	}
	if c.Number == "" || d.Number == "" {
		return true
	}
	return viet.Same(c.Number, d.Number)
}

// InForceOn reports whether the paper binds on a day.
func (c Content) InForceOn(day period.Date) bool { return c.InForceDuring(day, day) }

// InForceDuring reports whether the paper binds on any day from first through last. Where its own
// dates are not known it binds from the day it bears and through the last year of its term. A
// plenum is told of; it never binds.
func (c Content) InForceDuring(first, last period.Date) bool {
	if c.Kind == Plenum {
		return false
	}
	from, until := c.From, c.Until
	if term, err := period.Parse(c.Term); err == nil && term != "" {
		if from == "" && c.Date == "" {
			from = period.Date(period.Year(term.First()) + "-01-01")
		}
		if until == "" {
			until = term.End()
		}
	}
	if from == "" {
		from = c.Date
	}
	return last >= from && (until == "" || first <= until)
}
