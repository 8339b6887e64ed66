package document_test

import (
	"context"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/document"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/report"
	"hamrong/internal/store"
	"hamrong/testkit"
)

// A record's source is named to those who may open it: the file, or the paper that the clerk named.
func TestStating_namesTheFileOrThePaper(t *testing.T) {
	db := testkit.NewDB(t)
	root, door := testkit.Root(t, db), directory.New(db)
	one, other := testkit.Unit(t, db, root, "Chi bộ Một"), testkit.Unit(t, db, root, "Chi bộ Hai")
	clerk := testkit.Signed(t, db, access.Clerk, root)
	file, _, err := document.New(db, door).Keep(clerk, document.Document{Unit: one, Name: "bao-cao.txt", Kind: "txt", Text: "Báo cáo", Facts: &report.Facts{}})
	if err != nil {
		t.Fatal(err)
	}
	figures := figure.NewService(db, door)
	count := int64(7)
	for level, paper := range map[string]string{"HTNV": "Biên bản 5", "HTTNV": ""} {
		put := figure.New{Place: figure.Place{Period: "2015", Population: "dang_vien", Level: level}, Value: figure.Value{Count: &count}}
		if err := figures.Put(clerk, one, put, ledger.Why{Paper: paper}); err != nil {
			t.Fatal(err)
		}
	}
	read := func(ctx context.Context, fn func(*store.Tx) error) {
		t.Helper()
		p, err := door.Permit(ctx, access.Ask{Right: access.See})
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Read(ctx, p, fn); err != nil {
			t.Fatal(err)
		}
	}
	typed := map[string]figure.Figure{}
	read(clerk, func(tx *store.Tx) error {
		list, err := figure.Of(tx, one, "2015")
		for _, f := range list {
			typed[f.Level] = f
		}
		return err
	})
	// Changed once: it is named by the paper that it was first typed from.
	changed := typed["HTNV"]
	count = 8
	if err := figures.Change(clerk, changed.Record, figure.Value{Count: &count}, ledger.Edit{Seen: changed.Begun, Reason: "Đếm lại"}); err != nil {
		t.Fatal(err)
	}
	elsewhere := testkit.Signed(t, db, access.Reader, other)
	for _, c := range []struct {
		what   string
		who    context.Context
		record int64
		src    ledger.Source
		want   string
	}{
		{"read from a file", clerk, changed.Record, ledger.Source{Document: file}, "bao-cao.txt"},
		{"read from a file that may not be opened", elsewhere, changed.Record, ledger.Source{Document: file}, ""},
		{"typed from a paper", clerk, changed.Record, ledger.Source{}, "Biên bản 5"},
		{"typed from a paper of a unit that may not be seen", elsewhere, changed.Record, ledger.Source{}, ""},
		{"typed from no paper", clerk, typed["HTTNV"].Record, ledger.Source{}, ""},
	} {
		read(c.who, func(tx *store.Tx) error {
			got, err := document.Stating(tx, figure.Book, c.record, c.src)
			if got != c.want {
				t.Errorf("%s: named %q, want %q", c.what, got, c.want)
			}
			return err
		})
	}
}
