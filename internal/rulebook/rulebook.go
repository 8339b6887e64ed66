package rulebook

import (
	"slices"
	"strings"

	"hamrong/internal/viet"
)

// Text is a wording in both languages of the interface.
type Text struct {
	VI string `json:"vi"`
	EN string `json:"en"`
}

// In gives the wording in English or, by default, in Vietnamese.
func (t Text) In(lang string) string {
	if lang == "en" && t.EN != "" {
		return t.EN
	}
	return t.VI
}

// Level is a level of the yearly assessment (mức xếp loại), or what stands beside
// the levels in the same count: exempt, not assessed, how many were assessed.
type Level struct {
	Code   string   `json:"code"`
	Name   Text     `json:"name"`
	Short  Text     `json:"short"`
	Said   Text     `json:"said"`   // inside a sentence, after what is counted; "" for the name itself
	Worse  bool     `json:"worse"`  // fewer is better: the lowest levels
	Beside bool     `json:"beside"` // not a level of its own
	Also   []string `json:"also"`   // other wordings
}

// Kind says what sort of thing a population is; each kind has an order of levels.
type Kind string

// The kinds of population.
const (
	Organisations Kind = "organisations" // tổ chức đảng
	Members       Kind = "members"       // đảng viên
	Units         Kind = "units"         // tập thể, cá nhân, công chức
	Unknown       Kind = ""
)

// Population is what is counted.
type Population struct {
	Code string `json:"code"`
	Kind Kind   `json:"kind"`
	Name Text   `json:"name"`
	One  string `json:"one"` // the English name of a single one; Vietnamese has no plural
}

// Single is the name of one of a population.
func (p Population) Single() Text {
	if p.One == "" {
		return p.Name
	}
	return Text{VI: p.Name.VI, EN: p.One}
}

// Order is the levels of one kind of population in one regime, the highest first.
type Order struct {
	Kind      Kind     `json:"kind"`
	Codes     []string `json:"levels"`
	Confirmed bool     `json:"confirmed"` // checked against the original text
	Note      Text     `json:"note"`
	// Chosen names levels that are chosen from among another ("tiêu biểu" from among the
	// clean and strong): where such a level is not stated, the other one includes it.
	Chosen map[string]string `json:"chosen"`
	Clause string            `json:"-"`
	Book   Text              `json:"-"`
}

// Known reports whether the year has an order for the population at all.
func (o Order) Known() bool { return len(o.Codes) > 0 }

// Levels gives the levels of the order, the highest first.
func (o Order) Levels() []Level {
	list := make([]Level, len(o.Codes))
	for i, c := range o.Codes {
		list[i] = LevelOf(c)
	}
	return list
}

// Rank is the place of a level, 0 the highest; -1 for one that the order has not.
func (o Order) Rank(code string) int { return slices.Index(o.Codes, code) }

// AndHigher lists the level and those above it, the highest first; nil for a
// level that the order has not.
func (o Order) AndHigher(code string) []string {
	i := o.Rank(code)
	if i < 0 {
		return nil
	}
	return o.Codes[:i+1]
}

// Below lists the levels under a level; nil for one that the order has not.
func (o Order) Below(code string) []string {
	i := o.Rank(code)
	if i < 0 {
		return nil
	}
	return o.Codes[i+1:]
}

// Regime is the rules of a span of years (quy định, hướng dẫn).
type Regime struct {
	ID        string  `json:"id"`
	Name      Text    `json:"name"`
	From      int     `json:"from"`  // first year
	Until     int     `json:"until"` // last year
	Clause    string  `json:"clause"`
	Confirmed bool    `json:"confirmed"`
	Orders    []Order `json:"orders"`
	Cases     []Case  `json:"cases"`
}

// Case is a worked case beside the data: which levels a level "and higher" means.
type Case struct {
	Text       string   `json:"text"`
	Year       int      `json:"year"`
	Population string   `json:"population"`
	Level      string   `json:"level"`
	AndHigher  []string `json:"and_higher"`
}

// For gives the regime of a year; ok is false for a year without one.
func For(year int) (Regime, bool) {
	for _, r := range data().regimes {
		if r.From <= year && year <= r.Until {
			return r, true
		}
	}
	return Regime{}, false
}

