package resolutionweb

import (
	"regexp"
	"strconv"
	"strings"

	"hamrong/internal/resolution"
)

// goalLine is one goal as it is typed: "2020: …", "đến năm 2030 …", or without a year.
var goalLine = regexp.MustCompile(`(?i)^(?:đến\s+)?(?:năm\s+)?(\d{4})\s*[:,.–-]?\s+(.*)$`)

// parseGoals reads goals, one a line.
func parseGoals(text string) []resolution.Goal {
	var list []resolution.Goal
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		g := resolution.Goal{Text: line}
		if m := goalLine.FindStringSubmatch(line); m != nil {
			if year, err := strconv.Atoi(m[1]); err == nil {
				g = resolution.Goal{Year: year, Text: m[2]}
			}
		}
		list = append(list, g)
	}
	return list
}

// goalsText writes goals as parseGoals reads them.
func goalsText(list []resolution.Goal) string {
	lines := make([]string, 0, len(list))
	for _, g := range list {
		line := g.Text
		if g.Year != 0 {
			line = strconv.Itoa(g.Year) + ": " + g.Text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// parseCounts reads declared numbers of parts, one a line: "28 chỉ tiêu". ok is false for a
// line without a number.
func parseCounts(text string) (list []resolution.Declared, ok bool) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		number, what, found := strings.Cut(line, " ")
		n, err := strconv.Atoi(number)
		if err != nil || !found || n < 1 {
			return nil, false
		}
		list = append(list, resolution.Declared{What: strings.TrimSpace(what), Count: n})
	}
	return list, true
}

// countsText writes declared numbers as parseCounts reads them.
func countsText(list []resolution.Declared) string {
	lines := make([]string, 0, len(list))
	for _, d := range list {
		lines = append(lines, strconv.Itoa(d.Count)+" "+d.What)
	}
	return strings.Join(lines, "\n")
}

// parseMottos reads the mottos of other sources, one a line.
func parseMottos(text string) []resolution.Motto {
	var list []resolution.Motto
	for line := range strings.Lines(text) {
		list = append(list, resolution.Motto{Text: strings.TrimSpace(line)})
	}
	return list
}

// mottosText writes mottos as parseMottos reads them.
func mottosText(list []resolution.Motto) string {
	lines := make([]string, 0, len(list))
	for _, m := range list {
		lines = append(lines, m.Text)
	}
	return strings.Join(lines, "\n")
}
