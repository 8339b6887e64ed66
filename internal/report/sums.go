package report

import (
	"fmt"
	"strconv"
	"strings"
)

// sum compares the parts of a group with the written base or with how many were assessed.
func (c *checker) sum(g group) {
	list := c.f.Classification
	if len(g.facts) > 1 {
		sum, terms := 0, make([]string, 0, len(g.facts))
		exact := true
		for _, i := range g.facts {
			sum += *list[i].Count
			terms = append(terms, strconv.Itoa(*list[i].Count))
			exact = exact && list[i].exact()
		}
		whole, from, facts := g.total, "cơ số", append([]int(nil), g.facts...)
		if g.coverage >= 0 && list[g.coverage].Count != nil {
			whole, from = *list[g.coverage].Count, "số được đánh giá"
			facts = append(facts, g.coverage)
		}
		text := strings.Join(terms, " + ") + " = " + strconv.Itoa(sum)
		if whole == 0 {
			if t := c.written(&g); t != nil {
				whole, from = t.count, "tổng số"
				if g.apart > 0 && sum+g.apart == whole {
					sum += g.apart
					text += fmt.Sprintf(", thêm %d miễn hoặc chưa đánh giá là %d", g.apart, sum)
				}
			}
		}
		switch {
		case g.totals:
			c.add(CheckSum, yes(false), facts, text+"; các mức ghi cơ số khác nhau")
		case whole == 0:
			c.add(CheckSum, nil, facts, text+"; văn bản không ghi tổng số")
		case !exact:
			c.add(CheckSum, nil, facts, text+", "+from+" "+strconv.Itoa(whole)+"; có số không ghi đúng")
		default:
			word := "khớp"
			if sum != whole {
				word = "không khớp"
			}
			c.add(CheckSum, yes(sum == whole), facts, fmt.Sprintf("%s, %s %d: %s", text, from, whole, word))
		}
	}
	c.percentSum(g)
}

// exact reports whether the count is stated without "gần" or "trên".
func (x *Classification) exact() bool {
	return x.Qualifier == "=" || strings.HasSuffix(x.Qualifier, "(percent)")
}

// percentSum reports percents of one group that add up to more than a hundred.
func (c *checker) percentSum(g group) {
	if len(g.percent) < 2 {
		return
	}
	lo, hi, sum := 0.0, 0.0, 0.0
	for _, i := range g.percent {
		x := &c.f.Classification[i]
		if x.Qualifier != "=" {
			return
		}
		a, b := rounding(*x.Percent, *x.PercentWritten)
		lo, hi, sum = lo+a, hi+b, sum+*x.Percent
	}
	switch {
	case lo > 100:
		c.add(CheckSum, yes(false), g.percent, "Cộng tỷ lệ: "+comma(sum, 2)+" %, quá 100 %")
	case hi >= 100:
		c.add(CheckSum, yes(true), g.percent, "Cộng tỷ lệ: "+comma(sum, 2)+" %: đủ 100 % trong sai số làm tròn")
	}
}

// base checks statements without a base of their own against the one carried over from
// their group ("4/11 …; 6 …"), and works out the base that counts and percents agree on.
func (c *checker) base(g group) {
	list := c.f.Classification
	var carried []int
	for _, i := range g.facts {
		if list[i].OfTotal == nil {
			carried = append(carried, i)
		}
	}
	if g.total > 0 && !g.totals && len(carried) > 0 && len(carried) < len(g.facts) {
		over := false
		for _, i := range carried {
			over = over || *list[i].Count > g.total
		}
		c.add(CheckBase, yes(!over), carried, fmt.Sprintf("Cơ số %d lấy theo mức đứng trước, câu này không ghi lại", g.total))
		return
	}
	if g.total > 0 || len(g.facts) < 2 {
		return
	}
	lo, hi, used := 0, 1<<30, []int(nil)
	for _, i := range g.facts {
		x := &list[i]
		if x.Percent == nil || *x.Percent <= 0 || x.PercentBase != "" || x.Qualifier != "=" {
			continue
		}
		a, b := rounding(*x.Percent, *x.PercentWritten)
		if a <= 0 {
			continue
		}
		lo, hi = max(lo, ceil(100*float64(*x.Count)/b)), min(hi, int(100*float64(*x.Count)/a))
		used = append(used, i)
	}
	if len(used) < 2 {
		return
	}
	switch {
	case lo > hi:
		c.add(CheckBase, yes(false), used, "Số lượng và tỷ lệ không cùng một cơ số")
	case lo == hi:
		c.add(CheckBase, yes(true), used, fmt.Sprintf("Cơ số suy ra từ số lượng và tỷ lệ: %d", lo))
	default:
		c.add(CheckBase, yes(true), used, fmt.Sprintf("Số lượng và tỷ lệ cùng một cơ số, từ %d đến %d", lo, hi))
	}
}

func ceil(v float64) int {
	n := int(v)
	if float64(n) < v {
		n++
	}
	return n
}
