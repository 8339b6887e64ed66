package yearweb

import (
	"cmp"
	"context"
	"slices"
	"time"

	"hamrong/internal/document"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

// source is a document that figures, targets or titles of the page were read from, or the paper that
// they were typed from; Name is "" where none was named.
type source struct {
	Name  string
	Href  string // the document, or the last entry that was typed from the paper
	At    int64
	Facts int
}

// sources finds what the page stands on, what gives the most of it first.
func (c *content) sources(t *store.Tx, _ int64) error {
	s := shelf{t: t, documents: map[int64]*source{}, papers: map[string]*source{}, entries: map[int64]ledger.Entry{}}
	for _, tally := range c.Sheet.Tallies {
		for _, r := range append(slices.Clone(tally.Rows), tally.Beside...) {
			for _, f := range r.Figures {
				s.count(figure.Book, f.Record, f.Begun, f.Source)
			}
		}
	}
	c.Read, c.Typed = len(s.documents), len(s.papers) > 0
	for _, list := range [][]aim{c.Own.List, c.Next.List} {
		for _, a := range list {
			s.count(target.Book, a.Record, a.Begun, a.Source)
		}
	}
	for _, h := range c.Office {
		for _, d := range h.Titles {
			if d.Period.First() == c.Year {
				s.count(title.Book, d.Record, d.Begun, d.Source)
			}
		}
	}
	c.Sources, c.Papers = ordered(s.documents), ordered(s.papers)
	return s.err
}

// shelf gathers where facts come from. What the reader may not see is left out.
type shelf struct {
	t         *store.Tx
	documents map[int64]*source
	papers    map[string]*source
	entries   map[int64]ledger.Entry
	err       error // the first that stopped it
}

// count adds one fact, of the version that an entry began.
func (s *shelf) count(book *ledger.Book, record, begun int64, src ledger.Source) {
	if s.err != nil {
		return
	}
	if src.Document != 0 {
		s.err = s.read(src.Document)
	} else {
		s.err = s.typed(book, record, begun)
	}
}

func (s *shelf) read(id int64) error {
	if s.documents[id] == nil {
		d, err := document.Head(s.t, id)
		if fault.KindOf(err) == fault.NotFound {
			return nil
		}
		if err != nil {
			return err
		}
		s.documents[id] = &source{Name: d.Name, Href: recordweb.Href("documents", id, ""), At: d.At}
	}
	s.documents[id].Facts++
	return nil
}

// typed counts a fact for the paper of the entry by which it was typed: the version's own, or, where
// that one changed or adopted it, the first of the record.
func (s *shelf) typed(book *ledger.Book, record, begun int64) error {
	e, known := s.entries[begun]
	if !known {
		var err error
		if e, err = ledger.ByID(s.t, begun); err != nil && fault.KindOf(err) != fault.NotFound {
			return err
		}
		s.entries[begun] = e
	}
	if e.Kind != ledger.ByHand {
		history, err := book.History(s.t, record)
		if err != nil || len(history) == 0 {
			return err
		}
		e = history[0]
	}
	p := s.papers[e.Paper]
	if p == nil {
		p = &source{Name: e.Paper}
		s.papers[e.Paper] = p
	}
	p.Facts++
	if e.At >= p.At {
		p.At, p.Href = e.At, recordweb.EntryHref(e.ID)
	}
	return nil
}

func ordered[K comparable](found map[K]*source) []source {
	list := make([]source, 0, len(found))
	for _, s := range found {
		list = append(list, *s)
	}
	slices.SortFunc(list, func(a, b source) int {
		return cmp.Or(cmp.Compare(b.Facts, a.Facts), cmp.Compare(a.At, b.At), cmp.Compare(a.Href, b.Href))
	})
	return list
}

// sourceItem says how much of the page a document gave and when it was read, or a paper and when it
// was typed from.
func sourceItem(ctx context.Context, s source, note string) ui.RailItem {
	name := s.Name
	if name == "" {
		name = ui.T(ctx, "yearpage.source.unnamed")
	}
	return ui.RailItem{Title: name, Href: s.Href, Note: ui.T(ctx, note, s.Facts, period.Day(time.UnixMilli(s.At)))}
}
