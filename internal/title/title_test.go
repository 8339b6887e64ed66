package title_test

import (
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/period"
	"hamrong/internal/rulebook"
	"hamrong/internal/store"
	"hamrong/internal/title"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

func of(p period.Period, code string, s title.Status) title.Title {
	return title.Title{Unit: 1, Content: title.Content{Period: p, Code: code, Wording: code, Status: s}}
}

// last is a title as it stands, or stood last.
func last(t *testing.T, db *store.DB, record int64) title.Title {
	t.Helper()
	p := directory.New(db).Console(0, "test")
	var h ledger.History[title.Title]
	if err := db.Read(t.Context(), p, func(tx *store.Tx) (err error) { h, err = title.History(tx, record); return err }); err != nil {
		t.Fatal(err)
	}
	return h.Current
}

// edit is the change of a title as it stands.
func edit(t *testing.T, db *store.DB, record int64, reason string) ledger.Edit {
	t.Helper()
	return ledger.Edit{Seen: last(t, db, record).Begun, Reason: reason}
}

func TestCompare_heldTitleAboveTheOneAimedAt(t *testing.T) {
	aim := of("2016", "TSVM", title.Aimed)
	s := title.Compare(aim, []title.Title{of("2014", "TSVM", title.Attained), of("2015", "TSVM_TB", title.Attained), aim})
	if s.Standing != rulebook.TitleAbove || s.Held == nil || s.Held.Period != "2015" {
		t.Errorf("got %+v", s)
	}
	if _, known := s.Met(aim); known {
		t.Error("last year's title is no result of this year")
	}
}

func TestCompare_resultIsOfTheAimsOwnPeriod(t *testing.T) {
	aim := of("2016", "TSVM", title.Aimed)
	for code, want := range map[string]bool{"TSVM_TB": true, "TSVM": true, "HTTNV": false} {
		met, known := title.Compare(aim, []title.Title{of("2016", code, title.Attained)}).Met(aim)
		if !known || met != want {
			t.Errorf("%s: met %v, known %v", code, met, known)
		}
	}
	if s := title.Compare(aim, []title.Title{of("2016", "TSVM", title.Proposed)}); s.Result != nil {
		t.Error("a proposal is no result")
	}
}

func TestFirst_theFirstOfSourcesThatContradict(t *testing.T) {
	say := func(code string, document int64) title.Title {
		d := of("2016", code, title.Attained)
		d.Source.Document = document
		return d
	}
	first, later, same := say("TSVM", 1), say("TSVM_TB", 2), say("TSVM_TB", 1)
	aimed := later
	aimed.Status = title.Aimed
	if list := first.Against([]title.Title{first, later, same, aimed, say("TTLDXS", 2)}); len(list) != 1 || list[0].Source.Document != 2 {
		t.Errorf("against it stands %+v", list)
	}
	if d := title.First([]title.Title{first, later}); d.Code != "TSVM" {
		t.Errorf("the later source goes first: %+v", d)
	}
	if d := title.First([]title.Title{first, same}); d.Code != "TSVM_TB" {
		t.Errorf("of one source the lower goes first: %+v", d)
	}
	for code, known := range map[string]bool{"TSVM_TB": false, "TSVM": true} {
		aim := of("2016", code, title.Aimed)
		s := title.Compare(aim, []title.Title{first, later})
		if met, got := s.Met(aim); got != known || known && !met || s.Result == nil || s.Result.Code != "TSVM" {
			t.Errorf("aim %s: met %v, known %v, by %+v", code, met, got, s.Result)
		}
	}
}

func TestTitle_byHand(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		unit := testkit.Root(t, db)
		ctx := testkit.Signed(t, db, access.Clerk, unit)
		s := title.NewService(db, directory.New(db))
		c := title.Content{Period: "2015", Wording: "Tập thể Lao độngXuất sắc", Status: title.Attained, AwardedBy: "UBND tỉnh"}
		if c.Code = rulebook.TitleCode(c.Wording); c.Name() != "Tập thể lao động xuất sắc" {
			t.Errorf("pages say %q", c.Name())
		}
		c.Code = ""
		record, err := s.Give(ctx, unit, c, ledger.Why{Paper: "Quyết định 5"})
		if err != nil {
			t.Fatal(err)
		}
		if d := last(t, db, record); d.Code != "TTLDXS" || d.AwardedBy != "UBND tỉnh" {
			t.Errorf("got %+v", d)
		}
		if _, err := s.Give(ctx, unit, c, ledger.Why{}); fault.KindOf(err) != fault.Conflict {
			t.Errorf("the same again: %v", err)
		}
		if _, err := s.Give(ctx, unit, title.Content{Period: "2015", Status: "?"}, ledger.Why{}); fault.KindOf(err) != fault.Invalid {
			t.Errorf("nothing written: %v", err)
		}
		c.Wording = strings.Repeat("ệ", 400) // letters, not bytes
		if _, err := s.Give(ctx, unit, c, ledger.Why{}); err != nil {
			t.Errorf("400 letters: %v", err)
		}
		c.Wording += "ệ"
		if _, err := s.Give(ctx, unit, c, ledger.Why{}); fault.KindOf(err) != fault.Invalid {
			t.Errorf("401 letters: %v", err)
		}
		c.Wording = "Tập thể lao động tiên tiến"
		if err := s.Change(ctx, record, c, edit(t, db, record, "Nhầm danh hiệu")); err != nil {
			t.Fatal(err)
		}
		if d := last(t, db, record); d.Code != "TTLDTT" {
			t.Errorf("got %+v", d)
		}
		if err := s.Withdraw(ctx, record, "Không có quyết định"); err != nil {
			t.Fatal(err)
		}
		if err := s.Withdraw(testkit.Signed(t, db, access.Reader, unit), record, "x"); fault.KindOf(err) != fault.Denied {
			t.Errorf("a reader: %v", err)
		}
	})
}
