package target_test

import (
	"context"
	"errors"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/year"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

type desk struct {
	db   *store.DB
	unit int64
	ctx  context.Context
	*target.Service
}

func newDesk(t *testing.T, db *store.DB) desk {
	t.Helper()
	d := desk{db: db, unit: testkit.Root(t, db), Service: target.NewService(db, directory.New(db))}
	d.ctx = testkit.Signed(t, db, access.Clerk, d.unit)
	return d
}

func content(measure string, low int64) target.Content {
	return target.Content{Period: "2016", Subject: "chi bộ", Measure: measure, Comparator: target.Above, Low: low, Unit: target.Percent}
}

func (d desk) draft(t *testing.T, c target.Content) int64 {
	t.Helper()
	record, err := d.Draft(d.ctx, d.unit, c, "")
	if err != nil {
		t.Fatal(err)
	}
	return record
}

func (d desk) get(t *testing.T, record int64) target.Target {
	t.Helper()
	g, err := d.Target(d.ctx, record)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// edit is the change of a target as it stands.
func (d desk) edit(t *testing.T, record int64, reason string) ledger.Edit {
	t.Helper()
	return ledger.Edit{Seen: d.get(t, record).Begun, Reason: reason}
}

func fields(err error) map[string]string {
	var e *fault.Error
	names := map[string]string{}
	if errors.As(err, &e) {
		for _, f := range e.Fields {
			names[f.Name] = f.Key
		}
	}
	return names
}

func TestTarget_fromDraftToDecisionToAmendment(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		a, b := d.draft(t, content("đạt trong sạch vững mạnh", 5000)), d.draft(t, content("hoàn thành tốt nhiệm vụ", 3000))
		if g := d.get(t, a); g.State != target.Draft || g.Level != "TSVM" || g.Population != "chi_bo" || g.High != 5000 {
			t.Errorf("got %+v", g)
		}
		if err := d.Submit(d.ctx, d.unit, []int64{a}); err != nil {
			t.Fatal(err)
		}
		if err := d.Submit(d.ctx, d.unit, []int64{a, b}); fault.KindOf(err) != fault.Conflict {
			t.Errorf("submitted twice: got %v", err)
		}
		if d.get(t, b).State != target.Draft {
			t.Error("half of the refused submission was kept")
		}
		if err := d.Adopt(d.ctx, d.unit, []int64{a, b}, target.Decision{Date: "2016-01-15"}); fields(err)["decision"] == "" {
			t.Errorf("no number: got %v", err)
		}
		if err := d.Adopt(d.ctx, d.unit, []int64{a, b}, target.Decision{Number: "02-NQ/ĐU", Date: "2016-01-15"}); err != nil {
			t.Fatal(err)
		}
		if g := d.get(t, b); g.State != target.Adopted || g.Decision != "02-NQ/ĐU" || g.DecidedOn != "2016-01-15" {
			t.Errorf("got %+v", g)
		}
		if err := d.Change(d.ctx, a, content("đạt trong sạch vững mạnh", 6000), d.edit(t, a, "x")); fault.KindOf(err) != fault.Conflict {
			t.Errorf("an adopted target changed without a decision: %v", err)
		}
		am := target.Amendment{Content: content("đạt trong sạch vững mạnh", 6000), Edit: d.edit(t, a, "Giao thêm"), Decision: "07-NQ/ĐU", DecidedOn: "2016-07-01"}
		if err := d.Amend(d.ctx, a, am); err != nil {
			t.Fatal(err)
		}
		if g := d.get(t, a); g.State != target.Amended || g.Low != 6000 {
			t.Errorf("got %+v", g)
		}
	})
}

func TestAdopt_isForThoseWhoDecide(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	record := d.draft(t, content("đạt trong sạch vững mạnh", 5000))
	committee := testkit.Signed(t, d.db, access.Committee, d.unit)
	if _, err := d.Draft(committee, d.unit, content("hoàn thành nhiệm vụ", 100), ""); fault.KindOf(err) != fault.Denied {
		t.Errorf("the committee drafts: %v", err)
	}
	if err := d.Adopt(testkit.Signed(t, d.db, access.Reader, d.unit), d.unit, []int64{record}, target.Decision{Number: "1", Date: "2016-01-01"}); fault.KindOf(err) != fault.Denied {
		t.Errorf("a reader adopts: %v", err)
	}
	if err := d.Adopt(committee, d.unit, []int64{record}, target.Decision{Number: "1", Date: "2016-01-01"}); err != nil {
		t.Error(err)
	}
}

