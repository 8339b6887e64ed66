package ui

import (
	"context"
	"fmt"
	"strconv"
)

// printer appends one table.
type printer struct {
	ctx   context.Context
	m     *markup
	t     *Table
	count int // plain rows so far
}

func (p *printer) table() error {
	t, m := p.t, p.m
	class := [...]string{"tbl stays", "tbl drops", "tbl blocks"}[min(t.Layout, Blocks)]
	if t.plainRows() > 12 {
		class += " long"
	}
	m.open("div").attr("class", class).attr("id", t.ID)
	m.end().open("table").end()
	p.caption()
	p.head()
	err := p.body()
	if err != nil {
		return err
	}
	m.close("table")
	p.cut()
	if t.Note != "" {
		m.open("p").attr("class", "note").end().text(t.Note).close("p")
	}
	m.close("div")
	return nil
}

// cut is the box below a long table that shows all rows on a narrow screen; it works without JavaScript.
func (p *printer) cut() {
	t, m, n := p.t, p.m, p.t.plainRows()
	if t.PhoneRows == 0 || n <= t.PhoneRows {
		return
	}
	m.open("label").attr("class", "btn cut").end().open("input").attr("type", "checkbox").attr("class", "sr").end()
	m.open("span").attr("class", "cut-off").end().text(T(p.ctx, "ui.table.all", n, t.Noun)).close("span")
	m.open("span").attr("class", "cut-on").end().text(T(p.ctx, "ui.table.cut", t.PhoneRows, n, t.Noun)).close("span")
	m.close("label")
}

func (t *Table) plainRows() int {
	n := 0
	for i := range t.Rows {
		if t.Rows[i].Kind <= RowZero {
			n++
		}
	}
	return n
}

func (p *printer) caption() {
	t, m := p.t, p.m
	if t.Caption == "" && t.Number == 0 {
		return
	}
	m.open("caption")
	if t.Hidden {
		m.attr("class", "sr")
	}
	m.end().open("span").attr("class", "cap").end()
	if t.Number > 0 {
		m.open("b").end().text(T(p.ctx, "ui.table.number", strconv.Itoa(t.Number))).close("b").text(" ")
	}
	m.text(t.Caption).close("span")
	p.legend(t.Legend)
	m.close("caption")
}

func (p *printer) legend(list []Legend) {
	if len(list) == 0 {
		return
	}
	m := p.m
	m.open("span").attr("class", "legend").end()
	for _, l := range list {
		m.open("span").end().open("i").attr("class", "sign-"+string(l.Sign)).end().close("i").text(l.Label).close("span").text(" ")
	}
	m.close("span")
}

// columns is the number of columns, the counting one included.
func (t *Table) columns() int {
	if t.Numbered {
		return len(t.Columns) + 1
	}
	return len(t.Columns)
}

func (p *printer) head() {
	t, m := p.t, p.m
	double := false
	for i := range t.Columns {
		double = double || t.Columns[i].Group != ""
	}
	m.open("thead").end().open("tr").end()
	if t.Numbered {
		m.open("th").attr("scope", "col").attr("class", "tt")
		p.rowspan(double)
		m.end().text(T(p.ctx, "ui.table.tt")).close("th")
	}
	for i := 0; i < len(t.Columns); i++ {
		c := &t.Columns[i]
		if c.Group == "" {
			p.columnHead(c, double)
			continue
		}
		span := 1
		for i+span < len(t.Columns) && t.Columns[i+span].Group == c.Group {
			span++
		}
		m.open("th").attr("scope", "colgroup").attr("class", "grp").num("colspan", span).end().text(c.Group).close("th")
		i += span - 1
	}
	m.close("tr")
	if double {
		m.open("tr").end()
		for i := range t.Columns {
			if t.Columns[i].Group != "" {
				p.columnHead(&t.Columns[i], false)
			}
		}
		m.close("tr")
	}
	m.close("thead")
}

func (p *printer) rowspan(double bool) {
	if double {
		p.m.num("rowspan", 2)
	}
}

func (p *printer) columnHead(c *Column, double bool) {
	m := p.m
	m.open("th").attr("scope", "col").attr("class", c.headClass())
	p.rowspan(double)
	m.end()
	if len(c.Legend) > 0 {
		p.legend(c.Legend)
	} else {
		m.text(c.Head)
	}
	if c.Unit != "" {
		m.text(" ").open("small").end().text(c.Unit).close("small")
	}
	m.close("th")
}

// The classes of a column's cells are made of its kind and place; they are words of the
// stylesheet.
var (
	kindClass  = [...]string{"", "num", "draw", "mid"}
	placeClass = [...]string{"p-line", "p-title", "p-left", "p-right", "p-state", "p-end", "p-chart", "p-hide", "p-under"}
	widthClass = [...]string{"", "w4", "w8", "w12", "w16", "w20", "w28", "w36"}
)

