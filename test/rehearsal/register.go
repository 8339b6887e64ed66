package main

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

var resolutionSteps = []step{
	{"the resolution that the report tells of has a page: its parts as declared, none entered", openResolution},
	{"its parts are pasted as a list with their fields of work, and one by one", enterParts},
	{"a part is changed and taken out with a reason", changePart},
	{"a resolution is recorded by hand, changed and taken back; wrong input is refused", handResolution},
	{"a unit's own programme carries a resolution out with tasks: who, by when", ownProgramme},
	{"a task is changed, reported on, settled, opened again; wrong input is refused", runTask},
}

// listOf opens one of the department's lists.
func (r *run) listOf(noun string) (*page, error) { return r.clerk().open(r.home() + "/" + noun) }

// fill opens an address and sends its form.
func (r *run) fill(address, action string, fields map[string]any) (*page, error) {
	pg, err := r.clerk().open(address)
	if err != nil {
		return nil, err
	}
	return pg.send(action, fields)
}

func openResolution(r *run) error {
	pg, err := r.listOf("resolutions")
	if err != nil {
		return err
	}
	if pg, err = pg.follow("Nghị quyết Đại hội"); err != nil {
		return err
	}
	r.resolution = pg.url.Path
	p := r.org.parts
	return pg.says("XVIII", "đã nhập 0", fmt.Sprintf("%d chỉ tiêu", p.targets), fmt.Sprintf("%d khâu đột phá", p.breakthroughs),
		fmt.Sprintf("%d chương trình trọng tâm", p.programmes), fmt.Sprintf("%d nhóm giải pháp", p.solutions), r.org.guest)
}

func enterParts(r *run) error {
	paste := r.resolution + "/parts/paste"
	wrong, err := r.fill(paste, "/parts/paste", map[string]any{"kind": "target", "text": "Về kinh tế:\n\n"})
	if err := refused(wrong, err, "Chưa có dòng nào"); err != nil {
		return err
	}
	pg, err := r.fill(paste, "/parts/paste", map[string]any{"kind": "solution", "text": "I. CHỈ TIÊU\nVề kinh tế:\n1. Tốc độ tăng trưởng 12 %\n2. Thu nhập đầu người 3.600 USD\nVề xây dựng Đảng:\n3) Kết nạp đảng viên hằng năm"})
	if err := done(pg, err, "3 phần mới", "3 đề mục"); err != nil {
		return err
	}
	pg, err = pg.click("Nhập 3 chỉ tiêu", nil)
	if err := done(pg, err, fmt.Sprintf("%d chỉ tiêu: đã nhập 3", r.org.parts.targets), "xây dựng Đảng", "Thu nhập đầu người 3.600 USD"); err != nil {
		return err
	}
	pg, err = r.fill(paste, "/parts/paste", map[string]any{"kind": "target", "text": "1. Tốc độ tăng trưởng 12 %\n4. Tỷ lệ đô thị hóa"})
	if err := done(pg, err, "1 phần mới", "1 đã có"); err != nil {
		return err
	}
	pg, err = pg.click("Nhập 1 chỉ tiêu", nil)
	if err := done(pg, err, fmt.Sprintf("%d chỉ tiêu: đã nhập 4", r.org.parts.targets)); err != nil {
		return err
	}
	one := r.resolution + "/parts/new"
	wrong, err = r.fill(one, "/parts", map[string]any{"kind": "breakthrough", "text": ""})
	if err := refused(wrong, err, "nội dung"); err != nil {
		return err
	}
	pg, err = r.fill(one, "/parts", map[string]any{"kind": "breakthrough", "number": "1", "field": "hành chính", "text": "Cải cách thủ tục"})
	return done(pg, err, fmt.Sprintf("%d khâu đột phá: đã nhập 1", r.org.parts.breakthroughs), "Cải cách thủ tục")
}

func changePart(r *run) error {
	pg, err := r.clerk().open(r.resolution)
	if err != nil {
		return err
	}
	if pg, err = pg.follow("/parts/"); err != nil {
		return err
	}
	for pg.url.Path == r.resolution+"/parts/paste" || strings.HasSuffix(pg.url.Path, "/new") {
		back, err := r.clerk().open(r.resolution)
		if err != nil {
			return err
		}
		if pg, err = back.openIn(back.root, "/parts/"); err != nil {
			return err
		}
	}
	part := pg.url.Path
	wrong, err := pg.send("/change", map[string]any{"state": "underway"})
	if err := refused(wrong, err); err != nil {
		return fmt.Errorf("changed without a reason: %w", err)
	}
	pg, err = pg.send("/change", map[string]any{"state": "underway", "reason": "Đã triển khai"})
	if err := done(pg, err, "đang thực hiện"); err != nil {
		return err
	}
	address := links(pg.root, "/parts/")
	if len(address) == 0 {
		return fmt.Errorf("after changing %s no part can be opened: %s", part, clip(pg.text))
	}
	if pg, err = r.clerk().open(address[len(address)-1]); err != nil {
		return err
	}
	pg, err = pg.remove("Không có trong văn bản")
	return done(pg, err)
}

