package report

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"hamrong/internal/viet"
)

// fact is one fact of a gold list or of what was found, as JSON gives it.
type fact map[string]any

// The comparison of a gold fact with a found one: kind, level, figures, base, qualifier,
// year and part must agree, of the words half of the gold's (of a subject a third).

var (
	wordsIn    = regexp.MustCompile(`[\p{L}\p{N}]+`)
	bracketed  = regexp.MustCompile(`\(.*?\)`)
	yearsIn    = regexp.MustCompile(`\d{4}`)
	numbersIn  = regexp.MustCompile(`\d+`)
	otherLists = map[string]map[string]float64{
		"titles":      {"organisation": 0.6, "title": 0.6, "year": 1, "status": 1, "awarded_by": 0.5},
		"people":      {"name": 1, "positions": 0.6},
		"presented":   {"who": 1, "act": 1, "what": 0.6},
		"obligations": {"who": 0.5, "what": 0.5},
		"captions":    {"text": 0.8},
		"events":      {"name": 0.7, "year": 1},
	}
)

func wordsOf(v any) map[string]bool {
	out := map[string]bool{}
	if v == nil {
		return out
	}
	for _, w := range wordsIn.FindAllString(viet.Spell(bracketed.ReplaceAllString(fmt.Sprint(v), "")), -1) {
		out[w] = true
	}
	return out
}

func alikeWords(gold, found any, share float64) bool {
	a, b := wordsOf(gold), wordsOf(found)
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return len(a) == 0 || float64(n) >= math.Max(1, share*float64(len(a)))
}

func truth(v any) bool { return v != nil && v != false && v != "" && v != 0.0 }

func sameNumbers(g, f any) bool {
	a, okA := g.(float64)
	b, okB := f.(float64)
	return okA == okB && (!okA || math.Abs(a-b) < 0.005)
}

func sameYears(g, f any) bool {
	text := func(v any) []string {
		if v == nil {
			return nil
		}
		return yearsIn.FindAllString(fmt.Sprint(v), -1)
	}
	return slices.Equal(text(g), text(f))
}

func firstOf(v any) string {
	s, ok := v.(string)
	if !ok || s == "" {
		return "="
	}
	return strings.Fields(s)[0]
}

func sameClass(g, f fact) bool {
	for _, k := range []string{"count", "of_total", "percent"} {
		if !sameNumbers(g[k], f[k]) {
			return false
		}
	}
	return g["subject_kind"] == f["subject_kind"] && g["category_norm"] == f["category_norm"] &&
		truth(g["cumulative_up"]) == truth(f["cumulative_up"]) && truth(g["within"]) == truth(f["within"]) &&
		firstOf(g["qualifier"]) == firstOf(f["qualifier"]) && sameYears(g["year"], f["year"]) &&
		alikeWords(g["category"], f["category"], 0.5) && alikeWords(g["subject"], f["subject"], 0.34)
}

func sameTarget(g, f fact) bool {
	a, _ := g["values"].([]any)
	b, _ := f["values"].([]any)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameNumbers(a[i], b[i]) {
			return false
		}
	}
	return g["comparator"] == f["comparator"] && g["unit"] == f["unit"] && truth(g["within"]) == truth(f["within"]) &&
		alikeWords(g["subject"], f["subject"], 0.34) && alikeWords(g["measure"], f["measure"], 0.5) && sameYears(g["period"], f["period"])
}

func sameFields(shares map[string]float64) func(g, f fact) bool {
	return func(g, f fact) bool {
		for k, share := range shares {
			want := g[k]
			if list, ok := want.([]any); ok {
				found, _ := f[k].([]any)
				for _, x := range list {
					if !slices.ContainsFunc(found, func(y any) bool { return alikeWords(x, y, share) }) {
						return false
					}
				}
				continue
			}
			if truth(want) && (!alikeWords(want, f[k], share) || !slices.Equal(numbersIn.FindAllString(fmt.Sprint(want), -1), numbersIn.FindAllString(fmt.Sprint(f[k]), -1))) {
				return false
			}
		}
		return true
	}
}

func figuresOf(f fact) []float64 {
	var out []float64
	for _, k := range []string{"count", "percent"} {
		if v, ok := f[k].(float64); ok {
			out = append(out, v)
		}
	}
	list, _ := f["values"].([]any)
	for _, v := range list {
		out = append(out, v.(float64))
	}
	return out
}

// restated reports whether f says of itself that it repeats another fact, and does.
func restated(f fact, founds []fact) bool {
	n, ok := f["repeat_of"].(float64)
	if !ok || int(n) >= len(founds) {
		return false
	}
	first := founds[int(n)]
	for _, k := range []string{"subject_kind", "category_norm", "year", "comparator", "unit", "period"} {
		if f[k] != first[k] {
			return false
		}
	}
	a, b := figuresOf(f), figuresOf(first)
	rounded := firstOf(f["qualifier"]) != "="
	return sameNumbers(f["of_total"], first["of_total"]) && slices.EqualFunc(a, b, func(x, y float64) bool {
		return math.Abs(x-y) < 0.005 || rounded && math.Abs(x-y) <= math.Max(1, y*0.05)
	})
}

// compareFacts gives what of gold was not found and what was found beside it.
func compareFacts(gold, found []fact, same func(g, f fact) bool) (missed, extra []fact) {
	left := slices.Clone(found)
	for _, g := range gold {
		i := slices.IndexFunc(left, func(f fact) bool { return same(g, f) })
		if i < 0 && truth(g["ambiguity"]) {
			i = slices.IndexFunc(left, func(f fact) bool { return slices.Equal(figuresOf(f), figuresOf(g)) })
		} else if i < 0 {
			missed = append(missed, g)
		}
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
	}
	for _, f := range left {
		if !restated(f, found) {
			extra = append(extra, f)
		}
	}
	return missed, extra
}

// short writes a fact for a message.
func (f fact) short() string {
	c := fact{}
	for k, v := range f {
		if truth(v) && k != "source" && k != "context" && k != "scope" && k != "percent_written" {
			c[k] = v
		}
	}
	b, err := json.Marshal(c)
	if err != nil {
		return err.Error()
	}
	return string(b)
}
