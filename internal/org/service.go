package org

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// Service is what people do with units: it asks the door and opens the transaction around
// the functions of this package.
type Service struct {
	db   *store.DB
	door access.Door
}

// New gives the service on a database behind a door.
func New(db *store.DB, door access.Door) *Service { return &Service{db: db, door: door} }

// Found founds a unit below f.Parent and gives its id.
func (s *Service) Found(ctx context.Context, f Founding) (id int64, err error) {
	err = s.write(ctx, f.Parent, "unit.found", func(t *store.Tx) error {
		id, err = Found(t, f)
		return err
	})
	return id, err
}

// FoundLinked founds a unit of another line in the office of lead and gives its id.
func (s *Service) FoundLinked(ctx context.Context, lead int64, f Founding) (id int64, err error) {
	err = s.write(ctx, lead, "unit.found", func(t *store.Tx) error {
		id, err = FoundLinked(t, lead, f)
		return err
	})
	return id, err
}

// Derive gives a new unit's naming with the kind and level that its name and place leave to
// be worked out; told is false where the name does not tell the kind.
func (s *Service) Derive(ctx context.Context, parent int64, n Naming) (derived Naming, told bool, err error) {
	err = s.read(ctx, parent, period.Forever, func(t *store.Tx) error {
		u, err := Find(t, parent, period.Forever)
		derived, told = n.fit(u.Line, Limit{Line: u.Line, Above: &u, Today: t.Today()}), tellsKind(n.Name, u.Line)
		return err
	})
	return derived, told, err
}

// Rename gives a unit another name, kind or level from a day on.
func (s *Service) Rename(ctx context.Context, unit int64, r Renaming) error {
	return s.write(ctx, unit, "unit.rename", func(t *store.Tx) error { return Rename(t, unit, r) })
}

// Move puts a unit under another parent from a day on.
func (s *Service) Move(ctx context.Context, unit int64, m Moving) error {
	return s.write(ctx, unit, "unit.move", func(t *store.Tx) error { return Move(t, unit, m) })
}

// End ends a unit on a day.
func (s *Service) End(ctx context.Context, unit int64, a Act) error {
	return s.write(ctx, unit, "unit.end", func(t *store.Tx) error { return End(t, unit, a) })
}

// Link makes a unit part of the office of a lead of another line.
func (s *Service) Link(ctx context.Context, unit int64, k Linking) error {
	return s.write(ctx, unit, "unit.link", func(t *store.Tx) error { return Link(t, unit, k) })
}

func (s *Service) write(ctx context.Context, unit int64, action string, fn func(*store.Tx) error) error {
	p, err := s.door.Permit(ctx, access.Ask{Right: access.Structure, Unit: unit, Action: action})
	if err != nil {
		return err
	}
	return s.db.Write(ctx, p, fn)
}

// read opens a reading transaction for a unit as of a day; unit 0 is for lists.
func (s *Service) read(ctx context.Context, unit int64, on period.Date, fn func(*store.Tx) error) error {
	ask := access.Ask{Right: access.See, Unit: unit, Action: "unit.read"}
	if on != "" {
		ask.Period = period.Year(on.Year())
	}
	p, err := s.door.Permit(ctx, ask)
	if err != nil {
		return err
	}
	return s.db.Read(ctx, p, fn)
}

// Unit gives a unit on a day; see Find.
func (s *Service) Unit(ctx context.Context, unit int64, on period.Date) (u Unit, err error) {
	err = s.read(ctx, unit, on, func(t *store.Tx) error { u, err = Find(t, unit, on); return err })
	return u, err
}

// Path gives the way from the top to a unit; see PathTo.
func (s *Service) Path(ctx context.Context, unit int64, on period.Date) (path []Step, err error) {
	err = s.read(ctx, unit, on, func(t *store.Tx) error { path, err = PathTo(t, unit, on); return err })
	return path, err
}

// Match proposes units for a name in a report of lead; see the function Match.
func (s *Service) Match(ctx context.Context, name string, lead int64) (list []Candidate, err error) {
	err = s.read(ctx, lead, "", func(t *store.Tx) error { list, err = Match(t, name, lead); return err })
	return list, err
}