// Levels gives the levels of a population in a year, the highest first. The order
// is empty for a population or year that no rulebook knows.
func Levels(year int, population string) Order {
	r, ok := For(year)
	kind := KindOf(population)
	if !ok || kind == Unknown {
		return Order{}
	}
	for _, o := range r.Orders {
		if o.Kind == kind {
			o.Clause, o.Book = r.Clause, r.Name
			return o
		}
	}
	return Order{}
}

// LevelOf gives the level of a code; an unknown code is a level of its own name.
func LevelOf(code string) Level {
	if l, ok := data().levels[code]; ok {
		return l
	}
	return Level{Code: code, Name: Text{VI: code}, Short: Text{VI: code}}
}

// IsLevel reports whether the code is known: a level, or what stands beside levels.
func IsLevel(code string) bool { _, ok := data().levels[code]; return ok }

// IsRanked reports whether the code is a level that the rules of some year put in their order.
func IsRanked(code string) bool {
	for _, r := range data().regimes {
		for _, o := range r.Orders {
			if o.Rank(code) >= 0 {
				return true
			}
		}
	}
	return false
}

// CodeOf finds the level that a wording names ("Trong sạch, Vững mạnh"), "" for none.
func CodeOf(wording string) string { return data().wordings[squeeze(wording)] }

// Categories lists every level and what stands beside the levels, in the order of the data.
func Categories() []Level {
	list := make([]Level, 0, len(data().order))
	for _, c := range data().order {
		list = append(list, data().levels[c])
	}
	return list
}

// AllLevels lists every level that is not only beside the others, in the order of the data.
func AllLevels() []Level {
	return slices.DeleteFunc(Categories(), func(l Level) bool { return l.Beside })
}

// KindOf says what sort of thing a population is. A longer code of the same stem
// ("chi_bo_co_so") is of the same kind.
func KindOf(population string) Kind {
	kind, best := Unknown, 0
	for _, p := range data().populations {
		if population == p.Code || strings.HasPrefix(population, p.Code+"_") {
			if len(p.Code) > best {
				kind, best = p.Kind, len(p.Code)
			}
		}
	}
	return kind
}

// Populations lists the populations that forms offer.
func Populations() []Population { return data().populations }

// PopulationOf gives the population of a code; an unknown one is written with blanks.
func PopulationOf(code string) Population {
	for _, p := range data().populations {
		if p.Code == code {
			return p
		}
	}
	return Population{Code: code, Kind: KindOf(code), Name: Text{VI: strings.ReplaceAll(code, "_", " ")}}
}

// HasPopulation reports whether the code is one that the data names.
func HasPopulation(code string) bool {
	for _, p := range data().populations {
		if p.Code == code {
			return true
		}
	}
	return false
}

// PopulationCode makes the code of a subject as written: a known one, else folded
// with "_" ("đảng viên mới" is dang_vien_moi). "đồng chí đảng viên", "đ/c" and "ĐV" are dang_vien.
func PopulationCode(subject string) string {
	code := strings.ReplaceAll(squeezeSpaces(subject), " ", "_")
	if rest, ok := strings.CutPrefix(code+"_", "d_c_"); ok {
		code = strings.TrimSuffix("dong_chi_"+rest, "_")
	}
	for _, lead := range []string{"dong_chi_", "so_", "cac_"} {
		if rest, ok := strings.CutPrefix(code, lead); ok {
			code = rest
		}
	}
	if code == "dong_chi" || code == "dong_chi_dang_vien" {
		return "dang_vien"
	}
	if whole, ok := abbreviated[code]; ok {
		return whole
	}
	return code
}

// abbreviated are populations as heads of tables shorten them: "ĐV", "TCCSĐ".
var abbreviated = map[string]string{"dv": "dang_vien", "d_v": "dang_vien", "dc": "dang_vien", "cb": "chi_bo", "tccsd": "to_chuc_co_so_dang", "tccs_dang": "to_chuc_co_so_dang", "tcd": "to_chuc_dang"}

// squeeze writes a wording for matching: folded, without blanks and marks, so that
// "Lao độngXuất sắc" and "lao động xuất sắc" are one.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, viet.Fold(s))
}

func squeezeSpaces(s string) string {
	words := strings.FieldsFunc(viet.Fold(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	return strings.Join(words, " ")
}
