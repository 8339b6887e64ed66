package resolution_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/testkit"
)

// world is a unit with a branch, and a clerk of the unit.
type world struct {
	db           *store.DB
	root, branch int64
	clerk        context.Context
	s            *resolution.Service
}

func newWorld(t *testing.T, db *store.DB) world {
	root := testkit.Root(t, db)
	return world{db: db, root: root, branch: testkit.Unit(t, db, root, "Chi bộ Một"),
		clerk: testkit.Signed(t, db, access.Clerk, root), s: resolution.NewService(db, directory.New(db))}
}

// enter runs fn with a fresh entry of the root unit, as intake does, and gives the entry.
func (w world) enter(t *testing.T, fn func(tx *store.Tx, entry int64) error) (entry int64) {
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

func (w world) read(t *testing.T, fn func(tx *store.Tx) error) {
	t.Helper()
	permit, err := directory.New(w.db).Permit(w.clerk, access.Ask{Right: access.See, Action: "test.read"})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.db.Read(w.clerk, permit, fn); err != nil {
		t.Fatal(err)
	}
}

var congress = resolution.Content{Kind: resolution.Decree, Name: "Nghị quyết Đại hội Đảng bộ tỉnh", Congress: "XVII", Motto: "Kỷ cương - Đổi mới",
	Goals:  []resolution.Goal{{Year: 2020, Text: "tỉnh khá của vùng"}, {Year: 2030, Text: "tỉnh công nghiệp"}},
	Counts: []resolution.Declared{{What: "chỉ tiêu", Count: 24}}}

func (w world) create(t *testing.T) int64 {
	t.Helper()
	record, err := w.s.Create(w.clerk, w.root, congress, "Văn bản đã ký")
	if err != nil {
		t.Fatal(err)
	}
	return record
}

func TestEnter_addsNothingTwiceAndOnlyWhatIsNew(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		var first int64
		w.enter(t, func(tx *store.Tx, entry int64) (err error) {
			var created bool
			first, created, err = resolution.Enter(tx, entry, resolution.New{Content: congress})
			if !created {
				t.Error("the first is not created")
			}
			return err
		})
		more := congress
		more.Number, more.Motto = "07-NQ/TU", "Phương châm khác"
		more.Counts = []resolution.Declared{{What: "chỉ tiêu", Count: 25}}
		w.enter(t, func(tx *store.Tx, entry int64) error {
			record, created, err := resolution.Enter(tx, entry, resolution.New{Content: more})
			if record != first || created {
				t.Errorf("record %d, created %v", record, created)
			}
			return err
		})
		w.read(t, func(tx *store.Tx) error {
			list, err := resolution.Versions(tx, first)
			if err != nil {
				return err
			}
			last := list[len(list)-1]
			if len(list) != 2 || last.Number != "07-NQ/TU" || last.Motto != congress.Motto || len(last.Counts) != 2 {
				t.Errorf("%d versions, last %+v", len(list), last.Content)
			}
			return nil
		})
	})
}