func (c *Column) class() string {
	class := kindClass[min(c.Kind, Signs)]
	if c.Last {
		class += " last"
	}
	if c.Strong {
		class += " strong"
	}
	if c.Screen {
		class += " noprint"
	}
	return class + " " + placeClass[min(c.Place, PlaceUnder)]
}

func (c *Column) headClass() string {
	if w := widthClass[min(c.Width, Width36)]; w != "" {
		return c.class() + " " + w
	}
	return c.class()
}

// tail is the index of the first row of the closing run of sums, which go into the foot.
func (t *Table) tail() int {
	i := len(t.Rows)
	for i > 0 && t.Rows[i-1].Kind >= RowSum {
		i--
	}
	return i
}

func (p *printer) body() error {
	t, m := p.t, p.m
	classes := make([]string, len(t.Columns))
	for i := range t.Columns {
		classes[i] = t.Columns[i].class()
	}
	m.open("tbody").end()
	if len(t.Rows) == 0 {
		text := t.Empty
		if text == "" {
			text = T(p.ctx, "ui.table.empty")
		}
		m.open("tr").attr("class", "none").end().open("td").num("colspan", t.columns()).end().text(text).close("td").close("tr")
	}
	tail, begun := t.tail(), false
	for i := range t.Rows {
		r := &t.Rows[i]
		if i == tail {
			m.close("tbody").open("tfoot").end()
		}
		if r.Kind == RowGroup && begun {
			m.close("tbody").open("tbody").end()
		}
		begun = true
		err := p.row(r, classes)
		if err != nil {
			return fmt.Errorf("table row %d: %w", i+1, err)
		}
	}
	if tail < len(t.Rows) {
		m.close("tfoot")
	} else {
		m.close("tbody")
	}
	return nil
}

var rowClass = [...]string{"", "zero", "group", "sum", "cum"}

func (p *printer) row(r *Row, classes []string) error {
	t, m := p.t, p.m
	class := rowClass[min(r.Kind, RowCumulative)]
	if r.Kind <= RowZero {
		p.count++
		if p.count%5 == 0 {
			class += " fifth"
		}
		if t.PhoneRows > 0 && p.count > t.PhoneRows {
			class += " more"
		}
	}
	if r.Look {
		class += " look"
	}
	if r.Opened != nil {
		class += " opened"
	}
	m.open("tr").attr("class", class).attr("id", r.ID).end()
	if r.Kind == RowGroup {
		m.open("th").attr("scope", "rowgroup").num("colspan", t.columns()).end()
		if len(r.Cells) > 0 {
			m.text(r.Cells[0].Text)
		}
		m.close("th").close("tr")
		return nil
	}
	err := p.cells(r, classes)
	if err != nil {
		return err
	}
	m.close("tr")
	if r.Opened != nil {
		return p.opened(r)
	}
	return nil
}

// noCell stands for a cell that a row leaves out; it is only read.
var noCell Cell

func (p *printer) cells(r *Row, classes []string) error {
	t, m := p.t, p.m
	if t.Numbered {
		m.open("td").attr("class", "tt num").end()
		if r.Kind <= RowZero {
			m.text(strconv.Itoa(p.count))
		}
		m.close("td")
	}
	for i := range t.Columns {
		c := &noCell
		if i < len(r.Cells) {
			c = &r.Cells[i]
		}
		name := tag("td")
		if i == 0 {
			name = "th"
		}
		m.open(name)
		p.cellClass(classes[i], c, r)
		if i == 0 {
			m.attr("scope", "row")
		}
		m.end()
		err := p.cell(c, &t.Columns[i], i == 0 && r.Kind <= RowZero)
		if err != nil {
			return err
		}
		m.close(name)
	}
	return nil
}

func (p *printer) opened(r *Row) error {
	o, m := r.Opened, p.m
	m.open("tr").attr("class", "why noprint").end()
	if p.t.Numbered {
		m.open("td").attr("class", "tt").end().close("td")
		m.open("td").num("colspan", len(p.t.Columns)).end()
	} else {
		m.open("td").num("colspan", len(p.t.Columns)).end()
	}
	if o.Summary != "" {
		m.open("details").end().open("summary").end().text(o.Summary).close("summary")
	}
	m.open("div").end()
	if o.Text != "" {
		m.open("span").end().text(o.Text).close("span").text(" ")
	}
	if len(o.Links) > 0 {
		m.open("span").attr("class", "sources").end().icon(IconDoc)
		for i, l := range o.Links {
			if i > 0 {
				m.text(" · ")
			}
			m.open("a").attr("class", "red").href(l.Href).end().text(l.Label).close("a")
		}
		m.close("span")
	}
	if o.Body != nil {
		err := o.Body.Render(p.ctx, m)
		if err != nil {
			return err
		}
	}
	m.close("div")
	if o.Summary != "" {
		m.close("details")
	}
	m.close("td").close("tr")
	return nil
}
