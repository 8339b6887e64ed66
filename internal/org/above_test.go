package org_test

import (
	"context"
	"slices"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/account"
	"hamrong/internal/fault"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/year"
	"hamrong/testkit"
)

var bloc = org.Founding{Naming: org.Naming{Name: "Đảng bộ Khối các cơ quan tỉnh", Kind: org.DangBo}, Act: org.Act{On: "2015-03-01", Decision: "12-QĐ/TU"}}

func TestFoundAbove_fromItsDayAndNotBefore(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		cell := h.below(t, h.root, org.Naming{Name: "Chi bộ Văn phòng"}, "")
		union, err := h.FoundLinked(h.clerk, h.root, org.Founding{Naming: org.Naming{Name: "Công đoàn Sở"}, Line: org.Union})
		if err != nil {
			t.Fatal(err)
		}
		admin := testkit.Signed(t, db, access.Administrator, h.root)
		top, err := h.FoundAbove(admin, h.root, bloc, account.Own)
		if err != nil {
			t.Fatal(err)
		}
		path := func(unit int64, on period.Date) (ids []int64) {
			steps, err := h.Path(admin, unit, on)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range steps {
				ids = append(ids, s.ID)
			}
			return ids
		}
		for on, want := range map[period.Date][]int64{"2015-02-28": {h.root, cell}, "2015-03-01": {top, h.root, cell}, "": {top, h.root, cell}} {
			if got := path(cell, on); !slices.Equal(got, want) {
				t.Errorf("on %q the way is %v, want %v", on, got, want)
			}
		}
		if got := path(union, ""); !slices.Equal(got, []int64{top, h.root, union}) {
			t.Errorf("the way to the union of the office is %v", got)
		}
		tree, err := h.Tree(admin, 0, "")
		if err != nil || len(tree.Nodes) != 4 || tree.Nodes[0].ID != top || tree.Nodes[0].Level != org.Bloc || tree.Nodes[3].Depth != 2 {
			t.Errorf("today %+v, %v", tree.Nodes, err)
		}
		if tree, err = h.Tree(admin, 0, "2014-12-31"); err != nil || len(tree.Nodes) != 3 || tree.Nodes[0].ID != h.root || tree.Nodes[0].Parent != 0 {
			t.Errorf("the year before %+v, %v", tree.Nodes, err)
		}
		u, err := h.Unit(admin, top, "")
		if err != nil || u.FoundedOn != "2015-03-01" {
			t.Errorf("the new top is %+v, %v", u, err)
		}
		sister, err := h.Found(admin, org.Founding{Naming: org.Naming{Name: "Đảng bộ Sở Khác", Kind: org.DangBoCoSo}, Parent: top})
		if err != nil {
			t.Fatalf("its administrator founds below it: %v", err)
		}
		if u, err := h.Unit(admin, sister, ""); err != nil || u.Parent != top {
			t.Errorf("%+v, %v", u, err)
		}
	})
}

func TestFoundAbove_leavesRightsWhereTheyWere(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		other := testkit.Signed(t, db, access.Administrator, h.root)
		for name, c := range map[string]struct {
			ctx  context.Context
			kind fault.Kind
		}{"a clerk": {h.clerk, fault.Denied}, "a reader": {testkit.Signed(t, db, access.Reader, h.root), fault.Denied}, "nobody": {t.Context(), fault.Denied}} {
			if _, err := h.FoundAbove(c.ctx, h.root, bloc, account.Own); fault.KindOf(err) != c.kind {
				t.Errorf("%s founds above: %v", name, err)
			}
		}
		top, err := h.FoundAbove(testkit.Signed(t, db, access.Administrator, h.root), h.root, bloc, account.Own)
		if err != nil {
			t.Fatal(err)
		}
		for name, ctx := range map[string]context.Context{"the clerk": h.clerk} {
			if _, err := h.Unit(ctx, h.root, ""); err != nil {
				t.Errorf("%s has lost the unit: %v", name, err)
			}
			if _, err := h.Unit(ctx, top, ""); fault.KindOf(err) != fault.NotFound {
				t.Errorf("%s opens the unit above: %v", name, err)
			}
			if err := h.Rename(ctx, top, org.Renaming{Naming: org.Naming{Name: "Khác"}, Act: org.Act{On: "2016-01-01"}}); fault.KindOf(err) != fault.NotFound {
				t.Errorf("%s renames the unit above: %v", name, err)
			}
			if err := h.Rename(ctx, h.root, org.Renaming{Naming: org.Naming{Name: "Đảng bộ của " + name}, Act: org.Act{On: "2016-01-01"}}); err != nil {
				t.Errorf("%s renames the own unit: %v", name, err)
			}
		}
		if _, err := h.Unit(other, top, ""); err != nil {
			t.Errorf("another administrator of the former top does not open the new one: %v", err)
		}
		name, err := account.New(db, directory.New(db)).Owner(t.Context())
		if err != nil || name != bloc.Name {
			t.Errorf("the sign-in page belongs to %q, %v", name, err)
		}
	})
}

