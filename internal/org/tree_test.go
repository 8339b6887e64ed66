package org_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/testkit"
)

// drawn writes a tree as indented lines; "=" marks a unit of the office.
func drawn(tree org.Tree) string {
	var b strings.Builder
	for _, n := range tree.Nodes {
		mark := ""
		if n.Lead != 0 {
			mark = "= "
		}
		b.WriteString(strings.Repeat(". ", n.Depth) + mark + n.Name + "\n")
	}
	return b.String()
}

func TestTree_isOfTheDayAndOfWhatTheCallerMaySee(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		a := h.below(t, h.root, part("Đảng bộ bộ phận A"), "")
		b := h.below(t, h.root, part("Đảng bộ bộ phận B"), "2012-01-01")
		cell := h.below(t, a, org.Naming{Name: "Chi bộ Kho"}, "")
		if _, err := h.FoundLinked(h.clerk, h.root, org.Founding{Naming: org.Naming{Name: "Công đoàn Sở"}, Line: org.Union}); err != nil {
			t.Fatal(err)
		}
		if err := h.Move(h.clerk, cell, org.Moving{Parent: b, Act: org.Act{On: "2016-01-01"}}); err != nil {
			t.Fatal(err)
		}
		for day, want := range map[period.Date]string{
			"2011-12-31": "Đảng bộ Sở Cầu Đá\n. = Công đoàn Sở\n. Đảng bộ bộ phận A\n. . Chi bộ Kho\n",
			"2015-12-31": "Đảng bộ Sở Cầu Đá\n. = Công đoàn Sở\n. Đảng bộ bộ phận A\n. . Chi bộ Kho\n. Đảng bộ bộ phận B\n",
			"":           "Đảng bộ Sở Cầu Đá\n. = Công đoàn Sở\n. Đảng bộ bộ phận A\n. Đảng bộ bộ phận B\n. . Chi bộ Kho\n",
			"1989-01-01": "",
		} {
			tree, err := h.Tree(h.clerk, 0, day)
			if err != nil || !tree.Whole {
				t.Fatalf("on %q: whole %v, %v", day, tree.Whole, err)
			}
			if d := cmp.Diff(want, drawn(tree)); d != "" {
				t.Errorf("on %q (-want +got):\n%s", day, d)
			}
		}
		ofB := testkit.Signed(t, db, access.Reader, b)
		tree, err := h.Tree(ofB, 0, "")
		if err != nil || drawn(tree) != "Đảng bộ bộ phận B\n. Chi bộ Kho\n" {
			t.Errorf("the reader of B sees %q, %v", drawn(tree), err)
		}
	})
}

func TestSearch_withoutToneMarksWithinWhatMayBeSeen(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		one := h.below(t, h.root, org.Naming{Name: "Chi bộ Đo đạc 100%", Short: "CB Đo"}, "")
		h.branch(t, "Chi bộ Thanh tra", "")
		for words, want := range map[string][]string{
			"do dac": {"Chi bộ Đo đạc 100%"}, "cb DO": {"Chi bộ Đo đạc 100%"}, "chi bo": {"Chi bộ Đo đạc 100%", "Chi bộ Thanh tra"},
			"%": {"Chi bộ Đo đạc 100%"}, "_": {}, "": {}, "!": {}, "khong co": {}, strings.Repeat("bo ", 20_000): {},
		} {
			got, more, err := h.Search(h.clerk, words, "")
			if err != nil || more || !cmp.Equal(want, names(got)) {
				t.Errorf("%q: got %v, %v, %v; want %v", words, names(got), more, err, want)
			}
		}
		got, _, err := h.Search(testkit.Signed(t, db, access.Reader, one), "chi bo", "")
		if err != nil || len(got) != 1 {
			t.Errorf("the branch's reader finds %v, %v", names(got), err)
		}
	})
}

func TestPaste_allOrNothingAsPreviewed(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		h.branch(t, "Chi bộ Kho", "")
		paste := func(text string, expected int) ([]int64, error) {
			return h.Paste(h.clerk, org.Pasting{Parent: h.root, Text: text, Act: org.Act{Decision: "03-QĐ/ĐU"}, Expected: expected})
		}
		list := "1. Chi bộ Văn phòng\n2. chi bộ kho\n3. Chi bộ Văn phòng\n4. Chi bộ Thanh tra"
		v, err := h.PreviewPaste(h.clerk, org.Pasting{Parent: h.root, Text: list})
		if err != nil || v.New != 2 || v.Exists != 2 || v.Wrong != 0 {
			t.Fatalf("preview %+v, %v", v, err)
		}
		_, err = paste(list, 3)
		refused(t, err, fault.Conflict, "org.paste_changed")
		_, err = paste(list+"\nCông đoàn Sở", 2)
		refused(t, err, fault.Invalid, "org.paste_wrong")
		_, err = paste(" \n", 0)
		refused(t, err, fault.Invalid, "org.paste_empty")
		if ids, err := paste(list, 2); err != nil || len(ids) != 2 {
			t.Fatalf("paste: %v, %v", ids, err)
		}
		_, err = paste(list, 2)
		refused(t, err, fault.Conflict, "org.paste_nothing_new")
		children, err := h.list(org.ChildrenOf, h.root, "")
		if want := []string{"Chi bộ Kho", "Chi bộ Văn phòng", "Chi bộ Thanh tra"}; err != nil || !cmp.Equal(want, names(children)) {
			t.Errorf("children %v, %v", names(children), err)
		}
	})
}

