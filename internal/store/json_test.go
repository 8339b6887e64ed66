package store_test

import (
	"context"
	"slices"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/store"
	"hamrong/testkit"
)

var settingValue = store.Whole(access.Gate, why, `SELECT value FROM setting WHERE key = $1`)

type place struct{ From, To int }

func TestJSON_comesBackAsItWasWritten(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		write := func(key string, value any) error {
			return db.Write(context.Background(), console(db), func(tx *store.Tx) error {
				_, err := tx.Exec(insertSetting, key, value)
				return err
			})
		}
		read := func(key string, to any) error {
			return db.Read(context.Background(), console(db), func(tx *store.Tx) error {
				_, err := store.One(tx, settingValue, func(r store.Row) (any, error) { return nil, r.Scan(to) }, key)
				return err
			})
		}
		for key, want := range map[string][]place{"none": nil, "empty": {}, "two": {{0, 4}, {7, 2000000}}} {
			if err := write(key, store.JSON(want)); err != nil {
				t.Fatal(err)
			}
			var text string
			var got []place
			if err := read(key, &text); err != nil || len(want) == 0 && text != "[]" {
				t.Errorf("%s is kept as %q, %v", key, text, err)
			}
			if err := read(key, store.JSON(&got)); err != nil || !slices.Equal(got, want) || len(want) == 0 && got != nil {
				t.Errorf("%s comes back as %v, %v", key, got, err)
			}
		}
		for key, text := range map[string]string{"half": "{", "other": "[1]", "no": "x", "blank": ""} {
			if err := write(key, text); err != nil {
				t.Fatal(err)
			}
			var got []place
			if err := read(key, store.JSON(&got)); err == nil {
				t.Errorf("%q is read as %v", text, got)
			}
		}
		if err := write("channel", store.JSON(make(chan int))); err == nil {
			t.Error("what has no JSON is written")
		}
	})
}
