package figure_test

import (
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/testkit"
)

// insertDocument keeps a report from which a test's figure was read.
var insertDocument = store.Scoped(access.Record, `INSERT INTO document (unit_id, name, kind, sha256, text_sha256, text, facts, account_id, at)
VALUES ({unit}, 'bao-cao.txt', 'txt', '', '', '', '', {caller}, {now}) RETURNING id`)

// report enters a figure as a report's.
func (d desk) report(t *testing.T, told figure.New) {
	t.Helper()
	p, err := directory.New(d.db).Permit(d.ctx, access.Ask{Right: access.Record, Unit: d.unit, Action: "test"})
	if err != nil {
		t.Fatal(err)
	}
	err = d.db.Write(d.ctx, p, func(tx *store.Tx) error {
		document, err := store.Insert(tx, insertDocument)
		if err != nil {
			return err
		}
		entry, err := ledger.Begin(tx, ledger.New{Kind: ledger.ByHand})
		if err != nil {
			return err
		}
		told.Period, told.Source = "2015", ledger.Source{Document: document}
		_, _, err = figure.Enter(tx, entry, told)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What is typed corrects no document's figure: it says otherwise only where that is meant.
func TestType_asksBeforeItSaysOtherwiseThanADocument(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db)
		d.report(t, line("TSVM", figure.Value{Count: n(7), OfTotal: n(18)}).New)
		other, alone := line("TSVM", figure.Value{Count: n(8), OfTotal: n(18)}), line("HTTNV", figure.Value{Count: n(9), OfTotal: n(18)})
		wrong := func(sheet figure.Paper) map[string]string {
			t.Helper()
			_, err := d.Type(d.ctx, sheet)
			return fields(err)
		}
		if got := wrong(d.sheet(alone, other)); len(got) != 2 || got["count.1"] != "figure.two_sources" || got["beside"] != "figure.beside.ask" {
			t.Errorf("8 of 18 typed beside a document's 7: %v", got)
		}
		percent := figure.Percent{Units: 50}
		if got := wrong(d.sheet(line("TSVM", figure.Value{Percent: &percent}))); got["percent.0"] != "figure.two_sources" {
			t.Errorf("50 %% typed beside a document's 7 of 18: %v", got)
		}
		if got := d.all(t); len(got) != 1 {
			t.Fatalf("a refused sheet wrote: %+v", got)
		}
		same := line("TSVM", figure.Value{Count: n(7), OfTotal: n(18)})
		if _, err := d.Type(d.ctx, d.sheet(same)); err != nil {
			t.Errorf("the document's own value: %v", err)
		}
		typed := d.all(t)[1]
		other.Record, other.Seen = typed.Record, typed.Begun
		sheet := d.sheet(other)
		sheet.Reason = "Theo bản chính"
		if got := wrong(sheet); got["count.0"] != "figure.two_sources" {
			t.Errorf("a typed figure changed to 8: %v", got)
		}
		sheet.Beside = true
		if done, err := d.Type(d.ctx, sheet); err != nil || done.Changed != 1 {
			t.Errorf("meant so: %+v, %v", done, err)
		}
		other.Seen = d.all(t)[1].Begun
		if got := wrong(d.sheet(other)); len(got) != 0 {
			t.Errorf("what stands already is asked about again: %v", got)
		}
	})
}
