package figure

import (
	"fmt"
	"strings"
)

// Percent is a percentage exactly as written: Units are its digits, Digits how many of
// them stand after the comma. 97,6 is {976, 1}; 50 is {50, 0}; 50,0 is {500, 1}.
type Percent struct {
	Units  int64
	Digits int
}

// maxDigits is how many decimals a percentage may have.
const maxDigits = 6

// ParsePercent reads "97,6", "97.6" or "97,6 %".
func ParsePercent(s string) (Percent, error) {
	text := strings.ReplaceAll(strings.TrimRight(strings.TrimSpace(s), "% \u00a0"), ".", ",")
	whole, frac, _ := strings.Cut(text, ",")
	if whole == "" || len(whole) > 4 || len(frac) > maxDigits {
		return Percent{}, fmt.Errorf("not a percentage: %q", s)
	}
	p := Percent{Digits: len(frac)}
	for _, r := range whole + frac {
		if r < '0' || r > '9' {
			return Percent{}, fmt.Errorf("not a percentage: %q", s)
		}
		p.Units = p.Units*10 + int64(r-'0')
	}
	return p, nil
}

// pow10 gives 10^n for 0 ≤ n ≤ 12.
func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

func (p Percent) over100() bool { return p.Units > 100*pow10(p.Digits) }

// ratio is an exact fraction; Den > 0.
type ratio struct{ num, den int64 }

func (r ratio) less(s ratio) bool { return r.num*s.den < s.num*r.den }

// interval is a closed span of percentages.
type interval struct{ lo, hi ratio }

// rounding is the whole span of percentages that are written so: 97,6 stands for 97,55
// to 97,65, both ends included, for the text does not say how it was rounded.
func (p Percent) rounding() interval {
	den := 2 * pow10(p.Digits)
	i := interval{ratio{max(2*p.Units-1, 0), den}, ratio{2*p.Units + 1, den}}
	if all := 100 * den; !p.over100() && i.hi.num > all {
		i.hi.num = all
	}
	return i
}

// interval gives what the share can be in percent, from count and base or else from the percent.
func (v Value) interval() (interval, bool) {
	if v.Count != nil && v.OfTotal != nil && *v.OfTotal > 0 {
		b := v.bounds()
		return interval{ratio{100 * b.Lo, *v.OfTotal}, ratio{100 * b.Hi, *v.OfTotal}}, true
	}
	if v.Percent == nil {
		return interval{}, false
	}
	return v.Percent.span(v.Qualifier), true
}

// span is the rounding interval, opened to one side by "gần" or "trên".
func (p Percent) span(q Qualifier) interval {
	written := ratio{p.Units, pow10(p.Digits)}
	switch q {
	case Nearly:
		return interval{ratio{0, 1}, written}
	case Over:
		return interval{written, ratio{100 * written.den, written.den}}
	}
	return p.rounding()
}
