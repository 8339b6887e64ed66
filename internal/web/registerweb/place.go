package registerweb

import (
	"net/http"
	"net/url"
	"strconv"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/org"
	"hamrong/internal/store"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

// Base is what the pages stand on.
type Base struct {
	DB   *store.DB
	Door access.Door
}

// Place is where a page stands: the unit, the way to it, and whether the caller may write there.
type Place struct {
	Unit   org.Unit // zero where the caller may not open the unit's own pages
	Path   []org.Step
	Crumbs []ui.Link // the way to the unit, the unit last, each a link
	Write  bool
}

// Open reports whether the caller may open the unit's own pages.
func (p Place) Open() bool { return p.Unit.ID != 0 }

// Way is the crumbs of a page below the unit; the last one is the page itself.
func (p Place) Way(more ...ui.Link) []ui.Link {
	return append(append([]ui.Link{}, p.Crumbs...), more...)
}

// Place finds a unit. One whose pages the caller may not open gives the zero Place: what
// comes down from it can be read all the same.
func (b Base) Place(r *http.Request, unit int64) (p Place, err error) {
	units := org.New(b.DB, b.Door)
	p.Unit, err = units.Unit(r.Context(), unit, "")
	if fault.KindOf(err) == fault.NotFound {
		return Place{}, nil
	}
	if err != nil {
		return p, err
	}
	if p.Path, err = units.Path(r.Context(), unit, ""); err != nil {
		return p, err
	}
	for _, s := range p.Path {
		link := ui.Link{Label: s.Name}
		if s.Open {
			link.Href = recordweb.UnitHref(s.ID)
		}
		p.Crumbs = append(p.Crumbs, link)
	}
	p.Write, err = recordweb.May(r.Context(), b.Door, access.Record, unit)
	return p, err
}

// UnitPlace is Place for a page that belongs to the unit itself; NotFound where it may not be opened.
func (b Base) UnitPlace(r *http.Request, unit int64) (Place, error) {
	p, err := b.Place(r, unit)
	if err == nil && !p.Open() {
		err = fault.New(fault.NotFound, "fault.not_found")
	}
	return p, err
}

// WritePlace is UnitPlace for a form: a Denied fault where the caller may not write there.
func (b Base) WritePlace(r *http.Request, unit int64) (Place, error) {
	p, err := b.UnitPlace(r, unit)
	if err == nil && !p.Write {
		err = fault.New(fault.Denied, "fault.denied")
	}
	return p, err
}

// ID reads a number of the address; one that is none is NotFound.
func ID(r *http.Request, name string) (int64, error) {
	id, err := strconv.ParseInt(r.PathValue(name), 10, 64)
	if err != nil || id <= 0 {
		return 0, fault.New(fault.NotFound, "fault.not_found")
	}
	return id, nil
}

// Posted reads a posted form.
func Posted(r *http.Request) (url.Values, error) {
	if err := r.ParseForm(); err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "fault.form")
	}
	return r.PostForm, nil
}

// Chosen reads a record chosen in a form, 0 for none.
func Chosen(values url.Values, name string) int64 {
	id, err := strconv.ParseInt(values.Get(name), 10, 64)
	if err != nil || id < 0 {
		return 0
	}
	return id
}

// Href is the address of a record, with the rest of its path: Href("meetings", 7, "/change").
func Href(noun string, record int64, rest string) string {
	return "/" + noun + "/" + strconv.FormatInt(record, 10) + rest
}

// SpanHref is the sentence in its document, "" for what was typed.
func SpanHref(document int64, start, end int) string {
	if document == 0 {
		return ""
	}
	return recordweb.SpanHref(ledger.Source{Document: document, Span: ledger.Span{Start: start, End: end}})
}

// SourceHref is the sentence that a record was read from, "" for a typed one.
func SourceHref(src ledger.Source) string {
	return SpanHref(src.Document, src.Span.Start, src.Span.End)
}
