package meeting

import (
	"strings"
	"unicode/utf8"

	"hamrong/internal/fault"
)

// Lengths in characters that the fields may have.
const (
	maxLine      = 500
	maxText      = 4000
	maxPositions = 20
)

func (n New) settle() New {
	for _, s := range []*string{&n.Name, &n.DateWritten, &n.Place, &n.SignedBy} {
		*s = strings.Join(strings.Fields(*s), " ")
	}
	if n.Kind == "" {
		n.Kind = KindOf(n.Name)
	}
	if n.Year == 0 && n.HeldOn != "" && n.Source.Document == 0 {
		n.Year = n.HeldOn.Year()
	}
	return n
}

func (n New) validate() error {
	var f fault.Form
	switch n.Kind {
	case Study, YearEnd, Other:
	default:
		f.Add("kind", "meeting.kind_wrong")
	}
	if n.Name == "" {
		f.Add("name", "meeting.name_missing")
	}
	for _, s := range []struct{ name, value string }{
		{"name", n.Name}, {"date_written", n.DateWritten}, {"place", n.Place}, {"signed_by", n.SignedBy},
	} {
		tooLong(&f, s.name, s.value, maxLine)
	}
	if n.Year != 0 && (n.Year < 1930 || n.Year > 2200) {
		f.Add("year", "meeting.year_wrong")
	}
	return f.Err()
}

func (n NewItem) settle() NewItem {
	for _, s := range []*string{&n.Who, &n.What, &n.SetBy} {
		*s = strings.Join(strings.Fields(*s), " ")
	}
	list := make([]string, 0, len(n.Positions))
	for _, p := range n.Positions {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			list = append(list, p)
		}
	}
	n.Positions = list
	if n.Kind != Act {
		n.Act = ""
	}
	return n
}

func (n NewItem) validate() error {
	var f fault.Form
	switch n.Kind {
	case Act:
		n.checkAct(&f)
	case Obligation:
		if n.Who == "" {
			f.Add("who", "meeting.obliged_missing")
		}
		if n.What == "" {
			f.Add("what", "meeting.duty_missing")
		}
	case Caption:
		if n.What == "" {
			f.Add("what", "meeting.caption_missing")
		}
	default:
		f.Add("kind", "meeting.item_kind_wrong")
	}
	tooLong(&f, "who", n.Who, maxLine)
	tooLong(&f, "what", n.What, maxText)
	tooLong(&f, "set_by", n.SetBy, maxLine)
	if len(n.Positions) > maxPositions {
		f.Add("positions", "meeting.positions_many", maxPositions)
	}
	for _, p := range n.Positions {
		tooLong(&f, "positions", p, maxLine)
	}
	return f.Err()
}

func (n NewItem) checkAct(f *fault.Form) {
	switch n.Act {
	case Opened, Concluded:
	case Informed, Presented, OtherDeed:
		if n.What == "" {
			f.Add("what", "meeting.what_missing")
		}
	default:
		f.Add("act", "meeting.act_wrong")
	}
	if n.Who == "" && n.What == "" {
		f.Add("who", "meeting.who_missing")
	}
}

func tooLong(f *fault.Form, name, value string, limit int) {
	if utf8.RuneCountInString(value) > limit {
		f.Add(name, "meeting.too_long", limit)
	}
}
