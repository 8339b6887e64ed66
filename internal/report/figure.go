package report

import (
	"strconv"
	"strings"
)

// bound says how a figure bounds, by the words around it.
type bound uint8

const (
	exactly bound = iota
	nearly
	over
	from
	below
	atMost
)

var bounds = map[string]bound{"nearly": nearly, "over": over, "from": from, "below": below, "at-most": atMost}

// figure is a number of the text with its unit and bound.
type figure struct {
	from, to int // tokens, end exclusive; bound word, sign and "trở lên" included
	lo, hi   float64
	ranged   bool
	total    int // of "7/18"; -1 where none is written
	percent  bool
	permille bool
	decimal  bool // written with decimals
	bound    bound
	up       bool   // "trở lên" right after
	written  string // the number without sign
	wordy    bool   // written as a word
	digits   int    // first token of the number itself
}

func (f *figure) count() bool { return !f.percent && !f.permille && !f.decimal }

// parseNumber reads digits with the Vietnamese signs: dot for thousands, comma for decimals.
func parseNumber(s string) (value float64, decimal, ok bool) {
	if !strings.ContainsAny(s, ".,") {
		if len(s) > 15 {
			return 0, false, false
		}
		v, err := strconv.Atoi(s)
		return float64(v), false, err == nil
	}
	whole, fraction, comma := strings.Cut(s, ",")
	if strings.ContainsRune(fraction, ',') {
		whole, fraction, comma = strings.ReplaceAll(s, ",", "."), "", false // 1,234,567
	}
	groups := strings.Split(whole, ".")
	for i, g := range groups {
		if i == 0 {
			continue
		}
		if len(g) != 3 {
			if len(groups) == 2 && !comma {
				return decimalNumber(groups[0], g) // 41.7
			}
			return 0, false, false
		}
	}
	if !comma {
		return decimalNumber(strings.Join(groups, ""), "")
	}
	return decimalNumber(strings.Join(groups, ""), strings.ReplaceAll(fraction, ".", ""))
}

func decimalNumber(whole, fraction string) (float64, bool, bool) {
	if len(whole)+len(fraction) > 15 {
		return 0, false, false
	}
	v, err := strconv.ParseFloat(whole+"."+fraction+"0", 64)
	return v, fraction != "", err == nil
}

// figureAt reads the figure that begins at token i with a bound word, a number or a number word.
func (s *sentence) figureAt(i int) (figure, bool) {
	f := figure{from: i, total: -1}
	k := i
	for k < len(s.toks) {
		e, ok := s.lex.longest(s.toks, k, setOf(comparatorClass), s.plain)
		b := bounds[e.key]
		if !ok || b == exactly {
			break
		}
		if f.bound == exactly || f.bound == from && b != from || f.bound == atMost && b == below {
			f.bound = b
		}
		k += e.n
	}
	f.digits = k
	if k >= len(s.toks) || !s.numeral(k, &f) {
		return f, false
	}
	k = f.to
	k = s.sign(k, &f)
	k = s.ratio(k, &f)
	k = s.spread(k, &f)
	if e, ok := s.lex.longest(s.toks, k, setOf(comparatorClass), s.plain); ok && e.key == "up" {
		f.up = true
		k += e.n
	}
	f.to = k
	return f, true
}

// numeral reads the number at k.
func (s *sentence) numeral(k int, f *figure) bool {
	t := s.toks[k]
	if t.kind == numberToken {
		v, dec, ok := parseNumber(s.str(k))
		if !ok {
			return false
		}
		f.lo, f.hi, f.decimal, f.written, f.to = v, v, dec, s.str(k), k+1
		s.multiply(f)
		return true
	}
	e, ok := s.lex.longest(s.toks, k, setOf(numberClass), false)
	if !ok || k+e.n >= len(s.toks) || e.key[0] == 'x' {
		return false
	}
	after, counted := s.lex.longest(s.toks, k+e.n, setOf(subjectClass), s.plain)
	if !counted && f.bound == from && k-f.from > 1 && !s.figureIn(s.partStart(k), k) && s.toks[k+e.n].kind == wordToken && !s.toks[k+e.n].upper {
		return s.inWords(f, k, e) // "ít nhất một hội thi"
	}
	if !counted || after.key == "tasks" || s.toks[k+e.n].upper {
		return false
	}
	if e.key == "5" && k > 0 && s.yearBefore(k-1) || e.key == "1" && f.bound == exactly && !s.levelSoon(k+e.n+after.n) {
		return false
	}
	return s.inWords(f, k, e)
}

// inWords takes the number word e at k as the number of f.
func (s *sentence) inWords(f *figure, k int, e entry) bool {
	v, err := strconv.Atoi(e.key)
	if err != nil {
		return false
	}
	f.lo, f.hi, f.written, f.wordy, f.to = float64(v), float64(v), s.span(k, k+e.n), true, k+e.n
	return true
}

