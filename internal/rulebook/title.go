package rulebook

import "slices"

// Title is a title of a unit or person (danh hiệu thi đua).
type Title struct {
	Code string   `json:"code"`
	Name Text     `json:"name"`
	Also []string `json:"also"`
}

// TitleLine is the titles of one line (ngành) in order, the highest first.
type TitleLine struct {
	Line      string  `json:"line"`    // party, administration, union, youth, veterans
	Subject   string  `json:"subject"` // unit or person
	From      int     `json:"from"`    // first year; 0 for always
	Confirmed bool    `json:"confirmed"`
	Titles    []Title `json:"titles"`
}

// rank is the place of a title in the line, -1 for none.
func (l TitleLine) rank(code string) int {
	for i, t := range l.Titles {
		if t.Code == code {
			return i
		}
	}
	return -1
}

// Has reports whether the line has a title of the code.
func (l TitleLine) Has(code string) bool { return l.rank(code) >= 0 }

// TitleCase is a worked case beside the titles.
type TitleCase struct {
	Text    string `json:"text"`
	Written string `json:"written"` // the title aimed at, as a report writes it
	Year    int    `json:"year"`
	Code    string `json:"code"`
	Held    string `json:"held"`    // a title held, "" where nothing is compared
	Compare string `json:"compare"` // how the held one stands to the one aimed at
}

// TitleCode finds the title that a wording names, "" for one that no line has.
func TitleCode(wording string) string { return data().titleWordings[squeeze(wording)] }

// TitleName gives the name of a title's code; ok is false for an unknown one.
func TitleName(code string) (Text, bool) {
	t, ok := data().titles[code]
	return t.Name, ok
}

// TitleSaid is a title's wording as pages say it: one that differs from the title's name in
// blanks, capitals or marks alone ("Lao độngXuất sắc") is that name, any other stays as written.
func TitleSaid(code, wording string) string {
	if name, ok := TitleName(code); ok && squeeze(name.VI) == squeeze(wording) {
		return name.VI
	}
	return wording
}

// TitlesOf lists the titles of a line and subject ("unit", "person") that a year
// has, the highest first, and whether they were checked against the original.
func TitlesOf(year int, line, subject string) TitleLine {
	var found TitleLine
	for _, l := range data().lines {
		if l.Line == line && l.Subject == subject && l.From <= year && l.From >= found.From {
			found = l
		}
	}
	return found
}

// TitleLines lists the lines of titles of a subject ("unit", "person") that a year has.
func TitleLines(year int, subject string) []TitleLine {
	var list []TitleLine
	for _, l := range data().lines {
		known := slices.ContainsFunc(list, func(k TitleLine) bool { return k.Line == l.Line })
		if found := TitlesOf(year, l.Line, subject); !known && len(found.Titles) > 0 {
			list = append(list, found)
		}
	}
	return list
}

// Standing says how a held title stands to the one aimed at.
type Standing string

// The standings of a held title.
const (
	TitleAbove   Standing = "above"   // đang ở trên
	TitleEqual   Standing = "equal"   // đúng mức
	TitleBelow   Standing = "below"   // chưa tới
	TitleUnknown Standing = "unknown" // không so được
)

// CompareTitles says how a held title stands to the one aimed at. Titles of two
// lines, or unknown to the rulebook, cannot be compared.
func CompareTitles(held, aimed string) Standing {
	if held == "" || aimed == "" {
		return TitleUnknown
	}
	for _, l := range data().lines {
		h, a := l.rank(held), l.rank(aimed)
		switch {
		case h < 0 || a < 0:
		case h < a:
			return TitleAbove
		case h == a:
			return TitleEqual
		default:
			return TitleBelow
		}
	}
	return TitleUnknown
}
