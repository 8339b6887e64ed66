package task

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"hamrong/internal/period"
	"hamrong/internal/viet"
)

var (
	dayForm     = regexp.MustCompile(`\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{4}-\d{2}-\d{2}`)
	quarterForm = regexp.MustCompile(`quy\s*(iv|iii|ii|i|[1-4])\s*(?:[/.-]|nam)?\s*(\d{4})`)
	monthForm   = regexp.MustCompile(`(?:thang\s*)?(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{4})`)
	halfForm    = regexp.MustCompile(`6 thang (dau|cuoi) nam\s*(\d{4})`)
	vagueForm   = regexp.MustCompile(`(?:^| )(?:giua|dau|khoang|truoc|sau) (?:nam|thang|quy) ?[ivx\d]`) // no day can be told
	yearForm    = regexp.MustCompile(`(?:^|nam\s*)(\d{4})`)
	quarters    = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
)

// ParseDue gives the last day of a due date as written: "30/6/2016", "tháng 6/2016",
// "quý II/2016", "6 tháng đầu năm 2016", "năm 2016". A wording that tells no
// last day ("thường xuyên", "giữa năm 2016") is kept and has no day; a day that does not exist is an error.
func ParseDue(written string) (period.Date, error) {
	folded := viet.Fold(written)
	if m := dayForm.FindString(folded); m != "" {
		return period.ParseDate(strings.ReplaceAll(m, " ", ""))
	}
	if vagueForm.MatchString(folded) && !halfForm.MatchString(folded) {
		return "", nil
	}
	if m := quarterForm.FindStringSubmatch(folded); m != nil {
		return monthEnd(m[2], 3*quarters[m[1]])
	}
	if m := halfForm.FindStringSubmatch(folded); m != nil {
		if m[1] == "dau" {
			return monthEnd(m[2], 6)
		}
		return monthEnd(m[2], 12)
	}
	if m := monthForm.FindStringSubmatch(folded); m != nil {
		month, err := strconv.Atoi(m[1])
		if err != nil || month < 1 || month > 12 {
			return "", fmt.Errorf("no such month: %q", written)
		}
		return monthEnd(m[2], month)
	}
	if m := yearForm.FindStringSubmatch(folded); m != nil {
		return monthEnd(m[1], 12)
	}
	return "", nil
}

func monthEnd(year string, month int) (period.Date, error) {
	y, err := strconv.Atoi(year)
	if err != nil || y < 1930 || y > 2200 {
		return "", fmt.Errorf("no such year: %q", year)
	}
	return period.Day(time.Date(y, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)), nil
}

// daysBetween counts the days from one date to a later one; 0 where one is no date.
func daysBetween(from, to period.Date) int {
	a, err := time.Parse(time.DateOnly, string(from))
	if err != nil {
		return 0
	}
	b, err := time.Parse(time.DateOnly, string(to))
	if err != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}