func TestRights_endWhereTheSubtreeEnds(t *testing.T) {
	db := testkit.NewDB(t)
	h := newHouse(t, db)
	a, b := h.below(t, h.root, part("Đảng bộ bộ phận A"), ""), h.below(t, h.root, part("Đảng bộ bộ phận B"), "")
	cell := h.below(t, a, org.Naming{Name: "Chi bộ Kho"}, "2010-01-01")
	ofA := testkit.Signed(t, db, access.Clerk, a)
	on := org.Act{On: "2020-01-01"}
	_, foundErr := h.Found(ofA, org.Founding{Naming: org.Naming{Name: "Chi bộ X"}, Parent: b})
	_, linkedErr := h.FoundLinked(ofA, h.root, org.Founding{Naming: org.Naming{Name: "Công đoàn"}, Line: org.Union})
	_, readErr := h.Unit(ofA, b, "")
	_, pasteErr := h.Paste(ofA, org.Pasting{Parent: b, Text: "Chi bộ Y", Expected: 1})
	_, rootErr := h.Unit(ofA, h.root, "")
	for name, c := range map[string]struct {
		err  error
		kind fault.Kind
	}{
		"found below another's":    {foundErr, fault.NotFound},
		"link to the unit above":   {linkedErr, fault.NotFound},
		"read another's":           {readErr, fault.NotFound},
		"read the unit above":      {rootErr, fault.NotFound},
		"paste below another's":    {pasteErr, fault.NotFound},
		"rename another's":         {h.Rename(ofA, b, org.Renaming{Naming: org.Naming{Name: "Z"}, Act: on}), fault.NotFound},
		"end another's":            {h.End(ofA, b, on), fault.NotFound},
		"move own below another's": {h.Move(ofA, cell, org.Moving{Parent: b, Act: on}), fault.Denied},
		"own, reader":              {h.Rename(testkit.Signed(t, db, access.Reader, a), cell, org.Renaming{Naming: org.Naming{Name: "Z"}, Act: on}), fault.Denied},
		"own, committee":           {h.End(testkit.Signed(t, db, access.Committee, a), cell, on), fault.Denied},
		"nobody":                   {h.End(t.Context(), cell, on), fault.Denied},
		"own":                      {h.Rename(ofA, cell, org.Renaming{Naming: org.Naming{Name: "Chi bộ Kho tàng"}, Act: on}), ""},
	} {
		if got := fault.KindOf(c.err); got != c.kind {
			t.Errorf("%s: got %v, want %q", name, c.err, c.kind)
		}
	}
	if err := h.Move(h.clerk, cell, org.Moving{Parent: b, Act: org.Act{On: "2021-01-01"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Unit(ofA, cell, ""); fault.KindOf(err) != fault.NotFound {
		t.Errorf("today, after the move: %v", err)
	}
	if u, err := h.Unit(ofA, cell, "2020-12-31"); err != nil || u.Name != "Chi bộ Kho tàng" {
		t.Errorf("by the tree of 2020: %+v, %v", u, err)
	}
	if err := h.Rename(ofA, cell, org.Renaming{Naming: org.Naming{Name: "Q"}, Act: org.Act{On: "2022-01-01"}}); err == nil {
		t.Error("a past year's clerk may still rename")
	}
}

func TestFound_refusesTheSameNameTwiceBelowOneUnit(t *testing.T) {
	db := testkit.NewDB(t)
	h := newHouse(t, db)
	h.branch(t, "Chi bộ Hoà Bình", "")
	_, err := h.Found(h.clerk, org.Founding{Naming: org.Naming{Name: "chi bộ hòa  bình", Short: "HB"}, Parent: h.root})
	refused(t, err, fault.Invalid, "org.name_taken")
	other := h.branch(t, "Chi bộ Khác", "")
	refused(t, h.Rename(h.clerk, other, org.Renaming{Naming: org.Naming{Name: "Chi bộ Hòa Bình"}, Act: org.Act{On: "2020-01-01"}}), fault.Invalid, "org.name_taken")
}
