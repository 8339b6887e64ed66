package main

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
)

var accountSteps = []step{
	{"an account is invited by a one-time link that works once", inviteReader},
	{"a reader of one branch sees that branch and nothing beside or above it", readerSees},
	{"a reader writes nothing, whatever form is sent", readerWrites},
	{"a committee decides, and records nothing", committee},
	{"a branch's clerk records for the branch alone", branchClerk},
	{"a right that ended, a closed account: nothing opens any more; opened again it does", endRights},
	{"wrong input about accounts is refused; the last administrator stays", accountWrong},
	{"a form sent after the session ended comes back whole to its own account, to no other", sentLate},
	{"what another site's page sends is refused", crossSite},
	{"who tries passwords is slowed down", tryPasswords},
	{"the language is switched and kept; English explains in place", english},
	{"a password is changed with the one before; the old one is no use then", changePassword},
	{"the audit chain lists who did what by number, without names, and holds", auditChain},
}

var linkForm = regexp.MustCompile(`http://\S+/links/\S+`)

// invite makes an account with a role over a unit, signs its owner in by the link and sets a password.
func (r *run) invite(login, who, role, unit string) error {
	pg, err := r.clerk().open("/accounts/new?unit=" + unit[strings.LastIndex(unit, "/")+1:])
	if err != nil {
		return err
	}
	pg, err = pg.send("/accounts", map[string]any{"name": who, "login": login, "role": role, "unit": unit[strings.LastIndex(unit, "/")+1:]})
	if err := done(pg, err, "Liên kết dùng một lần"); err != nil {
		return err
	}
	link := linkForm.FindString(pg.text)
	if link == "" {
		return fmt.Errorf("no link is shown: %s", clip(pg.text))
	}
	if pg, err = r.clerk().open("/accounts"); err != nil {
		return err
	}
	if pg, err = pg.follow(who); err != nil {
		return err
	}
	r.account[login] = pg.url.Path
	p, err := r.newPerson(who)
	if err != nil {
		return err
	}
	if pg, err = p.open(link); err != nil {
		return err
	}
	pg, err = pg.send("/links/", nil)
	if err := done(pg, err, "Đặt mật khẩu"); err != nil {
		return err
	}
	wrong, err := pg.send("/account/password", map[string]any{"password": "ngắn", "again": "ngắn"})
	if err := refused(wrong, err, "ít nhất"); err != nil {
		return err
	}
	pg, err = pg.send("/account/password", map[string]any{"password": password + login, "again": password + login})
	if err := done(pg, err); err != nil {
		return err
	}
	r.people[login] = p
	again, err := r.newPerson("người nhặt được liên kết")
	if err != nil {
		return err
	}
	if pg, err = again.ask(http.MethodGet, link, "", nil); err != nil {
		return err
	}
	if pg.status == http.StatusOK {
		return fmt.Errorf("a used link still opens: %s", clip(pg.text))
	}
	return nil
}

func inviteReader(r *run) error {
	r.account = map[string]string{}
	return r.invite("nguoi.doc", "Lý Thị Đọc", "reader", r.unit[r.org.branches[0]])
}

func readerSees(r *run) error {
	p, branch := r.people["nguoi.doc"], r.unit[r.org.branches[0]]
	pg, err := p.open("/units")
	if err != nil {
		return err
	}
	if err := pg.says(r.org.branches[0]); err != nil {
		return err
	}
	if err := pg.silent(r.org.sister, r.org.union, "Tài khoản Nhật ký"); err != nil {
		return err
	}
	if _, err = p.open(branch); err != nil {
		return err
	}
	for _, address := range []string{r.home(), r.home() + fmt.Sprintf("/years/%d", r.year), r.home() + "/documents", r.home() + "/entries", r.home() + "/people", r.sheet,
		strings.Replace(r.sheet, "intakes", "documents", 1), r.entry, r.target, r.task, r.resolution, r.unit[r.org.sister], r.unit[r.org.top], "/accounts", "/audit", "/accounts/1"} {
		pg, err := p.ask(http.MethodGet, address, "", nil)
		if address == r.resolution || address == r.task {
			continue // what comes down from above may be read below
		}
		if err := denied(pg, err); err != nil {
			return err
		}
		if err := pg.silent(r.org.guest); err != nil {
			return err
		}
	}
	return nil
}

// post sends a form that no page offered.
func (p *person) post(address, body string) (*page, error) {
	return p.ask(http.MethodPost, address, "application/x-www-form-urlencoded", strings.NewReader(body))
}

