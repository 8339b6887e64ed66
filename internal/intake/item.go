package intake

import (
	"strconv"

	"hamrong/internal/report"
)

// Group is a kind of fact, in the letter of its marks.
type Group string

// The groups, in the order in which the page shows them.
const (
	Event       Group = "S" // sự kiện
	Resolution  Group = "N" // nghị quyết
	Person      Group = "G" // người
	Class       Group = "X" // xếp loại
	Target      Group = "C" // chỉ tiêu
	Title       Group = "D" // danh hiệu
	Act         Group = "P" // trình bày, phát biểu
	Obligation  Group = "B" // việc phải làm
	Caption     Group = "H" // chú thích hình
	Publication Group = "K" // đơn vị ký
)

// Groups lists the groups in the order of the page.
var Groups = []Group{Event, Resolution, Person, Act, Obligation, Class, Target, Title, Caption, Publication}

// Choice is what the clerk decided about an item.
type Choice string

// The choices; "" is not yet decided.
const (
	Accept Choice = "accept"
	Edit   Choice = "edit"
	Leave  Choice = "leave"
)

// Item is one fact of the report, ready to be decided on.
type Item struct {
	Mark     string
	Group    Group
	Place    int // place in the reader's list of the group
	Span     report.Span
	Also     []report.Span // further places that state it
	Context  []report.Span // where year, scope or subject come from
	Repeat   string        // mark of the fact that it states again, "" for none
	Doubt    string        // why it can be read in another way, "" if it cannot
	Choice   Choice
	Edit     Fix
	Entered  int64 // the record that it became, 0 while it is not entered
	RecordOf string
	Entry    int64
}

// Open reports whether the clerk still has to decide on the item.
func (i Item) Open() bool { return i.Choice == "" && i.Repeat == "" }

func (i Item) corrected() bool { return i.Choice == Edit && !i.Edit.Empty() }

// Items lists the facts of a report with their marks, in the order of the groups.
// A fact that states another again comes with the mark of the first and is not
// entered.
func Items(f *report.Facts) []Item {
	var list []Item
	for i, e := range f.Events {
		list = append(list, item(Event, i, e.Source, e.RepeatOf))
	}
	for i, r := range f.Resolution.Resolutions {
		it := item(Resolution, i, r.Source, nil)
		for _, c := range r.Counts {
			it.Also = append(it.Also, c.Source)
		}
		if r.Motto != nil {
			it.Also = append(it.Also, r.Motto.Source)
		}
		for _, g := range r.Goals {
			it.Also = append(it.Also, g.Source)
		}
		list = append(list, it)
	}
	for i, p := range f.People {
		if len(p.Source) == 0 {
			continue
		}
		it := item(Person, i, p.Source[0], nil)
		it.Also = p.Source[1:]
		list = append(list, it)
	}
	for i, p := range f.Presented {
		list = append(list, item(Act, i, p.Source, nil))
	}
	for i, o := range f.Obligations {
		list = append(list, item(Obligation, i, o.Source, nil))
	}
	for i, c := range f.Classification {
		it := item(Class, i, c.Source, c.RepeatOf)
		it.Context, it.Doubt = c.Context, c.Ambiguity
		list = append(list, it)
	}
	for i, c := range f.Targets {
		it := item(Target, i, c.Source, c.RepeatOf)
		it.Context, it.Doubt = c.Context, c.Ambiguity
		list = append(list, it)
	}
	for i, t := range f.Titles {
		it := item(Title, i, t.Source, t.RepeatOf)
		it.Context = t.Context
		list = append(list, it)
	}
	for i, c := range f.Captions {
		list = append(list, item(Caption, i, c.Source, nil))
	}
	if f.Publisher != nil {
		list = append(list, item(Publication, 0, f.Publisher.Source, nil))
	}
	return list
}

func item(g Group, place int, span report.Span, repeat *int) Item {
	it := Item{Mark: mark(g, place), Group: g, Place: place, Span: span}
	if repeat != nil {
		it.Repeat = mark(g, *repeat)
	}
	return it
}

func mark(g Group, place int) string { return string(g) + strconv.Itoa(place+1) }

// CheckMarks gives the marks of the facts that a check speaks of.
func CheckMarks(c report.Check) []string {
	groups := map[string]Group{"classification": Class, "targets": Target, "titles": Title, "events": Event, "resolution": Resolution, "people": Person}
	var marks []string
	for _, r := range c.Facts {
		if g, ok := groups[r.List]; ok {
			marks = append(marks, mark(g, r.Place))
		}
	}
	return marks
}
