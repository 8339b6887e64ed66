package intake

import (
	"math"

	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/report"
	"hamrong/internal/target"
	"hamrong/internal/title"
)

// population names who is counted when the text carries no word of its own for it.
var population = map[report.Kind]string{
	report.Organisations: "to_chuc_dang", report.Members: "dang_vien", report.Units: "tap_the", report.Tasks: "nhiem_vu",
}

// FigureOf makes a reported figure of a classification as the clerk means it.
func FigureOf(c report.Classification, src ledger.Source) (figure.New, error) {
	n := figure.New{Subject: c.Subject, Category: c.Category, Source: src}
	n.Period, n.Level, n.OrHigher = period.Period(c.Year), string(c.CategoryNorm), c.CumulativeUp
	n.Within, n.Base = c.Within, c.PercentBase
	n.Qualifier, n.Negated = figure.Qualifier(c.Qualifier), c.Negated
	if c.Subject == "" {
		n.Population = population[c.SubjectKind]
	}
	n.Count, n.OfTotal = wide(c.Count), wide(c.OfTotal)
	if c.PercentWritten != nil {
		p, err := figure.ParsePercent(*c.PercentWritten)
		if err != nil {
			return n, err
		}
		n.Percent = &p
	}
	return n, nil
}

func wide(n *int) *int64 {
	if n == nil {
		return nil
	}
	w := int64(*n)
	return &w
}

// TargetOf makes a target of what was read. A report tells of targets that were
// set: by which decision it does not say, so they are entered as drafts, to be put forward and
// adopted like any other.
func TargetOf(c report.Target, src ledger.Source) target.New {
	n := target.New{State: target.Draft, Source: src}
	n.Period, n.Subject, n.Measure, n.Level = period.Period(c.Period), c.Subject, c.Measure, string(c.Level)
	n.Comparator, n.Unit = target.Comparator(c.Comparator), target.Unit(c.Unit)
	n.OrHigher, n.Within, n.Frequency, n.Negated = c.OrHigher, c.Within, c.Frequency, c.Negated
	if len(c.Values) > 0 {
		n.Low = int64(math.Round(c.Values[0] * 100))
		n.High = int64(math.Round(c.Values[len(c.Values)-1] * 100))
	}
	if c.OfTotal != nil {
		n.OfTotal = int64(*c.OfTotal)
	}
	return n
}

// titleOf makes a title record of what was read.
func titleOf(c report.Title, src ledger.Source) title.New {
	n := title.New{Source: src}
	n.Period, n.Wording, n.Status = period.Period(c.Year), c.Title, title.Status(c.Status)
	if c.AwardedBy != nil {
		n.AwardedBy = *c.AwardedBy
	}
	return n
}

// source says where an item was read.
func source(doc int64, it Item) ledger.Source {
	src := ledger.Source{Document: doc, Span: spanOf(it.Span)}
	for _, c := range it.Context {
		src.Context = append(src.Context, spanOf(c))
	}
	return src
}

func spanOf(s report.Span) ledger.Span { return ledger.Span{Start: s.Start, End: s.End} }
