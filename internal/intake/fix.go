package intake

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/report"
	"hamrong/internal/target"
)

// Fix is a clerk's correction of one fact. Empty fields leave what was read, Nothing takes it
// away; the source's own spelling stays in the document. What each group can correct:
// figures the year, level, figures and "trở lên"; targets also the comparator and
// the period; people their positions; the others their words.
type Fix struct {
	Year       string `json:"year,omitempty"`    // year or term
	Level      string `json:"level,omitempty"`   // level code
	Count      string `json:"count,omitempty"`   // as typed, "1.234"
	OfTotal    string `json:"total,omitempty"`   // as typed
	Percent    string `json:"percent,omitempty"` // as typed, "97,6"
	Values     string `json:"values,omitempty"`  // as typed, "15-20"
	Comparator string `json:"comparator,omitempty"`
	OrHigher   string `json:"higher,omitempty"` // "yes", "no"
	Words      string `json:"words,omitempty"`  // subject, name, text: the group's own words
	More       string `json:"more,omitempty"`   // measure, title, positions: the second words
}

// Nothing is the correction of a field that was cleared: the fact has none.
const Nothing = "∅"

// typed is what was typed into a field of a correction, "" for one that was cleared.
func typed(value string) string {
	if value == Nothing {
		return ""
	}
	return value
}

// meaning is what a field says once corrected: as typed, else as read.
func meaning(fix, read string) string {
	if fix == "" {
		return read
	}
	return typed(fix)
}

// needed are the fields that a fact of a group cannot do without.
var needed = map[Group][]string{
	Class:  {"level", "higher"},
	Target: {"comparator", "values", "higher", "words", "more"},
	Title:  {"more"},
}

// Validate says which fields of a correction of what was read are wrong, as a fault with a sentence at each.
func (f Fix) Validate(g Group, read Fix) error {
	var form fault.Form
	for _, x := range f.fields() {
		if x.value == Nothing && slices.Contains(needed[g], x.name) {
			form.Add(x.name, "intake.field_needed")
		}
	}
	if _, err := period.Parse(typed(f.Year)); err != nil {
		form.Add("year", "intake.bad_year", f.Year)
	}
	for _, s := range []struct{ name, value string }{{"count", f.Count}, {"total", f.OfTotal}} {
		if _, err := wholeNumber(typed(s.value)); err != nil {
			form.Add(s.name, "intake.bad_number", s.value)
		}
	}
	if _, err := hundredths(typed(f.Percent)); err != nil {
		form.Add("percent", "intake.bad_percent", f.Percent)
	}
	if (f.Count == Nothing || f.Percent == Nothing) && meaning(f.Count, read.Count) == "" && meaning(f.Percent, read.Percent) == "" {
		form.Add("count", "intake.count_or_percent")
		form.Add("percent", "intake.count_or_percent")
	}
	if g == Target && typed(f.Comparator) != "" && !slices.Contains(target.Comparators, target.Comparator(f.Comparator)) {
		form.Add("comparator", "intake.bad_comparator", f.Comparator)
	}
	if vals, err := values(typed(f.Values)); err != nil || (strings.HasPrefix(f.Comparator, "range") && typed(f.Values) != "" && len(vals) != 2) {
		form.Add("values", "intake.bad_values", f.Values)
	}
	if count, _ := wholeNumber(f.Count); count != nil {
		if total, _ := wholeNumber(f.OfTotal); total != nil && *count > *total {
			form.Add("count", "intake.more_than_total", f.Count, f.OfTotal)
		}
	}
	return form.Err()
}

// Typed is what a field of a wrong correction shows: what was typed into it, else what was read.
func (f Fix) Typed(name, read string) string {
	for _, x := range f.fields() {
		if x.name == name {
			return meaning(x.value, read)
		}
	}
	return read
}

type field struct{ name, value string }

// fields lists the correction field by field, by the names that the entering page gives them.
func (f Fix) fields() []field {
	return []field{{"year", f.Year}, {"level", f.Level}, {"count", f.Count}, {"total", f.OfTotal}, {"percent", f.Percent},
		{"values", f.Values}, {"comparator", f.Comparator}, {"higher", f.OrHigher}, {"words", f.Words}, {"more", f.More}}
}

// Empty reports whether nothing was corrected.
func (f Fix) Empty() bool { return f == Fix{} }

