package org

import (
	"errors"
	"strings"
	"testing"

	"hamrong/internal/fault"
	"hamrong/internal/period"
)

const today = period.Date("2016-02-01")

// wrongs lists the fields of a refusal with their sentences, "on=org.day_far".
func wrongs(err error) string {
	var f *fault.Error
	if !errors.As(err, &f) {
		return ""
	}
	var list []string
	for _, field := range f.Fields {
		list = append(list, field.Name+"="+field.Key)
	}
	if len(list) == 0 {
		return f.Key
	}
	return strings.Join(list, " ")
}

func a(kind Kind, level Level) Unit {
	return Unit{ID: 1, Line: Party, FoundedOn: "2010-01-01", EndedOn: period.Forever,
		State: State{From: "2010-01-01", Until: period.Forever, Name: "Đảng bộ Sở", Kind: kind, Level: level, Parent: 9}}
}

func TestFound_tellsEachWrongField(t *testing.T) {
	base, cell := a(DangBoCoSo, Base), a(ChiBo, Branch)
	ended := base
	ended.EndedOn = "2015-01-01"
	for name, c := range map[string]struct {
		founding Founding
		above    *Unit
		want     string
	}{
		"usual kind, level and day":    {Founding{Naming: Naming{Name: "Chi bộ Kho"}}, &base, ""},
		"no name":                      {Founding{Naming: Naming{Name: " \t"}}, &base, "name=org.name_missing"},
		"long name and far day":        {Founding{Naming: Naming{Name: strings.Repeat("a", 201)}, Act: Act{On: "2106-01-01"}}, &base, "name=org.name_long on=org.day_far"},
		"a year ahead":                 {Founding{Naming: Naming{Name: "Chi bộ Kho"}, Act: Act{On: "2017-02-01"}}, &base, ""},
		"kind of another line":         {Founding{Naming: Naming{Name: "Chi bộ Kho", Kind: CongDoan}}, &base, "kind=org.kind_unknown"},
		"level that does not exist":    {Founding{Naming: Naming{Name: "Chi bộ Kho", Level: "galaxy"}}, &base, "level=org.level_unknown"},
		"level above its parent":       {Founding{Naming: Naming{Name: "Đảng bộ Khối", Kind: DangBo, Level: Bloc}}, &base, "level=org.level_above_parent"},
		"below a chi bộ":               {Founding{Naming: Naming{Name: "Chi bộ Kho"}}, &cell, "kind=org.chi_bo_has_no_units"},
		"before its parent":            {Founding{Naming: Naming{Name: "Chi bộ Kho"}, Act: Act{On: "2009-12-31"}}, &base, "on=org.day_before_above"},
		"on its parent's day":          {Founding{Naming: Naming{Name: "Chi bộ Kho"}, Act: Act{On: "2010-01-01"}}, &base, ""},
		"below an ended unit":          {Founding{Naming: Naming{Name: "Chi bộ Kho"}}, &ended, "on=org.above_ended"},
		"root":                         {Founding{Naming: Naming{Name: "Đảng bộ tỉnh", Kind: DangBo, Level: Province}}, nil, ""},
		"long decision, long reason":   {Founding{Naming: Naming{Name: "Chi bộ Kho"}, Act: Act{Decision: strings.Repeat("x", 1001), Reason: strings.Repeat("x", 1001)}}, &base, "decision=org.text_long reason=org.text_long"},
		"unprintable name, long short": {Founding{Naming: Naming{Name: "Chi bộ\u202e Kho", Short: strings.Repeat("a", 61)}}, &base, "name=org.name_unprintable short=org.short_long"},
	} {
		s, err := found(c.founding, Limit{Line: Party, Above: c.above, Today: today})
		if got := wrongs(err); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
		if err == nil && c.founding.On == "" && c.above != nil && s.From != c.above.FoundedOn {
			t.Errorf("%s: begins on %s", name, s.From)
		}
		if err == nil && c.above == nil && s.From != Always {
			t.Errorf("%s: a root begins on %s", name, s.From)
		}
	}
}

func TestFound_guessesKindAndLevel(t *testing.T) {
	province, base := a(DangBo, Province), a(DangBoCoSo, Base)
	for name, c := range map[string]struct {
		line   Line
		above  *Unit
		linked bool
		kind   Kind
		level  Level
	}{
		"Chi bộ Văn phòng":        {Party, &base, false, ChiBo, Branch},
		"Văn phòng":               {Party, &base, false, ChiBo, Branch},
		"Đảng bộ bộ phận Kho":     {Party, &base, false, DangBoBoPhan, Branch},
		"Đảng bộ Sở Xây dựng":     {Party, &province, false, DangBoCoSo, Base},
		"Đảng bộ Khối Cơ quan":    {Party, &province, false, DangBo, Bloc},
		"Đảng bộ huyện Cẩm Giàng": {Party, &province, false, DangBo, Bloc},
		"Đảng bộ Quân sự tỉnh":    {Party, &province, false, DangBoCoSo, Base},
		"Công đoàn Sở":            {Union, &base, true, CongDoan, Base},
		"Đoàn TNCS Hồ Chí Minh X": {Youth, &base, true, DoanThanhNien, Base},
		"Hội CCB Sở":              {Veterans, &base, true, HoiCuuChienBinh, Base},
		"Cơ quan Sở":              {Administration, &base, true, CoQuan, Base},
	} {
		s, err := found(Founding{Naming: Naming{Name: name}}, Limit{Line: c.line, Above: c.above, Linked: c.linked, Today: today})
		if err != nil || s.Kind != c.kind || s.Level != c.level {
			t.Errorf("%s: %s, %s, %v; want %s, %s", name, s.Kind, s.Level, err, c.kind, c.level)
		}
	}
}

