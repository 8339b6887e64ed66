package main

import (
	"fmt"
	"strings"
)

var secondReport = []step{
	{"another paper with another value for the same figure stands beside the first", besideFirst},
	{"a table with a column for each level is read: each row belongs to the unit that it names", tableOfBranches},
	{"another report's numbers and motto of a resolution stand beside the first, each with its source", besideResolution},
	{"undo without a reason is refused; with one it takes the whole entry back", undoEntry},
	{"undo is refused with names while something was built on the entry", undoRefused},
	{"the report of the year after decides the targets: met, not met, with the distance", nextReport},
}

// contrary is a second paper of the closed year with another count for one level of the units.
func (r *run) contrary() (yearResult, int, bool) {
	y := yearResult{year: r.year, note: "-doi-chieu", brief: true}
	for i, n := range r.org.results.units {
		if n > 0 && n < r.branches || n > 1 {
			y.units[0] = n - 1
			if n == 1 {
				y.units[0] = 2
			}
			return y, i, true
		}
	}
	return y, 0, false
}

func besideFirst(r *run) error {
	y, level, ok := r.contrary()
	if !ok { // one branch has one level: its paper says that it has another
		y.units[0], level = 1, 0
	}
	units, _ := levelNames(r.year)
	text := fmt.Sprintf("Kết quả xếp loại tổ chức đảng năm %d của %s:\n+ %s/%s chi bộ %s.\n", r.year, r.org.name, dotted(y.units[0]), dotted(r.branches), units[level])
	data, err := docx(text)
	if err != nil {
		return err
	}
	pg, err := r.drop(&file{name: "doi-chieu.docx", data: data})
	if err != nil {
		return err
	}
	if ok {
		if err := pg.says("Cần xem 1", "Sổ đang ghi", fmt.Sprintf("(bao-cao-%d.docx)", r.year)); err != nil {
			return fmt.Errorf("before entering nobody sees the other value: %w", err)
		}
	}
	pg, err = pg.press("rest", map[string]any{})
	if err := done(pg, err, "Đã ghi 1 dữ kiện vào sổ"); err != nil {
		return err
	}
	if ok {
		if err := pg.says("1 chỗ không khớp"); err != nil {
			return err
		}
	}
	if pg, err = pg.follow("Xem lượt ghi"); err != nil {
		return err
	}
	r.second = pg.url.Path
	if pg, err = pg.follow("/figures/"); err != nil {
		return err
	}
	if !ok {
		return nil
	}
	if err := pg.says("Nguồn khác ghi cùng chỗ này", "khác số này", dotted(r.org.results.units[level])); err != nil {
		return err
	}
	if pg, err = r.yearPage(r.home(), r.year); err != nil {
		return err
	}
	if err := pg.says("hai nguồn khác nhau"); err != nil {
		return err
	}
	return pg.silent(fmt.Sprintf("Xếp loại %s chi bộ", dotted(r.branches+y.units[0])))
}

// besideResolution drops a paper that tells of the resolution again, with another number of targets
// and another motto, and takes it back.
func besideResolution(r *run) error {
	pg, err := r.fill(r.resolution+"/change", "/change", map[string]any{"motto": "Trí tuệ - Bản lĩnh", "reason": "Chép từ văn bản"})
	if err := done(pg, err, "Trí tuệ - Bản lĩnh"); err != nil {
		return err
	}
	first, other := r.org.parts.targets, r.org.parts.targets+2
	data, err := docx(fmt.Sprintf("%s vừa quán triệt Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII với phương châm “Đoàn kết - Kỷ cương”, trong đó có %d chỉ tiêu.\n", r.org.name, other))
	if err != nil {
		return err
	}
	if pg, err = r.drop(&file{name: "tin-nghi-quyet.docx", data: data}); err != nil {
		return err
	}
	if err := pg.says(fmt.Sprintf("Sổ đang ghi %d chỉ tiêu", first), "Sổ đang ghi phương châm “Trí tuệ - Bản lĩnh”", "đặt bên cạnh phương châm đang ghi"); err != nil {
		return err
	}
	pg, err = pg.press("rest", map[string]any{})
	if err := done(pg, err, "đã bổ sung điều sổ chưa có"); err != nil {
		return err
	}
	entry, err := pg.follow("Xem lượt ghi")
	if err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.resolution); err != nil {
		return err
	}
	if err := pg.says(fmt.Sprintf("%d chỉ tiêu (nguồn khác ghi %d)", first, other), "Chỉ tiêu: các nguồn khác nhau", "Phương châm: các nguồn khác nhau",
		"“Trí tuệ - Bản lĩnh”", "“Đoàn kết - Kỷ cương”", fmt.Sprintf("%d chỉ tiêu (bao-cao-%d.docx)", first, r.year), fmt.Sprintf("%d chỉ tiêu (tin-nghi-quyet.docx)", other)); err != nil {
		return err
	}
	if pg, err = r.clerk().open(fmt.Sprintf("%s/years/%d", r.home(), r.year+1)); err != nil {
		return err
	}
	if err := pg.says(fmt.Sprintf("nguồn sau ghi %d", other), "nguồn sau ghi “Đoàn kết - Kỷ cương”"); err != nil {
		return fmt.Errorf("the year page: %w", err)
	}
	entry, err = entry.send("/undo", map[string]any{"reason": "Tin chép sai"})
	if err := done(entry, err); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.resolution); err != nil {
		return err
	}
	return pg.silent("nguồn khác ghi", "các nguồn khác nhau")
}

