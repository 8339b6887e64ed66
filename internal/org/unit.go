package org

import (
	"hamrong/internal/period"
)

// Line is the kind of organisation that a unit belongs to for good (hệ thống).
type Line string

// The lines.
const (
	Party          Line = "party"          // Đảng
	Administration Line = "administration" // chính quyền, cơ quan
	Union          Line = "union"          // công đoàn
	Youth          Line = "youth"          // đoàn thanh niên
	Veterans       Line = "veterans"       // hội cựu chiến binh
	Other          Line = "other"
)

// Lines lists the lines in the order in which forms offer them.
var Lines = []Line{Party, Administration, Union, Youth, Veterans, Other}

// Kind is what a unit is (loại hình).
type Kind string

// The kinds.
const (
	ChiBo           Kind = "chi_bo"             // chi bộ, a Party cell
	DangBoBoPhan    Kind = "dang_bo_bo_phan"    // đảng bộ bộ phận
	DangBoCoSo      Kind = "dang_bo_co_so"      // đảng bộ cơ sở
	DangBo          Kind = "dang_bo"            // đảng bộ above the base
	CongDoan        Kind = "cong_doan"          // công đoàn
	DoanThanhNien   Kind = "doan_thanh_nien"    // đoàn thanh niên
	HoiCuuChienBinh Kind = "hoi_cuu_chien_binh" // hội cựu chiến binh
	CoQuan          Kind = "co_quan"            // cơ quan, phòng, đơn vị
	OtherKind       Kind = "khac"
)

// Kinds lists the kinds that a line has, the usual one first.
func (l Line) Kinds() []Kind {
	switch l {
	case Party:
		return []Kind{ChiBo, DangBoBoPhan, DangBoCoSo, DangBo}
	case Administration:
		return []Kind{CoQuan, OtherKind}
	case Union:
		return []Kind{CongDoan, OtherKind}
	case Youth:
		return []Kind{DoanThanhNien, OtherKind}
	case Veterans:
		return []Kind{HoiCuuChienBinh, OtherKind}
	case Other:
		return []Kind{OtherKind}
	}
	return nil
}

// Level is how high a unit stands (cấp).
type Level string

// The levels.
const (
	Branch   Level = "branch"   // chi bộ và tương đương
	Base     Level = "base"     // cơ sở
	Bloc     Level = "bloc"     // cấp trên trực tiếp cơ sở: khối, huyện
	Province Level = "province" // tỉnh
	Nation   Level = "nation"   // trung ương
)

// Levels lists the levels from the lowest up.
var Levels = []Level{Branch, Base, Bloc, Province, Nation}

// rank orders levels; 0 for one that does not exist.
func (l Level) rank() int {
	for i, known := range Levels {
		if l == known {
			return i + 1
		}
	}
	return 0
}

// Always is the founding day of a unit that existed before anything recorded here (từ trước).
const Always period.Date = "0001-01-01"

// State is what a unit is over a span of days [From, Until).
type State struct {
	From, Until period.Date
	Name        string // "Đảng bộ Sở Xây dựng"
	Short       string // short name or abbreviation, "Sở XD"; may be ""
	Kind        Kind
	Level       Level
	Parent      int64 // the unit of the same line above it; 0 for none
	Place       int   // order among siblings
}

// Unit is a unit with its state on the day that was asked for; before its founding
// its first, after its end its last.
type Unit struct {
	ID        int64
	Line      Line
	FoundedOn period.Date
	EndedOn   period.Date // first day on which it no longer exists; period.Forever while it lives
	State
}

// Living reports whether the unit exists on the day.
func (u Unit) Living(day period.Date) bool { return u.FoundedOn <= day && day < u.EndedOn }

// Ended reports whether an end of the unit is known, be it in the future.
func (u Unit) Ended() bool { return u.EndedOn != period.Forever }

// EventKind says what happened to a unit.
type EventKind string

// The kinds of event.
const (
	Founded EventKind = "founded" // thành lập
	Renamed EventKind = "renamed" // đổi tên, đổi loại
	Moved   EventKind = "moved"   // chuyển về đơn vị khác
	Linked  EventKind = "linked"  // cùng cơ quan
	Ended   EventKind = "ended"   // giải thể, kết thúc
)

// Event is one thing that happened to a unit.
type Event struct {
	ID       int64
	Unit     int64
	Kind     EventKind
	On       period.Date
	Decision string // the decision's number and date as the clerk writes it
	Reason   string
	Other    int64  // the other unit: parent, new parent or lead; 0 for none
	Named    string // what the other unit was called on that day
	Account  int64
	Who      string // name of the account; "" for the program itself
	At       int64  // when it was recorded, milliseconds since 1970, UTC
}

// Act is what every event has: its day, its decision, and the reason that makes
// it a correction where a closed year changes.
type Act struct {
	On       period.Date
	Decision string
	Reason   string
}