func TestCreate_refusesAtTheFields(t *testing.T) {
	w := newWorld(t, testkit.NewDB(t))
	for field, c := range map[string]resolution.Content{
		"name":   {Kind: resolution.Decree},
		"kind":   {Kind: "edict", Name: "x"},
		"term":   {Kind: resolution.Decree, Name: "x", Term: "2020-2015"},
		"until":  {Kind: resolution.Decree, Name: "x", From: "2016-01-02", Until: "2016-01-01"},
		"goals":  {Kind: resolution.Decree, Name: "x", Goals: []resolution.Goal{{Year: 2020}}},
		"counts": {Kind: resolution.Decree, Name: "x", Counts: []resolution.Declared{{What: "chỉ tiêu", Count: -1}}},
		"motto":  {Kind: resolution.Decree, Name: "x", Motto: strings.Repeat("x", 501)},
		"parent": {Kind: resolution.Plan, Name: "x", Parent: 4711},
	} {
		_, err := w.s.Create(w.clerk, w.root, c, "")
		var f *fault.Error
		if !errors.As(err, &f) || len(f.Fields) != 1 || f.Fields[0].Name != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	many := resolution.Content{Kind: resolution.Decree, Name: "x", Goals: slices.Repeat([]resolution.Goal{{Text: "x"}}, 501)}
	var f *fault.Error
	if _, err := w.s.Create(w.clerk, w.root, many, ""); !errors.As(err, &f) || f.Fields[0].Key != "resolution.too_many_lines" {
		t.Errorf("501 goals: %v", err)
	}
	list, err := w.s.List(w.clerk, w.root, "")
	if err != nil || len(list.Reaching) != 0 {
		t.Errorf("something was kept: %v, %v", list.Reaching, err)
	}
}

// edit is the change of a record as it stands.
func (w world) edit(t *testing.T, record int64, reason string) ledger.Edit {
	t.Helper()
	p, err := w.s.Page(w.clerk, record)
	if err != nil {
		t.Fatal(err)
	}
	return ledger.Edit{Seen: p.Resolution.Begun, Reason: reason}
}

func TestChange_keepsHistoryAndAsksForTheReason(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		record := w.create(t)
		next := congress
		next.Congress = "XVIII"
		if err := w.s.Change(w.clerk, record, next, w.edit(t, record, " ")); !errors.Is(err, fault.Invalid) {
			t.Errorf("without a reason: %v", err)
		}
		if err := w.s.Change(w.clerk, record, next, w.edit(t, record, "gõ nhầm khóa")); err != nil {
			t.Fatal(err)
		}
		if err := w.s.Withdraw(w.clerk, record, "nhập nhầm đơn vị"); err != nil {
			t.Fatal(err)
		}
		p, err := w.s.Page(w.clerk, record)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Versions) != 2 || p.Resolution.Ended == 0 || len(p.Story) != 3 {
			t.Fatalf("%d versions, ended by %d, %d steps", len(p.Versions), p.Resolution.Ended, len(p.Story))
		}
		if s := p.Story[1]; s.Reason != "gõ nhầm khóa" || len(s.Changed) != 1 || s.By == "" {
			t.Errorf("second step %+v", s)
		}
		if err := w.s.Change(w.clerk, record, next, w.edit(t, record, "lần nữa")); !errors.Is(err, fault.Conflict) {
			t.Errorf("change of what was taken back: %v", err)
		}
	})
}

func TestPasteParts_keepsAllOrNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		record := w.create(t)
		long := make([]rune, 5000)
		for i := range long {
			long[i] = 'đ'
		}
		_, err := w.s.PasteParts(w.clerk, record, resolution.Pasted{Kind: resolution.TargetPart, Text: "1. Một\n2. " + string(long)})
		if !errors.Is(err, fault.Invalid) {
			t.Fatalf("too long a line: %v", err)
		}
		added, err := w.s.PasteParts(w.clerk, record, resolution.Pasted{Kind: resolution.TargetPart, Text: "1. Một\n2. Hai\n3. Ba", Expected: 3})
		if err != nil || added != 3 {
			t.Fatalf("added %d, %v", added, err)
		}
		added, err = w.s.PasteParts(w.clerk, record, resolution.Pasted{Kind: resolution.TargetPart, Text: "2. Hai\n4. Bốn", Expected: 1})
		if err != nil || added != 1 {
			t.Errorf("again: added %d, %v", added, err)
		}
		p, err := w.s.Page(w.clerk, record)
		if err != nil {
			t.Fatal(err)
		}
		got := p.Progress[0]
		if len(got.Parts) != 4 || got.Missing() != 20 || got.Parts[3].Text != "Bốn" {
			t.Errorf("%d parts, %d missing", len(got.Parts), got.Missing())
		}
		part := got.Parts[0]
		c := part.PartContent
		c.State, c.Field = resolution.Underway, "kinh tế"
		if err := w.s.ChangePart(w.clerk, part.Record, c, ledger.Edit{Seen: part.Begun, Reason: "đã triển khai"}); err != nil {
			t.Fatal(err)
		}
		if err := w.s.RemovePart(w.clerk, got.Parts[1].Record, "trùng"); err != nil {
			t.Fatal(err)
		}
		p, err = w.s.Page(w.clerk, record)
		if err != nil || len(p.Progress[0].Parts) != 3 || p.Progress[0].Parts[0].State != resolution.Underway {
			t.Errorf("%+v, %v", p.Progress, err)
		}
		if last := p.Story[len(p.Story)-1]; len(last.Removed) != 1 || last.Removed[0].Name != "Hai" {
			t.Errorf("last step %+v", last)
		}
	})
}

