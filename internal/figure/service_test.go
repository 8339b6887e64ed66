package figure_test

import (
	"context"
	"errors"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/year"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

func n(v int64) *int64 { return &v }

// desk is a clerk's desk: a database, a unit, the clerk.
type desk struct {
	db   *store.DB
	unit int64
	ctx  context.Context
	*figure.Service
}

func newDesk(t *testing.T, db *store.DB) desk {
	t.Helper()
	d := desk{db: db, unit: testkit.Root(t, db), Service: figure.NewService(db, directory.New(db))}
	d.ctx = testkit.Signed(t, db, access.Clerk, d.unit)
	return d
}

func (d desk) read(t *testing.T, fn func(*store.Tx) error) {
	t.Helper()
	p, err := directory.New(d.db).Permit(d.ctx, access.Ask{Right: access.See, Unit: d.unit})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.db.Read(d.ctx, p, fn); err != nil {
		t.Fatal(err)
	}
}

func (d desk) all(t *testing.T) (list []figure.Figure) {
	t.Helper()
	d.read(t, func(tx *store.Tx) (err error) { list, err = figure.Of(tx, d.unit, "2015"); return err })
	return list
}

func line(level string, v figure.Value) figure.Line {
	return figure.Line{New: figure.New{Place: figure.Place{Population: "chi_bo", Level: level}, Value: v}}
}

func (d desk) sheet(lines ...figure.Line) figure.Paper {
	return figure.Paper{Unit: d.unit, Period: "2015", Name: "Quyết định 21-QĐ/ĐU", Lines: lines}
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

func TestType_isAllOrNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		_, err := d.Type(d.ctx, d.sheet(line("TSVM", figure.Value{Count: n(7), OfTotal: n(18)}), line("HTTNV", figure.Value{Count: n(19), OfTotal: n(18)})))
		if fields(err)["count.1"] != "figure.count_over_total" {
			t.Errorf("19 of 18: got %v", err)
		}
		if list := d.all(t); len(list) != 0 {
			t.Errorf("half a sheet was kept: %+v", list)
		}
		done, err := d.Type(d.ctx, d.sheet(line("TSVM", figure.Value{Count: n(7), OfTotal: n(18)}), line("HTTNV", figure.Value{Count: n(11), OfTotal: n(18)}), line("YK", figure.Value{})))
		if err != nil || done.Created != 2 {
			t.Fatalf("got %+v, %v", done, err)
		}
		percent := figure.Percent{Units: 976, Digits: 1}
		if _, err := d.Type(d.ctx, d.sheet(line("HTNV", figure.Value{Percent: &percent}))); err != nil {
			t.Fatal(err)
		}
		list := d.all(t)
		if len(list) != 3 || *list[2].Percent != percent || list[2].Count != nil || list[0].Category != "" || *list[1].OfTotal != 18 {
			t.Errorf("got %+v", list)
		}
	})
}

func TestType_sameAgainAddsNothing(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	for range 2 {
		if _, err := d.Type(d.ctx, d.sheet(line("TSVM", figure.Value{Count: n(7), OfTotal: n(18)}))); err != nil {
			t.Fatal(err)
		}
	}
	if list := d.all(t); len(list) != 1 {
		t.Errorf("got %d figures", len(list))
	}
}

func TestType_changesNeedAReason(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	if _, err := d.Type(d.ctx, d.sheet(line("TSVM", figure.Value{Count: n(7)}), line("HTTNV", figure.Value{Count: n(11)}))); err != nil {
		t.Fatal(err)
	}
	list := d.all(t)
	first, second := line("TSVM", figure.Value{Count: n(8)}), line("HTTNV", figure.Value{})
	first.Record, first.Seen = list[0].Record, list[0].Begun
	second.Record, second.Seen = list[1].Record, list[1].Begun
	sheet := d.sheet(first, second)
	if _, err := d.Type(d.ctx, sheet); fields(err)["reason"] == "" {
		t.Errorf("without a reason: got %v", err)
	}
	sheet.Reason = "Gõ nhầm"
	done, err := d.Type(d.ctx, sheet)
	if err != nil || done.Changed != 1 || done.Withdrawn != 1 {
		t.Fatalf("got %+v, %v", done, err)
	}
	if list := d.all(t); len(list) != 1 || *list[0].Count != 8 || list[0].Record != first.Record {
		t.Errorf("got %+v", list)
	}
}

