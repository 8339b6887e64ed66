package intake

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/meeting"
	"hamrong/internal/member"
	"hamrong/internal/period"
	"hamrong/internal/report"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/viet"
	"hamrong/internal/year"
)

// conference are the groups that make up a conference's page.
var conference = map[Group]bool{Event: true, Act: true, Obligation: true, Caption: true, Person: true, Publication: true}

// hall is the conferences of a report while they are entered.
type hall struct {
	sheet    *Sheet
	entry    int64
	records  map[string]int64 // mark → record of what stands or was just entered
	meetings map[string]int64 // folded name of an event → record
	yearEnd  int64            // the year-end conference, for the summing-up report
	main     int64            // the conference that the report begins with, for what names none
	years    map[string]period.Period
}

// meetings enters the wished items that make up conferences: the events first, then
// who did what there, what participants must do, captions and names in their roles.
func (s *Sheet) meetings(t *store.Tx, entry int64, w Wish, done map[string]int64, out *Outcome) error {
	t, err := t.On(access.Record, s.Document.Unit)
	if err != nil {
		return err
	}
	h := hall{sheet: s, entry: entry, records: done, meetings: map[string]int64{}, years: s.periods()}
	for _, it := range s.Items {
		if it.Entered != 0 {
			h.records[it.Mark] = it.Entered
		}
		if it.Group == Event && it.Entered != 0 {
			h.seat(it, it.Entered)
		}
	}
	for _, group := range []Group{Event, Act, Obligation, Caption, Person, Publication} {
		for _, it := range s.wished(w) {
			if it.Group != group {
				continue
			}
			m, err := h.one(t, it, w)
			if err := out.note(t, s, entry, it, m, err); err != nil {
				return err
			}
		}
	}
	return nil
}

// note keeps what became of an item: made, standing already, or refused. What was entered
// undecided stands as accepted from then on, also once the entry is taken back. Other errors
// end the whole entry.
func (out *Outcome) note(t *store.Tx, s *Sheet, entry int64, it Item, m made, err error) error {
	if refused := refusal(err); refused != nil {
		out.Refused = append(out.Refused, Refused{Mark: it.Mark, Err: refused})
		return nil
	}
	if err != nil {
		return fmt.Errorf("enter %s: %w", it.Mark, err)
	}
	if it.Choice == "" {
		if err := decide(t, s.Document.ID, Decision{Mark: it.Mark, Choice: Accept}); err != nil {
			return err
		}
	}
	added, err := m.added(t, entry)
	if err != nil {
		return err
	}
	if added {
		out.Added = append(out.Added, Added{Mark: it.Mark, Resolution: m.adds})
	} else if !m.created {
		out.Already = append(out.Already, it.Mark)
		return nil
	}
	if m.created {
		out.Made = append(out.Made, it.Mark)
	}
	_, err = t.Exec(linkEntered, s.Document.ID, it.Mark, entry, m.kind, m.record, store.JSON(s.Corrections(it)))
	return err
}

// added reports whether the entry said something more of a record that stood already.
func (m made) added(t *store.Tx, entry int64) (bool, error) {
	if m.created {
		return false, nil
	}
	for _, book := range []*ledger.Book{resolution.Book, meeting.Book} {
		if book.Table != m.kind {
			continue
		}
		records, err := book.Records(t, entry)
		return slices.Contains(records, m.record), err
	}
	return false, nil
}

func (h *hall) seat(it Item, record int64) {
	e := h.sheet.Document.Facts.Events[it.Place]
	h.meetings[viet.Fold(e.Name)] = record
	if h.yearEnd == 0 && meeting.KindOf(e.Name) == meeting.YearEnd {
		h.yearEnd = record
	}
	if h.main == 0 {
		h.main = record
	}
}

// dayWritten reads a day as reports write it, "15/3/2025" or "ngày 15-3-2025"; "" where it is no whole
// day. Two conferences of one name are told apart by it.
func dayWritten(s string) period.Date {
	day, err := period.ParseDate(strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }))
	if err != nil {
		return "" // "ngày 15 và 16/3": kept as written alone
	}
	return day
}

func (h *hall) one(t *store.Tx, it Item, w Wish) (m made, err error) {
	f := h.sheet.Document.Facts
	// The year is that of the conference in the report: where a closed year keeps that one out,
	// what was presented there does not go to another.
	if err = year.Writable(t, t.Unit(), h.years[it.Mark]); err != nil {
		return m, err
	}
	src := source(h.sheet.Document.ID, it)
	switch it.Group {
	case Event:
		n := meeting.New{Source: src}
		e := f.Events[it.Place]
		n.Name, n.Year, n.DateWritten, n.Place = e.Name, yearNumber(e.Year), text(e.DateWritten), text(e.Place)
		n.HeldOn = dayWritten(n.DateWritten)
		m.kind = meeting.Book.Table
		if m.record, m.created, err = meeting.Enter(t, h.entry, n); err == nil {
			h.seat(it, m.record)
		}
		return m, err
	case Person:
		n := roleOf(h.sheet.Person(it), h.main)
		n.Source = src
		for _, s := range it.Also {
			n.Source.Context = append(n.Source.Context, spanOf(s))
		}
		m.kind = member.Names.Table
		m.record, m.created, err = member.EnterName(t, h.entry, n)
		return m, err
	case Publication:
		return h.sign(t, it)
	}
	n := h.item(it)
	n.Source = src
	at := h.meetingOf(it)
	if at == 0 {
		return m, fault.New(fault.Invalid, "intake.no_meeting")
	}
	if err = h.open(t, at); err != nil {
		return m, err
	}
	m.kind = meeting.Items.Table
	m.record, m.created, err = meeting.EnterItem(t, h.entry, at, n)
	return m, err
}