func readerWrites(r *run) error {
	branch := r.unit[r.org.branches[0]]
	for _, f := range []struct{ address, body string }{
		{branch + "/rename", "name=Chi+b%E1%BB%99+Kh%C3%A1c&on=01/01/2020"}, {branch + "/children", "name=Chi+bo+moi"}, {branch + "/documents", ""},
		{fmt.Sprintf("%s/years/%d/figures", branch, r.year), "count.dang_vien.HTTNV=1"}, {branch + "/targets", "subject=a&measure=b&comparator=>&low=1&unit=count&period=2020"},
		{branch + "/titles", "wording=a&period=2020&status=attained"}, {branch + "/resolutions", "kind=resolution&name=a"}, {branch + "/meetings", "name=a&kind=study"},
		{branch + "/tasks", "what=a"}, {branch + "/people", "person_name=An"}, {r.home() + "/targets", "subject=a"}, {r.target + "/withdraw", "reason=a"}, {r.entry + "/undo", "reason=a"},
		{r.sheet + "/enter", "rest=1"}, {r.figure + "/withdraw", "reason=a"}, {r.task + "/settle", "state=done&outcome=a"}, {"/accounts", "login=aa&name=b"},
		{fmt.Sprintf("%s/years/%d/decide", r.home(), r.year), "body=a&on=01/01/2020"},
	} {
		pg, err := r.people["nguoi.doc"].post(f.address, f.body)
		if err := denied(pg, err); err != nil {
			return err
		}
	}
	pg, err := r.clerk().open(branch)
	if err != nil {
		return err
	}
	return pg.silent("Chi bộ Khác", "Chi bo moi")
}

func committee(r *run) error {
	if err := r.invite("cap.uy", "Phạm Văn Quyết", "committee", r.home()); err != nil {
		return err
	}
	p := r.people["cap.uy"]
	if _, err := p.open(fmt.Sprintf("%s/years/%d", r.home(), r.year)); err != nil {
		return err
	}
	for _, address := range []string{r.home() + "/documents/new", fmt.Sprintf("%s/years/%d/figures", r.home(), r.year), r.home() + "/paste", r.unit[r.org.sister], "/accounts"} {
		pg, err := p.ask(http.MethodGet, address, "", nil)
		if err := denied(pg, err); err != nil {
			return err
		}
	}
	pg, err := r.newTarget(map[string]any{"measure": "sinh hoạt đúng kỳ", "low": "90"})
	if err := done(pg, err, "dự thảo"); err != nil {
		return err
	}
	draft := pg.url.Path
	list, err := p.open(fmt.Sprintf("%s/targets?year=%d", r.home(), r.year+1))
	if err != nil {
		return err
	}
	mine := list.chosen("sinh hoạt đúng kỳ")
	if len(mine) != 1 {
		return fmt.Errorf("the committee is offered %d drafts", len(mine))
	}
	pg, err = list.click("Giao các chỉ tiêu", map[string]any{"record": mine, "decision": "11-NQ/ĐU", "decided_on": fmt.Sprintf("05/02/%d", r.year+1)})
	if err := done(pg, err, "Đã giao các chỉ tiêu đã chọn"); err != nil {
		return err
	}
	if pg, err = p.open(draft + "/edit"); err != nil {
		return err
	}
	pg, err = pg.send("/amend", map[string]any{"low": "95", "decision": "12-NQ/ĐU", "decided_on": fmt.Sprintf("06/02/%d", r.year+1), "reason": "Nâng mức"})
	if err := done(pg, err, "95 %", "12-NQ/ĐU", "đã điều chỉnh"); err != nil {
		return err
	}
	pg, err = pg.send("/withdraw", map[string]any{"reason": "Cấp ủy rút"})
	return done(pg, err, "đã được rút khỏi sổ", "Cấp ủy rút")
}

func branchClerk(r *run) error {
	branch := r.unit[r.org.branches[0]]
	if err := r.invite("chi.bo", "Đinh Thị Ghi", "clerk", branch); err != nil {
		return err
	}
	p := r.people["chi.bo"]
	pg, err := p.open(fmt.Sprintf("%s/years/%d/figures", branch, r.year))
	if err != nil {
		return err
	}
	pg, err = pg.send("/figures", map[string]any{"count.dang_vien.HTTNV": 2, "base.dang_vien": 2})
	if err := done(pg, err); err != nil {
		return err
	}
	pg, err = p.post(fmt.Sprintf("%s/years/%d/figures", r.home(), r.year), "count.dang_vien.HTTNV=1")
	return denied(pg, err)
}

