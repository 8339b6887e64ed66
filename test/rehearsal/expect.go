package main

import "fmt"

// What a page must say is worked out here, in whole numbers, and nowhere taken
// from the program.

// ceil is n/d rounded up.
func ceil(n, d int) int { return (n + d - 1) / d }

// above is the least number of base that is more than percent of it: 50 % of 18 is 9, so 10.
func above(percent, base int) int { return percent*base/100 + 1 }

// atLeast is the least number of base that is percent of it or more.
func atLeast(percent, base int) int { return ceil(percent*base, 100) }

// within gives the numbers of base between two percentages, both included; least is
// greater than most where there is none.
func within(from, to, base int) (least, most int) { return atLeast(from, base), to * base / 100 }

// distance says how a number stands to a least one, as the year page words it; "" for just enough.
func distance(n, least int, noun string) string {
	if n < least {
		return fmt.Sprintf("thiếu %s %s", dotted(least-n), noun)
	}
	if n == least {
		return ""
	}
	return fmt.Sprintf("dư %s %s", dotted(n-least), noun)
}

// goodUnits and goodMembers count the level that targets ask for and the one above it.
func (y yearResult) goodUnits() int   { return y.units[0] + y.units[1] }
func (y yearResult) goodMembers() int { return y.members[0] + y.members[1] }

// everyLevel reports whether each level has somebody, so that a paper names them all and its counts
// add up to a total that it does not write.
func everyLevel(list [3]int) bool { return list[0] > 0 && list[1] > 0 && list[2] > 0 }

// sumProof is the addition that a table shows below its counts: the parts that a source gives,
// zeros among them only where they were typed.
func sumProof(list [3]int, zeros bool) string {
	s := ""
	for _, n := range list {
		if n == 0 && !zeros {
			continue
		}
		if s != "" {
			s += " + "
		}
		s += dotted(n)
	}
	return fmt.Sprintf("%s = %s", s, dotted(sum(list)))
}
