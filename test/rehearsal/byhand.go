package main

import (
	"fmt"
	"strings"
)

// earlier is the year before the report's, known from paper alone.
func (r *run) earlier() int { return r.year - 1 }

var handSteps = []step{
	{"figures are typed from paper in one sheet, and stand in the year's tables", typeFigures},
	{"what a sheet offers beside its own lines is typed on the same sheet", typeFurther},
	{"typed figures that cannot be are refused at their field and none is kept", typeWrong},
	{"the year before stands beside the year, with the change", yearBeside},
	{"a typed figure is changed with a reason, taken back with a reason, and its history shows both", changeFigure},
	{"a percentage stays a percentage: no count is made of it", percentStays},
	{"a title is recorded by hand, changed and taken back; wrong input is refused", handTitle},
	{"a held title above the one aimed at is said so", heldAbove},
	{"a title that another paper contradicts stands beside the first, each opens", besideTitle},
}

// typed are the members of the year before: a fixed shape that fits any size.
func (r *run) typed() [3]int {
	return [3]int{1, r.members - 1 - r.members/3, r.members / 3}
}

func (r *run) sheetOf(unit string, year int) (*page, error) {
	return r.clerk().open(fmt.Sprintf("%s/years/%d/figures", unit, year))
}

func typeFigures(r *run) error {
	pg, err := r.sheetOf(r.home(), r.earlier())
	if err != nil {
		return err
	}
	fields := map[string]any{"base.dang_vien": r.members, "paper": "Báo cáo giấy năm trước"}
	for i, code := range []string{"HTXSNV", "HTTNV", "HTNV"} {
		fields["count.dang_vien."+code] = r.typed()[i]
	}
	pg, err = pg.send("/figures", fields)
	if err := done(pg, err, "dữ kiện trên trang này, nhập tay ngày"); err != nil {
		return err
	}
	paper, err := pg.follow("Báo cáo giấy năm trước")
	if err != nil {
		return fmt.Errorf("the paper is not among the page's sources: %w", err)
	}
	if err := paper.says("nhập tay", "Báo cáo giấy năm trước"); err != nil {
		return err
	}
	list, err := pg.table("Xếp loại", "đảng viên")
	if err != nil {
		return err
	}
	_, members := levelNames(r.earlier())
	if err := checkTable(list, members, r.typed(), "bc"); err != nil {
		return err
	}
	l, err := line(list, members[0])
	if err != nil {
		return err
	}
	if pg, err = pg.openIn(l.node, "/figures/"); err != nil {
		return err
	}
	r.figure = pg.url.Path
	return pg.says("Nhập tay từ: Báo cáo giấy năm trước")
}

// typeFurther types the base units, which no sheet has lines for unasked, of a year that nothing else is told of.
func typeFurther(r *run) error {
	pg, err := r.sheetOf(r.home(), r.year-3)
	if err != nil {
		return err
	}
	if pg, err = pg.follow("tổ chức cơ sở đảng"); err != nil {
		return err
	}
	pg, err = pg.send("/figures", map[string]any{"count.to_chuc_co_so_dang.HTNV": 3, "base.to_chuc_co_so_dang": 5})
	if err := done(pg, err, "Nhập tay, không ghi giấy tờ"); err != nil {
		return err
	}
	list, err := pg.table("Xếp loại", "tổ chức cơ sở đảng")
	if err != nil {
		return err
	}
	l, err := line(list, "hoàn thành nhiệm vụ")
	if err != nil {
		return err
	}
	pg, err = pg.openIn(l.node, "/figures/")
	if err != nil {
		return err
	}
	return pg.says("3/5")
}

func typeWrong(r *run) error {
	before, err := r.yearPage(r.home(), r.earlier())
	if err != nil {
		return err
	}
	for _, w := range []struct{ field, value, says string }{
		{"count.dang_vien.HTTNV", "nhiều", "số"},
		{"count.dang_vien.HTTNV", fmt.Sprint(r.members + 1), "lớn hơn tổng số"},
		{"percent.dang_vien.HTTNV", "140", "100"},
		{"count.chi_bo.HTTNV", "-2", "số"},
	} {
		pg, err := r.sheetOf(r.home(), r.earlier())
		if err != nil {
			return err
		}
		pg, err = pg.send("/figures", map[string]any{w.field: w.value})
		if err := refused(pg, err, w.says); err != nil {
			return fmt.Errorf("%s=%s: %w", w.field, w.value, err)
		}
	}
	after, err := r.yearPage(r.home(), r.earlier())
	if err == nil && before.text != after.text {
		err = fmt.Errorf("a refused sheet changed the year: %s", clip(after.text))
	}
	return err
}

