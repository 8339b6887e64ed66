package org

import (
	"slices"
	"strings"

	"hamrong/internal/viet"
)

// opening is a beginning of a unit's name that tells its line and kind.
type opening struct {
	words string // folded
	line  Line
	kind  Kind // "" where the words leave it open
}

// openings are tried in this order; the longer one stands before its own beginning.
var openings = []opening{
	{"dang bo bo phan", Party, DangBoBoPhan},
	{"dang bo co so", Party, DangBoCoSo},
	{"ban chap hanh dang bo", Party, ""},
	{"bch dang bo", Party, ""},
	{"dang bo", Party, ""},
	{"dang uy", Party, ""},
	{"db", Party, ""},
	{"chi bo", Party, ChiBo},
	{"chi uy", Party, ChiBo},
	{"cb", Party, ChiBo},
	{"cong doan co so", Union, CongDoan},
	{"cong doan", Union, CongDoan},
	{"cd", Union, CongDoan},
	{"lien doan lao dong", Union, CongDoan},
	{"ldld", Union, CongDoan},
	{"doan thanh nien cong san ho chi minh", Youth, DoanThanhNien},
	{"doan tncs ho chi minh", Youth, DoanThanhNien},
	{"doan tncs hcm", Youth, DoanThanhNien},
	{"doan tncs", Youth, DoanThanhNien},
	{"doan tn", Youth, DoanThanhNien},
	{"doan thanh nien", Youth, DoanThanhNien},
	{"chi doan", Youth, DoanThanhNien},
	{"dtn", Youth, DoanThanhNien},
	{"tinh doan", Youth, DoanThanhNien},
	{"hoi cuu chien binh", Veterans, HoiCuuChienBinh},
	{"chi hoi cuu chien binh", Veterans, HoiCuuChienBinh},
	{"hoi ccb", Veterans, HoiCuuChienBinh},
	{"chi hoi ccb", Veterans, HoiCuuChienBinh},
	{"ccb", Veterans, HoiCuuChienBinh},
	{"tap the co quan", Administration, CoQuan},
	{"tap the", Administration, CoQuan},
	{"co quan", Administration, CoQuan},
}

// spoken is a name of a unit taken apart for comparison.
type spoken struct {
	whole []string // all words, folded
	line  Line     // from the opening; "" if it has none
	kind  Kind     // from the opening; "" if open
	rest  []string // the words after the opening
}

// speak takes a name apart. "Đảng bộ Sở Xây dựng" is the Party's, with the rest "so xay dung".
func speak(name string) spoken {
	words := plainWords(name)
	s := spoken{whole: words, rest: words}
	joined := strings.Join(words, " ") + " "
	for _, o := range openings {
		if strings.HasPrefix(joined, o.words+" ") {
			s.line, s.kind = o.line, o.kind
			s.rest = words[strings.Count(o.words, " ")+1:]
			return s
		}
	}
	return s
}

// plainWords gives the folded words of a name; "&" is the word "va", other signs part words.
func plainWords(name string) []string {
	folded := strings.ReplaceAll(viet.Fold(name), "&", " va ")
	return strings.FieldsFunc(folded, func(r rune) bool {
		return (r < '0' || r > '9') && (r < 'a' || r > 'z')
	})
}

// kindOfName guesses the kind of a new unit of a line from its name; the line's usual one if the name does not tell.
func kindOfName(name string, line Line) Kind {
	if s := speak(name); s.line == line {
		if s.kind != "" {
			return s.kind
		}
		if line == Party && upper(s.rest) {
			return DangBo
		}
		if line == Party {
			return DangBoCoSo
		}
	}
	if kinds := line.Kinds(); len(kinds) > 0 {
		return kinds[0]
	}
	return ""
}

// upperNames are what stands behind "Đảng bộ" where it is one above the base, folded.
var upperNames = [][]string{{"khoi"}, {"huyen"}, {"quan"}, {"thi", "xa"}, {"thanh", "pho"}, {"tp"}, {"tinh"}, {"dac", "khu"}}

// upper reports whether the words behind "Đảng bộ" name a bloc, district, city or province;
// "Quân sự", "Quân y" and the like are no district.
func upper(rest []string) bool {
	for _, name := range upperNames {
		if len(rest) > len(name) && slices.Equal(rest[:len(name)], name) {
			return name[0] != "quan" || !slices.Contains([]string{"su", "y", "doan", "khu", "chung", "nhan", "ly"}, rest[1])
		}
	}
	return false
}

// tellsKind reports whether a unit's name tells its kind, where its line has several.
func tellsKind(name string, line Line) bool {
	s := speak(name)
	return line != Party || s.line == Party && (s.kind != "" || upper(s.rest))
}

// LineOfName gives the line that a name's opening tells ("Công đoàn Sở" is a union's), "" where it tells none.
func LineOfName(name string) Line { return speak(name).line }
