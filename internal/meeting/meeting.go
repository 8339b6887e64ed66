package meeting

import (
	"strings"

	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/resolution"
	"hamrong/internal/viet"
)

// Kind says what sort of meeting it is.
type Kind string

// The kinds.
const (
	Study   Kind = "study"    // hội nghị học tập, quán triệt
	YearEnd Kind = "year_end" // hội nghị tổng kết
	Other   Kind = "other"
)

// Kinds lists the kinds in the order in which forms offer them.
var Kinds = []Kind{Study, YearEnd, Other}

// KindOf gives the kind that a conference's name tells of.
func KindOf(name string) Kind {
	folded := viet.Fold(name)
	for _, w := range []struct {
		word string
		kind Kind
	}{{"hoc tap", Study}, {"quan triet", Study}, {"tong ket", YearEnd}} {
		if strings.Contains(folded, w.word) {
			return w.kind
		}
	}
	return Other
}

// Content is what a meeting's record says.
type Content struct {
	Kind        Kind
	Name        string
	Year        int    // 0 where not known
	DateWritten string // as the source gives it
	HeldOn      period.Date
	Place       string        // venue
	SignedBy    string        // the unit that signs the report
	SignedAt    resolution.At // where it signs
}

// Meeting is one version of a meeting's record.
type Meeting struct {
	ID, Record int64
	Unit       int64
	Begun      int64
	Ended      int64 // entry that ended this version, 0 while it stands
	Content
	Source ledger.Source
}

func (m Meeting) version() ledger.Version {
	return ledger.Version{Record: m.Record, Unit: m.Unit, Begun: m.Begun, Ended: m.Ended, Name: m.Name, Period: m.Period()}
}

// New is a meeting to be entered for the transaction's unit. An empty Kind follows from the name.
type New struct {
	Content
	Source ledger.Source
}

// Period is the year as a period, "" where not known.
func (c Content) Period() period.Period {
	if c.Year == 0 {
		return ""
	}
	return period.Year(c.Year)
}

// Same reports whether two records are about one meeting. A year or a day that one of
// them does not give does not tell them apart.
func (c Content) Same(d Content) bool {
	if !viet.Same(c.Name, d.Name) {
		return false
	}
	if c.Year != 0 && d.Year != 0 && c.Year != d.Year {
		return false
	}
	return c.HeldOn == "" || d.HeldOn == "" || c.HeldOn == d.HeldOn
}

// ItemKind says what a line of a meeting's page is.
type ItemKind string

// The kinds of item.
const (
	Act        ItemKind = "act"        // somebody did something
	Obligation ItemKind = "obligation" // what participants must do
	Caption    ItemKind = "caption"    // chú thích ảnh
)

// ItemKinds lists the kinds in the order in which forms offer them.
var ItemKinds = []ItemKind{Act, Obligation, Caption}

// Deed is what a person did at a meeting.
type Deed string

// The deeds; a report's own codes.
const (
	Opened    Deed = "opened"    // khai mạc
	Informed  Deed = "informed"  // thông tin nhanh
	Presented Deed = "presented" // giới thiệu, quán triệt, trình bày
	Concluded Deed = "concluded" // kết luận, bế mạc
	OtherDeed Deed = "other"
)

// Deeds lists the deeds in the order in which forms offer them.
var Deeds = []Deed{Opened, Informed, Presented, Concluded, OtherDeed}

// ItemContent is what one line says.
type ItemContent struct {
	Kind       ItemKind
	Act        Deed     // of an act
	Who        string   // who acted, or who must do it
	Positions  []string // in which positions, as given there
	What       string   // what was presented, what must be done, the caption
	SetBy      string   // who set the obligation
	Resolution int64    // record of the resolution that it is about, 0 for none
	Name       int64    // record of the name in its role (package member), 0 for none
	Place      int      // order on the page, counted by the package where 0
}

// Item is one version of an item.
type Item struct {
	ID, Record int64
	Unit       int64
	Begun      int64
	Ended      int64
	Meeting    int64 // record of its meeting
	ItemContent
	Source ledger.Source
}

// version calls an item by who acted and what it says.
func (i Item) version() ledger.Version {
	name := strings.Trim(i.Who+": "+i.What, ": ")
	return ledger.Version{Record: i.Record, Unit: i.Unit, Begun: i.Begun, Ended: i.Ended, Name: name}
}

// NewItem is an item to be entered.
type NewItem struct {
	ItemContent
	Source ledger.Source
}

func (c ItemContent) same(d ItemContent) bool {
	return c.Kind == d.Kind && c.Act == d.Act && viet.Same(c.Who, d.Who) && viet.Same(c.What, d.What)
}