func endRights(r *run) error {
	pg, err := r.clerk().open(r.account["chi.bo"])
	if err != nil {
		return err
	}
	pg, err = pg.clickFor("/grants", "Giao quyền", map[string]any{"role": "reader", "unit": strings.TrimPrefix(r.home(), "/units/")})
	if err := done(pg, err, "Đã giao quyền"); err != nil {
		return err
	}
	if _, err := r.people["chi.bo"].open(r.home()); err != nil {
		return err
	}
	pg, err = pg.click("Rút quyền", nil)
	if err := done(pg, err, "Đã rút quyền"); err != nil {
		return err
	}
	if pg, err = r.clerk().open(r.account["nguoi.doc"]); err != nil {
		return err
	}
	pg, err = pg.send("/link", nil)
	if err := done(pg, err, "/links/"); err != nil {
		return err
	}
	pg, err = pg.send("/disable", nil)
	if err := done(pg, err, "Đã khóa tài khoản"); err != nil {
		return err
	}
	seen, err := r.people["nguoi.doc"].ask(http.MethodGet, r.unit[r.org.branches[0]], "", nil)
	if err != nil {
		return err
	}
	if seen.url.Path != "/sign-in" {
		return fmt.Errorf("a closed account still reads %s, status %d", seen.url, seen.status)
	}
	pg, err = pg.send("/enable", nil)
	if err := done(pg, err, "Đã mở lại"); err != nil {
		return err
	}
	return r.enter("nguoi.doc", "nguoi.doc", password+"nguoi.doc")
}

func accountWrong(r *run) error {
	for _, w := range []struct{ field, value, says string }{
		{"login", "Có Dấu", "chữ thường"}, {"login", "thuky", "đã có người dùng"}, {"name", "", "Họ và tên"}, {"role", "king", ""}, {"until", "01/01/2001", ""},
	} {
		fields := map[string]any{"name": "Người Thử", "login": "thu.nghiem", "role": "reader", "unit": strings.TrimPrefix(r.home(), "/units/")}
		fields[w.field] = w.value
		pg, err := r.fill("/accounts/new", "/accounts", fields)
		if err := refused(pg, err, w.says); err != nil {
			return fmt.Errorf("%s=%q: %w", w.field, w.value, err)
		}
	}
	pg, err := r.clerk().open("/accounts")
	if err != nil {
		return err
	}
	if err := pg.silent("Người Thử"); err != nil {
		return err
	}
	if pg, err = r.clerk().open("/accounts/1"); err != nil {
		return err
	}
	pg, err = pg.click("Rút quyền", nil) // the first of them: to administer
	return refused(pg, err, "người quản trị cuối cùng")
}

func crossSite(r *run) error {
	p := r.clerk()
	for _, header := range []map[string]string{{"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://noi-khac.example"}} {
		other := *p
		other.header = header
		pg, err := other.post("/accounts/1/disable", "")
		if err != nil {
			return err
		}
		if pg.status != http.StatusForbidden {
			return fmt.Errorf("a form from another site (%v): status %d", header, pg.status)
		}
	}
	_, err := p.open("/account")
	return err
}

func english(r *run) error {
	pg, err := r.clerk().open(r.home() + "?lang=en")
	if err != nil {
		return err
	}
	if err := pg.says("Sign out", "chi bộ"); err != nil {
		return err
	}
	for _, address := range []string{fmt.Sprintf("%s/years/%d", r.home(), r.year), r.sheet, r.resolution, r.target, "/audit", "/accounts"} {
		if pg, err = r.clerk().open(address); err != nil {
			return err
		}
		if err := pg.says("Sign out"); err != nil {
			return err
		}
	}
	if pg, err = r.clerk().open("/units?lang=vi"); err != nil {
		return err
	}
	if err := pg.says("Đăng xuất"); err != nil {
		return err
	}
	if pg, err = r.clerk().open("/account"); err != nil {
		return err
	}
	pg, err = pg.send("/account/language", map[string]any{"locale": "vi"})
	return done(pg, err, "Đã lưu ngôn ngữ")
}

func auditChain(r *run) error {
	pg, err := r.clerk().open("/audit")
	if err != nil {
		return err
	}
	chain := ""
	for {
		if body := pg.find(isMain); len(body) > 0 {
			chain += words(body[0])
		}
		if !strings.Contains(pg.text, "Các dòng cũ hơn") {
			break
		}
		if pg, err = pg.follow("Các dòng cũ hơn"); err != nil {
			return err
		}
	}
	for _, action := range []string{"ghi báo cáo vào sổ", "giao chỉ tiêu", "tài khoản"} {
		if !strings.Contains(chain, action) {
			return fmt.Errorf("the chain shows no %s: %s", action, clip(chain))
		}
	}
	if containsAny(chain, r.org.guest, "Lý Thị Đọc", r.org.name) {
		return errors.New("the chain holds a name")
	}
	if strings.Contains(pg.text, "Các dòng mới hơn") {
		if pg, err = pg.follow("Các dòng mới hơn"); err != nil {
			return err
		}
	}
	if pg, err = pg.follow("Kiểm tra toàn bộ"); err != nil {
		return err
	}
	return pg.says("chuỗi nguyên vẹn")
}