func (f Fix) encode() (string, error) {
	if f.Empty() {
		return "", nil
	}
	b, err := json.Marshal(f)
	return string(b), err
}

func decodeFix(s string) (f Fix, err error) {
	if s == "" {
		return f, nil
	}
	return f, json.Unmarshal([]byte(s), &f)
}

// wholeNumber reads "1.234" or "1234"; "" is no number.
func wholeNumber(s string) (*int, error) {
	s = strings.ReplaceAll(strings.TrimSpace(s), ".", "")
	if s == "" {
		return nil, nil
	}
	n, err := strconv.Atoi(s)
	if err == nil && n < 0 {
		err = strconv.ErrRange
	}
	return &n, err
}

// hundredths reads "97,6" as 9760; "" is no number. More than two decimals are an error.
func hundredths(s string) (*int, error) {
	s = strings.TrimSuffix(strings.TrimSpace(s), "%")
	s = strings.TrimSpace(s)
	if s == "" {
		return nil, nil
	}
	whole, part, _ := strings.Cut(s, ",")
	if len(part) > 2 {
		return nil, strconv.ErrSyntax
	}
	n, err := strconv.Atoi(strings.ReplaceAll(whole, ".", "") + (part + "00")[:2])
	if err == nil && n < 0 {
		err = strconv.ErrRange
	}
	return &n, err
}

// values reads one number or the two ends of a range, "15-20" or "15 đến 20", in hundredths.
func values(s string) ([]int, error) {
	s = strings.NewReplacer("đến", "-", "–", "-").Replace(s)
	if strings.TrimSpace(s) == "" {
		return nil, nil
	}
	var list []int
	for _, part := range strings.Split(s, "-") {
		n, err := hundredths(part)
		if err != nil || n == nil {
			return nil, strconv.ErrSyntax
		}
		list = append(list, *n)
	}
	if len(list) > 2 || (len(list) == 2 && list[1] < list[0]) {
		return nil, strconv.ErrRange
	}
	return list, nil
}

// fixedClass gives a figure as the clerk means it.
func fixedClass(c report.Classification, f Fix) (report.Classification, error) {
	c.Year = report.Year(meaning(f.Year, string(c.Year)))
	c.CategoryNorm = report.Level(meaning(f.Level, string(c.CategoryNorm)))
	c.CumulativeUp = meaning(f.OrHigher, yesNo(c.CumulativeUp)) == "yes"
	c.Subject = meaning(f.Words, c.Subject)
	if err := fixNumber(&c.Count, f.Count); err != nil {
		return c, err
	}
	if err := fixNumber(&c.OfTotal, f.OfTotal); err != nil {
		return c, err
	}
	if f.Percent == "" {
		return c, nil
	}
	c.Percent, c.PercentWritten = nil, nil
	n, err := hundredths(typed(f.Percent))
	if err != nil || n == nil {
		return c, err
	}
	p, w := float64(*n)/100, strings.TrimSuffix(strings.TrimSpace(f.Percent), "%")
	c.Percent, c.PercentWritten = &p, &w
	return c, nil
}

// fixNumber puts a corrected number in the place of the one that was read.
func fixNumber(read **int, fix string) error {
	if fix == "" {
		return nil
	}
	n, err := wholeNumber(typed(fix))
	if err == nil {
		*read = n
	}
	return err
}

// fixedTarget gives a target as the clerk means it.
func fixedTarget(c report.Target, f Fix) (report.Target, error) {
	c.Period = report.Period(meaning(f.Year, string(c.Period)))
	c.Level = report.Level(meaning(f.Level, string(c.Level)))
	c.OrHigher = meaning(f.OrHigher, yesNo(c.OrHigher)) == "yes"
	c.Comparator = report.Comparator(meaning(f.Comparator, string(c.Comparator)))
	c.Subject, c.Measure = meaning(f.Words, c.Subject), meaning(f.More, c.Measure)
	v, err := values(typed(f.Values))
	if err != nil || v == nil {
		return c, err
	}
	c.Values = nil
	for _, n := range v {
		c.Values = append(c.Values, float64(n)/100)
	}
	return c, nil
}

// fixedTitle gives a title as the clerk means it.
func fixedTitle(c report.Title, f Fix) report.Title {
	c.Year = report.Year(meaning(f.Year, string(c.Year)))
	c.Title = strings.TrimSpace(meaning(f.More, c.Title))
	return c
}
