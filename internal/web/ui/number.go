package ui

import (
	"context"
	"math"
	"strconv"
	"time"

	"hamrong/internal/period"
)

// nbsp stands before the percent sign, so that number and sign are never torn apart.
const nbsp = "\u00a0"

// marks gives the thousands and the decimal mark of the language.
func (l Lang) marks() (thousands, decimal byte) {
	if l == English {
		return ',', '.'
	}
	return '.', ','
}

// Number writes a count: 1.234 (vi), 1,234 (en). The minus sign is U+2212.
func (l Lang) Number(n int64) string { return string(l.appendNumber(nil, n)) }

func (l Lang) appendNumber(b []byte, n int64) []byte {
	u := uint64(n)
	if n < 0 {
		b = append(b, "−"...)
		u = -u
	}
	if u < 1000 {
		return strconv.AppendUint(b, u, 10)
	}
	thousands, _ := l.marks()
	var raw [20]byte
	digits := strconv.AppendUint(raw[:0], u, 10)
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b = append(b, thousands)
		}
		b = append(b, d)
	}
	return b
}

// Signed writes a difference with its sign: +1, −2, 0.
func (l Lang) Signed(n int64) string {
	if n > 0 {
		return "+" + l.Number(n)
	}
	return l.Number(n)
}

// Share writes part of whole as a percentage with one decimal, rounded last and half up:
// 9 of 18 is "50,0 %" (vi), "50.0%" (en). A share of nothing is "–".
func (l Lang) Share(part, whole int64) string {
	if whole <= 0 {
		return "–"
	}
	return l.tenths(roundDiv(part*1000, whole), 1) + l.percentSign()
}

// roundDiv divides with halves rounded away from zero; d > 0.
func roundDiv(n, d int64) int64 {
	if n < 0 {
		return -roundDiv(-n, d)
	}
	return (2*n + d) / (2 * d)
}

func (l Lang) tenths(n int64, places int) string {
	pow := int64(math.Pow10(places))
	sign := ""
	if n < 0 {
		sign, n = "−", -n
	}
	_, decimal := l.marks()
	frac := strconv.FormatInt(n%pow+pow, 10)[1:]
	return sign + l.Number(n/pow) + string(decimal) + frac
}

func (l Lang) percentSign() string {
	if l == English {
		return "%"
	}
	return nbsp + "%"
}

// Percent writes a percentage that is known only as such, in hundredths of a percent, without
// needless decimals: 5000 is "50 %", 9760 is "97,6 %".
func (l Lang) Percent(hundredths int64) string {
	return l.Decimal(hundredths, 2) + l.percentSign()
}

// Decimal writes n divided by 10^places without trailing zeros: Decimal(9760, 2) is "97,6".
func (l Lang) Decimal(n int64, places int) string {
	for places > 0 && n%10 == 0 {
		n, places = n/10, places-1
	}
	if places == 0 {
		return l.Number(n)
	}
	return l.tenths(n, places)
}

// Date writes a date of law: 25/01/2016 (vi), 25 Jan 2016 (en); "" for no date.
func (l Lang) Date(d period.Date) string {
	if l != English || len(d) != 10 {
		return d.String()
	}
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return t.Format("2 Jan 2006")
}

// Moment writes a time of the day with its date: "14:05 ngày 25/01/2016", "14:05, 25 Jan 2016".
func (l Lang) Moment(t time.Time) string {
	if l == English {
		return t.Format("15:04") + ", " + l.Date(period.Day(t))
	}
	return t.Format("15:04") + " ngày " + l.Date(period.Day(t))
}

// Number, Signed, Share, Percent, Date and Moment write in the language of the context.

// Number writes a count in the language of the context.
func Number[N ~int | ~int32 | ~int64](ctx context.Context, n N) string {
	return LangOf(ctx).Number(int64(n))
}

// Signed writes a difference with its sign in the language of the context.
func Signed[N ~int | ~int32 | ~int64](ctx context.Context, n N) string {
	return LangOf(ctx).Signed(int64(n))
}

// Share writes part of whole as a percentage in the language of the context.
func Share[N ~int | ~int32 | ~int64](ctx context.Context, part, whole N) string {
	return LangOf(ctx).Share(int64(part), int64(whole))
}

// Percent writes hundredths of a percent in the language of the context.
func Percent(ctx context.Context, hundredths int64) string { return LangOf(ctx).Percent(hundredths) }

// Date writes a date of law in the language of the context.
func Date(ctx context.Context, d period.Date) string { return LangOf(ctx).Date(d) }

// Moment writes a time of the day with its date in the language of the context.
func Moment(ctx context.Context, t time.Time) string { return LangOf(ctx).Moment(t) }
