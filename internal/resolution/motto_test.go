package resolution_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"hamrong/internal/ledger"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/testkit"
)

func TestEnter_setsAnotherMottoBesideTheFirst(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		w := newWorld(t, db)
		first := w.create(t)
		standing := func(want string, others ...resolution.Motto) (r resolution.Resolution) {
			t.Helper()
			w.read(t, func(tx *store.Tx) (err error) {
				r, err = resolution.ByRecord(tx, first)
				return err
			})
			if r.Motto != want || !cmp.Equal(r.Mottos, others, cmpopts.EquateEmpty()) {
				t.Errorf("motto %q, others %+v", r.Motto, r.Mottos)
			}
			return r
		}
		read, again, third := congress, congress, congress
		read.Motto, read.MottoAt = "Đoàn kết", resolution.At{Document: 9, Start: 1, End: 3}
		again.Motto, third.Motto = "ĐOÀN KẾT", congress.Motto
		var entry int64
		for _, c := range []resolution.Content{read, again, third} {
			last := w.enter(t, func(tx *store.Tx, entry int64) error {
				_, created, err := resolution.Enter(tx, entry, resolution.New{Content: c})
				if created {
					t.Error("a second record was made")
				}
				return err
			})
			if entry == 0 {
				entry = last
			}
		}
		beside := resolution.Motto{Text: "Đoàn kết", At: read.MottoAt}
		r := standing(congress.Motto, beside)
		if r.Begun != entry {
			t.Error("a motto said again was written again")
		}
		r.Motto, r.Mottos = "Đoàn kết", []resolution.Motto{{Text: congress.Motto}, {Text: "Đoàn kết"}, {Text: " "}}
		if err := w.s.Change(w.clerk, first, r.Content, ledger.Edit{Seen: r.Begun, Reason: "Đúng văn bản"}); err != nil {
			t.Fatal(err)
		}
		if r = standing("Đoàn kết", resolution.Motto{Text: congress.Motto}); r.MottoAt != read.MottoAt {
			t.Errorf("the motto that was moved up lost its place: %+v", r.MottoAt)
		}
		r.Motto = ""
		if err := w.s.Change(w.clerk, first, r.Content, ledger.Edit{Seen: r.Begun, Reason: "Đọc sai"}); err != nil {
			t.Fatal(err)
		}
		standing(congress.Motto)
	})
}
