package intakeweb

import (
	"strconv"

	"hamrong/internal/intake"
	"hamrong/internal/report"
)

// unread is a figure of the text of which no fact came, with the words around it.
type unread struct {
	report.Span
	Before, After string
}

// around is how many code points are shown on each side.
const around = 40

// unreadIn gives the figures with the words around them, of their own line.
func unreadIn(text string, spans []report.Span) []unread {
	if len(spans) == 0 {
		return nil
	}
	points := []rune(text)
	list := make([]unread, 0, len(spans))
	for _, s := range spans {
		if s.Start < 0 || s.End > len(points) {
			continue // of a text that was read by another version
		}
		from, to := s.Start, s.End
		for from > 0 && s.Start-from < around && points[from-1] != '\n' {
			from--
		}
		for to < len(points) && to-s.End < around && points[to] != '\n' {
			to++
		}
		u := unread{Span: s, Before: string(points[from:s.Start]), After: string(points[s.End:to])}
		if from > 0 && points[from-1] != '\n' {
			u.Before = "… " + u.Before
		}
		if to < len(points) && points[to] != '\n' {
			u.After += " …"
		}
		list = append(list, u)
	}
	return list
}

func stretches(list []unread) []intake.Stretch {
	var out []intake.Stretch
	for _, u := range list {
		out = append(out, intake.Stretch{Span: u.Span, Kind: intake.Unread})
	}
	return out
}

// anchor is the id of an unread figure's place in the text.
func (u unread) anchor() string { return "n-" + strconv.Itoa(u.Start) }

func unreadAnchor(s intake.Segment) string { return "n-" + strconv.Itoa(s.Start) }