func TestTellsKind_isSureOnlyWhereTheNameSays(t *testing.T) {
	for name, want := range map[string]bool{"Chi bộ Kho": true, "Đảng bộ bộ phận Kho": true, "Đảng bộ cơ sở Sở X": true, "Đảng bộ khối Doanh nghiệp": true,
		"Đảng bộ Sở X": false, "Văn phòng": false} {
		if tellsKind(name, Party) != want {
			t.Errorf("%s: got %v", name, !want)
		}
	}
}

func TestRename_correctsAMistakeFromTheDayItBegan(t *testing.T) {
	u := a(DangBoCoSo, Base)
	parent := a(DangBo, Province)
	l := Limit{Line: Party, Above: &parent, Today: today}
	to := Naming{u.Name, "", DangBo, Bloc}
	next, err := rename(u, Renaming{Naming: to, Act: Act{Reason: "lập nhầm loại"}}.from(u), l)
	if err != nil || next.From != u.From || next.Kind != DangBo || next.Level != Bloc {
		t.Errorf("got %+v, %v", next, err)
	}
	if _, err := rename(u, Renaming{Naming: to}.from(u), l); wrongs(err) != "on=org.day_or_reason" {
		t.Errorf("neither day nor reason: %v", err)
	}
}

func TestRename_keepsTheOrderOfLevels(t *testing.T) {
	parent := a(DangBo, Bloc)
	for name, c := range map[string]struct {
		to    Naming
		on    period.Date
		below Level
		want  string
	}{
		"another name":              {Naming{"Đảng bộ Sở mới", "", DangBoCoSo, Base}, "2015-01-01", Branch, ""},
		"the same":                  {Naming{"Đảng bộ  Sở ", "", DangBoCoSo, Base}, "2015-01-01", "", "name=org.nothing_changed"},
		"above the parent":          {Naming{"Đảng bộ Sở", "", DangBo, Province}, "2015-01-01", "", "level=org.level_above_parent"},
		"below its children":        {Naming{"Đảng bộ Sở", "", DangBoBoPhan, Branch}, "2015-01-01", Base, "level=org.level_below_children"},
		"a chi bộ with children":    {Naming{"Chi bộ Sở", "", ChiBo, Branch}, "2015-01-01", Branch, "kind=org.chi_bo_with_children"},
		"no day":                    {Naming{"Đảng bộ X", "", DangBoCoSo, Base}, "", "", "on=org.day_or_reason"},
		"before the latest state":   {Naming{"Đảng bộ X", "", DangBoCoSo, Base}, "2009-12-31", "", "on=org.day_before_state"},
		"on the latest state's day": {Naming{"Đảng bộ X", "", DangBoCoSo, Base}, "2010-01-01", "", ""},
	} {
		_, err := rename(a(DangBoCoSo, Base), Renaming{Naming: c.to, Act: Act{On: c.on}}, Limit{Line: Party, Above: &parent, Below: c.below, Today: today})
		if got := wrongs(err); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestMove_refusesWhatCannotStandAbove(t *testing.T) {
	other := func(change func(*Unit)) Unit {
		u := a(DangBo, Bloc)
		u.ID, u.Parent = 5, 0
		change(&u)
		return u
	}
	for name, c := range map[string]struct {
		parent Unit
		above  []int64
		want   string
	}{
		"a unit above":        {other(func(*Unit) {}), []int64{5}, ""},
		"its own parent":      {other(func(u *Unit) { u.ID = 9 }), []int64{9}, "parent=org.move_already"},
		"a unit below":        {other(func(*Unit) {}), []int64{5, 1}, "parent=org.move_cycle"},
		"another line":        {other(func(u *Unit) { u.Line = Union }), []int64{5}, "parent=org.move_line"},
		"a chi bộ":            {other(func(u *Unit) { u.Kind = ChiBo }), []int64{5}, "parent=org.chi_bo_has_no_units"},
		"a lower level":       {other(func(u *Unit) { u.Level = Branch }), []int64{5}, "parent=org.level_above_parent"},
		"an ended unit":       {other(func(u *Unit) { u.EndedOn = "2014-01-01" }), []int64{5}, "parent=org.above_ended"},
		"one founded later":   {other(func(u *Unit) { u.FoundedOn = "2015-06-02" }), []int64{5}, "on=org.day_before_above"},
		"founded on that day": {other(func(u *Unit) { u.FoundedOn = "2015-06-01" }), []int64{5}, ""},
	} {
		_, err := move(a(DangBoCoSo, Base), c.parent, Moving{Parent: c.parent.ID, Act: Act{On: "2015-06-01"}}, c.above, today)
		if got := wrongs(err); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
