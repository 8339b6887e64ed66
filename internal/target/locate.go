package target

import "hamrong/internal/figure"

// full is how many hundredths of the unit make the whole: 100 % or 1000 per mille.
func (u Unit) full() int64 {
	if u == PerMille {
		return 1000 * 100
	}
	return 100 * 100
}

// locate says where an amount lies, by counts and integers where both count and base are known,
// else by the interval that a percentage stands for.
func (c Content) locate(a figure.Amount) (Position, Distance) {
	if c.Unit == Count || a.Counted && a.Total > 0 {
		if !a.Counted {
			return Unclear, Distance{}
		}
		d := c.thresholds(a.Total)
		return d.place(a.Count)
	}
	return c.byInterval(a), Distance{}
}

// thresholds gives the least and the greatest count that fit the target for a base.
func (c Content) thresholds(total int64) Distance {
	d := Distance{Known: true, Total: total}
	num, den := total, c.Unit.full() // of hundredths of the unit: count = value*num/den
	if c.Unit == Count {
		num, den = 1, 100
		if c.OfTotal > 0 && total > 0 {
			num, den = total, 100*c.OfTotal // "11/11" with 12 branches asks for 12
		} else if c.OfTotal > 0 {
			d.Total = c.OfTotal
		}
	}
	low, high := c.Low*num, c.High*num
	switch c.bound() {
	case Above:
		d.HasMin, d.Min = true, low/den+1
	case AtLeast, RangeUp:
		d.HasMin, d.Min = true, ceilDiv(low, den)
	case Below:
		d.HasMax, d.Max = true, ceilDiv(high, den)-1
	case AtMost:
		d.HasMax, d.Max = true, high/den
	case Range:
		d.HasMin, d.Min, d.HasMax, d.Max = true, ceilDiv(low, den), true, high/den
	}
	d.Empty = d.HasMin && d.HasMax && d.Min > d.Max || d.HasMax && d.Max < 0
	return d
}

// bound is the comparator that decides. "Đạt 5" is reached by 7, and "không có" is kept by none:
// an equal sign bounds from the side on which falling short lies.
func (c Content) bound() Comparator {
	switch {
	case c.Comparator != Equal:
		return c.Comparator
	case c.LessIsBetter():
		return AtMost
	}
	return AtLeast
}

func ceilDiv(a, b int64) int64 { return (a + b - 1) / b }

// place puts a count between the thresholds and measures the distance.
func (d Distance) place(b figure.Bounds) (Position, Distance) {
	if b.Exact() {
		d.Short, d.Over = 0, 0
	}
	switch {
	case d.HasMin && b.Hi < d.Min:
		if b.Exact() {
			d.Short = d.Min - b.Hi
		}
		return Under, d
	case d.HasMax && b.Lo > d.Max:
		if b.Exact() {
			d.Over = b.Lo - d.Max
		}
		return Beyond, d
	case (!d.HasMin || b.Lo >= d.Min) && (!d.HasMax || b.Hi <= d.Max):
		if b.Exact() && d.HasMin {
			d.Spare = b.Lo - d.Min
		}
		if d.Ranged = b.Exact() && d.HasMin && d.HasMax && d.Min < d.Max; d.Ranged {
			d.Room = d.Max - b.Lo
		}
		return Inside, d
	}
	return Unclear, d
}

// byInterval compares the whole interval that a percentage stands for: only where all of it
// lies on one side something is said.
func (c Content) byInterval(a figure.Amount) Position {
	scale := int64(1)
	if c.Unit == PerMille {
		scale = 10
	}
	lowLo, lowHi, ok := a.Interval(c.Low, scale)
	if !ok {
		return Unclear
	}
	highLo, highHi, _ := a.Interval(c.High, scale)
	switch c.bound() {
	case Above:
		return side(lowLo > 0, lowHi <= 0, false)
	case AtLeast, RangeUp:
		return side(lowLo >= 0, lowHi < 0, false)
	case Below:
		return side(highHi < 0, false, highLo >= 0)
	case AtMost:
		return side(highHi <= 0, false, highLo > 0)
	}
	return side(lowLo >= 0 && highHi <= 0, lowHi < 0, highLo > 0)
}

func side(inside, under, beyond bool) Position {
	switch {
	case inside:
		return Inside
	case under:
		return Under
	case beyond:
		return Beyond
	}
	return Unclear
}
