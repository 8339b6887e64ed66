package store_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/store"
	"hamrong/testkit"
)

// tampering is what somebody with the database in hand may do to the chain; each
// statement is one transaction of its own.
var tampering = []struct {
	name string
	does []*store.Stmt
}{
	{"an entry's action changed", stmts(`UPDATE audit SET action = 'nothing' WHERE id = 3`)},
	{"an entry's account changed", stmts(`UPDATE audit SET account_id = 77 WHERE id = 3`)},
	{"an entry's time changed", stmts(`UPDATE audit SET at = at + 1 WHERE id = 3`)},
	{"an entry's object changed", stmts(`UPDATE audit SET object_id = 5 WHERE id = 3`)},
	{"an entry removed", stmts(`DELETE FROM audit WHERE id = 3`)},
	{"a seal removed", stmts(`DELETE FROM audit_seal WHERE last_id = 3`)},
	{"a seal and its entry removed", stmts(`DELETE FROM audit_seal WHERE last_id = 3`, `DELETE FROM audit WHERE id = 3`)},
	{"a seal's hash changed", stmts(`UPDATE audit_seal SET hash = 'x' WHERE last_id = 3`)},
	{"two entries exchanged", stmts(`UPDATE audit SET id = 100 WHERE id = 3`, `UPDATE audit SET id = 3 WHERE id = 4`, `UPDATE audit SET id = 4 WHERE id = 100`)},
	{"an entry added without a seal", stmts(`INSERT INTO audit (id, at, account_id, action, unit_id, kind, object_id) VALUES (5000, 0, 0, '', 0, '', 0)`)},
}

func stmts(texts ...string) []*store.Stmt {
	var list []*store.Stmt
	for _, text := range texts {
		list = append(list, store.Whole(access.Administer, why, text))
	}
	return list
}

func TestVerifyAudit_findsTampering(t *testing.T) {
	for _, c := range tampering {
		t.Run(c.name, func(t *testing.T) { tampered(t, testkit.NewDB(t), c.does) })
	}
	testkit.Databases(t, func(t *testing.T, db *store.DB) { tampered(t, db, tampering[0].does) })
}

func tampered(t *testing.T, db *store.DB, does []*store.Stmt) {
	t.Helper()
	for i := range 5 {
		// Each entry names another object: entries of one millisecond may not be the same.
		err := db.Write(context.Background(), console(db), func(tx *store.Tx) error {
			tx.Touched("thing", int64(i))
			_, err := tx.Exec(insertSetting, fmt.Sprint(i), "")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if got := verify(t, db); got != 5 {
		t.Fatalf("the chain holds %d entries, want 5", got)
	}
	for _, q := range does {
		err := db.Write(context.Background(), console(db), func(tx *store.Tx) error { _, err := tx.Exec(q); return err })
		if err != nil {
			t.Fatal(err)
		}
	}
	var broken *store.BrokenChain
	if _, err := db.VerifyAudit(context.Background(), console(db)); !errors.As(err, &broken) {
		t.Errorf("verify says %v", err)
	}
}

func TestVerifyAudit_needsTheRight(t *testing.T) {
	db := testkit.NewDB(t)
	if _, err := db.VerifyAudit(context.Background(), directory.New(db).Gate("x")); !errors.Is(err, fault.Denied) {
		t.Errorf("by the gate's permit: %v", err)
	}
	if _, err := db.VerifyAudit(context.Background(), access.Permit{}); !errors.Is(err, fault.Denied) {
		t.Errorf("by the zero permit: %v", err)
	}
}

var lastEntry = store.Whole(access.Administer, why, `SELECT action || ' ' || kind || ' ' || object_id || ' ' || unit_id || ' ' || account_id FROM audit ORDER BY id DESC LIMIT 1`)

func TestWrite_leavesAnEntryThatNamesWhatItTouched(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		root := testkit.Root(t, db)
		ctx := testkit.Signed(t, db, access.Clerk, root)
		p, err := directory.New(db).Permit(ctx, access.Ask{Right: access.Record, Unit: root, Action: "thing.made"})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			fn   func(tx *store.Tx) error
			want string
		}{
			{func(tx *store.Tx) error { tx.Touched("thing", 42); return nil }, fmt.Sprint("thing.made thing 42 ", root, " ", access.From(ctx).Account)},
			{func(tx *store.Tx) error { return nil }, fmt.Sprint("thing.made  0 ", root, " ", access.From(ctx).Account)},
		} {
			if err := db.Write(ctx, p, c.fn); err != nil {
				t.Fatal(err)
			}
			var got string
			err := db.Read(ctx, console(db), func(tx *store.Tx) (err error) { got, err = store.One(tx, lastEntry, scanText); return err })
			if err != nil || got != c.want {
				t.Errorf("got %q, %v, want %q", got, err, c.want)
			}
		}
		verify(t, db)
	})
}

func TestKeepsHead_tellsAChainThatWasCutOff(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		write := func(texts ...*store.Stmt) {
			t.Helper()
			err := db.Write(ctx, console(db), func(tx *store.Tx) error {
				for _, q := range texts {
					if _, err := tx.Exec(q); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		keeps := func(h store.Head) bool {
			t.Helper()
			kept, err := db.KeepsHead(ctx, console(db), h)
			if err != nil {
				t.Fatal(err)
			}
			return kept
		}
		write()
		early, err := db.AuditHead(ctx, console(db))
		if err != nil {
			t.Fatal(err)
		}
		write()
		late, err := db.AuditHead(ctx, console(db))
		if err != nil {
			t.Fatal(err)
		}
		if late.Last != early.Last+1 || !keeps(early) || !keeps(late) || keeps(store.Head{Last: late.Last, Hash: early.Hash}) {
			t.Errorf("heads %+v and %+v of a whole chain", early, late)
		}
		// The entries of a set-up database stay; what is written here goes under a seal that nobody noted.
		write(stmts(`DELETE FROM audit WHERE id >= 2`, `DELETE FROM audit_seal WHERE last_id >= 2`)...)
		if !keeps(early) || keeps(late) {
			t.Errorf("after cutting behind %d: the early head %v, the late one %v", early.Last, keeps(early), keeps(late))
		}
	})
}
