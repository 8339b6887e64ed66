package main

import (
	"fmt"
	"strings"
)

var aboveSteps = []step{
	{"the bloc's page shows what is below, and from how many it was added", blocPage},
	{"a reported figure of the bloc stands beside the sum of what is below", blocReports},
	{"the province's page is the same page", provincePage},
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
		if !strings.Contains("|"+strings.Join(l.cells, "|")+"|", "|"+dotted(n)+"|") {
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
