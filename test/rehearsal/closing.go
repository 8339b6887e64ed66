package main

import (
	"fmt"
	"time"
)

var closingSteps = []step{
	{"the year's result is recognised by a body, number and date; wrong input is refused", decideYear},
	{"a decided year is closed, for good and after that was said, and then takes corrections with a reason alone; a report about it says so before it is entered", closeYear},
}

// lived reports whether the reported year has begun by today.
func (r *run) lived() bool { return r.year <= time.Now().Year() }

// decision is a day on which the year may have been recognised.
func (r *run) decision() string {
	day := time.Date(r.year+1, time.January, 15, 0, 0, 0, 0, time.Local)
	if now := time.Now(); day.After(now) {
		day = now
	}
	return day.Format("02/01/2006")
}

func (r *run) yearForm(what string) string {
	return fmt.Sprintf("%s/years/%d/%s", r.home(), r.year, what)
}

func decideYear(r *run) error {
	pg, err := r.clerk().open(r.yearForm("close"))
	if err != nil {
		return err
	}
	if err := pg.says("chưa được công nhận"); err != nil {
		return err
	}
	fields := map[string]any{"body": "Ban Thường vụ Đảng ủy Khối", "number": "21-QĐ/ĐUK", "on": r.decision()}
	if !r.lived() {
		pg, err = r.fill(r.yearForm("decide"), "/decide", fields)
		return refused(pg, err)
	}
	for _, w := range []struct{ field, value, says string }{{"body", "", ""}, {"on", "", ""}, {"on", "01/01/1900", "trước năm"}, {"on", "01/01/2190", "sau hôm nay"}} {
		wrong := map[string]any{"body": fields["body"], "number": fields["number"], "on": fields["on"]}
		wrong[w.field] = w.value
		pg, err := r.fill(r.yearForm("decide"), "/decide", wrong)
		if err := refused(pg, err, w.says); err != nil {
			return fmt.Errorf("%s=%q: %w", w.field, w.value, err)
		}
	}
	pg, err = r.fill(r.yearForm("decide"), "/decide", fields)
	return done(pg, err, "21-QĐ/ĐUK", r.decision(), "Ban Thường vụ Đảng ủy Khối")
}

func closeYear(r *run) error {
	if !r.lived() {
		pg, err := r.clerk().post(r.yearForm("close"), "")
		return refused(pg, err)
	}
	pg, err := r.clerk().open(r.yearForm("close"))
	if err != nil {
		return err
	}
	if err := pg.says("Không mở lại được, kể cả khi khóa nhầm", "Còn làm được", "Không làm được nữa"); err != nil {
		return err
	}
	wrong, err := pg.send("/close", nil)
	if err := refused(wrong, err, "Đánh dấu ô này rồi mới khóa"); err != nil {
		return err
	}
	pg, err = pg.send("/close", map[string]any{"sure": "1"})
	if err := done(pg, err, "đã khóa"); err != nil {
		return err
	}
	late, err := r.fill(fmt.Sprintf("%s/targets/new?year=%d", r.home(), r.year), "/targets", map[string]any{"subject": "chi bộ", "measure": "tổ chức tham quan", "comparator": ">=", "low": "1", "unit": "count"})
	if err := refused(late, err, fmt.Sprintf("Năm %d đã khóa", r.year)); err != nil {
		return fmt.Errorf("a closed year took a target: %w", err)
	}
	if err := lateTarget(r); err != nil {
		return err
	}
	branch := r.unit[r.org.branches[0]]
	for _, unit := range []string{r.home(), branch} {
		pg, err = r.sheetOf(unit, r.year)
		if err != nil {
			return err
		}
		wrong, err := pg.send("/figures", map[string]any{"count.dang_vien.HTTNV": 1, "base.dang_vien": r.members, "reason": ""})
		if err := refused(wrong, err); err != nil {
			return fmt.Errorf("a closed year took a figure without a reason: %w", err)
		}
	}
	pg, err = pg.send("/figures", map[string]any{"count.dang_vien.HTTNV": 1, "base.dang_vien": 2, "reason": "Đính chính theo biên bản"})
	if err := done(pg, err); err != nil {
		return err
	}
	title, err := r.fill(fmt.Sprintf("%s/titles/new?year=%d", r.home(), r.year), "/titles", map[string]any{"wording": "Danh hiệu muộn", "period": r.year})
	if err == nil && title.status < 400 {
		err = fmt.Errorf("a closed year took a title without a reason: %s", clip(title.text))
	}
	if err != nil {
		return err
	}
	if title, err = title.send("/titles", map[string]any{"reason": "Sót danh hiệu"}); err != nil {
		return err
	}
	if err := title.says("Danh hiệu muộn", "Sót danh hiệu"); err != nil {
		return err
	}
	if err := lateReport(r); err != nil {
		return err
	}
	pg, err = r.fill(r.home()+"/rename", "/rename", map[string]any{"name": "Tên lùi ngày", "on": fmt.Sprintf("01/06/%d", r.year)})
	return refused(pg, err, fmt.Sprintf("Năm %d đã khóa", r.year))
}

// lateTarget writes a figure of the closed year at a target's place: it needs the reason of a
// correction, and the history shows it.
func lateTarget(r *run) error {
	pg, err := r.clerk().open(fmt.Sprintf("%s/targets?year=%d", r.home(), r.year))
	if err == nil {
		err = pg.says(fmt.Sprintf("Năm %d đã khóa: không soạn, trình, giao chỉ tiêu nữa", r.year))
	}
	if err == nil {
		err = pg.silent("Soạn chỉ tiêu")
	}
	if err != nil {
		return fmt.Errorf("the targets of a closed year: %w", err)
	}
	pg, err = r.clerk().open(r.target)
	if err != nil {
		return err
	}
	wrong, err := pg.send("/result", map[string]any{"period": r.year, "count": 1, "of_total": 3})
	if err := refused(wrong, err, fmt.Sprintf("Năm %d đã khóa, chỉ nhận đính chính: ghi lý do", r.year)); err != nil {
		return fmt.Errorf("a closed year took a figure at a target's place without a reason: %w", err)
	}
	pg, err = wrong.send("/result", map[string]any{"reason": "Sót khi nhập"})
	if err := done(pg, err, "1/3"); err != nil {
		return err
	}
	if pg, err = pg.follow("1/3"); err != nil {
		return err
	}
	return pg.says("Lý do: Sót khi nhập")
}

// lateReport drops a report about the closed year: the page says before what it will not take, and
// the undo of what was entered is not offered any more.
func lateReport(r *run) error {
	units, _ := levelNames(r.year)
	data, err := docx(fmt.Sprintf("Kết quả xếp loại tổ chức đảng năm %d của %s:\n+ 1/%s chi bộ %s.\n", r.year, r.org.name, dotted(r.branches), units[0]))
	if err != nil {
		return err
	}
	pg, err := r.drop(&file{name: "nop-muon.docx", data: data})
	if err != nil {
		return err
	}
	if err := pg.says("1 dữ kiện thuộc năm đã khóa, không ghi được từ báo cáo: X1", fmt.Sprintf("Năm %d đã khóa", r.year)); err != nil {
		return err
	}
	if pg, err = r.clerk().post(pg.url.Path+"/enter", "rest=1"); err != nil {
		return err
	}
	if err := pg.says("1 dữ kiện chưa ghi được"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.entry); err != nil {
		return err
	}
	return pg.says("Không hoàn tác cả lượt được")
}