func TestInForce_reachesTheUnitsBelowAndNamesEachPaperOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		record := w.create(t)
		branchClerk := testkit.Signed(t, db, access.Clerk, w.branch)
		list, err := w.s.List(branchClerk, w.branch, "2016-03-01")
		if err != nil || len(list.Reaching) != 1 || list.Reaching[0].Record != record {
			t.Fatalf("%+v, %v", list, err)
		}
		if _, err := w.s.Page(branchClerk, record); err != nil {
			t.Errorf("the branch cannot open what reaches it: %v", err)
		}
		if _, err := w.s.Create(branchClerk, w.branch, congress, ""); err != nil {
			t.Fatal(err)
		}
		own := resolution.Content{Kind: resolution.Programme, Name: "Chương trình hành động", Parent: record}
		if _, err := w.s.Create(branchClerk, w.branch, own, ""); err != nil {
			t.Fatal(err)
		}
		list, err = w.s.List(branchClerk, w.branch, "2016-03-01")
		if err != nil || len(list.Reaching) != 2 {
			t.Errorf("%d reach it, %v", len(list.Reaching), err)
		}
		if err := w.s.Change(branchClerk, record, congress, w.edit(t, record, "x")); !errors.Is(err, fault.NotFound) {
			t.Errorf("a branch changes the paper of the unit above: %v", err)
		}
		other := testkit.Unit(t, db, w.root, "Chi bộ Hai")
		page, err := w.s.Page(testkit.Signed(t, db, access.Reader, other), record)
		if err != nil || len(page.Carried) != 0 {
			t.Errorf("a neighbour sees %d programmes of others, %v", len(page.Carried), err)
		}
		if err := w.s.Withdraw(w.clerk, record, "nhầm"); !errors.Is(err, fault.Conflict) {
			t.Errorf("withdrawn under a programme: %v", err)
		}
	})
}

func TestPage_opensWithoutAParentThatMayNotBeSeen(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		parent, err := w.s.Create(w.clerk, testkit.Unit(t, db, w.root, "Chi bộ Hai"), congress, "")
		if err != nil {
			t.Fatal(err)
		}
		record, err := w.s.Create(w.clerk, w.branch, resolution.Content{Kind: resolution.Programme, Name: "Chương trình hành động", Parent: parent}, "")
		if err != nil {
			t.Fatal(err)
		}
		if page, err := w.s.Page(w.clerk, record); err != nil || page.Parent == nil {
			t.Errorf("who may see both sees the parent %+v, %v", page.Parent, err)
		}
		if page, err := w.s.Page(testkit.Signed(t, db, access.Reader, w.branch), record); err != nil || page.Parent != nil {
			t.Errorf("a reader of the branch sees the parent %+v, %v", page.Parent, err)
		}
	})
}

