package ui

import (
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"hamrong/internal/fault"
	"hamrong/internal/period"
)

// Reading reads a sent form field by field and gathers what is wrong, so that a person sees all
// of it at once. Fields that may be empty are asked for with the Maybe methods, which then give
// the zero value.
type Reading struct {
	values url.Values
	form   fault.Form
}

// Read begins to read a sent form.
func Read(values url.Values) *Reading { return &Reading{values: values} }

// Err gives nil while all is well, else one Invalid fault with every wrong field.
func (r *Reading) Err() error { return r.form.Err() }

// Wrong records a complaint of the caller's own.
func (r *Reading) Wrong(name, key string, args ...any) { r.form.Add(name, key, args...) }

func (r *Reading) raw(name string) string { return strings.TrimSpace(r.values.Get(name)) }

// MaybeText reads a text of at most limit characters; it may be empty.
func (r *Reading) MaybeText(name string, limit int) string {
	s := r.raw(name)
	if utf8.RuneCountInString(s) > limit {
		r.form.Add(name, "ui.field.long", limit)
	}
	return s
}

// Text reads a text of 1 to limit characters.
func (r *Reading) Text(name string, limit int) string {
	if r.needs(name) {
		return r.MaybeText(name, limit)
	}
	return ""
}

// needs complains about an empty field.
func (r *Reading) needs(name string) bool {
	if r.raw(name) == "" {
		r.form.Add(name, "ui.field.required")
		return false
	}
	return true
}

// Number reads a whole number from lowest to highest: "1.234" or "1234".
func (r *Reading) Number(name string, lowest, highest int64) int64 {
	if !r.needs(name) {
		return 0
	}
	n, ok := ParseNumber(r.raw(name))
	switch {
	case !ok:
		r.form.Add(name, "ui.field.number", r.raw(name))
	case n < lowest || n > highest:
		r.form.Add(name, "ui.field.range", lowest, highest)
	default:
		return n
	}
	return 0
}

// MaybeNumber reads a whole number or nothing; ok tells which.
func (r *Reading) MaybeNumber(name string, lowest, highest int64) (n int64, ok bool) {
	if r.raw(name) == "" {
		return 0, false
	}
	return r.Number(name, lowest, highest), true
}

// MaybeDate reads a date or nothing.
func (r *Reading) MaybeDate(name string) period.Date {
	d, err := period.ParseDate(r.raw(name))
	if err != nil {
		r.form.Add(name, "ui.field.date", r.raw(name))
	}
	return d
}

// Date reads a date.
func (r *Reading) Date(name string) period.Date {
	if !r.needs(name) {
		return ""
	}
	return r.MaybeDate(name)
}

// Year reads a year from 1900 to 2200.
func (r *Reading) Year(name string) int {
	if !r.needs(name) {
		return 0
	}
	y, err := strconv.Atoi(r.raw(name))
	if err != nil || y < 1900 || y > 2200 {
		r.form.Add(name, "ui.field.year", r.raw(name))
		return 0
	}
	return y
}

// Choice reads one of the given values.
func (r *Reading) Choice(name string, options []Option) string {
	s := r.values.Get(name)
	for _, o := range options {
		if o.Value == s {
			return s
		}
	}
	r.form.Add(name, "ui.field.choice")
	return ""
}

// Checked reads a box.
func (r *Reading) Checked(name string) bool { return r.values.Get(name) != "" }

// ParseNumber reads a whole number as people write it, with or without "." or a space between the
// thousands: "1.234", "1234", "−2". "1.23" is refused, since nobody can tell what was meant.
func ParseNumber(s string) (int64, bool) {
	s = strings.TrimSpace(s)
	negative := false
	for _, sign := range []string{"-", "−"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			s, negative = rest, true
			break
		}
	}
	groups := strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == ' ' || r == '\u00a0' })
	marks := strings.Count(s, ".") + strings.Count(s, " ") + strings.Count(s, nbsp)
	if len(groups) == 0 || marks != len(groups)-1 {
		return 0, false
	}
	for i, g := range groups {
		if (i > 0 && len(g) != 3) || (i == 0 && len(groups) > 1 && (len(g) > 3 || g == "")) {
			return 0, false
		}
		if strings.Trim(g, "0123456789") != "" {
			return 0, false
		}
	}
	n, err := strconv.ParseInt(strings.Join(groups, ""), 10, 64)
	if err != nil {
		return 0, false
	}
	if negative {
		n = -n
	}
	return n, true
}