func TestType_tellsOfWhatOthersWroteSinceTheSheetWasOpened(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		if _, err := d.Type(d.ctx, d.sheet(line("TSVM", figure.Value{Count: n(7)}))); err != nil {
			t.Fatal(err)
		}
		f := d.all(t)[0]
		sheet := func(count figure.Value, record, seen int64) figure.Paper {
			l := line("TSVM", count)
			l.Record, l.Seen = record, seen
			s := d.sheet(l)
			s.Reason = "Gõ nhầm"
			return s
		}
		if err := d.Change(d.ctx, f.Record, figure.Value{Count: n(8)}, ledger.Edit{Seen: f.Begun, Reason: "Đếm lại"}); err != nil {
			t.Fatal(err)
		}
		for what, s := range map[string]figure.Paper{
			"another value over what changed":   sheet(figure.Value{Count: n(9)}, f.Record, f.Begun),
			"the first value over what changed": sheet(figure.Value{Count: n(7)}, f.Record, f.Begun),
			"nothing over what was empty":       sheet(figure.Value{}, f.Record, 0),
		} {
			if _, err := d.Type(d.ctx, s); !errors.Is(err, fault.Conflict) {
				t.Errorf("%s: %v", what, err)
			}
		}
		if now := d.all(t); len(now) != 1 || *now[0].Count != 8 {
			t.Errorf("got %+v", now)
		}
		if err := d.Withdraw(d.ctx, f.Record, "Không có số này"); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Type(d.ctx, sheet(figure.Value{Count: n(7)}, 0, f.Begun)); !errors.Is(err, fault.Conflict) {
			t.Errorf("typed again what was taken back: %v", err)
		}
		if now := d.all(t); len(now) != 0 {
			t.Errorf("got %+v", now)
		}
	})
}

func TestChange_keepsTheFirstValueInItsHistory(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		done, err := d.Type(d.ctx, d.sheet(line("TSVM", figure.Value{Count: n(7), OfTotal: n(18)})))
		if err != nil {
			t.Fatal(err)
		}
		record, seen := d.all(t)[0].Record, d.all(t)[0].Begun
		if err := d.Change(d.ctx, record, figure.Value{Count: n(7), OfTotal: n(18)}, ledger.Edit{Seen: seen, Reason: "x"}); fields(err)["count"] != "figure.nothing_changed" {
			t.Errorf("no change: got %v", err)
		}
		if err := d.Change(d.ctx, record, figure.Value{Count: n(8), OfTotal: n(18)}, ledger.Edit{Seen: seen}); fields(err)["reason"] == "" {
			t.Errorf("no reason: got %v", err)
		}
		if err := d.Change(d.ctx, record, figure.Value{Count: n(8), OfTotal: n(18)}, ledger.Edit{Seen: seen, Reason: "Số của bản chính"}); err != nil {
			t.Fatal(err)
		}
		d.read(t, func(tx *store.Tx) error {
			h, err := figure.History(tx, record)
			versions := h.Versions
			if err != nil || len(versions) != 2 || *versions[0].Count != 7 || *versions[1].Count != 8 || versions[1].Ended != 0 {
				t.Errorf("got %+v, %v", versions, err)
			}
			dependents, err := figure.Dependents(tx, done.Entry)
			if err != nil || len(dependents) != 1 || dependents[0].Record != record {
				t.Errorf("the entry's dependents: %+v, %v", dependents, err)
			}
			return nil
		})
		if err := d.Withdraw(d.ctx, record, "Ghi nhầm năm"); err != nil {
			t.Fatal(err)
		}
		if err := d.Withdraw(d.ctx, record, "Lần nữa"); fault.KindOf(err) != fault.Conflict {
			t.Errorf("twice: got %v", err)
		}
	})
}

func TestType_needsTheRightToRecord(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	d.ctx = testkit.Signed(t, d.db, access.Reader, d.unit)
	if _, err := d.Type(d.ctx, d.sheet(line("TSVM", figure.Value{Count: n(7)}))); fault.KindOf(err) != fault.Denied {
		t.Errorf("got %v", err)
	}
}

func TestType_closedYearTakesOnlyCorrections(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	years := year.New(d.db, directory.New(d.db))
	if err := years.Decide(d.ctx, d.unit, 2015, year.Deciding{Body: "Đảng ủy Khối", On: "2016-01-08"}); err != nil {
		t.Fatal(err)
	}
	if err := years.Close(d.ctx, d.unit, 2015); err != nil {
		t.Fatal(err)
	}
	sheet := d.sheet(line("TSVM", figure.Value{Count: n(7)}))
	one := sheet.Lines[0].New
	one.Period = sheet.Period
	for _, none := range []string{"", " \t"} {
		sheet.Reason = none
		if _, err := d.Type(d.ctx, sheet); fields(err)["reason"] != "year.closed.reason" {
			t.Errorf("with the reason %q: %v", none, err)
		}
		if err := d.Put(d.ctx, d.unit, one, ledger.Why{Reason: none}); fields(err)["reason"] == "" {
			t.Errorf("one figure with the reason %q: %v", none, err)
		}
	}
	sheet.Reason = "Đính chính"
	if _, err := d.Type(d.ctx, sheet); err != nil {
		t.Errorf("a correction: %v", err)
	}
}

