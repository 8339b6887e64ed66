package main

import (
	"fmt"
	"strings"
)

func openMeeting(r *run) error {
	pg, err := r.listOf("meetings")
	if err != nil {
		return err
	}
	if pg, err = pg.follow(fmt.Sprintf("Hội nghị tổng kết công tác xây dựng Đảng năm %d", r.year)); err != nil {
		return err
	}
	if err := pg.says(r.org.guest, "Phó Trưởng ban Tuyên giáo Tỉnh ủy", "Nghị quyết Đại hội", r.org.clerk, "báo cáo tổng kết", "viết bài thu hoạch", "hoàn thành tốt nhiệm vụ"); err != nil {
		return err
	}
	return inOrder(pg.text, r.org.guest, r.org.clerk, "viết bài thu hoạch")
}

// inOrder is an error unless the words stand one after the other.
func inOrder(text string, all ...string) error {
	at := 0
	for _, w := range all {
		i := strings.Index(text[at:], w)
		if i < 0 {
			return fmt.Errorf("%q does not stand after what comes before it", w)
		}
		at += i
	}
	return nil
}

func handMeeting(r *run) error {
	address := r.home() + "/meetings/new"
	wrong, err := r.fill(address, "/meetings", map[string]any{"name": ""})
	if err := refused(wrong, err, "Ghi tên"); err != nil {
		return err
	}
	pg, err := r.fill(address, "/meetings", map[string]any{"name": "Hội nghị học tập chuyên đề", "kind": "study", "year": r.year + 1, "place": "Hội trường tầng 2"})
	if err := done(pg, err, "Hội trường tầng 2"); err != nil {
		return err
	}
	meeting := pg.url.Path
	record := r.resolution[strings.LastIndex(r.resolution, "/")+1:]
	for _, item := range []map[string]any{
		{"act": "presented", "who": r.org.head, "positions": "Bí thư Đảng ủy", "what": "Chuyên đề năm", "resolution": record},
		{"what": "Viết bài thu hoạch", "who": "toàn thể đảng viên"},
		{"what": "Quang cảnh hội nghị"},
	} {
		kind := "caption"
		switch {
		case item["act"] != nil:
			kind = "act"
		case item["who"] != nil:
			kind = "obligation"
		}
		pg, err = r.fill(meeting+"/items/new?kind="+kind, "/items", item)
		if err := done(pg, err, item["what"].(string)); err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
	}
	wrong, err = r.fill(meeting+"/items/new?kind=caption", "/items", map[string]any{"what": ""})
	if err := refused(wrong, err); err != nil {
		return err
	}
	items := links(pg.root, "/meeting-items/")
	if len(items) < 3 {
		return fmt.Errorf("%d items can be opened: %s", len(items), clip(pg.text))
	}
	last := items[len(items)-1]
	pg, err = r.fill(last, "/change", map[string]any{"what": "Quang cảnh hội trường", "reason": "Sửa lời"})
	if err := done(pg, err, "Quang cảnh hội trường"); err != nil {
		return err
	}
	items = links(pg.root, "/meeting-items/")
	if pg, err = r.clerk().open(items[len(items)-1]); err != nil {
		return err
	}
	pg, err = pg.remove("Ảnh mờ")
	if err := done(pg, err); err != nil {
		return err
	}
	pg, err = r.fill(meeting+"/change", "/change", map[string]any{"place": "Hội trường tầng 3", "reason": "Đổi nơi họp"})
	if err := done(pg, err, "Hội trường tầng 3"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.resolution); err != nil {
		return err
	}
	if err := pg.says("Hội nghị học tập chuyên đề"); err != nil {
		return fmt.Errorf("where it was studied: %w", err)
	}
	pg, err = r.fill(address, "/meetings", map[string]any{"name": "Hội nghị ghi nhầm"})
	if err := done(pg, err); err != nil {
		return err
	}
	pg, err = pg.send("/withdraw", map[string]any{"reason": "Không họp"})
	return done(pg, err, "đã được rút")
}

var peopleSteps = []step{
	{"a name in a report is a name; a person only when the clerk says so", sayPerson},
}
