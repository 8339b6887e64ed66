package account_test

import (
	"context"
	"errors"
	"strconv"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/account"
	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/testkit"
)

func TestManage_onlyOverWhatOneAdministers(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		s, top := service(db), testkit.Root(t, db)
		mine, other := testkit.Unit(t, db, top, "Chi bộ Một"), testkit.Unit(t, db, top, "Chi bộ Hai")
		upper, lower := testkit.Signed(t, db, access.Administrator, top), testkit.Signed(t, db, access.Administrator, mine)
		clerk := testkit.Signed(t, db, access.Clerk, top)
		both := testkit.Account(t, db)
		testkit.Grant(t, db, both, access.Reader, mine)
		testkit.Grant(t, db, both, access.Reader, other)
		elsewhere := testkit.Account(t, db)
		testkit.Grant(t, db, elsewhere, access.Reader, other)
		for _, c := range []struct {
			what string
			kind fault.Kind
			run  func() error
		}{
			{"a clerk invites", fault.Denied, func() error { _, _, err := s.Invite(clerk, invitation("x1", mine)); return err }},
			{"a lower administrator invites at home", "", func() error { _, _, err := s.Invite(lower, invitation("x2", mine)); return err }},
			{"a lower administrator invites next door", fault.NotFound, func() error { _, _, err := s.Invite(lower, invitation("x3", other)); return err }},
			{"a lower administrator grants above", fault.NotFound, func() error {
				return s.Give(lower, account.Grant{Account: caller(lower), Role: access.Administrator, Unit: top})
			}},
			{"a lower administrator takes over one who reaches further", fault.Denied, func() error { _, err := s.NewLink(lower, both); return err }},
			{"a lower administrator takes over the upper one", fault.NotFound, func() error { _, err := s.NewLink(lower, caller(upper)); return err }},
			{"a lower administrator disables one from elsewhere", fault.NotFound, func() error { return s.Disable(lower, elsewhere) }},
			{"the upper administrator makes a link", "", func() error { _, err := s.NewLink(upper, both); return err }},
			{"the upper administrator disables", "", func() error { return s.Disable(upper, both) }},
			{"a link into a disabled account", fault.Conflict, func() error { _, err := s.NewLink(upper, both); return err }},
			{"and enables again", "", func() error { return s.Enable(upper, both) }},
			{"a login twice", fault.Invalid, func() error { _, _, err := s.Invite(upper, invitation("X2", mine)); return err }},
		} {
			if err := c.run(); fault.KindOf(err) != c.kind || (c.kind == "" && err != nil) {
				t.Errorf("%s: %v, want %q", c.what, err, c.kind)
			}
		}
		list, err := s.List(lower)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range list {
			if a.ID == elsewhere || a.ID == caller(upper) {
				t.Errorf("a lower administrator sees %+v", a)
			}
			for _, g := range a.Grants {
				if g.Unit != mine {
					t.Errorf("a lower administrator sees the grant %+v", g)
				}
			}
		}
	})
}

func invitation(login string, unit int64) account.Invitation {
	return account.Invitation{Login: login, Name: "Ai Đó", Grant: account.Grant{Role: access.Reader, Unit: unit}}
}

func TestGrant_lastAdministratorStays(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		s, top := service(db), testkit.Root(t, db)
		admin := testkit.Signed(t, db, access.Administrator, top)
		me, _, err := s.Show(admin, caller(admin))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Disable(admin, me.ID); !errors.Is(err, fault.Conflict) {
			t.Errorf("disabling the last: %v", err)
		}
		if err := s.TakeBack(admin, me.Grants[0].ID); !errors.Is(err, fault.Conflict) {
			t.Errorf("taking back from the last: %v", err)
		}
		second := testkit.Account(t, db)
		testkit.Grant(t, db, second, access.Reader, top)
		soon := period.Day(db.Now().Local().AddDate(0, 1, 0))
		if err := s.Give(admin, account.Grant{Account: second, Role: access.Administrator, Unit: top, Until: soon}); err != nil {
			t.Fatal(err)
		}
		if err := s.Disable(admin, me.ID); !errors.Is(err, fault.Conflict) {
			t.Errorf("the other one's time is limited: %v", err)
		}
		third := testkit.Signed(t, db, access.Administrator, top)
		if err := s.TakeBack(third, me.Grants[0].ID); err != nil {
			t.Errorf("with another lasting administrator: %v", err)
		}
		if _, err := s.List(admin); err == nil {
			t.Error("the grant that was taken back still holds")
		}
		if err := s.Disable(third, caller(third)); !errors.Is(err, fault.Conflict) {
			t.Errorf("now the third is the last: %v", err)
		}
	})
}

