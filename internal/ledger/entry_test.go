package ledger_test

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
	"hamrong/internal/store"
	"hamrong/testkit"
)

func TestBegin_boundsWhatAnEntrySays(t *testing.T) {
	db := testkit.NewDB(t)
	d := newDesk(t, db, testkit.Root(t, db))
	most, more := strings.Repeat("ế", 4000), strings.Repeat("ế", 4001)
	for _, c := range []struct {
		what  string
		n     ledger.New
		field string
	}{
		{"a reason of 4000", ledger.New{Kind: ledger.Change, Reason: most}, ""},
		{"a reason of 4001", ledger.New{Kind: ledger.Change, Reason: more}, "reason"},
		{"a paper of 4000", ledger.New{Kind: ledger.ByHand, Paper: most}, ""},
		{"a paper of 4001", ledger.New{Kind: ledger.ByHand, Paper: more}, "paper"},
	} {
		err := d.try(func(tx *store.Tx) error { _, err := ledger.Begin(tx, c.n); return err })
		var f *fault.Error
		field := ""
		if errors.As(err, &f) && len(f.Fields) == 1 {
			field = f.Fields[0].Name
		}
		if field != c.field || (err == nil) != (c.field == "") {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

func TestReasoned_asksForWhatOneCanRead(t *testing.T) {
	for reason, want := range map[string]bool{"": false, " \t": false, "\u200b": false, "\u200b\u2060 \ufeff": false, "\u0301": false, "...": false,
		"ế": true, "\u200bghi nhầm": true, "12": true} {
		if ledger.Reasoned(reason) != want {
			t.Errorf("%q: %v", reason, !want)
		}
	}
}

func TestUnaudited_findsEntriesThatTheChainDoesNotTellOf(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d := newDesk(t, db, testkit.Root(t, db))
		var entries [4]int64
		for i := range entries {
			entries[i], _ = d.add("Danh hiệu")
		}
		console := directory.New(db).Console(0, "test")
		list := func() (list []int64) {
			err := db.Read(context.Background(), console, func(tx *store.Tx) (err error) { list, err = ledger.Unaudited(tx); return err })
			if err != nil {
				t.Fatal(err)
			}
			return list
		}
		if got := list(); len(got) != 0 {
			t.Errorf("of a whole register: %v", got)
		}
		const why = "somebody at the disk"
		tampering := []*store.Stmt{
			store.Whole(access.Administer, why, `DELETE FROM audit WHERE kind = 'entry' AND object_id = $1`),
			store.Whole(access.Administer, why, `UPDATE entry SET account_id = account_id + 1 WHERE id = $1`),
			store.Whole(access.Administer, why, `UPDATE entry SET at = at + 1 WHERE id = $1`),
		}
		err := db.Write(context.Background(), console, func(tx *store.Tx) error {
			for i, q := range tampering {
				if _, err := tx.Exec(q, entries[i]); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := list(); !slices.Equal(got, entries[:3]) {
			t.Errorf("found %v, want %v", got, entries[:3])
		}
	})
}
