package main

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

var reportSteps = []step{
	{"a report is dropped as DOCX and every figure is found", dropReport},
	{"the same report again adds nothing", dropAgain},
	{"what is not a report is refused with a sentence and nothing is kept", dropBroken},
	{"the entering page checks what agrees, and shows each fact in its place in the text, and the figures of which nothing came", sheetChecks},
	{"a wrong correction is refused at its fact, kept as typed, and nothing is half entered", correctWrong},
	{"one fact is left out and one corrected; the choices wait on the page", chooseSome},
	{"a unit that the report names and the register does not know is founded from the page", foundFromReport},
	{"the rest is accepted and all is entered in one entry", enterAll},
	{"entering again adds nothing", enterAgain},
	{"the document shows its text and its marks", openDocument},
}

func dropReport(r *run) error {
	f, err := r.paper(r.org.results)
	if err != nil {
		return err
	}
	pg, err := r.drop(f)
	if err != nil {
		return fmt.Errorf("%w: %w", err, errEnd)
	}
	r.sheet = pg.url.Path
	for _, n := range append(r.org.results.units[:], r.org.results.members[:]...) {
		if n > 0 {
			if err := pg.says(dotted(n)); err != nil {
				return err
			}
		}
	}
	t := r.org.targets
	return pg.says(fmt.Sprintf("trên %d %%", t.units), fmt.Sprintf("từ %d %% trở lên", t.good), fmt.Sprintf("từ %d đến %d %%", t.from, t.to),
		fmt.Sprintf("từ %d trở lên", t.admit), fmt.Sprintf("trên %d %%", t.diligen), r.org.guest, r.org.head, r.org.clerk,
		fmt.Sprintf("%d chỉ tiêu", r.org.parts.targets), "bài thu hoạch")
}

func (r *run) drop(f *file) (*page, error) {
	pg, err := r.clerk().open(r.home() + "/documents/new")
	if err != nil {
		return nil, err
	}
	pg, err = pg.send("/documents", map[string]any{"file": f})
	if err == nil && (pg.status != http.StatusOK || !strings.HasPrefix(pg.url.Path, "/intakes/")) {
		err = fmt.Errorf("dropping %s leads to %s, status %d: %s", f.name, pg.url.Path, pg.status, clip(pg.text))
	}
	return pg, err
}

func dropAgain(r *run) error {
	f, err := r.paper(r.org.results)
	if err != nil {
		return err
	}
	pg, err := r.drop(f)
	if err != nil {
		return err
	}
	if pg.url.Path != r.sheet {
		return fmt.Errorf("the same report became %s beside %s", pg.url.Path, r.sheet)
	}
	return pg.says("đã được đọc trước đây")
}

func dropBroken(r *run) error {
	for _, f := range []*file{{"trong.docx", nil}, {"anh.docx", []byte("\x89PNG\r\n\x1a\n0000")}, {"cut.docx", []byte("PK\x03\x04 nothing more")}} {
		pg, err := r.clerk().open(r.home() + "/documents/new")
		if err != nil {
			return err
		}
		pg, err = pg.send("/documents", map[string]any{"file": f})
		if err := refused(pg, err); err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
		if pg, err = r.clerk().open(r.home() + "/documents"); err != nil {
			return err
		}
		if err := pg.silent(f.name); err != nil {
			return err
		}
	}
	pg, err := r.clerk().open(r.home() + "/documents/new")
	if err != nil {
		return err
	}
	pg, err = pg.send("/documents", map[string]any{"file": &file{"khac.txt", []byte("Năm 2015 có 7/18 chi bộ trong sạch, vững mạnh.")}, "form_of": "1000000"})
	return refused(pg, err, "tài khoản khác")
}

// fact finds the row of the entering page whose words contain all of these and gives its mark, "C5".
func (pg *page) fact(all ...string) (string, error) {
	for _, n := range pg.find(func(n *html.Node) bool { return has(n, "data-row") }) {
		if containsAll(words(n), all) {
			return attr(n, "data-row"), nil
		}
	}
	return "", fmt.Errorf("%s has no fact %q: %s", pg.url.Path, all, clip(pg.text))
}