func undoEntry(r *run) error {
	pg, err := r.clerk().open(r.second)
	if err != nil {
		return err
	}
	wrong, err := pg.send("/undo", nil)
	if err := refused(wrong, err); err != nil {
		return err
	}
	pg, err = pg.send("/undo", map[string]any{"reason": "Giấy đối chiếu sai"})
	if err := done(pg, err); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.second); err != nil {
		return err
	}
	if err := pg.says("đã hoàn tác"); err != nil {
		return err
	}
	if pg, err = pg.follow("Mở báo cáo"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(strings.Replace(pg.url.Path, "/documents/", "/intakes/", 1)); err != nil {
		return err
	}
	if err := pg.says("còn 0 chưa xét", "1 chờ ghi"); err != nil {
		return fmt.Errorf("after the undo the choice that was entered is gone: %w", err)
	}
	if pg, err = r.yearPage(r.home(), r.year); err != nil {
		return err
	}
	if err := pg.silent("hai nguồn khác nhau"); err != nil {
		return err
	}
	list, err := pg.table("Xếp loại", "chi bộ")
	if err != nil {
		return err
	}
	units, _ := levelNames(r.year)
	return checkTable(list, units, r.org.results.units, "suy ra")
}

func undoRefused(r *run) error {
	pg, err := r.clerk().open(r.entry)
	if err != nil {
		return err
	}
	if _, err := pg.send("/undo", nil); err == nil {
		return fmt.Errorf("%s offers an undo that will be refused", pg.url.Path)
	}
	if err := pg.says("Chưa hoàn tác được", "chi bộ "+r.unitGoal()); err != nil {
		return fmt.Errorf("what was built on it is not named before: %w", err)
	}
	pg, err = r.clerk().post(r.entry+"/undo", "reason=th%E1%BB%AD")
	if err := refused(pg, err, "Chưa hoàn tác được", "chi bộ "+r.unitGoal()); err != nil {
		return err
	}
	if pg, err = r.yearPage(r.home(), r.year); err != nil {
		return err
	}
	return pg.says(fmt.Sprintf("trên %d %%", r.org.targets.units))
}

func nextReport(r *run) error {
	f, err := r.paper(r.org.next)
	if err != nil {
		return err
	}
	pg, err := r.drop(f)
	if err != nil {
		return err
	}
	pg, err = pg.press("rest", map[string]any{})
	if err := done(pg, err, "Đã ghi"); err != nil {
		return err
	}
	if pg, err = r.yearPage(r.home(), r.year+1); err != nil {
		return err
	}
	units, _ := levelNames(r.year + 1)
	list, err := pg.table("Xếp loại", "chi bộ")
	if err == nil {
		err = checkTable(list, units, r.org.next.units, "suy ra")
	}
	if err != nil {
		return err
	}
	if list, err = pg.table("chỉ tiêu bằng số"); err != nil {
		return err
	}
	l, err := line(list, "Chi bộ "+r.unitGoal())
	if err != nil {
		return err
	}
	n, least := r.org.next.goodUnits(), above(r.org.targets.units, r.branches)
	word := "Đạt"
	if n < least {
		word = "Chưa đạt"
	}
	all := "|" + strings.Join(l.cells, "|") + "|"
	if !strings.Contains(all, fmt.Sprintf("%s/%s", dotted(n), dotted(r.branches))) || !strings.Contains(all, "|"+word) {
		return fmt.Errorf("%s: %q, want %s with %d of %d, at least %d", l.head, all, word, n, r.branches, least)
	}
	if n < least && !strings.Contains(all, distance(n, least, "chi bộ")) {
		return fmt.Errorf("%s: %q, want %q", l.head, all, distance(n, least, "chi bộ"))
	}
	return nil
}