// enter writes figures for a unit under one entry.
func (d desk) enter(t *testing.T, unit int64, list ...figure.New) {
	t.Helper()
	p, err := directory.New(d.db).Permit(d.ctx, access.Ask{Right: access.Record, Unit: unit, Action: "test.enter"})
	if err != nil {
		t.Fatal(err)
	}
	err = d.db.Write(d.ctx, p, func(tx *store.Tx) error {
		entry, err := ledger.Begin(tx, ledger.New{Kind: ledger.ByHand})
		if err != nil {
			return err
		}
		for _, f := range list {
			if _, _, err := figure.Enter(tx, entry, f); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func at(count int64) figure.New {
	return figure.New{Place: figure.Place{Period: "2015", Population: "dang_vien", Level: "HTTNV"}, Value: figure.Value{Count: n(count)}}
}

func TestBelow_takesTheNearestUnitsThatHaveFigures(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		a, b := testkit.Unit(t, db, d.unit, "Đảng bộ A"), testkit.Unit(t, db, d.unit, "Đảng bộ B")
		a1, b1, b2 := testkit.Unit(t, db, a, "Chi bộ A1"), testkit.Unit(t, db, b, "Chi bộ B1"), testkit.Unit(t, db, b, "Chi bộ B2")
		d.enter(t, d.unit, at(100))
		d.enter(t, a, at(20))
		d.enter(t, a1, at(7)) // A reports itself: A1 is not added again
		d.enter(t, b1, at(3))
		d.enter(t, b2, at(4))
		d.read(t, func(tx *store.Tx) error {
			parts, err := figure.Below(tx, d.unit, "2015", period.Date("2015-12-31"))
			if err != nil {
				return err
			}
			sum := figure.Add("2015", "dang_vien", parts)
			if sum.Rows[1].Count != 27 || sum.Children != 2 || sum.Units != 3 {
				t.Errorf("got %+v", sum)
			}
			for _, p := range parts {
				if p.Unit == b1 && p.Child != b {
					t.Errorf("B1 hangs under %d, want %d", p.Child, b)
				}
			}
			return nil
		})
	})
}

func TestEnter_readsCodesFromTheWording(t *testing.T) {
	d := newDesk(t, testkit.NewDB(t))
	d.enter(t, d.unit, figure.New{Place: figure.Place{Period: "2015", Within: "Trong sạch, vững mạnh"}, Subject: "Chi bộ", Category: "Trong sạch, Vững mạnh tiêu biểu", Value: figure.Value{Count: n(2)}})
	got := d.all(t)[0]
	if got.Population != "chi_bo" || got.Level != "TSVM_TB" || got.Within != "TSVM" || got.Qualifier != figure.Exactly {
		t.Errorf("got %+v", got.Place)
	}
}

func TestType_refusesAFigureTypedSinceTheSheetWasOpened(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		for _, v := range []struct {
			count int64
			want  error
		}{{7, nil}, {7, nil}, {8, fault.Conflict}} {
			if _, err := d.Type(d.ctx, d.sheet(line("TSVM", figure.Value{Count: n(v.count), OfTotal: n(18)}))); !errors.Is(err, v.want) {
				t.Errorf("a second empty sheet with %d: got %v, want %v", v.count, err, v.want)
			}
		}
		if list := d.all(t); len(list) != 1 || *list[0].Count != 7 {
			t.Errorf("the first typed figure alone should stand: %+v", list)
		}
	})
}

// insertDocument keeps a report from which a test's figure was read.
var insertDocument = store.Scoped(access.Record, `INSERT INTO document (unit_id, name, kind, sha256, text_sha256, text, facts, account_id, at)
VALUES ({unit}, 'bao-cao.txt', 'txt', '', '', '', '', {caller}, {now}) RETURNING id`)

func TestType_putsAFigureBesideThatOfAReport(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		p, err := directory.New(db).Permit(d.ctx, access.Ask{Right: access.Record, Unit: d.unit, Action: "test"})
		if err != nil {
			t.Fatal(err)
		}
		err = db.Write(d.ctx, p, func(tx *store.Tx) error {
			document, err := store.Insert(tx, insertDocument)
			if err != nil {
				return err
			}
			entry, err := ledger.Begin(tx, ledger.New{Kind: ledger.ByHand})
			if err != nil {
				return err
			}
			told := line("TSVM", figure.Value{Count: n(8), OfTotal: n(18)}).New
			told.Period, told.Source = "2015", ledger.Source{Document: document}
			_, _, err = figure.Enter(tx, entry, told)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Type(d.ctx, d.sheet(line("TSVM", figure.Value{Count: n(7), OfTotal: n(18)}))); err != nil {
			t.Errorf("another value than the report's: %v", err)
		}
		if list := d.all(t); len(list) != 2 || *list[0].Count != 8 || *list[1].Count != 7 {
			t.Errorf("got %+v", list)
		}
	})
}
