package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestOwner_isNamedAnewOnceTheTopChanges(t *testing.T) {
	s := newSite(t)
	b := s.setUp(t)
	foot := func() string {
		_, foot, _ := strings.Cut(b.get("/units").body, "<footer")
		return foot
	}
	if !strings.Contains(foot(), "Đảng bộ Sở Cầu Đá") {
		t.Fatalf("the foot does not name the first unit: %s", foot())
	}
	b.wants(b.post("/units/1/above", "name", "Đảng bộ Khối các cơ quan", "kind", "dang_bo", "level", "bloc", "on", "01/03/2015"), http.StatusSeeOther, "founding above")
	if !strings.Contains(foot(), "Đảng bộ Khối các cơ quan") {
		t.Errorf("the foot still names the unit that was the first: %s", foot())
	}
	b.wants(b.post("/units/2/rename", "name", "Đảng bộ Khối Sở", "kind", "dang_bo", "level", "bloc", "on", "01/04/2015"), http.StatusSeeOther, "renaming")
	if !strings.Contains(foot(), "Đảng bộ Khối Sở") {
		t.Errorf("the foot still says the former name: %s", foot())
	}
}
