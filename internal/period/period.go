// Package period holds dates of law and the years and terms that figures belong to.
//
// A date of law has no zone: a decision signed on 25/01/2016 has that date
// everywhere. A period is one year ("2015") or a term of years ("2015-2020").
package period

import (
	"database/sql/driver"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Date is a day of the calendar as YYYY-MM-DD, which sorts as text. "" is no date.
type Date string

// Forever is the open end of a span of dates; it sorts after every real date.
const Forever Date = "9999-12-31"

// Day gives the date of t in t's own zone.
func Day(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// ParseDate reads "25/01/2016", "25-1-2016", "25.1.2016" or "2016-01-25".
// The empty text is no date. A day that does not exist is an error.
func ParseDate(s string) (Date, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", nil
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return Day(t), nil
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	if len(parts) != 3 {
		return "", fmt.Errorf("not a date: %q", s)
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(strings.TrimSpace(p))
		if err != nil {
			return "", fmt.Errorf("not a date: %q", s)
		}
		n[i] = v
	}
	t := time.Date(n[2], time.Month(n[1]), n[0], 0, 0, 0, 0, time.UTC)
	if t.Year() != n[2] || int(t.Month()) != n[1] || t.Day() != n[0] || n[2] < 1900 || n[2] > 2200 {
		return "", fmt.Errorf("no such day: %q", s)
	}
	return Day(t), nil
}

// Year gives the year of the date, 0 for no date.
func (d Date) Year() int {
	if len(d) < 4 {
		return 0
	}
	y, err := strconv.Atoi(string(d[:4]))
	if err != nil {
		return 0
	}
	return y
}

// String writes the date as 25/01/2016, as Vietnamese documents do.
func (d Date) String() string {
	if len(d) != 10 {
		return ""
	}
	return string(d[8:10]) + "/" + string(d[5:7]) + "/" + string(d[:4])
}

// Scan and Value let the date stand in a database column of type text.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = ""
	case string:
		*d = Date(v)
	case []byte:
		*d = Date(v)
	default:
		return fmt.Errorf("date from %T", src)
	}
	return nil
}

// Value gives the stored form.
func (d Date) Value() (driver.Value, error) { return string(d), nil }

// Period is a year ("2015") or a term ("2015-2020"). "" is unknown.
type Period string

// Year is the period of one year.
func Year(y int) Period { return Period(strconv.Itoa(y)) }

var shape = regexp.MustCompile(`^(\d{4})(?:\s*[-–]\s*(\d{4}))?$`)

// Parse reads "2015" or "2015-2020"; the empty text is the unknown period.
func Parse(s string) (Period, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", nil
	}
	m := shape.FindStringSubmatch(s)
	if m == nil {
		return "", fmt.Errorf("not a year or term: %q", s)
	}
	if m[2] == "" {
		return Period(m[1]), nil
	}
	if m[2] <= m[1] {
		return "", fmt.Errorf("term ends before it begins: %q", s)
	}
	return Period(m[1] + "-" + m[2]), nil
}

// First gives the first year, 0 for the unknown period.
func (p Period) First() int { return Date(p).Year() }

// Last gives the last year of the period.
func (p Period) Last() int {
	if len(p) == 9 {
		return Date(p[5:]).Year()
	}
	return p.First()
}

// IsYear reports whether the period is one year.
func (p Period) IsYear() bool { return len(p) == 4 }

// End gives the last day of the period.
func (p Period) End() Date {
	if p == "" {
		return ""
	}
	return Date(fmt.Sprintf("%04d-12-31", p.Last()))
}
