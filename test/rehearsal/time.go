package main

import (
	"fmt"
	"strings"
	"time"
)

var timeSteps = []step{
	{"a unit founded, renamed, moved and ended keeps its dates, decisions and last year's tree", liveUnit},
	{"a change of the tree that cannot be is refused at its field", changeWrong},
	{"a unit of another line is linked to the office from a day on", linkUnit},
}

// day writes a day of the year after the report's.
func (r *run) day(day, month int) string { return fmt.Sprintf("%02d/%02d/%d", day, month, r.year+1) }

// far reports whether the rehearsed days lie further ahead than the program takes.
func (r *run) far() bool {
	return time.Date(r.year+1, time.June, 1, 0, 0, 0, 0, time.Local).After(time.Now().AddDate(1, 0, 0))
}

// ahead reports whether the first of the rehearsed days is still to come.
func (r *run) ahead() bool {
	return time.Date(r.year+1, time.February, 1, 0, 0, 0, 0, time.Local).After(time.Now())
}

func (r *run) tree(on string) (*page, error) { return r.clerk().open("/units?on=" + on) }

func liveUnit(r *run) error {
	part, brief := "Đảng bộ bộ phận Miền Tây", "Chi bộ Dự án Tạm"
	if r.far() {
		pg, err := r.fill(r.home()+"/children/new", "/children", map[string]any{"name": part, "on": r.day(1, 2)})
		return refused(pg, err, "xa hơn một năm")
	}
	for _, u := range []struct{ name, kind string }{{part, "dang_bo_bo_phan"}, {brief, "chi_bo"}} {
		on := r.day(1, 2)
		if u.name == brief && r.ahead() {
			on = "" // what has not begun cannot end yet
		}
		pg, err := r.fill(r.home()+"/children/new", "/children", map[string]any{"name": u.name, "kind": u.kind, "on": on, "decision": "07-QĐ/ĐU"})
		if err := done(pg, err); err != nil {
			return err
		}
		if pg, err = r.tree(r.day(2, 2)); err != nil {
			return err
		}
		to, err := pg.follow(u.name)
		if err != nil {
			return err
		}
		r.unit[u.name] = to.url.Path
	}
	branch := r.org.branches[len(r.org.branches)-1]
	pg, err := r.clerk().open(r.home())
	if err != nil {
		return err
	}
	if err := r.remember(pg, branch); err != nil {
		return err
	}
	unit, renamed := r.unit[branch], branch+" Mới"
	pg, err = r.fill(unit+"/rename", "/rename", map[string]any{"name": renamed, "on": r.day(1, 3), "decision": "08-QĐ/ĐU"})
	if err := done(pg, err, "08-QĐ/ĐU"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(unit + "/move"); err != nil {
		return err
	}
	to, err := pg.option("parent", r.org.sister)
	if err != nil {
		return err
	}
	pg, err = pg.send("/move", map[string]any{"parent": to, "on": r.day(1, 4), "decision": "09-QĐ/ĐU"})
	if err := done(pg, err, "09-QĐ/ĐU"); err != nil {
		return err
	}
	pg, err = r.fill(r.unit[brief]+"/end", "/end", map[string]any{"on": r.day(1, 5), "decision": "10-QĐ/ĐU"})
	if err := done(pg, err, "10-QĐ/ĐU"); err != nil {
		return err
	}
	return r.treesStand(branch, renamed, part, brief)
}

// treesStand looks at the tree before and after the changes.
func (r *run) treesStand(branch, renamed, part, brief string) error {
	before, err := r.tree(fmt.Sprintf("31/12/%d", r.year))
	if err != nil {
		return err
	}
	if err := before.says(branch); err != nil {
		return err
	}
	later := []string{renamed, part, brief}
	if r.ahead() {
		later = later[:2]
	}
	if err := before.silent(later...); err != nil {
		return err
	}
	between, err := r.tree(r.day(15, 4))
	if err != nil {
		return err
	}
	if err := between.says(renamed, part, brief); err != nil {
		return err
	}
	after, err := r.tree(r.day(15, 5))
	if err != nil {
		return err
	}
	if err := after.silent(brief); err != nil {
		return err
	}
	old, err := r.yearPage(r.unit[branch], r.year)
	if err != nil {
		return err
	}
	if err := old.says(branch); err != nil {
		return err
	}
	if err := old.silent(renamed); err != nil {
		return fmt.Errorf("last year's page has this year's name: %w", err)
	}
	below, err := r.yearPage(r.home(), r.year)
	if err != nil {
		return err
	}
	list, err := below.table("theo đơn vị cấp dưới")
	if err != nil {
		return err
	}
	for _, l := range list {
		if strings.HasSuffix(l.head, ". "+branch) {
			return nil
		}
	}
	return fmt.Errorf("last year's page has no line for %q", branch)
}

func changeWrong(r *run) error {
	branch := r.unit[r.org.branches[0]]
	for _, w := range []struct {
		address, action string
		fields          map[string]any
		says            string
	}{
		{branch + "/rename", "/rename", map[string]any{"on": ""}, ""},
		{branch + "/rename", "/rename", map[string]any{"name": "", "on": r.day(1, 3)}, "Ghi tên"},
		{branch + "/move", "/move", map[string]any{"parent": "", "on": r.day(1, 3)}, "Chọn"},
		{branch + "/link", "/link", map[string]any{"lead": "", "on": r.day(1, 3)}, "Chọn"},
		{branch + "/end", "/end", map[string]any{"on": "hôm nào"}, ""},
	} {
		pg, err := r.fill(w.address, w.action, w.fields)
		if err := refused(pg, err, w.says); err != nil {
			return fmt.Errorf("%s: %w", w.address, err)
		}
	}
	pg, err := r.clerk().open(r.home() + "/end")
	if err != nil {
		return err
	}
	if err := pg.says("đơn vị trực thuộc hoặc cùng cơ quan"); err != nil {
		return err
	}
	pg, err = r.clerk().post(r.unit[r.org.parent]+"/move", "parent="+strings.TrimPrefix(r.home(), "/units/")+"&on="+r.day(1, 3))
	return refused(pg, err)
}

func linkUnit(r *run) error {
	youth := r.unit["Đoàn thanh niên "+r.org.office]
	pg, err := r.clerk().open(youth + "/link")
	if err != nil {
		return err
	}
	sister, err := pg.option("lead", r.org.sister)
	if err != nil {
		return err
	}
	on := r.day(1, 3)
	if r.far() {
		pg, err = pg.send("/link", map[string]any{"lead": sister, "on": on})
		return refused(pg, err)
	}
	pg, err = pg.send("/link", map[string]any{"lead": sister, "on": on, "decision": "12-QĐ"})
	return done(pg, err, r.org.sister)
}