func yearBeside(r *run) error {
	pg, err := r.yearPage(r.home(), r.year)
	if err != nil {
		return err
	}
	list, err := pg.table("Xếp loại", "đảng viên")
	if err != nil {
		return err
	}
	_, members := levelNames(r.year)
	for i, n := range r.typed() {
		l, err := line(list, members[i])
		if err != nil {
			return err
		}
		all := strings.Join(l.cells, " | ")
		if !strings.Contains(all, dotted(n)) {
			return fmt.Errorf("%s does not show last year's %d: %q", l.head, n, all)
		}
		now := r.org.results.members[i]
		if change := signed(now - n); now > 0 && strings.Trim(l.cells[len(l.cells)-1], "()") != change {
			return fmt.Errorf("%s: change %q, want %q", l.head, l.cells[len(l.cells)-1], change)
		}
	}
	return nil
}

// signed writes a change: +3, −2 with the sign of print, 0.
func signed(n int) string {
	switch {
	case n > 0:
		return "+" + dotted(n)
	case n < 0:
		return "−" + dotted(-n)
	}
	return "0"
}

func changeFigure(r *run) error {
	pg, err := r.clerk().open(r.figure)
	if err != nil {
		return err
	}
	other := 2
	if r.members < 2 {
		other = 0
	}
	wrong, err := pg.send("/change", map[string]any{"count": other})
	if err := refused(wrong, err); err != nil {
		return fmt.Errorf("without a reason: %w", err)
	}
	pg, err = pg.send("/change", map[string]any{"count": other, "reason": "Gõ nhầm từ giấy"})
	if err := done(pg, err, "Gõ nhầm từ giấy", fmt.Sprintf("1/%s", dotted(r.members)), fmt.Sprintf("%d/%s", other, dotted(r.members))); err != nil {
		return err
	}
	wrong, err = pg.send("/withdraw", nil)
	if err := refused(wrong, err); err != nil {
		return fmt.Errorf("withdrawn without a reason: %w", err)
	}
	pg, err = pg.send("/withdraw", map[string]any{"reason": "Giấy không có dấu"})
	if err := done(pg, err, "Giấy không có dấu", "đã được rút"); err != nil {
		return err
	}
	if pg, err = r.yearPage(r.home(), r.earlier()); err != nil {
		return err
	}
	list, err := pg.table("Xếp loại", "đảng viên")
	if err != nil {
		return err
	}
	_, members := levelNames(r.earlier())
	l, err := line(list, members[0])
	if err == nil && strings.HasSuffix(l.cells[0], "bc") {
		err = fmt.Errorf("a withdrawn figure still stands: %q", l.cells)
	}
	return err
}

func percentStays(r *run) error {
	unit := r.unit[r.org.branches[0]]
	pg, err := r.sheetOf(unit, r.earlier())
	if err != nil {
		return err
	}
	pg, err = pg.send("/figures", map[string]any{"percent.dang_vien.HTTNV": "66,6"})
	if err := done(pg, err, "66,6 %"); err != nil {
		return err
	}
	list, err := pg.table("Xếp loại", "đảng viên")
	if err != nil {
		return err
	}
	l, err := line(list, "hoàn thành tốt nhiệm vụ")
	if err == nil && l.cells[0] != "–" {
		err = fmt.Errorf("a count %q was made of a percentage", l.cells[0])
	}
	return err
}