func TestDraft_wrongInputIsNamedAtItsField(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	_, err := d.Draft(d.ctx, d.unit, target.Content{Period: "năm tới", Comparator: target.Range, Low: 2000, High: 1000, Unit: target.Percent}, "")
	got := fields(err)
	for _, name := range []string{"period", "subject", "measure", "high"} {
		if got[name] == "" {
			t.Errorf("field %s is not named in %v", name, got)
		}
	}
	_, err = d.Draft(d.ctx, d.unit, target.Content{Period: "2016", Subject: "chi bộ", Measure: "đạt", Comparator: "?", Low: 12000, Unit: target.Percent}, "")
	if got := fields(err); got["comparator"] == "" || got["low"] == "" {
		t.Errorf("got %v", got)
	}
	_, err = d.Draft(d.ctx, d.unit, target.Content{Period: "2016", Subject: "chi bộ", Measure: "đạt", Comparator: target.Equal, Low: 100, Unit: target.Count, OfTotal: 1 << 62}, "")
	if got := fields(err); got["of_total"] == "" { // of which 100 times are 0 in an int64
		t.Errorf("a base without bounds: %v", got)
	}
}

func TestDraft_sameAgainIsRefused(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	d.draft(t, content("đạt trong sạch vững mạnh", 5000))
	if _, err := d.Draft(d.ctx, d.unit, content("đạt trong sạch vững mạnh", 5000), ""); fault.KindOf(err) != fault.Conflict {
		t.Errorf("got %v", err)
	}
}

func TestWithdraw_adoptedOnesNeedTheRightToDecide(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	record := d.draft(t, content("đạt trong sạch vững mạnh", 5000))
	if err := d.Withdraw(d.ctx, record, ""); fields(err)["reason"] == "" {
		t.Errorf("no reason: got %v", err)
	}
	committee := testkit.Signed(t, d.db, access.Committee, d.unit)
	if err := d.Withdraw(committee, record, "x"); fault.KindOf(err) != fault.Denied {
		t.Errorf("a draft is the clerk's: %v", err)
	}
	if err := d.Adopt(committee, d.unit, []int64{record}, target.Decision{Number: "1", Date: "2016-01-01"}); err != nil {
		t.Fatal(err)
	}
	if err := d.Withdraw(committee, record, "Trùng với chỉ tiêu khác"); err != nil {
		t.Fatal(err)
	}
	if err := d.CountHigher(d.ctx, record, true, "x", ""); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a withdrawn target: %v", err)
	}
}

func TestChange_keepsWhatFormsDoNotShow(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		first := content("đạt trong sạch vững mạnh tiêu biểu", 2000)
		first.Within, first.Negated = "TSVM", true
		record := d.draft(t, first)
		keeps := func(low int64) {
			t.Helper()
			if g := d.get(t, record); g.Low != low || g.Within != "TSVM" || !g.Negated {
				t.Errorf("got %+v", g)
			}
		}
		if err := d.Change(d.ctx, record, content(first.Measure, 2500), d.edit(t, record, "Giao thêm")); err != nil {
			t.Fatal(err)
		}
		keeps(2500)
		if err := d.Adopt(d.ctx, d.unit, []int64{record}, target.Decision{Number: "02-NQ/ĐU", Date: "2016-01-15"}); err != nil {
			t.Fatal(err)
		}
		am := target.Amendment{Content: content(first.Measure, 3000), Edit: d.edit(t, record, "Giao thêm"), Decision: "07-NQ/ĐU", DecidedOn: "2016-07-01"}
		if err := d.Amend(d.ctx, record, am); err != nil {
			t.Fatal(err)
		}
		keeps(3000)
	})
}

func TestKeep_oneOfOneMatterAndTheOthersAreTakenBack(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		a, b, c := d.draft(t, content("đạt trong sạch vững mạnh", 5000)), d.draft(t, content("đạt trong sạch vững mạnh", 6000)), d.draft(t, content("đạt trong sạch vững mạnh", 7000))
		other := d.draft(t, content("hoàn thành nhiệm vụ", 100))
		if err := d.Keep(d.ctx, b, []int64{a, c}, " "); fields(err)["reason"] == "" {
			t.Errorf("no reason: %v", err)
		}
		for name, others := range map[string][]int64{"one came meanwhile": {a}, "another matter": {a, other}, "itself": {a, b}} {
			if err := d.Keep(d.ctx, b, others, "Ghi hai lần"); fault.KindOf(err) != fault.Conflict {
				t.Errorf("%s: %v", name, err)
			}
		}
		if err := d.Keep(d.ctx, b, []int64{a, c}, "Ghi hai lần"); err != nil {
			t.Fatal(err)
		}
		for record, stands := range map[int64]bool{a: false, b: true, c: false, other: true} {
			if g := d.get(t, record); (g.Ended == 0) != stands {
				t.Errorf("%d: %+v", record, g)
			}
		}
		if err := d.Keep(d.ctx, b, []int64{a, c}, "Ghi hai lần"); fault.KindOf(err) != fault.Conflict {
			t.Errorf("twice: %v", err)
		}
	})
}

