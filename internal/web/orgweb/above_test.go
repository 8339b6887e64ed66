package orgweb_test

import (
	"net/url"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/testkit"
)

func TestAbove_isFoundedOverTheTopByItsAdministrator(t *testing.T) {
	s := newSite(t)
	admin, clerk := testkit.Signed(t, s.db, access.Administrator, s.root), testkit.Signed(t, s.db, access.Clerk, s.root)
	if p := s.get(clerk, s.at("")); strings.Contains(p.body, "/above/new") {
		t.Error("a clerk is offered what only the administrator may do")
	}
	s.expect(s.ask(clerk, "POST", s.at("/above"), url.Values{"name": {"Đảng bộ Khối"}, "kind": {"dang_bo"}, "level": {"bloc"}, "on": {"01/03/2015"}}), 404)
	s.expect(s.get(admin, s.at("")), 200, "Lập cấp trên")
	s.expect(s.get(admin, s.at("/above/new")), 200, "vẫn đứng đầu", "không lan lên cấp trên", "Không xóa được", `<option value="bloc" selected>`)
	s.expect(s.ask(admin, "POST", s.at("/above"), url.Values{"name": {""}, "kind": {"dang_bo"}, "level": {"bloc"}}), 422, "Ô này cần có nội dung")
	p := s.ask(admin, "POST", s.at("/above"), url.Values{"name": {"Đảng bộ Khối"}, "kind": {"dang_bo"}, "level": {"bloc"}, "on": {"01/03/2015"}, "decision": {"12-QĐ/TU"}})
	s.expect(p, 303)
	if p.to != s.at("?done=above") {
		t.Errorf("leads to %s", p.to)
	}
	s.expect(s.get(admin, p.to), 200, "Đã lập cấp trên", "Đảng bộ Khối", "12-QĐ/TU")
	if p := s.get(admin, s.at("?on=28/02/2015")); strings.Contains(p.body, ">Đảng bộ Khối</a>") {
		t.Error("the day before, the unit stands under another already")
	}
	s.expect(s.ask(admin, "POST", s.at("/above"), url.Values{"name": {"Đảng bộ Khối nữa"}, "kind": {"dang_bo"}, "level": {"bloc"}, "on": {"01/03/2016"}}), 409, "không đứng đầu")
	s.expect(s.get(clerk, "/units"), 200, "Sở Cầu Đá")
}
