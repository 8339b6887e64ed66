package title

import (
	"strings"
	"unicode/utf8"

	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/rulebook"
)

// Status says how a unit stands to a title.
type Status string

// The statuses.
const (
	Attained     Status = "attained"      // đạt, được công nhận
	Aimed        Status = "target"        // phấn đấu
	Proposed     Status = "proposed"      // đề nghị
	SelfAssessed Status = "self-assessed" // tự xếp loại
)

// Statuses lists the statuses in the order in which forms offer them.
var Statuses = []Status{Attained, Aimed, Proposed, SelfAssessed}

// Content is what a title record says.
type Content struct {
	Period    period.Period
	Wording   string // the title as written: "Trong sạch, Vững mạnh tiêu biểu"
	Code      string // the rulebook's code, "" for a title that no rulebook has
	Status    Status
	AwardedBy string // as written, "" where not stated
}

// Name is the title as pages say it; Wording is as its source writes it.
func (c Content) Name() string { return rulebook.TitleSaid(c.Code, c.Wording) }

// Title is one version of a title record.
type Title struct {
	ID     int64
	Record int64
	Unit   int64
	Begun  int64
	Ended  int64 // entry that ended this version, 0 while it stands
	Content
	Source ledger.Source
}

func (d Title) version() ledger.Version {
	return ledger.Version{Record: d.Record, Unit: d.Unit, Begun: d.Begun, Ended: d.Ended, Name: d.Name(), Period: d.Period}
}

// New is a title to be entered for the transaction's unit. Code may be left empty where
// the wording names it.
type New struct {
	Content
	Source ledger.Source
}

func (n New) settle() New {
	n.Wording, n.AwardedBy = strings.Join(strings.Fields(n.Wording), " "), strings.TrimSpace(n.AwardedBy)
	if n.Code == "" {
		n.Code = rulebook.TitleCode(n.Wording)
	}
	return n
}

// maxWording is the longest title, in letters.
const maxWording = 400

func (n New) validate() error {
	var f fault.Form
	if n.Period == "" {
		f.Add("period", "title.period_missing")
	} else if _, err := period.Parse(string(n.Period)); err != nil {
		f.Add("period", "title.period_wrong", string(n.Period))
	}
	if n.Wording == "" {
		f.Add("wording", "title.wording_missing")
	} else if utf8.RuneCountInString(n.Wording) > maxWording {
		f.Add("wording", "title.wording_long")
	}
	switch n.Status {
	case Attained, Aimed, Proposed, SelfAssessed:
	default:
		f.Add("status", "title.status_wrong")
	}
	return f.Err()
}

// Same reports whether two records say the same title in the same standing.
func (c Content) Same(d Content) bool {
	if c.Period != d.Period || c.Status != d.Status {
		return false
	}
	if c.Code != "" || d.Code != "" {
		return c.Code == d.Code
	}
	return strings.EqualFold(c.Wording, d.Wording)
}

// Contradicts reports whether two sources say two titles of one order in the same standing, of one
// unit and period: a unit has one of them ("Trong sạch, vững mạnh", or that and "tiêu biểu").
func (d Title) Contradicts(o Title) bool {
	if d.Unit != o.Unit || d.Period != o.Period || d.Status != o.Status || d.Source.Document != 0 && d.Source.Document == o.Source.Document {
		return false
	}
	switch rulebook.CompareTitles(d.Code, o.Code) {
	case rulebook.TitleAbove, rulebook.TitleBelow:
		return true
	}
	return false
}

// Against lists the titles of a list that contradict one.
func (d Title) Against(list []Title) []Title {
	var out []Title
	for _, o := range list {
		if d.Contradicts(o) {
			out = append(out, o)
		}
	}
	return out
}

// Against lists the titles of a list that one to be entered for a unit would contradict.
func (n New) Against(unit int64, list []Title) []Title {
	return Title{Unit: unit, Content: n.settle().Content, Source: n.Source}.Against(list)
}

// Stand is how a unit's held titles stand to one that it aims at.
type Stand struct {
	Standing rulebook.Standing
	Held     *Title  // the best comparable title held, nil for none
	Result   *Title  // the one attained in the aim's own period, nil while there is none
	Against  []Title // what other sources say was attained instead of the result
}

// Compare says how a unit stands to a title that it aims at: its baseline is what it held
// in earlier periods, its result only what it attained in the aim's own.
func Compare(aim Title, all []Title) Stand {
	s := Stand{Standing: rulebook.TitleUnknown}
	for i := range all {
		held := &all[i]
		if held.Status != Attained || held.Unit != aim.Unit {
			continue
		}
		standing := rulebook.CompareTitles(held.Code, aim.Code)
		if standing == rulebook.TitleUnknown && held.Code == "" && aim.Code == "" && strings.EqualFold(held.Wording, aim.Wording) {
			standing = rulebook.TitleEqual
		}
		if standing == rulebook.TitleUnknown {
			continue
		}
		if held.Period == aim.Period {
			s.Result = better(s.Result, held)
			continue
		}
		if held.Period.Last() < aim.Period.First() && newer(held, s.Held) {
			s.Held, s.Standing = held, standing
		}
	}
	if s.Result != nil {
		s.Against = s.Result.Against(all)
	}
	return s
}

// Met reports whether the result, if there is one, reaches the aim; it is not known while another
// source's title says otherwise.
func (s Stand) Met(aim Title) (met, known bool) {
	if s.Result == nil {
		return false, false
	}
	met = s.Result.reaches(aim)
	for _, o := range s.Against {
		if o.reaches(aim) != met {
			return false, false
		}
	}
	return met, true
}

// reaches reports whether a comparable title is the one aimed at or higher; Compare lets none but the
// same wording through that the rulebook does not have.
func (d Title) reaches(aim Title) bool {
	return rulebook.CompareTitles(d.Code, aim.Code) != rulebook.TitleBelow
}

// First gives the title that stands for a list that is in the order of entering: the higher of one
// source, but the first of sources that contradict one another. The list is not empty.
func First(list []Title) Title {
	first := &list[0]
	for i := range list[1:] {
		first = better(first, &list[i+1])
	}
	return *first
}

// better prefers the higher of two titles, but what was entered first where they contradict.
func better(a, b *Title) *Title {
	if a == nil || !a.Contradicts(*b) && rulebook.CompareTitles(b.Code, a.Code) == rulebook.TitleAbove {
		return b
	}
	return a
}

// newer prefers the later period and, in the same one, the better title.
func newer(a, b *Title) bool {
	if b == nil {
		return true
	}
	if a.Period != b.Period {
		return a.Period.Last() > b.Period.Last()
	}
	return better(b, a) == a
}