// open refuses to add to a conference of a closed year.
func (h *hall) open(t *store.Tx, record int64) error {
	m, err := meeting.ByRecord(t, record)
	if err != nil {
		return err
	}
	return year.Writable(t, t.Unit(), m.Period())
}

// item makes a line of a conference's page.
func (h *hall) item(it Item) (n meeting.NewItem) {
	f := h.sheet.Document.Facts
	switch it.Group {
	case Act:
		p := f.Presented[it.Place]
		n.Kind, n.Act, n.Who, n.What = meeting.Act, meeting.Deed(p.Act), p.Who, text(p.What)
		n.Positions = h.sheet.positionsOf(p.Who)
		n.Resolution = h.resolutionNamed(n.What)
	case Obligation:
		o := f.Obligations[it.Place]
		n.Kind, n.Who, n.What, n.SetBy = meeting.Obligation, o.Who, o.What, text(o.SetBy)
	case Caption:
		n.Kind, n.What = meeting.Caption, f.Captions[it.Place].Text
	}
	return n
}

// meetingOf is the conference that an item names, else the one that the report begins with.
func (h *hall) meetingOf(it Item) int64 {
	if it.Group == Act {
		if name := text(h.sheet.Document.Facts.Presented[it.Place].Event); name != "" {
			if record, ok := h.meetings[viet.Fold(name)]; ok {
				return record
			}
		}
		what := viet.Fold(text(h.sheet.Document.Facts.Presented[it.Place].What))
		if h.yearEnd != 0 && strings.Contains(what, "bao cao tong ket") {
			return h.yearEnd
		}
	}
	return h.main
}

// resolutionNamed finds the entered resolution or plenum whose name the words contain.
func (h *hall) resolutionNamed(what string) int64 {
	folded := viet.Fold(what)
	if folded == "" {
		return 0
	}
	best, length := int64(0), 0
	for i, r := range h.sheet.Document.Facts.Resolution.Resolutions {
		name := viet.Fold(r.Name)
		if record := h.records[mark(Resolution, i)]; record != 0 && len(name) > length && strings.Contains(folded, name) {
			best, length = record, len(name)
		}
	}
	return best
}

// sign notes the unit that signs the report at the report's main conference.
func (h *hall) sign(t *store.Tx, it Item) (m made, err error) {
	m.kind = meeting.Book.Table
	if h.main == 0 {
		return m, fault.New(fault.Invalid, "intake.no_meeting")
	}
	standing, err := meeting.ByRecord(t, h.main)
	if err != nil {
		return m, err
	}
	n := meeting.New{Content: standing.Content, Source: standing.Source}
	if n.SignedBy != "" {
		return m, nil
	}
	if err := h.open(t, h.main); err != nil {
		return m, err
	}
	n.SignedBy = h.sheet.Document.Facts.Publisher.Name
	n.SignedAt = resolution.At{Document: h.sheet.Document.ID, Start: it.Span.Start, End: it.Span.End}
	m.record, _, err = meeting.Enter(t, h.entry, n)
	m.created = err == nil
	return m, err
}

// roleOf makes a name in its role of a person that the report names; it never makes a person.
func roleOf(p report.Person, meeting int64) (n member.NewName) {
	n.Name, n.Positions, n.Role, n.Meeting = p.Name, p.Positions, p.Role, meeting
	return n
}

// Person gives the name behind an item with its positions as the clerk means them.
func (s *Sheet) Person(it Item) report.Person {
	p := s.Document.Facts.People[it.Place]
	switch it.Edit.More {
	case "":
	case Nothing:
		p.Positions = nil
	default:
		p.Positions = strings.Split(it.Edit.More, ";")
	}
	return p
}

func (s *Sheet) positionsOf(who string) []string {
	for _, it := range s.Items {
		if it.Group != Person {
			continue
		}
		if p := s.Person(it); viet.Same(p.Name, who) {
			return p.Positions
		}
	}
	return nil
}

// yearNumber is the year of a fact, 0 where the text states none.
func yearNumber(y report.Year) int {
	n, err := wholeNumber(string(y))
	if err != nil || n == nil {
		return 0
	}
	return *n
}
