// Package document keeps the documents that were read: the text as it was, and
// the facts that the reader found in it. A document is never changed; figures
// and other records point at it by spans of its text (law 3).
package document

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/report"
	"hamrong/internal/store"
)

// Document is a report that was read (văn bản).
type Document struct {
	ID       int64
	Unit     int64  // the unit in whose register it lies
	Name     string // file name as given
	Kind     string // txt, docx, html
	SHA256   string // of the file
	Text     string
	Facts    *report.Facts
	Pictures int // how many pictures were left aside
	Account  int64
	At       int64 // milliseconds since 1970, UTC
}

// TextHash is the same for the same words, whatever the file around them: white
// space is evened out and letters are composed.
func TextHash(text string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(norm.NFC.String(text)), " ")))
	return hex.EncodeToString(sum[:])
}

// Service reads and keeps documents.
type Service struct {
	db   *store.DB
	door access.Door
}

// New gives the service over a database.
func New(db *store.DB, door access.Door) *Service { return &Service{db: db, door: door} }

// maxFacts bounds what one page of a document shows; the longest report seen has some hundred facts.
const maxFacts = 20_000

// Keep stores a document with the facts found in it, a TooLarge fault where they are too many. A text that the unit already
// holds is not stored again: its document is given, with again set.
func (s *Service) Keep(ctx context.Context, d Document) (id int64, again bool, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Record, Unit: d.Unit, Action: "document.read"})
	if err != nil {
		return 0, false, err
	}
	if n := d.Facts.Count(); n > maxFacts {
		return 0, false, fault.New(fault.TooLarge, "document.too_many_facts", n, maxFacts)
	}
	facts, err := json.Marshal(d.Facts)
	if err != nil {
		return 0, false, fmt.Errorf("facts of %q: %w", d.Name, err)
	}
	hash := TextHash(d.Text)
	err = s.db.Write(ctx, p, func(t *store.Tx) error {
		same, err := store.All(t, withText, scanID, hash)
		if err != nil {
			return err
		}
		if len(same) > 0 {
			id, again = same[0], true
			return nil
		}
		id, err = store.Insert(t, insert, d.Name, d.Kind, d.SHA256, hash, d.Text, string(facts), d.Pictures)
		if err == nil {
			t.Touched("document", id)
		}
		return err
	})
	return id, again, err
}

// Of lists a unit's documents, newest first, without texts.
func (s *Service) Of(ctx context.Context, unit int64) (list []Document, err error) {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.See, Unit: unit, Action: "document.list"})
	if err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, p, func(t *store.Tx) error { list, err = store.All(t, ofUnit, scanHead, unit); return err })
	return list, err
}
