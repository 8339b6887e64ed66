package main

import (
	"fmt"
	"slices"
	"time"

	"golang.org/x/net/html"
)

var aboveSteps = []step{
	{"the bloc's page shows what is below, and from how many it was added", blocPage},
	{"a reported figure of the bloc stands beside the sum of what is below", blocReports},
	{"the province's page is the same page", provincePage},
	{"above the first unit another is founded: from its day the tree stands under it, before that day nothing changes", foundAboveTop},
}

func blocPage(r *run) error {
	pg, err := r.yearPage(r.unit[r.org.parent], r.year)
	if err != nil {
		return err
	}
	if err := pg.says(r.org.name, r.org.sister, "Cộng từ 1 trên 2 đơn vị có số liệu"); err != nil {
		return err
	}
	list, err := pg.table("theo đơn vị cấp dưới")
	if err != nil {
		return err
	}
	if _, err = line(list, "1. "); err != nil {
		return err
	}
	return r.hasSum(pg)
}

// hasSum looks for the sum of what is below in the table of members.
func (r *run) hasSum(pg *page) error {
	list, err := pg.table("Xếp loại", "đảng viên")
	if err != nil {
		return err
	}
	_, members := levelNames(r.year)
	for i, n := range r.org.results.members {
		if n == 0 {
			continue
		}
		l, err := line(list, members[i])
		if err != nil {
			return err
		}
		sum := "Cộng từ 1/2 đơn vị: " + dotted(n) // of the two units of the bloc one reports
		if !slices.Contains(l.cells, sum) {
			return fmt.Errorf("%s: %q does not show %d, the sum of what is below", l.head, l.cells, n)
		}
	}
	return nil
}

func blocReports(r *run) error {
	pg, err := r.sheetOf(r.unit[r.org.parent], r.year)
	if err != nil {
		return err
	}
	total := r.members + 12
	pg, err = pg.send("/figures", map[string]any{"count.dang_vien.HTTNV": total - 1, "base.dang_vien": total, "paper": "Báo cáo của Khối"})
	if err := done(pg, err, dotted(total-1)); err != nil {
		return err
	}
	return r.hasSum(pg)
}

func provincePage(r *run) error {
	pg, err := r.yearPage(r.unit[r.org.top], r.year)
	if err != nil {
		return err
	}
	return pg.says(r.org.parent, "Cộng từ 1 trên 1 đơn vị có số liệu", dotted(r.members+11))
}

func foundAboveTop(r *run) error {
	top, address := "Đảng bộ Liên tỉnh "+r.org.top, r.unit[r.org.top]
	day, before := time.Now(), time.Now().AddDate(0, 0, -1)
	wrong, err := r.fill(address+"/above/new", "/above", map[string]any{"name": top, "on": ""})
	if err := refused(wrong, err, "cần có nội dung"); err != nil {
		return err
	}
	if wrong, err = wrong.send("/above", map[string]any{"name": r.org.top, "on": day.Format("02/01/2006")}); err != nil {
		return err
	}
	if err := refused(wrong, nil, "Đã có"); err != nil {
		return err
	}
	pg, err := wrong.send("/above", map[string]any{"name": top, "on": day.Format("02/01/2006"), "decision": "15-QĐ/TW"})
	if err := done(pg, err, "Đã lập cấp trên", top, "15-QĐ/TW"); err != nil {
		return err
	}
	for _, at := range []struct {
		day   time.Time
		shown bool
	}{{day, true}, {before, false}} {
		if pg, err = r.tree(at.day.Format("02/01/2006")); err != nil {
			return err
		}
		if err := pg.says(r.org.top, r.org.name); err != nil {
			return err
		}
		named := pg.find(func(n *html.Node) bool { return n.Data == "a" && words(n) == top })
		if len(named) > 0 != at.shown {
			return fmt.Errorf("on %s the tree shows %q: %v, want %v", at.day.Format("02/01/2006"), top, !at.shown, at.shown)
		}
	}
	if pg, err = r.tree(""); err != nil {
		return err
	}
	if pg, err = pg.follow(top); err != nil {
		return err
	}
	r.unit[top] = pg.url.Path
	if err := pg.says(r.org.top); err != nil {
		return err
	}
	again, err := r.clerk().post(address+"/above", "name=a&kind=dang_bo&level=nation&on=01/01/2020")
	if err := refused(again, err, "không đứng đầu"); err != nil {
		return err
	}
	if pg, err = r.people["nguoi.doc"].post(r.unit[top]+"/above", "name=a&kind=dang_bo&level=nation&on=01/01/2020"); err != nil {
		return err
	}
	if err := denied(pg, nil); err != nil {
		return fmt.Errorf("a reader of one branch founds above all: %w", err)
	}
	if pg, err = r.yearPage(r.unit[top], day.Year()); err != nil {
		return err
	}
	if err := pg.says(r.org.top); err != nil {
		return err
	}
	if pg, err = r.yearPage(r.unit[top], day.Year()-1); err != nil {
		return err
	}
	return pg.says("đơn vị chưa có, thành lập ngày " + day.Format("02/01/2006"))
}
