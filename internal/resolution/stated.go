package resolution

import (
	"slices"
	"strings"

	"hamrong/internal/viet"
)

// Stated is a declared number of parts, with the other numbers that were stated of the same parts.
type Stated struct {
	Declared
	Others []Declared
}

// Weigh sets the numbers that were stated of the same parts beside each other: the first stands, what
// agrees with it is said once, what contradicts it is never added to it.
func Weigh(counts []Declared) []Stated {
	var list []Stated
	at := map[string]int{}
	same := sameParts(counts)
	for _, d := range counts {
		i, known := at[same(d)]
		if !known {
			at[same(d)] = len(list)
			list = append(list, Stated{Declared: d})
			continue
		}
		s := &list[i]
		if d.Count != s.Count && !slices.ContainsFunc(s.Others, func(o Declared) bool { return o.Count == d.Count }) {
			s.Others = append(s.Others, d)
		}
	}
	return list
}

// sameParts gives what tells whether two of the counts are of the same parts: the same words, or, as
// one source says "28 chỉ tiêu" and another "30 chỉ tiêu chủ yếu", the same kind of part where no
// source tells two sorts of it apart.
func sameParts(counts []Declared) func(Declared) string {
	type place struct {
		document int64
		kind     PartKind
	}
	words, apart := map[place]string{}, map[PartKind]bool{}
	for _, d := range counts {
		kind, whole := wholeKind(d)
		if !whole {
			continue
		}
		at, folded := place{d.At.Document, kind}, viet.Fold(d.What)
		if before, ok := words[at]; ok && before != folded {
			apart[kind] = true
		}
		words[at] = folded
	}
	return func(d Declared) string {
		if kind, whole := wholeKind(d); whole && !apart[kind] {
			return string(kind)
		}
		return viet.Fold(d.What)
	}
}

// wholeKind gives the kind of part that a count is of; "10 chỉ tiêu về kinh tế" counts only some.
func wholeKind(d Declared) (PartKind, bool) {
	kind, ok := KindOf(d.What)
	return kind, ok && !strings.Contains(d.What, " về ")
}
