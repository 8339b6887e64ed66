package document_test

import (
	"errors"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/document"
	"hamrong/internal/fault"
	"hamrong/internal/report"
	"hamrong/testkit"
)

func TestKeep_refusesMoreFactsThanAPageCanShow(t *testing.T) {
	db := testkit.NewDB(t)
	unit := testkit.Root(t, db)
	clerk := testkit.Signed(t, db, access.Clerk, unit)
	s := document.New(db, directory.New(db))
	keep := func(text string, facts int) error {
		_, _, err := s.Keep(clerk, document.Document{Unit: unit, Name: text, Kind: "txt", Text: text, Facts: &report.Facts{Captions: make([]report.Caption, facts)}})
		return err
	}
	if err := keep("vừa", 20_000); err != nil {
		t.Errorf("20,000 facts: %v", err)
	}
	if err := keep("quá", 20_001); !errors.Is(err, fault.TooLarge) {
		t.Errorf("20,001 facts: %v", err)
	}
	if list, err := s.Of(clerk, unit); err != nil || len(list) != 1 {
		t.Errorf("%d documents are kept, %v", len(list), err)
	}
}
