package meeting_test

import (
	"context"
	"errors"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/meeting"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/year"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// world is a unit and a clerk of it.
type world struct {
	db    *store.DB
	root  int64
	clerk context.Context
	s     *meeting.Service
}

func newWorld(t *testing.T, db *store.DB) world {
	root := testkit.Root(t, db)
	return world{db: db, root: root, clerk: testkit.Signed(t, db, access.Clerk, root), s: meeting.NewService(db, directory.New(db))}
}

// in runs fn with a fresh entry of the root unit, as intake does.
func (w world) in(t *testing.T, fn func(tx *store.Tx, entry int64) error) (entry int64) {
	t.Helper()
	permit, err := directory.New(w.db).Permit(w.clerk, access.Ask{Right: access.Record, Unit: w.root, Action: "test.enter"})
	if err != nil {
		t.Fatal(err)
	}
	err = w.db.Write(w.clerk, permit, func(tx *store.Tx) error {
		if entry, err = ledger.Begin(tx, ledger.New{Kind: ledger.ByHand}); err != nil {
			return err
		}
		return fn(tx, entry)
	})
	if err != nil {
		t.Fatal(err)
	}
	return entry
}

var study = meeting.Content{Name: "Hội nghị học tập, quán triệt Nghị quyết", Year: 2015}

func TestKindOf_followsTheName(t *testing.T) {
	for name, want := range map[string]meeting.Kind{"Hội nghị học tập nghị quyết": meeting.Study, "Hội nghị quán triệt": meeting.Study,
		"HỘI NGHỊ TỔNG KẾT năm 2015": meeting.YearEnd, "Hội nghị cán bộ": meeting.Other} {
		if got := meeting.KindOf(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestSame_aMissingYearTellsNothingApart(t *testing.T) {
	for _, c := range []struct {
		a, b meeting.Content
		want bool
	}{
		{meeting.Content{Name: "Hội nghị A", Year: 2015}, meeting.Content{Name: "HỘI NGHỊ A"}, true},
		{meeting.Content{Name: "Hội nghị A", Year: 2015}, meeting.Content{Name: "Hội nghị A", Year: 2016}, false},
		{meeting.Content{Name: "Hội nghị A", HeldOn: "2015-01-02"}, meeting.Content{Name: "Hội nghị A", HeldOn: "2015-01-03"}, false},
		{meeting.Content{Name: "Hội nghị A"}, meeting.Content{Name: "Hội nghị B"}, false},
	} {
		if got := c.a.Same(c.b); got != c.want {
			t.Errorf("%+v %+v: %v", c.a, c.b, got)
		}
	}
}

func TestEnter_addsNothingTwiceAndOnlyWhatIsNew(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		var first int64
		w.in(t, func(tx *store.Tx, entry int64) error {
			record, created, err := meeting.Enter(tx, entry, meeting.New{Content: study})
			if err != nil || !created {
				return err
			}
			first = record
			signed := study
			signed.SignedBy = "Văn phòng Sở"
			again, created, err := meeting.Enter(tx, entry, meeting.New{Content: signed})
			if again != first || created {
				t.Errorf("record %d, created %v", again, created)
			}
			for i, want := range []bool{true, false} {
				_, created, err := meeting.EnterItem(tx, entry, first, meeting.NewItem{ItemContent: meeting.ItemContent{Kind: meeting.Act, Act: meeting.Opened, Who: "Trần Văn Mẫu"}})
				if err != nil || created != want {
					t.Errorf("item %d: created %v, %v", i, created, err)
				}
			}
			return err
		})
		p, err := w.s.Page(w.clerk, first)
		if err != nil || p.Meeting.SignedBy != "Văn phòng Sở" || len(p.Items) != 1 || len(p.Story) != 1 {
			t.Fatalf("%+v, %v", p, err)
		}
		if step := p.Story[0]; len(step.Added) != 2 || len(step.Changed) != 0 {
			t.Errorf("what one entry completed counts as changed: %+v", step)
		}
	})
}

func TestWrite_ofAClosedYearNeedsItsReason(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		record, err := w.s.Create(w.clerk, w.root, study, ledger.Why{})
		if err != nil {
			t.Fatal(err)
		}
		years := year.New(db, directory.New(db))
		if err := years.Decide(w.clerk, w.root, 2015, year.Deciding{Body: "Ban Thường vụ", On: "2016-01-08"}); err != nil {
			t.Fatal(err)
		}
		if err := years.Close(w.clerk, w.root, 2015); err != nil {
			t.Fatal(err)
		}
		other := meeting.Content{Name: "Hội nghị khác", Year: 2015}
		item := meeting.ItemContent{Kind: meeting.Caption, What: "Quang cảnh"}
		for _, none := range []string{"", " \t"} {
			if _, err := w.s.Create(w.clerk, w.root, other, ledger.Why{Reason: none}); !errors.Is(err, fault.Invalid) {
				t.Errorf("created with the reason %q: %v", none, err)
			}
			if _, err := w.s.AddItem(w.clerk, record, item, none); !errors.Is(err, fault.Invalid) {
				t.Errorf("item added with the reason %q: %v", none, err)
			}
		}
		if _, err := w.s.AddItem(w.clerk, record, item, "sót ảnh"); err != nil {
			t.Errorf("a correction with its reason: %v", err)
		}
		if _, err := w.s.Create(w.clerk, w.root, other, ledger.Why{Reason: "sót"}); err != nil {
			t.Errorf("a correction with its reason: %v", err)
		}
	})
}

