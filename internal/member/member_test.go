package member_test

import (
	"context"
	"errors"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/member"
	"hamrong/internal/store"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// world is a unit and a clerk of it.
type world struct {
	db    *store.DB
	root  int64
	clerk context.Context
	s     *member.Service
}

func newWorld(t *testing.T, db *store.DB) world {
	root := testkit.Root(t, db)
	return world{db: db, root: root, clerk: testkit.Signed(t, db, access.Clerk, root), s: member.NewService(db, directory.New(db))}
}

func (w world) enter(t *testing.T, n member.NewName) (record, entry int64, created bool) {
	t.Helper()
	permit, err := directory.New(w.db).Permit(w.clerk, access.Ask{Right: access.Record, Unit: w.root, Action: "test.enter"})
	if err != nil {
		t.Fatal(err)
	}
	err = w.db.Write(w.clerk, permit, func(tx *store.Tx) error {
		if entry, err = ledger.Begin(tx, ledger.New{Kind: ledger.ByHand}); err != nil {
			return err
		}
		record, created, err = member.EnterName(tx, entry, n)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return record, entry, created
}

func (w world) dependents(t *testing.T, entry int64) (n int) {
	t.Helper()
	permit, err := directory.New(w.db).Permit(w.clerk, access.Ask{Right: access.See, Action: "test.read"})
	if err != nil {
		t.Fatal(err)
	}
	err = w.db.Read(w.clerk, permit, func(tx *store.Tx) error {
		list, err := member.Dependents(tx, entry)
		n = len(list)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

var mention = member.NewName{RoleContent: member.RoleContent{Name: "Trần Văn Mẫu", Positions: []string{"Bí thư Đảng ủy"}, Role: "presented"}}

func TestEnterName_makesNoPersonAndAddsNothingTwice(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		first, _, created := w.enter(t, mention)
		again, _, createdAgain := w.enter(t, mention)
		if !created || createdAgain || first != again {
			t.Errorf("records %d %v, %d %v", first, created, again, createdAgain)
		}
		r, err := w.s.Register(w.clerk, w.root)
		if err != nil || len(r.Persons) != 0 || len(r.Unlinked) != 1 {
			t.Errorf("%d persons, %d unlinked, %v", len(r.Persons), len(r.Unlinked), err)
		}
	})
}

func TestLink_standsInTheWayOfUndoUntilThePersonIsWithdrawn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		name, entry, _ := w.enter(t, mention)
		if n := w.dependents(t, entry); n != 0 {
			t.Fatalf("%d at once", n)
		}
		person, err := w.s.Create(w.clerk, w.root, member.New{Content: member.Content{Name: "Trần Văn Mẫu"}}, member.Why{Names: []int64{name}})
		if err != nil {
			t.Fatal(err)
		}
		if n := w.dependents(t, entry); n != 1 {
			t.Errorf("%d once the name is a person", n)
		}
		f, err := w.s.File(w.clerk, person)
		if err != nil || len(f.Names) != 1 || len(f.Story) != 1 {
			t.Fatalf("%d names, %d steps, %v", len(f.Names), len(f.Story), err)
		}
		if err := w.s.Withdraw(w.clerk, person, "nhầm"); err != nil {
			t.Fatal(err)
		}
		if err := w.s.Withdraw(w.clerk, person, "nhầm"); !errors.Is(err, fault.Conflict) {
			t.Errorf("withdrawn twice: %v", err)
		}
		r, err := w.s.Register(w.clerk, w.root)
		if err != nil || len(r.Persons) != 0 || len(r.Unlinked) != 1 || r.Unlinked[0].Names[0].Person != 0 {
			t.Errorf("%+v, %v", r, err)
		}
	})
}

func TestLink_refusesAPersonOfAnotherUnit(t *testing.T) {
	w := newWorld(t, testkit.NewDB(t))
	branch := testkit.Unit(t, w.db, w.root, "Chi bộ Một")
	name, _, _ := w.enter(t, mention)
	other, err := w.s.Create(w.clerk, branch, member.New{Content: member.Content{Name: "Lê Hoa"}}, member.Why{})
	if err != nil {
		t.Fatal(err)
	}
	err = w.s.Link(w.clerk, w.root, other, member.Why{Reason: "x", Names: []int64{name}})
	if !errors.Is(err, fault.Invalid) {
		t.Errorf("%v", err)
	}
}

func TestUnlinked_groupsNamesWrittenAlike(t *testing.T) {
	names := []member.NameInRole{
		{Record: 1, RoleContent: member.RoleContent{Name: "Trần Văn Mẫu"}}, {Record: 2, RoleContent: member.RoleContent{Name: "TRẦN VĂN MẪU"}},
		{Record: 3, RoleContent: member.RoleContent{Name: "Lê Hoa"}}, {Record: 4, RoleContent: member.RoleContent{Name: "Lê Hoa", Person: 9}}}
	got := member.Unlinked(names, []member.Person{{Record: 7, Content: member.Content{Name: "Trần Văn Mẫu"}}})
	if len(got) != 2 || len(got[0].Names) != 2 || len(got[0].Maybe) != 1 || len(got[1].Names) != 1 || len(got[1].Maybe) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestChange_saysThatThePersonWasTakenBack(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		person, err := w.s.Create(w.clerk, w.root, member.New{Content: member.Content{Name: "Trần Văn Mẫu"}}, member.Why{})
		if err != nil {
			t.Fatal(err)
		}
		late := member.NewService(db, &testkit.Meanwhile{Door: directory.New(db), Action: "person.change", Do: func() {
			if err := w.s.Withdraw(w.clerk, person, "nhầm"); err != nil {
				t.Error(err)
			}
		}})
		f, err := w.s.File(w.clerk, person)
		if err != nil {
			t.Fatal(err)
		}
		renamed, why := member.New{Content: member.Content{Name: "Trần Văn Mẫn"}}, ledger.Edit{Seen: f.Person.Begun, Reason: "nhầm chữ"}
		if err := late.Change(w.clerk, person, renamed, why); !errors.Is(err, fault.Conflict) {
			t.Errorf("taken back a moment ago: %v", err)
		}
		if err := w.s.Change(w.clerk, person, renamed, why); !errors.Is(err, fault.Conflict) {
			t.Errorf("taken back before: %v", err)
		}
	})
}
