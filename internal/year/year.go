package year

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
)

// Stage is how far a year has come.
type Stage string

// The stages, in their order.
const (
	Open    Stage = "open"    // đang thực hiện
	Decided Stage = "decided" // đã công nhận
	Closed  Stage = "closed"  // đã khóa
)

// Year is a unit's year.
type Year struct {
	Unit     int64
	Year     int
	Stage    Stage
	Body     string      // who decided, as the decision names it: "Ban Thường vụ Đảng ủy Khối"
	Number   string      // number of the decision; "" if it is not known
	On       period.Date // date of the decision; "" while open
	ClosedOn period.Date // period.Forever while it is not closed

	// Frozen says that only corrections are taken: the year of the unit itself or of one
	// above it is closed. FrozenBy and FrozenName are that unit.
	Frozen     bool
	FrozenBy   int64
	FrozenName string

	record int64
}

// Period gives the year as a period.
func (y Year) Period() period.Period { return period.Year(y.Year) }

// Deciding is the decision on a year (quyết định công nhận).
type Deciding struct {
	Body   string
	Number string
	On     period.Date
	Reason string // required when a recorded decision is corrected, or a closed year
}

// paper names the decision for the ledger.
func (d Deciding) paper() string {
	parts := []string{}
	if d.Number != "" {
		parts = append(parts, d.Number)
	}
	return strings.Join(append(parts, d.On.String(), d.Body), ", ")
}

// span is the life of a unit.
type span struct{ from, until period.Date }

// The longest name of a deciding body and number of a decision, in letters.
const (
	maxBody   = 200
	maxNumber = 60
)

// decide gives the year after a decision, or an Invalid fault with every field that is wrong.
func decide(y Year, d Deciding, life span, today period.Date) (Year, error) {
	if err := lived(y.Year, life, today); err != nil {
		return y, err
	}
	var form fault.Form
	if key := y.frozen(); key != "" && y.Stage == Open && !ledger.Reasoned(d.Reason) {
		form.Add("reason", key+".reason", y.Period(), y.FrozenName)
	}
	switch {
	case d.Body == "":
		form.Add("body", "year.body_missing")
	case utf8.RuneCountInString(d.Body) > maxBody:
		form.Add("body", "year.text_long", maxBody)
	}
	if utf8.RuneCountInString(d.Number) > maxNumber {
		form.Add("number", "year.text_long", maxNumber)
	}
	switch {
	case d.On == "":
		form.Add("on", "year.day_missing")
	case d.On.Year() < y.Year:
		form.Add("on", "year.day_before_year", y.Period())
	case d.On > today:
		form.Add("on", "year.day_ahead", today)
	}
	if y.Stage != Open {
		if !ledger.Reasoned(d.Reason) {
			form.Add("reason", "year.reason_missing")
		}
		if d.Body == y.Body && d.Number == y.Number && d.On == y.On {
			form.Add("number", "year.nothing_changed")
		}
	}
	y.Body, y.Number, y.On = d.Body, d.Number, d.On
	if y.Stage == Open {
		y.Stage = Decided
	}
	return y, form.Err()
}

// shut gives the year after its closing.
func shut(y Year, today period.Date) (Year, error) {
	switch y.Stage {
	case Closed:
		return y, fault.New(fault.Conflict, "year.closed_already", y.Period(), y.ClosedOn)
	case Open:
		return y, fault.New(fault.Conflict, "year.not_decided", y.Period())
	}
	y.Stage, y.ClosedOn = Closed, today
	return y, nil
}

// lived refuses a year that has not begun or in which the unit did not exist.
func lived(year int, life span, today period.Date) error {
	switch {
	case year > today.Year():
		return fault.New(fault.Conflict, "year.not_begun", period.Year(year))
	case life.from > period.Year(year).End() || life.until <= period.Date(strconv.Itoa(year)+"-01-01"):
		return fault.New(fault.Conflict, "year.not_lived", period.Year(year))
	}
	return nil
}

// frozen is the sentence that the year is closed, by its own unit or by one above, "" while it is not.
func (y Year) frozen() string {
	switch {
	case !y.Frozen:
		return ""
	case y.FrozenBy != y.Unit:
		return "year.closed_above"
	}
	return "year.closed"
}
