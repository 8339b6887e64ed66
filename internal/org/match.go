package org

import (
	"cmp"
	"slices"

	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Candidate is a unit that a name in a report may mean, and how well it fits. A person decides.
type Candidate struct {
	Unit  Unit // in the state whose name fits best
	Score int  // 1 to 100; 100 is the name letter by letter but for case and marks
}

// lowest is the score below which a unit is not worth proposing.
const lowest = 40

// known is a unit under one of its names, with what Match looks at.
type known struct {
	Unit
	lead int64 // lead of its office; 0 for none
}

// Match proposes the units that a name written in a report of the unit lead may mean, best
// first: those above it and below it, and those of its office, under the names they have and had.
// "Đảng bộ Sở" fits the lead "Đảng bộ Sở Xây dựng", "Công đoàn Sở" the union linked to it.
func Match(t *store.Tx, name string, lead int64) ([]Candidate, error) {
	list, err := store.All(t, family, func(r store.Row) (k known, err error) {
		return k, r.Scan(append(k.fields(), &k.lead)...)
	}, lead)
	if err != nil {
		return nil, err
	}
	return match(name, lead, list), nil
}

// match keeps the best state of each unit whose score is worth proposing.
func match(name string, lead int64, list []known) []Candidate {
	wanted := speak(name)
	if len(wanted.whole) == 0 {
		return []Candidate{}
	}
	head := headOf(lead, list)
	best := map[int64]Candidate{}
	for _, k := range list {
		s := score(wanted, k, head)
		if k.Until != k.EndedOn {
			s -= 3 // a name of former times
		}
		if old, ok := best[k.ID]; s >= lowest && (!ok || s > old.Score || s == old.Score && k.From > old.Unit.From) {
			best[k.ID] = Candidate{Unit: k.Unit, Score: s}
		}
	}
	out := make([]Candidate, 0, len(best))
	for _, c := range best {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Unit.ID, b.Unit.ID))
	})
	return out
}

// headOf gives the head of the office that lead belongs to: itself, or its own lead.
func headOf(lead int64, list []known) int64 {
	for _, k := range list {
		if k.ID == lead && k.lead != 0 && k.Until == period.Forever {
			return k.lead
		}
	}
	return lead
}

// score says how well a written name fits a unit under one of its names; 0 is not at all.
func score(w spoken, k known, head int64) int {
	u := speak(k.Name)
	if w.line != "" && w.line != k.Line {
		return 0
	}
	if slices.Equal(w.whole, u.whole) {
		return 100
	}
	if short := plainWords(k.Short); len(short) > 0 && (slices.Equal(w.whole, short) || w.line != "" && slices.Equal(w.rest, short)) {
		return 96
	}
	if w.line == Party && (w.kind == ChiBo) != (k.Kind == ChiBo) {
		return 0
	}
	office := k.ID == head || k.lead == head
	switch {
	case slices.Equal(w.rest, u.rest):
		return 92
	case w.line != "" && len(w.rest) == 0 && office:
		return 80
	case len(w.rest) == 0 || w.line == "" && !office && len(w.rest) < 2:
		return 0
	}
	return fits(w.rest, u.rest, office)
}

// fits compares what stands behind the openings of two names.
func fits(w, u []string, office bool) int {
	bonus := 0
	if office {
		bonus = 12
	}
	if len(w) == 1 && placeWords[w[0]] && office && (len(u) == 0 || !placeWords[u[0]] || u[0] == w[0]) {
		return 88 // "Đảng bộ Sở", "Công đoàn Sở": the office of the report
	}
	if len(w) <= maxAbbreviated && abbreviates(w, u) {
		return 78 + bonus
	}
	common := 0
	for left := u; common < len(w); common++ {
		i := slices.Index(left, w[common])
		if i < 0 {
			return 0
		}
		left = left[i+1:]
	}
	return 60 + bonus + 15*common/len(u)
}

// maxAbbreviated bounds, in words, the names that are tried as abbreviations.
const maxAbbreviated = 12

// placeWords name an office without saying which.
var placeWords = map[string]bool{
	"so": true, "ban": true, "co": true, "tinh": true, "huyen": true, "xa": true, "phuong": true, "nganh": true,
	"truong": true, "vien": true, "cuc": true, "khoi": true, "van": true, "cong": true, "benh": true, "thanh": true,
}

// abbreviates reports whether w is u with some runs of words written by their first letters:
// "so tnmt", "so tn va mt" for "so tai nguyen va moi truong".
func abbreviates(w, u []string) bool {
	if len(w) == 0 || len(u) == 0 {
		return len(w) == 0 && len(u) == 0
	}
	if w[0] == u[0] && abbreviates(w[1:], u[1:]) {
		return true
	}
	if len(w[0]) < 2 {
		return false
	}
	return initials(w[0], w[1:], u)
}

// initials tries to read the letters as first letters of the next words of u; "va" may be passed over.
func initials(letters string, w, u []string) bool {
	if letters == "" {
		return abbreviates(w, u)
	}
	if len(u) == 0 {
		return false
	}
	if u[0][0] == letters[0] && initials(letters[1:], w, u[1:]) {
		return true
	}
	return u[0] == "va" && initials(letters, w, u[1:])
}
