package target

import (
	"strings"

	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/period"
	"hamrong/internal/rulebook"
)

// settle fills in the codes that the wording gives and evens out the rest.
func (n New) settle() New {
	n.Subject, n.Measure = strings.TrimSpace(n.Subject), strings.TrimSpace(n.Measure)
	n.Field, n.Note, n.Decision = strings.TrimSpace(n.Field), strings.TrimSpace(n.Note), strings.TrimSpace(n.Decision)
	if n.Population == "" {
		n.Population = rulebook.PopulationCode(n.Subject)
	}
	if n.Level == "" {
		n.Level = LevelCode(n.Measure)
	}
	if n.Within != "" && !rulebook.IsLevel(n.Within) {
		n.Within = figure.LevelCode(n.Within)
	}
	if n.Base != "" {
		n.Base = rulebook.PopulationCode(n.Base)
	}
	if !n.Comparator.Ranged() {
		n.High = n.Low
	}
	if n.State == "" {
		n.State = Draft
	}
	return n
}

// LevelCode gives the code of the level or title that a measure as written names ("đạt
// danh hiệu “Lao động Tiên tiến”" is LDTT); another measure is folded with "_".
func LevelCode(measure string) string {
	text := strings.TrimSpace(measure)
	for _, lead := range []string{"giữ vững", "giữ", "đạt danh hiệu", "được công nhận", "được xếp loại", "xếp loại", "đạt mức", "đạt", "là", "danh hiệu"} {
		if rest, ok := strings.CutPrefix(strings.ToLower(text), lead); ok {
			text = strings.TrimSpace(rest)
		}
	}
	if rest, ok := strings.CutSuffix(text, "trở lên"); ok {
		text = strings.TrimSpace(rest)
	}
	return figure.LevelCode(text)
}

// largest bounds a value, in hundredths, and largestTotal a base: as many as the nation has
// people, and small enough that thresholds fit an int64.
const (
	largest      = 100 * largestTotal
	largestTotal = 100_000_000
)

// validate tells what is wrong at which field of the form.
func (n New) validate() error {
	var f fault.Form
	if n.Period == "" {
		f.Add("period", "target.period_missing")
	} else if _, err := period.Parse(string(n.Period)); err != nil {
		f.Add("period", "target.period_wrong", string(n.Period))
	}
	if n.Population == "" {
		f.Add("subject", "target.subject_missing")
	}
	if n.Level == "" {
		f.Add("measure", "target.measure_missing")
	}
	n.checkValues(&f)
	n.checkState(&f)
	return f.Err()
}

func (n New) checkValues(f *fault.Form) {
	switch n.Comparator {
	case Equal, Above, AtLeast, Below, AtMost, Range, RangeUp:
	default:
		f.Add("comparator", "target.comparator_wrong")
	}
	highest := int64(largest)
	switch n.Unit {
	case Percent:
		highest = 100 * 100
	case PerMille:
		highest = 1000 * 100
	case Count:
	default:
		f.Add("unit", "target.unit_wrong")
	}
	if n.Source.Document != 0 {
		highest = largest // a report states what it states
	}
	switch {
	case n.Low < 0 || n.Low > highest:
		f.Add("low", "target.value_wrong")
	case n.High < 0 || n.High > highest:
		f.Add("high", "target.value_wrong")
	case n.High < n.Low:
		f.Add("high", "target.range_turned")
	}
	if n.OfTotal < 0 || n.OfTotal > largestTotal {
		f.Add("of_total", "target.total_wrong")
	}
}

func (n New) checkState(f *fault.Form) {
	switch n.State {
	case Draft, Submitted:
	case Adopted, Amended:
		if n.Decision == "" {
			f.Add("decision", "target.decision_missing")
		}
		if n.DecidedOn == "" {
			f.Add("decided_on", "target.decision_date_missing")
		}
	default:
		f.Add("state", "target.state_wrong")
	}
}
