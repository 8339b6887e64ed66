package year_test

import (
	"context"
	"errors"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/year"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

var decision = year.Deciding{Body: "Ban Thường vụ Đảng ủy Khối", Number: "21-QĐ/ĐUK", On: "2016-01-08"}

// ask runs a question about what may be written for a unit as a clerk who may record.
func ask(ctx context.Context, db *store.DB, unit int64, may func(*store.Tx) error) error {
	permit, err := directory.New(db).Permit(ctx, access.Ask{Right: access.Record, Unit: unit, Action: "test.write"})
	if err != nil {
		return err
	}
	return db.Write(ctx, permit, may)
}

// see reads what the caller may see of a unit.
func see[T any](ctx context.Context, db *store.DB, unit int64, of func(*store.Tx) (T, error)) (found T, err error) {
	permit, err := directory.New(db).Permit(ctx, access.Ask{Right: access.See, Unit: unit, Action: "test.read"})
	if err != nil {
		return found, err
	}
	err = db.Read(ctx, permit, func(t *store.Tx) error { found, err = of(t); return err })
	return found, err
}

func key(err error) string {
	var f *fault.Error
	if errors.As(err, &f) && len(f.Fields) > 0 {
		return f.Fields[0].Key
	}
	if f != nil {
		return f.Key
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func TestClose_freezesTheUnitAndAllBelowForThatYear(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		s, root := year.New(db, directory.New(db)), testkit.Root(t, db)
		branch := testkit.Unit(t, db, root, "Chi bộ Một")
		clerk := testkit.Signed(t, db, access.Clerk, root)
		if err := s.Decide(clerk, root, 2015, decision); err != nil {
			t.Fatal(err)
		}
		writable := func(unit int64, p period.Period) error {
			return ask(clerk, db, unit, func(t *store.Tx) error { return year.Writable(t, unit, p) })
		}
		takes := func(unit int64, p period.Period, reason string) error {
			return ask(clerk, db, unit, func(t *store.Tx) error { return year.Takes(t, unit, p, reason) })
		}
		if err := errors.Join(writable(root, "2015"), takes(root, "2015", "")); err != nil {
			t.Errorf("decided, not closed: %v", err)
		}
		if err := s.Close(clerk, root, 2015); err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			unit   int64
			period period.Period
			key    string
		}{
			{root, "2015", "year.closed"},
			{root, "2011-2015", "year.closed"},
			{root, "2015-2020", ""},
			{root, "2016", ""},
			{root, "", ""},
			{branch, "2015", "year.closed_above"},
			{branch, "2014", ""},
		} {
			if got := key(writable(c.unit, c.period)); got != c.key {
				t.Errorf("%+v: got %q", c, got)
			}
			asked := c.key
			if asked != "" {
				asked += ".reason"
			}
			for _, blank := range []string{"", " \n"} {
				if got := key(takes(c.unit, c.period, blank)); got != asked {
					t.Errorf("%+v by hand, without a reason: got %q", c, got)
				}
			}
			if err := takes(c.unit, c.period, "Ghi sót"); err != nil {
				t.Errorf("%+v by hand, with its reason: %v", c, err)
			}
		}
		if got := key(s.Close(clerk, root, 2015)); got != "year.closed_already" {
			t.Errorf("closing again: %q", got)
		}
		y, err := see(clerk, db, branch, func(t *store.Tx) (year.Year, error) { return year.State(t, branch, "2015") })
		if err != nil || !y.Frozen || y.FrozenBy != root || y.Stage != year.Open {
			t.Errorf("the branch's year is %+v, %v", y, err)
		}
	})
}

func TestHistory_keepsEachDecision(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		s, root := year.New(db, directory.New(db)), testkit.Root(t, db)
		clerk := testkit.Signed(t, db, access.Committee, root)
		fixed := decision
		fixed.Number, fixed.Reason = "12-QĐ/ĐUK", "gõ nhầm số"
		for _, err := range []error{s.Decide(clerk, root, 2015, decision), s.Decide(clerk, root, 2015, fixed), s.Close(clerk, root, 2015)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		h, err := see(clerk, db, root, func(t *store.Tx) ([]year.Version, error) { return year.Versions(t, root, 2015) })
		if err != nil || len(h) != 3 {
			t.Fatalf("history %+v, %v", h, err)
		}
		steps, err := see(clerk, db, root, func(t *store.Tx) ([]ledger.Step, error) { return year.Story(t, h) })
		if err != nil || len(steps) != 3 || steps[1].Reason != "gõ nhầm số" || steps[1].By == "" {
			t.Errorf("story %+v, %v", steps, err)
		}
		if h[0].Number != "21-QĐ/ĐUK" || h[2].Stage != year.Closed || h[2].Number != "12-QĐ/ĐUK" {
			t.Errorf("history %+v", h)
		}
		known, err := see(clerk, db, root, func(t *store.Tx) ([]year.Year, error) { return year.Known(t, root) })
		if err != nil || len(known) != 1 || known[0].Stage != year.Closed {
			t.Errorf("known %+v, %v", known, err)
		}
	})
}

func TestDecide_needsTheRightOverTheUnit(t *testing.T) {
	db := testkit.NewDB(t)
	s, root := year.New(db, directory.New(db)), testkit.Root(t, db)
	one, two := testkit.Unit(t, db, root, "Chi bộ Một"), testkit.Unit(t, db, root, "Chi bộ Hai")
	for name, c := range map[string]struct {
		ctx  context.Context
		kind fault.Kind
	}{
		"clerk of another branch": {testkit.Signed(t, db, access.Clerk, two), fault.NotFound},
		"reader":                  {testkit.Signed(t, db, access.Reader, one), fault.Denied},
		"administrator":           {testkit.Signed(t, db, access.Administrator, one), fault.Denied},
		"nobody":                  {t.Context(), fault.Denied},
		"committee":               {testkit.Signed(t, db, access.Committee, one), ""},
	} {
		if got := fault.KindOf(s.Decide(c.ctx, one, 2015, decision)); got != c.kind {
			t.Errorf("%s: got %q, want %q", name, got, c.kind)
		}
	}
}

func TestClosedYear_keepsItsTree(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		door := directory.New(db)
		s, units, root := year.New(db, door), org.New(db, door), testkit.Root(t, db)
		branch := testkit.Unit(t, db, root, "Chi bộ Một")
		clerk := testkit.Signed(t, db, access.Clerk, root)
		for _, err := range []error{s.Decide(clerk, root, 2015, decision), s.Close(clerk, root, 2015)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		rename := func(on period.Date, reason string) error {
			return units.Rename(clerk, branch, org.Renaming{Naming: org.Naming{Name: "Chi bộ " + string(on)}, Act: org.Act{On: on, Reason: reason}})
		}
		if got := key(rename("2015-06-01", "")); got != "org.year_closed" {
			t.Errorf("inside the closed year: %q", got)
		}
		if got := key(rename("2014-06-01", "")); got != "org.year_closed" {
			t.Errorf("before the closed year: %q", got)
		}
		if err := rename("2015-06-01", "tên trong báo cáo khác"); err != nil {
			t.Errorf("as a correction: %v", err)
		}
		if err := rename("2016-01-01", ""); err != nil {
			t.Errorf("after the closed year: %v", err)
		}
		_, err := units.Found(clerk, org.Founding{Naming: org.Naming{Name: "Chi bộ Ba"}, Parent: root})
		if got := key(err); got != "org.year_closed" {
			t.Errorf("founding before the closed year: %q", got)
		}
	})
}