func TestGive_refusesWhatMakesNoSense(t *testing.T) {
	db := testkit.NewDB(t)
	s, top := service(db), testkit.Root(t, db)
	admin := testkit.Signed(t, db, access.Administrator, top)
	me := caller(admin)
	for what, g := range map[string]account.Grant{
		"unknown role":    {Account: me, Role: "king", Unit: top},
		"ends before":     {Account: me, Role: access.Reader, Unit: top, From: "2030-02-01", Until: "2030-01-01"},
		"is over":         {Account: me, Role: access.Reader, Unit: top, From: "2000-01-01", Until: "2001-01-01"},
		"stands already":  {Account: me, Role: access.Administrator, Unit: top},
		"no such account": {Account: 999, Role: access.Reader, Unit: top},
	} {
		if err := s.Give(admin, g); fault.KindOf(err) == "" {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := s.Give(admin, account.Grant{Account: me, Role: access.Reader, Unit: top, From: "2040-01-01"}); err != nil {
		t.Fatal(err)
	}
	a, _, err := s.Show(admin, me)
	if err != nil {
		t.Fatal(err)
	}
	future := a.Grants[len(a.Grants)-1]
	if err := s.TakeBack(admin, future.ID); err != nil {
		t.Errorf("a grant that has not begun: %v", err)
	}
	if err := s.TakeBack(admin, future.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("it is still there: %v", err)
	}
}

func TestTrail_showsToAdministratorsTheirOwn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		s, top := service(db), testkit.Root(t, db)
		mine := testkit.Unit(t, db, top, "Chi bộ Một")
		upper, lower := testkit.Signed(t, db, access.Administrator, top), testkit.Signed(t, db, access.Administrator, mine)
		for login, unit := range map[string]int64{"y1": top, "y2": mine} {
			if _, _, err := s.Invite(upper, invitation(login, unit)); err != nil {
				t.Fatal(err)
			}
		}
		all, err := s.Trail(upper, 0)
		if err != nil {
			t.Fatal(err)
		}
		some, err := s.Trail(lower, 0)
		if err != nil {
			t.Fatal(err)
		}
		if len(all) == 0 || all[0].Action != "account.invite" || len(some) != 1 || some[0].Unit != mine {
			t.Errorf("the upper sees %+v, the lower %+v", all, some)
		}
		if older, err := s.Trail(upper, all[0].ID); err != nil || len(older) != len(all)-1 {
			t.Errorf("before the newest: %d of %d, %v", len(older), len(all), err)
		}
		if n, err := s.Verify(upper); err != nil || n == 0 {
			t.Errorf("verify: %d, %v", n, err)
		}
		if _, err := s.Trail(testkit.Signed(t, db, access.Clerk, top), 0); !errors.Is(err, fault.Denied) {
			t.Errorf("a clerk: %v", err)
		}
	})
}

func TestTrail_leadsToOlderAndNewerPages(t *testing.T) {
	db := testkit.NewDB(t)
	s, top := service(db), testkit.Root(t, db)
	admin := testkit.Signed(t, db, access.Administrator, top)
	for n := range 2*account.PerPage + 10 {
		if _, _, err := s.Invite(admin, invitation("z"+strconv.Itoa(n), top)); err != nil {
			t.Fatal(err)
		}
	}
	var begins []int64 // what each page is asked with, the newest first
	for before := int64(0); ; {
		begins = append(begins, before)
		page, err := s.Trail(admin, before)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) < account.PerPage {
			break
		}
		before = page[len(page)-1].ID
	}
	if len(begins) < 3 {
		t.Fatalf("%d pages", len(begins))
	}
	for i := 1; i < len(begins); i++ {
		if newer, err := s.Newer(admin, begins[i]); err != nil || newer != begins[i-1] {
			t.Errorf("newer than page %d: %d, not %d; %v", i+1, newer, begins[i-1], err)
		}
	}
}

func TestPlaces_areTheUnitsOneAdministers(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		s, top := service(db), testkit.Root(t, db)
		mine := testkit.Unit(t, db, top, "Chi bộ Một")
		testkit.Unit(t, db, top, "Chi bộ Hai")
		for ctx, want := range map[context.Context]int{testkit.Signed(t, db, access.Administrator, top): 3, testkit.Signed(t, db, access.Administrator, mine): 1} {
			list, err := s.Places(ctx, 0)
			if err != nil || len(list) != want {
				t.Fatalf("%v, %v, want %d", list, err, want)
			}
			for i, p := range list {
				if (p.Depth == 0) != (i == 0) {
					t.Errorf("place %d: %+v", i, p)
				}
			}
		}
	})
}