// multiply takes the word of thousands after the number of f, where no measure follows:
// "40 ngàn thanh niên", not "40 nghìn đồng".
func (s *sentence) multiply(f *figure) {
	e, ok := s.lex.longest(s.toks, f.to, setOf(numberClass), false)
	if !ok || e.key[0] != 'x' {
		return
	}
	if _, money := s.is(f.to, lookalikeClass, "measures"); money && !s.countedNext(f.to+e.n) && !s.threeDigits(f.to+e.n) {
		return
	}
	by, err := strconv.ParseFloat(e.key[1:], 64)
	if err != nil {
		return
	}
	f.lo, f.hi, f.decimal = f.lo*by, f.hi*by, false
	f.to += e.n
	if k := f.to; by == 1000 && s.threeDigits(k) {
		if rest, dec, ok := parseNumber(s.str(k)); ok && !dec {
			f.lo, f.hi, f.to = f.lo+rest, f.hi+rest, k+1 // "3 ngàn 048"
		}
	}
	f.written = s.span(f.digits, f.to)
}

// threeDigits reports whether a number of three digits stands at k.
func (s *sentence) threeDigits(k int) bool {
	return k < len(s.toks) && s.toks[k].kind == numberToken && s.toks[k].c1-s.toks[k].c0 == 3
}

// countedNext reports whether a noun of people or things begins at k, no measure.
func (s *sentence) countedNext(k int) bool {
	if _, ok := s.lex.longest(s.toks, k, setOf(subjectClass), s.plain); ok {
		return true
	}
	switch s.lower(k) {
	case "thanh", "phụ", "hộ", "lao", "khách", "người", "lượt", "học", "cây":
		return true
	}
	return false
}

// levelSoon reports whether a level begins at k, or after one link.
func (s *sentence) levelSoon(k int) bool {
	if s.levelAt(k) {
		return true
	}
	n, ok := s.is(k, markClass, "link")
	return ok && s.levelAt(k+n)
}

// yearBefore reports whether the word at k makes "năm" after it mean year, not five.
func (s *sentence) yearBefore(k int) bool {
	switch s.lower(k) {
	case "trong", "mỗi", "hằng", "hàng", "cả", "cuối", "đầu", "từng", "qua", "giữa", "một", "các", "những":
		return true
	}
	return false
}

// sign reads "%", "‰", "%0", "%o" at k.
func (s *sentence) sign(k int, f *figure) int {
	switch s.mark(k) {
	case '%':
		f.percent = true
		if k+1 < len(s.toks) && !s.toks[k+1].space && (s.str(k+1) == "0" || s.str(k+1) == "o" || s.str(k+1) == "₀") {
			f.percent, f.permille = false, true
			return k + 2
		}
		return k + 1
	case '‰':
		f.permille = true
		return k + 1
	}
	return k
}

// ratio reads "/18" and "trong tổng số 230" after a count. A date is none.
func (s *sentence) ratio(k int, f *figure) int {
	if f.percent || f.permille || f.decimal || f.wordy {
		return k
	}
	at := k
	if s.mark(k) == '/' {
		at = k + 1
	} else if e, ok := s.lex.longest(s.toks, k, setOf(comparatorClass), s.plain); ok && e.key == "of" {
		at = k + e.n
	} else {
		return k
	}
	if at >= len(s.toks) || s.toks[at].kind != numberToken {
		return k
	}
	v, dec, ok := parseNumber(s.str(at))
	if !ok || dec || s.mark(at+1) == '/' && at+2 < len(s.toks) && s.toks[at+2].kind == numberToken {
		return k
	}
	f.total = int(v)
	return at + 1
}

// spread reads the second end of a range: "10-12%", "10% - 12%", "8 đến 9%".
func (s *sentence) spread(k int, f *figure) int {
	if f.total >= 0 || f.wordy || k >= len(s.toks) {
		return k
	}
	at := k
	if s.mark(k) == '-' {
		at = k + 1
	} else if e, ok := s.lex.longest(s.toks, k, setOf(comparatorClass), s.plain); ok && e.key == "to" {
		at = k + e.n
		if e2, ok := s.lex.longest(s.toks, at, setOf(comparatorClass), s.plain); ok && e2.key == "below" {
			at += e2.n
		}
	} else {
		return k
	}
	if at >= len(s.toks) || s.toks[at].kind != numberToken {
		return k
	}
	hi, dec, ok := parseNumber(s.str(at))
	if !ok || hi <= f.lo || (yearly(f.lo) && yearly(hi)) {
		return k
	}
	g := *f
	g.percent, g.permille = false, false
	end := s.sign(at+1, &g)
	if !g.percent && !g.permille && (f.percent || f.permille) && s.mark(k) != '-' && f.bound != from {
		return k // "tăng 5% đến 2016" is no range
	}
	f.hi, f.ranged, f.decimal = hi, true, f.decimal || dec
	f.percent, f.permille = f.percent || g.percent, f.permille || g.permille
	f.written = s.span(f.digits, at+1)
	return end
}

// year reports whether f can be a year: "1905", not "1.905".
func (f *figure) year() bool { return yearly(f.lo) && !strings.ContainsRune(f.written, '.') }

func yearly(v float64) bool { return v >= 1900 && v <= 2100 }
