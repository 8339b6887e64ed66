package demo

import (
	"testing"

	"hamrong/internal/access/directory"
	"hamrong/internal/figure"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

func TestBuild_entersTheReportOfTheClosedYear(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		d, err := Build(t.Context(), db)
		if err != nil {
			t.Fatal(err)
		}
		if len(d.People) != 4 {
			t.Fatalf("%d people, want one of each role", len(d.People))
		}
		err = db.Read(t.Context(), directory.New(db).Console(d.Department, "test"), func(tx *store.Tx) error {
			figures, err := figure.Of(tx, d.Department, period.Year(Year))
			if err != nil {
				return err
			}
			targets, err := target.Of(tx, d.Department, period.Year(Year+1))
			if err != nil {
				return err
			}
			titles, err := title.Of(tx, d.Department)
			if err != nil {
				return err
			}
			if len(figures) != 6 || len(targets) != 6 || len(titles) < 2 {
				t.Errorf("%d figures, %d targets, %d titles; want 6, 6, 2", len(figures), len(targets), len(titles))
			}
			for _, g := range targets {
				if g.State != target.Adopted {
					t.Errorf("target %q is %s", g.Measure, g.State)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
