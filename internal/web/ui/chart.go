package ui

import "context"

// Chart is a drawing in a table's row, beside the figures that it shows. All charts of a table
// use one scale.
type Chart interface {
	// draw appends the drawing; label is read out in its place.
	draw(ctx context.Context, m *markup)
}

// Bars are this year's and last year's value, one above the other.
type Bars struct {
	This, Last int64 // the values; negative: unknown, no bar
	Of         int64 // the whole width of the scale
	Label      string
}

// Boxes shows a small total piece by piece: filled, outlined what is still missing, idle the rest.
type Boxes struct {
	Filled, Missing, Total int // Total at most 20
	Label                  string
}

// Zone is a bar of 0 to 100 % with the range where a target is met, its ends ticked. Shares are
// from 0 to 1.
type Zone struct {
	Value    float64 // negative: unknown, no bar
	From, To float64 // the range in which the target is met; To 1 for "at least"
	Label    string
}

// chartWidth is the width of Boxes in CSS pixels.
const chartWidth = 162

func (m *markup) svg(class, label string) *markup {
	m.open("svg").attr("class", class).attr("role", "img").attr("focusable", "false").end()
	return m.open("title").end().text(label).close("title")
}

func (m *markup) rect(class string) *markup { return m.open("rect").attr("class", class) }

func (m *markup) box(y, height int) *markup {
	return m.num("y", y).num("height", height).end().close("rect")
}

func (b Bars) draw(_ context.Context, m *markup) {
	m.svg("bars", b.Label)
	m.rect("axis").num("x", 0).num("width", 1).box(0, 26)
	if b.This > 0 && b.Of > 0 {
		m.rect("this").num("x", 1).part("width", float64(b.This)/float64(b.Of)).box(5, 10)
	}
	if b.Last > 0 && b.Of > 0 {
		m.rect("last").num("x", 1).part("width", float64(b.Last)/float64(b.Of)).box(17, 4)
	}
	m.close("svg")
}

func (b Boxes) draw(_ context.Context, m *markup) {
	total := min(max(b.Total, b.Filled+b.Missing), 40)
	m.svg("boxes", b.Label)
	if total > 0 {
		step := min(chartWidth/total, 16)
		for i := range total {
			class := "idle"
			switch {
			case i < b.Filled:
				class = "this"
			case i < b.Filled+b.Missing:
				class = "missing"
			}
			if class == "missing" { // its stroke lies on the edge
				m.open("rect").attr("class", class).num("x", i*step+1).num("width", max(step-4, 2)).box(2, 12)
				continue
			}
			m.open("rect").attr("class", class).num("x", i*step).num("width", max(step-2, 2)).box(1, 14)
		}
	}
	m.close("svg")
}

func (z Zone) draw(_ context.Context, m *markup) {
	m.svg("zone", z.Label)
	m.rect("track").num("x", 0).part("width", 1).box(7, 8)
	m.rect("target").part("x", z.From).part("width", z.To-z.From).box(1, 20)
	if z.Value > 0 {
		m.rect("this").num("x", 0).part("width", z.Value).box(7, 8)
	}
	m.rect("tick").part("x", min(z.From, 0.9875)).num("width", 2).box(0, 22)
	if z.To < 1 {
		m.rect("tick").part("x", z.To).num("width", 2).box(0, 22)
	}
	m.close("svg")
}
