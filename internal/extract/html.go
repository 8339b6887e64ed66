package extract

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"

	"hamrong/internal/fault"
)

// Limits of a page. A tag or a piece of text is held whole by the tokenizer.
const (
	maxToken = 2 << 20
	maxDepth = 1000
)

// htmlText reads a page of UTF-8 as a stream; no tree of it is built.
func (f file) htmlText(r io.Reader) (Extracted, error) {
	if err := f.charset(); err != nil {
		return Extracted{}, err
	}
	z := html.NewTokenizer(&dataURLs{r: &checkUTF8{r: r}})
	z.SetMaxBuf(maxToken)
	p := &page{out: &lines{left: MaxText}}
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if err := z.Err(); err != io.EOF {
				return Extracted{}, pageFault(err)
			}
			p.out.endParagraph()
			if p.out.left < 0 {
				return Extracted{}, tooLong(nil)
			}
			return Extracted{Text: p.out.b.String(), Kind: HTML, Pictures: p.pictures}, nil
		case html.TextToken:
			p.text(z.Token().Data)
		case html.StartTagToken, html.SelfClosingTagToken:
			p.start(z.Token())
		case html.EndTagToken:
			name, _ := z.TagName()
			p.end(string(name))
		}
		if p.out.left < 0 {
			return Extracted{}, tooLong(nil)
		}
		if len(p.open) > maxDepth {
			return Extracted{}, unreadable(nil, "extract.too_deep")
		}
	}
}

func pageFault(err error) error {
	var refused *fault.Error
	switch {
	case errors.As(err, &refused):
		return refused
	case errors.Is(err, html.ErrBufferExceeded):
		return hugePiece(err)
	}
	return fmt.Errorf("read page: %w", err)
}

// page follows the elements of a page. Inline elements are not followed.
type page struct {
	out      *lines
	open     []element
	skipped  int // open elements that are left out
	pre      int // open elements in which line ends count
	pictures int
}

type element struct {
	name         string
	skipped, pre bool
}

const (
	blocks = " address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
		"h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu ol optgroup p pre section summary table tbody tfoot thead caption tr td th ul "
	// leftOut holds no text of the report: programs, forms, menus, and what browsers without a feature would show.
	leftOut = " script style template head title noscript noframes noembed iframe object svg canvas audio video nav select textarea button datalist map "
	// raw elements go on to their end tag even where they are written as closed at once.
	raw = " script style title textarea iframe noscript noembed noframes "
	// voids have no end.
	voids = " area base br col embed hr img input link meta param source track wbr "
)

func in(set, name string) bool { return strings.Contains(set, " "+name+" ") }

// closedBy are elements that the beginning of another one ends, as HTML lets their end tag be left out.
var closedBy = map[string]string{
	"p": blocks, "li": " li ", "dt": " dt dd ", "dd": " dt dd ", "tr": " tr tbody tfoot ", "td": " td th tr tbody tfoot ",
	"th": " td th tr tbody tfoot ", "thead": " tbody tfoot ", "tbody": " tbody tfoot ", "head": " body ",
}

func (p *page) start(t html.Token) {
	name := t.Data
	for last := len(p.open) - 1; last >= 0 && in(closedBy[p.open[last].name], name); last-- {
		p.close(last)
	}
	switch {
	case name == "br" && p.skipped == 0:
		p.out.lineBreak()
	case name == "img" && p.skipped == 0:
		p.pictures++
	}
	if in(blocks, name) {
		p.block(name)
	}
	skipped := in(leftOut, name) || hiddenBy(t.Attr)
	switch {
	case in(voids, name),
		t.Type == html.SelfClosingTagToken && !in(blocks, name) && !in(raw, name),
		!skipped && !in(blocks, name) && p.skipped == 0:
		return
	}
	p.push(element{name: name, skipped: skipped, pre: name == "pre"})
}

// block makes what a block element's beginning makes.
func (p *page) block(name string) {
	if p.skipped > 0 {
		return
	}
	p.out.endParagraph()
	switch name {
	case "tr":
		p.out.startRow()
	case "td", "th":
		p.out.startCell()
	}
}

func (p *page) push(e element) {
	p.open = append(p.open, e)
	if e.skipped {
		p.skipped++
	}
	if e.pre {
		p.pre++
	}
}

// end closes the element of that name and those left open inside it; an end tag
// without a beginning is passed over, and a cell's content does not end its table.
func (p *page) end(name string) {
	if name == "p" || in(blocks, name) {
		p.endBlock()
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].name == name {
			for last := len(p.open) - 1; last >= i; last-- {
				p.close(last)
			}
			return
		}
		if p.open[i].name == "td" && name != "tr" && name != "table" && name != "tbody" && name != "body" && name != "html" {
			return
		}
	}
}

func (p *page) endBlock() {
	if p.skipped == 0 {
		p.out.endParagraph()
	}
}

// close ends the last open element.
func (p *page) close(last int) {
	e := p.open[last]
	p.open = p.open[:last]
	if e.skipped {
		p.skipped--
	}
	if e.pre {
		p.pre--
	}
	if p.skipped == 0 && in(blocks, e.name) {
		p.out.endParagraph()
		if e.name == "tr" {
			p.out.endRow()
		}
	}
}

func (p *page) text(s string) {
	if p.skipped == 0 {
		p.out.text(s, p.pre > 0)
	}
}

// hiddenBy tells that an element is not shown, or is a list number that Word made.
func hiddenBy(attrs []html.Attribute) bool {
	for _, a := range attrs {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			style := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
			for _, s := range []string{"display:none", "visibility:hidden", "mso-hide:all", "mso-list:ignore"} {
				if strings.Contains(style, s) {
					return true
				}
			}
		}
	}
	return false
}