func sheetChecks(r *run) error {
	pg, err := r.clerk().open(r.sheet)
	if err != nil {
		return err
	}
	if strings.Contains(sumProof(r.org.results.units, false), "+") {
		if err := pg.says(sumProof(r.org.results.units, false) + ", cơ số " + dotted(r.branches) + ": khớp"); err != nil {
			return err
		}
	}
	for i, n := range r.org.results.units {
		if n == 0 {
			continue
		}
		units, _ := levelNames(r.year)
		mark, err := pg.fact("chi bộ", units[i], fmt.Sprintf("%s/%s", dotted(n), dotted(r.branches)))
		if err != nil {
			return err
		}
		at := pg.find(func(n *html.Node) bool { return attr(n, "data-mark") == mark })
		text := ""
		for _, n := range at {
			text += words(n)
		}
		if !strings.Contains(text, fmt.Sprintf("%s/%s chi bộ", dotted(n), dotted(r.branches))) {
			return fmt.Errorf("%s is marked at %q", mark, text)
		}
	}
	return pg.says("1 con số chưa thành dữ kiện", "tỷ lệ "+r.org.heard()+"%.")
}

// facts counts the rows of the page that are still to be decided.
func (pg *page) undecided() (total, open int, err error) {
	m := regexp.MustCompile(`Tìm được (\d+) dữ kiện, còn (\d+) chưa xét`).FindStringSubmatch(pg.text)
	if m == nil {
		return 0, 0, fmt.Errorf("%s does not say how many facts there are: %s", pg.url.Path, clip(pg.text))
	}
	_, err = fmt.Sscan(m[1]+" "+m[2], &total, &open)
	return total, open, err
}

func correctWrong(r *run) error {
	pg, err := r.clerk().open(r.sheet)
	if err != nil {
		return err
	}
	mark, err := pg.fact("Lao động tiên tiến")
	if err != nil {
		return err
	}
	for _, x := range []struct{ typed, said string }{{"", "Ô này cần có"}, {"rất nhiều", "“rất nhiều” không phải một giá trị"}} {
		wrong, err := pg.clickFor(r.sheet, "Nhận hết", map[string]any{"x-" + mark + "-values": x.typed}) // "Sửa" is not ticked
		if err := refused(wrong, err, mark+": "+x.said); err != nil {
			return err
		}
	}
	if pg, err = r.clerk().open(r.sheet); err != nil {
		return err
	}
	if got := held(pg.root).Get("x-" + mark + "-values"); got != "rất nhiều" {
		return fmt.Errorf("what was typed wrong at %s is now %q", mark, got)
	}
	if pg, err = r.clerk().open(r.home() + "/entries"); err != nil {
		return err
	}
	return pg.says("Chưa ghi gì")
}

func chooseSome(r *run) error {
	pg, err := r.clerk().open(r.sheet)
	if err != nil {
		return err
	}
	total, open, err := pg.undecided()
	if err != nil {
		return err
	}
	if total < 15 || open != total-1 { // the wrong correction waits to be mended
		return fmt.Errorf("%d facts found, %d undecided", total, open)
	}
	admit, err := pg.fact("kết nạp")
	if err != nil {
		return err
	}
	diligent, err := pg.fact("Lao động tiên tiến")
	if err != nil {
		return err
	}
	r.org.targets.diligen++
	pg, err = pg.clickFor(r.sheet, "Lưu lựa chọn", map[string]any{"c-" + admit: "leave", "c-" + diligent: "edit", "x-" + diligent + "-values": fmt.Sprint(r.org.targets.diligen)})
	if err := done(pg, err); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.sheet); err != nil {
		return err
	}
	if _, open, err = pg.undecided(); err != nil {
		return err
	}
	if open != total-2 {
		return fmt.Errorf("two of %d facts were decided, %d are left", total, open)
	}
	for mark, want := range map[string]string{admit: "leave", diligent: "edit"} {
		if got := held(pg.root).Get("c-" + mark); got != want {
			return fmt.Errorf("the choice %q of %s is now %q", want, mark, got)
		}
	}
	return nil
}