func TestKeep_needsTheRightThatTakingBackNeeds(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	a, b := d.draft(t, content("đạt trong sạch vững mạnh", 5000)), d.draft(t, content("đạt trong sạch vững mạnh", 6000))
	committee := testkit.Signed(t, d.db, access.Committee, d.unit)
	if err := d.Adopt(committee, d.unit, []int64{a}, target.Decision{Number: "1", Date: "2016-01-01"}); err != nil {
		t.Fatal(err)
	}
	if err := d.Keep(committee, a, []int64{b}, "x"); fault.KindOf(err) != fault.Denied {
		t.Errorf("a draft is the clerk's: %v", err)
	}
	if err := d.Keep(committee, b, []int64{a}, "x"); err != nil {
		t.Errorf("an adopted one is the committee's: %v", err)
	}
}

func TestClosedYear_takesNoNewTargetsAndNoDecisionsOnDrafts(t *testing.T) {
	db := testkit.NewDB(t)
	d := newDesk(t, db)
	record, taken := d.draft(t, content("đạt trong sạch vững mạnh", 5000)), d.draft(t, content("hoàn thành nhiệm vụ", 100))
	years := year.New(db, directory.New(db))
	if err := years.Decide(d.ctx, d.unit, 2016, year.Deciding{Body: "Đảng ủy Khối", On: "2017-01-08"}); err != nil {
		t.Fatal(err)
	}
	if err := years.Close(d.ctx, d.unit, 2016); err != nil {
		t.Fatal(err)
	}
	_, drafting := d.Draft(d.ctx, d.unit, content("đạt danh hiệu", 100), "")
	for name, err := range map[string]error{"draft": drafting, "submit": d.Submit(d.ctx, d.unit, []int64{record}), "adopt": d.Adopt(d.ctx, d.unit, []int64{record}, target.Decision{Number: "1", Date: "2016-01-01"})} {
		if fault.KindOf(err) != fault.Conflict {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := d.Change(d.ctx, record, content("đạt trong sạch vững mạnh", 6000), d.edit(t, record, "Ghi nhầm")); err != nil {
		t.Errorf("a correction: %v", err)
	}
	next := content("đạt trong sạch vững mạnh", 7000)
	next.Period = "2017"
	later, adopted := d.draft(t, next), d.draft(t, func() target.Content { c := next; c.Low = 8000; return c }())
	if err := d.Adopt(d.ctx, d.unit, []int64{adopted}, target.Decision{Number: "2", Date: "2017-01-01"}); err != nil {
		t.Fatal(err)
	}
	for _, closed := range []period.Period{"2016", "2012-2016"} {
		back := next
		back.Period = closed
		if err := d.Change(d.ctx, later, back, d.edit(t, later, "Ghi nhầm năm")); fields(err)["period"] != "target.period_closed" {
			t.Errorf("a draft is moved into the closed %s: %v", closed, err)
		}
		a := target.Amendment{Content: back, Edit: d.edit(t, adopted, "Ghi nhầm năm"), Decision: "3", DecidedOn: "2017-02-01"}
		if err := d.Amend(d.ctx, adopted, a); fields(err)["period"] != "target.period_closed" {
			t.Errorf("an adopted one is moved into the closed %s: %v", closed, err)
		}
	}
	higher := !d.get(t, record).OrHigher
	if err := d.CountHigher(d.ctx, record, higher, " ", "Bấm ở trang năm"); fields(err)["reason"] != "year.closed.reason" {
		t.Errorf("read otherwise without a reason of its own: %v", err)
	}
	if err := d.CountHigher(d.ctx, record, higher, "Nghị quyết ghi “trở lên”", "Bấm ở trang năm"); err != nil || d.get(t, record).OrHigher != higher {
		t.Errorf("read otherwise with its reason: %v", err)
	}
	if err := d.Withdraw(d.ctx, taken, " "); fields(err)["reason"] == "" {
		t.Errorf("a withdrawal without a reason: %v", err)
	}
	if err := d.Change(d.ctx, taken, content("hoàn thành nhiệm vụ", 200), d.edit(t, taken, "")); fields(err)["reason"] == "" {
		t.Errorf("a correction without a reason: %v", err)
	}
	if err := d.Withdraw(d.ctx, taken, "Ghi nhầm"); err != nil {
		t.Errorf("a withdrawal: %v", err)
	}
}
