package ui

import (
	"strconv"
	"strings"
)

// cellClass writes the class of one cell: the column's, the cell's tone, what the cell adds.
func (p *printer) cellClass(column string, c *Cell, r *Row) {
	m := p.m
	m.begin("class")
	m.escape(column)
	if tone := c.Tone.class(); tone != "" {
		m.escape(" ")
		m.escape(tone)
	}
	switch {
	case c.Strong:
		m.escape(" strong")
	case c.Plain:
		m.escape(" weak")
	}
	if c.Mark == MarkProvisional {
		m.escape(" provisional")
	}
	if c.empty() {
		m.escape(" void")
	}
	if r.Kind == RowSum && c.Proof != "" {
		m.escape(" proved")
	}
	m.done()
}

func (c *Cell) empty() bool {
	return c.Text == "" && c.Chart == nil && c.Part == nil && c.Proof == "" && c.Icon == IconNone && c.Also == ""
}

// cell writes the inside of one cell.
func (p *printer) cell(c *Cell, col *Column, first bool) error {
	m := p.m
	if c.Part != nil {
		p.label(col)
		return c.Part.Render(p.ctx, m)
	}
	if c.empty() {
		return nil
	}
	if first && p.t.Numbered && p.t.Layout != Blocks {
		m.open("span").attr("class", "ph").end().text(strconv.Itoa(p.count) + ". ").close("span")
	}
	p.label(col)
	p.phone(col.Before)
	p.value(c)
	p.phone(col.After)
	switch {
	case c.Chart != nil:
		c.Chart.draw(p.ctx, m)
	case c.Proof != "":
		p.proof(c)
	}
	if c.Also != "" {
		class := "also"
		if strings.HasSuffix(c.Also, "%") {
			class = "also share"
		}
		m.open("span").attr("class", class).end()
		p.link(c.Also, c.AlsoHref)
		m.close("span")
	}
	if c.Sub != "" {
		m.open("span").attr("class", "sub").end()
		p.link(c.Sub, c.SubHref)
		m.close("span")
	}
	if c.PhoneSub != "" {
		m.open("span").attr("class", "sub ph").end().text(c.PhoneSub).close("span")
	}
	return nil
}

// label is the word before a value in a block of the narrow screen.
func (p *printer) label(col *Column) {
	if p.t.Layout != Blocks || col.Place > PlaceRight || col.Place == PlaceTitle {
		return
	}
	text := col.Label
	if text == "" {
		text = col.Head
	}
	p.m.open("span").attr("class", "lbl").end().text(text).close("span").text(" ")
}

func (p *printer) phone(text string) {
	if text != "" {
		p.m.open("span").attr("class", "ph").end().text(text).close("span")
	}
}

func (p *printer) value(c *Cell) {
	m := p.m
	m.icon(c.Icon)
	if c.Label != "" {
		m.open("span").attr("class", "sr").end().text(c.Label).close("span")
	}
	if c.Text != "" {
		p.link(c.Text, c.Href)
	}
	if c.Mark == MarkNone {
		return
	}
	word := markWord[min(c.Mark, MarkCorrected)]
	m.open("span").attr("class", "mk").attr("title", T(p.ctx, word+".long")).end().text(T(p.ctx, word)).close("span")
}

var markWord = [...]string{"", "ui.mark.reported", "ui.mark.counted", "ui.mark.inferred", "ui.mark.provisional", "ui.mark.corrected"}

func (p *printer) link(text, href string) {
	if href == "" {
		p.m.text(text)
		return
	}
	p.m.open("a").href(href).end().text(text).close("a")
}

func (p *printer) proof(c *Cell) {
	m := p.m
	class, icon := "proof met", IconCheck
	if c.Amiss {
		class, icon = "proof short", IconWarn
	}
	m.open("span").attr("class", class).end().icon(icon).text(c.Proof).close("span")
}