func TestDependents_nameItemsOnResolutionsAndTargetsAdopted(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		var record, paper int64
		entry := w.in(t, func(tx *store.Tx, entry int64) (err error) {
			if paper, _, err = resolution.Enter(tx, entry, resolution.New{Content: resolution.Content{Kind: resolution.Decree, Name: "Nghị quyết số 7"}}); err != nil {
				return err
			}
			record, _, err = meeting.Enter(tx, entry, meeting.New{Content: study})
			return err
		})
		count := func() (n int) {
			permit, err := directory.New(db).Permit(w.clerk, access.Ask{Right: access.See, Action: "test.read"})
			if err != nil {
				t.Fatal(err)
			}
			err = db.Read(w.clerk, permit, func(tx *store.Tx) error {
				list, err := meeting.Dependents(tx, entry)
				n = len(list)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		if n := count(); n != 0 {
			t.Fatalf("%d at once", n)
		}
		later, err := w.s.Create(w.clerk, w.root, meeting.Content{Name: "Hội nghị sau", Year: 2016}, ledger.Why{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.s.AddItem(w.clerk, later, meeting.ItemContent{Kind: meeting.Act, Act: meeting.Presented, What: "nghị quyết", Resolution: paper}, ""); err != nil {
			t.Fatal(err)
		}
		if n := count(); n != 1 {
			t.Errorf("%d with an item about the resolution", n)
		}
		w.in(t, func(tx *store.Tx, entry int64) error {
			c := target.Content{Period: "2016", Subject: "chi bộ", Measure: "trong sạch vững mạnh", Comparator: target.Above, Unit: target.Percent, Low: 5000, Meeting: record}
			_, _, err := target.Enter(tx, entry, target.New{Content: c})
			return err
		})
		if n := count(); n != 2 {
			t.Errorf("%d with a target adopted there", n)
		}
		if err := w.s.Withdraw(w.clerk, record, "nhầm"); !errors.Is(err, fault.Conflict) {
			t.Errorf("withdrawn under a target: %v", err)
		}
		studied, err := w.s.About(w.clerk, paper)
		if err != nil || len(studied) != 1 || studied[0].Meeting.Record != later || len(studied[0].Items) != 1 {
			t.Errorf("studied at %+v, %v", studied, err)
		}
		w.in(t, func(tx *store.Tx, entry int64) error {
			c := target.Content{Period: "2016", Subject: "đảng viên", Measure: "hoàn thành tốt nhiệm vụ", Comparator: target.Above, Unit: target.Percent, Low: 9000, Resolution: paper}
			_, _, err := target.Enter(tx, entry, target.New{Content: c})
			return err
		})
		if n := count(); n != 3 {
			t.Errorf("%d with a target that the resolution sets", n)
		}
		entry = w.in(t, func(tx *store.Tx, entry int64) error {
			_, _, err := resolution.Enter(tx, entry, resolution.New{Content: resolution.Content{Kind: resolution.Decree, Name: "Nghị quyết số 7", Motto: "Đoàn kết"}})
			return err
		})
		if n := count(); n != 0 {
			t.Errorf("%d on an entry that only added to the resolution", n)
		}
	})
}

func TestAddItem_refusesAtTheFields(t *testing.T) {
	w := newWorld(t, testkit.NewDB(t))
	record, err := w.s.Create(w.clerk, w.root, study, ledger.Why{})
	if err != nil {
		t.Fatal(err)
	}
	for field, c := range map[string]meeting.ItemContent{
		"kind": {Kind: "song"}, "act": {Kind: meeting.Act, Act: "sang", Who: "x"}, "what": {Kind: meeting.Caption}, "who": {Kind: meeting.Obligation, What: "x"},
		"resolution": {Kind: meeting.Act, Act: meeting.Opened, Who: "x", Resolution: 4711},
	} {
		_, err := w.s.AddItem(w.clerk, record, c, "")
		var f *fault.Error
		if !errors.As(err, &f) || len(f.Fields) != 1 || f.Fields[0].Name != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}