func handTitle(r *run) error {
	pg, err := r.clerk().open(fmt.Sprintf("%s/titles/new?year=%d", r.home(), r.year))
	if err != nil {
		return err
	}
	union, err := pg.option("unit", r.org.union)
	if err != nil {
		return err
	}
	wrong, err := pg.send("/titles", map[string]any{"unit": union, "wording": ""})
	if err := refused(wrong, err); err != nil {
		return err
	}
	wrong, err = pg.send("/titles", map[string]any{"unit": union, "wording": "Công đoàn cơ sở vững mạnh", "period": "năm ngoái"})
	if err := refused(wrong, err, "năm ngoái"); err != nil {
		return err
	}
	pg, err = pg.send("/titles", map[string]any{"unit": union, "wording": "Công đoàn cơ sở vững mạnh", "period": r.year, "status": "proposed", "paper": "Tờ trình của công đoàn"})
	if err := done(pg, err, "đề nghị", "Tờ trình của công đoàn"); err != nil {
		return err
	}
	again, err := r.clerk().open(fmt.Sprintf("%s/titles/new?year=%d", r.home(), r.year))
	if err != nil {
		return err
	}
	again, err = again.send("/titles", map[string]any{"unit": union, "wording": "Công đoàn cơ sở vững mạnh", "period": r.year, "status": "proposed"})
	if err := refused(again, err, "đã có"); err != nil {
		return fmt.Errorf("the same title twice: %w", err)
	}
	wrong, err = pg.send("/change", map[string]any{"status": "attained"})
	if err := refused(wrong, err); err != nil {
		return fmt.Errorf("changed without a reason: %w", err)
	}
	pg, err = pg.send("/change", map[string]any{"status": "attained", "awarded_by": "Công đoàn ngành", "reason": "Đã có quyết định"})
	if err := done(pg, err, "được công nhận", "Công đoàn ngành", "Đã có quyết định"); err != nil {
		return err
	}
	pg, err = pg.send("/withdraw", map[string]any{"reason": "Ghi nhầm đơn vị"})
	return done(pg, err, "đã được rút", "Ghi nhầm đơn vị")
}

func heldAbove(r *run) error {
	pg, err := r.clerk().open(fmt.Sprintf("%s/titles/new?year=%d", r.home(), r.year))
	if err != nil {
		return err
	}
	union, err := pg.option("unit", r.org.union)
	if err != nil {
		return err
	}
	pg, err = pg.send("/titles", map[string]any{"unit": union, "wording": "Công đoàn cơ sở vững mạnh xuất sắc", "period": r.year, "status": "attained"})
	if err := done(pg, err, "đạt"); err != nil {
		return err
	}
	if pg, err = r.yearPage(r.home(), r.year); err != nil {
		return err
	}
	list, err := pg.table("Danh hiệu")
	if err != nil {
		return err
	}
	l, err := line(list, r.org.union)
	if err != nil {
		return err
	}
	all := strings.Join(l.cells, " ")
	if !strings.Contains(all, "Công đoàn cơ sở vững mạnh xuất sắc") || !strings.Contains(all, "đang ở trên") {
		return fmt.Errorf("%s: %q", l.head, all)
	}
	return nil
}

// besideTitle records another title of the union's year, as a second paper says, and takes it back.
func besideTitle(r *run) error {
	pg, err := r.clerk().open(fmt.Sprintf("%s/titles/new?year=%d", r.home(), r.year))
	if err != nil {
		return err
	}
	union, err := pg.option("unit", r.org.union)
	if err != nil {
		return err
	}
	second, err := pg.send("/titles", map[string]any{"unit": union, "wording": "Công đoàn cơ sở vững mạnh", "period": r.year, "status": "attained", "paper": "Thông báo của công đoàn"})
	if err := done(second, err, "Nguồn khác ghi", "Công đoàn cơ sở vững mạnh xuất sắc", "khác danh hiệu này"); err != nil {
		return err
	}
	if pg, err = r.yearPage(r.home(), r.year); err != nil {
		return err
	}
	if err := pg.says(r.org.union+": hai nguồn khác nhau", "hai nguồn khác nhau: nguồn sau ghi Công đoàn cơ sở vững mạnh"); err != nil {
		return err
	}
	if pg, err = pg.follow(second.url.Path); err != nil {
		return fmt.Errorf("the second title does not open from the year's page: %w", err)
	}
	pg, err = pg.send("/withdraw", map[string]any{"reason": "Thông báo ghi sai"})
	return done(pg, err, "đã được rút")
}
