package report

import "sort"

// mostUnread bounds how many figures of one text are looked at for Facts.Unread.
const mostUnread = 2000

// unclaimed is a figure of the genre: a share, a "7/18", or a count of something that reports count.
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
		counted := i+1 < len(r.elems.list) && r.elems.list[i+1].kind == subjectElem && !f.wordy
		if f.percent || f.permille || f.total >= 0 || counted {
			from, to := s.toks[x.from], s.toks[x.to-1]
			r.loose = append(r.loose, unclaimed{b0: from.b0, b1: to.b1, c0: from.c0, c1: to.c1})
		}
	}
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
