package resolution

import (
	"encoding/json"
	"fmt"

	"hamrong/internal/ledger"
	"hamrong/internal/store"
)

// stored is the text form of the lists of a record.
type stored struct{ context, mottoAt, goals, counts string }

// store gives the text form of a new record's lists.
func (n New) stored() (s stored, err error) {
	if s.context, err = n.Source.ContextText(); err != nil {
		return s, err
	}
	for _, f := range []struct {
		to   *string
		from any
	}{{&s.mottoAt, n.MottoAt}, {&s.goals, n.Goals}, {&s.counts, n.Counts}} {
		raw, err := json.Marshal(f.from)
		if err != nil {
			return s, fmt.Errorf("lists of a resolution: %w", err)
		}
		*f.to = string(raw)
	}
	return s, nil
}

// read fills a record's lists from their text form.
func (r *Resolution) read(s stored) (err error) {
	if r.Source.Context, err = ledger.ParseContext(s.context); err != nil {
		return err
	}
	for _, f := range []struct {
		from string
		to   any
	}{{s.mottoAt, &r.MottoAt}, {s.goals, &r.Goals}, {s.counts, &r.Counts}} {
		if err := json.Unmarshal([]byte(f.from), f.to); err != nil {
			return fmt.Errorf("lists of resolution %d: %w", r.ID, err)
		}
	}
	return nil
}

func scan(row store.Row) (r Resolution, err error) {
	var (
		s    stored
		kind string
	)
	err = row.Scan(&r.ID, &r.Record, &r.Unit, &r.Begun, &r.Ended, &r.Source.Document, &r.Source.Span.Start, &r.Source.Span.End, &s.context,
		&kind, &r.Name, &r.Issuer, &r.IssuerUnit, &r.Congress, &r.Plenum, &r.Term, &r.Number, &r.Date, &r.Motto, &s.mottoAt,
		&s.goals, &s.counts, &r.Body, &r.From, &r.Until, &r.Parent)
	if err != nil {
		return r, err
	}
	r.Kind = Kind(kind)
	return r, r.read(s)
}

func scanPart(row store.Row) (p Part, err error) {
	var context, kind, state string
	err = row.Scan(&p.ID, &p.Record, &p.Unit, &p.Begun, &p.Ended, &p.Source.Document, &p.Source.Span.Start, &p.Source.Span.End, &context,
		&p.Resolution, &kind, &p.Number, &p.Text, &p.Field, &state, &p.Place)
	if err != nil {
		return p, err
	}
	p.Kind, p.State = PartKind(kind), PartState(state)
	p.Source.Context, err = ledger.ParseContext(context)
	return p, err
}