func handResolution(r *run) error {
	address := r.home() + "/resolutions/new"
	for _, w := range []struct{ field, value, says string }{
		{"name", "", "Ghi tên"}, {"term", "mấy năm tới", "không phải nhiệm kỳ"}, {"counts", "nhiều chỉ tiêu", "Mỗi dòng ghi số"}, {"date", "32/13/2015", ""},
	} {
		fields := map[string]any{"kind": "resolution", "name": "Nghị quyết thử"}
		fields[w.field] = w.value
		pg, err := r.fill(address, "/resolutions", fields)
		if err := refused(pg, err, w.says); err != nil {
			return fmt.Errorf("%s=%q: %w", w.field, w.value, err)
		}
	}
	pg, err := r.fill(address, "/resolutions", map[string]any{"kind": "resolution", "name": "Nghị quyết Đại hội Đảng bộ Sở", "term": fmt.Sprintf("%d-%d", r.year, r.year+5), "motto": "Kỷ cương, gần dân",
		"goals": fmt.Sprintf("%d: Đứng trong tốp đầu", r.year+5), "counts": "12 chỉ tiêu\n3 khâu đột phá", "number": "01-NQ/ĐH", "paper": "Văn bản giấy"})
	if err := done(pg, err, "Kỷ cương, gần dân", "12 chỉ tiêu: đã nhập 0", "Đứng trong tốp đầu", "01-NQ/ĐH"); err != nil {
		return err
	}
	own := pg.url.Path
	wrong, err := r.fill(own+"/change", "/change", map[string]any{"number": "02-NQ/ĐH"})
	if err := refused(wrong, err); err != nil {
		return fmt.Errorf("changed without a reason: %w", err)
	}
	pg, err = r.fill(own+"/change", "/change", map[string]any{"number": "02-NQ/ĐH", "reason": "Ghi nhầm số"})
	if err := done(pg, err, "02-NQ/ĐH", "Ghi nhầm số"); err != nil {
		return err
	}
	pg, err = pg.send("/withdraw", map[string]any{"reason": "Chưa ban hành"})
	return done(pg, err, "đã được rút")
}

func ownProgramme(r *run) error {
	record := r.resolution[strings.LastIndex(r.resolution, "/")+1:]
	address := r.home() + "/resolutions/new?kind=programme&parent=" + record
	pg, err := r.fill(address, "/resolutions", map[string]any{"kind": "programme", "parent": record, "name": "Chương trình hành động của Đảng bộ Sở", "number": "03-CTr/ĐU"})
	if err := done(pg, err, "03-CTr/ĐU"); err != nil {
		return err
	}
	r.programme = pg.url.Path
	pg, err = pg.follow("/tasks/new")
	if err != nil {
		return err
	}
	wrong, err := pg.send("/tasks", map[string]any{"what": "", "due": "31/02/2016"})
	if err := refused(wrong, err, "Ghi nội dung", "không có thật"); err != nil {
		return err
	}
	pg, err = pg.send("/tasks", map[string]any{"what": "Rà soát thủ tục hành chính", "who": r.org.branches[0], "due": fmt.Sprintf("quý II/%d", r.year+1)})
	if err := done(pg, err, "Rà soát thủ tục hành chính", r.org.branches[0], fmt.Sprintf("quý II/%d", r.year+1)); err != nil {
		return err
	}
	if pg, err = pg.follow("Rà soát thủ tục hành chính"); err != nil {
		return err
	}
	r.task = pg.url.Path
	if err := pg.says(fmt.Sprintf("30/06/%d", r.year+1), "Chương trình hành động của Đảng bộ Sở"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.resolution); err != nil {
		return err
	}
	return pg.says("Chương trình hành động của Đảng bộ Sở")
}

