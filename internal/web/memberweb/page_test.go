package memberweb_test

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/ledger"
	"hamrong/internal/member"
	"hamrong/internal/store"
	"hamrong/internal/web/memberweb"
	"hamrong/internal/web/recordweb/pagetest"
	"hamrong/internal/web/ui"
)

func newSite(t *testing.T) *pagetest.Site {
	return pagetest.New(t, memberweb.Routes, memberweb.Locale)
}

func TestLocale_fits(t *testing.T) {
	if err := ui.CheckLocale(memberweb.Locale); err != nil {
		t.Error(err)
	}
}

// mention writes a name in its role as a report does, and gives its record.
func mention(t *testing.T, s *pagetest.Site, name, position string) (record int64) {
	t.Helper()
	p, err := s.Door.Permit(s.Clerk, access.Ask{Right: access.Record, Unit: s.Root, Action: "test.mention"})
	if err != nil {
		t.Fatal(err)
	}
	err = s.DB.Write(s.Clerk, p, func(tx *store.Tx) error {
		entry, err := ledger.Begin(tx, ledger.New{Kind: ledger.ByHand})
		if err != nil {
			return err
		}
		record, _, err = member.EnterName(tx, entry, member.NewName{RoleContent: member.RoleContent{Name: name, Positions: []string{position}, Role: "presented"}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return record
}

func people(s *pagetest.Site) string {
	return "/units/" + strconv.FormatInt(s.Root, 10) + "/people"
}

func TestName_becomesAPersonOnlyWhenTheClerkSaysSo(t *testing.T) {
	s := newSite(t)
	first := strconv.FormatInt(mention(t, s, "Trần Văn Mẫu", "Bí thư Đảng ủy"), 10)
	second := strconv.FormatInt(mention(t, s, "Trần Văn Mẫu", "Giám đốc Sở"), 10)
	s.Shows(people(s), "Trần Văn Mẫu", "Bí thư Đảng ủy", "people/new?name="+first)
	if a := s.Get(s.Clerk, people(s)); strings.Contains(a.Body, `href="/people/`) {
		t.Error("a report has made a person")
	}
	s.Shows(people(s)+"/new?name="+first+"&name="+second, "Bí thư Đảng ủy\nGiám đốc Sở")
	s.Refuses(people(s), "person_name", url.Values{"person_name": {"Trần Văn 2"}})
	page := s.Made(people(s), url.Values{"person_name": {"Trần Văn Mẫu"}, "positions": {"Bí thư Đảng ủy"}, "name": {first}})
	s.Shows(page, "Bí thư Đảng ủy")
	s.Shows(people(s), page, "people/link?name="+second)
	s.Shows(people(s)+"/link?name="+second, "Trần Văn Mẫu (Bí thư Đảng ủy)")
	id := strings.TrimPrefix(page, "/people/")
	s.Refuses(people(s)+"/link", "reason", url.Values{"name": {second}, "person": {id}})
	s.Refuses(people(s)+"/link", "person", url.Values{"name": {second}, "person": {"4711"}, "reason": {"x"}})
	s.Made(people(s)+"/link", url.Values{"name": {second}, "person": {id}, "reason": {"cùng một người"}})
	s.Shows(page, "Giám đốc Sở")
	s.Changed(page+"/change", page+"/change", url.Values{"person_name": {"Trần Văn Mẫu"}, "positions": {"Bí thư Đảng ủy khối"}, "reason": {"nhận việc mới"}})
	s.Shows(page, "Bí thư Đảng ủy khối", "nhận việc mới")
	s.Made(page+"/withdraw", url.Values{"reason": {"trùng"}})
	s.Shows(people(s), "people/new?name=")
}

func TestPeople_areFoundWithoutToneMarks(t *testing.T) {
	s := newSite(t)
	s.Made(people(s), url.Values{"person_name": {"Đỗ Thị Bướm"}})
	s.Made(people(s), url.Values{"person_name": {"Lê Hoa"}})
	a := s.Get(s.Clerk, people(s)+"?q=do+thi")
	if !strings.Contains(a.Body, "Đỗ Thị Bướm") || strings.Contains(a.Body, "Lê Hoa") {
		t.Error("the search finds the wrong persons")
	}
}

func TestPeople_areReadByReadersAndWrittenByClerks(t *testing.T) {
	s := newSite(t)
	page := s.Made(people(s), url.Values{"person_name": {"Lê Hoa"}})
	s.Denies(page, page+"/change", page+"/withdraw")
	s.Denies(people(s), people(s)+"/new", people(s))
}
