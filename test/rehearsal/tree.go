package main

import (
	"fmt"
	"strings"
)

var treeSteps = []step{
	{"units are founded below a unit, each with its kind and level", foundAbove},
	{"wrong input about a unit is refused at its field and founds nothing", foundWrong},
	{"the branches are pasted as a list, looked at, then founded at once", pasteBranches},
	{"the same list again founds nothing", pasteAgain},
	{"search finds a unit without its tone marks", searchUnits},
	{"other organisations of the office are added and linked", foundOffice},
}

// found makes a unit below another and remembers its address.
func (r *run) found(parent, name string, more map[string]any) error {
	pg, err := r.clerk().open(parent + "/children/new")
	if err != nil {
		return err
	}
	fields := map[string]any{"name": name}
	for k, v := range more {
		fields[k] = v
	}
	pg, err = pg.send("/children", fields)
	if err := done(pg, err, name, "Đã thành lập đơn vị"); err != nil {
		return err
	}
	return r.remember(pg, name)
}

func foundAbove(r *run) error {
	if err := r.found(r.unit[r.org.top], r.org.parent, map[string]any{"kind": "dang_bo", "level": "bloc"}); err != nil {
		return fmt.Errorf("%w: %w", err, errEnd)
	}
	for _, name := range []string{r.org.name, r.org.sister} {
		if err := r.found(r.unit[r.org.parent], name, map[string]any{"kind": "dang_bo_co_so", "level": "base"}); err != nil {
			return fmt.Errorf("%w: %w", err, errEnd)
		}
	}
	pg, err := r.clerk().open("/")
	if err != nil {
		return err
	}
	return pg.says(r.org.top)
}

func foundWrong(r *run) error {
	for _, w := range []struct {
		fields map[string]any
		says   string
	}{
		{map[string]any{"name": ""}, "Ghi tên"},
		{map[string]any{"name": r.org.sister, "kind": "dang_bo_co_so"}, "Đã có"},
		{map[string]any{"name": "Đảng bộ Thử"}, "Tên chưa nói rõ loại"},
		{map[string]any{"name": "Chi bộ Thử", "on": "31/02/2015"}, "ngày"},
		{map[string]any{"name": "Đảng bộ Thử", "kind": "dang_bo", "level": "province"}, "Cấp cao hơn"},
	} {
		pg, err := r.clerk().open(r.unit[r.org.parent] + "/children/new")
		if err != nil {
			return err
		}
		pg, err = pg.send("/children", w.fields)
		if err := refused(pg, err, w.says); err != nil {
			return fmt.Errorf("%v: %w", w.fields, err)
		}
	}
	pg, err := r.clerk().open(r.unit[r.org.parent])
	if err != nil {
		return err
	}
	if err := pg.silent("Thử"); err != nil {
		return err
	}
	return pg.says("2 đơn vị trực thuộc")
}

// list is the branches as a clerk copies them from a paper: numbered, one a line.
func (r *run) list() string {
	var b strings.Builder
	for i, name := range r.org.branches {
		fmt.Fprintf(&b, "%d. %s\n", i+1, name)
	}
	return b.String()
}

func pasteBranches(r *run) error {
	pg, err := r.clerk().open(r.home() + "/paste")
	if err != nil {
		return err
	}
	pg, err = pg.send("/paste", map[string]any{"text": r.list() + "123\nCộng: 12 chi bộ\n"})
	if err := done(pg, err, "1 dòng chưa đọc được", "1 dòng cộng bỏ qua"); err != nil {
		return err
	}
	if err := pg.silent(fmt.Sprintf("Thành lập %s đơn vị", dotted(r.branches))); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.home() + "/paste"); err != nil {
		return err
	}
	pg, err = pg.send("/paste", map[string]any{"text": r.list()})
	if err := done(pg, err, fmt.Sprintf("%s đơn vị mới", dotted(r.branches))); err != nil {
		return err
	}
	pg, err = pg.click(fmt.Sprintf("Thành lập %s đơn vị", dotted(r.branches)), nil)
	if err := done(pg, err, fmt.Sprintf("%s đơn vị trực thuộc", dotted(r.branches))); err != nil {
		return err
	}
	for _, name := range r.org.branches {
		if err := pg.says(name); err != nil {
			return err
		}
	}
	return r.remember(pg, r.org.branches[0])
}

func pasteAgain(r *run) error {
	pg, err := r.clerk().open(r.home() + "/paste")
	if err != nil {
		return err
	}
	pg, err = pg.send("/paste", map[string]any{"text": r.list()})
	if err := done(pg, err, "Không có gì để thêm"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.home()); err != nil {
		return err
	}
	return pg.says(fmt.Sprintf("%s đơn vị trực thuộc", dotted(r.branches)))
}

func searchUnits(r *run) error {
	pg, err := r.clerk().open("/units?q=" + strings.ReplaceAll(plain(r.org.branches[0]), " ", "+"))
	if err != nil {
		return err
	}
	return pg.says(r.org.branches[0])
}

// plain writes words without their marks, as people type who search.
func plain(s string) string {
	const marked = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
	const bare = "aaaaaaaaaaaaaaaaadeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyy"
	to := map[rune]byte{}
	for i, c := range []rune(marked) {
		to[c] = bare[i]
	}
	var b strings.Builder
	for _, c := range strings.ToLower(s) {
		if p, ok := to[c]; ok {
			b.WriteByte(p)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

func foundOffice(r *run) error {
	pg, err := r.clerk().open(r.home() + "/office/new")
	if err != nil {
		return err
	}
	name := "Đoàn thanh niên " + r.org.office
	pg, err = pg.send("/office", map[string]any{"line": "youth", "name": name})
	if err := done(pg, err, name, r.org.name); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.home()); err != nil {
		return err
	}
	return r.remember(pg, name)
}