func runTask(r *run) error {
	wrong, err := r.fill(r.task+"/change", "/change", map[string]any{"who": "Văn phòng"})
	if err := refused(wrong, err); err != nil {
		return fmt.Errorf("changed without a reason: %w", err)
	}
	pg, err := r.fill(r.task+"/change", "/change", map[string]any{"who": "Văn phòng", "reason": "Giao lại"})
	if err := done(pg, err, "Văn phòng", "Giao lại"); err != nil {
		return err
	}
	wrong, err = pg.send("/notes", map[string]any{"text": ""})
	if err := refused(wrong, err, "tiến độ"); err != nil {
		return err
	}
	pg, err = pg.send("/notes", map[string]any{"text": "Xong một nửa", "on": ""})
	if err := done(pg, err, "Xong một nửa"); err != nil {
		return err
	}
	wrong, err = pg.send("/settle", map[string]any{"state": "done", "outcome": ""})
	if err := refused(wrong, err, "kết quả"); err != nil {
		return err
	}
	pg, err = pg.send("/settle", map[string]any{"state": "done", "outcome": "Đã bỏ 12 thủ tục"})
	if err := done(pg, err, "Đã bỏ 12 thủ tục", "đã hoàn thành"); err != nil {
		return err
	}
	pg, err = pg.send("/settle", map[string]any{"state": "open", "outcome": "Còn việc phải làm tiếp"})
	if err := done(pg, err, "đang thực hiện"); err != nil {
		return err
	}
	if pg, err = r.listOf("tasks"); err != nil {
		return err
	}
	if err := pg.says("Rà soát thủ tục hành chính", "Đang thực hiện 1 nhiệm vụ"); err != nil {
		return err
	}
	pg, err = r.fill(r.home()+"/tasks/new", "/tasks", map[string]any{"what": "Việc ghi nhầm"})
	if err := done(pg, err, "Việc ghi nhầm"); err != nil {
		return err
	}
	if !strings.HasPrefix(pg.url.Path, "/tasks/") {
		if pg, err = pg.follow("Việc ghi nhầm"); err != nil {
			return err
		}
	}
	pg, err = pg.send("/withdraw", map[string]any{"reason": "Ghi nhầm"})
	return done(pg, err, "đã được rút")
}

var meetingSteps = []step{
	{"the conference has a page in the report's own order: who presented what, who owes what, the results", openMeeting},
	{"a conference is recorded by hand with its programme; items are changed and taken out", handMeeting},
}

func sayPerson(r *run) error {
	pg, err := r.listOf("people")
	if err != nil {
		return err
	}
	if err := pg.says("Chưa có hồ sơ người nào", r.org.guest); err != nil {
		return err
	}
	form := ""
	for _, a := range pg.find(func(n *html.Node) bool { return n.Data == "a" && strings.Contains(attr(n, "href"), "/people/new?") }) {
		if strings.Contains(words(a.Parent), r.org.guest) || form == "" {
			form = attr(a, "href")
		}
	}
	if form == "" {
		return errors.New("no name offers to make a person of it")
	}
	wrong, err := r.fill(form, "/people", map[string]any{"person_name": "Người 7"})
	if err := refused(wrong, err, "chữ số"); err != nil {
		return err
	}
	pg, err = r.fill(form, "/people", nil)
	if err := done(pg, err); err != nil {
		return err
	}
	if !regexp.MustCompile(`^/people/\d+$`).MatchString(pg.url.Path) {
		return fmt.Errorf("a new person leads to %s", pg.url)
	}
	person := pg.url.Path
	pg, err = r.fill(person+"/change", "/change", map[string]any{"note": "Đã đối chiếu danh sách", "reason": "Bổ sung"})
	if err := done(pg, err, "Đã đối chiếu danh sách"); err != nil {
		return err
	}
	if err := r.linkName(person); err != nil {
		return err
	}
	pg, err = r.fill(r.home()+"/people/new", "/people", map[string]any{"person_name": "Trần Ghi Nhầm"})
	if err := done(pg, err, "Trần Ghi Nhầm"); err != nil {
		return err
	}
	pg, err = pg.send("/withdraw", map[string]any{"reason": "Ghi nhầm"})
	return done(pg, err, "đã được rút")
}

// linkName says that another name of the report is this person, too, and takes that back by undo.
func (r *run) linkName(person string) error {
	pg, err := r.listOf("people")
	if err != nil {
		return err
	}
	name := ""
	for _, a := range links(pg.root, r.home()+"/people/new?") {
		if _, query, ok := strings.Cut(a, "?"); ok {
			name = query
		}
	}
	if name == "" {
		return errors.New("no other name waits to be said who it is")
	}
	record, err := strconv.Atoi(person[strings.LastIndex(person, "/")+1:])
	if err != nil {
		return err
	}
	address := r.home() + "/people/link?" + name
	wrong, err := r.fill(address, "/people/link", map[string]any{"person": record})
	if err := refused(wrong, err); err != nil {
		return fmt.Errorf("without a reason: %w", err)
	}
	pg, err = r.fill(address, "/people/link", map[string]any{"person": record, "reason": "Cùng một người"})
	if err := done(pg, err); err != nil {
		return err
	}
	if pg, err = r.clerk().open(person); err != nil {
		return err
	}
	undo := links(pg.root, "/entries/")
	if len(undo) == 0 {
		return errors.New("the person's history opens no entry")
	}
	return nil
}