func TestFoundAbove_letsAllAdministratorsOfTheFormerTopAdministerTheNewOne(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		h := newHouse(t, db)
		accounts := account.New(db, directory.New(db))
		lasting := testkit.Signed(t, db, access.Administrator, h.root)
		soon := period.Day(db.Now().Local().AddDate(0, 1, 0))
		founder, gone := testkit.Account(t, db), testkit.Account(t, db)
		for _, id := range []int64{founder, gone} {
			testkit.Grant(t, db, id, access.Reader, h.root)
		}
		later := account.Grant{Account: gone, Role: access.Administrator, Unit: h.root, From: soon}
		for _, g := range []account.Grant{{Account: founder, Role: access.Administrator, Unit: h.root, Until: soon}, later} {
			if err := accounts.Give(lasting, g); err != nil {
				t.Fatal(err)
			}
		}
		top, err := h.FoundAbove(access.WithCaller(t.Context(), access.Caller{Account: founder}), h.root, bloc, account.Own)
		if err != nil {
			t.Fatal(err)
		}
		over := func(id int64) (list []account.Grant) {
			a, _, err := accounts.Show(lasting, id)
			if err != nil {
				t.Fatal(err)
			}
			for _, g := range a.Grants {
				if g.Unit == top {
					list = append(list, g)
				}
			}
			return list
		}
		if list := over(founder); len(list) != 1 || list[0].Role != access.Administrator || list[0].Until != soon {
			t.Errorf("the founder, whose role ends on %s, has %+v", soon, list)
		}
		if list := over(access.From(lasting).Account); len(list) != 1 || list[0].Until != period.Forever {
			t.Errorf("the lasting administrator has %+v", list)
		}
		if list := over(gone); len(list) != 0 {
			t.Errorf("who does not administer yet has %+v", list)
		}
		if err := accounts.Disable(lasting, founder); err != nil {
			t.Errorf("the founder can no longer be disabled: %v", err)
		}
		if err := accounts.Disable(lasting, access.From(lasting).Account); fault.KindOf(err) != fault.Conflict {
			t.Errorf("the last lasting administrator: %v", err)
		}
	})
}

func TestFoundAbove_refusals(t *testing.T) {
	db := testkit.NewDB(t)
	h := newHouse(t, db)
	admin := testkit.Signed(t, db, access.Administrator, h.root)
	cell := h.below(t, h.root, org.Naming{Name: "Chi bộ Văn phòng"}, "")
	union, err := h.FoundLinked(h.clerk, h.root, org.Founding{Naming: org.Naming{Name: "Công đoàn Sở"}, Line: org.Union})
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []int64{cell, union} {
		_, err := h.FoundAbove(admin, unit, bloc, account.Own)
		refused(t, err, fault.Conflict, "org.not_the_top")
	}
	root, err := h.Unit(admin, h.root, "")
	if err != nil {
		t.Fatal(err)
	}
	for key, wrong := range map[string]func(*org.Founding){
		"org.day_missing":          func(f *org.Founding) { f.On = "" },
		"org.name_taken":           func(f *org.Founding) { f.Name = root.Name },
		"org.level_below_children": func(f *org.Founding) { f.Level = org.Branch },
		"org.chi_bo_with_children": func(f *org.Founding) { f.Kind, f.Level = org.ChiBo, org.Bloc },
		"org.day_far":              func(f *org.Founding) { f.On = "2999-01-01" },
	} {
		f := bloc
		wrong(&f)
		_, err := h.FoundAbove(admin, h.root, f, account.Own)
		refused(t, err, fault.Invalid, key)
	}
	years := year.New(db, directory.New(db))
	if err := years.Decide(h.clerk, h.root, 2015, year.Deciding{Body: "Tỉnh ủy", On: "2016-01-08"}); err != nil {
		t.Fatal(err)
	}
	if err := years.Close(h.clerk, h.root, 2015); err != nil {
		t.Fatal(err)
	}
	_, err = h.FoundAbove(admin, h.root, bloc, account.Own)
	refused(t, err, fault.Invalid, "org.year_closed")
	if tree, err := h.Tree(admin, 0, ""); err != nil || tree.Nodes[0].ID != h.root {
		t.Errorf("a refused founding left %+v, %v", tree.Nodes, err)
	}
	later := bloc
	later.On = "2016-01-01"
	if _, err := h.FoundAbove(admin, h.root, later, account.Own); err != nil {
		t.Errorf("after the closed year: %v", err)
	}
}
