package report

import (
	"sort"
	"strings"
)

// mostUnread bounds how many figures of one text are looked at for Facts.Unread.
const mostUnread = 2000

// unclaimed is a figure of the text: a share, a "7/18", or any count or sum that is no date, number
// of a document, place in order or year.
type unclaimed struct {
	b0, b1, c0, c1 int32
	told           bool // a fact states it or rests on it
}

// keepFigures notes the figures of a sentence, so that those of which nothing came can be shown.
func (r *reader) keepFigures(s *sentence) {
	for i, x := range r.elems.list {
		if x.kind != figureElem || len(r.loose) >= mostUnread {
			continue
		}
		f := &r.elems.figures[x.fig]
		if f.percent || f.permille || !f.wordy && !s.noFigure(f, i == 0) {
			from, to := s.toks[x.from], s.toks[x.to-1]
			r.loose = append(r.loose, unclaimed{b0: from.b0, b1: to.b1, c0: from.c0, c1: to.c1})
		}
	}
}

// noFigure reports whether the number of f is a day, a year, a place in order, the number of a
// section, a row or a rule, or a length of time. first says that its line begins with it.
func (s *sentence) noFigure(f *figure, first bool) bool {
	day := f.lo <= 31 && f.total > 0 && f.total <= 12
	if day && (s.dayBefore(f.digits-1) || s.mark(f.to) == '/') || f.total < 0 && f.year() {
		return true
	}
	if s.clock(f.digits) {
		return true
	}
	for n := 1; n <= 3 && !s.cell(f.digits); n++ {
		if length, ok := s.is(f.digits-n, lookalikeClass, "no-figure"); ok && length == n && !s.two(f.digits-2, "tổng", "số") {
			return true
		}
		if length, ok := s.is(f.digits-n, documentClass, "kind"); ok && length == n {
			return true
		}
	}
	if _, ok := s.is(f.to, lookalikeClass, "time-units"); ok && f.total < 0 {
		return true
	}
	if _, ok := s.is(f.to, lookalikeClass, "slogan"); ok && f.total < 0 && f.lo < 10 {
		return true
	}
	section := strings.ContainsRune(f.written, '.') && len(f.written) <= 4 // "2.1"
	return first && (section || s.first && s.cell(f.to) && s.toks[f.to].kind == wordToken)
}

// clock reports whether the number at i is of a time of day: "09:15".
func (s *sentence) clock(i int) bool {
	colon := func(k int) bool {
		return s.mark(k) == ':' && !s.toks[k].space && k+1 < len(s.toks) && !s.toks[k+1].space
	}
	return colon(i+1) && s.toks[i+2].kind == numberToken || colon(i-1) && i > 1 && s.toks[i-2].kind == numberToken
}

// unread lists the figures that lie in no fact.
func (r *reader) unread() []Span {
	list := []Span{}
	if len(r.loose) == 0 {
		return list
	}
	r.facts.eachSpan(func(places ...Span) {
		for _, at := range places {
			i := sort.Search(len(r.loose), func(i int) bool { return int(r.loose[i].c1) > at.Start })
			for ; i < len(r.loose) && int(r.loose[i].c0) < at.End; i++ {
				r.loose[i].told = true
			}
		}
	})
	for _, l := range r.loose {
		if !l.told {
			list = append(list, Span{int(l.c0), int(l.c1), r.text[l.b0:l.b1]})
		}
	}
	return list
}
