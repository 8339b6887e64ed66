package main

import (
	"fmt"
	"strings"
)

// tableOfBranches drops a paper whose results stand in a table, a row for each of the first branches,
// and takes it back after its figures were seen on their pages.
func tableOfBranches(r *run) error {
	branches := r.org.branches[:min(2, len(r.org.branches))]
	_, levels := levelNames(r.year)
	var text strings.Builder
	fmt.Fprintf(&text, "Kết quả xếp loại đảng viên năm %d của các chi bộ:\nTT\tChi bộ\tTổng số đảng viên\t%s\n", r.year, strings.Join(levels[:], "\t"))
	counts := func(i int) [3]int { return [3]int{i + 1, i + 5, i + 2} }
	for i, name := range branches {
		n := counts(i)
		fmt.Fprintf(&text, "%d\t%s\t%d\t%d\t%d\t%d\n", i+1, name, sum(n), n[0], n[1], n[2])
	}
	data, err := docx(text.String())
	if err != nil {
		return err
	}
	pg, err := r.drop(&file{name: "bang-chi-bo.docx", data: data})
	if err != nil {
		return err
	}
	if err := pg.says(append(branches, fmt.Sprintf("%s, cơ số %d: khớp", sumProof(counts(0), true), sum(counts(0))))...); err != nil {
		return err
	}
	pg, err = pg.press("rest", map[string]any{})
	if err := done(pg, err, fmt.Sprintf("Đã ghi %d dữ kiện vào sổ", 3*len(branches))); err != nil {
		return err
	}
	entry, err := pg.follow("Xem lượt ghi")
	if err != nil {
		return err
	}
	for i, name := range branches {
		if pg, err = r.clerk().open("/units?q=" + strings.ReplaceAll(plain(name), " ", "+")); err != nil {
			return err
		}
		if err := r.remember(pg, name); err != nil {
			return err
		}
		if pg, err = r.yearPage(r.unit[name], r.year); err != nil {
			return err
		}
		list, err := pg.table("Xếp loại", "đảng viên")
		if err == nil {
			err = checkTable(list, levels, counts(i), "bc")
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	entry, err = entry.send("/undo", map[string]any{"reason": "Bảng chép thử"})
	return done(entry, err)
}
