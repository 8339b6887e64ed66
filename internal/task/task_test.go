package task_test

import (
	"errors"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/period"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/task"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

func TestParseDue_givesTheLastDay(t *testing.T) {
	for written, want := range map[string]period.Date{
		"30/6/2016": "2016-06-30", "trước ngày 05.3.2016": "2016-03-05", "2016-02-29": "2016-02-29", "Quý II/2016": "2016-06-30", "quý 4 năm 2016": "2016-12-31",
		"quý I - 2016": "2016-03-31", "tháng 2/2016": "2016-02-29", "tháng 11 năm 2016": "2016-11-30", "6 tháng đầu năm 2016": "2016-06-30", "6 tháng cuối năm 2016": "2016-12-31",
		"năm 2016": "2016-12-31", "2016": "2016-12-31", "thường xuyên": "", "": "", "hằng năm": "", "giữa năm": "", "giữa năm 2016": "", "khoảng tháng 6/2016": "", "đầu quý II/2016": "", "cuối năm 2016": "2016-12-31",
	} {
		if got, err := task.ParseDue(written); err != nil || got != want {
			t.Errorf("%q: %s, %v, want %s", written, got, err, want)
		}
	}
	for _, wrong := range []string{"31/2/2016", "tháng 13/2016"} {
		if got, err := task.ParseDue(wrong); err == nil {
			t.Errorf("%q: %s", wrong, got)
		}
	}
}

func TestLate_countsTheDaysOfOpenTasksOnly(t *testing.T) {
	for _, c := range []struct {
		content task.Content
		days    int
		late    bool
	}{
		{task.Content{State: task.Open, DueOn: "2016-06-30"}, 2, true},
		{task.Content{State: task.Open, DueOn: "2016-07-02"}, 0, false},
		{task.Content{State: task.Done, DueOn: "2016-06-30"}, 0, false},
		{task.Content{State: task.Open}, 0, false},
	} {
		if days, late := c.content.Late("2016-07-02"); days != c.days || late != c.late {
			t.Errorf("%+v: %d, %v", c.content, days, late)
		}
	}
}

func TestTask_belongsToAProgrammeOfItsOwnUnit(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		root := testkit.Root(t, db)
		branch := testkit.Unit(t, db, root, "Chi bộ Một")
		clerk := testkit.Signed(t, db, access.Clerk, root)
		s, papers := task.NewService(db, directory.New(db)), resolution.NewService(db, directory.New(db))
		plan, err := papers.Create(clerk, root, resolution.Content{Kind: resolution.Plan, Name: "Kế hoạch số 3"}, "")
		if err != nil {
			t.Fatal(err)
		}
		decree, err := papers.Create(clerk, root, resolution.Content{Kind: resolution.Decree, Name: "Nghị quyết số 1"}, "")
		if err != nil {
			t.Fatal(err)
		}
		record, err := s.Create(clerk, root, task.Content{Programme: plan, What: "Tổ chức lớp", DueWritten: "quý II/2016"}, "")
		if err != nil {
			t.Fatal(err)
		}
		for name, c := range map[string]struct {
			unit, programme int64
			kind            fault.Kind
		}{"another unit's": {branch, plan, fault.Invalid}, "a resolution": {root, decree, fault.Invalid}} {
			if _, err := s.Create(clerk, c.unit, task.Content{Programme: c.programme, What: "x"}, ""); !errors.Is(err, c.kind) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if err := papers.Withdraw(clerk, plan, "nhầm"); !errors.Is(err, fault.Conflict) {
			t.Errorf("programme withdrawn under its task: %v", err)
		}
		if err := s.Settle(clerk, record, task.Done, " "); !errors.Is(err, fault.Invalid) {
			t.Errorf("done without an outcome: %v", err)
		}
		if err := s.Settle(clerk, record, task.Done, "32 người dự"); err != nil {
			t.Fatal(err)
		}
		if err := s.Note(clerk, record, period.Forever, "x"); !errors.Is(err, fault.Invalid) {
			t.Errorf("a note of a day that has not come: %v", err)
		}
		if err := s.Note(clerk, record, "", "đã gửi danh sách"); err != nil {
			t.Fatal(err)
		}
		p, err := s.Page(clerk, record)
		if err != nil || p.Task.State != task.Done || len(p.Notes) != 1 || len(p.Story) != 2 || p.Programme == nil {
			t.Errorf("%+v, %v", p, err)
		}
		if err := s.Withdraw(clerk, record, "nhầm"); err != nil {
			t.Fatal(err)
		}
		if p, err = s.Page(clerk, record); err != nil || p.Task.Ended == 0 || len(p.Notes) != 0 {
			t.Errorf("%+v, %v", p.Task, err)
		}
	})
}
