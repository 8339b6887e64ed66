package intake_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/document"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/intake"
	"hamrong/internal/meeting"
	"hamrong/internal/member"
	"hamrong/internal/report"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// desk is a clerk with a report in front of her.
type desk struct {
	t    *testing.T
	ctx  context.Context
	db   *store.DB
	unit int64
	docs *document.Service
	in   *intake.Service
}

func newDesk(t *testing.T, db *store.DB) *desk {
	door := directory.New(db)
	return &desk{t: t, ctx: testkit.Signed(t, db, access.Clerk, 0), db: db, unit: testkit.Root(t, db), docs: document.New(db, door), in: intake.New(db, door)}
}

func twin(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile("../report/testdata/twin.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func (d *desk) keep(text string) (int64, bool) {
	d.t.Helper()
	id, again, err := d.docs.Keep(d.ctx, document.Document{Unit: d.unit, Name: "bao-cao.txt", Kind: "txt", Text: text, Facts: report.Read(text)})
	if err != nil {
		d.t.Fatal(err)
	}
	return id, again
}

func (d *desk) enter(doc int64, w intake.Wish) intake.Outcome {
	d.t.Helper()
	out, err := d.in.Enter(d.ctx, doc, w)
	if err != nil {
		d.t.Fatal(err)
	}
	return out
}

func (d *desk) read(fn func(*store.Tx) error) {
	d.t.Helper()
	if err := d.db.Read(d.ctx, directory.New(d.db).Console(d.unit, "test"), fn); err != nil {
		d.t.Fatal(err)
	}
}

func TestEnter_storesReportedFiguresAndNeverAPerson(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		doc, _ := d.keep(twin(t))
		out := d.enter(doc, intake.Wish{Rest: true, Placing: intake.Placing{}})
		if out.Entry == 0 || len(out.Made) < 25 {
			t.Fatalf("entered %v, refused %v", out.Made, out.Refused)
		}
		d.read(func(tx *store.Tx) error {
			figures, err := figure.Of(tx, d.unit, "2015")
			if err != nil {
				return err
			}
			targets, err := target.Of(tx, d.unit, "2016")
			if err != nil {
				return err
			}
			meetings, err := meeting.Of(tx, d.unit)
			if err != nil {
				return err
			}
			resolutions, err := resolution.Of(tx, d.unit)
			if err != nil {
				return err
			}
			people, err := member.Of(tx, d.unit)
			if err != nil {
				return err
			}
			names, err := member.NamesOf(tx, d.unit)
			if len(figures) != 6 || len(targets) != 6 || len(meetings) != 2 || len(resolutions) != 3 || len(names) != 3 || len(people) != 0 {
				t.Errorf("figures %d, targets %d, meetings %d, resolutions %d, names %d, persons %d", len(figures), len(targets), len(meetings), len(resolutions), len(names), len(people))
			}
			for _, g := range targets {
				if g.State != target.Draft {
					t.Errorf("%q came as %s, though nobody put it forward", g.Name(), g.State)
				}
			}
			for _, r := range resolutions {
				if (r.Plenum != "") != (r.Kind == resolution.Plenum) {
					t.Errorf("%q is of kind %s", r.Name, r.Kind)
				}
			}
			return err
		})
	})
}

func TestEnter_theSameReportAgainAddsNothing(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	doc, _ := d.keep(twin(t))
	d.enter(doc, intake.Wish{Rest: true})
	same, again := d.keep(strings.ReplaceAll(twin(t), "\n", "\r\n"))
	if !again || same != doc {
		t.Fatalf("kept as document %d, again %v", same, again)
	}
	if out := d.enter(doc, intake.Wish{Rest: true}); out.Entry != 0 || len(out.Made) != 0 {
		t.Fatalf("entered again: %v", out.Made)
	}
	entries, err := d.in.Entries(d.ctx, d.unit)
	if err != nil || len(entries) != 1 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
}

func TestEnter_anotherReportsValueStandsBesideTheFirst(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	first, _ := d.keep(twin(t))
	d.enter(first, intake.Wish{Rest: true})
	second, _ := d.keep("Kết quả xếp loại năm 2015: 8/18 chi bộ đạt danh hiệu “Trong sạch, vững mạnh”.")
	d.enter(second, intake.Wish{Rest: true})
	d.read(func(tx *store.Tx) error {
		figures, err := figure.Of(tx, d.unit, "2015")
		var counts []int64
		for _, f := range figures {
			if f.Level == "TSVM" {
				counts = append(counts, *f.Count)
			}
		}
		if len(counts) != 2 || counts[0]+counts[1] != 15 {
			t.Errorf("counts %v, want 7 and 8 side by side", counts)
		}
		return err
	})
}

func TestProspects_tellWhatStandsInTheRegisterWithAnotherValue(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		first, _ := d.keep(twin(t))
		d.enter(first, intake.Wish{Rest: true})
		second, _ := d.keep("Kết quả xếp loại năm 2015: 8/18 chi bộ đạt danh hiệu “Trong sạch, vững mạnh”. Năm 2014, 9/18 chi bộ đạt danh hiệu “Trong sạch, vững mạnh”.")
		found := d.prospects(second)
		if len(found["X1"].Beside) != 1 || *found["X1"].Beside[0].Count != 7 || found["X1"].Beside[0].From != "bao-cao.txt" {
			t.Errorf("beside 8/18 stands %+v, want the 7/18 of bao-cao.txt", found["X1"].Beside)
		}
		if len(found["X2"].Beside) != 0 {
			t.Errorf("beside %+v", found["X2"].Beside)
		}
	})
}

