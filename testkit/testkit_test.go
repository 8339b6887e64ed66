package testkit_test

import (
	"errors"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/store"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

func TestSigned_actsOverItsSubtreeOnly(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		root := testkit.Root(t, db)
		one, two := testkit.Unit(t, db, root, "Chi bộ Một"), testkit.Unit(t, db, root, "Chi bộ Hai")
		ctx, door := testkit.Signed(t, db, access.Clerk, one), directory.New(db)
		if _, err := door.Permit(ctx, access.Ask{Right: access.Record, Unit: one, Action: "test"}); err != nil {
			t.Errorf("own unit: %v", err)
		}
		if _, err := door.Permit(ctx, access.Ask{Right: access.Record, Unit: two, Action: "test"}); !errors.Is(err, fault.NotFound) {
			t.Errorf("sibling: %v, want not found", err)
		}
		if _, err := door.Permit(testkit.Signed(t, db, access.Clerk, 0), access.Ask{Right: access.Record, Unit: two, Action: "test"}); err != nil {
			t.Errorf("clerk of the root: %v", err)
		}
	})
}