func foundFromReport(r *run) error {
	pg, err := r.clerk().open(r.sheet)
	if err != nil {
		return err
	}
	sheet := pg.find(func(n *html.Node) bool { return attr(n, "id") == "sheet" })
	buttons := pg.find(func(n *html.Node) bool { return n.Data == "button" && attr(n, "name") == "found" })
	if len(sheet) == 0 || len(buttons) == 0 {
		return fmt.Errorf("%s offers no founding", pg.url.Path)
	}
	key, event := attr(buttons[0], "value"), "c-S1"
	pg, err = pg.submitBy(sheet[0], buttons[0], map[string]any{"fn-" + key: r.org.union, "fl-" + key: "union", event: "leave"})
	if err := done(pg, err, r.org.union); err != nil {
		return err
	}
	if got := held(pg.root).Get(event); got != "leave" {
		return fmt.Errorf("a choice made before founding is now %q", got)
	}
	pg, err = pg.clickFor(r.sheet, "Lưu lựa chọn", map[string]any{event: "accept"})
	if err := done(pg, err); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.home()); err != nil {
		return err
	}
	return r.remember(pg, r.org.union)
}

func enterAll(r *run) error {
	pg, err := r.clerk().open(r.sheet)
	if err != nil {
		return err
	}
	total, _, err := pg.undecided()
	if err != nil {
		return err
	}
	pg, err = pg.press("rest", map[string]any{})
	if err := done(pg, err, fmt.Sprintf("Đã ghi %d dữ kiện vào sổ", total-1), "Xem lượt ghi"); err != nil {
		return err
	}
	again, err := r.clerk().open(pg.url.String())
	if err != nil {
		return err
	}
	if again.text != pg.text {
		return fmt.Errorf("loaded again, the page after entering says something else: %s", clip(again.text))
	}
	if err := again.says("Lưu lựa chọn"); err != nil {
		return fmt.Errorf("the fact that was left out cannot be entered any more: %w", err)
	}
	if pg, err = pg.follow("Xem lượt ghi"); err != nil {
		return err
	}
	r.entry = pg.url.Path
	if err := pg.silent("["); err != nil {
		return fmt.Errorf("a word without a sentence: %w", err)
	}
	if err := pg.says("bản ghi", "Công đoàn cơ sở vững mạnh"); err != nil {
		return err
	}
	return correctionStays(r)
}

// correctionStays demands what the source says beside what was corrected while entering, on the
// entering page and on the page of the record.
func correctionStays(r *run) error {
	want := fmt.Sprintf("Giá trị: nguồn ghi “%d”, sửa khi nhập thành “%d”", r.org.targets.diligen-1, r.org.targets.diligen)
	pg, err := r.clerk().open(r.sheet + "/enter") // where entering was answered
	if err != nil {
		return err
	}
	if pg.url.Path != r.sheet {
		return fmt.Errorf("opened again, the page of the entering leads to %s", pg.url.Path)
	}
	mark, err := pg.fact("Lao động tiên tiến", want)
	if err != nil {
		return err
	}
	row := pg.find(func(n *html.Node) bool { return attr(n, "data-row") == mark })
	for n := range row[0].Descendants() {
		if href := attr(n, "href"); strings.HasPrefix(href, "/targets/") {
			if pg, err = r.clerk().open(href); err != nil {
				return err
			}
			return pg.says(want, "Sửa khi nhập, ")
		}
	}
	return fmt.Errorf("%s leads to no target", mark)
}

func enterAgain(r *run) error {
	before, err := r.clerk().open(r.home() + "/entries")
	if err != nil {
		return err
	}
	if err := before.says(fmt.Sprintf("bao-cao-%d.docx", r.year), " Số liệu, ", " Chỉ tiêu"); err != nil {
		return fmt.Errorf("the book does not say from where and how much: %w", err)
	}
	pg, err := r.clerk().open(r.sheet)
	if err != nil {
		return err
	}
	if again, err := pg.clickFor(r.sheet, "Ghi vào sổ", nil); err == nil {
		if err := again.silent("Đã ghi 1"); err != nil {
			return err
		}
	}
	after, err := r.clerk().open(r.home() + "/entries")
	if err != nil {
		return err
	}
	if before.text != after.text {
		return fmt.Errorf("entering twice changed the register: %s", clip(after.text))
	}
	return nil
}

func openDocument(r *run) error {
	pg, err := r.clerk().open(strings.Replace(r.sheet, "/intakes/", "/documents/", 1))
	if err != nil {
		return err
	}
	if err := pg.says(r.org.guest, "Bước sang năm", "viết bài thu hoạch"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.home() + "/documents"); err != nil {
		return err
	}
	return pg.says(fmt.Sprintf("bao-cao-%d.docx", r.year))
}