func TestDependents_nameWhatWasBuiltOnAnEntry(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		var record int64
		entry := w.enter(t, func(tx *store.Tx, entry int64) (err error) {
			record, _, err = resolution.Enter(tx, entry, resolution.New{Content: congress})
			return err
		})
		count := func() (n int) {
			w.read(t, func(tx *store.Tx) error {
				list, err := resolution.Dependents(tx, entry)
				n = len(list)
				return err
			})
			return n
		}
		if n := count(); n != 0 {
			t.Fatalf("%d at once", n)
		}
		part, err := w.s.AddPart(w.clerk, record, resolution.PartContent{Kind: resolution.Breakthrough, Text: "Cải cách hành chính"})
		if err != nil {
			t.Fatal(err)
		}
		if n := count(); n != 1 {
			t.Errorf("%d with a part", n)
		}
		if err := w.s.RemovePart(w.clerk, part, "nhầm"); err != nil {
			t.Fatal(err)
		}
		if n := count(); n != 0 {
			t.Errorf("%d after the part is gone", n)
		}
		next := congress
		next.Congress = "XVIII"
		if err := w.s.Change(w.clerk, record, next, w.edit(t, record, "sửa")); err != nil {
			t.Fatal(err)
		}
		if n := count(); n != 1 {
			t.Errorf("%d after a change", n)
		}
	})
}

func TestAddPart_refusesForAPlenumToldOf(t *testing.T) {
	w := newWorld(t, testkit.NewDB(t))
	record, err := w.s.Create(w.clerk, w.root, resolution.Content{Kind: resolution.Plenum, Name: "Hội nghị lần thứ 9", Plenum: "9"}, "")
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.s.AddPart(w.clerk, record, resolution.PartContent{Kind: resolution.Solution, Text: "x"})
	if !errors.Is(err, fault.Conflict) {
		t.Errorf("%v", err)
	}
}

func TestCreate_refusesAnIssuerThatItsPeopleCannotKnow(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		beside := testkit.Unit(t, db, w.root, "Chi bộ Hai")
		secretary := testkit.Signed(t, db, access.Clerk, w.branch)
		for i, c := range []struct {
			issuer int64
			wrong  bool
		}{{w.root, false}, {w.branch, false}, {beside, true}, {4711, true}} {
			content := resolution.Content{Kind: resolution.Decree, Name: "Nghị quyết " + string(rune('A'+i)), IssuerUnit: c.issuer}
			record, err := w.s.Create(secretary, w.branch, content, "")
			var f *fault.Error
			wrong := errors.As(err, &f) && len(f.Fields) == 1 && f.Fields[0].Name == "issuer_unit" && f.Fields[0].Key == "resolution.issuer_wrong"
			if wrong != c.wrong || (record != 0) == c.wrong {
				t.Errorf("issued by unit %d: record %d, %v", c.issuer, record, err)
			}
		}
	})
}

func TestUndo_ofWhatAnotherSourceAddedLetsTheRecordStandAsBefore(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		first := resolution.Content{Kind: resolution.Decree, Name: "Nghị quyết Đại hội Đảng bộ tỉnh", Congress: "XVIII"}
		record, err := w.s.Create(w.clerk, w.root, first, "")
		if err != nil {
			t.Fatal(err)
		}
		added := first
		added.Number = "01-NQ/ĐH"
		entry := w.enter(t, func(tx *store.Tx, entry int64) error {
			for _, n := range []resolution.Content{added, {Kind: first.Kind, Name: first.Name, Congress: first.Congress, Motto: "Đoàn kết"}} {
				if _, _, err := resolution.Enter(tx, entry, resolution.New{Content: n}); err != nil {
					return err
				}
			}
			return nil
		})
		w.enter(t, func(tx *store.Tx, by int64) error { return resolution.Book.Undo(tx, entry, by) })
		p, err := w.s.Page(w.clerk, record)
		if err != nil || p.Resolution.Ended != 0 || p.Resolution.Number != "" || p.Resolution.Motto != "" {
			t.Errorf("after the undo: ended by %d, %+v, %v", p.Resolution.Ended, p.Resolution.Content, err)
		}
		if err := w.s.Change(w.clerk, record, added, w.edit(t, record, "Ghi số")); err != nil {
			t.Errorf("it cannot be changed any more: %v", err)
		}
	})
}
