package cli

import (
	"fmt"
	"strings"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/internal/web/ui"
	"hamrong/testkit"
)

// Of many findings of one kind the first are named and the rest counted.
func TestVerify_countsTheEntriesThatItDoesNotName(t *testing.T) {
	words, err := ui.NewCatalogue(Locale)
	if err != nil {
		t.Fatal(err)
	}
	s := &session{Context: ui.WithLang(t.Context(), words, ui.English)}
	db := testkit.NewDB(t)
	unit, door := testkit.Root(t, db), directory.New(db)
	clerk, console := testkit.Signed(t, db, access.Clerk, unit), door.Console(0, "test")
	forget := store.Whole(access.Administer, "somebody at the disk", `DELETE FROM audit WHERE kind = 'entry' AND object_id = $1`)
	lose := func(entries int) {
		t.Helper()
		for range entries {
			p, err := door.Permit(clerk, access.Ask{Right: access.Record, Unit: unit, Action: "test.write"})
			if err != nil {
				t.Fatal(err)
			}
			var entry int64
			if err := db.Write(clerk, p, func(tx *store.Tx) (err error) {
				entry, err = ledger.Begin(tx, ledger.New{Kind: ledger.ByHand})
				return err
			}); err != nil {
				t.Fatal(err)
			}
			if err := db.Write(t.Context(), console, func(tx *store.Tx) error { _, err := tx.Exec(forget, entry); return err }); err != nil {
				t.Fatal(err)
			}
		}
	}
	wrong := func() []string {
		t.Helper()
		_, list, err := checkEntries(s, db, door.Console(0, "verify"))
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	lose(mostNamed)
	list := wrong()
	if len(list) != mostNamed || strings.Contains(strings.Join(list, "\n"), "more") {
		t.Errorf("of %d: %q", mostNamed, list)
	}
	lose(3)
	if more := wrong(); len(more) != mostNamed+1 || fmt.Sprint(more[:mostNamed]) != fmt.Sprint(list) || more[mostNamed] != "… and 3 more" {
		t.Errorf("of %d: %q", mostNamed+3, more)
	}
}
