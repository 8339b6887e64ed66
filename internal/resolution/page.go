package resolution

import (
	"context"

	"hamrong/internal/fault"
	"hamrong/internal/ledger"
	"hamrong/internal/store"
	"hamrong/internal/target"
)

// Page is all that a resolution's page shows of this package and the targets it sets.
type Page struct {
	Resolution Resolution
	Versions   []Resolution
	Progress   []Progress
	Parent     *Resolution  // what it carries out, nil for none or where the caller may not see it
	Carried    []Resolution // programmes and plans that carry it out
	Targets    []target.Target
	Story      []ledger.Step
}

// Page gives a resolution's page.
func (s *Service) Page(ctx context.Context, record int64) (p Page, err error) {
	err = s.desk.Read(ctx, 0, "resolution", func(t *store.Tx) error { p, err = page(t, record); return err })
	return p, err
}

func page(t *store.Tx, record int64) (p Page, err error) {
	if p.Versions, err = Versions(t, record); err != nil {
		return p, err
	}
	p.Resolution = records.Current(p.Versions)
	parts, err := PartsOf(t, record)
	if err != nil {
		return p, err
	}
	p.Progress = Compare(p.Resolution.Counts, parts)
	if up := p.Resolution.Parent; up != 0 {
		parent, err := ByRecord(t, up)
		if err != nil && fault.KindOf(err) != fault.NotFound {
			return p, err
		}
		if err == nil {
			p.Parent = &parent
		}
	}
	if p.Carried, err = CarriedBy(t, record); err != nil {
		return p, err
	}
	if p.Targets, err = target.OfResolution(t, record); err != nil {
		return p, err
	}
	p.Story, err = story(t, p.Versions)
	return p, err
}

// story tells a record and its parts; the name of a part is its text.
func story(t *store.Tx, versions []Resolution) ([]ledger.Step, error) {
	all, err := store.All(t, partRowsOf, scanPart, versions[0].Record)
	if err != nil {
		return nil, err
	}
	return ledger.Story(t, records.Told(versions), parts.Told(all)...)
}

// Part gives one part and its resolution.
func (s *Service) Part(ctx context.Context, record int64) (p Part, r Resolution, err error) {
	err = s.desk.Read(ctx, 0, "resolution.part", func(t *store.Tx) error {
		if p, err = PartByRecord(t, record); err != nil {
			return err
		}
		r, err = ByRecord(t, p.Resolution)
		return err
	})
	return p, r, err
}
