package main

import (
	"fmt"
	"path"
	"strings"

	"golang.org/x/net/html"
)

var targetSteps = []step{
	{"a target is drafted by hand; wrong input is refused at its field and nothing is kept", draftTarget},
	{"a draft is put to the committee, and only a committee adopts it, by number and date", adoptTargets},
	{"an adopted target changes by another decision alone", amendTarget},
	{"a percentage that could lie on either side of the threshold decides nothing; a clear one does", undecided},
	{"a target is taken back with its reason and leaves the year page", withdrawTarget},
}

const training = "tham gia tập huấn chuyển đổi số"

func (r *run) newTarget(fields map[string]any) (*page, error) {
	pg, err := r.clerk().open(fmt.Sprintf("%s/targets/new?year=%d", r.home(), r.year+1))
	if err != nil {
		return nil, err
	}
	all := map[string]any{"subject": "công chức", "measure": training, "comparator": ">", "low": "50", "unit": "%"}
	for k, v := range fields {
		all[k] = v
	}
	return pg.clickFor("/targets", "Ghi dự thảo", all)
}

func draftTarget(r *run) error {
	for _, w := range []struct{ field, value, says string }{
		{"subject", "", ""}, {"measure", "", ""}, {"low", "một nửa", "không phải số"}, {"low", "", ""}, {"low", "140", "ngoài khoảng"}, {"period", "sang năm", "sang năm"},
	} {
		pg, err := r.newTarget(map[string]any{w.field: w.value})
		if err := refused(pg, err, w.says); err != nil {
			return fmt.Errorf("%s=%q: %w", w.field, w.value, err)
		}
	}
	pg, err := r.newTarget(map[string]any{"comparator": "range", "low": "60", "high": "40"})
	if err := refused(pg, err, "Số sau phải lớn hơn số trước"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(fmt.Sprintf("%s/targets?year=%d", r.home(), r.year+1)); err != nil {
		return err
	}
	if err := pg.silent(training); err != nil {
		return err
	}
	pg, err = r.newTarget(map[string]any{"paper": "Phiếu đề xuất của văn phòng"})
	if err := done(pg, err, "dự thảo", "trên 50 %", "Phiếu đề xuất"); err != nil {
		return err
	}
	r.target = pg.url.Path
	pg, err = r.newTarget(nil)
	if err := refused(pg, err, "đã có"); err != nil {
		return fmt.Errorf("the same target twice: %w", err)
	}
	pg, err = r.clerk().open(r.target + "/edit")
	if err != nil {
		return err
	}
	pg, err = pg.send("/change", map[string]any{"low": "55", "reason": "Văn phòng sửa lại"})
	if err := done(pg, err, "trên 55 %", "Văn phòng sửa lại"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.target + "/edit"); err != nil {
		return err
	}
	pg, err = pg.send("/change", map[string]any{"low": "50", "reason": "Giữ như cũ"})
	if err := done(pg, err, "trên 50 %"); err != nil {
		return err
	}
	if err := r.twoOfOneMatter(); err != nil {
		return err
	}
	return r.linkTarget()
}

// linkTarget links the draft with a resolution and a conference: each then shows it, and a
// record that was not offered is refused.
func (r *run) linkTarget() error {
	pg, err := r.clerk().open(r.target + "/edit")
	if err != nil {
		return err
	}
	resolution, meeting := pg.offered("resolution"), pg.offered("meeting")
	if resolution == "" || meeting == "" {
		return fmt.Errorf("the form offers resolution %q and conference %q: %s", resolution, meeting, clip(pg.text))
	}
	wrong, err := pg.send("/change", map[string]any{"resolution": "987654", "reason": "Gắn nhầm"})
	if err := refused(wrong, err, ""); err != nil {
		return fmt.Errorf("a resolution that is not offered: %w", err)
	}
	pg, err = pg.send("/change", map[string]any{"resolution": resolution, "meeting": meeting, "reason": "Gắn với nghị quyết và hội nghị"})
	if err := done(pg, err, "trên 50 %"); err != nil {
		return err
	}
	for _, address := range []string{"/resolutions/" + resolution, "/meetings/" + meeting} {
		if pg, err = r.clerk().open(address); err != nil {
			return err
		}
		if err := pg.says(training); err != nil {
			return fmt.Errorf("%s: %w", address, err)
		}
	}
	return nil
}

// offered gives the first value that a choice of the page offers, "" for none.
func (pg *page) offered(name string) string {
	for _, s := range pg.find(func(n *html.Node) bool { return n.Data == "select" && attr(n, "name") == name }) {
		for _, o := range find(s, func(n *html.Node) bool { return n.Data == "option" }) {
			if v := attr(o, "value"); v != "" {
				return v
			}
		}
	}
	return ""
}

// twoOfOneMatter drafts a second target on the same matter: the list says so, and the
// year page that both are counted, until one is kept and the other taken back.
func (r *run) twoOfOneMatter() error {
	second, err := r.newTarget(map[string]any{"low": "65"})
	if err := done(second, err, "trên 65 %"); err != nil {
		return err
	}
	pg, err := r.targetList()
	if err != nil {
		return err
	}
	if err := pg.says("Không chọn sẵn. Cùng việc với chỉ tiêu khác: trên 50 %", "Không chọn sẵn. Cùng việc với chỉ tiêu khác: trên 65 %"); err != nil {
		return err
	}
	unsure, err := pg.clickFor("/submit", "Giao các chỉ tiêu đã chọn", map[string]any{"record": pg.chosen(training), "decision": "02-NQ/ĐU", "decided_on": fmt.Sprintf("15/01/%d", r.year+1)})
	if err := refused(unsure, err, "cùng một việc", "Giao cả các chỉ tiêu cùng một việc"); err != nil {
		return fmt.Errorf("two about one matter adopted unasked: %w", err)
	}
	twice := "Trong đó 2 chỉ tiêu chỉ nói về 1 việc"
	if pg, err = r.clerk().open(fmt.Sprintf("%s/years/%d", r.home(), r.year)); err != nil {
		return err
	}
	if err := pg.says(twice); err != nil {
		return fmt.Errorf("the year page: %w", err)
	}
	both, err := r.clerk().open(r.target + "/alike")
	if err != nil {
		return err
	}
	if err := both.says("trên 50 %", "trên 65 %", "Phiếu đề xuất"); err != nil {
		return err
	}
	wrong, err := both.send("/alike", map[string]any{"reason": "Một việc"})
	if err := refused(wrong, err, "Chọn chỉ tiêu được giữ"); err != nil {
		return err
	}
	kept, err := both.send("/alike", map[string]any{"keep": path.Base(r.target), "reason": "Đã có chỉ tiêu 50 %"})
	if err := done(kept, err, "trên 50 %"); err != nil {
		return err
	}
	if second, err = r.clerk().open(second.url.Path); err != nil {
		return err
	}
	if err := second.says("đã được rút khỏi sổ", "Đã có chỉ tiêu 50 %", "còn trong sổ"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(fmt.Sprintf("%s/years/%d", r.home(), r.year)); err != nil {
		return err
	}
	return pg.silent(twice)
}

// chosen gives the records of the list's boxes whose line contains the words; "" for all.
func (pg *page) chosen(about string) []string {
	var list []string
	for _, tr := range pg.find(func(n *html.Node) bool { return n.Data == "tr" && strings.Contains(words(n), about) }) {
		for _, box := range find(tr, func(n *html.Node) bool { return n.Data == "input" && attr(n, "name") == "record" }) {
			list = append(list, attr(box, "value"))
		}
	}
	return list
}

func (r *run) targetList() (*page, error) {
	return r.clerk().open(fmt.Sprintf("%s/targets?year=%d", r.home(), r.year+1))
}

func adoptTargets(r *run) error {
	pg, err := r.targetList()
	if err != nil {
		return err
	}
	mine := pg.chosen(training)
	if len(mine) != 1 {
		return fmt.Errorf("the list offers %d drafts of mine: %s", len(mine), clip(pg.text))
	}
	none, err := pg.clickFor("/submit", "Trình cấp ủy", map[string]any{"record": []string{}})
	if err := refused(none, err, "ít nhất một"); err != nil {
		return err
	}
	pg, err = pg.clickFor("/submit", "Trình cấp ủy", map[string]any{"record": mine})
	if err := done(pg, err, "Đã trình cấp ủy các chỉ tiêu đã chọn"); err != nil {
		return err
	}
	if pg, err = r.targetList(); err != nil {
		return err
	}
	all := pg.chosen("")
	if len(all) < 5 {
		return fmt.Errorf("%d targets can be adopted: %s", len(all), clip(pg.text))
	}
	wrong, err := pg.clickFor("/submit", "Giao các chỉ tiêu", map[string]any{"record": all})
	if err := refused(wrong, err, "cần có nội dung"); err != nil {
		return err
	}
	day := fmt.Sprintf("20/01/%d", r.year+1)
	pg, err = pg.clickFor("/submit", "Giao các chỉ tiêu", map[string]any{"record": all, "decision": "05-NQ/ĐU", "decided_on": day})
	if err := done(pg, err, "Đã giao các chỉ tiêu đã chọn"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.target); err != nil {
		return err
	}
	return pg.says("05-NQ/ĐU", day, "đã giao")
}

func amendTarget(r *run) error {
	pg, err := r.clerk().open(r.target + "/edit")
	if err != nil {
		return err
	}
	if len(pg.find(func(n *html.Node) bool { return strings.HasSuffix(attr(n, "action"), "/change") })) > 0 {
		return fmt.Errorf("an adopted target offers a plain change: %s", clip(pg.text))
	}
	wrong, err := pg.send("/amend", map[string]any{"low": "49", "decision": "", "decided_on": "", "reason": "Thử"})
	if err := refused(wrong, err, "cần có nội dung"); err != nil {
		return err
	}
	day := fmt.Sprintf("01/02/%d", r.year+1)
	pg, err = pg.send("/amend", map[string]any{"note": "Tính cả người lao động hợp đồng", "decision": "09-NQ/ĐU", "decided_on": day, "reason": "Điều chỉnh đầu năm"})
	return done(pg, err, "đã điều chỉnh", "09-NQ/ĐU", day, "05-NQ/ĐU", "Điều chỉnh đầu năm")
}

func undecided(r *run) error {
	pg, err := r.clerk().open(r.target)
	if err != nil {
		return err
	}
	if err := pg.says("Chưa có"); err != nil {
		return err
	}
	wrong, err := pg.send("/result", nil)
	if err := refused(wrong, err); err != nil {
		return fmt.Errorf("an empty result: %w", err)
	}
	pg, err = pg.send("/result", map[string]any{"period": r.year + 1, "percent": "50", "paper": "Báo cáo nhanh"})
	if err := done(pg, err, "50 %", "Chưa kết luận được"); err != nil {
		return err
	}
	for _, t := range []struct{ percent, word string }{{"51", "Đạt"}, {"49,4", "Chưa đạt"}} {
		figure, err := pg.follow("/figures/")
		if err != nil {
			return err
		}
		figure, err = figure.send("/change", map[string]any{"percent": t.percent, "reason": "Số chính thức"})
		if err := done(figure, err); err != nil {
			return err
		}
		if pg, err = r.clerk().open(r.target); err != nil {
			return err
		}
		list, err := pg.table("Kết quả và mức năm trước")
		if err != nil {
			return err
		}
		l, err := line(list, fmt.Sprintf("Kết quả %d", r.year+1))
		if err != nil {
			return err
		}
		if !strings.Contains("|"+strings.Join(l.cells, "|")+"|", "|"+t.word+"|") {
			return fmt.Errorf("%s %% against trên 50 %%: %q, want %q", t.percent, l.cells, t.word)
		}
	}
	return nil
}

func withdrawTarget(r *run) error {
	pg, err := r.newTarget(map[string]any{"measure": "đạt chuẩn ngoại ngữ", "low": "30"})
	if err := done(pg, err, "dự thảo"); err != nil {
		return err
	}
	wrong, err := pg.send("/withdraw", nil)
	if err := refused(wrong, err); err != nil {
		return err
	}
	pg, err = pg.send("/withdraw", map[string]any{"reason": "Chưa có căn cứ"})
	if err := done(pg, err, "đã được rút"); err != nil {
		return err
	}
	if pg, err = r.yearPage(r.home(), r.year+1); err != nil {
		return err
	}
	return pg.silent("đạt chuẩn ngoại ngữ")
}