func (d *desk) prospects(doc int64) map[string]intake.Prospect {
	d.t.Helper()
	sheet, err := d.in.Sheet(d.ctx, doc)
	if err != nil {
		d.t.Fatal(err)
	}
	found, err := d.in.Prospects(d.ctx, &sheet, intake.Placing{})
	if err != nil {
		d.t.Fatal(err)
	}
	return found
}

func TestEnter_onlyWhatIsAcceptedAndAsCorrected(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	doc, _ := d.keep(twin(t))
	err := d.in.Decide(d.ctx, doc, []intake.Decision{
		{Mark: "X1", Choice: intake.Accept}, {Mark: "X2", Choice: intake.Edit, Fix: intake.Fix{Count: "6"}}, {Mark: "X3", Choice: intake.Leave}})
	if err != nil {
		t.Fatal(err)
	}
	if out := d.enter(doc, intake.Wish{}); len(out.Made) != 2 {
		t.Fatalf("entered %v", out.Made)
	}
	d.read(func(tx *store.Tx) error {
		figures, err := figure.Of(tx, d.unit, "2015")
		for _, f := range figures {
			if f.Level == "TSVM" && *f.Count != 6 {
				t.Errorf("count %d, want the corrected 6", *f.Count)
			}
		}
		if len(figures) != 2 {
			t.Errorf("%d figures", len(figures))
		}
		return err
	})
}

func TestEnter_takesAPersonsPositionsAsCorrected(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	doc, _ := d.keep(twin(t))
	if err := d.in.Decide(d.ctx, doc, []intake.Decision{{Mark: "G1", Choice: intake.Edit, Fix: intake.Fix{More: "Phó Bí thư; Phó Giám đốc"}}}); err != nil {
		t.Fatal(err)
	}
	d.enter(doc, intake.Wish{})
	d.read(func(tx *store.Tx) error {
		names, err := member.NamesOf(tx, d.unit)
		if len(names) != 1 || strings.Join(names[0].Positions, "|") != "Phó Bí thư|Phó Giám đốc" {
			t.Errorf("entered %+v", names)
		}
		return err
	})
}

func TestDecide_keepsAWrongCorrectionAsTypedAndEntersNothingOfIt(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	doc, _ := d.keep(twin(t))
	err := d.in.Decide(d.ctx, doc, []intake.Decision{{Mark: "X1", Choice: intake.Accept}, {Mark: "X2", Choice: intake.Edit, Fix: intake.Fix{Count: "bảy"}}})
	var f *fault.Error
	if !errors.As(err, &f) || len(f.Fields) != 1 || f.Fields[0].Name != "X2-count" {
		t.Fatalf("got %v, want the count of X2 to be wrong", err)
	}
	sheet, err := d.in.Sheet(d.ctx, doc)
	if err != nil {
		t.Fatal(err)
	}
	if it, _ := sheet.Find("X2"); it.Choice != intake.Edit || it.Edit.Count != "bảy" {
		t.Errorf("X2 stands as %s with %q typed", it.Choice, it.Edit.Count)
	}
	out := d.enter(doc, intake.Wish{})
	if len(out.Made) != 1 || len(out.Refused) != 1 || out.Refused[0].Mark != "X2" || !errors.Is(out.Refused[0].Err, fault.Invalid) {
		t.Errorf("entered %v, refused %v", out.Made, out.Refused)
	}
}

// Two conferences of one name on two days are two, and the same day told again is one.
func TestEnter_tellsConferencesOfOneNameApartByTheirDay(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	told := "Ngày %s, Đảng ủy Sở tổ chức Hội nghị học tập, quán triệt Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX. Đồng chí Lê Văn Lâm, Bí thư Đảng ủy trình bày Nghị quyết.%s\n"
	for i, day := range []string{"15/3/2025", "20/4/2025", "20-4-2025"} {
		doc, _ := d.keep(fmt.Sprintf(told, day, strings.Repeat(" ", i)))
		d.enter(doc, intake.Wish{Rest: true})
	}
	d.read(func(tx *store.Tx) error {
		list, err := meeting.Of(tx, d.unit)
		if len(list) != 2 || list[0].HeldOn != "2025-03-15" || list[1].HeldOn != "2025-04-20" {
			t.Errorf("meetings %+v", list)
		}
		return err
	})
}

func TestEnter_needsTheRightToRecord(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	doc, _ := d.keep(twin(t))
	d.ctx = testkit.Signed(t, d.db, access.Reader, d.unit)
	if _, err := d.in.Enter(d.ctx, doc, intake.Wish{Rest: true}); !errors.Is(err, fault.Denied) {
		t.Fatalf("got %v", err)
	}
}

func TestPlace_keepsTheUnitChosenForAName(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		doc, _ := d.keep(twin(t))
		branch := testkit.Unit(t, db, d.unit, "Chi bộ Văn phòng")
		if err := d.in.Place(d.ctx, doc, intake.Placing{"cong doan so": branch}); err != nil {
			t.Fatal(err)
		}
		sheet, err := d.in.Sheet(d.ctx, doc)
		if err != nil || sheet.Placed["cong doan so"] != branch {
			t.Fatalf("kept %v, %v", sheet.Placed, err)
		}
		if err := d.in.Place(d.ctx, doc, intake.Placing{"khong co ten nay": branch}); !errors.Is(err, fault.Invalid) {
			t.Fatalf("got %v", err)
		}
	})
}

func TestEntry_namesEachRecordOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		doc, _ := d.keep(twin(t))
		out := d.enter(doc, intake.Wish{Rest: true}) // the conference is written twice: once more with who signs
		_, records, err := d.in.Entry(d.ctx, out.Entry)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, r := range records {
			key := fmt.Sprint(r.Table, " ", r.Record)
			if seen[key] {
				t.Errorf("%s is named twice", key)
			}
			seen[key] = true
		}
	})
}
